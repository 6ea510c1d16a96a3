//! A line chart of the mood, as SVG. Lines differ by marker and dash as well as by colour.

use maud::{Markup, html};

use crate::scenario::Mood;

/// One of the three lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Tension,
    Trust,
    Patience,
}

/// A size of the chart, in units of its own.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size {
    width: u32,
    height: u32,
    left: u32,
    /// The most numbers that fit below it.
    most: usize,
}

/// For paper and wide screens.
pub(super) const WIDE: Size = Size {
    width: 760,
    height: 260,
    left: 84,
    most: 30,
};
/// For phones.
pub(super) const NARROW: Size = Size {
    width: 350,
    height: 230,
    left: 86,
    most: 10,
};

const TOP: u32 = 12;
const BELOW: u32 = 40;
const RIGHT: u32 = 18;

impl Line {
    /// In the order of the key; the last is drawn first.
    pub(super) const ALL: [Self; 3] = [Self::Tension, Self::Trust, Self::Patience];

    /// Its name among the messages.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Tension => "report-tension",
            Self::Trust => "report-trust",
            Self::Patience => "report-patience",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Tension => "tension",
            Self::Trust => "trust",
            Self::Patience => "patience",
        }
    }

    const fn of(self, mood: Mood) -> u8 {
        match self {
            Self::Tension => mood.tension,
            Self::Trust => mood.trust,
            Self::Patience => mood.patience,
        }
    }
}

impl Size {
    fn x(self, place: usize, of: usize) -> u32 {
        let room = self.width - self.left - RIGHT;
        let whole = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        let last = whole(of.saturating_sub(1).max(1));
        self.left + 8 + (room - 8).saturating_mul(whole(place)) / last
    }

    const fn y(self, value: u32) -> u32 {
        TOP + (self.height - TOP - BELOW) * (100 - value) / 100
    }
}

/// The chart; `bands` are named from the highest to the lowest.
pub(super) fn chart(
    moods: &[(usize, Mood)],
    title: &str,
    bands: &[String; 3],
    turn: &str,
    size: Size,
) -> Markup {
    let viewed = format!("0 0 {} {}", size.width, size.height);
    html! {
        svg role="img" aria-label=(title) viewBox=(viewed) {
            (grid(bands, size))
            @for line in Line::ALL.into_iter().rev() { (drawn(line, moods, size)) }
            (axis(moods, turn, size))
        }
    }
}

/// The bands of tension, each with its name.
fn grid(bands: &[String; 3], size: Size) -> Markup {
    let edges = [(67, 100), (34, 67), (0, 34)];
    let right = size.width - RIGHT + 8;
    html! {
        @for ((low, high), name) in edges.into_iter().zip(bands) {
            text.band x=(size.left - 8) y=(size.y(low).midpoint(size.y(high)) + 4)
                text-anchor="end" { (name) }
        }
        @for edge in [0, 34, 67, 100] {
            line.edge x1=(size.left) x2=(right) y1=(size.y(edge)) y2=(size.y(edge)) {}
        }
    }
}

fn drawn(line: Line, moods: &[(usize, Mood)], size: Size) -> Markup {
    let points: Vec<(u32, u32)> = moods
        .iter()
        .enumerate()
        .map(|(place, it)| {
            let value = u32::from(line.of(it.1).min(100));
            (size.x(place, moods.len()), size.y(value))
        })
        .collect();
    let path: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    html! {
        g class=(line.class()) {
            polyline points=(path.join(" ")) fill="none" {}
            @for (x, y) in points { (marker(line, x, y)) }
        }
    }
}

fn marker(line: Line, x: u32, y: u32) -> Markup {
    html! {
        @match line {
            Line::Tension => circle cx=(x) cy=(y) r="4.5" {},
            Line::Trust => rect x=(x - 3) y=(y.saturating_sub(3)) width="6" height="6" {},
            Line::Patience => {
                path d=(format!("M{x} {} l4 7 h-8 z", y.saturating_sub(4))) {}
            },
        }
    }
}

/// The numbers of the turns, as many as fit.
fn axis(moods: &[(usize, Mood)], turn: &str, size: Size) -> Markup {
    let step = moods.len().div_ceil(size.most).max(1);
    let numbered = moods.iter().enumerate().step_by(step);
    let below = size.height - BELOW;
    html! {
        @for (place, (number, _)) in numbered {
            text.turn x=(size.x(place, moods.len())) y=(below + 16) text-anchor="middle" { (number) }
        }
        text.turn x=(size.width - RIGHT) y=(below + 34) text-anchor="end" { (turn) }
    }
}

/// A piece of a line for the key.
pub(super) fn sample(line: Line) -> Markup {
    html! {
        svg.sample viewBox="0 0 40 14" aria-hidden="true" focusable="false" {
            g class=(line.class()) {
                polyline points="2,7 38,7" fill="none" {}
                (marker(line, 20, 7))
            }
        }
    }
}
