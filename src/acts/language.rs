//! How a language is written: what reading it rests on before any act is known.

use std::collections::BTreeMap;

use crate::{
    acts::lexicon_file::LexiconFile,
    ground::diagnostic::{Diagnostic, Source},
    text::{Orthography, RealWords, WordLists},
};

/// Orthography, word lists, and the words that are never repaired.
#[derive(Debug)]
pub struct Language {
    orthography: Orthography,
    lists: WordLists,
    real_words: RealWords,
}

impl Language {
    pub(super) fn gather(
        files: &[(&Source, LexiconFile)],
        real_words: Option<&Source>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        Self {
            orthography: gather_orthography(files, diagnostics),
            lists: gather_lists(files, diagnostics),
            real_words: real_words
                .map(|it| RealWords::parse(&it.text))
                .unwrap_or_default(),
        }
    }

    /// How its words and sentences are written.
    pub const fn orthography(&self) -> &Orthography {
        &self.orthography
    }

    /// The word lists, by name.
    pub const fn word_lists(&self) -> &WordLists {
        &self.lists
    }

    /// The words that are never repaired.
    pub const fn real_words(&self) -> &RealWords {
        &self.real_words
    }
}

fn gather_lists(files: &[(&Source, LexiconFile)], diagnostics: &mut Vec<Diagnostic>) -> WordLists {
    let mut lists = BTreeMap::new();
    for (source, file) in files {
        for (name, words) in &file.words {
            if lists.insert(name.to_owned(), words.clone()).is_some() {
                let message = format!("the word list `{name}` is defined more than once");
                let at = source.text.find(name.as_str()).unwrap_or_default();
                diagnostics.push(
                    Diagnostic::error("word-list-twice", message)
                        .at(source, (at..at + name.len()).into())
                        .help("give one of them another name, or join the two"),
                );
            }
        }
    }
    WordLists::new(&lists)
}

fn gather_orthography(
    files: &[(&Source, LexiconFile)],
    diagnostics: &mut Vec<Diagnostic>,
) -> Orthography {
    let mut orthography = Orthography::default();
    let mut seen = false;
    for (source, file) in files {
        if let Some(table) = &file.orthography {
            if seen {
                let message = "[orthography] stands in more than one file of the language";
                diagnostics.push(
                    Diagnostic::error("orthography-twice", message).at(source, (0..0).into()),
                );
            }
            seen = true;
            orthography.negations = table
                .negations
                .iter()
                .map(|it| it.as_str().into())
                .collect();
            orthography.abbreviations = table
                .abbreviations
                .iter()
                .map(|it| it.as_str().into())
                .collect();
        }
        for (short, long) in &file.spelling {
            let words = long.split_whitespace().map(Into::into).collect();
            orthography.spelling.insert(short.as_str().into(), words);
        }
    }
    orthography
}
