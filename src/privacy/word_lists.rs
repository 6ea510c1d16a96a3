//! The word lists of one language, as authors wrote them.

use std::collections::BTreeSet;

use serde::Deserialize;

/// What is a name, what announces one, and what never is one; all in lower case.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordLists {
    pub(super) titles: BTreeSet<String>,
    pub(super) cues: BTreeSet<String>,
    pub(super) weak_cues: BTreeSet<String>,
    pub(super) particles: BTreeSet<String>,
    pub(super) first_names: BTreeSet<String>,
    pub(super) wordy_names: BTreeSet<String>,
    pub(super) surnames: BTreeSet<String>,
    pub(super) wordy_surnames: BTreeSet<String>,
    pub(super) no_names: BTreeSet<String>,
    pub(super) number_cues: BTreeSet<String>,
    pub(super) months: BTreeSet<String>,
    pub(super) digits: BTreeSet<String>,
    pub(super) at: BTreeSet<String>,
    pub(super) dot: BTreeSet<String>,
    /// Words like any other of the language.
    #[serde(skip)]
    pub(super) words: BTreeSet<String>,
}

impl WordLists {
    /// Reads the lists of a language. In `prose` every word without a capital is a
    /// word like any other: the lexicon will do.
    ///
    /// # Errors
    /// When the text is no such TOML; the message says where.
    pub fn read(text: &str, prose: &str) -> Result<Self, toml::de::Error> {
        let mut lists: Self = toml::from_str(text)?;
        let words = prose.split(|it: char| !it.is_alphabetic());
        let words = words.filter(|it| it.starts_with(char::is_lowercase));
        lists.words = words.map(str::to_owned).collect();
        Ok(lists)
    }

    /// Adds what is never masked: a firm's name.
    #[must_use]
    pub fn keeping(mut self, text: &str) -> Self {
        let words = text.split_whitespace().map(str::to_lowercase);
        self.no_names.extend(words);
        self
    }

    /// Takes the words of `text` for words like any other, unless they can be names: what a case itself
    /// says tells nothing of anybody.
    #[must_use]
    pub fn knowing<'t>(mut self, text: impl IntoIterator<Item = &'t str>) -> Self {
        for line in text {
            let words = line.split(|it: char| !it.is_alphanumeric() && it != '-' && it != '\'');
            for word in words.map(str::to_lowercase) {
                if !word.is_empty() && !self.is_name(&word) {
                    self.words.insert(word);
                }
            }
        }
        self
    }

    pub(super) fn is_word(&self, word: &str) -> bool {
        self.no_names.contains(word) || self.words.contains(word)
    }

    pub(super) fn is_name(&self, word: &str) -> bool {
        [
            &self.first_names,
            &self.wordy_names,
            &self.surnames,
            &self.wordy_surnames,
        ]
        .iter()
        .any(|it| it.contains(word))
    }
}
