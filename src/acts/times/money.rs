//! Amounts of money: what looks like a time and is none, and what somebody is given.

use std::ops::Range;

use crate::{acts::times::words::Times, text::Utterance};

/// The signs of currencies.
const CURRENCIES: [char; 3] = ['€', '$', '£'];

/// How many digits stand between two signs that part thousands.
const THOUSANDS: usize = 3;

impl Times {
    /// Whether the word at `at` counts money, by the sign before it or the word after it.
    pub(super) fn is_money(&self, utterance: &Utterance, at: usize) -> bool {
        let start = utterance.tokens().get(at).map_or(0, |it| it.span.start);
        let before = utterance.text().get(..start).unwrap_or_default();
        self.money.contains(utterance.word_at(at + 1)) || before.trim_end().ends_with(CURRENCIES)
    }

    /// The amounts of money in a run of words, in whole units of the currency: "€ 1.500,-", "12,50 euro", "vijftig
    /// euro".
    pub(in crate::acts) fn amounts(&self, utterance: &Utterance, tokens: Range<usize>) -> Vec<u32> {
        let money = tokens.filter(|at| self.is_money(utterance, *at));
        let amounts = money.filter_map(|at| {
            let word = utterance.word_at(at);
            whole_units(word).or_else(|| self.number(word).map(u32::from))
        });
        amounts.collect()
    }
}

/// The whole part of a number as written: `12,50`, `1.500`, `€30`; `None` where it is none, or has more than nine
/// digits or so.
pub fn whole_units(word: &str) -> Option<u32> {
    let digits = word.trim_start_matches(|it: char| !it.is_ascii_digit());
    let mut whole = String::new();
    for (nth, part) in digits.split(['.', ',']).enumerate() {
        let run = part.find(|it: char| !it.is_ascii_digit());
        let run = &part[..run.unwrap_or(part.len())];
        if nth > 0 && run.len() != THOUSANDS {
            break;
        }
        whole.push_str(run);
        if run.len() < part.len() {
            break;
        }
    }
    whole.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::whole_units;

    #[test]
    fn thousands_belong_to_a_number_and_cents_do_not() {
        for (word, whole) in [
            ("30", Some(30)),
            ("€30", Some(30)),
            ("12,50", Some(12)),
            ("10.50", Some(10)),
            ("1.500", Some(1_500)),
            ("1,500", Some(1_500)),
            ("1.500.000", Some(1_500_000)),
            ("1.500,00", Some(1_500)),
            ("4x", Some(4)),
            ("", None),
            ("euro", None),
            ("99999999999", None),
        ] {
            assert_eq!(whole_units(word), whole, "{word}");
        }
    }
}
