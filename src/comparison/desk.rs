//! Two chat desks, customer by customer.

use crate::comparison::{Comparison, Side};

/// Two chat desks: the same customers, by their case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskComparison {
    /// The mean of the totals of A and B, 0–100.
    pub totals: [u32; 2],
    /// A's customers in order of coming, then those of B alone.
    pub customers: Vec<CustomerPair>,
}

/// A customer at one desk or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CustomerPair {
    /// Served at both.
    Both(Box<Comparison>),
    /// Served at one: 0 is A, 1 is B.
    One(usize, Box<Side>),
}

impl DeskComparison {
    /// Holds the customers of A against those of B.
    pub fn new(a: Vec<Side>, b: Vec<Side>, totals: [u32; 2]) -> Self {
        let mut left: Vec<Option<Side>> = b.into_iter().map(Some).collect();
        let mut customers = Vec::new();
        for side in a {
            let same =
                |it: &&mut Option<Side>| it.as_ref().is_some_and(|it| it.scenario == side.scenario);
            customers.push(match left.iter_mut().find(same).and_then(Option::take) {
                Some(other) => CustomerPair::Both(Box::new(Comparison::new(side, other))),
                None => CustomerPair::One(0, Box::new(side)),
            });
        }
        let alone = left.into_iter().flatten();
        customers.extend(alone.map(|it| CustomerPair::One(1, Box::new(it))));
        Self { totals, customers }
    }

    /// Whether nothing differs.
    pub fn is_same(&self) -> bool {
        let same = |it: &CustomerPair| matches!(it, CustomerPair::Both(it) if it.is_same());
        self.customers.iter().all(same)
    }
}
