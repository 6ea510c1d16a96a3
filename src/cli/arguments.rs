//! What can be typed on the command line.

mod export;
mod people;
mod report;
mod review;

pub(super) use self::{
    export::{ExportArguments, Names},
    people::{ForgetArguments, GroupArguments, RetainArguments, StoreArguments, StoreWork},
    report::{CompareArguments, PageFormat, ReportArguments, ReportFormat, ReportNames},
    review::{AddCasesArguments, CasesCommand, DisputeArguments, ReviewArguments},
};

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
