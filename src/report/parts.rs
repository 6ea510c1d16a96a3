//! Headings, lines and tables, written for the screen or as Markdown.

use std::fmt::Write as _;

use crate::report::style::{bold, dim, wrapped};

/// A report of parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    pub(super) parts: Vec<Part>,
}

/// A heading with what stands under it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) title: String,
    /// Before the table.
    pub(super) lines: Vec<String>,
    /// The first row is its heading; fewer than two rows are no table.
    pub(super) table: Vec<Vec<String>>,
    /// After the table.
    pub(super) notes: Vec<String>,
}

impl Sheet {
    /// For a screen of `width` columns; tables are as wide as they are.
    pub fn text(&self, width: usize) -> String {
        let mut text = String::new();
        for (number, part) in self.parts.iter().enumerate() {
            let between = if number > 0 { "\n" } else { "" };
            let _ = writeln!(text, "{between}{}", bold(&part.title));
            for line in &part.lines {
                let _ = writeln!(text, "{}", wrapped(line, width, "", ""));
            }
            text.push_str(&aligned(&part.table));
            for note in &part.notes {
                let _ = writeln!(text, "{}", dim(&wrapped(note, width, "", "")));
            }
        }
        text
    }

    /// As Markdown.
    pub fn markdown(&self) -> String {
        let mut text = String::new();
        for (number, part) in self.parts.iter().enumerate() {
            let heading = if number > 0 { "\n##" } else { "#" };
            let _ = writeln!(text, "{heading} {}", part.title);
            for line in &part.lines {
                let _ = writeln!(text, "\n{line}");
            }
            text.push_str(&piped(&part.table));
            for note in &part.notes {
                let _ = writeln!(text, "\n{note}");
            }
        }
        text
    }
}

fn aligned(table: &[Vec<String>]) -> String {
    if table.len() < 2 {
        return String::new();
    }
    let columns = table.iter().map(Vec::len).max().unwrap_or(0);
    let wide = |it: &String| it.chars().count();
    let width = |column: usize| {
        let cells = table.iter().filter_map(|it| it.get(column));
        cells.map(wide).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for (number, row) in table.iter().enumerate() {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            let _ = write!(line, "{cell:width$}  ");
        }
        let line = line.trim_end();
        let line = if number == 0 {
            dim(line)
        } else {
            line.to_owned()
        };
        let _ = writeln!(text, "{line}");
    }
    text
}

fn piped(table: &[Vec<String>]) -> String {
    let Some((head, rows)) = table.split_first().filter(|it| !it.1.is_empty()) else {
        return String::new();
    };
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|it| escaped(it)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = vec!["---"; head.len()].join(" | ");
    let rows: String = rows.iter().map(|it| row(it)).collect();
    format!("\n{}| {rule} |\n{rows}", row(head))
}

/// What a cell of a table cannot hold as it is.
fn escaped(cell: &str) -> String {
    cell.replace('\\', "\\\\")
        .replace('|', "\\|")
        .replace('\n', " ")
}
