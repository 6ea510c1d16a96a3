//! What is masked in what people said when they practised a scenario.

use crate::{
    ground::{diagnostic::Diagnostic, span::Span},
    library::{Library, LoadError},
    privacy::WordLists,
    scenario,
};

impl Library {
    /// The lists by which the texts of a session of the scenario `name` are masked: those of its
    /// language. What the scenario's own files say is invented, and the desk's own firm is no secret.
    ///
    /// # Errors
    /// When there is no such scenario, or no (right) lists of its language.
    pub fn word_lists(&self, name: &str) -> Result<WordLists, LoadError> {
        let own = self.scenario_files(name)?.own;
        let mut names = scenario::chat_names(&own);
        names.push(name.to_owned());
        let mut lists = self.general_word_lists(&self.language_of(name)?)?;
        for name in names {
            let files = self.scenario_files(&name)?;
            if let Some(company) = scenario::company(&files.own) {
                lists = lists.keeping(&company);
            }
            // what agents might say (wordings) names nobody of the case
            let said = [&files.own].into_iter().chain(&files.common);
            lists = lists.knowing(said.map(|it| &*it.text));
        }
        Ok(lists)
    }

    /// The same for a session in this language, wherever its scenario came from: what the files of one
    /// that is not here say cannot be told from what people say, and is masked alike.
    ///
    /// # Errors
    /// When there are no (right) lists of the language.
    pub fn word_lists_in(&self, language: &str, name: &str) -> Result<WordLists, LoadError> {
        let own = self.clone().in_language(language)?;
        match own.word_lists(name) {
            Err(LoadError::UnknownScenario { .. }) => self.general_word_lists(language),
            found => found,
        }
    }

    /// What stands where a name was taken out of a text of this language.
    ///
    /// # Errors
    /// When there are no (right) lists of the language.
    pub fn stand_in(&self, language: &str) -> Result<String, LoadError> {
        Ok(self.general_word_lists(language)?.stand_in().to_owned())
    }

    /// The lists of a language; whatever its lexicon holds is a word like any other.
    fn general_word_lists(&self, language: &str) -> Result<WordLists, LoadError> {
        let path = format!("privacy/{language}.toml");
        let file = self.content().file(&path);
        let file = file.ok_or(LoadError::NoWordLists(path))?;
        let lexicon = self.lexicon_files(language).entries;
        let prose: Vec<&str> = lexicon.iter().map(|it| &*it.text).collect();
        WordLists::read(&file.text, &prose.join("\n")).map_err(|error| {
            let span = error.span().map_or(Span::new(0, 0), Into::into);
            let message = error.message().to_owned();
            LoadError::Faulty(vec![
                Diagnostic::error("word-lists", message).at(file, span),
            ])
        })
    }
}
