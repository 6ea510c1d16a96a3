//! A promise with a time, held against the clock, the opening hours and the true next step.
//!
//! "Calculate in working days and opening hours" (practice, "Promises").

use jiff::{
    ToSpan as _,
    civil::{Date, DateTime, Time, time},
};

use crate::{
    acts::{Bound, Day, DayPart, SaidTime, Unit, WeekPart},
    scenario::{Desk, Promise},
};

/// Beyond the latest moment by so many days, what is promised is later than it needs to be.
const GRACE_DAYS: i32 = 5;

/// A date more than so many days ahead is meant as the one before.
const HALF_A_YEAR: i32 = 183;

/// The 29th of February comes again within so many years.
const LEAP: i16 = 8;

/// The stretch of time that was promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Window {
    from: DateTime,
    until: DateTime,
}

/// What promising `said` at this desk comes to.
pub(super) fn judge(desk: &Desk, said: SaidTime) -> Promise {
    let Some(window) = window(desk, said) else {
        return Promise::Vague;
    };
    // whoever says a month does not mean its last day
    let last_day = !matches!(said, SaidTime::InMonth(..));
    let closed = desk.calendar.as_ref().is_some_and(|it| {
        last_day && !it.is_working_day(window.until.date()) || !is_ever_open(desk, window)
    });
    if let Some(step) = &desk.step {
        if step.earliest <= window.until && window.until <= step.latest {
            // whoever sets the step knows who is there then
            return Promise::Fits;
        }
        if closed {
            return Promise::Closed;
        }
        if window.until < step.earliest {
            return Promise::TooSoon;
        }
        let grace = later(step.latest, GRACE_DAYS);
        if window.from > step.latest || window.until > grace {
            return Promise::Late;
        }
    }
    if closed {
        Promise::Closed
    } else {
        Promise::Fits
    }
}

/// Whether anybody is at the desk at some moment of the window.
fn is_ever_open(desk: &Desk, window: Window) -> bool {
    let Some(calendar) = &desk.calendar else {
        return true;
    };
    // opening hours do not change within a quarter of an hour
    let mut moments = window
        .from
        .series(15.minutes())
        .take_while(|it| *it <= window.until);
    moments.any(|it| calendar.is_open(it)) || calendar.is_open(window.until)
}

fn window(desk: &Desk, said: SaidTime) -> Option<Window> {
    let now = desk.clock;
    Some(match said {
        SaidTime::Within(amount, unit) => Window {
            from: now,
            until: end_of(desk, ahead(desk, amount, unit), unit),
        },
        SaidTime::After(amount, unit) => {
            let until = end_of(desk, ahead(desk, amount, unit), unit);
            Window {
                from: if is_short(unit) {
                    until
                } else {
                    until.date().to_datetime(Time::MIN)
                },
                until,
            }
        }
        SaidTime::On {
            day,
            part,
            time,
            bound,
        } => on(now, day_of(now.date(), day), part, time, bound),
        SaidTime::InWeek(weeks, part) => week(now.date(), weeks, part),
        SaidTime::InMonth(months, part) => month(now.date(), months, part),
        SaidTime::Vague => return None,
    })
}

const fn is_short(unit: Unit) -> bool {
    matches!(unit, Unit::Minute | Unit::Hour)
}

/// The moment so much from now.
fn ahead(desk: &Desk, amount: u16, unit: Unit) -> DateTime {
    let (now, amount) = (desk.clock, i64::from(amount));
    let span = match unit {
        Unit::Minute => amount.minutes(),
        Unit::Hour => amount.hours(),
        Unit::Week => (amount * 7).days(),
        Unit::Month => amount.months(),
        Unit::Day => amount.days(),
        Unit::WorkingDay => {
            let days = usize::try_from(amount).unwrap_or_default();
            let calendar = desk.calendar.as_ref();
            let day = calendar.and_then(|it| it.after_working_days(now.date(), days));
            let or = || later(now, i32::try_from(amount).unwrap_or(i32::MAX)).date();
            return day.unwrap_or_else(or).to_datetime(now.time());
        }
    };
    now.checked_add(span).unwrap_or(DateTime::MAX)
}

/// Who says days means until the end of the last one.
fn end_of(desk: &Desk, moment: DateTime, unit: Unit) -> DateTime {
    if is_short(unit) {
        return moment;
    }
    let day = moment.date();
    let closing = desk.calendar.as_ref().and_then(|it| it.closing(day));
    closing.unwrap_or_else(|| day.to_datetime(Time::MAX))
}

