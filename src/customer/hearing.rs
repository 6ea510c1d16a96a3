//! What a reply means to this customer: questions about facts, offers, phrases listened for.

use crate::{
    acts::{ActSet, AgentAct, AgentReading, CustomerAct},
    customer::state::{State, WorryState},
    scenario::{
        Facing, FactId, HeardId, Mood, Polarity, Role, Scenario, SolutionId, StageId, WorryId,
    },
    text::Mark,
};

/// Acts by which a sentence asks for something.
const ASKING: [AgentAct; 3] = [AgentAct::AskOpen, AgentAct::AskClosed, AgentAct::Verify];

/// A sentence of so many words after a question may carry it on: "Uw naam? En uw adres."
const TAIL_OF_A_QUESTION: usize = 4;

/// A question about a fact, as found in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) fact: FactId,
    pub(super) polarity: Polarity,
    /// How many words the pattern covers: the more, the surer.
    pub(super) words: usize,
}

/// A phrase that a condition listens for, as found in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) list: HeardId,
    pub(super) words: usize,
}

/// What one sentence of the reply means.
#[derive(Debug, Default)]
pub(super) struct SentenceMeaning {
    pub(super) acts: ActSet<AgentAct>,
    pub(super) asks: bool,
    /// Surest first.
    pub(super) asked: Vec<Asked>,
    pub(super) phrases: Vec<Phrase>,
}

/// What the reply means.
#[derive(Debug)]
pub(super) struct Hearing<'a> {
    pub(super) reading: &'a AgentReading,
    pub(super) sentences: Vec<SentenceMeaning>,
    /// In order of mention.
    pub(super) offered: Vec<SolutionId>,
    heard: Vec<bool>,
    /// Whether all its empathy is formula used before.
    pub(super) worn: bool,
}

impl<'a> Hearing<'a> {
    pub(super) fn new(scenario: &Scenario, state: &State, reading: &'a AgentReading) -> Self {
        let mut hearing = Self {
            reading,
            sentences: meanings(reading),
            offered: Vec::new(),
            heard: vec![false; scenario.heard],
            worn: is_worn(state, reading),
        };
        hearing.take_in(scenario, state);
        hearing
    }

    fn take_in(&mut self, scenario: &Scenario, state: &State) {
        for hit in scenario.patterns.find(&self.reading.utterance) {
            let words = hit.tokens.len();
            let sentence = &mut self.sentences[hit.sentence];
            match scenario.roles[hit.pattern as usize] {
                Role::Asks(fact, polarity) => {
                    if sentence.asks && state.is_here(&scenario.facts[fact].stages) {
                        sentence.asked.push(Asked { fact, polarity, words });
                    }
                }
                Role::Offers(solution) => {
                    let refuses = sentence.acts.contains(AgentAct::Decline)
                        || sentence.acts.contains(AgentAct::Dismiss);
                    let here = state.is_here(&scenario.solutions[solution].stages);
                    if here && !refuses && !self.offered.contains(&solution) {
                        self.offered.push(solution);
                    }
                }
                Role::Heard(list) => {
                    self.heard[list] = true;
                    sentence.phrases.push(Phrase { list, words });
                }
            }
        }
        for sentence in &mut self.sentences {
            // of two questions for one fact the surer counts; a tie goes to yes or no
            sentence.asked.sort_by_key(|it| (std::cmp::Reverse((it.words, it.polarity)), it.fact));
            let mut seen = Vec::new();
            sentence.asked.retain(|it| !seen.contains(&it.fact) && { seen.push(it.fact); true });
        }
    }

    /// Whether it asked, offered or said anything that somebody listens for, or did any act.
    pub(super) fn is_understood(&self) -> bool {
        !self.reading.acts.is_empty()
            || !self.offered.is_empty()
            || self.heard.contains(&true)
            || self.sentences.iter().any(|it| !it.asked.is_empty())
    }

    pub(super) fn acts(&self) -> ActSet<AgentAct> {
        self.reading.acts
    }
}

fn meanings(reading: &AgentReading) -> Vec<SentenceMeaning> {
    let asking: ActSet<AgentAct> = ASKING.into_iter().collect();
    let mut meanings: Vec<SentenceMeaning> = Vec::new();
    for (number, sentence) in reading.utterance.sentences().iter().enumerate() {
        let acts = reading.acts_in(number);
        let carries_on = meanings.last().is_some_and(|it| it.asks)
            && sentence.tokens.len() <= TAIL_OF_A_QUESTION
            && acts.is_empty();
        let asks = sentence.mark == Mark::Question || acts.meets(asking) || carries_on;
        meanings.push(SentenceMeaning { acts, asks, ..SentenceMeaning::default() });
    }
    meanings
}

/// Acts of empathy that wear out when the same words come again.
const FORMULAS: [AgentAct; 5] = [
    AgentAct::NameFeeling,
    AgentAct::Validate,
    AgentAct::Apologise,
    AgentAct::Reassure,
    AgentAct::Acknowledge,
];

/// The empathy phrases of a reply, folded.
pub(super) fn formulas(reading: &AgentReading) -> Vec<Box<str>> {
    let empathy = reading.evidence.iter().filter(|it| FORMULAS.contains(&it.act));
    empathy
        .map(|it| {
            let inside = |token: &&crate::text::Token| it.span.overlaps(token.span);
            let words = reading.utterance.tokens().iter().filter(inside);
            words.map(|token| reading.utterance.word(token)).collect::<Vec<_>>().join(" ").into()
        })
        .collect()
}

fn is_worn(state: &State, reading: &AgentReading) -> bool {
    let phrases = formulas(reading);
    !phrases.is_empty() && phrases.iter().all(|it| state.formulas.contains(it))
}

/// The situation in which conditions are tried: the reply and the state as it stands.
pub(super) struct Situation<'a> {
    pub(super) hearing: &'a Hearing<'a>,
    pub(super) state: &'a State,
}

impl Facing for Situation<'_> {
    fn acts(&self) -> ActSet<AgentAct> {
        self.hearing.acts()
    }

    fn done(&self) -> ActSet<AgentAct> {
        self.state.done
    }

    fn after(&self) -> ActSet<CustomerAct> {
        self.state.last
    }

    fn heard(&self, list: HeardId) -> bool {
        self.hearing.heard.get(list).copied().unwrap_or_default()
    }

    fn told(&self, fact: FactId) -> bool {
        self.state.told(fact)
    }

    fn open(&self, worry: WorryId) -> bool {
        matches!(self.state.worry(worry), WorryState::Open(_))
    }

    fn settled(&self, worry: WorryId) -> bool {
        self.state.worry(worry) == WorryState::Settled
    }

    fn accepted(&self, solution: SolutionId) -> bool {
        self.state.accepted(solution)
    }

    fn offered(&self, solution: SolutionId) -> bool {
        self.hearing.offered.contains(&solution)
    }

    fn mood(&self) -> Mood {
        self.state.mood
    }

    fn turn(&self) -> u32 {
        self.state.turn
    }

    fn strikes(&self) -> u8 {
        self.state.strikes
    }

    fn quiet(&self) -> u32 {
        self.state.quiet
    }

    fn worn(&self) -> bool {
        self.hearing.worn
    }

    fn stage(&self) -> StageId {
        self.state.stage
    }
}
