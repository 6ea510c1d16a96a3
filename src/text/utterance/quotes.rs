//! Which words stand between quotation marks.

use crate::{
    ground::span::Span,
    text::utterance::{Orthography, Utterance},
};

impl Utterance {
    /// Marks the words that do.
    pub(super) fn mark_quotes(&mut self, orthography: &Orthography) {
        let may_quote = |it: u8| matches!(it, b'"' | b'\'') || !it.is_ascii();
        if !self.text.bytes().any(may_quote) {
            return;
        }
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
                    None if opens_quote(&self.text, at, letter, orthography) => {
                        open = Some(('\'', at));
                    }
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
/// letter, and not one of the clipped words that begin with one.
fn opens_quote(text: &str, at: usize, quote: char, orthography: &Orthography) -> bool {
    let before = text[..at].chars().next_back();
    let first = text[at + quote.len_utf8()..].chars().next();
    before.is_none_or(|it| it.is_whitespace() || matches!(it, '(' | ':'))
        && first.is_some_and(char::is_alphanumeric)
        && !orthography.clips(text, at)
}

/// Whether the single quote at `at` closes a quotation: not before a letter.
fn closes_quote(text: &str, at: usize, quote: char) -> bool {
    !text[at + quote.len_utf8()..]
        .chars()
        .next()
        .is_some_and(char::is_alphanumeric)
}
