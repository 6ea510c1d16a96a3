//! A text read letter by letter into words and sentences.

use crate::{
    ground::span::Span,
    text::{
        fold::{fold_into, is_invisible, unstretch},
        utterance::{
            Mark, Orthography, Sentence, Token, Utterance,
            word::{emoticon_end, is_emoji, word_end},
        },
    },
};

/// The tokeniser at work.
pub(super) struct Reader<'a> {
    text: &'a str,
    orthography: &'a Orthography,
    out: Utterance,
    /// First token of the sentence being read.
    sentence_from: usize,
}

impl<'a> Reader<'a> {
    /// Before a text.
    pub(super) fn new(text: &'a str, orthography: &'a Orthography) -> Self {
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

    /// Reads it all.
    pub(super) fn run(mut self) -> Utterance {
        let mut at = 0;
        while let Some(letter) = self.text[at..].chars().next() {
            let length = letter.len_utf8();
            if letter.is_alphanumeric() || self.orthography.clips(self.text, at) {
                let end = word_end(self.text, at);
                self.push_word(Span::new(at, end));
                at = end;
            } else if matches!(letter, '.' | '!' | '?' | '…') {
                at = self.end_mark(at);
            } else if let Some(end) = emoticon_end(self.text, at) {
                self.end_sentence(Mark::None, at);
                self.out.signs += 1;
                at = end;
            } else {
                if letter == '\n' || is_emoji(letter) {
                    self.end_sentence(Mark::None, at);
                }
                self.out.signs += usize::from(!letter.is_whitespace() && !is_invisible(letter));
                at += length;
            }
        }
        self.end_sentence(Mark::None, self.text.len());
        self.out
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
        let number = raw.bytes().any(|it| it.is_ascii_digit());
        let capital = raw.chars().next().is_some_and(char::is_uppercase);
        if let Some(written_out) = self.orthography.spelling.get(folded) {
            self.out.words.truncate(from);
            for word in written_out {
                let from = self.out.words.len();
                self.out.words.push_str(word);
                self.push_token(from, span, number, capital, true);
            }
            return;
        }
        // "heeel" and "vreeselijk" alike come down to at most two letters; the vocabulary tries
        // the form with one letter where this one is unknown
        if let Some(short) = unstretch(folded, 2) {
            self.out.words.truncate(from);
            self.out.words.push_str(&short);
        }
        self.push_token(from, span, number, capital, false);
    }

    /// Adds a token whose word is what was written since `from`.
    fn push_token(
        &mut self,
        from: usize,
        span: Span,
        number: bool,
        capital: bool,
        respelled: bool,
    ) {
        let word = &self.out.words[from..];
        let token = Token {
            span,
            word: to_u32(from)..to_u32(self.out.words.len()),
            number,
            capital,
            negation: self.orthography.negations.contains(word),
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
