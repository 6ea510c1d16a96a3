//! The turns of a conversation.

use crate::{
    customer::Cause,
    report::sheet::{AnswerSheet, By, CauseSheet, FeelingSheet, Said, TurnSheet, marks},
    scenario::{MoodChange, Scenario},
    session::{Assessment, Exchange, Practice},
};

/// All turns, the customer's first words among them.
pub(super) fn all(practice: &Practice, assessment: Option<&Assessment>) -> Vec<TurnSheet> {
    let opening = practice.opening().map(|it| opening(practice, it));
    let turns = practice.exchanges().iter().enumerate();
    let turns = turns.map(|(at, exchange)| {
        let said = Said {
            text: exchange.reply.clone(),
            marks: marks::of(at, exchange, assessment),
        };
        let mut turn = turn(practice, exchange, at + 1, Some(said));
        turn.answer = spoken(practice, exchange, at);
        turn
    });
    opening.into_iter().chain(turns).collect()
}

fn opening(practice: &Practice, exchange: &Exchange) -> TurnSheet {
    let mut turn = turn(practice, exchange, 0, None);
    turn.answer.push(AnswerSheet {
        role: practice
            .scenario()
            .customer
            .role
            .as_deref()
            .map(str::to_owned),
        text: exchange.turn.line.clone(),
    });
    turn
}

fn turn(practice: &Practice, exchange: &Exchange, number: usize, reply: Option<Said>) -> TurnSheet {
    let heard = &exchange.turn.heard;
    TurnSheet {
        turn: number,
        reply,
        understood: exchange.turn.understood,
        answer: Vec::new(),
        kinds: heard.acts.iter().collect(),
        feeling: heard.emotion.map(|it| FeelingSheet {
            feeling: it.feeling,
            strength: it.strength,
        }),
        mood: exchange.turn.mood,
        causes: causes(practice, exchange, number),
    }
}

/// By role; where something was added unasked, the parts do not hold it and the whole line counts.
fn spoken(practice: &Practice, exchange: &Exchange, at: usize) -> Vec<AnswerSheet> {
    let parts = practice.spoken(exchange, practice.before(at));
    let length: usize = parts.iter().map(|it| it.1.len()).sum();
    if let [(role, text)] = parts.as_slice()
        && text.len() < exchange.turn.line.len()
    {
        return vec![AnswerSheet {
            role: role.map(str::to_owned),
            text: exchange.turn.line.clone(),
        }];
    }
    debug_assert!(length <= exchange.turn.line.len());
    let parts = parts.into_iter();
    parts
        .map(|(role, text)| AnswerSheet {
            role: role.map(str::to_owned),
            text,
        })
        .collect()
}

fn causes(practice: &Practice, exchange: &Exchange, number: usize) -> Vec<CauseSheet> {
    let scenario = practice.scenario();
    let known = exchange.turn.causes.iter();
    let mut causes: Vec<CauseSheet> = known.map(|it| cause(scenario, *it)).collect();
    let before = number
        .checked_sub(1)
        .map_or(scenario.customer.mood, |at| practice.before(at).mood);
    if causes.is_empty() && before != exchange.turn.mood && scenario.stages.is_empty() {
        // only a chat desk moves a mood without a reason in the reply
        causes.push(CauseSheet {
            words: None,
            rule: None,
            by: By::Desk,
            change: MoodChange::default(),
        });
    }
    causes
}

fn cause(scenario: &Scenario, cause: Cause) -> CauseSheet {
    let (words, rule, by, change) = match cause {
        Cause::Shift(number) => {
            let shift = &scenario.shifts[number];
            let (cause, id) = (shift.cause.clone(), shift.id.to_string());
            (Some(cause), Some(id), By::Manner, shift.change)
        }
        Cause::Solution(number) => {
            let offered = &scenario.solutions[number];
            (None, Some(offered.id.to_string()), By::Offer, offered.mood)
        }
        Cause::Move(number) => {
            let made = &scenario.moves[number];
            (None, Some(made.id.to_string()), By::Answer, made.mood)
        }
    };
    CauseSheet {
        words,
        rule,
        by,
        change,
    }
}
