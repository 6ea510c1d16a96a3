//! JSON Lines: one conversation a line. Unknown keys, labels among them, are passed over.

use serde::Deserialize;

use crate::{
    ground::{
        diagnostic::{Diagnostic, Source},
        span::Span,
    },
    transcript::{
        model::{Channel, Speaker, Transcript, Turn},
        stem,
    },
};

/// The language of a conversation that does not say.
const LANGUAGE: &str = "nl";

#[derive(Deserialize)]
struct Line {
    id: Option<String>,
    lang: Option<String>,
    channel: Option<String>,
    turns: Vec<TurnShape>,
}

#[derive(Deserialize)]
struct TurnShape {
    speaker: String,
    text: String,
}

pub(super) fn read(source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Vec<Transcript> {
    let mut transcripts = Vec::new();
    let mut at = 0;
    for (number, line) in source.text.split_inclusive('\n').enumerate() {
        let from = at;
        at += line.len();
        let words = line.trim_end();
        if words.trim().is_empty() {
            continue;
        }
        let span = Span::new(from, from + words.len());
        match parse(words, number, source) {
            Ok(transcript) => transcripts.push(transcript),
            Err(finding) => diagnostics.push(finding.at(source, span)),
        }
    }
    transcripts
}

fn parse(words: &str, number: usize, source: &Source) -> Result<Transcript, Diagnostic> {
    let line: Line = serde_json::from_str(words).map_err(|error| {
        let message = error.to_string();
        // "at line 1" would be the line within the line
        let message = message.replace(" at line 1 column", ", at column");
        Diagnostic::error("transcript-line", message).help(
            r#"one line is {"id": "…", "lang": "nl", "channel": "phone", "turns": [{"speaker": "agent", "text": "…"}]}"#,
        )
    })?;
    if line.turns.is_empty() {
        return Err(Diagnostic::error(
            "no-turns",
            "the conversation has no turns",
        ));
    }
    let channel = match line.channel.as_deref() {
        Some("phone") | None => Channel::Phone,
        Some("chat") => Channel::Chat,
        Some(other) => {
            let message = format!("there is no channel `{other}`");
            let finding = Diagnostic::error("unknown-channel", message);
            return Err(finding.help("the channels are `phone` and `chat`"));
        }
    };
    let turns = line.turns.into_iter().map(turn).collect::<Result<_, _>>()?;
    let fallback = || format!("{}-{}", stem(&source.path), number + 1);
    Ok(Transcript {
        id: line.id.unwrap_or_else(fallback),
        language: line.lang.unwrap_or_else(|| LANGUAGE.to_owned()),
        channel,
        turns,
    })
}

fn turn(shape: TurnShape) -> Result<Turn, Diagnostic> {
    let speaker = match shape.speaker.as_str() {
        "agent" => Speaker::Agent,
        "customer" => Speaker::Customer,
        other => {
            let message = format!("there is no speaker `{other}`");
            let finding = Diagnostic::error("unknown-speaker", message);
            return Err(finding.help("the speakers are `agent` and `customer`"));
        }
    };
    let text = shape.text;
    Ok(Turn { speaker, text })
}
