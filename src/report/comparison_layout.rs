//! How a comparison stands on the page: as text in one or two columns, or as Markdown.

use std::fmt::Write as _;

use crate::report::style::{bold, wrapped};

/// From this many columns on two conversations stand side by side.
const TWO_COLUMNS: usize = 100;
const BETWEEN: &str = " │ ";

/// A piece of the page.
pub(super) enum Block {
    /// A heading.
    Title(String),
    /// Running text.
    Text(String),
    /// What A and B have, under a heading of its own; paragraphs.
    Sides(String, [Vec<String>; 2]),
    /// Rows of a name and what A and B came to, with the difference.
    Rows(Vec<[String; 4]>),
}

/// As text in at most `width` columns.
pub(super) fn text(blocks: &[Block], width: usize) -> String {
    let mut text = String::new();
    for block in blocks {
        let _ = match block {
            Block::Title(title) => writeln!(text, "\n{}", bold(title)),
            Block::Text(it) => writeln!(text, "{}", wrapped(it, width, "  ", "  ")),
            Block::Sides(head, sides) => {
                writeln!(text, "\n{}\n{}", bold(head), beside(sides, width))
            }
            Block::Rows(rows) => write!(text, "{}", columns(rows)),
        };
    }
    text
}

fn beside(sides: &[Vec<String>; 2], width: usize) -> String {
    if width < TWO_COLUMNS {
        let stacked = ["A", "B"].into_iter().zip(sides);
        let stacked = stacked.map(|(name, side)| {
            let lines = side.iter().map(|it| wrapped(it, width, "     ", "       "));
            let lines: Vec<String> = lines.collect();
            lines
                .join("\n")
                .replacen("     ", &format!("  {name}  "), 1)
        });
        return stacked.collect::<Vec<_>>().join("\n");
    }
    let room = (width - BETWEEN.chars().count()) / 2;
    let lines = |name: &str, side: &[String]| -> Vec<String> {
        let all = side.iter().enumerate().flat_map(|(number, it)| {
            let first = if number == 0 {
                format!("{name}  ")
            } else {
                "   ".to_owned()
            };
            let options = textwrap::Options::new(room)
                .initial_indent(&first)
                .subsequent_indent("     ");
            let lines = textwrap::wrap(it, options).into_iter();
            lines.map(std::borrow::Cow::into_owned).collect::<Vec<_>>()
        });
        all.collect()
    };
    let (a, b) = (lines("A", &sides[0]), lines("B", &sides[1]));
    let rows = (0..a.len().max(b.len())).map(|row| {
        let own = |it: &[String]| it.get(row).cloned().unwrap_or_default();
        let (left, right) = (own(&a), own(&b));
        let blanks = " ".repeat(room.saturating_sub(textwrap::core::display_width(&left)));
        format!("{left}{blanks}{BETWEEN}{right}")
            .trim_end()
            .to_owned()
    });
    rows.collect::<Vec<_>>().join("\n")
}

fn columns(rows: &[[String; 4]]) -> String {
    let wide = |at: usize| {
        rows.iter()
            .map(|it| it[at].chars().count())
            .max()
            .unwrap_or(0)
    };
    let (name, a, b) = (wide(0), wide(1), wide(2));
    let lines = rows.iter().map(|row| {
        let [label, of_a, of_b, more] = row;
        let line = format!("  {label:<name$}  {of_a:>a$}  {of_b:>b$}  {more}");
        format!("{}\n", line.trim_end())
    });
    lines.collect()
}

/// As Markdown.
pub(super) fn markdown(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        let _ = match block {
            Block::Title(title) => writeln!(text, "## {title}\n"),
            Block::Text(it) => writeln!(text, "{it}\n"),
            Block::Sides(head, [a, b]) => {
                let cell = |it: &[String]| {
                    it.iter()
                        .map(|it| escaped(it))
                        .collect::<Vec<_>>()
                        .join("<br>")
                };
                writeln!(
                    text,
                    "### {head}\n\n| A | B |\n| --- | --- |\n| {} | {} |\n",
                    cell(a),
                    cell(b)
                )
            }
            Block::Rows(rows) => {
                let lines = rows.iter().enumerate().map(|(number, row)| {
                    let line = row
                        .iter()
                        .map(|it| escaped(it))
                        .collect::<Vec<_>>()
                        .join(" | ");
                    let rule = if number == 0 {
                        "| --- | ---: | ---: | ---: |\n"
                    } else {
                        ""
                    };
                    format!("| {line} |\n{rule}")
                });
                writeln!(text, "{}", lines.collect::<String>())
            }
        };
    }
    text
}

fn escaped(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
