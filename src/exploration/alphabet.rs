//! The replies that are tried: those of the sample file, and those that the scenario itself gives.
//!
//! Where an author gives no example, the least that a pattern matches stands in: nobody would ask so
//! barely, but the customer hears what is meant.

use std::{collections::BTreeSet, ops::Range};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    acts::{ActSet, AgentAct, Reader},
    exploration::{
        pertinent::Pertinent, samples::SampleReplies, standing::Matters, voices::About,
        wording::Wording,
    },
    scenario::{Condition, Part, Polarity, Scenario, Shows, Stage, StageId},
};

/// A reply, by number.
pub(super) type ReplyId = u32;

/// Of replies that perform the same acts, so many are enough.
const SUFFICE: usize = 3;

/// So many replies are kept for one thing that the customer may speak of.
const SERVING: usize = 6;

/// The replies that are tried.
#[derive(Debug)]
pub(super) struct Alphabet {
    replies: Vec<Box<str>>,
    /// The stages in which each of those that steer may do so; all where there are none.
    steering: Vec<BTreeSet<StageId>>,
    /// What a reply may bring the customer to speak of.
    serves: Vec<(About, ReplyId)>,
    /// Replies that leave the word to the customer.
    yielding: Vec<ReplyId>,
    /// Goodbyes.
    parting: Vec<ReplyId>,
    /// What may be said anywhere.
    general: Vec<ReplyId>,
}

fn number(place: usize) -> ReplyId {
    ReplyId::try_from(place).unwrap_or(ReplyId::MAX)
}

impl Alphabet {
    pub(super) fn gather(
        scenario: &Scenario,
        reader: &Reader,
        samples: &SampleReplies,
        matters: &Matters,
    ) -> Self {
        let mut gatherer = Gatherer::new(scenario, reader, samples);
        gatherer.replies_given(samples);
        gatherer.examples(matters);
        gatherer.questions(matters);
        gatherer.offers();
        gatherer.what_is_listened_for(matters);
        gatherer.finish()
    }

    /// Those that may change where the conversation goes: tried in every state of their stages ([`Self::steering_in`]).
    pub(super) fn steering(&self) -> Range<ReplyId> {
        0..number(self.steering.len())
    }

    /// Those of them that may do so in this stage.
    pub(super) fn steering_in(&self, stage: StageId) -> Vec<ReplyId> {
        let here = |it: &ReplyId| {
            let stages = &self.steering[*it as usize];
            stages.is_empty() || stages.contains(&stage)
        };
        self.steering().filter(here).collect()
    }

    /// Those that bear on an ending: on what it asks for, silences and goodbyes; where it asks for a manner
    /// of speaking all that may be said anywhere.
    pub(super) fn pertinent(&self, pertinent: &Pertinent) -> BTreeSet<ReplyId> {
        let own = self.serves.iter().filter(|it| pertinent.holds(it.0));
        let own = own.map(|it| it.1).filter(|it| self.steering().contains(it));
        let always = self.parting.iter().chain(&self.yielding).copied();
        let mut all: BTreeSet<ReplyId> = own.chain(always).collect();
        if pertinent.manner {
            all.extend(&self.general);
        }
        all
    }

    /// The others: tried here and there, to hear what the customer says to them.
    pub(super) fn probing(&self) -> Range<ReplyId> {
        number(self.steering.len())..number(self.replies.len())
    }

    /// Replies that may bring the customer to speak of something, the first few.
    pub(super) fn serving(&self, about: About) -> Vec<ReplyId> {
        let own = self.serves.iter().filter(|(it, _)| *it == about);
        own.map(|(_, reply)| *reply).take(SERVING).collect()
    }

    /// Replies that leave the word to the customer.
    pub(super) fn yielding(&self) -> &[ReplyId] {
        &self.yielding
    }

    /// Goodbyes.
    pub(super) fn parting(&self) -> &[ReplyId] {
        &self.parting
    }

    /// The words of a reply.
    pub(super) fn text(&self, reply: ReplyId) -> &str {
        self.replies.get(reply as usize).map_or("", |it| it)
    }
}

struct Gatherer<'a> {
    scenario: &'a Scenario,
    wording: Wording<'a>,
    steering: Vec<Box<str>>,
    probing: Vec<Box<str>>,
    known: FxHashSet<Box<str>>,
    anywhere: FxHashSet<Box<str>>,
    serves: Vec<(About, Box<str>)>,
}

