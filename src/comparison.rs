//! Two sessions held against each other: turns aligned, where they parted, what differs.
//!
//! Everything here mirrors: comparing B with A gives the comparison of A with B, sides exchanged.

mod align;
mod desk;
mod parting;
mod side;

pub use align::Pair;
pub use desk::{CustomerPair, DeskComparison};
pub use parting::Parting;
pub use side::{Counted, CriterionSide, Side, Turn};

use crate::{
    acts::{Act as _, ActSet, AgentAct},
    ground::localised::Localised,
};

/// Two conversations, side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// A and B.
    pub sides: [Side; 2],
    /// The turns, in order; every turn of either side stands in exactly one pair.
    pub pairs: Vec<Pair>,
    /// Where they parted; `None` where they never did.
    pub parting: Option<Parting>,
    /// In the rubric's order; empty where the trainee is the caller.
    pub criteria: Vec<CriterionPair>,
}

/// The levels of one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionPair {
    /// Its name in JSON.
    pub criterion: Box<str>,
    /// Its name for people.
    pub title: Localised,
    /// What each side made of it; `None` where its rubric does not ask it.
    pub sides: [Option<CriterionSide>; 2],
    /// The acts that each side did at the criterion and the other nowhere.
    pub only: [ActSet<AgentAct>; 2],
}

impl CriterionPair {
    /// The level of a side, 0 to 4; `None` where it does not apply.
    pub fn level(&self, side: usize) -> Option<u8> {
        self.sides.get(side)?.as_ref()?.level
    }

    /// B's level less A's, -4 to 4; `None` where it does not apply to both.
    pub fn difference(&self) -> Option<i32> {
        Some(i32::from(self.level(1)?) - i32::from(self.level(0)?))
    }
}

impl Comparison {
    /// Holds A against B.
    pub fn new(a: Side, b: Side) -> Self {
        let pairs = align::align(&a.turns, &b.turns);
        let criteria = criteria(&a, &b);
        let sides = [a, b];
        let parting = parting::find(&sides, &pairs);
        Self {
            sides,
            pairs,
            parting,
            criteria,
        }
    }

    /// The turns of a pair, A's and B's.
    pub fn turns(&self, pair: &Pair) -> [Option<&Turn>; 2] {
        let [a, b] = &self.sides;
        [
            pair.turns[0].and_then(|it| a.turns.get(it)),
            pair.turns[1].and_then(|it| b.turns.get(it)),
        ]
    }

    /// Whether the same was said and the same came of it, word for word.
    pub fn is_same(&self) -> bool {
        let [a, b] = &self.sides;
        a == b
    }

    /// The acts that each side did and the other did nowhere.
    pub fn only(&self) -> [ActSet<AgentAct>; 2] {
        let [a, b] = [self.sides[0].acts(), self.sides[1].acts()];
        [without(a, b), without(b, a)]
    }

    /// Criteria whose levels differ, the largest difference first, then in the rubric's order.
    pub fn differing(&self) -> Vec<&CriterionPair> {
        let size = |it: &CriterionPair| it.difference().unwrap_or(0).abs();
        let mut differing: Vec<_> = self.criteria.iter().filter(|it| size(it) > 0).collect();
        differing.sort_by_key(|it| std::cmp::Reverse(size(it)));
        differing
    }
}

/// The acts of `from` that are not among `others`.
pub(crate) fn without(from: ActSet<AgentAct>, others: ActSet<AgentAct>) -> ActSet<AgentAct> {
    AgentAct::ALL
        .iter()
        .copied()
        .filter(|it| from.contains(*it) && !others.contains(*it))
        .collect()
}

/// A's criteria in its rubric's order; what only B's rubric asks comes after them.
fn criteria(a: &Side, b: &Side) -> Vec<CriterionPair> {
    let mut names: Vec<(&str, &Localised)> = Vec::new();
    for it in a.criteria.iter().chain(&b.criteria) {
        if !names.iter().any(|(name, _)| **name == *it.criterion) {
            names.push((&it.criterion, &it.title));
        }
    }
    let pairs = names.into_iter().map(|(name, title)| {
        let own = |side: &Side| {
            side.criteria
                .iter()
                .find(|it| *it.criterion == *name)
                .cloned()
        };
        let sides = [own(a), own(b)];
        let acts = |it: &Option<CriterionSide>| it.as_ref().map(|it| it.acts).unwrap_or_default();
        let [of_a, of_b] = [acts(&sides[0]), acts(&sides[1])];
        CriterionPair {
            criterion: name.into(),
            title: title.clone(),
            only: [without(of_a, b.acts()), without(of_b, a.acts())],
            sides,
        }
    });
    pairs.collect()
}
