//! Which terms of a pattern set a word of a text answers to.

use rustc_hash::FxHashMap;

use crate::text::{
    fold::{fold, unstretch},
    pattern::Term,
    real_words::{RealWords, is_repairable, may_be_mistyped},
    utterance::{Token, Utterance},
};

/// A term of a vocabulary, by number.
pub(super) type TermId = u32;

/// What a sample says for a number.
const SAMPLE_NUMBER: &str = "12";

/// The terms of one pattern set, and how to find those that a word answers to.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    exact: FxHashMap<Box<str>, TermId>,
    /// By their first three bytes.
    prefixes: FxHashMap<[u8; 3], Vec<(Box<str>, TermId)>>,
    /// By their last three bytes.
    suffixes: FxHashMap<[u8; 3], Vec<(Box<str>, TermId)>>,
    number: Option<TermId>,
    count: TermId,
    /// Words in which typing errors are repaired, by first letter and length.
    repairable: FxHashMap<(u8, usize), Vec<Box<str>>>,
}

impl Vocabulary {
    /// The number of `term`, new or known.
    pub(super) fn intern(&mut self, term: Term<'_>) -> TermId {
        let next = self.count;
        let known = match term {
            Term::Exact(word) => self.exact.get(word).copied(),
            Term::Prefix(part) => find(&self.prefixes, first_three(part), part),
            Term::Suffix(part) => find(&self.suffixes, last_three(part), part),
            Term::Number => self.number,
        };
        if let Some(id) = known {
            return id;
        }
        match term {
            Term::Exact(word) => {
                self.exact.insert(word.into(), next);
            }
            Term::Prefix(part) => {
                let parts = self.prefixes.entry(first_three(part)).or_default();
                parts.push((part.into(), next));
            }
            Term::Suffix(part) => {
                let parts = self.suffixes.entry(last_three(part)).or_default();
                parts.push((part.into(), next));
            }
            Term::Number => self.number = Some(next),
        }
        self.count += 1;
        next
    }

    pub(super) const fn len(&self) -> usize {
        self.count as usize
    }

    /// All exact words, for making the list of real words.
    pub(super) fn exact_words(&self) -> impl Iterator<Item = &str> {
        self.exact.keys().map(AsRef::as_ref)
    }

    /// For each term a word that answers to it.
    pub(super) fn samples(&self) -> Vec<&str> {
        let mut words = vec![""; self.len()];
        let parts = self.prefixes.values().chain(self.suffixes.values());
        let parts = parts.flatten().map(|(part, id)| (&**part, *id));
        let exact = self.exact.iter().map(|(word, id)| (&**word, *id));
        let number = self.number.map(|id| (SAMPLE_NUMBER, id));
        exact.chain(parts).chain(number).for_each(|(word, id)| {
            if let Some(place) = words.get_mut(id as usize) {
                *place = word;
            }
        });
        words
    }

    /// Prepares repairs; call once, when all terms are in.
    pub(super) fn prepare_repairs(&mut self) {
        let mut words: Vec<&str> = self.exact_words().filter(|it| is_repairable(it)).collect();
        words.sort_unstable();
        let mut repairable: FxHashMap<(u8, usize), Vec<Box<str>>> = FxHashMap::default();
        for known in words {
            let key = (known.as_bytes()[0], known.len());
            repairable.entry(key).or_default().push(known.into());
        }
        self.repairable = repairable;
    }

    /// Appends the terms that `token` answers to.
    pub(super) fn terms_of(
        &self,
        utterance: &Utterance,
        token: &Token,
        real: &RealWords,
        out: &mut Vec<TermId>,
    ) {
        let word = utterance.word(token);
        let from = out.len();
        self.look_up(word, out);
        if out.len() == from
            && let Some(short) = unstretch_to_one(utterance, token)
        {
            self.look_up(&short, out);
        }
        if out.len() == from && !token.number && is_repairable(word) {
            self.repair(word, out);
            // few words are near to ours: only those need be looked up among thousands
            if out.len() > from && real.contains(word) {
                out.truncate(from);
            }
        }
        if token.number {
            out.extend(self.number);
        }
    }

    fn look_up(&self, word: &str, out: &mut Vec<TermId>) {
        out.extend(self.exact.get(word));
        if word.len() < 3 {
            return;
        }
        if let Some(parts) = self.prefixes.get(&first_three(word)) {
            out.extend(
                parts
                    .iter()
                    .filter(|(it, _)| word.starts_with(&**it))
                    .map(|(_, id)| *id),
            );
        }
        if let Some(parts) = self.suffixes.get(&last_three(word)) {
            out.extend(
                parts
                    .iter()
                    .filter(|(it, _)| word.ends_with(&**it))
                    .map(|(_, id)| *id),
            );
        }
    }

    /// The words that `word` may be a typing error of: of its length or a letter more or less, and
    /// with the same first letter.
    fn repair(&self, word: &str, out: &mut Vec<TermId>) {
        let (first, length) = (word.as_bytes()[0], word.len());
        let shelves = (length - 1..=length + 1).filter_map(|it| self.repairable.get(&(first, it)));
        for known in shelves.flatten().filter(|it| may_be_mistyped(it, word)) {
            self.look_up(known, out);
        }
    }
}

fn find(
    shelves: &FxHashMap<[u8; 3], Vec<(Box<str>, TermId)>>,
    shelf: [u8; 3],
    part: &str,
) -> Option<TermId> {
    let parts = shelves.get(&shelf)?;
    parts.iter().find(|it| *it.0 == *part).map(|it| it.1)
}

/// The original word with stretched letters cut to one, where it was stretched.
fn unstretch_to_one(utterance: &Utterance, token: &Token) -> Option<String> {
    let raw = token.span.of(utterance.text());
    // cheap test first: nearly no word is stretched
    let bytes = raw.as_bytes();
    if !bytes
        .windows(3)
        .any(|it| it[0].eq_ignore_ascii_case(&it[1]) && it[1].eq_ignore_ascii_case(&it[2]))
    {
        return None;
    }
    unstretch(&fold(raw), 1)
}

fn first_three(word: &str) -> [u8; 3] {
    word.as_bytes()
        .first_chunk::<3>()
        .copied()
        .unwrap_or_default()
}

fn last_three(word: &str) -> [u8; 3] {
    word.as_bytes()
        .last_chunk::<3>()
        .copied()
        .unwrap_or_default()
}
