//! What can be typed after `oefenlijn calibrate`.

use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Args)]
#[command(after_help = "\
Coaches rate the same conversations without seeing what the program or the others gave; the report
then shows how far they agree.

Examples:
  oefenlijn calibrate new march calls.jsonl         make a round of these conversations
  oefenlijn calibrate rate march --as anna          Anna rates; she can stop and carry on
  oefenlijn calibrate report march                  how far they agree, and where they do not
  oefenlijn calibrate drift                         how that moves over the rounds")]
pub(super) struct CalibrateArguments {
    #[command(subcommand)]
    pub(super) command: CalibrateCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum CalibrateCommand {
    /// Make a round of conversations to rate
    New(NewArguments),
    /// Rate the conversations of a round, one criterion after another
    Rate(RateArguments),
    /// Take in a coach's ratings from a labelled file
    Import(ImportArguments),
    /// Show how far coaches agree, with each other and with the program
    Report(CalibrationReportArguments),
    /// Show how coaches move over the rounds
    Drift(DriftArguments),
}

#[derive(Debug, Args)]
#[command(after_help = "\
Coaches are shown what was said and nothing else. The name of a session's trainee is taken out of the
words; name others yourself with --hide.

Examples:
  oefenlijn calibrate new march calls.jsonl call.txt
  oefenlijn calibrate new april --sessions 20260310-104000-1a2b 20260311-091500-3c4d
  oefenlijn calibrate new may calls.jsonl --hide Sanne --hide 'de Wit'")]
pub(super) struct NewArguments {
    /// Name of the round: letters a–z, digits and hyphens
    pub(super) name: String,
    /// Files with transcripts; `-` is standard input
    #[arg(value_name = "FILE", required_unless_present = "sessions")]
    pub(super) files: Vec<String>,
    /// Sessions kept on this machine (`oefenlijn list --sessions` shows them)
    #[arg(long, value_name = "SESSION", num_args = 1..)]
    pub(super) sessions: Vec<String>,
    /// A name that coaches should not see; may be given more than once
    #[arg(long, value_name = "NAME")]
    pub(super) hide: Vec<String>,
    /// What to rate by
    #[arg(long, value_name = "RUBRIC", default_value = "service-call")]
    pub(super) rubric: String,
}

#[derive(Debug, Args)]
#[command(after_help = "\
For each criterion type a level from 0 to 4, or `na` where it does not apply to the conversation.
  ?                          what the levels mean
  show                       the conversation again
  acts                       the acts that can be named
  acts 3 acknowledge ask_open   what the agent does in reply 3; `acts 3 -` where it is none of them
  back, go 4                 to the criterion before, to the fourth conversation
  quit                       leave; what was rated is kept
When standard input is no terminal, answers are read from it, one a line.

Examples:
  oefenlijn calibrate rate march --as anna
  oefenlijn calibrate rate march --as anna --again   a second time, to see how far she agrees with herself")]
pub(super) struct RateArguments {
    /// Name of the round
    pub(super) name: String,
    /// Who rates
    #[arg(long = "as", value_name = "COACH")]
    pub(super) coach: String,
    /// Rate all conversations once more
    #[arg(long)]
    pub(super) again: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
The file holds labelled conversations as `oefenlijn agree` reads them, under the names that they have in
the file the round was made of.

Examples:
  oefenlijn calibrate import march anna.jsonl --as anna")]
pub(super) struct ImportArguments {
    /// Name of the round
    pub(super) name: String,
    /// Labelled conversations; `-` is standard input
    pub(super) file: String,
    /// Whose ratings they are
    #[arg(long = "as", value_name = "COACH")]
    pub(super) coach: String,
    /// They were given a second time
    #[arg(long)]
    pub(super) again: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oefenlijn calibrate report march
  oefenlijn calibrate report march --metric interval --most 20
  oefenlijn calibrate report march --format md > march.md")]
pub(super) struct CalibrationReportArguments {
    /// Name of the round
    pub(super) name: String,
    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,
    /// How far apart Krippendorff's alpha takes levels to lie
    #[arg(long, value_name = "METRIC", default_value = "ordinal")]
    pub(super) metric: AlphaMetric,
    /// How many disagreements to show of each kind (text and md)
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(super) most: usize,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oefenlijn calibrate drift
  oefenlijn calibrate drift --coach anna")]
pub(super) struct DriftArguments {
    /// Only this coach
    #[arg(long, value_name = "COACH")]
    pub(super) coach: Option<String>,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For the screen
    Text,
    /// Markdown
    Md,
    /// One JSON object, never localised
    Json,
    /// One row a figure, never localised
    Csv,
}

/// A metric of Krippendorff's alpha.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum AlphaMetric {
    /// Levels have an order
    Ordinal,
    /// Levels are numbers
    Interval,
    /// Levels are the same or not
    Nominal,
}
