//! Content by name: language packs, scenarios and rubrics, parsed and checked on demand.

mod masking;

use std::{slice, sync::Arc};

use crate::{
    acts::{Lexicon, LexiconFiles, ParsedLexicon, Reader},
    content::Content,
    ground::{
        diagnostic::{Diagnostic, Source, has_errors},
        localised::Localised,
    },
    rubric::{self, GeneralReplies, Rubric},
    scenario::{self, Card, ChatDesk, ParsedScenarios, Scenario, ScenarioFiles},
    transcript::Speakers,
};

/// Where the mood rules stand.
const MOOD: &str = "scenarios/mood.toml";

/// Where it stands how much each sign of an answer weighs.
const WEIGHTS: &str = "scenarios/weights.toml";

/// What belongs to all scenarios of a language has this name.
const COMMON: &str = "common";

/// What the files of better replies are called.
const BETTER: &str = "better-replies";

/// Why something could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// There is no scenario of this name.
    #[error("unknown scenario `{name}`; the scenarios are: {}", .known.join(", "))]
    UnknownScenario {
        /// The name asked for.
        name: String,
        /// All names, sorted.
        known: Vec<String>,
    },
    /// There is no rubric of this name.
    #[error("unknown rubric `{name}`; the rubrics are: {}", .known.join(", "))]
    UnknownRubric {
        /// The name asked for.
        name: String,
        /// All names, sorted.
        known: Vec<String>,
    },
    /// There is no language pack of this name.
    #[error("no language pack `{0}`")]
    UnknownLanguage(String),
    /// The scenario has but one customer.
    #[error("`{0}` is no chat desk")]
    NoChatDesk(String),
    /// There are no trainees of this language.
    #[error("no trainees for `{0}`: there is no rehearsal/{0}.toml")]
    NoTrainees(String),
    /// There is no list of what is masked in this language.
    #[error("there is no {0}: nothing can be masked")]
    NoWordLists(String),
    /// A file is faulty.
    #[error("{} finding(s) in the content files", .0.len())]
    Faulty(Vec<Diagnostic>),
}

/// All content, ready to be asked for by name.
#[derive(Debug, Clone)]
pub struct Library {
    content: Content,
    /// The only language whose scenarios are wanted, where somebody says so.
    language: Option<String>,
}

/// The language of which a scenario is taken that stands in several, where nobody says otherwise.
const LANGUAGE: &str = "nl";

impl Library {
    /// The library of this content.
    pub const fn new(content: Content) -> Self {
        Self {
            content,
            language: None,
        }
    }

    /// The same with the scenarios of one language alone.
    ///
    /// # Errors
    /// When there is no such language pack.
    pub fn in_language(mut self, language: &str) -> Result<Self, LoadError> {
        if self.lexicon_files(language).entries.is_empty() {
            return Err(LoadError::UnknownLanguage(language.to_owned()));
        }
        self.language = Some(language.to_owned());
        Ok(self)
    }

    /// Whether the scenario of a file is wanted.
    fn is_wanted(&self, source: &Source) -> bool {
        self.language.is_none() || folder(source, 1) == self.language
    }

    /// The content files.
    pub const fn content(&self) -> &Content {
        &self.content
    }

    /// The languages that there is a lexicon for, sorted.
    pub fn languages(&self) -> Vec<String> {
        let files = self.content.files("lexicon/", ".toml");
        let mut languages: Vec<String> = files.iter().filter_map(|it| folder(it, 1)).collect();
        languages.dedup();
        languages
    }

    /// The files of a language's lexicon.
    pub fn lexicon_files(&self, language: &str) -> LexiconFiles {
        let file = |name: &str| {
            let path = format!("lexicon/{language}/{name}.txt");
            self.content.file(&path).cloned()
        };
        LexiconFiles {
            entries: self.content.files(&format!("lexicon/{language}/"), ".toml"),
            real_words: file("real-words"),
            agent_model: file("model-agent"),
            customer_model: file("model-customer"),
            embedding: file("embedding"),
        }
    }

    /// The lexicon of a language, with all that is wrong with it.
    pub fn lexicon(&self, language: &str) -> (Lexicon, Vec<Diagnostic>) {
        Lexicon::load(&self.lexicon_files(language))
    }

