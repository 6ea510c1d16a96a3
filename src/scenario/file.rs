//! The shape of a scenario file, of the common moves and of the mood rules; `docs/scenarios.md`
//! describes it for authors.

mod lines_shape;
mod one_or_many;

pub(super) use lines_shape::LinesShape;
pub(super) use one_or_many::OneOrMany;

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::{
    acts::{ActSet, AgentAct, CustomerAct},
    ground::localised::Localised,
    scenario::{
        desk::{Promise, Transfer},
        model::{Channel, EndingKind, Part, Trainee, WorryKind},
        mood::{Band, Mood},
        wordings::SaidWordings,
    },
};

/// A scenario, or a file of common moves (which has only the tables of lists).
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ScenarioFile {
    pub(super) format: Option<u32>,
    pub(super) name: Option<Spanned<String>>,
    pub(super) language: Option<String>,
    pub(super) region: Option<String>,
    pub(super) channel: Option<Channel>,
    pub(super) trainee: Trainee,
    pub(super) level: Option<u8>,
    pub(super) rubric: Option<String>,
    pub(super) title: Option<Localised>,
    pub(super) summary: Option<Localised>,
    pub(super) goal: Option<Localised>,
    pub(super) desk: Option<DeskTable>,
    pub(super) customer: Option<CustomerTable>,
    #[serde(rename = "fact")]
    pub(super) facts: Vec<FactTable>,
    #[serde(rename = "worry")]
    pub(super) worries: Vec<WorryTable>,
    #[serde(rename = "solution")]
    pub(super) solutions: Vec<SolutionTable>,
    #[serde(rename = "ending")]
    pub(super) endings: Vec<EndingTable>,
    #[serde(rename = "move")]
    pub(super) moves: Vec<MoveTable>,
    #[serde(rename = "stage")]
    pub(super) stages: Vec<StageTable>,
    pub(super) pace: Option<PaceTable>,
    pub(super) waiting: Option<WaitingTable>,
    #[serde(rename = "chat")]
    pub(super) chats: Vec<ChatTable>,
    pub(super) anyone: SaidWordings,
    #[serde(rename = "count")]
    pub(super) counts: Vec<CountTable>,
    #[serde(rename = "reflection")]
    pub(super) reflections: Vec<Localised>,
    pub(super) better: BTreeMap<String, String>,
}