impl<'a> Gatherer<'a> {
    fn new(scenario: &'a Scenario, reader: &'a Reader, samples: &'a SampleReplies) -> Self {
        Self {
            scenario,
            wording: Wording::new(scenario, reader, samples),
            steering: Vec::new(),
            probing: Vec::new(),
            known: FxHashSet::default(),
            anywhere: FxHashSet::default(),
            serves: Vec::new(),
        }
    }

    fn finish(self) -> Alphabet {
        let steering = self.steering.iter().map(|it| self.stages_of(it)).collect();
        let mut replies = self.steering;
        // what was found to steer later need not be tried twice
        let known: FxHashSet<Box<str>> = replies.iter().cloned().collect();
        let others = self.probing.into_iter();
        replies.extend(others.filter(|it| !known.contains(it)));
        let numbers = replies.iter().zip(0..);
        let numbers: FxHashMap<&str, ReplyId> = numbers.map(|(it, at)| (&**it, at)).collect();
        let number = |text: &str| numbers.get(text.trim()).copied();
        let kept = self.serves.iter();
        let serves = kept.filter_map(|(about, it)| Some((*about, number(it)?)));
        let performing = |wanted: fn(ActSet<AgentAct>) -> bool| {
            let own = self
                .wording
                .general
                .iter()
                .filter(|(_, acts)| wanted(*acts));
            own.filter_map(|(text, _)| number(text)).collect()
        };
        let leaves = |acts: ActSet<AgentAct>| {
            let only = [AgentAct::AnythingElse, AgentAct::Acknowledge];
            only.into_iter().collect::<ActSet<_>>().covers(acts)
        };
        Alphabet {
            serves: serves.collect(),
            yielding: performing(leaves),
            parting: performing(|acts| acts.contains(AgentAct::Farewell)),
            general: performing(|_| true),
            steering,
            replies,
        }
    }

    /// The stages in which a reply may bring about what it is kept for; none where that is any.
    fn stages_of(&self, text: &str) -> BTreeSet<StageId> {
        let mut stages = BTreeSet::new();
        if self.anywhere.contains(text) {
            return stages;
        }
        for (about, _) in self.serves.iter().filter(|(_, it)| &**it == text) {
            let own = self.stages_with(*about);
            if own.is_empty() {
                return own;
            }
            stages.extend(own);
        }
        stages
    }

    /// The stages in which the customer may speak about something; none where that is any.
    fn stages_with(&self, about: About) -> BTreeSet<StageId> {
        let scenario = self.scenario;
        let numbered = scenario.stages.iter().enumerate();
        let given: &[StageId] = match about {
            About::Fact(it) => &scenario.facts[it].stages,
            About::Worry(it) => &scenario.worries[it].stages,
            About::Solution(it) => &scenario.solutions[it].stages,
            About::Move(it) if scenario.moves[it].common => {
                let common = numbered.filter(|(_, it)| it.common);
                return common.map(|it| it.0).collect();
            }
            About::Move(it) => &scenario.moves[it].stages,
            About::Stage(to) => {
                let leads = |it: &Stage| it.exits.iter().any(|it| it.to == to);
                return numbered.filter(|it| leads(it.1)).map(|it| it.0).collect();
            }
            About::Opening | About::Push | About::Ending(_) => &[],
        };
        given.iter().copied().collect()
    }

    /// Keeps a reply, for what it may bring the customer to speak of.
    fn add_for(&mut self, about: About, text: &str, steers: bool) {
        self.serves.push((about, text.trim().into()));
        self.add(text, steers);
    }

    /// Keeps a reply that may do something in any stage.
    fn add_anywhere(&mut self, text: &str) {
        self.anywhere.insert(text.trim().into());
        self.add(text, true);
    }

    fn add(&mut self, text: &str, steers: bool) {
        let text: Box<str> = text.trim().into();
        if steers && !self.steering.contains(&text) {
            self.steering.push(text);
        } else if !steers && self.known.insert(text.clone()) {
            self.probing.push(text);
        }
    }

    /// Sample replies, and the model replies of the scenario.
    fn replies_given(&mut self, samples: &SampleReplies) {
        let scenario = self.scenario;
        samples.iter().for_each(|it| self.add_anywhere(it));
        let criteria = scenario.better.values().map(String::as_str);
        let worries = scenario
            .worries
            .iter()
            .filter_map(|it| it.better.as_deref());
        let solutions = scenario.solutions.iter();
        let solutions = solutions.filter_map(|it| it.better.as_deref());
        for reply in criteria.chain(worries).chain(solutions) {
            self.add_anywhere(reply);
        }
    }

