//! What many sessions came to together. All means are in hundredths, so that figures are whole
//! numbers and the same on every machine.

use serde::{Serialize, Serializer};

use crate::{ground::clock::Instant, scenario::EndingKind};

/// A level, or a mean of levels, and from how many sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Standing {
    /// In hundredths of a level, 0 to 400.
    #[serde(rename = "mean_in_hundredths")]
    pub mean: u32,
    /// How many sessions it rests on.
    pub sessions: u32,
}

/// One session in a person's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SessionFigures {
    /// Its name.
    pub session: String,
    /// When it began.
    #[serde(rename = "at_ms")]
    pub at: Instant,
    /// What was practised.
    pub scenario: String,
    /// How it ended; `None` where it did not.
    #[serde(serialize_with = "ending")]
    pub ending: Option<EndingKind>,
    /// Replies that stood.
    pub replies: u32,
    /// 0 to 100 by the machine; `None` where nothing is scored.
    pub total: Option<u32>,
    /// By criterion, in order of name: the machine's level and, where a coach set another, theirs.
    pub levels: Vec<CriterionLevels>,
}

/// The machine's level and a coach's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CriterionLevels {
    /// The criterion's name.
    pub criterion: String,
    /// 0 to 4; `None` where it did not apply.
    pub machine: Option<u8>,
    /// What a coach made of it; `None` where none did, or they found that it did not apply.
    pub human: Option<u8>,
    /// Whether a coach gave another level than the machine.
    pub corrected: bool,
}

impl CriterionLevels {
    /// A coach's level where they gave one, else the machine's; `None` where the criterion did not
    /// apply.
    pub const fn holds(&self) -> Option<u8> {
        if self.corrected {
            self.human
        } else {
            self.machine
        }
    }
}

/// A person's practice over time, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PersonFigures {
    /// The code name.
    pub person: String,
    /// Groups that they are in.
    pub groups: Vec<String>,
    /// Their sessions, oldest first; those without a reply are left out.
    pub sessions: Vec<SessionFigures>,
}

/// People by criteria.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct GroupFigures {
    /// The group's name.
    pub group: String,
    /// The criteria, in order of name until they are put in another.
    pub criteria: Vec<String>,
    /// One for each person, in order of name.
    pub people: Vec<PersonRow>,
}

impl GroupFigures {
    /// Puts the criteria in the order of the place that each gets; those of the same place stay in order.
    pub fn put_in_order(&mut self, place: impl Fn(&str) -> usize) {
        let mut order: Vec<usize> = (0..self.criteria.len()).collect();
        order.sort_by_key(|it| self.criteria.get(*it).map(|it| place(it)));
        self.criteria = in_order(&order, &self.criteria);
        for person in &mut self.people {
            person.standings = in_order(&order, &person.standings);
        }
    }

    /// Calls everybody by another name; the people come in order of it, so that the order tells nothing
    /// of their own.
    pub fn call_by(&mut self, name: impl Fn(&str) -> String) {
        for person in &mut self.people {
            person.person = name(&person.person);
        }
        self.people.sort_by(|a, b| a.person.cmp(&b.person));
    }
}

fn in_order<T: Clone>(order: &[usize], all: &[T]) -> Vec<T> {
    let these = order.iter().filter_map(|it| all.get(*it));
    these.cloned().collect()
}

/// One person's row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PersonRow {
    /// The code name.
    pub person: String,
    /// How many sessions with a reply.
    pub sessions: u32,
    /// The mean total in hundredths, 0 to 10,000; `None` where nothing was scored.
    #[serde(rename = "total_in_hundredths")]
    pub total: Option<u32>,
    /// In the order of the criteria; `None` where it never applied.
    pub standings: Vec<Option<Standing>>,
}

/// What an author needs to know of a scenario in use.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ScenarioFigures {
    /// Its name.
    pub scenario: String,
    /// How many sessions with a reply.
    pub sessions: u32,
    /// How many of them ended in each way; `None` for the unfinished.
    #[serde(serialize_with = "endings")]
    pub endings: Vec<(Option<EndingKind>, u32)>,
    /// The mean total in hundredths; `None` where nothing was scored.
    #[serde(rename = "total_in_hundredths")]
    pub total: Option<u32>,
    /// Its moments and criteria.
    pub items: Vec<ItemFigures>,
    /// Replies not understood, the most frequent first.
    pub unheard: Vec<UnheardReply>,
    /// How many replies were not understood in all.
    pub unheard_in_all: u32,
}

