//! The end of a conversation: how it ended and why, and the pulse.

use std::fmt::Write as _;

use crate::{
    report::{
        pulse::{beats_per_minute, pulse_chart},
        style::{bold, dim, indent},
    },
    scenario::{EndingKind, Trainee},
    session::Practice,
    words::Words,
};

/// How the conversation ended and why, with the customer's pulse over the turns.
pub fn ending(words: &Words, practice: &Practice, width: usize) -> String {
    let mut text = String::new();
    let kind = words.say(&format!("ending-{}", ending_name(practice.ending_kind())));
    let replies = words.with(
        "end-replies",
        &[("count", practice.exchanges().len().into())],
    );
    let _ = writeln!(
        text,
        "\n{}: {} {}",
        bold(&words.say("end-title")),
        kind,
        dim(&format!("({replies})"))
    );
    if let Some(ending) = practice.ending() {
        let _ = writeln!(text, "{}", indent(words.of(&ending.why), width, 2));
    }
    if practice.scenario().card.trainee == Trainee::Caller {
        // whose pulse it would be changes with every transfer
        return text;
    }
    let tensions = tensions(practice);
    if let (Some(first), Some(last)) = (tensions.first(), tensions.last()) {
        let values = [
            ("from", beats_per_minute(*first).into()),
            ("to", beats_per_minute(*last).into()),
        ];
        let _ = writeln!(text, "\n{}", bold(&words.with("end-pulse", &values)));
        text.push_str(&pulse_chart(words, &tensions, width));
    }
    text
}

/// The ending as the interfaces name it.
pub(super) fn ending_name(kind: Option<EndingKind>) -> &'static str {
    kind.map_or("unfinished", EndingKind::name)
}

/// The tension before the first reply and after each.
fn tensions(practice: &Practice) -> Vec<u8> {
    let start = practice.scenario().customer.mood.tension;
    let after = practice.exchanges().iter().map(|it| it.turn.mood.tension);
    std::iter::once(start).chain(after).collect()
}
