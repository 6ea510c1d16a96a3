//! Plain text: `Klant:` and `Medewerker:` before what they say.
//!
//! A line without a known name carries on the turn before it. Blank lines mean nothing. A line of
//! three or more hyphens parts two conversations.

use crate::{
    ground::{
        diagnostic::{Diagnostic, Source},
        span::Span,
    },
    transcript::{
        model::{Channel, Transcript, Turn},
        speakers::Speakers,
        stem,
    },
};

pub(super) fn read(
    source: &Source,
    speakers: &Speakers,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Transcript> {
    let mut parts = vec![Part::default()];
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        let words = line.trim_end();
        let span = Span::new(at, at + words.len());
        at += line.len();
        let words = words.trim();
        if words.len() >= 3 && words.chars().all(|it| it == '-') {
            parts.push(Part::default());
        } else if let (false, Some(part)) = (words.is_empty(), parts.last_mut()) {
            part.line(words, span, speakers);
        }
    }
    let several = parts.len() > 1;
    let mut transcripts = Vec::new();
    for part in parts {
        if let Some(span) = part.astray {
            diagnostics.push(
                Diagnostic::error("no-speaker", "nobody is named who says this")
                    .at(source, span)
                    .help(format!("begin the line with one of {}", speakers.all())),
            );
        }
        if part.turns.is_empty() {
            // a separator at the end of the file parts nothing
            if part.astray.is_some() || !several {
                let finding = Diagnostic::error("no-turns", "the conversation has no turns");
                diagnostics.push(finding.at(source, Span::new(0, 0)));
            }
            continue;
        }
        let number = transcripts.len() + 1;
        let stem = stem(&source.path);
        transcripts.push(Transcript {
            id: if number == 1 {
                stem.to_owned()
            } else {
                format!("{stem}-{number}")
            },
            language: part.language,
            channel: Channel::Phone,
            turns: part.turns,
        });
    }
    transcripts
}

/// One conversation being read.
#[derive(Default)]
struct Part {
    turns: Vec<Turn>,
    language: String,
    /// The first line before anybody is named.
    astray: Option<Span>,
}

impl Part {
    fn line(&mut self, words: &str, span: Span, speakers: &Speakers) {
        if let Some((speaker, language, text)) = speakers.split(words) {
            if self.turns.is_empty() {
                language.clone_into(&mut self.language);
            }
            let text = text.to_owned();
            self.turns.push(Turn { speaker, text });
        } else if let Some(last) = self.turns.last_mut() {
            last.text.push('\n');
            last.text.push_str(words);
        } else {
            self.astray.get_or_insert(span);
        }
    }
}
