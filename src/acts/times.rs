//! Times as people say them: "binnen 24 uur", "dinsdag voor twaalven", "early next week".
//!
//! The words stand in the lexicon (`[times]`); the order in which they make sense stands here.

use std::{collections::BTreeMap, ops::Range};

use jiff::civil::{Time, Weekday, time};
use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::text::Utterance;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// 60 seconds.
    Minute,
    /// 60 minutes.
    Hour,
    /// A day of the calendar.
    Day,
    /// A day on which the desk is open.
    WorkingDay,
    /// Seven days.
    Week,
    /// A month of the calendar.
    Month,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayPart {
    /// Until noon.
    Morning,
    /// From noon.
    Afternoon,
    /// From six.
    Evening,
    /// The last working hours.
    End,
}

/// A part of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WeekPart {
    /// Its first two working days.
    Begin,
    /// Its third.
    Middle,
    /// Its last two.
    End,
    /// All of it.
    Whole,
}

/// A day, as seen from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// So many days from today.
    Ahead(u8),
    /// The next day of this name.
    Named(Weekday),
}

/// How a time of day bounds what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Then.
    At,
    /// No later than then.
    Before,
}

/// A time as said, not yet reckoned from any clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaidTime {
    /// No later than so much from now.
    Within(u16, Unit),
    /// So much from now.
    After(u16, Unit),
    /// On a day, or no later than that.
    On {
        /// Which day.
        day: Day,
        /// Which part of it.
        part: Option<DayPart>,
        /// What time.
        time: Option<(Bound, Time)>,
        /// Whether the day itself is the last one.
        bound: Bound,
    },
    /// In a week: 0 this one, 1 the next.
    InWeek(u8, WeekPart),
    /// No moment can be told from it.
    Vague,
}

/// A time, and where it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimePhrase {
    /// The words.
    pub tokens: Range<usize>,
    /// What they say.
    pub said: SaidTime,
}

/// What a word is worth where times are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Term {
    Number(u16),
    Hour(u8),
    Clock(Time),
    Unit(Unit),
    Weekday(Weekday),
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
pub(super) struct TimesTable {
    numbers: BTreeMap<String, u16>,
    hours: BTreeMap<String, u8>,
    units: BTreeMap<String, Unit>,
    weekdays: BTreeMap<String, WeekdayName>,
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
pub(super) struct Times {
    /// By first word.
    phrases: FxHashMap<Box<str>, Vec<Phrase>>,
}

/// Words with one worth.
#[derive(Debug)]
struct Phrase {
    words: Box<[Box<str>]>,
    term: Term,
}

impl Times {
    pub(super) fn gather<'a>(tables: impl Iterator<Item = &'a TimesTable>) -> Self {
        let mut times = Self::default();
        for table in tables {
            times.take(table);
        }
        times
    }

    fn take(&mut self, table: &TimesTable) {
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
        let words: Box<[Box<str>]> = text.split_whitespace().map(Into::into).collect();
        if let Some(first) = words.first().cloned() {
            let phrases = self.phrases.entry(first).or_default();
            phrases.push(Phrase { words, term });
        }
    }

