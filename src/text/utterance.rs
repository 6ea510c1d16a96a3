//! A raw text as tokens and sentences, each knowing where it stands in the original.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    ground::span::Span,
    text::fold::{fold_into, is_invisible, unstretch},
};

/// How a language is written: what the tokeniser must know of it.
#[derive(Debug, Clone, Default)]
pub struct Orthography {
    /// Folded words that deny what they belong to; gaps in patterns never skip them.
    pub negations: FxHashSet<Box<str>>,
    /// Folded words whose full stop ends no sentence.
    pub abbreviations: FxHashSet<Box<str>>,
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
        let mut reader = Reader::new(text, orthography);
        reader.run();
        reader.out.mark_quotes();
        reader.out
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

    /// The same text with more, shorter sentences: one more begins at each of these tokens. All parts
    /// of a sentence keep its end mark. The tokens stay as they are.
    #[must_use]
    pub fn broken_at(&self, tokens: &[usize]) -> Self {
        let mut broken = self.clone();
        broken.sentences.clear();
        for sentence in &self.sentences {
            let Range { start, end } = sentence.tokens;
            let mut from = start;
            let breaks = tokens.iter().copied().filter(|it| start < *it && *it < end);
            for to in breaks.chain([end]) {
                let span = self.span_of(from..to);
                broken.sentences.push(Sentence {
                    tokens: from..to,
                    mark: sentence.mark,
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

    /// Whether it is written in capitals: at least two words of two letters or more, and four
    /// letters in five are capitals.
    pub fn is_shouted(&self) -> bool {
        let (mut upper, mut all, mut words) = (0usize, 0usize, 0usize);
        for token in &self.tokens {
            let word = token.span.of(&self.text);
            let letters = word.chars().filter(|it| it.is_alphabetic()).count();
            words += usize::from(letters >= 2);
            all += letters;
            upper += word.chars().filter(|it| it.is_uppercase()).count();
        }
        words >= 2 && all >= 6 && upper * 5 >= all * 4
    }

    fn mark_quotes(&mut self) {
        let mut open: Option<(char, usize)> = None;
        let mut pairs = Vec::new();
        for (at, letter) in self.text.char_indices() {
            match (letter, open) {
                ('“' | '„' | '«', _) => open = Some((letter, at)),
                ('”' | '»', Some((_, from))) | ('"', Some(('"' | '„' | '“', from))) => {
                    pairs.push(Span::new(from, at));
                    open = None;
                }
                ('"', None) => open = Some(('"', at)),
                ('\'' | '‘' | '’', _) => match open {
                    Some(('\'', from)) if closes_quote(&self.text, at, letter) => {
                        pairs.push(Span::new(from, at));
                        open = None;
                    }
                    None if opens_quote(&self.text, at, letter) => open = Some(('\'', at)),
                    _ => {}
                },
                _ => {}
            }
        }
        let mut pairs = pairs.into_iter().peekable();
        for token in &mut self.tokens {
            while pairs.next_if(|pair| pair.end <= token.span.start).is_some() {}
            token.quoted = pairs
                .peek()
                .is_some_and(|pair| pair.start <= token.span.start);
        }
    }
}

/// Whether the single quote at `at` opens a quotation: after a space or at the start, before a
/// letter, and not one of the clipped words (`'t`, `'s`, `'n`, `'k`, `'m`) that begin with one.
fn opens_quote(text: &str, at: usize, quote: char) -> bool {
    let before = text[..at].chars().next_back();
    let mut after = text[at + quote.len_utf8()..].chars();
    let first = after.next();
    let clipped = matches!(
        first,
        Some('t' | 's' | 'n' | 'k' | 'm' | 'T' | 'S' | 'N' | 'K')
    ) && !after.next().is_some_and(char::is_alphanumeric);
    before.is_none_or(|it| it.is_whitespace() || matches!(it, '(' | ':'))
        && first.is_some_and(char::is_alphanumeric)
        && !clipped
}

/// Whether the single quote at `at` closes a quotation: not before a letter.
fn closes_quote(text: &str, at: usize, quote: char) -> bool {
    !text[at + quote.len_utf8()..]
        .chars()
        .next()
        .is_some_and(char::is_alphanumeric)
}

/// The tokeniser at work.
struct Reader<'a> {
    text: &'a str,
    orthography: &'a Orthography,
    out: Utterance,
    /// First token of the sentence being read.
    sentence_from: usize,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, orthography: &'a Orthography) -> Self {
        let out = Utterance {
            text: text.into(),
            words: String::with_capacity(text.len()),
            tokens: Vec::with_capacity(text.len() / 5 + 1),
            sentences: Vec::new(),
            signs: 0,
        };
        Self {
            text,
            orthography,
            out,
            sentence_from: 0,
        }
    }

    fn run(&mut self) {
        let mut at = 0;
        while let Some(letter) = self.text[at..].chars().next() {
            let length = letter.len_utf8();
            if letter.is_alphanumeric() || is_clitic_start(self.text, at, letter) {
                let end = word_end(self.text, at);
                self.push_word(Span::new(at, end));
                at = end;
            } else if matches!(letter, '.' | '!' | '?' | '…') {
                at = self.end_mark(at);
            } else {
                if letter == '\n' || is_emoji(letter) {
                    self.end_sentence(Mark::None, at);
                }
                self.out.signs += usize::from(!letter.is_whitespace() && !is_invisible(letter));
                at += length;
            }
        }
        self.end_sentence(Mark::None, self.text.len());
    }

    /// Reads a run of end marks from `at`; returns where it ends.
    fn end_mark(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let run = rest
            .find(|it| !matches!(it, '.' | '!' | '?' | '…'))
            .unwrap_or(rest.len());
        let marks = &rest[..run];
        self.out.signs += 1;
        let mark = if marks.contains('?') {
            Mark::Question
        } else if marks.contains('!') {
            Mark::Exclamation
        } else if marks.contains('…') || run > 1 {
            Mark::Ellipsis
        } else {
            Mark::Period
        };
        if mark != Mark::Period || !self.is_inner_period(at) {
            self.end_sentence(mark, at + run);
        }
        at + run
    }

    /// Whether the full stop at `at` belongs to an abbreviation or an initial.
    fn is_inner_period(&self, at: usize) -> bool {
        let Some(last) = self
            .out
            .tokens
            .get(self.sentence_from..)
            .and_then(<[Token]>::last)
        else {
            return false;
        };
        if last.span.end != at {
            return false;
        }
        let word = self.out.word(last);
        let initial = last.capital && word.chars().count() == 1;
        initial || self.orthography.abbreviations.contains(word)
    }

    fn end_sentence(&mut self, mark: Mark, end: usize) {
        let tokens = self.sentence_from..self.out.tokens.len();
        if tokens.is_empty() {
            // "Echt waar …? !" — a stray question mark still belongs to what came before it
            if let (Mark::Question, Some(last)) = (mark, self.out.sentences.last_mut())
                && last.mark != Mark::None
            {
                last.mark = Mark::Question;
            }
            return;
        }
        let span = Span::new(self.out.tokens[tokens.start].span.start, end);
        self.sentence_from = tokens.end;
        self.out.sentences.push(Sentence { tokens, mark, span });
    }

    fn push_word(&mut self, span: Span) {
        let raw = span.of(self.text);
        let from = self.out.words.len();
        fold_into(raw, &mut self.out.words);
        let folded = &self.out.words[from..];
        if folded.is_empty() {
            return;
        }
        let number = raw.chars().any(|it| it.is_ascii_digit());
        let capital = raw.chars().next().is_some_and(char::is_uppercase);
        if let Some(written_out) = self.orthography.spelling.get(folded) {
            self.out.words.truncate(from);
            for word in written_out {
                self.push_token(word, span, number, capital, true);
            }
            return;
        }
        // "heeel" and "vreeselijk" alike come down to at most two letters; the vocabulary tries
        // the form with one letter where this one is unknown
        let word = unstretch(folded, 2).unwrap_or_else(|| folded.to_owned());
        self.out.words.truncate(from);
        self.push_token(&word, span, number, capital, false);
    }

    fn push_token(&mut self, word: &str, span: Span, number: bool, capital: bool, respelled: bool) {
        let from = self.out.words.len();
        self.out.words.push_str(word);
        let range = to_u32(from)..to_u32(self.out.words.len());
        let negation = self.orthography.negations.contains(word);
        let token = Token {
            span,
            word: range,
            number,
            capital,
            negation,
            quoted: false,
            respelled,
        };
        self.out.tokens.push(token);
    }
}

fn to_u32(value: usize) -> u32 {
    // a text beyond 4 GiB does not fit a transcript line; its tail is read as empty words
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// Whether an apostrophe at `at` begins a clipped word: `'t`, `'s`, `'k`.
fn is_clitic_start(text: &str, at: usize, letter: char) -> bool {
    if !matches!(letter, '\'' | '’' | '‘') {
        return false;
    }
    let before = text[..at].chars().next_back();
    if before.is_some_and(char::is_alphanumeric) {
        return false;
    }
    let mut after = text[at + letter.len_utf8()..].chars();
    let clipped = matches!(
        after.next(),
        Some('t' | 's' | 'n' | 'k' | 'm' | 'T' | 'S' | 'K')
    );
    clipped
        && !after
            .next()
            .is_some_and(|it| it.is_alphanumeric() || matches!(it, '\'' | '’'))
}

/// Where the word that begins at `from` ends. Apostrophes, hyphens, dots and colons belong to it
/// where letters or digits stand on both sides (`auto's`, `e-mail`, `12.00`, `a.u.b`).
fn word_end(text: &str, from: usize) -> usize {
    let mut end = from;
    let mut letters = text[from..].char_indices().peekable();
    let mut previous = None;
    while let Some((offset, letter)) = letters.next() {
        let next = letters.peek().map(|(_, it)| *it);
        let joins = match letter {
            '\'' | '’' | '‘' => {
                previous.is_none_or(char::is_alphanumeric) && next.is_some_and(char::is_alphabetic)
            }
            '-' | '_' | '@' | '&' => {
                previous.is_some_and(char::is_alphanumeric)
                    && next.is_some_and(char::is_alphanumeric)
            }
            '.' | ':' | ',' => {
                joins_number_or_initials(letter, previous, next, &text[from..], offset)
            }
            _ => letter.is_alphanumeric() || is_invisible(letter) || is_mark(letter),
        };
        if !joins {
            break;
        }
        previous = Some(letter);
        end = from + offset + letter.len_utf8();
    }
    end.max(from + text[from..].chars().next().map_or(1, char::len_utf8))
}

fn joins_number_or_initials(
    sign: char,
    previous: Option<char>,
    next: Option<char>,
    word: &str,
    offset: usize,
) -> bool {
    let so_far = &word[..offset];
    let digits = previous.is_some_and(|it| it.is_ascii_digit())
        && next.is_some_and(|it| it.is_ascii_digit());
    let initials = sign == '.'
        && next.is_some_and(char::is_lowercase)
        && previous.is_some_and(char::is_alphabetic)
        && so_far.split('.').all(|part| part.chars().count() == 1);
    // an e-mail address keeps its dots; no local part is longer than 64 characters (RFC 5321)
    let address = sign == '.'
        && next.is_some_and(char::is_alphanumeric)
        && word
            .chars()
            .take(offset + 64)
            .take_while(|it| !it.is_whitespace())
            .any(|it| it == '@');
    digits || initials || address
}

fn is_mark(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
}

fn is_emoji(letter: char) -> bool {
    matches!(letter, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' | '\u{2b50}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn orthography() -> Orthography {
        Orthography {
            negations: ["niet".into()].into_iter().collect(),
            abbreviations: ["dhr".into(), "a.u.b".into()].into_iter().collect(),
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
    }
}