fn day_of(today: Date, day: Day) -> Date {
    match day {
        Day::Ahead(days) => later(today.to_datetime(Time::MIN), i32::from(days)).date(),
        Day::Named(weekday) => today.nth_weekday(1, weekday).unwrap_or(today),
        Day::Dated { month, day } => dated(today, month, day).unwrap_or(today),
    }
}

/// Whether a date or an hour of today lies behind rather than before whoever names it: "on the 1st of March it went
/// wrong", "it was delivered at one this afternoon".
pub(super) fn is_past(desk: &Desk, said: SaidTime) -> bool {
    if let SaidTime::On {
        day: Day::Ahead(0),
        time: Some((Bound::At, hour)),
        ..
    } = said
    {
        return hour < desk.clock.time();
    }
    let SaidTime::On {
        day: Day::Dated { month, day },
        ..
    } = said
    else {
        return false;
    };
    let today = desk.clock.date();
    let next = dated(today, month, day);
    next.is_some_and(|it| it > later(desk.clock, HALF_A_YEAR).date())
}

/// The next day of this date, today included; `None` if no year has it.
fn dated(today: Date, month: i8, day: i8) -> Option<Date> {
    let years = today.year()..=today.year().saturating_add(LEAP);
    let mut days = years.filter_map(|year| Date::new(year, month, day).ok());
    days.find(|it| *it >= today)
}

fn on(
    now: DateTime,
    day: Date,
    part: Option<DayPart>,
    said: Option<(Bound, Time)>,
    bound: Bound,
) -> Window {
    let (opens, closes) = match part {
        None => (Time::MIN, Time::MAX),
        Some(DayPart::Morning) => (time(6, 0, 0, 0), time(12, 0, 0, 0)),
        Some(DayPart::Afternoon) => (time(12, 0, 0, 0), time(18, 0, 0, 0)),
        Some(DayPart::Evening) => (time(18, 0, 0, 0), time(23, 0, 0, 0)),
        Some(DayPart::End) => (time(15, 0, 0, 0), time(18, 0, 0, 0)),
    };
    let (from, until) = match said {
        Some((Bound::At, clock)) => (clock, clock),
        Some((Bound::Before, clock)) => (opens.min(clock), clock),
        None => (opens, closes),
    };
    let from = day.to_datetime(from).max(now);
    Window {
        from: if bound == Bound::Before { now } else { from },
        until: day.to_datetime(until).max(now),
    }
}

fn week(today: Date, weeks: u8, part: WeekPart) -> Window {
    let since_monday = i32::from(today.weekday().to_monday_zero_offset());
    let monday = i32::from(weeks) * 7 - since_monday;
    let (first, last) = match part {
        WeekPart::Begin => (0, 1),
        WeekPart::Middle => (2, 2),
        WeekPart::End => (3, 4),
        WeekPart::Whole => (0, 4),
    };
    let start = today.to_datetime(Time::MIN);
    Window {
        from: later(start, monday + first).max(start),
        until: later(start, monday + last).date().to_datetime(Time::MAX),
    }
}

fn month(today: Date, months: u8, part: WeekPart) -> Window {
    let first = today.first_of_month();
    let first = first
        .checked_add(i64::from(months).months())
        .unwrap_or(first);
    let last = first.last_of_month();
    let (from, until) = match part {
        WeekPart::Begin => (1, 10),
        WeekPart::Middle => (11, 20),
        WeekPart::End => (21, last.day()),
        WeekPart::Whole => (1, last.day()),
    };
    let day = |number| Date::new(first.year(), first.month(), number).unwrap_or(last);
    Window {
        from: day(from).max(today).to_datetime(Time::MIN),
        until: day(until).max(today).to_datetime(Time::MAX),
    }
}

