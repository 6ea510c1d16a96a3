//! The shape of a file of trainees; `docs/scenarios.md` describes it for authors.

use serde::Deserialize;
use toml::Spanned;

use crate::{
    ground::localised::Localised,
    rehearsal::trainee::{Plays, Spring},
};

/// `rehearsal/<language>.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TraineesFile {
    pub(super) format: Spanned<u32>,
    #[serde(rename = "trainee")]
    pub(super) trainees: Vec<TraineeTable>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TraineeTable {
    pub(super) name: Spanned<String>,
    pub(super) title: Localised,
    #[serde(default)]
    pub(super) plays: Plays,
    pub(super) closes: Option<Spanned<(u32, u32)>>,
    pub(super) turns: Option<Spanned<(u32, u32)>>,
    pub(super) opening: Spanned<Vec<Spanned<GroupTable>>>,
    pub(super) middle: Spanned<Vec<Spanned<GroupTable>>>,
    pub(super) closing: Spanned<Vec<Spanned<GroupTable>>>,
}

/// Replies that are as likely as one another.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupTable {
    #[serde(default = "one")]
    pub(super) weight: u32,
    #[serde(default)]
    pub(super) say: Vec<String>,
    pub(super) from: Option<Spring>,
}

const fn one() -> u32 {
    1
}
