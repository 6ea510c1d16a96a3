//! What the trained model sees of an utterance: words, pieces of words, what was said before, and
//! the lexicon's own findings, each as a row of the model's table with a whole-number value.
//!
//! Rows are hashed (the "hashing trick": Weinberger et al. 2009), so no vocabulary is loaded.

use std::ops::Range;

use crate::{
    acts::{
        act::{Act, ActSet},
        evidence::Evidence,
        recogniser::{Entry, Setting},
    },
    ground::hash::{START, fnv, mix, step},
    text::{Mark, Sentence, Utterance},
};

/// How many rows the model's table has.
pub(super) const ROWS: usize = 90_000;

/// The first so many rows are kept for acts, lengths and places, away from the hashed ones.
const DENSE: u32 = 2048;

/// Of an utterance so many words are looked at; it also keeps the sums within 32 bits.
const MOST_WORDS: usize = 2000;

/// In a customer's or agent's turn before, so many words are looked at: the last ones count most.
const WORDS_BEFORE: usize = 60;

/// Words shorter than this say little about what an utterance is about.
const CONTENT_LETTERS: usize = 5;

/// Of a content word so many letters are compared: inflections share them.
const STEM_LETTERS: usize = 5;

/// How much each kind of feature weighs before training: rarer and less certain kinds less.
mod value {
    pub(super) const WORD: i32 = 5;
    pub(super) const THREE_WORDS: i32 = 4;
    pub(super) const PIECE: i32 = 2;
    pub(super) const BEFORE: i32 = 2;
    pub(super) const OWN: i32 = 1;
    pub(super) const SHAPE: i32 = 5;
    pub(super) const ENTRY: i32 = 3;
    pub(super) const ACT: i32 = 6;
}

/// The kinds of hashed features, so that a word and a piece of the same letters differ.
#[derive(Clone, Copy)]
enum Kind {
    Word = 1,
    Words2,
    Words3,
    Piece,
    Before,
    Before2,
    Own,
    Entry,
}

/// An utterance with all that its features are taken from.
#[derive(Debug)]
pub(super) struct View<'a, A: Act> {
    pub(super) utterance: &'a Utterance,
    /// Where it stands in the conversation.
    pub(super) setting: Setting<'a, A>,
    /// What the lexicon found.
    pub(super) found: &'a [Evidence<A>],
    pub(super) entries: &'a [Entry<A>],
}

/// Receives features: the row, its value, and the tokens that it covers (none for the context).
pub(super) trait Sink: FnMut(u32, i32, Range<usize>) {}
impl<T: FnMut(u32, i32, Range<usize>)> Sink for T {}

impl<A: Act> View<'_, A> {
    /// The number of the sentence that a feature's tokens stand in; none for the context.
    pub(super) fn sentence_of(&self, tokens: &Range<usize>) -> Option<usize> {
        let last = tokens.end.checked_sub(1)?;
        let sentences = self.utterance.sentences();
        let at = sentences.partition_point(|it| it.tokens.end <= last);
        (at < sentences.len()).then_some(at)
    }

    /// Hands every feature to `sink`, always in the same order.
    pub(super) fn each(&self, sink: &mut impl Sink) {
        self.words(sink);
        self.pieces(sink);
        self.before(sink);
        self.shape(sink);
        self.findings(sink);
    }

    /// The sentences that are looked at.
    fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        let all = self.utterance.sentences().iter();
        all.take_while(|it| it.tokens.end <= MOST_WORDS)
    }

    /// Runs of one, two and three words, with the marks between sentences.
    fn words(&self, sink: &mut impl Sink) {
        let mut last: [(u64, usize); 2] = [(EDGE, 0); 2];
        let mut next = |hash: u64, token: usize, sink: &mut _| {
            words_ending_in(hash, token, last, sink);
            last = [last[1], (hash, token)];
        };
        for sentence in self.sentences() {
            for at in sentence.tokens.clone() {
                next(self.word(at), at, sink);
            }
            next(mark(sentence), sentence.tokens.end.saturating_sub(1), sink);
        }
        let end = self.utterance.tokens().len().saturating_sub(1);
        next(EDGE, end, sink);
    }

    /// A word by its hash; what stands between quotation marks is somebody else's, whatever it says.
    fn word(&self, at: usize) -> u64 {
        let quoted = self.utterance.tokens().get(at).is_some_and(|it| it.quoted);
        if quoted {
            QUOTED
        } else {
            fnv(self.utterance.word_at(at).as_bytes())
        }
    }

    /// Runs of three to five letters within words, edges included.
    fn pieces(&self, sink: &mut impl Sink) {
        let mut padded = Vec::with_capacity(24);
        for (at, token) in self.utterance.tokens().iter().take(MOST_WORDS).enumerate() {
            if token.quoted {
                continue;
            }
            padded.clear();
            padded.push(b'<');
            padded.extend_from_slice(self.utterance.word(token).as_bytes());
            padded.push(b'>');
            for from in 0..padded.len().saturating_sub(2) {
                let mut hash = START;
                for (length, letter) in padded[from..].iter().take(5).enumerate() {
                    hash = step(hash, (*letter).into());
                    if length >= 2 {
                        sink(row(Kind::Piece, hash), value::PIECE, at..at + 1);
                    }
                }
            }
        }
    }

    /// The words of the other's turn before, and of the speaker's own before that: a tone lasts.
    fn before(&self, sink: &mut impl Sink) {
        let words = &self.setting.heard.last_words;
        for (at, word) in words.iter().enumerate() {
            sink(row(Kind::Before, *word), value::BEFORE, 0..0);
            if let Some(next) = words.get(at + 1) {
                sink(row(Kind::Before2, mix(*word, *next)), value::BEFORE, 0..0);
            }
        }
        for word in &self.setting.own.last_words {
            sink(row(Kind::Own, *word), value::OWN, 0..0);
        }
    }

    /// How long it is, where it stands, what it ends in, how much of it the other has said.
    fn shape(&self, sink: &mut impl Sink) {
        let utterance = self.utterance;
        let words = utterance.tokens().len();
        let asks = |it: &&Sentence| it.mark == Mark::Question;
        let questions = utterance.sentences().iter().filter(asks).count();
        let ends_asking = utterance.sentences().last().is_some_and(|it| asks(&it));
        let calls = utterance.sentences().iter();
        let calls = calls.filter(|it| it.mark == Mark::Exclamation).count();
        let before_asks = self.setting.heard.asks;
        let own = stems(utterance);
        let shared = |all: &[u32]| {
            own.iter()
                .filter(|it| all.binary_search(it).is_ok())
                .count()
        };
        let (of_last, of_all) = (
            shared(&self.setting.heard.last_stems),
            shared(&self.setting.heard.stems),
        );
        let brief = usize::from(words <= 3) * (1 + usize::from(before_asks));
        let shape = [
            (0, length_class(words)),
            (1, usize::from(self.setting.first)),
            (2, usize::from(self.setting.heard.utterances == 0)),
            (3, questions.min(3)),
            (4, usize::from(ends_asking)),
            (5, calls.min(2)),
            (6, usize::from(before_asks)),
            (7, brief),
            (8, of_all.min(6)),
            (9, of_all * 5 / own.len().max(1)),
            (10, of_last.min(4)),
            (
                11,
                usize::from(of_all >= 3) * (1 + usize::from(questions > 0)),
            ),
            (12, utterance.sentences().len().min(5)),
        ];
        for (which, class) in shape {
            let row = u32::try_from(which * 16 + class).unwrap_or(0);
            sink(row, value::SHAPE, 0..0);
        }
        for act in self.setting.previous.iter() {
            sink(dense(1, act.index()), value::SHAPE, 0..0);
        }
    }

    /// What the lexicon found, by act and by entry.
    fn findings(&self, sink: &mut impl Sink) {
        let mut acts = ActSet::EMPTY;
        for it in self.found {
            let Some(entry) = it.entry.and_then(|it| self.entries.get(it)) else {
                continue;
            };
            let id = fnv(entry.id.as_bytes());
            sink(row(Kind::Entry, id), value::ENTRY, 0..0);
            acts.insert(it.act);
        }
        for act in acts.iter() {
            sink(dense(2, act.index()), value::ACT, 0..0);
        }
    }
}

