//! What a reply means to this customer, sentence by sentence.

use std::ops::Range;

use crate::{
    acts::{ActSet, AgentAct, AgentReading, Language},
    customer::{
        desk_work::desk_work,
        formula::is_worn,
        read_back::misread,
        sentence::{Asked, Offer, Phrase, SentenceMeaning},
        sentences::meanings,
        state::State,
        weigh::Weighing,
    },
    scenario::{DeskWork, FactId, Findings, Polarity, Role, Scenario, SolutionId},
    text::Hit,
};

/// What the reply means.
#[derive(Debug)]
pub(super) struct Hearing<'a> {
    pub(super) reading: &'a AgentReading,
    /// What the reply is taken for.
    acts: ActSet<AgentAct>,
    pub(super) sentences: Vec<SentenceMeaning>,
    /// Facts that the agent shows to know.
    pub(super) mentioned: Vec<FactId>,
    /// In order of mention.
    pub(super) offered: Vec<SolutionId>,
    pub(super) heard: Vec<bool>,
    /// What it comes to at the desk.
    pub(super) desk_work: DeskWork,
    /// Whether all its empathy is formula used before.
    pub(super) worn: bool,
    /// Whether it says that what the customer told last is not what was asked.
    pub(super) rejects: bool,
}

impl<'a> Hearing<'a> {
    pub(super) fn new(
        scenario: &Scenario,
        language: &Language,
        state: &State,
        reading: &'a AgentReading,
    ) -> Self {
        let findings = scenario.findings(&reading.utterance, state.stage);
        let mut hearing = Self::of(scenario, state, reading, &findings);
        if let Some(clauses) = findings.by_clause(scenario, state.stage) {
            let by_clause = Self::of(scenario, state, reading, clauses);
            hearing.take_clauses(by_clause, scenario, state);
        }
        hearing.take_weighed_offers(scenario, state);
        if !hearing.can_be_goodbye(state) {
            hearing.acts = hearing.acts.without(AgentAct::Farewell);
        }
        let at_once = hearing.at_once(scenario);
        hearing.desk_work = desk_work(scenario, language, state, reading, &hearing.heard, &at_once);
        hearing
    }

    /// What patterns and wordings make of the reply, sentence by sentence as `findings` part them.
    fn of(
        scenario: &Scenario,
        state: &State,
        reading: &'a AgentReading,
        findings: &Findings,
    ) -> Self {
        let mut hearing = Self {
            reading,
            acts: reading.taken_as(),
            sentences: meanings(reading, findings),
            mentioned: Vec::new(),
            offered: Vec::new(),
            heard: vec![false; scenario.heard],
            desk_work: DeskWork::default(),
            worn: is_worn(state, reading),
            rejects: false,
        };
        let company = mentions(&scenario.company, reading);
        for hit in &findings.hits {
            let inside =
                |it: &Range<usize>| it.start <= hit.tokens.start && hit.tokens.end <= it.end;
            // "Belveld Mobiel, goedemorgen" asks for no mobile number, nor "mevrouw Holtkamp, …" for a name
            if !company.iter().chain(&findings.addresses).any(inside) {
                hearing.take_in(scenario, state, hit);
            }
        }
        hearing.reject(scenario, state);
        let utterance = &findings.told_apart;
        for (sentence, alike) in hearing.sentences.iter_mut().zip(&findings.alike) {
            sentence.settle_what_is_meant(scenario, utterance);
            sentence.compare(scenario, state, utterance, alike);
            sentence.misread = misread(scenario, state, sentence, utterance);
        }
        hearing.take_back_offers(scenario);
        hearing.gather_offers();
        hearing
    }

    /// Takes back what statements offer that the next sentence advises against, but for what is refused in any case.
    fn take_back_offers(&mut self, scenario: &Scenario) {
        for number in 0..self.sentences.len() {
            if self.is_taken_back(number) {
                let offers = &mut self.sentences[number].offers;
                offers.retain(|it| scenario.solutions[it.solution].refused);
            }
        }
    }

    /// Whether the sentence after a statement advises against what that offers: "I thought of the day pass. But no, that
    /// would not suit you".
    fn is_taken_back(&self, number: usize) -> bool {
        let next = self.sentences.get(number + 1);
        let dissuades = next.is_some_and(|it| it.dissuades && it.offers.is_empty());
        dissuades && !self.sentences[number].marked
    }

    /// Takes no sentence for a question about what the customer told last, if the agent says that they asked
    /// for something else, unless it plainly asks for that: "that is your customer number; I mean the number in
    /// the corner".
    fn reject(&mut self, scenario: &Scenario, state: &State) {
        self.rejects = self.means_something_else(scenario, state);
        if !self.rejects {
            return;
        }
        for sentence in &mut self.sentences {
            // "I asked on which day" asks it again
            sentence.asks |= sentence.form.is_some();
            let plainly = sentence.asks;
            sentence
                .asked
                .retain(|it| plainly && it.is_plain() || !state.told_last.contains(&it.fact));
        }
    }

    fn means_something_else(&self, scenario: &Scenario, state: &State) -> bool {
        let weighing = Weighing {
            scenario,
            hearing: self,
            state,
        };
        let phrases = self.sentences.iter().flat_map(|it| &it.phrases);
        let mut called_for = phrases.flat_map(|it| weighing.moves_for(it.list));
        called_for.any(|it| scenario.moves[it].rejects)
    }

    /// Whether the customer told it last and the agent says that they asked for something else.
    pub(super) fn rejects_fact(&self, fact: FactId, state: &State) -> bool {
        self.rejects && state.told_last.contains(&fact)
    }

