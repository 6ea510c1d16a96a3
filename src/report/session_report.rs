//! A session's report in the form that was asked for.

use crate::report::{
    markdown::markdown, outline::outline, page::page, plain::plain, session_table::session_table,
    sheet::SessionSheet, table::TableStyle, wording::Wording,
};

/// A form of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Text for a terminal, in at most so many columns.
    Text(usize),
    /// Markdown.
    Markdown,
    /// One HTML page.
    Html,
    /// One JSON object; never localised.
    Json,
    /// A table for spreadsheets.
    Table(TableStyle),
}

/// The report of one session.
///
/// # Errors
/// When the sheet cannot be written as JSON.
pub fn session_report(
    wording: &Wording<'_>,
    sheet: &SessionSheet,
    form: Form,
) -> serde_json::Result<String> {
    Ok(match form {
        Form::Text(width) => plain(&outline(wording, sheet), width),
        Form::Markdown => markdown(&outline(wording, sheet)),
        Form::Html => page(wording, sheet),
        Form::Json => serde_json::to_string_pretty(sheet)? + "\n",
        Form::Table(style) => session_table(wording, sheet, style),
    })
}
