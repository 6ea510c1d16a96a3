//! The customer's pulse as a line over the turns.

use crate::{
    report::style::{DIM, painted},
    scenario::Band,
    words::Words,
};

/// Two rows for each band: calm, tense, panicked.
const ROWS: usize = 6;
/// The most that a turn is wide.
const WIDEST: usize = 3;

/// The pulse that a tension of 0–100 is shown as: 60–140 beats a minute.
pub const fn beats_per_minute(tension: u8) -> u32 {
    60 + tension as u32 * 4 / 5
}

/// A line chart of `tensions`, the first before the first reply, in at most `width` columns.
pub fn pulse_chart(words: &Words, tensions: &[u8], width: usize) -> String {
    let labels = label_rows(words);
    let margin = labels
        .iter()
        .map(|it| it.chars().count())
        .max()
        .unwrap_or_default();
    let room = width.saturating_sub(margin + 3).max(10);
    let points = thinned(tensions, room);
    let step = (room / points.len().max(1)).clamp(1, WIDEST);
    let grid = grid(&points, step);
    let mut chart = String::new();
    for row in (0..ROWS).rev() {
        let label = format!("{:>margin$} │", labels[row]);
        let line: String = grid.iter().map(|column| column[row]).collect();
        chart.push_str(&painted(DIM, &label));
        chart.push_str(line.trim_end());
        chart.push('\n');
    }
    let axis = format!("{:>margin$} └{}", "", "─".repeat(grid.len()));
    chart.push_str(&painted(DIM, &axis));
    chart.push('\n');
    chart
}

/// The name of a band beside the upper of its rows.
fn label_rows(words: &Words) -> [String; ROWS] {
    let mut rows: [String; ROWS] = Default::default();
    let bands = [
        (Band::Calm, "band-calm"),
        (Band::Tense, "band-tense"),
        (Band::Panicked, "band-panicked"),
    ];
    for (number, (_, id)) in bands.into_iter().enumerate() {
        rows[number * 2 + 1] = words.say(id);
    }
    rows
}

/// The row of a tension: bands end at 34 and 67, each has two rows.
const fn row_of(tension: u8) -> usize {
    match tension {
        0..17 => 0,
        17..34 => 1,
        34..50 => 2,
        50..67 => 3,
        67..84 => 4,
        _ => 5,
    }
}

/// As many points as fit, evenly chosen, the last among them.
fn thinned(tensions: &[u8], room: usize) -> Vec<u8> {
    if tensions.len() <= room {
        return tensions.to_vec();
    }
    let last = tensions.len() - 1;
    let chosen = (0..room).map(|it| it * last / (room - 1).max(1));
    chosen.filter_map(|it| tensions.get(it).copied()).collect()
}

/// The line, column by column.
fn grid(points: &[u8], step: usize) -> Vec<[char; ROWS]> {
    let mut columns: Vec<[char; ROWS]> = Vec::new();
    let mut before: Option<usize> = None;
    for point in points {
        let now = row_of(*point);
        columns.push(before.map_or_else(|| level(now), |before| turned(before, now)));
        columns.extend(std::iter::repeat_n(level(now), step - 1));
        before = Some(now);
    }
    columns
}

fn level(row: usize) -> [char; ROWS] {
    let mut column = [' '; ROWS];
    column[row] = '─';
    column
}

fn turned(before: usize, now: usize) -> [char; ROWS] {
    if before == now {
        return level(now);
    }
    let mut column = [' '; ROWS];
    let (low, high) = (before.min(now), before.max(now));
    column[low + 1..high].fill('│');
    let falls = now < before;
    column[before] = if falls { '╮' } else { '╯' };
    column[now] = if falls { '╰' } else { '╭' };
    column
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Ui;

    #[test]
    fn a_line_that_rises_and_falls() {
        let chart = pulse_chart(&Words::new(Ui::Nl), &[58, 90, 60, 30, 20], 60);
        let plain = anstream::adapter::strip_str(&chart).to_string();
        let lines: Vec<&str> = plain.lines().map(str::trim_end).collect();
        assert_eq!(
            lines,
            [
                "   paniek │   ╭──╮",
                "          │   │  │",
                "gespannen │───╯  ╰──╮",
                "          │         │",
                "     kalm │         ╰─────",
                "          │",
                "          └───────────────",
            ]
        );
    }

    #[test]
    fn however_long_it_fits() {
        let many: Vec<u8> = (0..500)
            .map(|it| u8::try_from(it % 101).unwrap_or(0))
            .collect();
        let chart = pulse_chart(&Words::new(Ui::En), &many, 80);
        let plain = anstream::adapter::strip_str(&chart).to_string();
        assert!(plain.lines().all(|it| it.chars().count() <= 80));
    }
}