    /// Takes a sentence for an offer, too, if that is what most speaks for.
    fn take_weighed_offers(&mut self, scenario: &Scenario, state: &State) {
        let weighing = Weighing {
            scenario,
            hearing: self,
            state,
        };
        let mut offered: Vec<(usize, SolutionId)> = Vec::new();
        for (number, sentence) in self.sentences.iter().enumerate() {
            let may_offer = sentence.reminds_of_an_offer()
                && !sentence.but_inquires()
                && !self.is_taken_back(number);
            if sentence.offers.is_empty() && may_offer {
                let likely = weighing.offered(sentence);
                let likely = likely.filter(|it| sentence.can_offer(*it, scenario, state));
                offered.extend(likely.map(|it| (number, it)));
            }
        }
        let unlikely = weighing.unlikely_offers();
        for (number, solution) in unlikely {
            let sentence = &mut self.sentences[number];
            sentence.offers.retain(|it| it.solution != solution);
        }
        for (number, solution) in offered {
            let sentence = &mut self.sentences[number];
            let tokens = sentence.tokens.clone();
            sentence.offers.push(Offer {
                solution,
                tokens,
                by_pattern: false,
                weighed: true,
            });
        }
        self.gather_offers();
    }

    /// Notes what its sentences offer, in order of mention.
    pub(super) fn gather_offers(&mut self) {
        self.offered.clear();
        for offer in self.sentences.iter().flat_map(|it| &it.offers) {
            if !self.offered.contains(&offer.solution) {
                self.offered.push(offer.solution);
            }
        }
    }

    /// The sentences that offer what works at once.
    fn at_once(&self, scenario: &Scenario) -> Vec<Range<usize>> {
        let offers = self.sentences.iter().filter(|it| {
            let mut offers = it.offers.iter();
            offers.any(|it| scenario.solutions[it.solution].at_once)
        });
        offers.map(|it| it.tokens.clone()).collect()
    }

    fn take_in(&mut self, scenario: &Scenario, state: &State, hit: &Hit) {
        let (Some(sentence), Some(role)) = (
            self.sentences.get_mut(hit.sentence),
            scenario.roles.get(hit.pattern as usize),
        ) else {
            return;
        };
        let tokens = hit.tokens.clone();
        match *role {
            Role::Asks(fact, polarity) => {
                if sentence.does(&[AgentAct::Summarise]) && polarity == Polarity::Yes {
                    self.mentioned.push(fact);
                }
                if state.can_tell(fact, scenario) {
                    // "when", "who", "this or that" and "read it out, please" are answered with neither yes nor no
                    let polarity = if sentence.form.is_some() || sentence.bids() {
                        Polarity::Asked
                    } else {
                        polarity
                    };
                    sentence.asked.push(Asked {
                        fact,
                        polarity,
                        pattern: Some(hit.pattern),
                        tokens,
                        words: hit.words,
                        claimed: false,
                        bare: false,
                    });
                }
            }
            Role::Mentions(fact) => self.mentioned.push(fact),
            Role::Offers(solution) => {
                if sentence.can_offer(solution, scenario, state) {
                    sentence.offers.push(Offer {
                        solution,
                        tokens,
                        by_pattern: true,
                        weighed: false,
                    });
                }
            }
            Role::Heard(list) => {
                self.heard[list] = true;
                sentence.phrases.push(Phrase {
                    list,
                    tokens,
                    words: hit.words,
                });
            }
        }
    }

    /// Whether it asked, offered or said anything that somebody listens for, or did any act.
    pub(super) fn is_understood(&self) -> bool {
        !self.acts.is_empty()
            || !self.offered.is_empty()
            || self.heard.contains(&true)
            || self
                .sentences
                .iter()
                .any(|it| !it.asked.is_empty() || it.alike().is_some())
    }

    /// The sentences from one that sums up to one that only asks whether all that is so; none without such a
    /// check.
    pub(super) fn summary(&self) -> Range<usize> {
        let check = self.sentences.iter().rposition(SentenceMeaning::but_checks);
        let from = self.sentences.iter().position(SentenceMeaning::sums_up);
        match (from, check) {
            (Some(from), Some(to)) if from < to => from..to,
            _ => 0..0,
        }
    }

    /// Whether an entry of the lexicon finds the act in this sentence.
    pub(super) fn is_worded(&self, sentence: &SentenceMeaning, act: AgentAct) -> bool {
        let utterance = &self.reading.utterance;
        let span = utterance.span_of(sentence.tokens.clone());
        let mut evidence = self.reading.evidence.iter();
        evidence.any(|it| it.act == act && it.entry.is_some() && it.span.overlaps(span))
    }

    /// Whether something is to be done, whatever it is for.
    pub(super) fn bids(&self) -> bool {
        self.sentences.iter().any(SentenceMeaning::bids)
    }

    pub(super) const fn acts(&self) -> ActSet<AgentAct> {
        self.acts
    }

    /// Whether the reply performs one of these acts.
    pub(super) fn does(&self, acts: &[AgentAct]) -> bool {
        acts.iter().any(|it| self.acts().contains(*it))
    }
}

/// Where the reply says `name`.
fn mentions(name: &[Box<str>], reading: &AgentReading) -> Vec<Range<usize>> {
    let utterance = &reading.utterance;
    let (words, long) = (utterance.tokens().len(), name.len());
    let said = |from: &usize| (0..long).all(|at| utterance.word_at(from + at) == &*name[at]);
    let places = (0..(words + 1).saturating_sub(long.max(1))).filter(said);
    places.map(|from| from..from + long).collect()
}
