//! The lines that a scenario's own file gives, with what they belong to.

use std::{collections::BTreeSet, iter};

use crate::scenario::{LineId, Lines, Scenario};

/// A part of a scenario that has lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// The customer: their first words, and what they say into a silence.
    Customer,
    /// A fact.
    Fact,
    /// A worry.
    Worry,
    /// A solution.
    Solution,
    /// A move.
    Move,
    /// A stage.
    Stage,
    /// An ending.
    Ending,
}

/// A line, and what it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owned<'a> {
    /// What it belongs to.
    pub part: PartKind,
    /// The id of that; empty for the customer.
    pub id: &'a str,
    /// The words.
    pub line: LineId,
}

impl PartKind {
    /// As scenario files name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Fact => "fact",
            Self::Worry => "worry",
            Self::Solution => "solution",
            Self::Move => "move",
            Self::Stage => "stage",
            Self::Ending => "ending",
        }
    }
}

/// All lines but those of the common moves, each once, in order of the parts.
pub fn own_lines(scenario: &Scenario) -> Vec<Owned<'_>> {
    let mut lines = Vec::new();
    let mut seen = BTreeSet::new();
    let mut add = |part: PartKind, id, all: &[&Lines]| {
        let all = all.iter().flat_map(|it| it.all());
        let fresh = all.filter(|it| seen.insert(*it));
        lines.extend(fresh.map(|line| Owned { part, id, line }));
    };
    let customer = &scenario.customer;
    add(
        PartKind::Customer,
        "",
        &[&customer.opening, &customer.pushes],
    );
    for it in scenario.facts.iter().filter(|it| !it.common) {
        let all = [&it.says, &it.yes_says, &it.no_says, &it.again];
        add(PartKind::Fact, &it.id, &all);
    }
    for it in &scenario.worries {
        add(
            PartKind::Worry,
            &it.id,
            &[&it.says, &it.presses, &it.settled],
        );
    }
    for it in &scenario.solutions {
        add(
            PartKind::Solution,
            &it.id,
            &[&it.verdict, &it.early, &it.again],
        );
    }
    for it in scenario.moves.iter().filter(|it| !it.common) {
        add(PartKind::Move, &it.id, &[&it.says]);
    }
    for it in &scenario.stages {
        let leaves = it.exits.iter().map(|it| &it.says);
        let own: Vec<&Lines> = iter::once(&it.enters).chain(leaves).collect();
        add(PartKind::Stage, &it.id, &own);
    }
    for it in &scenario.endings {
        add(PartKind::Ending, &it.id, &[&it.says]);
    }
    lines
}
