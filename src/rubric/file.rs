//! The shape of a rubric file; `docs/rubrics.md` describes it for authors.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::{
    acts::{ActSet, AgentAct, CustomerAct},
    ground::localised::Localised,
    rubric::model::Count,
};

/// `rubrics/<name>.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RubricFile {
    pub(super) format: Spanned<u32>,
    pub(super) name: Spanned<String>,
    pub(super) title: Localised,
    #[serde(rename = "sign", default)]
    pub(super) signs: Vec<SignTable>,
    #[serde(rename = "measure", default)]
    pub(super) measures: Vec<MeasureTable>,
    #[serde(rename = "criterion", default)]
    pub(super) criteria: Vec<CriterionTable>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignTable {
    pub(super) id: Spanned<String>,
    pub(super) title: Localised,
    /// Patterns by language.
    pub(super) patterns: BTreeMap<String, Vec<Spanned<String>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MeasureTable {
    pub(super) id: Spanned<String>,
    pub(super) title: Localised,
    pub(super) count: Count,
    #[serde(rename = "where")]
    pub(super) place: Spanned<String>,
    #[serde(default)]
    pub(super) any: ActSet<AgentAct>,
    #[serde(default)]
    pub(super) all: ActSet<AgentAct>,
    #[serde(default)]
    pub(super) none: ActSet<AgentAct>,
    #[serde(default)]
    pub(super) signs: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) after: ActSet<CustomerAct>,
    #[serde(default)]
    pub(super) not_after: ActSet<CustomerAct>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CriterionTable {
    pub(super) id: Spanned<String>,
    pub(super) title: Localised,
    #[serde(default = "one")]
    pub(super) weight: u32,
    pub(super) only_with: Option<Spanned<String>>,
    pub(super) advice: Localised,
    #[serde(default)]
    pub(super) repaired_by: ActSet<AgentAct>,
    #[serde(rename = "level", default)]
    pub(super) levels: Vec<LevelTable>,
    #[serde(rename = "cap", default)]
    pub(super) caps: Vec<CapTable>,
    #[serde(rename = "want", default)]
    pub(super) wants: Vec<WantTable>,
}

const fn one() -> u32 {
    1
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LevelTable {
    pub(super) level: Spanned<u8>,
    pub(super) meaning: Localised,
    #[serde(default)]
    pub(super) when: Vec<WayTable>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WayTable {
    #[serde(default)]
    pub(super) at_least: BTreeMap<Spanned<String>, u32>,
    #[serde(default)]
    pub(super) below: BTreeMap<Spanned<String>, u32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CapTable {
    pub(super) acts: ActSet<AgentAct>,
    #[serde(rename = "where")]
    pub(super) place: Spanned<String>,
    pub(super) to: u8,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WantTable {
    pub(super) at: Spanned<String>,
    pub(super) acts: Vec<Vec<AgentAct>>,
}
