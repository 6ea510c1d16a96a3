//! The part of a report that tells of the desk: notes, identity, promises, goodwill, transfers.

use std::fmt::Write as _;

use crate::{
    report::style::{bold, wrapped},
    scenario::{Promise, Transfer},
    session::{DeskRecord, PromiseMade},
    words::Words,
};

/// What was done at the desk; nothing where the case asks nothing of it.
pub fn desk_record(words: &Words, record: &DeskRecord, width: usize) -> String {
    let lines = desk_lines(words, record);
    if lines.is_empty() {
        return String::new();
    }
    let mut text = format!("{}\n", bold(&words.say("desk-record-title")));
    for line in lines {
        let _ = writeln!(text, "{}", wrapped(&line, width, "  - ", "    "));
    }
    text
}

/// The same, a sentence or two for each thing.
pub(super) fn desk_lines(words: &Words, record: &DeskRecord) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    lines.extend(notes(words, record));
    lines.extend(identity(words, record));
    lines.extend(record.promises.iter().map(|it| promise(words, *it)));
    for turn in &record.goodwill_over {
        lines.push(words.with("desk-goodwill-over", &[("turn", (*turn).into())]));
    }
    for (turn, transfer) in &record.transfers {
        let id = match transfer {
            Transfer::Warm => "desk-transfer-warm",
            Transfer::Cold => "desk-transfer-cold",
        };
        lines.push(words.with(id, &[("turn", (*turn).into())]));
    }
    lines
}

fn notes(words: &Words, record: &DeskRecord) -> Vec<String> {
    let wanted = record.notes.len();
    if wanted == 0 {
        return Vec::new();
    }
    let held = record.notes.iter().filter(|it| it.held).count();
    let mut lines = vec![words.with(
        "desk-notes-held",
        &[("held", held.into()), ("wanted", wanted.into())],
    )];
    let missing = record.notes.iter().filter(|it| !it.held);
    let told: Vec<&str> = missing.filter_map(|it| it.told.as_deref()).collect();
    if held > 0 {
        lines.extend(
            told.iter()
                .map(|it| words.with("desk-notes-missing", &[("told", (*it).into())])),
        );
    }
    if let Some((turn, facts)) = record.read_back {
        lines.push(words.with(
            "desk-read-back",
            &[("turn", turn.into()), ("facts", facts.into())],
        ));
    }
    lines
}

fn identity(words: &Words, record: &DeskRecord) -> Vec<String> {
    let mut lines: Vec<String> = record
        .leaks
        .iter()
        .map(|it| words.with("desk-leaked", &[("turn", (*it).into())]))
        .collect();
    if let Some(identified) = record.identified {
        let id = if identified {
            "desk-identified"
        } else {
            "desk-not-identified"
        };
        lines.push(words.say(id));
    }
    lines
}

fn promise(words: &Words, made: PromiseMade) -> String {
    let id = match made.comes_to {
        Promise::Fits => "desk-promise-fits",
        Promise::TooSoon => "desk-promise-too-soon",
        Promise::Late => "desk-promise-late",
        Promise::Closed => "desk-promise-closed",
        Promise::Vague => "desk-promise-vague",
    };
    let mut text = words.with(id, &[("turn", made.turn.into())]);
    if let Some(turn) = made.repaired {
        text.push(' ');
        text.push_str(&words.with("desk-promise-repaired", &[("turn", turn.into())]));
    }
    text
}
