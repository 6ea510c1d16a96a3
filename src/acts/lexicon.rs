//! A language pack: loaded from its files, checked, compiled.

use std::sync::Arc;

use rayon::prelude::*;

use crate::{
    acts::{
        act::{Act, ActSet, AgentAct, CustomerAct},
        language::Language,
        lexicon_file::{EntryTable, LexiconFile, SpeakerName, VeilTable},
        model::Model,
        recogniser::{Recogniser, Role},
    },
    ground::diagnostic::{Diagnostic, Source},
    text::PatternSetBuilder,
};

pub use crate::acts::recogniser::Entry;

/// How a language is read: how it is written, and the acts of both speakers.
#[derive(Debug)]
pub struct Lexicon {
    language: Arc<Language>,
    pub(super) agent: Recogniser<AgentAct>,
    pub(super) customer: Recogniser<CustomerAct>,
}

/// The files of one language.
#[derive(Debug, Clone, Default)]
pub struct LexiconFiles {
    /// Entries, word lists, veils and spelling.
    pub entries: Vec<Source>,
    /// Words that are no typing errors.
    pub real_words: Option<Source>,
    /// What was trained to read agents.
    pub agent_model: Option<Source>,
    /// What was trained to read customers.
    pub customer_model: Option<Source>,
    /// What was trained to tell what sentences mean.
    pub embedding: Option<Source>,
}

impl LexiconFiles {
    /// All files that there are.
    pub fn all(self) -> Vec<Source> {
        let others = [
            self.real_words,
            self.agent_model,
            self.customer_model,
            self.embedding,
        ];
        let mut all = self.entries;
        all.extend(others.into_iter().flatten());
        all
    }
}

/// The kind of finding of a lexicon file that cannot be read at all.
pub const UNREADABLE: &str = "lexicon-file";

/// A language pack whose files are parsed and whose patterns are not compiled yet. Whatever else
/// needs the language can be made at the same time.
#[derive(Debug)]
pub struct ParsedLexicon<'f> {
    files: Vec<(&'f Source, LexiconFile)>,
    language: Arc<Language>,
    agent_model: Option<Model<AgentAct>>,
    customer_model: Option<Model<CustomerAct>>,
    diagnostics: Vec<Diagnostic>,
    /// Whether all files could be read: what stands in one is missing in all others.
    whole: bool,
}

impl<'f> ParsedLexicon<'f> {
    /// Parses the files of one language.
    pub fn parse(files: &'f LexiconFiles) -> Self {
        let mut diagnostics = Vec::new();
        let agent_model = model(files.agent_model.as_ref(), &mut diagnostics);
        let customer_model = model(files.customer_model.as_ref(), &mut diagnostics);
        let parsed: Vec<Result<LexiconFile, Diagnostic>> = files
            .entries
            .par_iter()
            .map(|source| {
                toml::from_str(&source.text)
                    .map_err(|error| Diagnostic::from_toml(UNREADABLE, source, &error))
            })
            .collect();
        let each = files.entries.iter().zip(parsed);
        let parsed: Vec<(&Source, LexiconFile)> = each
            .filter_map(|(source, file)| match file {
                Ok(file) => Some((source, file)),
                Err(finding) => {
                    diagnostics.push(finding);
                    None
                }
            })
            .collect();
        let whole = parsed.len() == files.entries.len();
        let mut found = Vec::new();
        let language = Language::gather(
            &parsed,
            files.real_words.as_ref(),
            files.embedding.as_ref(),
            &mut found,
        );
        if whole {
            diagnostics.extend(found);
        }
        Self {
            files: parsed,
            language: Arc::new(language),
            agent_model,
            customer_model,
            diagnostics,
            whole,
        }
    }

    /// How the language is written.
    pub const fn language(&self) -> &Arc<Language> {
        &self.language
    }

    /// Compiles the patterns. What is wrong with the files comes back beside the lexicon, which
    /// then lacks the faulty parts.
    pub fn compile(self) -> (Lexicon, Vec<Diagnostic>) {
        let mut diagnostics = self.diagnostics;
        let load = |speaker| Loader::new(&self.files, &self.language, speaker);
        // compiling thousands of patterns is nearly all of the program's start: share it out
        let ((mut agent, found), (mut customer, more)) = rayon::join(
            || load(SpeakerName::Agent).recogniser(),
            || load(SpeakerName::Customer).recogniser(),
        );
        agent.model = self.agent_model;
        customer.model = self.customer_model;
        if self.whole {
            diagnostics.extend(found);
            diagnostics.extend(more);
            check_ids(&self.files, &mut diagnostics);
        }
        let lexicon = Lexicon {
            language: self.language,
            agent,
            customer,
        };
        (lexicon, diagnostics)
    }
}

impl Lexicon {
    /// Loads the files of one language: parses and compiles them.
    pub fn load(files: &LexiconFiles) -> (Self, Vec<Diagnostic>) {
        ParsedLexicon::parse(files).compile()
    }

    /// How the language is written.
    pub const fn language(&self) -> &Arc<Language> {
        &self.language
    }

    /// The entries for what agents do.
    pub fn agent_entries(&self) -> &[Entry<AgentAct>] {
        &self.agent.entries
    }

    /// The entries for what customers do.
    pub fn customer_entries(&self) -> &[Entry<CustomerAct>] {
        &self.customer.entries
    }

    /// How many patterns it holds, guards and veils included.
    pub const fn patterns(&self) -> usize {
        self.agent.patterns.len() + self.customer.patterns.len()
    }

    /// Every word that typing errors are repaired against, sorted, without doubles.
    pub fn repair_words(&self) -> Vec<&str> {
        let mut words = self.agent.patterns.words();
        words.extend(self.customer.patterns.words());
        words.sort_unstable();
        words.dedup();
        words
    }
}

