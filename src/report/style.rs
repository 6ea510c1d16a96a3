//! Styles and wrapping, the same for all texts.

use anstyle::{AnsiColor, Style};

/// Headings and names.
pub(super) const BOLD: Style = Style::new().bold();
/// What may be skipped.
pub(super) const DIM: Style = Style::new().dimmed();
/// Good news.
pub(super) const GOOD: Style = AnsiColor::Green.on_default();
/// Could be better.
pub(super) const FAIR: Style = AnsiColor::Yellow.on_default();
/// Bad news.
pub(super) const BAD: Style = AnsiColor::Red.on_default();

/// `text` in a style.
pub fn painted(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// `text` as a heading.
pub fn bold(text: &str) -> String {
    painted(BOLD, text)
}

/// `text` as an aside.
pub fn dim(text: &str) -> String {
    painted(DIM, text)
}

/// `text` in lines of at most `width` columns, the first after `first`, the others after `rest`.
pub fn wrapped(text: &str, width: usize, first: &str, rest: &str) -> String {
    let options = textwrap::Options::new(width.max(20))
        .initial_indent(first)
        .subsequent_indent(rest);
    textwrap::fill(text, options)
}

/// `text` in lines of at most `width` columns, each after `by` blanks.
pub fn indent(text: &str, width: usize, by: usize) -> String {
    let blanks = " ".repeat(by);
    wrapped(text, width, &blanks, &blanks)
}
