//! Which terms of a pattern set a word of a text answers to.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::text::{
    edit::deletions,
    fold::unstretch,
    pattern::Term,
    real_words::{RealWords, is_repairable, may_be_mistyped},
    utterance::{Token, Utterance},
};

/// A term of a vocabulary, by number.
pub(super) type TermId = u32;

/// The terms of one pattern set, and how to find those that a word answers to.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    ids: FxHashMap<Term, TermId>,
    exact: FxHashMap<Arc<str>, TermId>,
    /// By their first three bytes.
    prefixes: FxHashMap<[u8; 3], Vec<(Arc<str>, TermId)>>,
    /// By their last three bytes.
    suffixes: FxHashMap<[u8; 3], Vec<(Arc<str>, TermId)>>,
    number: Option<TermId>,
    /// Every form of a word with one letter left out, by its hash, for repairs.
    neighbours: FxHashMap<u64, Vec<TermId>>,
    words: FxHashMap<TermId, Arc<str>>,
}

impl Vocabulary {
    /// The numbers of `terms`, new or known, sorted and without doubles.
    pub(super) fn intern_all(&mut self, terms: &[Term]) -> Arc<[TermId]> {
        let mut ids: Vec<TermId> = terms.iter().map(|it| self.intern(it)).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into()
    }

    /// The number of `term`, new or known.
    fn intern(&mut self, term: &Term) -> TermId {
        if let Some(id) = self.ids.get(term) {
            return *id;
        }
        let id = TermId::try_from(self.ids.len()).unwrap_or(TermId::MAX);
        self.ids.insert(term.clone(), id);
        match term {
            Term::Exact(word) => {
                self.exact.insert(word.clone(), id);
            }
            Term::Prefix(part) => {
                self.prefixes
                    .entry(first_three(part))
                    .or_default()
                    .push((part.clone(), id));
            }
            Term::Suffix(part) => {
                self.suffixes
                    .entry(last_three(part))
                    .or_default()
                    .push((part.clone(), id));
            }
            Term::Number => self.number = Some(id),
        }
        id
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// All exact words, for making the list of real words.
    pub(super) fn exact_words(&self) -> impl Iterator<Item = &str> {
        self.exact.keys().map(AsRef::as_ref)
    }

    /// Prepares repairs; call once, when all terms are in.
    pub(super) fn index_neighbours(&mut self) {
        let mut words: Vec<(TermId, Arc<str>)> = self
            .exact
            .iter()
            .filter(|(word, _)| is_repairable(word))
            .map(|(word, id)| (*id, word.clone()))
            .collect();
        words.sort_unstable();
        let mut scratch = String::new();
        for (id, word) in &words {
            deletions(word, &mut scratch, |form| {
                let ids = self.neighbours.entry(hash(form)).or_default();
                if ids.last() != Some(id) {
                    ids.push(*id);
                }
            });
        }
        self.words = words.into_iter().collect();
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
        if out.len() == from && !token.number && is_repairable(word) && !real.contains(word) {
            self.repair(word, out);
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

    /// The words that `word` may be a typing error of.
    fn repair(&self, word: &str, out: &mut Vec<TermId>) {
        let mut scratch = String::new();
        let mut found: Vec<&str> = Vec::new();
        deletions(word, &mut scratch, |form| {
            for id in self.neighbours.get(&hash(form)).into_iter().flatten() {
                if let Some(known) = self.words.get(id)
                    && !found.contains(&&**known)
                    && may_be_mistyped(known, word)
                {
                    found.push(known);
                }
            }
        });
        for known in found {
            self.look_up(known, out);
        }
    }
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
    let mut folded = String::new();
    crate::text::fold::fold_into(raw, &mut folded);
    unstretch(&folded, 1)
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

fn hash(form: &str) -> u64 {
    use std::hash::Hasher as _;
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(form.as_bytes());
    hasher.finish()
}
