//! What is counted where two labellings are held against each other. Tallies of conversations add
//! up, so that samples of conversations can be drawn and counted anew.

use std::collections::BTreeMap;

use crate::{
    acts::{Act as _, AgentAct},
    agreement::labels::Labelled,
};

/// How many levels a criterion has.
const LEVELS: usize = 5;

/// Labels in common, and those that only one side gives.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Both sides give it.
    pub hits: u32,
    /// Only the other side gives it.
    pub alarms: u32,
    /// Only the gold side gives it.
    pub misses: u32,
}

/// How often a level of the gold side met each level of the other side.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LevelTable {
    /// Rows: gold; columns: the other side.
    pub cells: [[u32; LEVELS]; LEVELS],
}

/// All counts of some conversations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Per act, in codebook order.
    pub acts: Vec<Counts>,
    /// The customer's `emotion`.
    pub emotion: Counts,
    /// The customer's `objection`.
    pub objection: Counts,
    /// Per criterion.
    pub levels: BTreeMap<String, LevelTable>,
}

impl Counts {
    fn add(&mut self, gold: bool, other: bool) {
        match (gold, other) {
            (true, true) => self.hits += 1,
            (false, true) => self.alarms += 1,
            (true, false) => self.misses += 1,
            (false, false) => {}
        }
    }

    const fn join(&mut self, other: Self) {
        self.hits += other.hits;
        self.alarms += other.alarms;
        self.misses += other.misses;
    }

    /// How often the gold side gives the label.
    pub const fn given(self) -> u32 {
        self.hits + self.misses
    }

    /// The share of the other side's labels that the gold side gives too; 0 without any.
    pub fn precision(self) -> f64 {
        ratio(self.hits, self.hits + self.alarms)
    }

    /// The share of the gold side's labels that the other side gives too; 0 without any.
    pub fn recall(self) -> f64 {
        ratio(self.hits, self.given())
    }

    /// The harmonic mean of the two.
    pub fn f1(self) -> f64 {
        ratio(2 * self.hits, 2 * self.hits + self.alarms + self.misses)
    }
}

impl LevelTable {
    /// How many conversations were scored.
    pub fn scored(&self) -> u32 {
        self.cells.iter().flatten().sum()
    }

    /// Weighted kappa with quadratic weights: 1 where all levels agree, 0 where they agree no more
    /// than by chance. `None` where one side gives but one level and so nothing can be said.
    pub fn weighted_kappa(&self) -> Option<f64> {
        let all = f64::from(self.scored());
        let row = |at: usize| f64::from(self.cells[at].iter().sum::<u32>());
        let column = |at: usize| f64::from(self.cells.iter().map(|it| it[at]).sum::<u32>());
        let (mut seen, mut by_chance) = (0.0, 0.0);
        for gold in 0..LEVELS {
            for other in 0..LEVELS {
                let apart = f64::from(u8::try_from(gold.abs_diff(other)).unwrap_or(0));
                seen += apart * apart * f64::from(self.cells[gold][other]);
                by_chance += apart * apart * row(gold) * column(other) / all;
            }
        }
        (by_chance > 0.0).then(|| 1.0 - seen / by_chance)
    }

    /// The share of conversations in which the levels lie no more than `apart` from each other.
    pub fn within(&self, apart: usize) -> f64 {
        let mut near = 0;
        for (gold, row) in self.cells.iter().enumerate() {
            for (other, count) in row.iter().enumerate() {
                near += if gold.abs_diff(other) <= apart {
                    *count
                } else {
                    0
                };
            }
        }
        ratio(near, self.scored())
    }
}

