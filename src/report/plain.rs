//! An outline as text for a terminal.

use std::fmt::Write as _;

use crate::report::{
    outline::Block,
    style::{bold, dim, wrapped},
};

/// The least that the last column of a table gets.
const NARROWEST: usize = 24;

/// The blocks in lines of at most `width` columns.
pub(super) fn plain(blocks: &[Block], width: usize) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Heading(depth, title) => {
                let gap = if text.is_empty() { "" } else { "\n" };
                let _ = writeln!(text, "{gap}{}", bold(title));
                if *depth < 3 {
                    let rule = if *depth == 1 { "═" } else { "─" };
                    let length = title.chars().count().min(width);
                    let _ = writeln!(text, "{}", dim(&rule.repeat(length)));
                }
            }
            Block::Text(said) => {
                let _ = writeln!(text, "{}", wrapped(said, width, "", ""));
            }
            Block::Speech(who, said) => {
                let line = format!("{who}: {said}");
                let shown = wrapped(&line, width, "", "    ");
                let _ = writeln!(text, "{}", shown.replacen(who, &bold(who), 1));
            }
            Block::Remark(said) => {
                let _ = writeln!(text, "{}", dim(&wrapped(said, width, "    ", "    ")));
            }
            Block::List(items) => {
                for item in items {
                    let _ = writeln!(text, "{}", wrapped(item, width, "  - ", "    "));
                }
            }
            Block::Table(rows) => text.push_str(&table(rows, width)),
        }
    }
    text
}

/// Columns as wide as what stands in them; the last one is wrapped.
fn table(rows: &[Vec<String>], width: usize) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let wide = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|it| it.chars().count()).max().unwrap_or(0)
    };
    let margin: usize = (0..columns.saturating_sub(1)).map(|it| wide(it) + 2).sum();
    let rest = " ".repeat(margin);
    let mut text = String::new();
    for (number, row) in rows.iter().enumerate() {
        let mut first = String::new();
        for (column, cell) in row.iter().enumerate().take(columns.saturating_sub(1)) {
            let _ = write!(first, "{cell:<width$}  ", width = wide(column));
        }
        let last = row.last().map(String::as_str).unwrap_or_default();
        let line = wrapped(last, width.max(margin + NARROWEST), &first, &rest);
        let line = if last.is_empty() {
            first.trim_end()
        } else {
            &line
        };
        let line = if number == 0 {
            dim(line)
        } else {
            line.to_owned()
        };
        let _ = writeln!(text, "{line}");
    }
    text
}
