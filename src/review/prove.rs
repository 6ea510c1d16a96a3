//! Cases prove the program: what a coach saw in a conversation, the program should see too.

use crate::{
    acts::{Act as _, Reader},
    ground::diagnostic::{Diagnostic, Source},
    library::{Library, LoadError},
    review::{
        case_file::{CaseTable, FORMAT, TurnTable},
        event::Level,
    },
    rubric::Rubric,
    score::{self, Conversation},
    transcript::{Channel, Speaker, Transcript},
};

/// What the rubric of a case is, where it does not say.
const RUBRIC: &str = "service-call";

/// Reads all cases of a language and tells where the program sees something else than they say.
pub fn prove(library: &Library, reader: &Reader, language: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let files = library
        .content()
        .files(&format!("cases/{language}/"), ".toml");
    for source in &files {
        match toml::from_str::<CaseTable>(&source.text) {
            Ok(table) => {
                let prover = Prover {
                    library,
                    reader,
                    language,
                    source,
                    table: &table,
                };
                found.extend(prover.prove());
            }
            Err(error) => found.push(Diagnostic::from_toml("case-file", source, &error)),
        }
    }
    found
}

struct Prover<'a> {
    library: &'a Library,
    reader: &'a Reader,
    language: &'a str,
    source: &'a Source,
    table: &'a CaseTable,
}

impl Prover<'_> {
    fn prove(&self) -> Vec<Diagnostic> {
        if let Some(fault) = self.fault() {
            return vec![fault];
        }
        let table = self.table;
        let transcript = Transcript {
            id: String::new(),
            language: String::new(),
            channel: Channel::Phone,
            turns: table.turns.get_ref().iter().map(TurnTable::turn).collect(),
        };
        let conversation = Conversation::read(&transcript, self.reader);
        let mut found = self.acts(&conversation);
        found.extend(self.levels(&conversation));
        found
    }

    /// What is wrong with the case itself.
    fn fault(&self) -> Option<Diagnostic> {
        let table = self.table;
        let format = *table.format.get_ref();
        if format != FORMAT {
            let message = format!("format {format} is not known to this version");
            let fault = Diagnostic::error("case-format", message);
            return Some(fault.at(self.source, table.format.span().into()));
        }
        let last = table.turns.get_ref().last().map(|it| it.turn().speaker);
        if last != Some(Speaker::Agent) {
            let fault = Diagnostic::error("case-turns", "the last turn of a case is the agent's");
            return Some(fault.at(self.source, table.turns.span().into()));
        }
        if table.shows.is_empty() && table.shows_not.is_empty() && table.levels.is_empty() {
            let fault = Diagnostic::error("case-expects-nothing", "the case expects nothing");
            return Some(
                fault
                    .at(self.source, table.format.span().into())
                    .help("give `shows`, `shows_not` or `[levels]`"),
            );
        }
        None
    }

    /// Whether the last reply shows what it should, and nothing that it should not.
    fn acts(&self, conversation: &Conversation) -> Vec<Diagnostic> {
        let Some(reply) = conversation.replies().last() else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for act in &self.table.shows {
            if !reply.acts.contains(*act.get_ref()) {
                let message = format!("`{}` is not found in the reply", act.get_ref().name());
                found.push(self.unmet("case-missed", message, act.span()));
            }
        }
        for act in &self.table.shows_not {
            let mut phrases = reply.phrases(*act.get_ref());
            if reply.acts.contains(*act.get_ref()) {
                let name = act.get_ref().name();
                let phrase = phrases.next().unwrap_or_default();
                let message = format!("`{name}` is found in the reply: \"{phrase}\"");
                found.push(self.unmet("case-hit", message, act.span()));
            }
        }
        found
    }

    /// Whether the levels are what they should be.
    fn levels(&self, conversation: &Conversation) -> Vec<Diagnostic> {
        if self.table.levels.is_empty() {
            return Vec::new();
        }
        let rubric = match self.rubric() {
            Ok(rubric) => rubric,
            // what is wrong with a rubric itself is said elsewhere
            Err(LoadError::Faulty(_)) => return Vec::new(),
            Err(error) => {
                let span = self.table.rubric.as_ref().map_or(0..0, toml::Spanned::span);
                let finding = Diagnostic::error("case-rubric", error.to_string());
                return vec![finding.at(self.source, span.into())];
            }
        };
        let levels = score::levels(conversation, &rubric).levels;
        let mut found = Vec::new();
        for (criterion, wanted) in &self.table.levels {
            let Some(id) = rubric.criterion(criterion.get_ref()) else {
                let message = format!("the rubric has no criterion `{}`", criterion.get_ref());
                let known = rubric.criterion_names().join(", ");
                let finding = Diagnostic::error("case-criterion", message)
                    .help(format!("the criteria are {known}"));
                found.push(finding.at(self.source, criterion.span().into()));
                continue;
            };
            let level = Level(levels.get(id).copied().flatten());
            if level != *wanted.get_ref() {
                let name = criterion.get_ref();
                let message = format!("`{name}` comes to {level}, not {}", wanted.get_ref());
                found.push(self.unmet("case-level", message, wanted.span()));
            }
        }
        found
    }

    fn rubric(&self) -> Result<Rubric, LoadError> {
        let name = self.table.rubric.as_ref().map_or(RUBRIC, |it| it.get_ref());
        self.library.rubric(name, self.language, self.reader)
    }

    fn unmet(
        &self,
        code: &'static str,
        message: String,
        span: std::ops::Range<usize>,
    ) -> Diagnostic {
        Diagnostic::error(code, message)
            .at(self.source, span.into())
            .help(self.table.why.clone())
    }
}
