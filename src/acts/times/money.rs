//! Amounts of money: what looks like a time and is none, and what somebody is given.

use std::ops::Range;

use crate::{
    acts::times::words::Times,
    text::{Utterance, whole_units},
};

/// The signs of currencies.
const CURRENCIES: [char; 3] = ['€', '$', '£'];

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
