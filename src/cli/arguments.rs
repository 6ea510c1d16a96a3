//! What can be typed on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::{
    cli::calibrate_arguments::CalibrateArguments,
    session::{Mode, Settings},
    words::Ui,
};

/// Practise difficult contact-centre conversations with a scripted Dutch-speaking customer.
///
/// Without a command: choose a scenario and play it.
#[derive(Debug, Parser)]
#[command(
    name = "oefenlijn",
    version,
    after_help = "\
Examples:
  oefenlijn                              choose a scenario and play
  oefenlijn play two-letters             play one
  oefenlijn play two-letters --coach     with a word of advice after each reply
  oefenlijn resume                       carry on where you stopped"
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// Language of the screen (else the locale's, else Dutch)
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub(super) ui: Option<Ui>,
    /// Folder with lexicon/, scenarios/, rubrics/ and rehearsal/ of your own, laid over the built-in
    /// ones
    #[arg(long, global = true, value_name = "FOLDER")]
    pub(super) content: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Play a scenario: type your replies, get a scorecard
    Play(PlayArguments),
    /// Score conversations recorded elsewhere
    Score(ScoreArguments),
    /// Show how well the program, or another rater, agrees with labelled conversations
    Agree(AgreeArguments),
    /// Let several coaches rate the same conversations blind, and see how far they agree
    Calibrate(CalibrateArguments),
    /// List the scenarios, or the sessions
    List(ListArguments),
    /// Load all content and run the examples in it
    Check(CheckArguments),
    /// Let built-in trainees play a scenario many times, to see what no play reaches
    Rehearse(RehearseArguments),
    /// Carry on with a session that was broken off
    Resume(ResumeArguments),
    /// Show a session again, with its scorecard
    Replay(ReplayArguments),
    /// Put people in groups, or show the groups
    Group(GroupArguments),
    /// Bring the figures of all sessions up to date, or make them anew
    Store(StoreArguments),
    /// Erase a person, or put a pseudonym in the place of their name
    Forget(ForgetArguments),
    /// Remove sessions that are older than so many days
    Retain(RetainArguments),
    /// Show two sessions side by side, where they parted and what that did
    Compare(CompareArguments),
    /// Report on a session: as text, Markdown, a page for the browser, JSON or CSV
    Report(ReportArguments),
    /// Go through a session as a coach: correct what was read or scored wrongly, settle disputes
    Review(ReviewArguments),
    /// Say as a trainee that something in your scorecard is not right
    Dispute(DisputeArguments),
    /// Hold the program to what coaches corrected
    Cases {
        #[command(subcommand)]
        command: CasesCommand,
    },
    /// Write kept sessions as xAPI statements, or send them to a learning record store
    Export(ExportArguments),
}

#[derive(Debug, Args)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a switch on the command line"
)]
#[command(after_help = "\
Type your reply and press Enter. Lines that begin with / are commands; /help lists them. When
standard input is no terminal, replies are read from it, one a line; a blank line is a silent turn.

Examples:
  oefenlijn play missing-contacts
  oefenlijn play two-letters --seed 7 --trainee sanne
  oefenlijn play two-letters --json < replies.txt
  oefenlijn play two-letters --lang en")]
pub(super) struct PlayArguments {
    /// Name of the scenario (`oefenlijn list` shows them)
    pub(super) scenario: String,
    /// Language of the conversation, where the scenario stands in several (else Dutch)
    #[arg(long, value_name = "LANGUAGE")]
    pub(super) lang: Option<String>,
    /// The same seed and replies give the same conversation
    #[arg(long, value_name = "NUMBER")]
    pub(super) seed: Option<u64>,
    /// Whose session it is; a code name suffices
    #[arg(long, value_name = "NAME")]
    pub(super) trainee: Option<String>,
    /// One line after each reply: what it did, and what the customer had asked for
    #[arg(long, conflicts_with = "exam")]
    pub(super) coach: bool,
    /// Neither hints nor mood
    #[arg(long)]
    pub(super) exam: bool,
    /// Write JSON Lines: one object per turn and one for the ending
    #[arg(long)]
    pub(super) json: bool,
    /// At a chat desk: its clock is the real one
    #[arg(long)]
    pub(super) real_time: bool,
    /// Do not keep the session on disk
    #[arg(long)]
    pub(super) no_save: bool,
}

impl PlayArguments {
    /// Whose session it is and how it is practised.
    pub(super) fn settings(&self) -> Settings {
        Settings {
            trainee: self.trainee.clone(),
            mode: self.mode(),
            real_time: self.real_time,
        }
    }

