//! What can be typed of reports and comparisons.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oefenlijn compare 20260310-104000-1a2b 20260311-091500-3c4d
  oefenlijn compare 20260310-104000-1a2b 20260311-091500-3c4d --format md > before-after.md")]
pub(in crate::cli) struct CompareArguments {
    /// Name of a session (`oefenlijn list --sessions` shows them)
    pub(in crate::cli) a: String,
    /// Name of the other
    pub(in crate::cli) b: String,
    /// As text, Markdown or one JSON object
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: PageFormat,
}

/// The shape of what is written.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(in crate::cli) enum PageFormat {
    /// For a terminal.
    Text,
    /// Markdown.
    Md,
    /// One JSON object.
    Json,
}

#[derive(Debug, Args)]
#[command(
    group(clap::ArgGroup::new("target").required(true).args(["session", "trainee", "group", "scenario"])),
    after_help = "\
Examples:
  oefenlijn report 20260310-104000-1a2b
  oefenlijn report 20260310-104000-1a2b --format html --output report.html
  oefenlijn report 20260310-104000-1a2b --format csv --bom > turns.csv

What was typed is masked in JSON and CSV, which are made to be handed on; text, Markdown
and HTML keep it for trainee and coach. Reports on a trainee or a group hold nobody's
words, and keep the code names."
)]
pub(in crate::cli) struct ReportArguments {
    /// Name of the session (`oefenlijn list --sessions` shows them)
    pub(in crate::cli) session: Option<String>,
    /// All sessions of this trainee
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) trainee: Option<String>,
    /// All sessions of this group
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) group: Option<String>,
    /// All sessions of this scenario
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) scenario: Option<String>,
    /// What it is written as
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: ReportFormat,
    /// Where it is written (else to standard output)
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// What becomes of names (else JSON and CSV are masked where they hold what was typed)
    #[arg(long, value_enum)]
    pub(in crate::cli) names: Option<ReportNames>,
    /// CSV: what stands between cells (else ; in Dutch and , in English)
    #[arg(long, value_name = "CHARACTER", value_parser = separator)]
    pub(in crate::cli) separator: Option<u8>,
    /// CSV: begin with a byte order mark, as some spreadsheets need
    #[arg(long)]
    pub(in crate::cli) bom: bool,
}

/// What becomes of names in a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(in crate::cli) enum ReportNames {
    /// Everything stays as it was typed
    Keep,
    /// In texts: names, numbers and addresses become tokens; code names become pseudonyms
    Mask,
}

/// What a report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(in crate::cli) enum ReportFormat {
    /// For a terminal
    Text,
    /// Markdown
    Md,
    /// One page for the browser, which needs nothing but itself
    Html,
    /// One JSON object
    Json,
    /// A table for a spreadsheet
    Csv,
}

/// A single ASCII character that cannot be taken for part of a cell; `tab` for a tab.
fn separator(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        b"tab" => Ok(b'\t'),
        [byte] if byte.is_ascii_punctuation() && *byte != b'"' && *byte != b'\'' => Ok(*byte),
        _ => Err("one character such as ; or , or the word tab".to_owned()),
    }
}
