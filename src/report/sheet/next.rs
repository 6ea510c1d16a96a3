//! What to practise next.

use crate::{
    report::sheet::{CriterionSheet, PractiseSheet},
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
    let weight = |place: usize| {
        let criterion = assessment.rubric.criteria.get(place);
        criterion.map_or(0, |it| it.weight)
    };
    let open = |it: &&(usize, &CriterionSheet)| it.1.level.is_some_and(|level| level < 4);
    let placed: Vec<(usize, &CriterionSheet)> = criteria.iter().enumerate().collect();
    let mut lowest: Vec<(usize, &CriterionSheet)> = placed.iter().filter(open).copied().collect();
    lowest.sort_by_key(|(place, it)| (it.level, std::cmp::Reverse(weight(*place)), *place));
    let next = next_case(card, cards, assessment.card.total);
    let chosen = lowest.into_iter().take(MOST);
    chosen
        .map(|(place, it)| PractiseSheet {
            place,
            criterion: it.criterion.clone(),
            scenario: next.map(|it| it.name.to_string()),
            scenario_title: next.map(|it| it.title.clone()).unwrap_or_default(),
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
