//! How the speakers are named in plain-text transcripts, per language.

use crate::{
    ground::{
        diagnostic::{Diagnostic, Source},
        span::Span,
    },
    transcript::model::Speaker,
};

/// The names before the colon, of all languages, from the files `lexicon/<language>/speakers.txt`.
#[derive(Debug, Clone, Default)]
pub struct Speakers {
    names: Vec<Name>,
}

#[derive(Debug, Clone)]
struct Name {
    language: Box<str>,
    speaker: Speaker,
    /// In lower case.
    folded: Box<str>,
    written: Box<str>,
}

impl Speakers {
    /// Reads the files; each line is `agent:` or `customer:` and the names, parted by commas.
    pub fn load(sources: &[Source]) -> (Self, Vec<Diagnostic>) {
        let mut speakers = Self::default();
        let mut diagnostics = Vec::new();
        for source in sources {
            speakers.load_file(source, &mut diagnostics);
        }
        (speakers, diagnostics)
    }

    fn load_file(&mut self, source: &Source, diagnostics: &mut Vec<Diagnostic>) {
        let language = source.path.split('/').rev().nth(1).unwrap_or_default();
        let mut at = 0;
        for line in source.text.split_inclusive('\n') {
            let span = Span::new(at, at + line.trim_end().len());
            at += line.len();
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (role, names) = line.split_once(':').unwrap_or((line, ""));
            let speaker = match role.trim() {
                "agent" => Speaker::Agent,
                "customer" => Speaker::Customer,
                _ => {
                    let message = "a line begins with `agent:` or `customer:`";
                    diagnostics.push(Diagnostic::error("speaker-line", message).at(source, span));
                    continue;
                }
            };
            let names = names.split(',').map(str::trim).filter(|it| !it.is_empty());
            self.names.extend(names.map(|name| Name {
                language: language.into(),
                speaker,
                folded: name.to_lowercase().into(),
                written: name.into(),
            }));
        }
    }

    /// The name that is written before this speaker's lines: the first of the language.
    pub fn name(&self, language: &str, speaker: Speaker) -> Option<&str> {
        let mut names = self.names.iter();
        names
            .find(|it| *it.language == *language && it.speaker == speaker)
            .map(|it| &*it.written)
    }

    /// Who speaks in `line`, in which language, and what they say; `None` where the line has no
    /// known name before a colon.
    pub(super) fn split<'a>(&self, line: &'a str) -> Option<(Speaker, &str, &'a str)> {
        let is_invisible = |it: char| matches!(it, '\u{200e}' | '\u{200f}' | '\u{feff}');
        let line = line.trim_start_matches(|it: char| it.is_whitespace() || is_invisible(it));
        let (name, text) = line.split_once(':')?;
        let name = name.trim().to_lowercase();
        let known = self.names.iter().find(|it| *it.folded == *name)?;
        Some((known.speaker, &known.language, text.trim()))
    }

    /// All names, as written, for a message.
    pub(super) fn all(&self) -> String {
        let names: Vec<String> = self
            .names
            .iter()
            .map(|it| format!("`{}:`", it.written))
            .collect();
        names.join(", ")
    }
}
