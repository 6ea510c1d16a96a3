//! What can be typed of reviews, disputes and cases.

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
#[command(after_help = "\
You see reply by reply what the program recognised, open disputes first. Enter goes on; ? lists the
commands. When standard input is no terminal, commands are read from it, one a line.

Examples:
  oefenlijn review 20260310-104000-1a2b --as anna
  oefenlijn review 20260310-104000-1a2b --show
  echo '+explain \"omdat\" geeft een reden' | oefenlijn review 20260310-104000-1a2b --as anna")]
pub(in crate::cli) struct ReviewArguments {
    /// Name of the session (`oefenlijn list --sessions` shows them)
    pub(in crate::cli) session: String,
    /// Who reviews; a code name suffices
    #[arg(long = "as", value_name = "NAME")]
    pub(in crate::cli) who: Option<String>,
    /// Only show what was corrected and disputed
    #[arg(long)]
    pub(in crate::cli) show: bool,
    /// Write one JSON object
    #[arg(long, requires = "show")]
    pub(in crate::cli) json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oefenlijn dispute 20260310-104000-1a2b --as ster --turn 2 --act explain \"I did say why\"
  oefenlijn dispute 20260310-104000-1a2b --as ster --criterion empathy \"I named the fright\"")]
pub(in crate::cli) struct DisputeArguments {
    /// Name of the session (`oefenlijn list --sessions` shows them)
    pub(in crate::cli) session: String,
    /// Who disputes: whose session it is
    #[arg(long = "as", value_name = "NAME")]
    pub(in crate::cli) who: String,
    /// The reply, from 1, in which an act was seen that is not there, or the other way round
    #[arg(
        long,
        value_name = "N",
        requires = "act",
        required_unless_present = "criterion"
    )]
    pub(in crate::cli) turn: Option<usize>,
    /// The act, by its name in the codebook or on the screen
    #[arg(long, value_name = "ACT", requires = "turn")]
    pub(in crate::cli) act: Option<String>,
    /// The criterion whose level is not right
    #[arg(long, value_name = "NAME", conflicts_with_all = ["turn", "act"])]
    pub(in crate::cli) criterion: Option<String>,
    /// At a chat desk: the number of the chat, from 1
    #[arg(long, value_name = "N")]
    pub(in crate::cli) chat: Option<usize>,
    /// Why
    #[arg(required = true, value_name = "REASON")]
    pub(in crate::cli) reason: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum CasesCommand {
    /// Write the corrections of a session as cases, which `oefenlijn check` holds the program to
    Add(AddCasesArguments),
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oefenlijn cases add 20260310-104000-1a2b --content my-content
  oefenlijn check --content my-content cases/")]
pub(in crate::cli) struct AddCasesArguments {
    /// Name of the session (`oefenlijn list --sessions` shows them)
    pub(in crate::cli) session: String,
    /// Content folder to write to (else that of --content, else the working folder)
    #[arg(long, value_name = "FOLDER")]
    pub(in crate::cli) to: Option<std::path::PathBuf>,
}
