//! How each sentence of a reply is answered: what it calls for by itself, by what stands before it, and as things stand
//! now.

use crate::{
    acts::AgentAct,
    customer::{
        choose::EVEN,
        exchange::Exchange,
        kinds::{Answer, Chosen},
        sentence::{Asked, SentenceMeaning},
        weigh::{Candidate, SURE},
    },
    scenario::{FactId, Likely, Polarity},
};

/// From such odds on, as a logarithm, a question may be meant for what the statement before it names.
const FAINT: f32 = -3.0;

/// From such odds on, as a logarithm, a statement may name what is asked after it.
const NAMED: f32 = -1.0;

/// What is news to the customer.
const NEWS: [AgentAct; 5] = [
    AgentAct::Explain,
    AgentAct::Reassure,
    AgentAct::Own,
    AgentAct::PromiseTime,
    AgentAct::Goodwill,
];

impl Exchange<'_> {
    /// How one sentence of the reply is answered: several answers where it asks several things.
    pub(super) fn plan(&self, number: usize) -> Vec<Chosen> {
        let sentence = &self.hearing.sentences[number];
        let mut planned = self.called_for(number);
        for it in &mut planned {
            match &mut it.answer {
                Answer::Fact(asked) | Answer::Guess(asked) => {
                    self.bring_up_to_date(asked, sentence.states);
                    self.say_yes_to_what_is_named(asked, sentence);
                }
                Answer::Move(made) => *made = self.state.move_now(*made, self.scenario),
                _ => {}
            }
        }
        planned
    }

    /// Puts into the place of the fact asked for, or stated, what holds now.
    fn bring_up_to_date(&self, asked: &mut Asked, states: bool) {
        let now = self.state.fact_now(asked.fact, self.scenario);
        if now == asked.fact {
            return;
        }
        asked.fact = now;
        if self.scenario.facts[now].reversed {
            asked.polarity = asked.polarity.reversed();
        }
        asked.claimed = states && asked.polarity == Polarity::Yes;
    }

    /// Takes a datum that the question itself holds for one to say yes to: "do you still use j@example.org, or …?"
    fn say_yes_to_what_is_named(&self, asked: &mut Asked, sentence: &SentenceMeaning) {
        let named = self.is_datum(asked) && self.is_wholly_said_by_the_agent(asked.fact);
        let open = sentence.form.is_some() && !sentence.is_of_a_choice();
        if sentence.asks && named && !open && !sentence.bids() {
            asked.polarity = Polarity::Yes;
        }
    }

    /// What it calls for, whatever may have come since in the place of the facts it asks for.
    fn called_for(&self, number: usize) -> Vec<Chosen> {
        let hearing = self.hearing;
        let sentence = &hearing.sentences[number];
        if let Some(corrected) = sentence.correction() {
            return vec![corrected.into()];
        }
        if self.leaves_the_choice_of_offers(sentence) {
            return Vec::new();
        }
        let mut matched = self.matched(sentence);
        if sentence.asks {
            // whoever asks wants more than to be heard
            matched.retain(|it| !self.is_last_resort(it));
        }
        if self.asks_for_more(number) {
            // "may I look anything else up for you" asks no leave
            matched.retain(|it| !self.is_general(it));
        }
        if sentence.sums_up() && !matched.iter().any(|it| self.is_false_claim(it)) {
            return self
                .to_a_summary(number)
                .map(Chosen::from)
                .into_iter()
                .collect();
        }
        let matched = self.weighed(matched, sentence);
        let sure = |it: &Chosen| it.odds.is_some_and(|odds| odds >= SURE);
        if sentence.prefers && !matched.iter().any(sure) {
            return self.to_what_was_left_to_choose(number, matched);
        }
        if sentence.points_back && self.follows_a_statement(number) && !matched.iter().any(sure) {
            // "did you do that?" is answered by what is said to the statement before it, else by no
            let unknown = || Answer::Unknown(self.unknown(sentence)).into();
            let said_before = self.calls_for_something(number);
            return (!said_before).then(unknown).into_iter().collect();
        }
        if !matched.is_empty() {
            return matched;
        }
        let carried_on = self.asks_on(number);
        let answer = carried_on.or_else(|| self.unmatched(number).map(Chosen::from));
        answer.into_iter().collect()
    }

    /// What is said to a summary: what the case has words of its own for is answered with those, and what is wrong is put
    /// right.
    fn to_a_summary(&self, number: usize) -> Option<Answer> {
        let own = self.sure(&self.hearing.sentences[number]);
        let own =
            own.filter(|it| !matches!(it, Answer::Fact(asked) if asked.polarity != Polarity::No));
        own.or_else(|| (!self.concludes(number)).then_some(Answer::Confirm))
    }

    /// What a question asks for that is but faintly understood, where the statement before it has named that: "you said
    /// something about our menu. I am curious, where did you get stuck?"
    fn asks_on(&self, number: usize) -> Option<Chosen> {
        let (before, rest) = self.hearing.sentences.split_at(number);
        let sentence = rest.first()?;
        if !sentence.marked || sentence.form.is_none() {
            return None;
        }
        let stated = before.iter().rev().take_while(|it| !it.marked);
        let mut named = stated.filter_map(|it| self.names(it));
        let named = named.next()?;
        let candidates = self.weighing().candidates(sentence);
        let same = |it: &&Candidate| matches!(it.likely, Likely::Asks(fact, _) if fact == named);
        let again = candidates.iter().find(same).filter(|it| it.odds >= FAINT)?;
        Some(Chosen {
            answer: sentence.answer_to(again)?,
            odds: Some(again.odds),
        })
    }

    /// The fact that a statement most likely names.
    fn names(&self, statement: &SentenceMeaning) -> Option<FactId> {
        let candidates = self.weighing().candidates(statement);
        let best = Candidate::best(&candidates).filter(|it| it.odds >= NAMED)?;
        match best.likely {
            Likely::Asks(fact, _) => Some(fact),
            _ => None,
        }
    }

    /// Whether it but asks which of the things that the reply offers they would rather have: the verdict says it.
    fn leaves_the_choice_of_offers(&self, sentence: &SentenceMeaning) -> bool {
        let mut offered = self.hearing.offered.iter();
        sentence.prefers && !sentence.offers() && offered.any(|it| self.can_take(*it))
    }

    /// What is said to the sentence that names what they may choose from, else what is `matched`, else one of two: "by phone
    /// or by mail, either will do. What would you rather have?"
    fn to_what_was_left_to_choose(&self, number: usize, matched: Vec<Chosen>) -> Vec<Chosen> {
        let before = (0..number).rev().map(|it| self.called_for(it));
        let named = before.map(|mut it| {
            it.retain(|it| it.odds.is_some_and(|odds| odds >= EVEN));
            it
        });
        let mut named = named.filter(|it| !it.is_empty());
        let chosen = named.next().unwrap_or(matched);
        if chosen.is_empty() {
            vec![Answer::Choose.into()]
        } else {
            chosen
        }
    }

    /// Whether a sentence that sums up but draws a conclusion from what the agent tells, so that there is nothing that
    /// the customer could confirm: "there was an outage. So you were right".
    fn concludes(&self, number: usize) -> bool {
        let sentences = &self.hearing.sentences;
        let (before, rest) = sentences.split_at(number);
        let checks = |it: &SentenceMeaning| it.but_checks() || it.does(&[AgentAct::CheckAgreement]);
        let checked = sentences[number].is_question() || rest.iter().any(checks);
        !checked && before.iter().any(|it| it.does(&NEWS))
    }

    /// Whether the sentence before this one asks nothing.
    fn follows_a_statement(&self, number: usize) -> bool {
        let before = number.checked_sub(1).map(|it| &self.hearing.sentences[it]);
        before.is_some_and(|it| !it.is_question())
    }

    /// Whether the case most likely has an answer of its own to the sentence before this one.
    fn calls_for_something(&self, number: usize) -> bool {
        let before = number.checked_sub(1).map(|it| self.plan(it));
        let own = |it: &Chosen| {
            let told = matches!(it.answer, Answer::Fact(_) | Answer::Move(_));
            told && !self.is_common(&it.answer) && it.odds.is_some_and(|odds| odds >= EVEN)
        };
        before.is_some_and(|it| it.iter().any(own))
    }

    /// Whether a sentence asks whether there is anything else: said in passing ("I must look that up in some
    /// other way") beside a question it does not.
    pub(super) fn asks_for_more(&self, number: usize) -> bool {
        let sentences = &self.hearing.sentences;
        let others_ask = || sentences.iter().any(|it| it.asks);
        let marked = || sentences.iter().any(|it| it.marked);
        let sentence = &sentences[number];
        let asks = sentence.marked || sentence.asks && !marked();
        sentence.does(&[AgentAct::AnythingElse]) && (asks || !others_ask())
    }
}

impl SentenceMeaning {
    /// What was read back wrong is told once more.
    fn correction(&self) -> Option<Answer> {
        let fact = self.misread?;
        Some(Answer::Fact(Asked {
            fact,
            polarity: Polarity::No,
            pattern: None,
            tokens: self.tokens.clone(),
            words: self.tokens.len(),
            claimed: false,
            bare: false,
        }))
    }
}