impl Tally {
    /// Counts one conversation. A criterion that does not apply on the gold side is left out; where
    /// only the other side takes it not to apply, that counts as level 0.
    pub fn of(gold: &Labelled, other: &Labelled) -> Self {
        let mut tally = Self {
            acts: vec![Counts::default(); acts().count()],
            ..Self::default()
        };
        for (at, performed) in gold.agent.iter().enumerate() {
            let found = other.agent.get(at).copied().unwrap_or_default();
            for (counts, act) in tally.acts.iter_mut().zip(acts()) {
                counts.add(performed.contains(act), found.contains(act));
            }
        }
        for (at, flag) in gold.customer.iter().enumerate() {
            let found = other.customer.get(at).copied().unwrap_or_default();
            tally.emotion.add(flag.emotion, found.emotion);
            tally.objection.add(flag.objection, found.objection);
        }
        for (criterion, level) in &gold.levels {
            let Some(level) = level else { continue };
            let found = other.levels.get(criterion).copied().flatten();
            let table = tally.levels.entry(criterion.clone()).or_default();
            table.cells[usize::from(*level)][usize::from(found.unwrap_or(0))] += 1;
        }
        tally
    }

    /// The counts of both together.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        if self.acts.is_empty() {
            self.acts.clone_from(&other.acts);
        } else {
            for (counts, more) in self.acts.iter_mut().zip(&other.acts) {
                counts.join(*more);
            }
        }
        self.emotion.join(other.emotion);
        self.objection.join(other.objection);
        for (criterion, table) in &other.levels {
            let own = self.levels.entry(criterion.clone()).or_default();
            for (cells, more) in own.cells.iter_mut().zip(&table.cells) {
                for (cell, more) in cells.iter_mut().zip(more) {
                    *cell += more;
                }
            }
        }
        self
    }

    /// The mean F1 over the acts that the gold side gives at least `fewest` times.
    pub fn macro_f1(&self, fewest: u32) -> f64 {
        mean(
            self.acts
                .iter()
                .filter(|it| it.given() >= fewest)
                .map(|it| it.f1()),
        )
    }

    /// F1 over all labels of all acts.
    pub fn micro_f1(&self) -> f64 {
        let mut all = Counts::default();
        self.acts.iter().for_each(|it| all.join(*it));
        all.f1()
    }

    /// The mean weighted kappa over the criteria of which something can be said.
    pub fn mean_kappa(&self) -> f64 {
        mean(self.levels.values().filter_map(LevelTable::weighted_kappa))
    }
}

/// The acts that are compared: the codebook's, in its order.
pub(super) fn acts() -> impl Iterator<Item = AgentAct> {
    AgentAct::ALL.iter().copied().filter(|it| it.is_codebook())
}

fn ratio(part: u32, whole: u32) -> f64 {
    if whole == 0 {
        0.0
    } else {
        f64::from(part) / f64::from(whole)
    }
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut number) = (0.0, 0.0);
    for value in values {
        sum += value;
        number += 1.0;
    }
    if number > 0.0 { sum / number } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kappa_of_known_tables() {
        let mut same = LevelTable::default();
        (0..5).for_each(|it| same.cells[it][it] = 3);
        assert_eq!(same.weighted_kappa(), Some(1.0));
        let chance = LevelTable { cells: [[1; 5]; 5] };
        assert!(chance.weighted_kappa().is_some_and(|it| it.abs() < 1e-12));
        let mut constant = LevelTable::default();
        constant.cells[2][2] = 9;
        assert_eq!(constant.weighted_kappa(), None);
        // two raters, 4 conversations: (0,0) (0,2) (4,4) (4,4)
        let mut table = LevelTable::default();
        table.cells[0] = [1, 0, 1, 0, 0];
        table.cells[4][4] = 2;
        let expected =
            1.0 - 4.0 / (2.0 * (1.0 * 0.0 + 1.0 * 4.0 + 2.0 * 16.0 + 1.0 * 16.0 + 1.0 * 4.0) / 4.0);
        assert!(
            table
                .weighted_kappa()
                .is_some_and(|it| (it - expected).abs() < 1e-12)
        );
        assert!((table.within(1) - 0.75).abs() < 1e-12);
    }

    #[test]
    fn f1_of_known_counts() {
        let counts = Counts {
            hits: 6,
            alarms: 2,
            misses: 4,
        };
        assert!((counts.precision() - 0.75).abs() < 1e-12);
        assert!((counts.recall() - 0.6).abs() < 1e-12);
        assert!((counts.f1() - 12.0 / 18.0).abs() < 1e-12);
        assert!(Counts::default().f1().abs() < 1e-12);
    }
}