    /// `play SCENARIO` without options.
    pub(super) const fn of(scenario: String) -> Self {
        Self {
            scenario,
            lang: None,
            seed: None,
            trainee: None,
            coach: false,
            exam: false,
            json: false,
            real_time: false,
            no_save: false,
        }
    }

    pub(super) const fn mode(&self) -> Mode {
        match (self.coach, self.exam) {
            (true, _) => Mode::Coach,
            (_, true) => Mode::Exam,
            _ => Mode::Practice,
        }
    }
}

#[derive(Debug, Args)]
#[command(after_help = "\
A file holds JSON Lines, one conversation a line, or plain text with `Klant:` and `Medewerker:` before
what is said and a line `---` between conversations.

Examples:
  oefenlijn score calls.jsonl
  oefenlijn score --json calls.jsonl > scores.jsonl
  oefenlijn score - < call.txt")]
pub(super) struct ScoreArguments {
    /// Files with transcripts; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<String>,
    /// Write JSON Lines: one object per conversation, in the order of the input
    #[arg(long)]
    pub(super) json: bool,
    /// What to score by
    #[arg(long, value_name = "NAME", default_value = "service-call")]
    pub(super) rubric: String,
    /// Language of the conversations (else what each of them says)
    #[arg(long, value_name = "LANGUAGE")]
    pub(super) lang: Option<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
GOLD holds labelled conversations as JSON Lines: transcripts that carry `agent`, `customer` and
`scores`. OTHER, and the file of a rater, hold the same keys under the same ids, as `score --json`
writes them. Without OTHER the program reads the conversations itself.

Examples:
  oefenlijn agree calls.jsonl
  oefenlijn agree calls.jsonl scored.jsonl
  oefenlijn agree calls.jsonl --rater anna.jsonl --rater bram.jsonl --most 20")]
pub(super) struct AgreeArguments {
    /// Labelled conversations
    #[arg(value_name = "GOLD")]
    pub(super) gold: String,
    /// What is held against them (else what the program reads)
    #[arg(value_name = "OTHER")]
    pub(super) other: Option<String>,
    /// Another rater's labels, to see how well people agree; may be given more than once
    #[arg(long, value_name = "FILE")]
    pub(super) rater: Vec<String>,
    /// How many replies to show that are read differently
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(super) most: usize,
    /// What the program scores by
    #[arg(long, value_name = "NAME", default_value = "service-call")]
    pub(super) rubric: String,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oefenlijn list
  oefenlijn list --sessions --trainee sanne
  oefenlijn list --json")]
pub(super) struct ListArguments {
    /// List the sessions instead: those of this machine, then those of the database that machines share
    #[arg(long)]
    pub(super) sessions: bool,
    /// Only the sessions of this trainee
    #[arg(long, value_name = "NAME", requires = "sessions")]
    pub(super) trainee: Option<String>,
    /// Only the scenarios in this language
    #[arg(long, value_name = "LANGUAGE", conflicts_with = "sessions")]
    pub(super) lang: Option<String>,
    /// Write JSON Lines, one object per item
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oefenlijn check                        everything that is built in
  oefenlijn check --content my-content   the same, with your own folder laid over it
  oefenlijn check two-letters            only findings in files whose path holds these words
  oefenlijn check --explore two-letters  and walk through these scenarios: which endings can be
                                         reached, from where a good one still can, what is never said")]
pub(super) struct CheckArguments {
    /// Show only findings in files whose path holds one of these
    #[arg(value_name = "PART")]
    pub(super) parts: Vec<String>,
    /// Walk through the scenarios: each ending with a conversation that leads to it
    #[arg(long)]
    pub(super) explore: bool,
    /// How many states of a scenario to look at before giving up
    #[arg(long, value_name = "N", requires = "explore", default_value_t = crate::exploration::BOUND)]
    pub(super) states: usize,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Each trainee of rehearsal/<language>.toml plays the scenario N times. You see how each of them fares,
and what nobody reaches: lines, facts, worries, solutions, endings, and replies not understood.

Examples:
  oefenlijn rehearse two-letters
  oefenlijn rehearse my-case --content my-folder --runs 1000
  oefenlijn rehearse two-letters --seed 7 --json")]
pub(super) struct RehearseArguments {
    /// Name of the scenario (`oefenlijn list` shows them)
    pub(super) scenario: String,
    /// Conversations of each trainee
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) runs: u32,
    /// The same seed gives the same conversations
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub(super) seed: u64,
    /// Language of the scenario, where it stands in several (else Dutch)
    #[arg(long, value_name = "LANGUAGE")]
    pub(super) lang: Option<String>,
    /// Write one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oefenlijn resume                       the latest session that did not come to an end
  oefenlijn resume 20260310-104000-1a2b  this one (`oefenlijn list --sessions` shows them)")]
pub(super) struct ResumeArguments {
    /// Name of the session; else the latest unfinished one
    pub(super) session: Option<String>,
    /// The latest unfinished one of this trainee
    #[arg(long, value_name = "NAME", conflicts_with = "session")]
    pub(super) trainee: Option<String>,
    /// Write JSON Lines: the turns so far, then those that follow
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oefenlijn replay 20260310-104000-1a2b
  oefenlijn replay 20260310-104000-1a2b --json")]
pub(super) struct ReplayArguments {
    /// Name of the session (`oefenlijn list --sessions` shows them)
    pub(super) session: String,
    /// Write JSON Lines, as `play --json` does
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oefenlijn group                             all groups
  oefenlijn group monday --add sanne bram     a code name suffices
  oefenlijn group monday --remove bram")]
pub(super) struct GroupArguments {
    /// Name of the group
    pub(super) group: Option<String>,
    /// Put these people in it
    #[arg(long, value_name = "NAME", num_args = 1.., requires = "group")]
    pub(super) add: Vec<String>,
    /// Take these people out of it
    #[arg(long, value_name = "NAME", num_args = 1.., requires = "group")]
    pub(super) remove: Vec<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Figures of sessions are kept in a database: a file beside the sessions or, where
OEFENLIJN_DATABASE_URL names one, a PostgreSQL server. They are made from the sessions' own logs.

Examples:
  oefenlijn store            bring them up to date, and say what there is
  oefenlijn store rebuild    make them anew from all sessions of this machine")]
pub(super) struct StoreArguments {
    /// What to do; else only new sessions are added
    pub(super) work: Option<StoreWork>,
}

/// What can be done with the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum StoreWork {
    /// All figures anew, from all sessions
    Rebuild,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oefenlijn compare 20260310-104000-1a2b 20260311-091500-3c4d
  oefenlijn compare 20260310-104000-1a2b 20260311-091500-3c4d --format md > before-after.md")]
pub(super) struct CompareArguments {
    /// Name of a session (`oefenlijn list --sessions` shows them)
    pub(super) a: String,
    /// Name of the other
    pub(super) b: String,
    /// As text, Markdown or one JSON object
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: PageFormat,
}

/// The shape of what is written.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum PageFormat {
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
  oefenlijn report 20260310-104000-1a2b --format csv --bom > turns.csv"
)]
pub(super) struct ReportArguments {
    /// Name of the session (`oefenlijn list --sessions` shows them)
    pub(super) session: Option<String>,
    /// All sessions of this trainee
    #[arg(long, value_name = "NAME")]
    pub(super) trainee: Option<String>,
    /// All sessions of this group
    #[arg(long, value_name = "NAME")]
    pub(super) group: Option<String>,
    /// All sessions of this scenario
    #[arg(long, value_name = "NAME")]
    pub(super) scenario: Option<String>,
    /// What it is written as
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: ReportFormat,
    /// Where it is written (else to standard output)
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// CSV: what stands between cells (else ; in Dutch and , in English)
    #[arg(long, value_name = "CHARACTER", value_parser = separator)]
    pub(super) separator: Option<u8>,
    /// CSV: begin with a byte order mark, as some spreadsheets need
    #[arg(long)]
    pub(super) bom: bool,
}

/// What a report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum ReportFormat {
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

#[derive(Debug, Args)]
#[command(after_help = "\
You see reply by reply what the program recognised, open disputes first. Enter goes on; ? lists the
commands. When standard input is no terminal, commands are read from it, one a line.

Examples:
  oefenlijn review 20260310-104000-1a2b --as anna
  oefenlijn review 20260310-104000-1a2b --show
  echo '+explain \"omdat\" geeft een reden' | oefenlijn review 20260310-104000-1a2b --as anna")]
pub(super) struct ReviewArguments {
    /// Name of the session (`oefenlijn list --sessions` shows them)
    pub(super) session: String,
    /// Who reviews; a code name suffices
    #[arg(long = "as", value_name = "NAME")]
    pub(super) who: Option<String>,
    /// Only show what was corrected and disputed
    #[arg(long)]
    pub(super) show: bool,
    /// Write one JSON object
    #[arg(long, requires = "show")]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oefenlijn dispute 20260310-104000-1a2b --as ster --turn 2 --act explain \"I did say why\"
  oefenlijn dispute 20260310-104000-1a2b --as ster --criterion empathy \"I named the fright\"")]
pub(super) struct DisputeArguments {
    /// Name of the session (`oefenlijn list --sessions` shows them)
    pub(super) session: String,
    /// Who disputes: whose session it is
    #[arg(long = "as", value_name = "NAME")]
    pub(super) who: String,
    /// The reply, from 1, in which an act was seen that is not there, or the other way round
    #[arg(
        long,
        value_name = "N",
        requires = "act",
        required_unless_present = "criterion"
    )]
    pub(super) turn: Option<usize>,
    /// The act, by its name in the codebook or on the screen
    #[arg(long, value_name = "ACT", requires = "turn")]
    pub(super) act: Option<String>,
    /// The criterion whose level is not right
    #[arg(long, value_name = "NAME", conflicts_with_all = ["turn", "act"])]
    pub(super) criterion: Option<String>,
    /// At a chat desk: the number of the chat, from 1
    #[arg(long, value_name = "N")]
    pub(super) chat: Option<usize>,
    /// Why
    #[arg(required = true, value_name = "REASON")]
    pub(super) reason: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub(super) enum CasesCommand {
    /// Write the corrections of a session as cases, which `oefenlijn check` holds the program to
    Add(AddCasesArguments),
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oefenlijn cases add 20260310-104000-1a2b --content my-content
  oefenlijn check --content my-content cases/")]
pub(super) struct AddCasesArguments {
    /// Name of the session (`oefenlijn list --sessions` shows them)
    pub(super) session: String,
    /// Content folder to write to (else that of --content, else the working folder)
    #[arg(long, value_name = "FOLDER")]
    pub(super) to: Option<std::path::PathBuf>,
}

/// What becomes of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Names {
    /// Everything stays as it was typed
    Keep,
    /// In texts: names, numbers and addresses become tokens; the code name becomes a pseudonym
    Mask,
    /// The code name becomes a pseudonym; texts are masked too
    Pseudonym,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Statements are JSON Lines, one a line. The password for --push is read from OEFENLIJN_LRS_PASSWORD.

Examples:
  oefenlijn export --xapi --all --output statements.jsonl
  oefenlijn export --xapi --trainee sanne --replies
  oefenlijn export --xapi --all --push https://lrs.example/xapi --user oefenlijn")]
pub(super) struct ExportArguments {
    /// Write xAPI 1.0.3 statements
    #[arg(long, required = true)]
    pub(super) xapi: bool,
    /// Names of sessions (`oefenlijn list --sessions` shows them)
    #[arg(value_name = "SESSION", required_unless_present_any = ["trainee", "all"])]
    pub(super) sessions: Vec<String>,
    /// All sessions of this trainee, also those of other machines that share a database
    #[arg(long, value_name = "NAME", conflicts_with_all = ["sessions", "all"])]
    pub(super) trainee: Option<String>,
    /// All sessions kept on this machine
    #[arg(long, conflicts_with = "sessions")]
    pub(super) all: bool,
    /// What becomes of names
    #[arg(long, value_enum, default_value = "mask")]
    pub(super) names: Names,
    /// A statement for each reply too, with its text
    #[arg(long)]
    pub(super) replies: bool,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE", conflicts_with = "push")]
    pub(super) output: Option<PathBuf>,
    /// Send to the learning record store at this address; https, or this machine itself
    #[arg(long, value_name = "URL")]
    pub(super) push: Option<String>,
    /// User of the store (else `OEFENLIJN_LRS_USER`)
    #[arg(long, value_name = "NAME", requires = "push")]
    pub(super) user: Option<String>,
}

#[derive(Debug, Args)]
#[command(
    group(clap::ArgGroup::new("how").required(true).args(["erase", "pseudonym"])),
    after_help = "\
Examples:
  oefenlijn forget sanne --pseudonym   her sessions stay, under a name that says nothing
  oefenlijn forget sanne --erase       her sessions are removed, with all that was said of them"
)]
pub(super) struct ForgetArguments {
    /// Whom to forget, by code name
    pub(super) name: String,
    /// Remove their sessions
    #[arg(long)]
    pub(super) erase: bool,
    /// Keep their sessions under a pseudonym
    #[arg(long)]
    pub(super) pseudonym: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oefenlijn retain --days 365 --dry-run   what would be removed
  oefenlijn retain --days 365")]
pub(super) struct RetainArguments {
    /// How many days a session is kept after its last event
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=36_500))]
    pub(super) days: u32,
    /// Only show what would be removed
    #[arg(long)]
    pub(super) dry_run: bool,
}
