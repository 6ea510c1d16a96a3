//! What can be typed of groups, figures, and what shall not be kept.

use clap::Args;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oefenlijn group                             all groups
  oefenlijn group monday --add sanne bram     a code name suffices
  oefenlijn group monday --remove bram")]
pub(in crate::cli) struct GroupArguments {
    /// Name of the group
    pub(in crate::cli) group: Option<String>,
    /// Put these people in it
    #[arg(long, value_name = "NAME", num_args = 1.., requires = "group")]
    pub(in crate::cli) add: Vec<String>,
    /// Take these people out of it
    #[arg(long, value_name = "NAME", num_args = 1.., requires = "group")]
    pub(in crate::cli) remove: Vec<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Figures of sessions are kept in a database: a file beside the sessions or, where
OEFENLIJN_DATABASE_URL names one, a PostgreSQL server. They are made from the sessions' own logs.
A server elsewhere must encrypt and show a certificate that is trusted; OEFENLIJN_CA_FILE
names a PEM file with certificates of authorities of your own.

Examples:
  oefenlijn store            bring them up to date, and say what there is
  oefenlijn store rebuild    make them anew from all sessions of this machine")]
pub(in crate::cli) struct StoreArguments {
    /// What to do; else only new sessions are added
    pub(in crate::cli) work: Option<StoreWork>,
}

/// What can be done with the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(in crate::cli) enum StoreWork {
    /// All figures anew, from all sessions
    Rebuild,
}

#[derive(Debug, Args)]
#[command(
    group(clap::ArgGroup::new("how").required(true).args(["erase", "pseudonym"])),
    after_help = "\
Examples:
  oefenlijn forget sanne --pseudonym   her sessions stay, under a name that says nothing
  oefenlijn forget sanne --erase       her sessions are removed, with all that was said of them"
)]
pub(in crate::cli) struct ForgetArguments {
    /// Whom to forget, by code name
    pub(in crate::cli) name: String,
    /// Remove their sessions
    #[arg(long)]
    pub(in crate::cli) erase: bool,
    /// Keep their sessions under a pseudonym
    #[arg(long)]
    pub(in crate::cli) pseudonym: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oefenlijn retain --days 365 --dry-run   what would be removed
  oefenlijn retain --days 365")]
pub(in crate::cli) struct RetainArguments {
    /// How many days a session is kept after its last event
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=36_500))]
    pub(in crate::cli) days: u32,
    /// Only show what would be removed
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}
