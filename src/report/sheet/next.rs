//! What to practise next.

use std::cmp::Reverse;

use crate::{
    ground::localised::Localised,
    report::sheet::{ConversationSheet, CriterionSheet, PractiseSheet},
    scenario::{Card, Trainee},
    session::Assessment,
};

/// At most so many things: who is told everything practises nothing.
const MOST: usize = 3;
/// Below this total the same case once more is the best next step.
const AGAIN: u32 = 60;

/// The lowest criteria, the heavier first among equals, with a case to practise the first one in.
pub(super) fn practise(
    criteria: &[CriterionSheet],
    card: &Card,
    cards: &[Card],
    assessment: Option<&Assessment>,
) -> Vec<PractiseSheet> {
    let Some(assessment) = assessment else {
        return Vec::new();
    };
    let next = next_case(card, cards, assessment.card.total);
    let scenario = next.map(|it| it.name.to_string());
    steps(
        criteria,
        scenario.as_deref(),
        &next.map(|it| it.title.clone()).unwrap_or_default(),
    )
}

/// The same by the levels of coaches; the case to practise in stays.
pub(super) fn anew(conversation: &mut ConversationSheet) {
    let first = conversation.practise.first();
    let scenario = first.and_then(|it| it.scenario.clone());
    let title = first
        .map(|it| it.scenario_title.clone())
        .unwrap_or_default();
    conversation.practise = steps(&conversation.criteria, scenario.as_deref(), &title);
}

fn steps(
    criteria: &[CriterionSheet],
    scenario: Option<&str>,
    title: &Localised,
) -> Vec<PractiseSheet> {
    let placed = criteria.iter().enumerate();
    let mut open: Vec<(usize, &CriterionSheet)> = placed
        .filter(|it| it.1.holds().is_some_and(|level| level < 4))
        .collect();
    open.sort_by_key(|(place, it)| (it.holds(), Reverse(it.weight), *place));
    let chosen = open.into_iter().take(MOST);
    chosen
        .map(|(place, it)| PractiseSheet {
            place,
            criterion: it.criterion.clone(),
            scenario: scenario.map(str::to_owned),
            scenario_title: title.clone(),
        })
        .collect()
}

/// The same case where it went badly; else the next one in the same language and by the same
/// channel, no easier, the easiest first.
fn next_case<'a>(card: &'a Card, cards: &'a [Card], total: u32) -> Option<&'a Card> {
    if total < AGAIN {
        return Some(card);
    }
    let fits = |it: &&Card| {
        it.language == card.language
            && it.channel == card.channel
            && it.trainee == Trainee::Agent
            && it.rubric == card.rubric
            && it.level >= card.level
            && it.name != card.name
    };
    // of equally hard ones the next by name, so that all of them get their turn
    let order = |it: &&Card| (it.level, it.name < card.name, it.name.clone());
    cards.iter().filter(fits).min_by_key(order)
}
