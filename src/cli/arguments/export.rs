//! What can be typed of exports.

use std::path::PathBuf;

use clap::Args;

/// What becomes of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(in crate::cli) enum Names {
    /// Everything stays as it was typed
    Keep,
    /// In texts: names, numbers and addresses become tokens; the code name becomes a pseudonym
    Mask,
    /// The code name becomes a pseudonym; texts are masked too
    Pseudonym,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Statements are JSON Lines, one a line. The password for --push is read from OEFENLIJN_LRS_PASSWORD;
OEFENLIJN_CA_FILE names a PEM file with certificates of authorities of your own that may
vouch for the store.

Examples:
  oefenlijn export --xapi --all --output statements.jsonl
  oefenlijn export --xapi --trainee sanne --replies
  oefenlijn export --xapi --all --push https://lrs.example/xapi --user oefenlijn")]
pub(in crate::cli) struct ExportArguments {
    /// Write xAPI 1.0.3 statements
    #[arg(long, required = true)]
    pub(in crate::cli) xapi: bool,
    /// Names of sessions (`oefenlijn list --sessions` shows them)
    #[arg(value_name = "SESSION", required_unless_present_any = ["trainee", "all"])]
    pub(in crate::cli) sessions: Vec<String>,
    /// All sessions of this trainee, also those of other machines that share a database
    #[arg(long, value_name = "NAME", conflicts_with_all = ["sessions", "all"])]
    pub(in crate::cli) trainee: Option<String>,
    /// All sessions kept on this machine
    #[arg(long, conflicts_with = "sessions")]
    pub(in crate::cli) all: bool,
    /// What becomes of names
    #[arg(long, value_enum, default_value = "mask")]
    pub(in crate::cli) names: Names,
    /// A statement for each reply too, with its text
    #[arg(long)]
    pub(in crate::cli) replies: bool,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE", conflicts_with = "push")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Send to the learning record store at this address; https, or this machine itself
    #[arg(long, value_name = "URL")]
    pub(in crate::cli) push: Option<String>,
    /// User of the store (else `OEFENLIJN_LRS_USER`)
    #[arg(long, value_name = "NAME", requires = "push")]
    pub(in crate::cli) user: Option<String>,
}
