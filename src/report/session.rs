//! Sessions in words: their heading, their place in a list, what has changed since.

use crate::{
    report::style::{bold, dim, wrapped},
    session::{Drift, Header, Mode, Summary},
    words::Words,
};

/// The heading of a session shown again.
pub fn session(words: &Words, header: &Header) -> String {
    let mode = mode_name(words, header.mode);
    let trainee = header
        .trainee
        .clone()
        .unwrap_or_else(|| words.say("nobody"));
    let about = words.with(
        "session-about",
        &[
            ("scenario", header.scenario.as_str().into()),
            ("trainee", trainee.into()),
            ("at", header.at.to_utc_minute().into()),
            ("seed", header.seed.to_string().into()),
            ("mode", mode.into()),
            ("engine", header.pins.engine.as_str().into()),
        ],
    );
    format!("{}\n{}\n\n", bold(&header.session), dim(&about))
}

/// How a session is practised, in words.
pub(super) fn mode_name(words: &Words, mode: Mode) -> String {
    words.say(match mode {
        Mode::Practice => "mode-practice",
        Mode::Coach => "mode-coach",
        Mode::Exam => "mode-exam",
    })
}

/// A session in a list; `elsewhere` where it is not on this machine.
pub fn session_line(words: &Words, summary: &Summary, elsewhere: bool) -> String {
    let header = &summary.header;
    let state = words.say(if summary.ended {
        "session-ended"
    } else {
        "session-unfinished"
    });
    let about = words.with(
        "session-in-list",
        &[
            ("scenario", header.scenario.as_str().into()),
            (
                "trainee",
                header
                    .trainee
                    .clone()
                    .unwrap_or_else(|| words.say("nobody"))
                    .into(),
            ),
            ("replies", summary.replies.into()),
            ("state", state.into()),
        ],
    );
    let mark = if elsewhere {
        format!(" · {}", dim(&words.say("session-elsewhere")))
    } else {
        String::new()
    };
    format!("{}  {about}{mark}", bold(&header.session))
}

/// What has changed since a session began.
pub fn drift(words: &Words, drift: &Drift) -> String {
    let mut lines = Vec::new();
    let mut add = |id: &str, value: String| lines.push(words.with(id, &[("what", value.into())]));
    if let Some(engine) = &drift.engine {
        add("drift-engine", engine.clone());
    }
    if !drift.changed.is_empty() {
        add("drift-changed", drift.changed.join(", "));
    }
    if !drift.lost.is_empty() {
        add("drift-lost", drift.lost.join(", "));
    }
    if !drift.otherwise.is_empty() {
        let turns: Vec<String> = drift.otherwise.iter().map(u32::to_string).collect();
        add("drift-otherwise", turns.join(", "));
    }
    lines.join("\n")
}

/// What the trainee wrote down; nothing where there are no notes.
pub fn notes(words: &Words, notes: &[String], width: usize) -> String {
    if notes.is_empty() {
        return String::new();
    }
    let lines = notes
        .iter()
        .map(|it| wrapped(it, width, "  - ", "    ") + "\n");
    format!(
        "{}\n{}",
        bold(&words.say("card-notes")),
        lines.collect::<String>()
    )
}

/// Lines of a log that could not be read.
pub fn damaged(words: &Words, lines: &[usize]) -> String {
    let numbers: Vec<String> = lines.iter().map(usize::to_string).collect();
    words.with("session-damaged", &[("lines", numbers.join(", ").into())])
}