    /// The examples of the scenario: for each fact, move and solution that decides something one, of a
    /// solution two, since a model reply may offer more than it.
    fn examples(&mut self, matters: &Matters) {
        let mut seen: Vec<Shows> = Vec::new();
        for example in &self.scenario.examples {
            let (about, decides) = match example.shows {
                Shows::Asks(fact) => (About::Fact(fact), matters.depends_on(fact)),
                Shows::Calls(made) => {
                    let decides = matters.depends_on_move(&self.scenario.moves[made]);
                    (About::Move(made), decides)
                }
                Shows::Settles(worry) => (About::Worry(worry), true),
                Shows::Offers(solution) => (About::Solution(solution), true),
            };
            let offers = matches!(example.shows, Shows::Offers(_));
            let enough = if offers { 2 } else { 1 };
            let before = seen.iter().filter(|it| **it == example.shows).count();
            let steers = decides && before < enough;
            self.add_for(about, &example.text, steers);
            seen.push(example.shows);
        }
    }

    /// A question for each fact that has no example, and those that are answered with yes and no.
    fn questions(&mut self, matters: &Matters) {
        for (fact, it) in self.scenario.facts.iter().enumerate() {
            let decides = matters.depends_on(fact);
            if it.common && !decides {
                continue;
            }
            let exemplified = |shows| self.scenario.examples.iter().any(|it| it.shows == shows);
            let has_example = exemplified(Shows::Asks(fact));
            for polarity in [Polarity::Asked, Polarity::Yes, Polarity::No] {
                // an example may be a closed question, which is answered in other words
                let steers = decides && !has_example && polarity == Polarity::Asked;
                if let Some(question) = self.wording.question(fact, polarity) {
                    self.add_for(About::Fact(fact), &question, steers);
                }
            }
            if !has_example
                && decides
                && let Some(mention) = self.wording.mention(fact)
            {
                self.add_anywhere(&mention);
            }
        }
    }

    /// A bare offer of each solution; it decides something where there is no better one.
    fn offers(&mut self) {
        for (number, solution) in self.scenario.solutions.iter().enumerate() {
            let exemplified = |shows| self.scenario.examples.iter().any(|it| it.shows == shows);
            let steers = solution.better.is_none() && !exemplified(Shows::Offers(number));
            // a model reply may hold what must be known first
            if let Some(offer) = self.wording.offer(number) {
                self.add_for(About::Solution(number), &offer, steers);
            }
        }
    }

    /// Replies by which the conditions of endings, exits, worries and moves hold, as far as that
    /// lies with the reply.
    fn what_is_listened_for(&mut self, matters: &Matters) {
        let scenario = self.scenario;
        for (number, it) in scenario.endings.iter().enumerate() {
            self.condition(About::Ending(number), &it.when, true);
        }
        for exit in scenario.stages.iter().flat_map(|it| &it.exits) {
            self.condition(About::Stage(exit.to), &exit.when, true);
        }
        for (number, it) in scenario.worries.iter().enumerate() {
            self.condition(About::Worry(number), &it.raise, true);
            if it.better.is_none() {
                self.condition(About::Worry(number), &it.settle, true);
            }
        }
        for (number, made) in scenario.moves.iter().enumerate() {
            let decides = matters.depends_on_move(made);
            if made.part != Part::Cue && (decides || !made.common) {
                self.condition(About::Move(number), &made.when, decides);
            }
        }
    }

    fn condition(&mut self, about: About, condition: &Condition, steers: bool) {
        for clause in condition.clauses() {
            let general = self
                .wording
                .general
                .iter()
                .filter(|(_, acts)| clause.takes(*acts));
            let suffice: Vec<&str> = general.map(|(text, _)| *text).take(SUFFICE).collect();
            let listens = clause.heard.is_some() || !clause.offered.is_empty();
            if !listens && !suffice.is_empty() {
                if clause.asks_for_acts() {
                    for text in suffice {
                        self.add_for(about, text, true);
                    }
                }
            } else {
                let most = if steers { 1 } else { SUFFICE };
                for text in self.wording.replies_for(clause, about, most) {
                    self.add_for(about, &text, steers);
                }
            }
        }
    }
}
