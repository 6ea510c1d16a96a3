//! Words of the language that are no typing errors of the lexicon's.

use std::{collections::BTreeSet, sync::Arc};

use rustc_hash::FxHashMap;

use crate::{
    ground::span::Span,
    text::{
        edit::{deletions, one_edit_apart},
        fold::fold_into,
    },
};

/// The shortest word in which a typing error is repaired: shorter words have too many neighbours.
const SHORTEST_REPAIR: usize = 5;

/// Words of the language that differ by one letter from a word of the lexicon, and so must never be
/// "repaired" to it (`boos` is no mistyped `bos`). Sorted, one a line, `#` for comments.
#[derive(Debug, Clone, Default)]
pub struct RealWords(Arc<Shelf>);

/// A text and where its words stand, in order of the words.
#[derive(Debug, Default)]
struct Shelf {
    text: Box<str>,
    words: Box<[Span]>,
}

impl RealWords {
    /// Reads the list.
    pub fn parse(text: &str) -> Self {
        let mut words = Vec::new();
        let mut from = 0;
        for line in text.split_inclusive('\n') {
            let word = line.trim_end_matches(['\n', '\r']);
            if !word.is_empty() && !word.starts_with('#') {
                words.push(Span::new(from, from + word.len()));
            }
            from += line.len();
        }
        words.sort_unstable_by(|one, other| one.of(text).cmp(other.of(text)));
        Self(Arc::new(Shelf {
            text: text.into(),
            words: words.into(),
        }))
    }

    /// The words of a `dictionary` that would be repaired to one of `known` if nothing kept them;
    /// folded, sorted, without doubles.
    pub fn gather<'d>(
        dictionary: impl IntoIterator<Item = &'d str>,
        known: &[&str],
    ) -> BTreeSet<String> {
        let mut by_form: FxHashMap<String, Vec<&str>> = FxHashMap::default();
        let mut scratch = String::new();
        for word in known.iter().filter(|it| is_repairable(it)) {
            deletions(word, &mut scratch, |form| {
                by_form.entry(form.to_owned()).or_default().push(word);
            });
        }
        let mut real = BTreeSet::new();
        for entry in dictionary {
            let mut word = String::new();
            fold_into(entry, &mut word);
            let mut near = false;
            if is_repairable(&word) && !known.contains(&&*word) {
                deletions(&word, &mut scratch, |form| {
                    let candidates = by_form.get(form).into_iter().flatten();
                    near |= candidates.into_iter().any(|it| may_be_mistyped(it, &word));
                });
            }
            if near {
                real.insert(word);
            }
        }
        real
    }

    pub(super) fn contains(&self, word: &str) -> bool {
        let Shelf { text, words } = &*self.0;
        words.binary_search_by(|it| it.of(text).cmp(word)).is_ok()
    }
}

/// Whether typing errors are repaired in such words at all.
pub(super) fn is_repairable(word: &str) -> bool {
    word.len() >= SHORTEST_REPAIR && word.bytes().all(|it| it.is_ascii_lowercase())
}

/// Whether `word` may be a typing error of `known`: one edit, and equal first letters, since people
/// rarely miss the first, and the rule keeps names and foreign words from being bent into ours.
pub(super) fn may_be_mistyped(known: &str, word: &str) -> bool {
    known.as_bytes().first() == word.as_bytes().first() && one_edit_apart(known, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_of_the_dictionary_are_kept_and_far_ones_left_out() {
        let dictionary = [
            "schade",
            "schande",
            "Lelijk",
            "gelijk",
            "vervelend",
            "fiets",
            "boos",
        ];
        let real = RealWords::gather(dictionary, &["schande", "geluk", "gelijke", "vervelen"]);
        assert_eq!(
            real.into_iter().collect::<Vec<_>>(),
            ["gelijk", "schade", "vervelend"]
        );
    }
}
