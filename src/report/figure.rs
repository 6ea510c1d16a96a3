//! Figures as people read them: a dash where nothing can be reckoned.

use crate::calibration::Figure;

/// What stands where nothing can be reckoned.
pub(super) const NOTHING: &str = "–";

/// Bars from low to high.
const BARS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Two decimals.
pub(super) fn plain(value: Option<f64>) -> String {
    value.map_or(NOTHING.to_owned(), |it| format!("{:.2}", unsigned_zero(it)))
}

/// Two decimals, with the interval where there is one.
pub(super) fn figure(figure: Figure) -> String {
    let interval = figure.interval.map(|it| {
        let (low, high) = (unsigned_zero(it.low), unsigned_zero(it.high));
        format!(" [{low:.2}–{high:.2}]")
    });
    format!("{}{}", plain(figure.value), interval.unwrap_or_default())
}

/// Two decimals with their sign.
pub(super) fn signed_plain(value: Option<f64>) -> String {
    value.map_or(NOTHING.to_owned(), |it| {
        format!("{:+.2}", unsigned_zero(it))
    })
}

/// The same with the interval where there is one.
pub(super) fn signed(figure: Figure) -> String {
    let interval = figure.interval.map(|it| {
        let (low, high) = (unsigned_zero(it.low), unsigned_zero(it.high));
        format!(" [{low:+.2}–{high:+.2}]")
    });
    format!(
        "{}{}",
        signed_plain(figure.value),
        interval.unwrap_or_default()
    )
}

/// What would be written `-0.00` is 0.
fn unsigned_zero(value: f64) -> f64 {
    if value.abs() < 0.005 { 0.0 } else { value }
}

/// A share in whole per cents.
pub(super) fn percent(share: Option<f64>) -> String {
    share.map_or(NOTHING.to_owned(), |it| format!("{:.0}%", it * 100.0))
}

/// A bar between `low` and `high`; a dot where there is no value.
pub(super) fn bar(value: Option<f64>, low: f64, high: f64) -> &'static str {
    let Some(value) = value else {
        return "·";
    };
    let share = ((value - low) / (high - low)).clamp(0.0, 1.0);
    // from 0 to 7, as there are eight bars
    let place = (0u8..7).find(|it| share * 8.0 < f64::from(*it) + 1.0);
    BARS[usize::from(place.unwrap_or(7))]
}
