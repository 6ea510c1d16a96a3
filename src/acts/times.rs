//! Times as people say them: "binnen 24 uur", "dinsdag voor twaalven", "early next week".
//!
//! The words stand in the lexicon (`[times]`); the order in which they make sense stands here.

mod money;
mod phrase;
mod words;

pub(super) use words::{Times, TimesTable};

use std::ops::Range;

use jiff::civil::{Time, Weekday};
use serde::Deserialize;

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

/// A part of a week or a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WeekPart {
    /// Of a week the first two working days, of a month the first third.
    Begin,
    /// The third working day, the second third.
    Middle,
    /// The last two working days, the last third.
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
    /// The next day of this date.
    Dated {
        /// 1–12.
        month: i8,
        /// 1–31.
        day: i8,
    },
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
    /// In a month: 0 this one, 1 the next.
    InMonth(u8, WeekPart),
    /// No moment can be told from it.
    Vague,
}

impl SaidTime {
    /// How many seconds from now at most, where that is said in minutes or hours.
    pub fn seconds(self) -> Option<u32> {
        match self {
            Self::Within(amount, unit) | Self::After(amount, unit) => match unit {
                Unit::Minute => Some(u32::from(amount) * 60),
                Unit::Hour => Some(u32::from(amount) * 3600),
                _ => None,
            },
            _ => None,
        }
    }
}

/// A time, and where it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimePhrase {
    /// The words.
    pub tokens: Range<usize>,
    /// What they say.
    pub said: SaidTime,
}