/// `scenarios/mood.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct MoodFile {
    #[serde(rename = "shift")]
    pub(super) shifts: Vec<ShiftTable>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DeskTable {
    pub(super) company: String,
    pub(super) clock: String,
    pub(super) hours: String,
    #[serde(default)]
    pub(super) file: Vec<String>,
    #[serde(default)]
    pub(super) notes: Vec<String>,
    #[serde(default)]
    pub(super) policy: Vec<String>,
    #[serde(default)]
    pub(super) mandate: Vec<String>,
    #[serde(default)]
    pub(super) open: Vec<String>,
    #[serde(default)]
    pub(super) closed: Vec<String>,
    #[serde(default)]
    pub(super) identity: Vec<Spanned<String>>,
    #[serde(default, rename = "secret")]
    pub(super) secrets: Vec<SecretTable>,
    pub(super) step: Option<StepTable>,
    pub(super) goodwill: Option<MandateTable>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SecretTable {
    pub(super) about: String,
    pub(super) heard: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) known: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StepTable {
    pub(super) about: String,
    pub(super) earliest: Spanned<String>,
    pub(super) latest: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MandateTable {
    pub(super) most: u32,
    #[serde(default)]
    pub(super) after: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CustomerTable {
    pub(super) name: String,
    pub(super) role: Option<String>,
    pub(super) about: String,
    pub(super) tension: u8,
    pub(super) trust: u8,
    pub(super) patience: u8,
    #[serde(default)]
    pub(super) opens: bool,
    #[serde(default)]
    pub(super) opening: LinesShape,
    #[serde(default)]
    pub(super) story: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) pushes: LinesShape,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FactTable {
    pub(super) id: Spanned<String>,
    /// Only in scenarios of this channel.
    pub(super) channel: Option<Channel>,
    /// Only in scenarios of this region.
    pub(super) region: Option<String>,
    #[serde(default)]
    pub(super) about: String,
    #[serde(default)]
    pub(super) key: bool,
    #[serde(default)]
    pub(super) noted: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) asked: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) yes: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) no: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) mentioned: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) examples: Vec<Spanned<String>>,
    pub(super) says: LinesShape,
    #[serde(default)]
    pub(super) yes_says: LinesShape,
    #[serde(default)]
    pub(super) no_says: LinesShape,
    #[serde(default)]
    pub(super) again: LinesShape,
    pub(super) unasked: Option<Band>,
    #[serde(default, rename = "final")]
    pub(super) is_final: bool,
    pub(super) instead_of: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) since: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) reversed: bool,
    #[serde(default)]
    pub(super) stages: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorryTable {
    pub(super) id: Spanned<String>,
    #[serde(default)]
    pub(super) about: String,
    pub(super) raise: OneOrMany<ConditionTable>,
    pub(super) settle: OneOrMany<ConditionTable>,
    pub(super) kind: WorryKind,
    #[serde(default)]
    pub(super) urgent: bool,
    pub(super) says: LinesShape,
    #[serde(default)]
    pub(super) presses: LinesShape,
    #[serde(default)]
    pub(super) settled: LinesShape,
    pub(super) better: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) stages: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SolutionTable {
    pub(super) id: Spanned<String>,
    #[serde(default)]
    pub(super) about: String,
    #[serde(default)]
    pub(super) offered: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) examples: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) needs: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) after: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) refused: bool,
    #[serde(default)]
    pub(super) at_once: bool,
    #[serde(default)]
    pub(super) accepts: LinesShape,
    #[serde(default)]
    pub(super) refuses: LinesShape,
    #[serde(default)]
    pub(super) chooses: LinesShape,
    #[serde(default)]
    pub(super) early: LinesShape,
    #[serde(default)]
    pub(super) again: LinesShape,
    #[serde(default)]
    pub(super) replaces: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) instead: LinesShape,
    #[serde(default)]
    pub(super) mood: ChangeTable,
    pub(super) better: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) stages: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EndingTable {
    pub(super) id: Spanned<String>,
    pub(super) kind: EndingKind,
    pub(super) when: OneOrMany<ConditionTable>,
    pub(super) says: LinesShape,
    pub(super) why: Localised,
    #[serde(default, rename = "final")]
    pub(super) is_final: bool,
}

