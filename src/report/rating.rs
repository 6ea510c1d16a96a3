//! What a coach who rates is shown: what was said and what is asked, and nothing of what anybody or
//! the machine made of it.

use std::fmt::Write as _;

use crate::{
    acts::{Act as _, AgentAct},
    calibration::{Grade, Item, Refusal, Round},
    report::{
        coach::act_name,
        style::{bold, dim, wrapped},
    },
    rubric::Criterion,
    words::Words,
};

/// Before the first question.
pub fn rating_intro(words: &Words, round: &Round, open: usize, width: usize) -> String {
    let values = [
        ("name", round.name.as_str().into()),
        ("count", round.items.len().into()),
        ("open", open.into()),
    ];
    let about = words.with("calibrate-intro", &values);
    let how = wrapped(&words.say("calibrate-how"), width, "", "");
    format!("{}\n{}\n", bold(&about), dim(&how))
}

/// A conversation; `nth` says which it is, from 1, of how many.
pub fn rating_item(words: &Words, item: &Item, nth: (usize, usize), width: usize) -> String {
    let values = [
        ("nth", nth.0.into()),
        ("all", nth.1.into()),
        ("item", item.id.as_str().into()),
    ];
    let mut text = format!("\n{}\n", bold(&words.with("calibrate-item", &values)));
    let (agent, customer) = (
        words.say("calibrate-agent"),
        words.say("calibrate-customer"),
    );
    let mut reply = 0;
    for turn in &item.turns {
        let first = if turn.agent {
            reply += 1;
            format!("{reply:2} {agent}: ")
        } else {
            format!("   {customer}: ")
        };
        let said = if turn.text.trim().is_empty() {
            "…"
        } else {
            &turn.text
        };
        let _ = writeln!(text, "{}", wrapped(said, width, &first, "     "));
    }
    text
}

/// What is asked; `before` is what the coach said of it already.
pub fn rating_question(words: &Words, criterion: &Criterion, before: Option<Grade>) -> String {
    let id = if criterion.only_with.is_some() {
        "calibrate-question-na"
    } else {
        "calibrate-question"
    };
    let values = [("criterion", words.of(&criterion.title).into())];
    let question = words.with(id, &values);
    let before = before.map(|it| {
        let values = [("level", grade(it).into())];
        format!(" {}", words.with("calibrate-now", &values))
    });
    format!("\n{}{}\n", bold(&question), before.unwrap_or_default())
}

/// What the levels of a criterion mean.
pub fn rating_meaning(words: &Words, criterion: &Criterion, width: usize) -> String {
    let mut text = String::new();
    for (level, it) in criterion.levels.iter().enumerate() {
        let meaning = wrapped(
            words.of(&it.meaning),
            width,
            &format!("  {level}  "),
            "     ",
        );
        let _ = writeln!(text, "{meaning}");
    }
    if criterion.only_with.is_some() {
        let _ = writeln!(text, "  na {}", words.say("calibrate-na"));
    }
    text
}

/// The acts that can be named.
pub fn rating_acts(words: &Words) -> String {
    let acts = AgentAct::ALL.iter().filter(|it| it.is_codebook());
    let lines = acts.map(|it| format!("  {:16} {}\n", it.name(), act_name(words, *it)));
    let lines: String = lines.collect();
    format!("{lines}{}\n", dim(&words.say("calibrate-acts-how")))
}

/// Why a line was not taken, and what to type.
pub fn rating_refused(words: &Words, refusal: &Refusal, width: usize) -> String {
    let told = match refusal {
        Refusal::Unknown(line) => {
            words.with("calibrate-refused-line", &[("line", line.as_str().into())])
        }
        Refusal::Applies => words.say("calibrate-refused-na"),
        Refusal::Blank => words.say("calibrate-refused-blank"),
        Refusal::NoSuchAct(name) => {
            let known = AgentAct::ALL.iter().filter(|it| it.is_codebook());
            let known: Vec<&str> = known.map(|it| it.name()).collect();
            let values = [
                ("act", name.as_str().into()),
                ("known", known.join(", ").into()),
            ];
            words.with("calibrate-refused-act", &values)
        }
        Refusal::NoSuchReply(count) => {
            words.with("calibrate-refused-reply", &[("count", (*count).into())])
        }
        Refusal::NoSuchItem(count) => {
            words.with("calibrate-refused-item", &[("count", (*count).into())])
        }
    };
    format!("{}\n", wrapped(&told, width, "", ""))
}

/// At the end: how many levels are still to be given, and how to carry on.
pub fn rating_left(words: &Words, open: usize, again: &str) -> String {
    let told = if open == 0 {
        words.say("calibrate-done")
    } else {
        let values = [("count", open.into()), ("command", again.into())];
        words.with("calibrate-left", &values)
    };
    format!("\n{told}\n")
}

/// A level as coaches type it.
pub(super) fn grade(grade: Grade) -> String {
    grade
        .level()
        .map_or_else(|| "na".to_owned(), |it| it.to_string())
}
