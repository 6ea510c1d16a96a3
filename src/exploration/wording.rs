//! Words made from patterns, where an author gives none: the least that a pattern matches.

use std::cmp::Reverse;

use crate::{
    acts::{ActSet, AgentAct, Reader},
    customer::{State, Topic, open, step},
    exploration::{samples::SampleReplies, search::SEED, voices::About},
    scenario::{Clause, FactId, HeardId, Polarity, Role, Scenario, SolutionId},
};

/// So many patterns of a list are tried out, those of most words first.
const PATTERNS_TRIED: usize = 8;

/// So many replies are tried out to find those that do what they are for.
const REPLIES_TRIED: usize = 24;

/// Finds words for what a scenario listens for.
pub(super) struct Wording<'a> {
    scenario: &'a Scenario,
    reader: &'a Reader,
    /// The conversation after a first reply: what is tried is no opening.
    begun: State,
    /// By pattern: the least that it matches.
    least: Vec<String>,
    /// What agents say anywhere, with the acts that it performs.
    pub(super) general: Vec<(&'a str, ActSet<AgentAct>)>,
}

impl<'a> Wording<'a> {
    pub(super) fn new(
        scenario: &'a Scenario,
        reader: &'a Reader,
        samples: &'a SampleReplies,
    ) -> Self {
        let mut begun = State::new(scenario);
        open(scenario, reader, &mut begun, SEED);
        step(scenario, reader, &mut begun, "", SEED);
        step(scenario, reader, &mut begun, samples.first(), SEED);
        let general = samples.iter().map(|it| {
            let reading = reader.read_agent(it, &begun.history);
            (it, reading.taken_as())
        });
        Self {
            general: general.collect(),
            scenario,
            reader,
            begun,
            least: scenario.patterns.samples(),
        }
    }

    /// The least that asks for the fact so, if there is anything.
    pub(super) fn question(&self, fact: FactId, polarity: Polarity) -> Option<String> {
        let asked = self.least_of(Role::Asks(fact, polarity));
        let questions = asked.iter().map(|it| ended(it, '?'));
        self.best(questions.collect(), About::Fact(fact), 1).pop()
    }

    /// The least that shows that one knows the fact.
    pub(super) fn mention(&self, fact: FactId) -> Option<String> {
        let mentions = self.least_of(Role::Mentions(fact));
        mentions.first().map(|it| ended(it, '.'))
    }

    /// The least that offers the solution.
    pub(super) fn offer(&self, solution: SolutionId) -> Option<String> {
        let offers = self.offers(solution);
        self.best(offers, About::Solution(solution), 1).pop()
    }

    fn offers(&self, solution: SolutionId) -> Vec<String> {
        let offers = self.least_of(Role::Offers(solution));
        offers.iter().map(|it| ended(it, '.')).collect()
    }

    /// Replies that fit the clause: words that it listens for, with general replies before them for
    /// the acts that it asks for beside them. Of those the first `most`, and rather such as bring
    /// the customer to speak `about` it.
    pub(super) fn replies_for(&self, clause: &Clause, about: About, most: usize) -> Vec<String> {
        let words = self.words_for(clause);
        let useful = self.general.iter().filter(|(_, acts)| {
            let wanted = clause.acts.union(clause.all_acts);
            let parts = clause.farewell == Some(true) && acts.contains(AgentAct::Farewell);
            (wanted.meets(*acts) || parts) && !clause.no_acts.meets(*acts)
        });
        let useful: Vec<&str> = useful.map(|(text, _)| *text).collect();
        let one = useful
            .iter()
            .flat_map(|it| words.iter().map(move |text| format!("{it} {text}")));
        let two = useful.iter().flat_map(|first| {
            let rest = useful.iter().filter(move |it| *it != first);
            let last = words.first().map_or("", |it| it);
            rest.map(move |second| format!("{first} {second} {last}"))
        });
        let all = words.iter().cloned().chain(one).chain(two);
        let fit = all.filter(|it| {
            let reading = self.reader.read_agent(it, &self.begun.history);
            clause.takes(reading.taken_as())
        });
        self.best(fit.take(REPLIES_TRIED).collect(), about, most)
    }

    /// Words that it listens for, as a statement and as a question; nothing where it listens for
    /// none.
    fn words_for(&self, clause: &Clause) -> Vec<String> {
        if let Some(list) = clause.heard {
            let heard: HeardId = list;
            let least = self.least_of(Role::Heard(heard));
            let ends = |it: &&str| [ended(it, '.'), ended(it, '?')];
            return least.iter().flat_map(ends).collect();
        }
        let offered = clause.offered.iter();
        let offers: Vec<String> = offered.flat_map(|it| self.offers(*it)).collect();
        if offers.is_empty() {
            vec![String::new()]
        } else {
            offers
        }
    }

    /// Those that bring the customer to speak about it; where there are none, others from all over.
    fn best(&self, replies: Vec<String>, about: About, most: usize) -> Vec<String> {
        let speak = replies.iter().filter(|it| self.speaks(it, about));
        let mut best: Vec<String> = speak.take(most).cloned().collect();
        if best.is_empty() {
            let every = replies.len().div_ceil(most.max(1)).max(1);
            best.extend(replies.into_iter().step_by(every).take(most));
        }
        best
    }

    /// Whether the customer speaks about it in answer to `text` after a first reply.
    fn speaks(&self, text: &str, about: About) -> bool {
        let mut state = self.begun.clone();
        let turn = step(self.scenario, self.reader, &mut state, text, SEED);
        turn.parts.iter().any(|it| match it.topic {
            Topic::Fact(it) => about == About::Fact(it),
            Topic::Move(it) => about == About::Move(it),
            Topic::Solution(it, _) => about == About::Solution(it),
            Topic::Raised(it) | Topic::Settled(it) => about == About::Worry(it),
            Topic::Ending(it) => about == About::Ending(it),
            Topic::Stage(it) => about == About::Stage(it),
            Topic::Opening | Topic::Pressed(_) | Topic::Cue(_) | Topic::Push | Topic::Otherwise => {
                false
            }
        })
    }

    /// The least that patterns of this role match, those of most words first.
    fn least_of(&self, role: Role) -> Vec<&str> {
        let roles = self.scenario.roles.iter().zip(&self.least);
        let own = roles.filter(|(it, _)| **it == role);
        let mut least: Vec<&str> = own.map(|(_, text)| text.as_str()).collect();
        least.sort_by_key(|it| Reverse(it.split(' ').count()));
        least.truncate(PATTERNS_TRIED);
        least
    }
}

impl Clause {
    /// Whether it asks the reply to do anything.
    pub(super) const fn asks_for_acts(&self) -> bool {
        !self.acts.is_empty() || !self.all_acts.is_empty() || self.farewell.is_some()
    }

    /// Whether a reply with these acts fits it, words aside.
    pub(super) fn takes(&self, acts: ActSet<AgentAct>) -> bool {
        (self.acts.is_empty() || self.acts.meets(acts))
            && acts.covers(self.all_acts)
            && !self.no_acts.meets(acts)
            && self
                .farewell
                .is_none_or(|it| it == acts.contains(AgentAct::Farewell))
    }
}

/// `text` as a sentence that ends so, unless it ends in a mark already.
fn ended(text: &str, mark: char) -> String {
    if text.is_empty() || text.ends_with(['.', '?', '!']) {
        text.to_owned()
    } else {
        format!("{text}{mark}")
    }
}