    /// A reader of a language.
    ///
    /// # Errors
    /// When there is no such language pack, or it has errors.
    pub fn reader(&self, language: &str) -> Result<Reader, LoadError> {
        if self.lexicon_files(language).entries.is_empty() {
            return Err(LoadError::UnknownLanguage(language.to_owned()));
        }
        let (lexicon, found) = self.lexicon(language);
        if has_errors(&found) {
            return Err(LoadError::Faulty(found));
        }
        Ok(Reader::new(Arc::new(lexicon)))
    }

    /// The names of all scenarios, sorted.
    pub fn scenario_names(&self) -> Vec<String> {
        let files = self.content.files("scenarios/", ".toml");
        let wanted = files.iter().filter(|it| self.is_wanted(it));
        let mut names: Vec<String> = wanted.filter_map(scenario_name).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The names of the scenarios with one customer, sorted.
    pub fn case_names(&self) -> Vec<String> {
        let mut names = self.scenario_names();
        names.retain(|it| matches!(self.is_chat_desk(it), Ok(false)));
        names
    }

    /// The files that the scenario `name` is made of.
    ///
    /// # Errors
    /// When there is no such scenario.
    pub fn scenario_files(&self, name: &str) -> Result<ScenarioFiles, LoadError> {
        let own = self.content.files("scenarios/", ".toml");
        let mut named: Vec<Source> = own
            .into_iter()
            .filter(|it| scenario_name(it).as_deref() == Some(name) && self.is_wanted(it))
            .collect();
        // a stable sort: our own language first, the others in order
        named.sort_by_key(|it| folder(it, 1).as_deref() != Some(LANGUAGE));
        let own = named.into_iter().next();
        let own = own.ok_or_else(|| LoadError::UnknownScenario {
            name: name.to_owned(),
            known: self.scenario_names(),
        })?;
        let language = folder(&own, 1).unwrap_or_default();
        let common = self.common(&language, &scenario::place(&own));
        Ok(ScenarioFiles {
            own,
            common,
            mood: self.content.file(MOOD).cloned(),
            weights: self.content.file(WEIGHTS).cloned(),
            wordings: self.wordings(&language, name),
            common_wordings: self.wordings(&language, COMMON),
        })
    }

    /// How agents of this language put what belongs to the scenario `name`, or to all.
    fn wordings(&self, language: &str, name: &str) -> Option<Source> {
        let path = format!("scenarios/{language}/wordings/{name}.toml");
        self.content.file(&path).cloned()
    }

    /// Files of wordings that belong to no scenario: their names are mistaken.
    pub fn stray_wordings(&self) -> Vec<Source> {
        let names = self.scenario_names();
        let files = self.content.files("scenarios/", ".toml");
        let stray = |it: &Source| {
            let parts: Vec<&str> = it.path.split('/').collect();
            let ["scenarios", _, "wordings", file] = parts[..] else {
                return false;
            };
            let name = file.strip_suffix(".toml").unwrap_or(file);
            name != COMMON && !names.iter().any(|it| it == name)
        };
        let wanted = files.into_iter().filter(|it| self.is_wanted(it));
        wanted.filter(stray).collect()
    }

    /// The common moves of a language that belong to scenarios of these kinds: those for a channel or a
    /// region stand in folders of their names, and come before the general ones.
    fn common(&self, language: &str, kinds: &[String]) -> Vec<Source> {
        let folder = format!("scenarios/{language}/common/");
        let all = self.content.files(&folder, ".toml");
        let kind = |it: &Source| {
            let rest = it.path.strip_prefix(&*folder).unwrap_or_default();
            rest.split_once('/').map(|it| it.0.to_owned())
        };
        let (general, particular): (Vec<Source>, Vec<Source>) =
            all.into_iter().partition(|it| kind(it).is_none());
        let mut common: Vec<Source> = Vec::new();
        for wanted in kinds {
            let own = particular
                .iter()
                .filter(|it| kind(it).as_ref() == Some(wanted));
            common.extend(own.cloned());
        }
        common.extend(general);
        common
    }

    /// The language that the scenario `name` is written in.
    ///
    /// # Errors
    /// When there is no such scenario.
    pub fn language_of(&self, name: &str) -> Result<String, LoadError> {
        Ok(folder(&self.scenario_files(name)?.own, 1).unwrap_or_default())
    }

    /// The scenario `name` and a reader of its language, made side by side.
    ///
    /// # Errors
    /// When there is no such scenario, or its files or those of its language have errors.
    pub fn case(&self, name: &str) -> Result<(Reader, Scenario), LoadError> {
        let files = self.scenario_files(name)?;
        let language = folder(&files.own, 1).unwrap_or_default();
        let (reader, mut scenarios) = self.side_by_side(&language, slice::from_ref(&files))?;
        let scenario = scenarios.pop().ok_or(LoadError::Faulty(Vec::new()))?;
        Ok((reader, scenario))
    }

    /// A reader of a language and the scenarios of these files, made side by side.
    fn side_by_side(
        &self,
        language: &str,
        files: &[ScenarioFiles],
    ) -> Result<(Reader, Vec<Scenario>), LoadError> {
        let pack = self.lexicon_files(language);
        if pack.entries.is_empty() {
            return Err(LoadError::UnknownLanguage(language.to_owned()));
        }
        let (lexicon, scenarios) = rayon::join(
            || ParsedLexicon::parse(&pack),
            || ParsedScenarios::parse(files),
        );
        let written = Arc::clone(lexicon.language());
        let ((lexicon, found), scenarios) = rayon::join(
            || lexicon.compile(),
            || {
                let scenarios = scenarios.assemble(&written);
                let made = scenarios.iter().filter_map(|it| it.0.as_ref());
                made.for_each(Scenario::warm_up_unless_opened);
                scenarios
            },
        );
        if has_errors(&found) {
            return Err(LoadError::Faulty(found));
        }
        let scenarios = scenarios
            .into_iter()
            .map(|(scenario, found)| scenario.ok_or(LoadError::Faulty(found)));
        Ok((
            Reader::new(Arc::new(lexicon)),
            scenarios.collect::<Result<_, _>>()?,
        ))
    }

    /// Whether `name` is a desk with several chats.
    ///
    /// # Errors
    /// When there is no such scenario.
    pub fn is_chat_desk(&self, name: &str) -> Result<bool, LoadError> {
        Ok(scenario::is_chat_desk(&self.scenario_files(name)?.own))
    }

    /// The chat desk `name`, its reader, and the scenarios of its chats.
    ///
    /// # Errors
    /// When there is no such scenario, it is no chat desk, or one of the files has errors.
    pub fn chat_desk(&self, name: &str) -> Result<(Reader, ChatDesk, Vec<Scenario>), LoadError> {
        let own = self.scenario_files(name)?.own;
        let language = folder(&own, 1).unwrap_or_default();
        let library = self.clone().in_language(&language)?;
        let chats = scenario::chat_names(&own);
        let files = chats.iter().map(|it| library.scenario_files(it));
        let files: Vec<ScenarioFiles> = files.collect::<Result<_, _>>()?;
        let (reader, scenarios) = self.side_by_side(&language, &files)?;
        let loaded = scenario::load_chat_desk(&own, reader.lexicon().language());
        let (desk, found) = loaded.ok_or_else(|| LoadError::NoChatDesk(name.to_owned()))?;
        let desk = desk.ok_or(LoadError::Faulty(found))?;
        Ok((reader, desk, scenarios))
    }

    /// The scenario `name`, read with the lexicon of its language.
    ///
    /// # Errors
    /// When there is no such scenario, or its files have errors.
    pub fn scenario(&self, name: &str, reader: &Reader) -> Result<Scenario, LoadError> {
        let (scenario, found) =
            scenario::load(&self.scenario_files(name)?, reader.lexicon().language());
        scenario.ok_or(LoadError::Faulty(found))
    }

    /// The names of all rubrics, sorted.
    pub fn rubric_names(&self) -> Vec<String> {
        let files = self.content.files("rubrics/", ".toml");
        let names = files.iter().filter_map(|it| {
            let file = it.path.strip_prefix("rubrics/")?.strip_suffix(".toml")?;
            (!file.starts_with(BETTER) && !file.contains('/')).then(|| file.to_owned())
        });
        names.collect()
    }

    /// The file of the rubric `name`.
    ///
    /// # Errors
    /// When there is no such rubric.
    pub fn rubric_file(&self, name: &str) -> Result<Source, LoadError> {
        let file = self.content.file(&format!("rubrics/{name}.toml"));
        file.cloned().ok_or_else(|| LoadError::UnknownRubric {
            name: name.to_owned(),
            known: self.rubric_names(),
        })
    }

    /// The names of the criteria of all rubrics, each with its name for people, rubric by rubric in the
    /// rubric's own order.
    pub fn criterion_titles(&self) -> Vec<(String, Localised)> {
        let files = self.content.files("rubrics/", ".toml");
        files.iter().flat_map(rubric::titles).collect()
    }

    /// The rubric `name`, for conversations in `language`.
    ///
    /// # Errors
    /// When there is no such rubric, or its file has errors.
    pub fn rubric(&self, name: &str, language: &str, reader: &Reader) -> Result<Rubric, LoadError> {
        let (rubric, found) = rubric::load(
            &self.rubric_file(name)?,
            language,
            reader.lexicon().language(),
        );
        rubric.ok_or(LoadError::Faulty(found))
    }

    /// What could be said better, where a scenario has nothing of its own.
    ///
    /// # Errors
    /// When the file has errors.
    pub fn better_replies(&self, language: &str) -> Result<GeneralReplies, LoadError> {
        let file = self.content.file(&better_replies(language));
        let (replies, found) = file.map(rubric::load_better).unwrap_or_default();
        if has_errors(&found) {
            Err(LoadError::Faulty(found))
        } else {
            Ok(replies)
        }
    }

    /// The file of the trainees that rehearse scenarios in `language`.
    ///
    /// # Errors
    /// When there is no such file.
    pub fn trainees_file(&self, language: &str) -> Result<Source, LoadError> {
        let file = self.content.file(&format!("rehearsal/{language}.toml"));
        file.cloned()
            .ok_or_else(|| LoadError::NoTrainees(language.to_owned()))
    }

    /// The file of sample replies by which scenarios of `language` are explored.
    pub fn sample_replies(&self, language: &str) -> Option<&Source> {
        self.content.file(&format!("exploration/{language}.toml"))
    }

    /// How speakers are named in plain-text transcripts, in all languages.
    ///
    /// # Errors
    /// When a file has errors.
    pub fn speakers(&self) -> Result<Speakers, LoadError> {
        let (speakers, found) = Speakers::load(&self.content.files("lexicon/", "/speakers.txt"));
        if has_errors(&found) {
            Err(LoadError::Faulty(found))
        } else {
            Ok(speakers)
        }
    }

    /// What a trainee reads before choosing, of every scenario that can be read, by level and name.
    pub fn cards(&self) -> Vec<Card> {
        let names = self.scenario_names();
        let files = names.iter().filter_map(|it| self.scenario_files(it).ok());
        let mut cards: Vec<Card> = files.filter_map(|it| scenario::card(&it.own)).collect();
        cards.sort_by(|one, other| (one.level, &one.name).cmp(&(other.level, &other.name)));
        cards
    }

    /// Every file that playing this scenario by this rubric rests on.
    ///
    /// # Errors
    /// When there is no such scenario.
    pub fn rests_on(&self, scenario: &str, rubric: &str) -> Result<Vec<Source>, LoadError> {
        let files = self.scenario_files(scenario)?;
        let language = folder(&files.own, 1).unwrap_or_default();
        let mut all = self.lexicon_files(&language).all();
        for chat in scenario::chat_names(&files.own) {
            let files = self.scenario_files(&chat)?;
            all.extend(files.all());
        }
        all.extend(files.all());
        all.extend(
            self.content
                .file(&format!("rubrics/{rubric}.toml"))
                .cloned(),
        );
        all.extend(self.content.file(&better_replies(&language)).cloned());
        all.extend(self.content.files("lexicon/", "/speakers.txt"));
        Ok(all)
    }
}

fn better_replies(language: &str) -> String {
    format!("rubrics/{BETTER}.{language}.toml")
}

fn folder(source: &Source, at: usize) -> Option<String> {
    let mut parts = source.path.split('/');
    parts
        .nth(at)
        .filter(|_| parts.next().is_some())
        .map(str::to_owned)
}

/// `two-letters` for `scenarios/nl/two-letters.toml`; nothing for common moves and mood rules.
fn scenario_name(source: &Source) -> Option<String> {
    let parts: Vec<&str> = source.path.split('/').collect();
    match parts[..] {
        ["scenarios", _, file] => file.strip_suffix(".toml").map(str::to_owned),
        _ => None,
    }
}