    /// The times told in an utterance, in order.
    pub(super) fn find(&self, utterance: &Utterance) -> Vec<TimePhrase> {
        let mut found = Vec::new();
        for sentence in utterance.sentences() {
            let terms = self.terms_of(utterance, sentence.tokens.clone());
            let mut at = 0;
            while at < terms.len() {
                let mut cursor = Cursor { terms: &terms, at };
                if let Some(said) = cursor.time() {
                    let tokens = terms[at].1.start..terms[cursor.at - 1].1.end;
                    found.push(TimePhrase { tokens, said });
                    at = cursor.at;
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
            let (term, long) = self.term_at(utterance, at, tokens.end);
            // fillers may stand anywhere inside: "op dinsdag rond de middag"
            if term != Some(Term::Filler) {
                terms.push((term, at..at + long));
            }
            at += long;
        }
        terms
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

/// Reads one time from a row of terms.
struct Cursor<'t> {
    terms: &'t [(Option<Term>, Range<usize>)],
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<Term> {
        self.terms.get(self.at)?.0
    }

    fn next_if<T>(&mut self, wanted: impl Fn(Term) -> Option<T>) -> Option<T> {
        let found = wanted(self.peek()?)?;
        self.at += 1;
        Some(found)
    }

    fn skip(&mut self, term: Term) -> bool {
        self.next_if(|it| (it == term).then_some(())).is_some()
    }

    /// Tries a reading; where it fails nothing was read.
    fn attempt<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<T> {
        let at = self.at;
        let found = read(self);
        if found.is_none() {
            self.at = at;
        }
        found
    }

    fn time(&mut self) -> Option<SaidTime> {
        self.attempt(Self::span)
            .or_else(|| self.attempt(Self::week))
            .or_else(|| self.attempt(Self::day))
            .or_else(|| self.attempt(Self::today))
            .or_else(|| self.skip(Term::Vague).then_some(SaidTime::Vague))
    }

    /// "within two days", "in an hour".
    fn span(&mut self) -> Option<SaidTime> {
        let within = self.next_if(|it| match it {
            Term::Within => Some(true),
            Term::After => Some(false),
            _ => None,
        })?;
        let amount = self.number().unwrap_or(1);
        let unit = self.next_if(|it| match it {
            Term::Unit(unit) => Some(unit),
            Term::Week => Some(Unit::Week),
            _ => None,
        })?;
        Some(if within {
            SaidTime::Within(amount, unit)
        } else {
            SaidTime::After(amount, unit)
        })
    }

    /// "early next week", "after the weekend", "before the weekend".
    fn week(&mut self) -> Option<SaidTime> {
        let around = self.next_if(|it| match it {
            Term::After => Some(SaidTime::InWeek(1, WeekPart::Begin)),
            Term::Before => Some(SaidTime::On {
                day: Day::Named(Weekday::Friday),
                part: None,
                time: None,
                bound: Bound::Before,
            }),
            _ => None,
        });
        if let Some(said) = around {
            return self.skip(Term::Weekend).then_some(said);
        }
        let part = self.next_if(|it| match it {
            Term::WeekPart(part) => Some(part),
            _ => None,
        });
        let next = self.skip(Term::Next);
        let named = next || self.skip(Term::This) || part.is_some();
        (self.skip(Term::Week) && named)
            .then(|| SaidTime::InWeek(u8::from(next), part.unwrap_or(WeekPart::Whole)))
    }

    /// "Tuesday before noon", "no later than tomorrow".
    fn day(&mut self) -> Option<SaidTime> {
        let bound = self.bound().unwrap_or(Bound::At);
        let early = self.attempt(Self::time_of_day);
        self.skip(Term::Next);
        self.skip(Term::This);
        let day = self.next_if(|it| match it {
            Term::Weekday(day) => Some(Day::Named(day)),
            Term::Ahead(days) => Some(Day::Ahead(days)),
            _ => None,
        })?;
        Some(self.rest_of_day(day, None, bound, early))
    }

    /// "this afternoon", "before four", "at the end of the day".
    fn today(&mut self) -> Option<SaidTime> {
        let at = self.at;
        let bound = self.bound().unwrap_or(Bound::At);
        let part = self.next_if(|it| match it {
            Term::TodayPart(part) => Some(part),
            Term::WorkDay => Some(DayPart::End),
            _ => None,
        });
        if part.is_some() {
            return Some(self.rest_of_day(Day::Ahead(0), part, bound, None));
        }
        self.at = at;
        let time = self.time_of_day()?;
        Some(SaidTime::On {
            day: Day::Ahead(0),
            part: None,
            time: Some(time),
            bound: Bound::At,
        })
    }

    fn rest_of_day(
        &mut self,
        day: Day,
        known: Option<DayPart>,
        bound: Bound,
        early: Option<(Bound, Time)>,
    ) -> SaidTime {
        let part = self.next_if(|it| match it {
            Term::Part(part) => Some(part),
            _ => None,
        });
        let part = known.or(part);
        let time = early.or_else(|| self.attempt(Self::time_of_day));
        let time = time.map(|(bound, time)| (bound, in_part(time, part)));
        SaidTime::On {
            day,
            part,
            time,
            bound,
        }
    }

    fn bound(&mut self) -> Option<Bound> {
        self.next_if(|it| match it {
            Term::Before => Some(Bound::Before),
            Term::At => Some(Bound::At),
            _ => None,
        })
    }

    fn number(&mut self) -> Option<u16> {
        self.next_if(|it| match it {
            Term::Number(number) => Some(number),
            _ => None,
        })
    }

    /// "before 12.00", "at half past three", "om kwart voor vier"; a bare number only where
    /// one of those words or "o'clock" makes it one.
    fn time_of_day(&mut self) -> Option<(Bound, Time)> {
        let bound = self.bound();
        let sure = bound.is_some();
        let bound = bound.unwrap_or(Bound::At);
        if let Some(clock) = self.next_if(|it| match it {
            Term::Clock(time) => Some(time),
            _ => None,
        }) {
            self.skip(Term::Unit(Unit::Hour));
            return Some((bound, self.half_of_day(clock)));
        }
        if self.skip(Term::Half) {
            let hour = self.hour()?;
            return Some((bound, time(office_hour(hour).checked_sub(1)?, 30, 0, 0)));
        }
        if self.skip(Term::Quarter) {
            let before = self.skip(Term::Before);
            if !before && !self.skip(Term::After) {
                return None;
            }
            let hour = office_hour(self.hour()?);
            return Some((
                bound,
                if before {
                    time(hour.checked_sub(1)?, 45, 0, 0)
                } else {
                    time(hour, 15, 0, 0)
                },
            ));
        }
        let exact = matches!(self.peek(), Some(Term::Hour(_)));
        let hour = self.hour()?;
        let told = self.skip(Term::Unit(Unit::Hour)) || exact;
        let marked = matches!(self.peek(), Some(Term::Pm | Term::Am));
        let clock = time(hour, 0, 0, 0);
        // "about two letters" is no time
        let bare = sure && !matches!(self.terms.get(self.at), Some((None, _)));
        (bare || told || marked).then(|| {
            let clock = if marked {
                self.half_of_day(clock)
            } else {
                time(office_hour(hour), 0, 0, 0)
            };
            (bound, clock)
        })
    }

    fn hour(&mut self) -> Option<i8> {
        self.next_if(|it| match it {
            Term::Hour(hour) => i8::try_from(hour).ok(),
            Term::Number(number) => i8::try_from(number).ok().filter(|it| *it < 24),
            _ => None,
        })
    }

    /// The time with "am" or "pm" after it, if one stands there.
    fn half_of_day(&mut self, clock: Time) -> Time {
        let later = self.skip(Term::Pm);
        if !later {
            self.skip(Term::Am);
        }
        if later && clock.hour() < 12 {
            time(clock.hour() + 12, clock.minute(), 0, 0)
        } else {
            clock
        }
    }
}

/// Nobody means four in the morning by "before four".
const fn office_hour(hour: i8) -> i8 {
    if hour > 0 && hour < 8 {
        hour + 12
    } else {
        hour
    }
}

/// Ten in the evening is 22.00.
fn in_part(clock: Time, part: Option<DayPart>) -> Time {
    match part {
        Some(DayPart::Afternoon | DayPart::Evening) if clock.hour() < 12 => {
            time(clock.hour() + 12, clock.minute(), 0, 0)
        }
        Some(DayPart::Morning) if clock.hour() > 12 => {
            time(clock.hour() - 12, clock.minute(), 0, 0)
        }
        _ => clock,
    }
}
