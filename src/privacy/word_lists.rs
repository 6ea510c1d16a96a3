//! The word lists of one language, as authors wrote them.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::privacy::tokens::runs;

/// What is a name, what announces one, and what never is one; all in lower case.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordLists {
    pub(super) titles: BTreeSet<String>,
    pub(super) cues: BTreeSet<String>,
    pub(super) weak_cues: BTreeSet<String>,
    pub(super) particles: BTreeSet<String>,
    /// Those which alone announce no name.
    #[serde(default)]
    pub(super) wordy_particles: BTreeSet<String>,
    pub(super) first_names: BTreeSet<String>,
    pub(super) wordy_names: BTreeSet<String>,
    pub(super) surnames: BTreeSet<String>,
    pub(super) wordy_surnames: BTreeSet<String>,
    pub(super) no_names: BTreeSet<String>,
    pub(super) number_cues: BTreeSet<String>,
    /// What a number of four digits counts, before or after it: then it is nobody's own.
    #[serde(default)]
    pub(super) amounts: BTreeSet<String>,
    pub(super) months: BTreeSet<String>,
    pub(super) digits: BTreeSet<String>,
    pub(super) at: BTreeSet<String>,
    pub(super) dot: BTreeSet<String>,
    /// What stands where a name was taken out, and reads as one.
    stand_in: String,
    /// Words like any other of the language.
    #[serde(skip)]
    pub(super) words: BTreeSet<String>,
    /// Words that name somebody here, whatever else they mean.
    #[serde(skip)]
    pub(super) own: BTreeSet<String>,
    /// Words of names that were found in what belongs together.
    #[serde(skip)]
    pub(super) known: BTreeSet<String>,
    /// What a case says, as words between single blanks, a text a line.
    #[serde(skip)]
    invented: String,
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

    /// What stands where a name was taken out, and reads as one.
    pub fn stand_in(&self) -> &str {
        &self.stand_in
    }

    /// Adds what is never masked: a firm's name.
    #[must_use]
    pub fn keeping(mut self, text: &str) -> Self {
        let words = text.split_whitespace().map(str::to_lowercase);
        self.no_names.extend(words);
        self
    }

    /// Takes what these texts say for invented: what a case itself says tells nothing of anybody. Its
    /// words are words like any other; names and numbers of it stay, unless somebody says that they
    /// are their own.
    #[must_use]
    pub fn knowing<'t>(mut self, texts: impl IntoIterator<Item = &'t str>) -> Self {
        for text in texts {
            self.invented.push(' ');
            for word in words(text) {
                self.invented.push_str(&word);
                self.invented.push(' ');
                if !self.is_name(&word) {
                    self.words.insert(word);
                }
            }
            self.invented.push('\n');
        }
        self
    }

    /// Takes every word of `name` for a name wherever it stands: a trainee's code name.
    #[must_use]
    pub fn hiding(mut self, name: &str) -> Self {
        let telling =
            |it: &String| it.chars().any(char::is_alphabetic) && !self.particles.contains(it);
        let own = words(name).filter(telling);
        let own: Vec<String> = own.collect();
        self.own.extend(own);
        self
    }

    /// Whether a case says just this, word by word.
    pub(super) fn is_invented(&self, text: &str) -> bool {
        let all: Vec<String> = words(text).collect();
        !all.is_empty() && self.invented.contains(&format!(" {} ", all.join(" ")))
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

/// The words and numbers of a text, in lower case.
fn words(text: &str) -> impl Iterator<Item = String> {
    let all = runs(text).into_iter();
    all.filter_map(|(start, end)| text.get(start..end))
        .map(|it| it.to_lowercase().replace('\u{2019}', "'"))
}
