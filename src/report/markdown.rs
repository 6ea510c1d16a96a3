//! An outline as Markdown.

use std::fmt::Write as _;

use crate::report::outline::Block;

/// What means something in Markdown, anywhere in a line.
const SPECIAL: &str = "\\`*_{}[]<>#|~&!";

/// The blocks as Markdown (`CommonMark`, with tables as GitHub reads them).
pub(super) fn markdown(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        if !text.is_empty() {
            text.push('\n');
        }
        match block {
            Block::Heading(depth, title) => {
                let _ = writeln!(
                    text,
                    "{} {}",
                    "#".repeat(usize::from(*depth)),
                    escaped(title)
                );
            }
            Block::Text(said) => {
                let _ = writeln!(text, "{}", escaped(said));
            }
            Block::Speech(who, said) => {
                let _ = writeln!(text, "**{}:** {}", escaped(who), escaped(said));
            }
            Block::Remark(said) => {
                let _ = writeln!(text, "> {}", escaped(said));
            }
            Block::List(items) => {
                for item in items {
                    let _ = writeln!(text, "- {}", escaped(item));
                }
            }
            Block::Table(rows) => text.push_str(&table(rows)),
        }
    }
    text
}

fn table(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for (number, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row.iter().map(|it| escaped(it)).collect();
        let _ = writeln!(text, "| {} |", cells.join(" | "));
        if number == 0 {
            let _ = writeln!(text, "|{}", " --- |".repeat(row.len()));
        }
    }
    text
}

/// On one line, with nothing that Markdown, or HTML in it, would take for its own.
fn escaped(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut safe = String::with_capacity(line.len());
    // a list or a quotation begins with these
    if line.starts_with(['-', '+', '=']) {
        safe.push('\\');
    }
    for letter in line.chars() {
        if SPECIAL.contains(letter) {
            safe.push('\\');
        }
        safe.push(letter);
    }
    number_escaped(safe)
}

/// `1.` at the beginning of a line begins a list.
fn number_escaped(line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.get(digits..).and_then(|it| it.chars().next()) {
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_is_no_markup() {
        assert_eq!(
            escaped("<b>*nee*</b> & [x](y)"),
            "\\<b\\>\\*nee\\*\\</b\\> \\& \\[x\\](y)"
        );
        assert_eq!(escaped("1. eerst\n# kop"), "1\\. eerst \\# kop");
        assert_eq!(escaped("- punt"), "\\- punt");
    }
}
