//! The JSON shape of a rehearsal; never localised, keys in a fixed order, whole numbers only.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    rehearsal::{Owned, Record, Rehearsal, own_lines},
    rubric::Rubric,
    scenario::Scenario,
};

/// A rehearsal.
#[derive(Debug, Serialize)]
pub struct RehearsalJson<'a> {
    scenario: &'a str,
    language: &'a str,
    runs: u32,
    seed: u64,
    trainees: Vec<RecordJson<'a>>,
    lines: usize,
    lines_never_spoken: Vec<LineJson<'a>>,
    facts_never_told: Vec<&'a str>,
    worries_never_raised: Vec<&'a str>,
    worries_never_settled: Vec<&'a str>,
    solutions_never_accepted: Vec<&'a str>,
    endings_never_reached: Vec<&'a str>,
    not_understood: &'a BTreeMap<String, u64>,
}

/// What one trainee came to. Means are in tenths.
#[derive(Debug, Serialize)]
struct RecordJson<'a> {
    trainee: &'a str,
    conversations: u64,
    endings: Map<&'a str, u64>,
    unfinished: u64,
    /// By criterion, how many came to each of the levels 0 to 4.
    levels: Map<&'a str, [u64; 5]>,
    mean_level_tenths: Map<&'a str, Option<u64>>,
    mean_total_tenths: u64,
    mean_replies_tenths: u64,
    tension_tenths: u64,
    trust_tenths: u64,
    patience_tenths: u64,
}

/// A line with what it belongs to.
#[derive(Debug, Serialize)]
struct LineJson<'a> {
    part: &'static str,
    id: &'a str,
    line: &'a str,
}

/// An object whose keys keep their order.
#[derive(Debug)]
struct Map<K, V>(Vec<(K, V)>);

impl<K: Serialize, V: Serialize> Serialize for Map<K, V> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<'a> RehearsalJson<'a> {
    /// This rehearsal of the scenario, scored by the rubric.
    pub fn of(rehearsal: &'a Rehearsal, scenario: &'a Scenario, rubric: &'a Rubric) -> Self {
        let reach = &rehearsal.reach;
        let records = rehearsal.records.iter();
        let worries = |which: Vec<usize>| {
            let ids = which.into_iter().map(|it| &*scenario.worries[it].id);
            ids.collect()
        };
        let facts = reach.facts_never_told(scenario).into_iter();
        let solutions = reach.solutions_never_accepted(scenario).into_iter();
        let endings = reach.endings_never_reached().into_iter();
        let lines = reach.lines_never_spoken(scenario).into_iter();
        Self {
            scenario: &scenario.card.name,
            language: &scenario.card.language,
            runs: rehearsal.runs,
            seed: rehearsal.seed,
            trainees: records
                .map(|it| RecordJson::of(it, scenario, rubric))
                .collect(),
            lines: own_lines(scenario).len(),
            lines_never_spoken: lines.map(|it| LineJson::of(it, scenario)).collect(),
            facts_never_told: facts.map(|it| &*scenario.facts[it].id).collect(),
            worries_never_raised: worries(reach.worries_never_raised()),
            worries_never_settled: worries(reach.worries_never_settled()),
            solutions_never_accepted: solutions.map(|it| &*scenario.solutions[it].id).collect(),
            endings_never_reached: endings.map(|it| &*scenario.endings[it].id).collect(),
            not_understood: &reach.not_understood,
        }
    }
}

impl<'a> RecordJson<'a> {
    fn of(record: &'a Record, scenario: &'a Scenario, rubric: &'a Rubric) -> Self {
        let tally = &record.tally;
        let means = tally.means();
        let criteria = || rubric.criteria.iter().map(|it| &*it.id);
        let endings = scenario.endings.iter().map(|it| &*it.id);
        Self {
            trainee: &record.name,
            conversations: tally.conversations,
            endings: Map(endings.zip(tally.endings.iter().copied()).collect()),
            unfinished: tally.unfinished(),
            levels: Map(criteria().zip(tally.levels.iter().copied()).collect()),
            mean_level_tenths: Map(criteria().zip(tally.mean_levels()).collect()),
            mean_total_tenths: means.total,
            mean_replies_tenths: means.replies,
            tension_tenths: means.tension,
            trust_tenths: means.trust,
            patience_tenths: means.patience,
        }
    }
}

impl<'a> LineJson<'a> {
    fn of(owned: Owned<'a>, scenario: &'a Scenario) -> Self {
        Self {
            part: owned.part.name(),
            id: owned.id,
            line: scenario.line(owned.line),
        }
    }
}
