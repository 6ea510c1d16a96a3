//! A raw text as tokens and sentences, each knowing where it stands in the original.

mod quotes;
mod reader;
mod word;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use self::reader::Reader;
use crate::ground::span::Span;

/// How a language is written: what the tokeniser must know of it.
#[derive(Debug, Clone, Default)]
pub struct Orthography {
    /// Folded words that deny what they belong to; gaps in patterns never skip them.
    pub negations: FxHashSet<Box<str>>,
    /// Folded words whose full stop ends no sentence.
    pub abbreviations: FxHashSet<Box<str>>,
    /// Folded words that begin with an apostrophe for what is left out of them.
    pub clipped: FxHashSet<Box<str>>,
    /// Chat and dialect spellings and the folded words they stand for.
    pub spelling: FxHashMap<Box<str>, Box<[Box<str>]>>,
}

/// What ends a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The end of the text, a line break or an emoji.
    None,
    /// A full stop.
    Period,
    /// A question mark, alone or among others.
    Question,
    /// An exclamation mark.
    Exclamation,
    /// Three dots.
    Ellipsis,
}

/// Where a sentence is broken in two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// The token that begins the second.
    pub at: usize,
    /// What ends the first; `None` for what ends the whole.
    pub before: Option<Mark>,
}

/// A word.
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent marks of one word"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the original text. Words written out from one chat spelling share it.
    pub span: Span,
    word: Range<u32>,
    /// Written with digits (`30`, `12.00`, `4x`).
    pub number: bool,
    /// Begins with a capital.
    pub capital: bool,
    /// Denies what it belongs to.
    pub negation: bool,
    /// Stands between quotation marks.
    pub quoted: bool,
    /// Written out by the language's spelling table.
    pub respelled: bool,
}

/// A run of words up to an end mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Indices into [`Utterance::tokens`]; never empty.
    pub tokens: Range<usize>,
    /// What ends it.
    pub mark: Mark,
    /// From the first word through the end mark.
    pub span: Span,
}

/// A text, read into words and sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Utterance {
    text: Box<str>,
    words: String,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    signs: usize,
}

impl Utterance {
    /// Reads `text`, whatever it holds. Time and memory are linear in its length.
    pub fn parse(text: &str, orthography: &Orthography) -> Self {
        let mut read = Reader::new(text, orthography).run();
        read.mark_quotes(orthography);
        read
    }

    /// The original text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All words, in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All sentences, in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The folded form of a token of this utterance.
    pub fn word(&self, token: &Token) -> &str {
        self.words
            .get(token.word.start as usize..token.word.end as usize)
            .unwrap_or_default()
    }

