//! The words of a language that tell times, and where they stand in what was said.

use std::{collections::BTreeMap, ops::Range};

use jiff::civil::{Time, Weekday};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::{
    acts::times::{DayPart, TimePhrase, Unit, WeekPart, phrase::Cursor},
    text::{Utterance, fold},
};

/// What a word is worth where times are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Term {
    Number(u16),
    Hour(u8),
    Clock(Time),
    Unit(Unit),
    Weekday(Weekday),
    Month(i8),
    Ahead(u8),
    TodayPart(DayPart),
    Part(DayPart),
    WeekPart(WeekPart),
    Within,
    After,
    Before,
    At,
    Next,
    This,
    Week,
    Weekend,
    WorkDay,
    Half,
    Quarter,
    Pm,
    Am,
    Vague,
    Filler,
}

/// `[times]`: the words by what they stand for. Each may be several words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(in crate::acts) struct TimesTable {
    numbers: BTreeMap<String, u16>,
    hours: BTreeMap<String, u8>,
    units: BTreeMap<String, Unit>,
    weekdays: BTreeMap<String, WeekdayName>,
    months: BTreeMap<String, i8>,
    days: BTreeMap<String, u8>,
    today_parts: BTreeMap<String, DayPart>,
    day_parts: BTreeMap<String, DayPart>,
    week_parts: BTreeMap<String, WeekPart>,
    within: Vec<String>,
    after: Vec<String>,
    before: Vec<String>,
    at: Vec<String>,
    next: Vec<String>,
    this: Vec<String>,
    week: Vec<String>,
    weekend: Vec<String>,
    end_of_day: Vec<String>,
    half: Vec<String>,
    quarter: Vec<String>,
    pm: Vec<String>,
    am: Vec<String>,
    vague: Vec<String>,
    fillers: Vec<String>,
    /// What stands beside an amount of money.
    money: Vec<String>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WeekdayName {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl From<WeekdayName> for Weekday {
    fn from(name: WeekdayName) -> Self {
        match name {
            WeekdayName::Monday => Self::Monday,
            WeekdayName::Tuesday => Self::Tuesday,
            WeekdayName::Wednesday => Self::Wednesday,
            WeekdayName::Thursday => Self::Thursday,
            WeekdayName::Friday => Self::Friday,
            WeekdayName::Saturday => Self::Saturday,
            WeekdayName::Sunday => Self::Sunday,
        }
    }
}

/// The words of a language for times.
#[derive(Debug, Default)]
pub(in crate::acts) struct Times {
    /// By first word.
    phrases: FxHashMap<Box<str>, Vec<Phrase>>,
    /// A day and a part of it in one word, as Dutch writes them: "maandagochtend".
    compounds: FxHashMap<Box<str>, (Term, Term)>,
    pub(super) money: FxHashSet<Box<str>>,
}

/// Words with one worth.
#[derive(Debug)]
struct Phrase {
    words: Box<[Box<str>]>,
    term: Term,
}

impl Times {
    pub(in crate::acts) fn gather<'a>(tables: impl Iterator<Item = &'a TimesTable>) -> Self {
        let mut times = Self::default();
        for table in tables {
            times.take(table);
        }
        times.compound();
        times
    }

    /// Joins each day with each part of a day, where that is no word of its own.
    fn compound(&mut self) {
        let words = || {
            self.phrases
                .values()
                .flatten()
                .filter(|it| it.words.len() == 1)
        };
        let days = words().filter(|it| matches!(it.term, Term::Weekday(_) | Term::Ahead(_)));
        let compounds = days.flat_map(|day| {
            let parts = words().filter(|it| matches!(it.term, Term::Part(_)));
            parts.map(|part| {
                let word = [&*day.words[0], &*part.words[0]].concat();
                (word.into_boxed_str(), (day.term, part.term))
            })
        });
        let new = compounds.filter(|(word, _)| !self.phrases.contains_key(word));
        self.compounds = new.collect();
    }

    fn take(&mut self, table: &TimesTable) {
        self.money
            .extend(table.money.iter().map(|it| fold(it).into()));
        let mut map = |text: &str, term| self.add(text, term);
        table
            .numbers
            .iter()
            .for_each(|it| map(it.0, Term::Number(*it.1)));
        table
            .hours
            .iter()
            .for_each(|it| map(it.0, Term::Hour(*it.1)));
        table
            .units
            .iter()
            .for_each(|it| map(it.0, Term::Unit(*it.1)));
        let weekdays = table.weekdays.iter();
        weekdays.for_each(|it| map(it.0, Term::Weekday((*it.1).into())));
        table
            .months
            .iter()
            .for_each(|it| map(it.0, Term::Month(*it.1)));
        table
            .days
            .iter()
            .for_each(|it| map(it.0, Term::Ahead(*it.1)));
        let today = table.today_parts.iter();
        today.for_each(|it| map(it.0, Term::TodayPart(*it.1)));
        table
            .day_parts
            .iter()
            .for_each(|it| map(it.0, Term::Part(*it.1)));
        let week = table.week_parts.iter();
        week.for_each(|it| map(it.0, Term::WeekPart(*it.1)));
        for (texts, term) in [
            (&table.within, Term::Within),
            (&table.after, Term::After),
            (&table.before, Term::Before),
            (&table.at, Term::At),
            (&table.next, Term::Next),
            (&table.this, Term::This),
            (&table.week, Term::Week),
            (&table.weekend, Term::Weekend),
            (&table.end_of_day, Term::WorkDay),
            (&table.half, Term::Half),
            (&table.quarter, Term::Quarter),
            (&table.pm, Term::Pm),
            (&table.am, Term::Am),
            (&table.vague, Term::Vague),
            (&table.fillers, Term::Filler),
        ] {
            for text in texts {
                map(text, term);
            }
        }
    }

    fn add(&mut self, text: &str, term: Term) {
        let words: Box<[Box<str>]> = text.split_whitespace().map(|it| fold(it).into()).collect();
        if let Some(first) = words.first().cloned() {
            let phrases = self.phrases.entry(first).or_default();
            phrases.push(Phrase { words, term });
        }
    }

    /// The times told in an utterance, in order.
    pub(in crate::acts) fn find(&self, utterance: &Utterance) -> Vec<TimePhrase> {
        let mut found = Vec::new();
        for sentence in utterance.sentences() {
            let terms = self.terms_of(utterance, sentence.tokens.clone());
            let mut at = 0;
            while at < terms.len() {
                let mut cursor = Cursor::new(&terms, at);
                if let Some(said) = cursor.time() {
                    let tokens = terms[at].1.start..terms[cursor.at() - 1].1.end;
                    found.push(TimePhrase { tokens, said });
                    at = cursor.at();
                } else {
                    at += 1;
                }
            }
        }
        found
    }

    /// The words that tell times, as runs: a word between them that tells none is `None`.
    fn terms_of(
        &self,
        utterance: &Utterance,
        tokens: Range<usize>,
    ) -> Vec<(Option<Term>, Range<usize>)> {
        let mut terms = Vec::new();
        let mut at = tokens.start;
        while at < tokens.end {
            if let Some((day, part)) = self.compounds.get(utterance.word_at(at)) {
                terms.extend([day, part].map(|it| (Some(*it), at..at + 1)));
                at += 1;
                continue;
            }
            let (term, long) = self.term_at(utterance, at, tokens.end);
            // fillers may stand anywhere inside: "op dinsdag rond de middag"
            if term != Some(Term::Filler) {
                terms.push((term, at..at + long));
            }
            at += long;
        }
        terms
    }

    /// The number that a word stands for.
    pub(super) fn number(&self, word: &str) -> Option<u16> {
        let mut phrases = self.phrases.get(word).into_iter().flatten();
        phrases.find_map(|it| match it.term {
            Term::Number(number) if it.words.len() == 1 => Some(number),
            _ => None,
        })
    }

    fn term_at(&self, utterance: &Utterance, at: usize, end: usize) -> (Option<Term>, usize) {
        let word = utterance.word_at(at);
        let said = |words: &[Box<str>]| {
            let all = words.iter().enumerate();
            at + words.len() <= end && { all }
                .all(|(after, word)| utterance.word_at(at + after) == &**word)
        };
        let phrases = self.phrases.get(word).into_iter().flatten();
        let longest = phrases
            .filter(|it| said(&it.words))
            .max_by_key(|it| it.words.len());
        if let Some(phrase) = longest {
            return (Some(phrase.term), phrase.words.len());
        }
        if self.is_money(utterance, at) {
            // "10.50 euro" is no time
            return (None, 1);
        }
        let clock = clock(word).map(Term::Clock);
        (clock.or_else(|| word.parse().ok().map(Term::Number)), 1)
    }
}

/// `12.00`, `9:30`, `16u30`, `16u`, `17h`.
fn clock(word: &str) -> Option<Time> {
    let (hour, minute) = word.split_once(['.', ':', 'u', 'h'])?;
    let marked = word.contains(['u', 'h']);
    let minute = match minute {
        "" if marked => 0,
        _ if minute.len() == 2 => minute.parse().ok()?,
        _ => return None,
    };
    Time::new(hour.parse().ok()?, minute, 0, 0).ok()
}
