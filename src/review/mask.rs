//! Hiding who and what a case may have been about, before it leaves the reviews.
//!
//! This is a plain pass over letters: it knows no names. What the scenario or its customer says is
//! invented and stays; any other word with a capital within a sentence, long number or address in
//! what the trainee typed is replaced letter by letter, so that the case reads the same.

use std::collections::BTreeSet;

/// Numbers of so many digits may be somebody's.
const LONG_NUMBER: usize = 4;

/// What may be said, and what may not.
#[derive(Debug, Clone, Default)]
pub(super) struct Hidden {
    invented: BTreeSet<String>,
    names: BTreeSet<String>,
}

impl Hidden {
    /// Hides what `said` names and none of the `invented` texts holds; `trainee` always.
    pub(super) fn of<'t>(
        invented: impl IntoIterator<Item = &'t str>,
        said: impl IntoIterator<Item = &'t str>,
        trainee: Option<&str>,
    ) -> Self {
        let invented = invented.into_iter().flat_map(words);
        let mut hidden = Self {
            invented: invented.map(|(_, it)| it.to_lowercase()).collect(),
            names: trainee
                .into_iter()
                .flat_map(words)
                .map(|(_, it)| it.to_lowercase())
                .collect(),
        };
        for text in said {
            let named = words(text).filter(|(at, word)| {
                is_capitalised(word) && !begins_a_sentence(text, *at) && !hidden.is_invented(word)
            });
            let named: Vec<String> = named.map(|(_, it)| it.to_lowercase()).collect();
            hidden.names.extend(named);
        }
        hidden
    }

    fn is_invented(&self, word: &str) -> bool {
        self.invented.contains(&word.to_lowercase())
    }

    fn hides(&self, word: &str) -> bool {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        self.names.contains(&word.to_lowercase())
            || (digits >= LONG_NUMBER && !self.is_invented(word))
    }
}

/// `text` with what is hidden replaced: letters by `x`, digits by `0`.
pub(super) fn mask(text: &str, hidden: &Hidden) -> String {
    let mut masked = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace) {
        if piece.contains('@') {
            masked.push_str(&blotted(piece));
            continue;
        }
        let mut from = 0;
        for (at, word) in words(piece) {
            masked.push_str(&piece[from..at]);
            from = at + word.len();
            if hidden.hides(word) {
                masked.push_str(&blotted(word));
            } else {
                masked.push_str(word);
            }
        }
        masked.push_str(&piece[from..]);
    }
    masked
}

fn blotted(text: &str) -> String {
    let blot = |it: char| match it {
        _ if it.is_numeric() => '0',
        _ if it.is_uppercase() => 'X',
        _ if it.is_alphabetic() => 'x',
        _ => it,
    };
    text.chars().map(blot).collect()
}

/// The words of a text with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(|it: char| !it.is_alphanumeric())
        .filter_map(move |piece| {
            let start = at;
            at += piece.len();
            let word = piece.trim_end_matches(|it: char| !it.is_alphanumeric());
            (!word.is_empty()).then_some((start, word))
        })
}

fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

fn begins_a_sentence(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let before = before.trim_end_matches(|it: char| !it.is_alphanumeric() && !is_end(it));
    before.is_empty() || before.ends_with(is_end)
}

const fn is_end(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '\n' | '…')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_invented_is_hidden_and_the_rest_stays() {
        let said = "Sanne hier. U spreekt met Sanne van Belveld, 06 12345678, sanne@voorbeeld.nl. \
                    Uw nummer 4711 over 30 euro klopt.";
        let hidden = Hidden::of(["Belveld, klantnummer 4711"], [said], None);
        assert_eq!(
            mask(said, &hidden),
            "Xxxxx hier. U spreekt met Xxxxx van Belveld, 06 00000000, xxxxx@xxxxxxxxx.xx. Uw \
             nummer 4711 over 30 euro klopt."
        );
    }

    #[test]
    fn the_trainee_is_hidden_also_where_nothing_gives_them_away() {
        let hidden = Hidden::of([], ["ik ben ster"], Some("ster"));
        assert_eq!(mask("ik ben ster", &hidden), "ik ben xxxx");
    }
}