fn words_ending_in(hash: u64, token: usize, last: [(u64, usize); 2], sink: &mut impl Sink) {
    let [(first, from3), (second, from2)] = last;
    sink(row(Kind::Word, hash), value::WORD, token..token + 1);
    let two = mix(second, hash);
    sink(row(Kind::Words2, two), value::WORD, from2..token + 1);
    let three = mix(first, two);
    let value = value::THREE_WORDS;
    sink(row(Kind::Words3, three), value, from3..token + 1);
}

/// The content words of an utterance by their stems, sorted, without doubles.
pub(super) fn stems(utterance: &Utterance) -> Vec<u32> {
    let mut stems: Vec<u32> = utterance
        .tokens()
        .iter()
        .map(|it| utterance.word(it).as_bytes())
        .filter(|it| it.len() >= CONTENT_LETTERS)
        .map(|it| row(Kind::Word, fnv(&it[..STEM_LETTERS])))
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// The last words and marks of an utterance, hashed.
pub(super) fn last_words(utterance: &Utterance) -> Vec<u64> {
    let mut words = Vec::new();
    for sentence in utterance.sentences() {
        for at in sentence.tokens.clone() {
            words.push(fnv(utterance.word_at(at).as_bytes()));
        }
        words.push(mark(sentence));
    }
    words.split_off(words.len().saturating_sub(WORDS_BEFORE))
}

fn length_class(words: usize) -> usize {
    [2, 4, 6, 9, 13, 19, 28, 42, 70].partition_point(|it| *it <= words)
}

/// What stands before the first and after the last word.
const EDGE: u64 = 0x9e37_79b9_7f4a_7c15;

/// What stands for a word between quotation marks.
const QUOTED: u64 = 0x6a09_e667_f3bc_c909;

const fn mark(sentence: &Sentence) -> u64 {
    let which = match sentence.mark {
        Mark::None => 1,
        Mark::Period => 2,
        Mark::Question => 3,
        Mark::Exclamation => 4,
        Mark::Ellipsis => 5,
    };
    mix(EDGE, which)
}

/// A row in the part of the table that is not hashed.
fn dense(block: u32, index: usize) -> u32 {
    let index = u32::try_from(index).unwrap_or(0);
    (block * 512 + index).min(DENSE - 1)
}

/// The row of a hashed feature.
const fn row(kind: Kind, hash: u64) -> u32 {
    let mixed = mix(hash, kind as u64);
    DENSE + ((mixed >> 32) % (ROWS as u64 - DENSE as u64)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_features_are_told_apart() {
        assert_eq!(
            row(Kind::Word, fnv(b"vervelend")),
            row(Kind::Word, fnv(b"vervelend"))
        );
        assert_ne!(row(Kind::Word, fnv(b"dag")), row(Kind::Piece, fnv(b"dag")));
    }

    #[test]
    fn lengths_fall_into_ten_classes() {
        let classes: Vec<usize> = [0, 1, 2, 4, 8, 12, 18, 40, 69, 500]
            .map(length_class)
            .into();
        assert_eq!(classes, [0, 0, 1, 2, 3, 4, 5, 7, 8, 9]);
    }
}