#[allow(
    clippy::struct_excessive_bools,
    reason = "independent marks of one move, as its author writes them"
)]
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MoveTable {
    pub(super) id: Spanned<String>,
    /// Only in scenarios of this channel.
    pub(super) channel: Option<Channel>,
    /// Only in scenarios of this region.
    pub(super) region: Option<String>,
    pub(super) part: Part,
    #[serde(default)]
    pub(super) when: Option<OneOrMany<ConditionTable>>,
    #[serde(default)]
    pub(super) examples: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) says: LinesShape,
    #[serde(default)]
    pub(super) mood: ChangeTable,
    #[serde(default)]
    pub(super) tells: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) last: bool,
    pub(super) to: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) counts: CountsShape,
    #[serde(default)]
    pub(super) story: bool,
    #[serde(default)]
    pub(super) repeats: bool,
    #[serde(default)]
    pub(super) rejects: bool,
    #[serde(default)]
    pub(super) once: bool,
    #[serde(default, rename = "final")]
    pub(super) is_final: bool,
    pub(super) instead_of: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) since: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) stages: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StageTable {
    pub(super) id: Spanned<String>,
    pub(super) role: Option<String>,
    #[serde(default)]
    pub(super) enters: LinesShape,
    #[serde(default)]
    pub(super) otherwise: LinesShape,
    pub(super) common: Option<bool>,
    #[serde(default)]
    pub(super) says_one_thing: bool,
    pub(super) mood: Option<Mood>,
    #[serde(default)]
    pub(super) counts: CountsShape,
    #[serde(default)]
    pub(super) exits: Vec<ExitTable>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExitTable {
    pub(super) to: Spanned<String>,
    pub(super) when: OneOrMany<ConditionTable>,
    #[serde(default)]
    pub(super) says: LinesShape,
    #[serde(default)]
    pub(super) counts: CountsShape,
}

/// Counts by name, each with a whole number.
pub(super) type CountsShape = BTreeMap<String, Spanned<u32>>;

/// How time passes at a chat desk, in seconds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PaceTable {
    pub(super) letters_a_second: u32,
    pub(super) thinks: u32,
    pub(super) switches: u32,
    pub(super) pauses: u32,
    pub(super) norm: u32,
    pub(super) nudges: u32,
    pub(super) leaves: u32,
    pub(super) patience: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct WaitingTable {
    pub(super) nudge: LinesShape,
    pub(super) leaves: LinesShape,
    pub(super) mixed_up: LinesShape,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChatTable {
    pub(super) scenario: String,
    pub(super) enters: u32,
    #[serde(default)]
    pub(super) own: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CountTable {
    pub(super) id: Spanned<String>,
    pub(super) label: Localised,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShiftTable {
    pub(super) id: Spanned<String>,
    pub(super) when: OneOrMany<ConditionTable>,
    #[serde(default)]
    pub(super) tension: i32,
    #[serde(default)]
    pub(super) trust: i32,
    #[serde(default)]
    pub(super) patience: i32,
    #[serde(default)]
    pub(super) strike: bool,
    #[serde(default)]
    pub(super) once: bool,
    pub(super) cause: Localised,
}

/// What is added to the mood.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ChangeTable {
    pub(super) tension: i32,
    pub(super) trust: i32,
    pub(super) patience: i32,
}

/// A condition: all keys given must hold.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ConditionTable {
    pub(super) acts: ActSet<AgentAct>,
    pub(super) all_acts: ActSet<AgentAct>,
    pub(super) no_acts: ActSet<AgentAct>,
    pub(super) heard: Vec<Spanned<String>>,
    pub(super) not_heard: Vec<Spanned<String>>,
    pub(super) last: Vec<Spanned<String>>,
    pub(super) promised: Vec<Promise>,
    pub(super) goodwill_over: Option<bool>,
    pub(super) transfer: Option<Transfer>,
    pub(super) leaked: Option<bool>,
    pub(super) after: ActSet<CustomerAct>,
    pub(super) done: ActSet<AgentAct>,
    pub(super) not_done: ActSet<AgentAct>,
    pub(super) told: Vec<Spanned<String>>,
    pub(super) untold: Vec<Spanned<String>>,
    pub(super) open: Vec<Spanned<String>>,
    pub(super) settled: Vec<Spanned<String>>,
    pub(super) unsettled: Vec<Spanned<String>>,
    pub(super) accepted: Vec<Spanned<String>>,
    pub(super) not_accepted: Vec<Spanned<String>>,
    pub(super) offered: Vec<Spanned<String>>,
    pub(super) mood: Option<OneOrMany<Band>>,
    pub(super) tension_from: Option<u8>,
    pub(super) tension_below: Option<u8>,
    pub(super) trust_from: Option<u8>,
    pub(super) trust_below: Option<u8>,
    pub(super) patience_from: Option<u8>,
    pub(super) patience_below: Option<u8>,
    pub(super) turn_from: Option<u32>,
    pub(super) turn_below: Option<u32>,
    pub(super) strikes_from: Option<u8>,
    pub(super) quiet_from: Option<u32>,
    pub(super) asks: Option<bool>,
    pub(super) farewell: Option<bool>,
    pub(super) worn: Option<bool>,
    pub(super) counted: CountsShape,
    pub(super) stage: Option<Spanned<String>>,
}