/// One moment, or one criterion, as an item of a test (classical test theory).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ItemFigures {
    /// The moment's id, or the criterion's name.
    pub item: String,
    /// `opening`, `feeling`, `objection`, `question`, `goodbye`, or `criterion`.
    pub kind: String,
    /// In how many sessions it came up.
    pub met_with: u32,
    /// The share of what could be had that was had, in percent: 100 where everybody meets it. (In
    /// test theory the difficulty index p: the higher, the easier.)
    #[serde(rename = "had_percent")]
    pub had: u32,
    /// The correlation of the item with the session's total, in hundredths, −100 to 100; `None`
    /// where there are fewer than three sessions or no spread. A low one is a hint that the item
    /// measures something else. The total contains the item, so small figures flatter a little.
    #[serde(rename = "discrimination_in_hundredths")]
    pub discrimination: Option<i32>,
}

/// Sums over the sessions that an item came up in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ItemSums {
    /// Sessions.
    pub count: i64,
    /// Points.
    pub points: i64,
    /// Points squared.
    pub points_squared: i64,
    /// Totals.
    pub totals: i64,
    /// Totals squared.
    pub totals_squared: i64,
    /// Points times totals.
    pub products: i64,
}

impl ItemFigures {
    /// The figures of an item of which `most` points can be had.
    pub fn of(item: String, kind: String, sums: ItemSums, most: i64) -> Self {
        let full = sums.count * most;
        let had = (sums.points * 200 + full)
            .checked_div(full * 2)
            .unwrap_or(0);
        Self {
            item,
            kind,
            met_with: u32::try_from(sums.count).unwrap_or(u32::MAX),
            had: u32::try_from(had).unwrap_or(0),
            discrimination: sums.correlation(),
        }
    }
}

impl ItemSums {
    /// Pearson's correlation of points and totals, in hundredths.
    fn correlation(self) -> Option<i32> {
        if self.count < 3 {
            return None;
        }
        let wide = i128::from;
        let count = wide(self.count);
        let both = count * wide(self.products) - wide(self.points) * wide(self.totals);
        let points = count * wide(self.points_squared) - wide(self.points).pow(2);
        let totals = count * wide(self.totals_squared) - wide(self.totals).pow(2);
        if points <= 0 || totals <= 0 {
            return None;
        }
        // |r| = sqrt(both² / (points · totals)), in whole numbers: hundredths, rounded down
        let squared = (both * both).checked_mul(10_000)? / points.checked_mul(totals)?;
        let size = i32::try_from(squared.isqrt()).ok()?;
        Some(if both < 0 { -size } else { size })
    }
}

/// A reply that was not understood, and how often it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnheardReply {
    /// As typed.
    pub reply: String,
    /// How often.
    pub times: u32,
}

#[allow(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "serde gives a reference"
)]
fn ending<S: Serializer>(ending: &Option<EndingKind>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(ending.map_or("unfinished", EndingKind::name))
}

fn endings<S: Serializer>(
    endings: &[(Option<EndingKind>, u32)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let name = |kind: Option<EndingKind>| kind.map_or("unfinished", EndingKind::name);
    serializer.collect_map(endings.iter().map(|(kind, count)| (name(*kind), *count)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sums(pairs: &[(i64, i64)]) -> ItemSums {
        let mut sums = ItemSums::default();
        for (points, total) in pairs {
            sums.count += 1;
            sums.points += points;
            sums.points_squared += points * points;
            sums.totals += total;
            sums.totals_squared += total * total;
            sums.products += points * total;
        }
        sums
    }

    #[test]
    fn an_item_that_goes_with_the_total_discriminates() {
        let of = |pairs: &[(i64, i64)]| {
            ItemFigures::of("x".into(), "feeling".into(), sums(pairs), 2).discrimination
        };
        assert_eq!(of(&[(0, 10), (1, 50), (2, 90)]), Some(100));
        assert_eq!(of(&[(2, 10), (1, 50), (0, 90)]), Some(-100));
        assert_eq!(of(&[(1, 10), (1, 50), (1, 90)]), None);
        assert_eq!(of(&[(0, 10), (2, 90)]), None);
        // by hand: r = 0.5 for (0,1), (1,3), (2,2)
        assert_eq!(of(&[(0, 1), (1, 3), (2, 2)]), Some(50));
    }

    #[test]
    fn the_share_had_is_rounded_half_up() {
        let of = |pairs: &[(i64, i64)]| {
            ItemFigures::of(String::new(), String::new(), sums(pairs), 2).had
        };
        assert_eq!(of(&[(2, 0), (2, 0)]), 100);
        assert_eq!(of(&[(1, 0), (0, 0), (0, 0)]), 17);
        assert_eq!(of(&[]), 0);
    }
}
