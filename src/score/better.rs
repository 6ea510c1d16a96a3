//! Better replies: from the scenario for a turn of its customer, else general ones.

use std::collections::BTreeMap;

use crate::rubric::{GeneralReplies, MomentKind};

/// What could have been said instead.
#[derive(Debug, Clone, Default)]
pub struct BetterReplies {
    general: GeneralReplies,
    /// By criterion and number of the customer's turn.
    own: BTreeMap<(Box<str>, usize), String>,
    /// By criterion, for every other moment.
    by_criterion: BTreeMap<Box<str>, String>,
}

impl BetterReplies {
    /// General replies only.
    pub const fn new(general: GeneralReplies) -> Self {
        Self {
            general,
            own: BTreeMap::new(),
            by_criterion: BTreeMap::new(),
        }
    }

    /// The same with a reply of the scenario's own for a criterion at one turn of the customer
    /// (counted from 0).
    #[must_use]
    pub fn with(mut self, criterion: &str, line: usize, reply: impl Into<String>) -> Self {
        self.own.insert((criterion.into(), line), reply.into());
        self
    }

    /// The same with a reply of the scenario's own for a criterion wherever no turn has one.
    #[must_use]
    pub fn with_criterion(mut self, criterion: &str, reply: impl Into<String>) -> Self {
        self.by_criterion.insert(criterion.into(), reply.into());
        self
    }

    pub(super) fn find(
        &self,
        criterion: &str,
        kind: MomentKind,
        line: Option<usize>,
    ) -> Option<&str> {
        let own = line.and_then(|it| self.own.get(&(criterion.into(), it)));
        own.or_else(|| self.by_criterion.get(criterion))
            .map(String::as_str)
            .or_else(|| self.general.find(criterion, kind, line.unwrap_or_default()))
    }
}
