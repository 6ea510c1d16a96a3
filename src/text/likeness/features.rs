//! What of a text is compared: its words, the pairs of them and their pieces.

use std::ops::Range;

use crate::{
    ground::hash::{START, fnv, mix, step},
    text::{Utterance, embedding::ROWS},
};

/// Words of so many letters are also compared by their pieces: inflections and typing errors stay
/// alike.
const LONG_WORD: usize = 4;

/// Letters in a piece.
const PIECE: usize = 4;

/// What the pieces of a word weigh together, beside the word itself.
const PIECES_WEIGHT: f32 = 1.0;

/// What two words in a row weigh beside them.
const PAIR_WEIGHT: f32 = 0.5;

/// What stands for a word, a pair or a piece: its hash, of 48 bits, so many that no two are taken for each
/// other.
pub(super) type FeatureKey = u64;

/// Beside a hash so many bits of a number are free.
const FREE_BITS: u32 = 16;

/// What counts of a text when it is compared: its features with their weights, each once, by key.
#[derive(Debug)]
pub struct Features {
    pub(super) weights: Vec<(FeatureKey, f32)>,
    pub(super) denied: bool,
}

impl Features {
    /// Those of a whole text.
    pub fn of(text: &Utterance) -> Self {
        Self::of_part(text, 0..text.tokens().len())
    }

    /// Those of the words at `tokens`.
    pub(super) fn of_part(text: &Utterance, tokens: Range<usize>) -> Self {
        let denied = text.tokens()[tokens.clone()].iter().any(|it| it.negation);
        Self {
            weights: weights(text, tokens),
            denied,
        }
    }

    /// The row of each in the table of an [`Embedding`](crate::text::Embedding), and its weight.
    pub fn rows(&self) -> impl Iterator<Item = (usize, f32)> {
        let row = |key: FeatureKey| usize::try_from(key % ROWS as u64).unwrap_or(0);
        self.weights
            .iter()
            .map(move |(key, weight)| (row(*key), *weight))
    }
}

/// What tells the kinds of features apart.
#[derive(Clone, Copy)]
enum Kind {
    Word = 1,
    Pair,
    Piece,
}

const fn key(kind: Kind, hash: u64) -> FeatureKey {
    mix(hash, kind as u64) >> FREE_BITS
}

/// The words at `tokens`, the pairs of them and their pieces, each once, with their weights, by key.
fn weights(utterance: &Utterance, tokens: Range<usize>) -> Vec<(FeatureKey, f32)> {
    // two for each word, and no more pieces than letters
    let mut found = Found::with_room(2 * tokens.len() + utterance.text().len());
    let mut marked: Vec<char> = Vec::new();
    let mut before = START;
    for at in tokens {
        let word = utterance.word_at(at);
        let hash = fnv(word.as_bytes());
        found.add(key(Kind::Pair, mix(before, hash)), PAIR_WEIGHT);
        found.add(key(Kind::Word, hash), 1.0);
        before = hash;
        marked.clear();
        marked.push('<');
        marked.extend(word.chars());
        marked.push('>');
        if marked.len() < LONG_WORD + 2 {
            continue;
        }
        let pieces = marked.array_windows::<PIECE>();
        let many = f32::from(u8::try_from(pieces.len()).unwrap_or(u8::MAX));
        let weight = PIECES_WEIGHT / many.sqrt();
        for piece in pieces {
            let hash = piece
                .iter()
                .fold(START, |it, letter| step(it, u64::from(*letter)));
            found.add(key(Kind::Piece, hash), weight);
        }
    }
    found.sorted()
}

/// Features as they are found.
struct Found {
    /// The key of each and, in the free bits below, where it stands: such numbers are sorted in half the time.
    keys: Vec<u64>,
    weights: Vec<f32>,
}

impl Found {
    fn with_room(many: usize) -> Self {
        Self {
            keys: Vec::with_capacity(many),
            weights: Vec::with_capacity(many),
        }
    }

    fn add(&mut self, key: FeatureKey, weight: f32) {
        // where there are more than anybody says in a sentence, the last place stands for the rest
        let place = self.keys.len().min(usize::from(u16::MAX)) as u64;
        self.keys.push(key << FREE_BITS | place);
        self.weights.push(weight);
    }

    /// Each once, by key; of the same piece in several words the first counts.
    fn sorted(mut self) -> Vec<(FeatureKey, f32)> {
        self.keys.sort_unstable();
        self.keys.dedup_by_key(|it| *it >> FREE_BITS);
        let place = |it: u64| usize::from(u16::try_from(it & u64::from(u16::MAX)).unwrap_or(0));
        let keys = self.keys.into_iter();
        keys.map(|it| (it >> FREE_BITS, self.weights[place(it)]))
            .collect()
    }
}

/// The key of the word that is token `at`.
pub(super) fn word(utterance: &Utterance, at: usize) -> FeatureKey {
    key(Kind::Word, fnv(utterance.word_at(at).as_bytes()))
}

/// The keys of the longer words at `tokens`.
pub(super) fn long_words(
    utterance: &Utterance,
    tokens: Range<usize>,
) -> impl Iterator<Item = FeatureKey> {
    let long = |it: &usize| utterance.word_at(*it).chars().count() >= LONG_WORD;
    tokens.filter(long).map(|it| word(utterance, it))
}