fn model<A: Act>(source: Option<&Source>, diagnostics: &mut Vec<Diagnostic>) -> Option<Model<A>> {
    let parsed = Model::parse(source?);
    parsed.map_err(|finding| diagnostics.push(finding)).ok()
}

/// Compiles what the lexicon knows of one speaker.
struct Loader<'a> {
    files: &'a [(&'a Source, LexiconFile)],
    language: &'a Language,
    speaker: SpeakerName,
    diagnostics: Vec<Diagnostic>,
}

/// The patterns of one recogniser while they are gathered.
struct Gathering<'a> {
    builder: PatternSetBuilder<'a>,
    roles: Vec<Role>,
}

impl<'a> Loader<'a> {
    const fn new(
        files: &'a [(&'a Source, LexiconFile)],
        language: &'a Language,
        speaker: SpeakerName,
    ) -> Self {
        Self {
            files,
            language,
            speaker,
            diagnostics: Vec::new(),
        }
    }

    fn recogniser<A: Act>(mut self) -> (Recogniser<A>, Vec<Diagnostic>) {
        let mut gathering = Gathering {
            builder: PatternSetBuilder::new(self.language.word_lists()),
            roles: Vec::new(),
        };
        let mut entries: Vec<Entry<A>> = Vec::new();
        for (source, file) in self.files {
            for veil in &file.veils {
                self.add_veil(source, veil, &mut gathering);
            }
            let speaker = self.speaker;
            for table in file.entries.iter().filter(|it| it.speaker == speaker) {
                let Some(entry) = self.entry(source, table) else {
                    continue;
                };
                let number = entries.len();
                for pattern in &table.patterns {
                    self.add(source, pattern, Role::Fires(number), &mut gathering);
                }
                for pattern in &table.unless {
                    self.add(source, pattern, Role::Blocks(number), &mut gathering);
                }
                entries.push(entry);
            }
        }
        let patterns = gathering.builder.build(self.language.real_words().clone());
        let recogniser = Recogniser {
            entries,
            patterns,
            roles: gathering.roles,
            model: None,
        };
        (recogniser, self.diagnostics)
    }

    fn add_veil(&mut self, source: &Source, veil: &VeilTable, gathering: &mut Gathering<'_>) {
        for pattern in &veil.patterns {
            let before = self.diagnostics.len();
            self.add(source, pattern, Role::Veils, gathering);
            if self.speaker == SpeakerName::Customer {
                // the same pattern was already reported for the agent
                self.diagnostics.truncate(before);
            }
        }
    }

    fn add(
        &mut self,
        source: &Source,
        pattern: &toml::Spanned<String>,
        role: Role,
        gathering: &mut Gathering<'_>,
    ) {
        match gathering.builder.add(pattern.get_ref()) {
            Ok(_) => gathering.roles.push(role),
            Err(error) => self.diagnostics.push(
                Diagnostic::error("pattern", error.to_string())
                    .at(source, pattern.span().into())
                    .help("docs/patterns.md describes the pattern language"),
            ),
        }
    }

    fn entry<A: Act>(&mut self, source: &Source, table: &EntryTable) -> Option<Entry<A>> {
        let act = self.act::<A>(source, &table.act)?;
        let after: ActSet<A::Other> = self.acts(source, &table.after);
        let is_emotion = act.name() == "emotion";
        let emotion = table.feeling.zip(table.strength);
        if is_emotion != emotion.is_some()
            || table.strength.is_some_and(|it| !(1..=3).contains(&it))
        {
            self.diagnostics.push(
                Diagnostic::error(
                    "emotion-strength",
                    "an entry for emotion, and only such an entry, has `feeling` and `strength` 1, 2 or 3",
                )
                .at(source, table.id.span().into()),
            );
            return None;
        }
        Some(Entry {
            id: table.id.get_ref().as_str().into(),
            act,
            why: table.why.as_str().into(),
            emotion,
            after: (!table.after.is_empty()).then_some(after),
            not_after: self.acts(source, &table.not_after),
            place: table.place,
            question: table.question,
            yields_to: self.acts(source, &table.yields_to),
        })
    }

    fn act<A: Act>(&mut self, source: &Source, name: &toml::Spanned<String>) -> Option<A> {
        let act = A::from_name(name.get_ref());
        if act.is_none() {
            let names: Vec<&str> = A::ALL.iter().map(|it| it.name()).collect();
            self.diagnostics.push(
                Diagnostic::error(
                    "unknown-act",
                    format!("there is no act `{}` here", name.get_ref()),
                )
                .at(source, name.span().into())
                .help(format!("one of: {}", names.join(", "))),
            );
        }
        act
    }

    fn acts<A: Act>(&mut self, source: &Source, names: &[toml::Spanned<String>]) -> ActSet<A> {
        names.iter().filter_map(|it| self.act(source, it)).collect()
    }
}

fn check_ids(files: &[(&Source, LexiconFile)], diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = std::collections::BTreeSet::new();
    for (source, file) in files {
        let entries = file
            .entries
            .iter()
            .map(|it| (&it.id, Some(it.act.get_ref())));
        let veils = file.veils.iter().map(|it| (&it.id, None));
        for (id, act) in entries.chain(veils) {
            let name = id.get_ref();
            let begins = act.is_none_or(|it| name.starts_with(&it.replace('_', "-")));
            if seen.insert(name) && begins {
                continue;
            }
            let message = if begins {
                format!("the id `{name}` stands twice in the lexicon")
            } else {
                format!("the id `{name}` does not begin with its act")
            };
            diagnostics.push(Diagnostic::error("entry-id", message).at(source, id.span().into()));
        }
    }
}