    /// The folded word at token index `at`; empty beyond the end.
    pub fn word_at(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| self.word(token))
    }

    /// The place in the original text of a run of tokens.
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens).unwrap_or_default() {
            [] => Span::new(0, 0),
            [only] => only.span,
            [first, .., last] => first.span.join(last.span),
        }
    }

    /// The tokens that stand wholly within `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let from = self.tokens.partition_point(|it| it.span.start < span.start);
        let to = self.tokens.partition_point(|it| it.span.end <= span.end);
        from..to.max(from)
    }

    /// Whether a comma, colon or semicolon stands between the token `at` and the one before it.
    pub fn has_pause_before(&self, at: usize) -> bool {
        self.stands_behind(at, &[',', ':', ';'])
    }

    /// Whether a colon stands between the token `at` and the one before it.
    pub fn has_colon_before(&self, at: usize) -> bool {
        self.stands_behind(at, &[':'])
    }

    /// Whether a colon stands behind one of these tokens, and a word behind that.
    pub fn has_colon_behind(&self, tokens: &Range<usize>) -> bool {
        (tokens.start + 1..=tokens.end).any(|at| self.has_colon_before(at))
    }

    /// Whether one of these signs stands between the token `at` and the one before it.
    fn stands_behind(&self, at: usize, signs: &[char]) -> bool {
        let before = at.checked_sub(1).and_then(|it| self.tokens.get(it));
        let (Some(before), Some(token)) = (before, self.tokens.get(at)) else {
            return false;
        };
        // several words that one stands for share its place
        let between = self.text.get(before.span.end..token.span.start);
        between.is_some_and(|it| it.contains(signs))
    }

    /// The same text with more, shorter sentences: one more begins at each of these breaks, which stand in
    /// order. The tokens stay as they are.
    #[must_use]
    pub fn broken_at(&self, breaks: &[Break]) -> Self {
        let mut broken = self.clone();
        broken.sentences.clear();
        for sentence in &self.sentences {
            let Range { start, end } = sentence.tokens;
            let mut from = start;
            let inside = breaks.iter().filter(|it| start < it.at && it.at < end);
            let pieces = inside.map(|it| (it.at, it.before.unwrap_or(sentence.mark)));
            for (to, mark) in pieces.chain([(end, sentence.mark)]) {
                let span = self.span_of(from..to);
                broken.sentences.push(Sentence {
                    tokens: from..to,
                    mark,
                    span: if to == end {
                        Span::new(span.start, sentence.span.end)
                    } else {
                        span
                    },
                });
                from = to;
            }
        }
        broken
    }

    /// Whether it holds neither words nor signs.
    pub fn is_blank(&self) -> bool {
        self.tokens.is_empty() && self.signs == 0
    }

    /// Whether it holds signs or emoji but no word.
    pub fn is_only_signs(&self) -> bool {
        self.tokens.is_empty() && self.signs > 0
    }

    /// Whether it is written in capitals: at least two words of two letters or more, six letters in all, four
    /// letters in five capitals, and fewer than one word in four all small.
    pub fn is_shouted(&self) -> bool {
        let (mut upper, mut all, mut words, mut small) = (0usize, 0usize, 0usize, 0usize);
        for token in &self.tokens {
            let word = token.span.of(&self.text);
            let letters = word.chars().filter(|it| it.is_alphabetic()).count();
            words += usize::from(letters >= 2);
            all += letters;
            let capitals = word.chars().filter(|it| it.is_uppercase()).count();
            upper += capitals;
            small += usize::from(letters >= 2 && capitals == 0);
        }
        // two codes with a small word between them are no shouting
        words >= 2 && all >= 6 && upper * 5 >= all * 4 && small * 4 < words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn orthography() -> Orthography {
        Orthography {
            negations: ["niet".into()].into_iter().collect(),
            abbreviations: ["dhr".into(), "a.u.b".into()].into_iter().collect(),
            clipped: ["'t".into(), "'s".into()].into_iter().collect(),
            spelling: [("kzal".into(), ["ik".into(), "zal".into()].into())]
                .into_iter()
                .collect(),
        }
    }

    fn sentences(text: &str) -> Vec<(String, Mark)> {
        let read = Utterance::parse(text, &orthography());
        let words = |it: &Sentence| {
            read.tokens()[it.tokens.clone()]
                .iter()
                .map(|t| read.word(t))
                .collect::<Vec<_>>()
        };
        read.sentences()
            .iter()
            .map(|it| (words(it).join(" "), it.mark))
            .collect()
    }

    #[test]
    fn a_face_of_signs_ends_a_sentence() {
        let told = |words: &str, mark| (words.to_owned(), mark);
        assert_eq!(
            sentences("Fijn :) En wat is uw naam?"),
            [
                told("fijn", Mark::None),
                told("en wat is uw naam", Mark::Question)
            ]
        );
        assert_eq!(
            sentences("tot zo ;-) groet: Piet, 12:00"),
            [
                told("tot zo", Mark::None),
                told("groet piet 12:00", Mark::None)
            ]
        );
    }

    #[test]
    fn sentences_end_at_marks_but_not_after_abbreviations() {
        assert_eq!(
            sentences("Dag dhr. De Wit, om 12.00 uur a.u.b. bellen? Ja…graag!!\nkzal"),
            [
                (
                    "dag dhr de wit om 12.00 uur a.u.b bellen".to_owned(),
                    Mark::Question
                ),
                ("ja".to_owned(), Mark::Ellipsis),
                ("graag".to_owned(), Mark::Exclamation),
                ("ik zal".to_owned(), Mark::None),
            ]
        );
    }

    #[test]
    fn clipped_words_and_apostrophes_stay_whole() {
        assert_eq!(
            sentences("'t is ’s middags, foto's")[0].0,
            "'t is 's middags foto's"
        );
        assert_eq!(sentences("mail jan.k@post.nl.")[0].0, "mail jan.k@post.nl");
        assert_eq!(sentences("dag.Hoe gaat het").len(), 2);
    }

    #[test]
    fn what_no_list_knows_is_no_clipped_word() {
        assert_eq!(sentences("'T is 'k 'te").len(), 1);
        assert_eq!(sentences("'T is 'k 'te")[0].0, "'t is k te");
        assert_eq!(sentences("'t' 's'").len(), 1);
        assert_eq!(sentences("'t' 's'")[0].0, "t s");
    }

    #[test]
    fn quoted_words_are_marked() {
        let read = Utterance::parse(
            "Hij zei: 'ik help u niet' en 't was \"klaar\".",
            &orthography(),
        );
        let quoted: Vec<_> = read
            .tokens()
            .iter()
            .filter(|it| it.quoted)
            .map(|it| read.word(it))
            .collect();
        assert_eq!(quoted, ["ik", "help", "u", "niet", "klaar"]);
    }

    #[test]
    fn signs_alone_are_no_words() {
        assert!(Utterance::parse("👍👍", &orthography()).is_only_signs());
        assert!(Utterance::parse(" \u{200f}\n", &orthography()).is_blank());
        assert!(Utterance::parse("IK WIL NU HULP", &orthography()).is_shouted());
        assert!(!Utterance::parse("KPN belde mij", &orthography()).is_shouted());
        assert!(!Utterance::parse("TLVU of TLUV?", &orthography()).is_shouted());
    }
}
