//! The moments that a conversation brought, and whether they were met: what an author's item
//! statistics are made of.

use std::collections::BTreeSet;

use crate::{
    customer::Topic,
    rubric::MomentKind,
    scenario::{EndingKind, WorryKind},
    score::{MissedMoment, Scorecard},
    session::Practice,
};

/// How far a moment was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Met {
    /// Nothing of what it asks for came.
    Missed,
    /// Part of it.
    Half,
    /// All of it.
    Whole,
}

/// A moment and how far it was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MomentMet {
    /// The id of the worry that was brought up, or `opening` or `goodbye`; at a chat desk with the
    /// case before it.
    pub moment: String,
    /// What kind of moment.
    pub kind: MomentKind,
    /// How far it was met.
    pub met: Met,
}

impl Met {
    /// 0 for missed, 1 for half, 2 for whole.
    pub const fn points(self) -> u8 {
        match self {
            Self::Missed => 0,
            Self::Half => 1,
            Self::Whole => 2,
        }
    }
}

/// The moments of a conversation: its opening, each worry when it was first brought up and could
/// still be answered, and its goodbye where it came to one.
pub fn moments(
    practice: &Practice,
    card: &Scorecard,
    ending: Option<EndingKind>,
) -> Vec<MomentMet> {
    if practice.exchanges().is_empty() {
        return Vec::new();
    }
    let missed: Vec<&MissedMoment> = card.criteria.iter().flat_map(|it| &it.missed).collect();
    let at = |kind: MomentKind| MomentMet {
        moment: kind.name().to_owned(),
        kind,
        met: worst(missed.iter().filter(|it| it.kind == kind)),
    };
    let mut moments = vec![at(MomentKind::Opening)];
    moments.extend(worries(practice, &missed));
    if ending.is_some_and(|it| !it.is_bad()) {
        moments.push(at(MomentKind::Goodbye));
    }
    moments
}

fn worries(practice: &Practice, missed: &[&MissedMoment]) -> Vec<MomentMet> {
    let scenario = practice.scenario();
    let exchanges: Vec<_> = practice
        .opening()
        .into_iter()
        .chain(practice.exchanges())
        .collect();
    let (mut seen, mut moments) = (BTreeSet::new(), Vec::new());
    // to the last line nobody answered
    let answered = exchanges.len().saturating_sub(1);
    for (line, exchange) in exchanges.iter().take(answered).enumerate() {
        for part in &exchange.turn.parts {
            let Topic::Raised(worry) = part.topic else {
                continue;
            };
            if !seen.insert(worry) {
                continue;
            }
            let worry = &scenario.worries[worry];
            moments.push(MomentMet {
                moment: worry.id.to_string(),
                kind: kind_of(worry.kind),
                met: worst(missed.iter().filter(|it| it.line == Some(line))),
            });
        }
    }
    moments
}

const fn kind_of(kind: WorryKind) -> MomentKind {
    match kind {
        WorryKind::Emotion => MomentKind::Feeling,
        WorryKind::Objection => MomentKind::Objection,
        WorryKind::Question => MomentKind::Question,
    }
}

/// As the criterion that found most wanting.
fn worst<'a>(missed: impl Iterator<Item = &'a &'a MissedMoment>) -> Met {
    let met = missed.map(|it| if it.half { Met::Half } else { Met::Missed });
    met.min().unwrap_or(Met::Whole)
}
