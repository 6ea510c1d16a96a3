//! The shape of a lexicon file; `docs/lexicon.md` describes it for authors.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::acts::{act::Feeling, question::QuestionTable, times::TimesTable};

/// One file below `lexicon/<language>/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LexiconFile {
    #[serde(default)]
    pub(super) words: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) spelling: BTreeMap<String, String>,
    pub(super) orthography: Option<OrthographyTable>,
    #[serde(default)]
    pub(super) questions: QuestionTable,
    pub(super) times: Option<TimesTable>,
    #[serde(default, rename = "hand-over")]
    pub(super) hand_over: HandOverTable,
    #[serde(default, rename = "veil")]
    pub(super) veils: Vec<VeilTable>,
    #[serde(default, rename = "entry")]
    pub(super) entries: Vec<EntryTable>,
}

/// How a customer is passed on with care.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct HandOverTable {
    /// The colleague is told, so that nobody need repeat the story.
    pub(super) warm: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OrthographyTable {
    pub(super) negations: Vec<String>,
    pub(super) abbreviations: Vec<String>,
    /// Words that begin with an apostrophe.
    #[serde(default)]
    pub(super) clipped: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VeilTable {
    pub(super) id: Spanned<String>,
    #[serde(default, rename = "why")]
    pub(super) _why: String,
    pub(super) patterns: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) examples: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) counter: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntryTable {
    pub(super) id: Spanned<String>,
    pub(super) speaker: SpeakerName,
    pub(super) act: Spanned<String>,
    pub(super) why: String,
    pub(super) patterns: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) unless: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) after: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) not_after: Vec<Spanned<String>>,
    pub(super) place: Option<Place>,
    pub(super) question: Option<bool>,
    #[serde(default)]
    pub(super) yields_to: Vec<Spanned<String>>,
    pub(super) feeling: Option<Feeling>,
    pub(super) strength: Option<u8>,
    #[serde(default)]
    pub(super) examples: Vec<Spanned<ExampleShape>>,
    #[serde(default)]
    pub(super) counter: Vec<Spanned<ExampleShape>>,
}

/// Who says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum SpeakerName {
    Agent,
    Customer,
}

/// Where in the conversation an utterance stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Place {
    /// The speaker's first utterance.
    First,
    /// Any other.
    Later,
}

/// An example: a bare text, or a text with what came before it.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(super) enum ExampleShape {
    Bare(String),
    InContext(ContextExample),
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContextExample {
    pub(super) text: String,
    #[serde(default)]
    pub(super) previous: String,
    pub(super) place: Option<Place>,
}