fn later(moment: DateTime, days: i32) -> DateTime {
    moment
        .checked_add(i64::from(days).days())
        .unwrap_or(DateTime::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, datetime};

    use super::*;
    use crate::{ground::calendar::Calendar, scenario::NextStep};

    /// A Friday afternoon; nothing can be ready before Monday morning.
    fn desk() -> Desk {
        let open = ["monday-friday 08:00-17:00".to_owned()];
        Desk {
            clock: datetime(2026, 3, 13, 15, 40, 0, 0),
            calendar: Some(Calendar::parse(&open, &[]).expect("well written")),
            step: Some(NextStep {
                about: "".into(),
                earliest: datetime(2026, 3, 16, 9, 0, 0, 0),
                latest: datetime(2026, 3, 18, 17, 0, 0, 0),
            }),
            ..Desk::default()
        }
    }

    const fn on(day: Day) -> SaidTime {
        SaidTime::On {
            day,
            part: None,
            time: None,
            bound: Bound::At,
        }
    }

    #[test]
    fn a_promise_is_held_against_the_weekend_and_the_next_step() {
        let before = |day, hour| SaidTime::On {
            day,
            part: None,
            time: Some((Bound::Before, time(hour, 0, 0, 0))),
            bound: Bound::At,
        };
        for (said, comes_to) in [
            (SaidTime::Within(24, Unit::Hour), Promise::Closed),
            (SaidTime::Within(1, Unit::Hour), Promise::TooSoon),
            (SaidTime::Within(1, Unit::WorkingDay), Promise::Fits),
            (SaidTime::Within(3, Unit::Week), Promise::Late),
            (SaidTime::Within(61, Unit::WorkingDay), Promise::Late),
            (SaidTime::After(3, Unit::Day), Promise::Fits),
            (SaidTime::InWeek(1, WeekPart::Begin), Promise::Fits),
            (SaidTime::InWeek(1, WeekPart::Whole), Promise::Fits),
            (on(Day::Ahead(0)), Promise::TooSoon),
            (on(Day::Ahead(1)), Promise::Closed),
            (on(Day::Named(Weekday::Monday)), Promise::Fits),
            (before(Day::Named(Weekday::Tuesday), 12), Promise::Fits),
            (before(Day::Named(Weekday::Monday), 8), Promise::TooSoon),
            (on(Day::Dated { month: 3, day: 17 }), Promise::Fits),
            (on(Day::Dated { month: 3, day: 14 }), Promise::Closed),
            (on(Day::Dated { month: 3, day: 12 }), Promise::Late),
            (on(Day::Dated { month: 2, day: 29 }), Promise::Late),
            (on(Day::Dated { month: 5, day: 1 }), Promise::Late),
            (SaidTime::InMonth(0, WeekPart::Middle), Promise::Fits),
            (SaidTime::InMonth(0, WeekPart::End), Promise::Late),
            (SaidTime::InMonth(1, WeekPart::Begin), Promise::Late),
            (on(Day::Named(Weekday::Thursday)), Promise::Late),
            (SaidTime::Vague, Promise::Vague),
        ] {
            assert_eq!(judge(&desk(), said), comes_to, "{said:?}");
        }
    }

    #[test]
    fn a_date_just_behind_is_no_promise() {
        for (month, day, past) in [(3, 12, true), (10, 1, true), (3, 13, false), (5, 1, false)] {
            assert_eq!(
                is_past(&desk(), on(Day::Dated { month, day })),
                past,
                "{day} {month}"
            );
        }
    }

    #[test]
    fn an_hour_of_today_that_is_over_lies_behind() {
        let at = |bound, hour| SaidTime::On {
            day: Day::Ahead(0),
            part: None,
            time: Some((bound, Time::constant(hour, 0, 0, 0))),
            bound: Bound::At,
        };
        let now = desk().clock.hour();
        assert!(is_past(&desk(), at(Bound::At, now - 2)));
        assert!(!is_past(&desk(), at(Bound::At, now + 1)));
        // "before two" is a promise that cannot be kept
        assert!(!is_past(&desk(), at(Bound::Before, now - 2)));
    }

    #[test]
    fn the_end_of_a_month_may_be_a_sunday() {
        let may = Desk {
            clock: datetime(2026, 5, 4, 9, 0, 0, 0),
            step: None,
            ..desk()
        };
        let said = SaidTime::InMonth(0, WeekPart::End);
        assert_eq!(judge(&may, said), Promise::Fits);
    }

    #[test]
    fn without_a_next_step_only_the_opening_hours_count() {
        let desk = Desk {
            step: None,
            ..desk()
        };
        for (said, comes_to) in [
            (SaidTime::Within(1, Unit::Hour), Promise::Fits),
            (on(Day::Named(Weekday::Sunday)), Promise::Closed),
            (SaidTime::Within(3, Unit::Week), Promise::Fits),
        ] {
            assert_eq!(judge(&desk, said), comes_to, "{said:?}");
        }
    }
}
