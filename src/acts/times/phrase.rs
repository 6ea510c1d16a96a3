//! The order in which words make a time.

use std::ops::Range;

use jiff::civil::{Date, Time, Weekday, time};

use crate::acts::times::{Bound, Day, DayPart, SaidTime, Unit, WeekPart, words::Term};

/// Of a day.
const HOURS: i8 = 24;

/// A year that has every date.
const LEAP_YEAR: i16 = 2024;

/// Reads one time from a row of terms.
pub(super) struct Cursor<'t> {
    terms: &'t [(Option<Term>, Range<usize>)],
    at: usize,
}

impl<'t> Cursor<'t> {
    /// At a place among terms.
    pub(super) const fn new(terms: &'t [(Option<Term>, Range<usize>)], at: usize) -> Self {
        Self { terms, at }
    }

    /// The first term that was not read.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

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

    /// The time that is told here, if one is.
    pub(super) fn time(&mut self) -> Option<SaidTime> {
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

    /// "early next week", "at the end of the month", "after the weekend", "before the weekend".
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
        if !named {
            return None;
        }
        let part = part.unwrap_or(WeekPart::Whole);
        if self.skip(Term::Week) {
            Some(SaidTime::InWeek(u8::from(next), part))
        } else {
            let month = self.skip(Term::Unit(Unit::Month));
            month.then_some(SaidTime::InMonth(u8::from(next), part))
        }
    }

    /// "Tuesday before noon", "no later than tomorrow".
    fn day(&mut self) -> Option<SaidTime> {
        let bound = self.bound().unwrap_or(Bound::At);
        let early = self.attempt(Self::time_of_day);
        self.skip(Term::Next);
        self.skip(Term::This);
        let named = self.next_if(|it| match it {
            Term::Weekday(day) => Some(Day::Named(day)),
            Term::Ahead(days) => Some(Day::Ahead(days)),
            _ => None,
        });
        // "Tuesday 3 May" is what the date says
        let day = self.attempt(Self::date).or(named)?;
        Some(self.rest_of_day(day, None, bound, early))
    }

    /// "3 May": the day first, since "in May 3 …" is no date.
    fn date(&mut self) -> Option<Day> {
        let day = i8::try_from(self.number()?).ok()?;
        let month = self.next_if(|it| match it {
            Term::Month(month) => Some(month),
            _ => None,
        })?;
        let known = Date::new(LEAP_YEAR, month, day).is_ok();
        known.then_some(Day::Dated { month, day })
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
            return Some((bound, time(hour_before(office_hour(hour)), 30, 0, 0)));
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
                    time(hour_before(hour), 45, 0, 0)
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
            Term::Hour(hour) => of_a_day(hour.into()),
            Term::Number(number) => of_a_day(number),
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

/// The hour of this number, if a day has one.
fn of_a_day(hour: u16) -> Option<i8> {
    i8::try_from(hour).ok().filter(|it| *it < HOURS)
}

/// "Half past eleven" is half an hour before twelve.
const fn hour_before(hour: i8) -> i8 {
    (hour + HOURS - 1) % HOURS
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
