//! Where a word begins and ends.

use crate::text::{
    fold::{fold, is_apostrophe, is_invisible},
    utterance::Orthography,
};

impl Orthography {
    /// Whether an apostrophe stands at `at` and begins a clipped word of the language.
    pub(super) fn clips(&self, text: &str, at: usize) -> bool {
        let mut letters = text[at..].chars();
        if !letters.next().is_some_and(is_apostrophe) {
            return false;
        }
        let before = text[..at].chars().next_back();
        if before.is_some_and(char::is_alphanumeric) {
            return false;
        }
        let longest = self.clipped.iter().map(|it| it.chars().count()).max();
        let rest = letters.as_str();
        let many = rest.chars().take_while(|it| it.is_alphanumeric()).count();
        if many == 0 || many >= longest.unwrap_or_default() {
            return false;
        }
        let length: usize = rest.chars().take(many).map(char::len_utf8).sum();
        let (word, after) = rest.split_at(length);
        !after.starts_with(is_apostrophe) && self.clipped.contains(&*fold(&format!("'{word}")))
    }
}

/// Where the word that begins at `from` ends. Apostrophes, hyphens, dots and colons belong to it
/// where letters or digits stand on both sides (`auto's`, `e-mail`, `12.00`, `a.u.b`).
pub(super) fn word_end(text: &str, from: usize) -> usize {
    plain_word_end(text.as_bytes(), from).unwrap_or_else(|| any_word_end(text, from))
}

/// Where a word of plain letters and digits ends that nothing can join to what follows: nearly every word.
fn plain_word_end(text: &[u8], from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let other = |it: &u8| !it.is_ascii_alphanumeric();
    let length = rest.iter().position(other).unwrap_or(rest.len());
    let is_alone = match rest[length..] {
        [] => true,
        [sign] | [sign, b' ' | b'\n', ..] => sign.is_ascii(),
        [sign, ..] => sign.is_ascii() && !b"'`-_@&.:,".contains(&sign),
    };
    (is_alone && length > 0).then_some(from + length)
}

fn any_word_end(text: &str, from: usize) -> usize {
    let mut end = from;
    let mut letters = text[from..].char_indices().peekable();
    let mut so_far = SoFar::default();
    while let Some((offset, letter)) = letters.next() {
        let next = letters.peek().map(|(_, it)| *it);
        let joins = match letter {
            _ if is_apostrophe(letter) => {
                so_far.last.is_none_or(char::is_alphanumeric)
                    && next.is_some_and(char::is_alphabetic)
            }
            '-' | '_' | '@' | '&' => {
                so_far.last.is_some_and(char::is_alphanumeric)
                    && next.is_some_and(char::is_alphanumeric)
            }
            '.' | ':' | ',' => {
                so_far.is_joined_by(letter, &text[from + offset + letter.len_utf8()..])
            }
            _ => letter.is_alphanumeric() || is_invisible(letter) || is_mark(letter),
        };
        if !joins {
            break;
        }
        so_far.add(letter);
        end = from + offset + letter.len_utf8();
    }
    end.max(from + text[from..].chars().next().map_or(1, char::len_utf8))
}

/// No local part of an e-mail address is longer (RFC 5321), nor is a name in its domain.
const LOCAL_PART: usize = 64;

/// What was read of a word, as far as it tells whether a dot, colon or comma belongs to it.
#[derive(Debug, Default)]
struct SoFar {
    last: Option<char>,
    /// Whether it holds an "@".
    addresses: bool,
    /// How many characters stand after its last dot.
    piece: usize,
    /// Whether more than one character stood before any of its dots.
    spelled: bool,
}

impl SoFar {
    const fn add(&mut self, letter: char) {
        self.last = Some(letter);
        if letter == '.' {
            self.spelled |= self.piece != 1;
            self.piece = 0;
        } else {
            self.addresses |= letter == '@';
            self.piece += 1;
        }
    }

    /// Whether `sign` belongs to the word, `rest` being what follows it: in a number, among initials, in an e-mail
    /// address.
    fn is_joined_by(&self, sign: char, rest: &str) -> bool {
        let next = rest.chars().next();
        let is_digit = |it: char| it.is_ascii_digit();
        let number = self.last.is_some_and(is_digit) && next.is_some_and(is_digit);
        let initials = || {
            let single = !self.spelled && self.piece == 1;
            single
                && next.is_some_and(char::is_lowercase)
                && self.last.is_some_and(char::is_alphabetic)
        };
        let address = || {
            next.is_some_and(char::is_alphanumeric)
                && (self.addresses
                    || rest
                        .chars()
                        .take(LOCAL_PART)
                        .take_while(|it| !it.is_whitespace())
                        .any(|it| it == '@'))
        };
        number || sign == '.' && (initials() || address())
    }
}

fn is_mark(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
}

/// Where the face of signs that begins at `from` ends: ":-)", ";)", ":D". None of letters and digits alone, which
/// may be a word, and none that something goes on behind.
pub(super) fn emoticon_end(text: &str, from: usize) -> Option<usize> {
    let face = text[from..].strip_prefix([':', ';'])?;
    let mouth = face.strip_prefix('-').unwrap_or(face);
    let after = mouth.strip_prefix(['(', ')', 'D', 'P', 'p'])?;
    let ends = after.chars().next().is_none_or(|it| !it.is_alphanumeric());
    ends.then_some(text.len() - after.len())
}

/// Whether this is one of the signs that people put where a sentence ends.
pub(super) fn is_emoji(letter: char) -> bool {
    matches!(letter, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' | '\u{2b50}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_short_way_ends_where_the_long_one_does(text in "[a-cA1'’`´@._:,é!( \n-]{1,9}") {
            if let Some(end) = plain_word_end(text.as_bytes(), 0) {
                prop_assert_eq!(end, any_word_end(&text, 0));
            }
        }
    }

    #[test]
    fn plain_words_take_the_short_way_and_joined_ones_do_not() {
        let ends = [
            "uur om", "uur, om", "uur?", "auto's", "e-mail", "12.00", "één",
        ]
        .map(|it| plain_word_end(it.as_bytes(), 0));
        assert_eq!(ends, [Some(3), Some(3), Some(3), None, None, None, None]);
    }
}
