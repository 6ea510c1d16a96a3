//! Two labellings held against each other.

use std::collections::BTreeMap;

use crate::{
    acts::{ActSet, AgentAct},
    agreement::{
        bootstrap::{Interval, interval, samples},
        labels::Labelled,
        tally::{Counts, LevelTable, Tally, acts},
    },
};

/// Acts that are given fewer times are left out of the mean over acts: their F1 says little.
const FEWEST: u32 = 8;

/// A figure with the interval that it probably lies in.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Estimate {
    /// As measured.
    pub value: f64,
    /// 95% of the bootstrap samples.
    pub interval: Interval,
}

/// A reply that the two sides read differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The conversation.
    pub id: String,
    /// Which reply, counted from 1.
    pub reply: usize,
    /// Its words, where the gold file holds them.
    pub text: String,
    /// Acts that only the gold side gives.
    pub missed: ActSet<AgentAct>,
    /// Acts that only the other side gives.
    pub added: ActSet<AgentAct>,
}

/// How well two labellings agree.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// How many conversations both sides hold.
    pub conversations: usize,
    /// Conversations of the gold side that the other side lacks.
    pub missing: Vec<String>,
    /// Conversations in which the two sides do not have equally many turns.
    pub unlike: Vec<String>,
    /// Per act of the codebook.
    pub acts: Vec<(AgentAct, Counts)>,
    /// The mean F1 over acts that are given at least eight times.
    pub macro_f1: Estimate,
    /// F1 over all acts together.
    pub micro_f1: Estimate,
    /// The customer's `emotion`.
    pub emotion: (Counts, Estimate),
    /// The customer's `objection`.
    pub objection: (Counts, Estimate),
    /// Per criterion, in order of name: the table, and weighted kappa.
    pub criteria: Vec<(String, LevelTable, Estimate)>,
    /// The mean weighted kappa.
    pub mean_kappa: Estimate,
    /// Replies that are read differently, the most different first.
    pub disagreements: Vec<Disagreement>,
}

impl Agreement {
    /// Holds `other` against `gold`, conversation by conversation, by their ids.
    pub fn of(gold: &[Labelled], other: &[Labelled]) -> Self {
        let by_id: BTreeMap<&str, &Labelled> = other.iter().map(|it| (&*it.id, it)).collect();
        let pairs: Vec<(&Labelled, &Labelled)> = gold
            .iter()
            .filter_map(|it| by_id.get(&*it.id).map(|other| (it, *other)))
            .collect();
        let tallies: Vec<Tally> = pairs
            .iter()
            .map(|(gold, other)| Tally::of(gold, other))
            .collect();
        let all = tallies.iter().fold(Tally::default(), Tally::and);
        let samples = samples(&tallies);
        let estimate = |figure: &dyn Fn(&Tally) -> f64| Estimate {
            value: figure(&all),
            interval: interval(&samples, figure),
        };
        let criteria = all.levels.iter().map(|(criterion, table)| {
            let kappa = |it: &Tally| {
                let table = it.levels.get(criterion);
                table
                    .and_then(LevelTable::weighted_kappa)
                    .unwrap_or_default()
            };
            (criterion.clone(), *table, estimate(&kappa))
        });
        let id = |it: &Labelled| it.id.clone();
        let lacks = |it: &&Labelled| !by_id.contains_key(&*it.id);
        let differs = |it: &&(&Labelled, &Labelled)| {
            it.0.agent.len() != it.1.agent.len() || it.0.customer.len() != it.1.customer.len()
        };
        Self {
            conversations: pairs.len(),
            missing: gold.iter().filter(lacks).map(id).collect(),
            unlike: pairs.iter().filter(differs).map(|it| id(it.0)).collect(),
            acts: acts().zip(all.acts.iter().copied()).collect(),
            macro_f1: estimate(&|it| it.macro_f1(FEWEST)),
            micro_f1: estimate(&Tally::micro_f1),
            emotion: (all.emotion, estimate(&|it| it.emotion.f1())),
            objection: (all.objection, estimate(&|it| it.objection.f1())),
            criteria: criteria.collect(),
            mean_kappa: estimate(&Tally::mean_kappa),
            disagreements: disagreements(&pairs),
        }
    }
}

fn disagreements(pairs: &[(&Labelled, &Labelled)]) -> Vec<Disagreement> {
    let mut all = Vec::new();
    for (gold, other) in pairs {
        for (at, performed) in gold.agent.iter().enumerate() {
            let found = other.agent.get(at).copied().unwrap_or_default();
            let only = |one: ActSet<AgentAct>, than: ActSet<AgentAct>| {
                one.iter()
                    .filter(|it| !than.contains(*it) && it.is_codebook())
                    .collect()
            };
            let (missed, added): (ActSet<_>, ActSet<_>) =
                (only(*performed, found), only(found, *performed));
            if !(missed.is_empty() && added.is_empty()) {
                all.push(Disagreement {
                    id: gold.id.clone(),
                    reply: at + 1,
                    text: gold.replies.get(at).cloned().unwrap_or_default(),
                    missed,
                    added,
                });
            }
        }
    }
    // a stable sort keeps equals in order of the file
    all.sort_by_key(|it| std::cmp::Reverse(it.missed.len() + it.added.len()));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{agreement::read, ground::diagnostic::Source};

    const GOLD: &str = r#"{"id":"a","turns":[{"speaker":"agent","text":"Hallo."},{"speaker":"agent","text":"Ja?"},{"speaker":"customer","text":"Nee!"},{"speaker":"agent","text":"Dag."}],"agent":[["greet"],["farewell"]],"customer":["both"],"scores":{"greeting":3,"objections":"na"}}
{"id":"b","agent":[["own"]],"customer":[],"scores":{"greeting":1}}
"#;

    fn labelled(text: &str) -> Vec<Labelled> {
        let (labelled, found) = read(&Source::new("x.jsonl", text));
        assert_eq!(found, []);
        labelled
    }

    #[test]
    fn a_labelling_agrees_with_itself() {
        let gold = labelled(GOLD);
        let same = Agreement::of(&gold, &gold);
        assert_eq!((same.conversations, same.disagreements.len()), (2, 0));
        assert!((same.micro_f1.value - 1.0).abs() < 1e-12);
        assert!((same.mean_kappa.value - 1.0).abs() < 1e-12);
        assert_eq!(gold[0].replies, ["Hallo. Ja?", "Dag."]);
    }

    #[test]
    fn what_differs_is_named() {
        let other = GOLD
            .replace(r#"["greet"]"#, r#"["greet","rush"]"#)
            .replace(r#"["farewell"]"#, "[]");
        let other = labelled(other.lines().next().unwrap_or_default());
        let found = Agreement::of(&labelled(GOLD), &other);
        assert_eq!(found.missing, ["b"]);
        let told: Vec<String> = found
            .disagreements
            .iter()
            .map(|it| format!("{} {:?} {:?}", it.reply, it.missed, it.added))
            .collect();
        assert_eq!(told, [r#"1 {} {"rush"}"#, r#"2 {"farewell"} {}"#]);
    }

    #[test]
    fn faulty_lines_are_told() {
        let text = "{\"id\":\"a\"}\nnonsense\n";
        let (labelled, found) = read(&Source::new("x.jsonl", text));
        assert!(labelled.is_empty());
        assert_eq!(found.len(), 2);
    }
}
