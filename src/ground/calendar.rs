//! Opening hours, and reckoning with working days.

use jiff::{
    ToSpan as _,
    civil::{Date, DateTime, Time, Weekday},
};

/// No search for an opening goes further than a year: a desk that is closed for longer has none.
const HORIZON_DAYS: usize = 366;

/// When a desk is open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    hours: Vec<Hours>,
    closed: Vec<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Hours {
    from_day: Weekday,
    to_day: Weekday,
    opens: Time,
    closes: Time,
}

impl Hours {
    fn holds(&self, day: Weekday) -> bool {
        let number = Weekday::to_monday_zero_offset;
        (number(self.from_day)..=number(self.to_day)).contains(&number(day))
    }
}

/// Why opening hours cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// Not of the form `monday-friday 08:00-17:00`.
    #[error("`{0}` is no opening time; write it as `monday-friday 08:00-17:00`")]
    Hours(String),
    /// Not of the form `2026-04-27`.
    #[error("`{0}` is no date; write it as `2026-04-27`")]
    Date(String),
}

impl Calendar {
    /// Reads opening hours (`monday-friday 08:00-17:00`, `saturday 09:00-12:00`) and the dates on
    /// which the desk is closed all the same.
    ///
    /// # Errors
    /// When one of them is written otherwise.
    pub fn parse(open: &[String], closed: &[String]) -> Result<Self, CalendarError> {
        let hours = open
            .iter()
            .map(|it| Hours::parse(it).ok_or_else(|| CalendarError::Hours(it.clone())));
        let date = |it: &String| it.parse().map_err(|_| CalendarError::Date(it.clone()));
        Ok(Self {
            hours: hours.collect::<Result<_, _>>()?,
            closed: closed.iter().map(date).collect::<Result<_, _>>()?,
        })
    }

    /// Whether somebody is there at this moment, closing time included.
    pub fn is_open(&self, at: DateTime) -> bool {
        self.on(at.date())
            .any(|it| it.opens <= at.time() && at.time() <= it.closes)
    }

    /// Whether anybody is there on this day.
    pub fn is_working_day(&self, day: Date) -> bool {
        self.on(day).next().is_some()
    }

    /// The day that lies `days` working days after `day`; `None` where that is farther off than anybody reckons.
    pub fn after_working_days(&self, day: Date, days: usize) -> Option<Date> {
        let Some(last) = days.checked_sub(1) else {
            return Some(day);
        };
        let mut working = following(day).filter(|it| self.is_working_day(*it));
        working.nth(last)
    }

    /// When the desk closes on this day; `None` where it stays closed.
    pub fn closing(&self, day: Date) -> Option<DateTime> {
        self.on(day)
            .map(|it| it.closes)
            .max()
            .map(|it| day.to_datetime(it))
    }

    fn on(&self, day: Date) -> impl Iterator<Item = &Hours> {
        let open = !self.closed.contains(&day);
        self.hours
            .iter()
            .filter(move |it| open && it.holds(day.weekday()))
    }
}

impl Hours {
    fn parse(text: &str) -> Option<Self> {
        let (days, times) = text.split_once(' ')?;
        let (from_day, to_day) = days.split_once('-').unwrap_or((days, days));
        let (opens, closes) = times.trim().split_once('-')?;
        Some(Self {
            from_day: weekday(from_day)?,
            to_day: weekday(to_day)?,
            opens: opens.parse().ok()?,
            closes: closes.parse().ok()?,
        })
        .filter(|it| {
            let number = Weekday::to_monday_zero_offset;
            it.opens < it.closes && number(it.from_day) <= number(it.to_day)
        })
    }
}

fn weekday(name: &str) -> Option<Weekday> {
    Some(match name {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

/// The days after `day`, as far as anybody looks ahead.
fn following(day: Date) -> impl Iterator<Item = Date> {
    day.series(1.days()).skip(1).take(HORIZON_DAYS)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};

    use super::*;

    fn calendar() -> Calendar {
        let open = ["monday-friday 08:00-17:00", "saturday 09:00-12:00"];
        let open: Vec<String> = open.map(String::from).into();
        Calendar::parse(&open, &["2026-03-16".to_owned()]).expect("well written")
    }

    #[test]
    fn open_by_day_hour_and_holiday() {
        let calendar = calendar();
        for (at, open) in [
            (datetime(2026, 3, 13, 8, 0, 0, 0), true),
            (datetime(2026, 3, 13, 17, 0, 0, 0), true),
            (datetime(2026, 3, 13, 17, 1, 0, 0), false),
            (datetime(2026, 3, 14, 13, 0, 0, 0), false),
            (datetime(2026, 3, 14, 11, 0, 0, 0), true),
            (datetime(2026, 3, 15, 11, 0, 0, 0), false),
            (datetime(2026, 3, 16, 11, 0, 0, 0), false),
        ] {
            assert_eq!(calendar.is_open(at), open, "{at}");
        }
    }

    #[test]
    fn working_days_leap_over_closed_ones() {
        let calendar = calendar();
        let friday = date(2026, 3, 13);
        let after = |days| calendar.after_working_days(friday, days);
        assert_eq!(after(1), Some(date(2026, 3, 14)));
        assert_eq!(after(2), Some(date(2026, 3, 17)));
        assert_eq!(after(0), Some(friday));
        assert_eq!(after(61), Some(date(2026, 5, 25)));
        assert_eq!(after(1_000), None);
        assert_eq!(
            calendar.closing(date(2026, 3, 14)),
            Some(datetime(2026, 3, 14, 12, 0, 0, 0))
        );
        assert_eq!(calendar.closing(date(2026, 3, 15)), None);
    }

    #[test]
    fn what_is_written_otherwise_is_an_error() {
        for faulty in [
            "",
            "monday",
            "friday-monday 08:00-17:00",
            "monday 17:00-08:00",
            "ma 8-9",
        ] {
            let parsed = Calendar::parse(&[faulty.to_owned()], &[]);
            assert!(matches!(parsed, Err(CalendarError::Hours(_))), "{faulty}");
        }
        let parsed = Calendar::parse(&[], &["27 april".to_owned()]);
        assert!(matches!(parsed, Err(CalendarError::Date(_))));
    }
}
