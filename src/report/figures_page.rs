//! A report on many sessions as one HTML page: lines over time, a heat map, tables.

use maud::{DOCTYPE, Markup, html};

use crate::{
    outcome::{GroupFigures, PersonFigures},
    report::{
        figures::{Figures, FiguresWording},
        figures_outline::{Sketch, criteria, levels, line},
        outline::Block,
        page::head::head_of,
    },
};

/// The highest level.
const HIGHEST: u32 = 4;
/// The size of a line's picture, in units of its own.
const WIDTH: u32 = 300;
const HEIGHT: u32 = 92;
/// Room for the figures beside it.
const LEFT: u32 = 18;
const EDGE: u32 = 8;

pub(super) fn figures_page(
    wording: FiguresWording<'_>,
    figures: Figures<'_>,
    sketch: &Sketch,
) -> String {
    let language = wording.words.language();
    let page = html! {
        (DOCTYPE)
        html lang=(language) {
            (head_of(&format!("{} · oefenlijn", sketch.title)))
            body {
                a.skip href="#main" { (wording.say("report-skip")) }
                header.top {
                    div.lead {
                        p.over { (wording.say("figures-kind")) }
                        h1 { (sketch.title) }
                        p.goal { (sketch.goal) }
                    }
                    ul.about { @for it in &sketch.about { li { (it) } } }
                }
                main #main tabindex="-1" {
                    @if let Figures::Person(person) = figures { (lines(wording, person)) }
                    section aria-labelledby="table" {
                        h2.title #table { (sketch.main_title) }
                        (rows(&sketch.main, Some(figures), &sketch.main_title))
                    }
                    @if !matches!(figures, Figures::Person(_)) { (rest(sketch)) }
                }
                footer { p { (wording.say("report-foot")) } }
            }
        }
    };
    page.into_string()
}

/// A table; in that of a group the cells with levels are shaded by them, their figures beside it.
fn rows(rows: &[Vec<String>], figures: Option<Figures<'_>>, name: &str) -> Markup {
    let heat = match figures {
        Some(Figures::Group(group)) => Some(group),
        _ => None,
    };
    // sessions with their times
    let dated = matches!(figures, Some(Figures::Person(_)));
    let Some((top, body)) = rows.split_first() else {
        return html! {};
    };
    html! {
        div.scroll tabindex="0" role="group" aria-label=(name) {
            table.figures.heat[heat.is_some()].dated[dated] {
                thead { tr { @for cell in top { th scope="col" { (cell) } } } }
                tbody {
                    @for (number, row) in body.iter().enumerate() {
                        tr {
                            @for (column, cell) in row.iter().enumerate() {
                                @if column == 0 { th scope="row" { (cell) } }
                                @else { td class=[shade(heat, number, column)] { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// How dark a cell is, by the level that it names.
fn shade(heat: Option<&GroupFigures>, row: usize, column: usize) -> Option<&'static str> {
    // the name, the number of sessions and the total come first
    let standing = heat?
        .people
        .get(row)?
        .standings
        .get(column.checked_sub(3)?)?;
    Some(match (*standing)?.mean {
        0..100 => "h0",
        100..200 => "h1",
        200..250 => "h2",
        250..325 => "h3",
        _ => "h4",
    })
}

fn lines(wording: FiguresWording<'_>, figures: &PersonFigures) -> Markup {
    html! {
        section aria-labelledby="lines" {
            h2.title #lines { (wording.say("figures-per-criterion")) }
            div.lines {
                @for criterion in criteria(wording, figures) {
                    figure {
                        figcaption { (line(wording, figures, &criterion)) }
                        (drawn(&levels(figures, &criterion)))
                    }
                }
            }
        }
    }
}

/// Levels as a line; the words above it and the table below it say the same.
fn drawn(levels: &[u8]) -> Markup {
    let steps = u32::try_from(levels.len().saturating_sub(1).max(1)).unwrap_or(u32::MAX);
    let x = |place: u32| LEFT + EDGE + (WIDTH - LEFT - 2 * EDGE).saturating_mul(place) / steps;
    let y = |level: u32| EDGE + (HEIGHT - 2 * EDGE) * (HIGHEST - level.min(HIGHEST)) / HIGHEST;
    let points: Vec<(u32, u32)> = (0..)
        .zip(levels)
        .map(|(place, level)| (x(place), y(u32::from(*level))))
        .collect();
    let path: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    html! {
        svg viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) aria-hidden="true" focusable="false" {
            @for level in 0..=HIGHEST {
                line.edge x1=(LEFT) x2=(WIDTH) y1=(y(level)) y2=(y(level)) {}
                text x="2" y=(y(level) + 4) { (level) }
            }
            polyline.path points=(path.join(" ")) fill="none" {}
            @if points.len() <= 60 {
                @for (x, y) in points { circle cx=(x) cy=(y) r="3.5" {} }
            }
        }
    }
}

fn rest(sketch: &Sketch) -> Markup {
    html! {
        @for block in &sketch.rest {
            @match block {
                Block::Heading(_, title) => h2.title { (title) },
                Block::Text(text) | Block::Remark(text) => p.why { (text) },
                Block::Speech(who, words) => p { b { (who) } " " (words) },
                Block::List(items) => ul.plain { @for it in items { li { (it) } } },
                Block::Table(table) => (rows(table, None, &sketch.title)),
            }
        }
    }
}
