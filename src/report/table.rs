//! Tables for spreadsheets: values between separators (CSV), safe to open.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::words::Ui;

/// What spreadsheets of some countries need to read UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableStyle {
    /// Between the cells of a row; one ASCII character.
    pub separator: u8,
    /// Whether the file begins with a byte order mark.
    pub byte_order_mark: bool,
}

impl TableStyle {
    /// What a spreadsheet in this language expects: where decimals have a comma, cells have a
    /// semicolon between them.
    pub const fn of(ui: Ui) -> Self {
        Self {
            separator: match ui {
                Ui::Nl => b';',
                Ui::En => b',',
            },
            byte_order_mark: false,
        }
    }
}

/// The rows as one text, each ended by CR LF. A cell that a spreadsheet would take for a formula is
/// made text by an apostrophe before it.
pub fn table<Row, Cell>(style: TableStyle, rows: impl IntoIterator<Item = Row>) -> String
where
    Row: IntoIterator<Item = Cell>,
    Cell: AsRef<str>,
{
    let mut writer = WriterBuilder::new()
        .delimiter(style.separator)
        .quote_style(QuoteStyle::Necessary)
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        let cells = row.into_iter().map(|it| safe(it.as_ref()));
        // a vector takes whatever is written
        let _ = writer.write_record(cells.map(String::into_bytes));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    let text = String::from_utf8(bytes).unwrap_or_default();
    if style.byte_order_mark {
        format!("{BYTE_ORDER_MARK}{text}")
    } else {
        text
    }
}

/// A cell that no spreadsheet calculates.
fn safe(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_text() {
        let cells = ["=1+1", "+31", "-2", "@SUM(A1)", "\tx", "\rx", "a=b", ""];
        let rows = cells.map(|it| [it.to_owned()]);
        let text = table(TableStyle::of(Ui::Nl), rows);
        assert_eq!(
            text,
            "'=1+1\r\n'+31\r\n'-2\r\n'@SUM(A1)\r\n'\tx\r\n\"'\rx\"\r\na=b\r\n\"\"\r\n"
        );
    }

    #[test]
    fn separators_quotes_and_line_ends_stay_within_their_cell() {
        let style = TableStyle {
            separator: b';',
            byte_order_mark: true,
        };
        let text = table(style, [["a;b", "zegt \"nee\"", "een\ntwee", "é"]]);
        assert_eq!(
            text,
            "\u{feff}\"a;b\";\"zegt \"\"nee\"\"\";\"een\ntwee\";é\r\n"
        );
        let text = table(TableStyle::of(Ui::En), [["a;b", "c,d"]]);
        assert_eq!(text, "a;b,\"c,d\"\r\n");
    }
}
