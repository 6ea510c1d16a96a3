//! What was done at the desk: notes, identity, promises, goodwill, transfers.

use crate::{
    acts::AgentAct,
    customer::{Topic, noted},
    scenario::{FactId, Promise, Transfer},
    session::practice::{Exchange, Practice},
};

/// The desk work of one conversation. Turns count from 1.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeskRecord {
    /// Key facts that were told, and that a note should hold.
    pub notes: Vec<NoteOfFact>,
    /// The turn in which most key facts were read back, and how many.
    pub read_back: Option<(usize, usize)>,
    /// Whether the customer was identified before the end; `None` where nothing needs it.
    pub identified: Option<bool>,
    /// Turns that told from the file before the customer was known.
    pub leaks: Vec<usize>,
    /// Promises with a time.
    pub promises: Vec<PromiseMade>,
    /// Turns that gave more than the mandate allows, or too soon.
    pub goodwill_over: Vec<usize>,
    /// How the customer was passed on.
    pub transfers: Vec<(usize, Transfer)>,
}

/// A key fact that was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteOfFact {
    /// Which.
    pub fact: FactId,
    /// In the customer's words, where they told it themselves.
    pub told: Option<String>,
    /// Whether a note holds it.
    pub held: bool,
}

/// A promise with a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PromiseMade {
    /// When it was made.
    pub turn: usize,
    /// What it comes to.
    pub comes_to: Promise,
    /// The turn that took it back or made one that fits (a corrected promise earns trust: practice,
    /// row 003).
    pub repaired: Option<usize>,
}

impl DeskRecord {
    /// What was done in this conversation.
    pub fn of(practice: &Practice) -> Self {
        let turns = || (1..).zip(practice.exchanges());
        let works = || turns().map(|(turn, it)| (turn, it.turn.desk_work));
        let identity = &practice.scenario().desk.identity;
        let known = || identity.iter().all(|it| practice.state().told(*it));
        let read_back = works().map(|(turn, it)| (turn, it.read_back));
        Self {
            notes: notes(practice),
            read_back: read_back
                .filter(|it| it.1 > 0)
                .max_by_key(|(turn, facts)| (*facts, std::cmp::Reverse(*turn))),
            identified: (!identity.is_empty()).then(known),
            leaks: works().filter(|it| it.1.leaked).map(|it| it.0).collect(),
            promises: promises(practice.exchanges()),
            goodwill_over: works()
                .filter(|it| it.1.goodwill_over)
                .map(|it| it.0)
                .collect(),
            transfers: works()
                .filter_map(|(turn, it)| Some((turn, it.transfer?)))
                .collect(),
        }
    }

    /// Whether there is nothing to say of it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn notes(practice: &Practice) -> Vec<NoteOfFact> {
    let scenario = practice.scenario();
    let language = practice.reader().lexicon().language();
    let held: Vec<FactId> = practice
        .notes()
        .iter()
        .flat_map(|it| noted(scenario, language, it))
        .collect();
    let facts = scenario.facts.iter().enumerate();
    let wanted =
        facts.filter(|(number, it)| it.key && it.noted.is_some() && practice.state().told(*number));
    wanted
        .map(|(fact, _)| NoteOfFact {
            fact,
            told: told(practice, fact),
            held: held.contains(&fact),
        })
        .collect()
}

/// The words in which the customer first told a fact.
fn told(practice: &Practice, fact: FactId) -> Option<String> {
    let exchanges = practice.opening().into_iter().chain(practice.exchanges());
    let mut parts = exchanges.flat_map(|it| &it.turn.parts);
    let part = parts.find(|it| it.topic == Topic::Fact(fact))?;
    Some(practice.scenario().line(part.line).to_owned())
}

fn promises(exchanges: &[Exchange]) -> Vec<PromiseMade> {
    let made = |it: &Exchange| it.turn.desk_work.promised;
    let repairs = |it: &Exchange| {
        let reading = it.turn.reading.as_ref();
        made(it) == Some(Promise::Fits)
            || reading.is_some_and(|it| it.acts.contains(AgentAct::Correct))
    };
    let turns = (1..).zip(exchanges);
    turns
        .clone()
        .filter_map(|(turn, exchange)| {
            let comes_to = made(exchange)?;
            let mut later = turns.clone().filter(|(at, it)| *at > turn && repairs(it));
            Some(PromiseMade {
                turn,
                comes_to,
                repaired: later
                    .next()
                    .map(|it| it.0)
                    .filter(|_| comes_to != Promise::Fits),
            })
        })
        .collect()
}
