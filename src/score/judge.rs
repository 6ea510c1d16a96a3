//! From measures to levels, and what kept a level down.

use crate::{
    acts::{ActSet, AgentAct},
    rubric::{Cap, Criterion, Level, MeasureId, Rubric, Way},
    score::{measure, scene::Scene},
};

/// What a criterion comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verdict {
    /// The level; `None` where the criterion does not apply.
    pub(super) level: Option<u8>,
    /// The level before any cap.
    pub(super) earned: u8,
    /// What kept it down, where something did.
    pub(super) held: Option<Held>,
}

/// A cap at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Held {
    /// The highest level that is left.
    pub(super) to: u8,
    pub(super) reply: usize,
    pub(super) act: AgentAct,
    /// The reply that made it good in part.
    pub(super) repaired: Option<usize>,
}

pub(super) fn verdict(criterion: &Criterion, rubric: &Rubric, scene: &Scene) -> Verdict {
    let earned = earned(criterion, rubric, scene);
    if !applies(criterion, scene) {
        return Verdict {
            level: None,
            earned,
            held: None,
        };
    }
    let held = hold(criterion, scene).filter(|it| it.to < earned);
    let level = held.map_or(earned, |it| it.to);
    Verdict {
        level: Some(level),
        earned,
        held,
    }
}

fn applies(criterion: &Criterion, scene: &Scene) -> bool {
    criterion
        .only_with
        .is_none_or(|kind| scene.moments.iter().any(|it| it.kind == kind))
}

/// The highest level of which a way is gone all through.
fn earned(criterion: &Criterion, rubric: &Rubric, scene: &Scene) -> u8 {
    // who said nothing did nothing wrong, and earns nothing by it
    if scene.replies.is_empty() {
        return 0;
    }
    let reached = |level: &Level| level.ways.iter().any(|way| is_gone(way, rubric, scene));
    let highest = criterion.levels.iter().rposition(reached).unwrap_or(0);
    u8::try_from(highest).unwrap_or(0)
}

pub(super) fn is_gone(way: &Way, rubric: &Rubric, scene: &Scene) -> bool {
    let value = |id: MeasureId| measure::value(&rubric.measures[id], scene);
    way.at_least
        .iter()
        .all(|(id, number)| value(*id) >= *number)
        && way.below.iter().all(|(id, number)| value(*id) < *number)
}

/// The way of a level that was gone, or came nearest: the one with the fewest demands unmet.
pub(super) fn best_way<'a>(level: &'a Level, rubric: &Rubric, scene: &Scene) -> Option<&'a Way> {
    level
        .ways
        .iter()
        .min_by_key(|way| unmet(way, rubric, scene).len())
}

/// The demands that are not met: the measure, what it is, and what is asked.
pub(super) fn unmet(way: &Way, rubric: &Rubric, scene: &Scene) -> Vec<(MeasureId, u32, u32, bool)> {
    let value = |id: MeasureId| measure::value(&rubric.measures[id], scene);
    let low = way
        .at_least
        .iter()
        .map(|(id, number)| (*id, value(*id), *number, true));
    let high = way
        .below
        .iter()
        .map(|(id, number)| (*id, value(*id), *number, false));
    low.filter(|(_, have, need, _)| have < need)
        .chain(high.filter(|(_, have, limit, _)| have >= limit))
        .collect()
}

/// The lowest cap at work; of equal ones the earliest.
fn hold(criterion: &Criterion, scene: &Scene) -> Option<Held> {
    let held = criterion
        .caps
        .iter()
        .filter_map(|cap| hold_by(cap, criterion, scene));
    held.min_by_key(|it| (it.to, it.reply))
}

fn hold_by(cap: &Cap, criterion: &Criterion, scene: &Scene) -> Option<Held> {
    let offends =
        |it: &usize| cap.acts.meets(scene.replies[*it].acts) && scene.is_at(*it, cap.place);
    let first = (0..scene.replies.len()).find(offends)?;
    let last = (first..scene.replies.len()).rfind(offends)?;
    let act = scene.replies[first]
        .acts
        .intersection(cap.acts)
        .iter()
        .next()?;
    // what is said after the last offence, without a new one, makes good; the whole conversation
    // counts then, since a quarrel elsewhere shows that the repair was not meant
    let offences = blunders(criterion);
    let repairs = |it: &usize| {
        let acts = scene.replies[*it].acts;
        criterion.repaired_by.meets(acts) && !offences.meets(acts)
    };
    let relapses =
        |from: usize| (from..scene.replies.len()).any(|it| offences.meets(scene.replies[it].acts));
    let repaired = (last + 1..scene.replies.len()).find(|it| repairs(it) && !relapses(*it));
    let to = cap.to + u8::from(repaired.is_some());
    Some(Held {
        to,
        reply: first,
        act,
        repaired,
    })
}

/// All acts that a cap of the criterion punishes.
pub(super) fn blunders(criterion: &Criterion) -> ActSet<AgentAct> {
    let acts = criterion.caps.iter().map(|it| it.acts);
    acts.fold(ActSet::EMPTY, ActSet::union)
}
