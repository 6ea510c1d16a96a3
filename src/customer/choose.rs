//! What one sentence of a reply calls for: of all that patterns and examples find in it, what is meant.

use std::{cmp::Reverse, ops::Range};

use crate::{
    acts::{AgentAct, PolarKind},
    customer::{
        exchange::Exchange,
        sentence::{Asked, SentenceMeaning, overlap},
        unmatched::STEPS,
        weigh::{Candidate, SURE},
    },
    scenario::{CueName, FactId, Follows, Likely, MoodChange, MoveId, Polarity},
};

/// As likely as not, as the logarithm of the odds.
pub(super) const EVEN: f32 = 0.0;

/// Two answers whose odds, as a logarithm, are no further apart may both be meant.
const NEARBY: f32 = 3.0;

/// Two answers whose odds, as a logarithm, are no further apart are about as likely.
const CLOSE: f32 = 1.5;

/// What is news to the customer.
const NEWS: [AgentAct; 5] = [
    AgentAct::Explain,
    AgentAct::Reassure,
    AgentAct::Own,
    AgentAct::PromiseTime,
    AgentAct::Goodwill,
];

/// An answer with the words that call for it and how many of them the pattern asks for.
type Placed = (Range<usize>, usize, Answer);

/// How a sentence is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    Fact(Asked),
    /// What they best make of a question that nothing clearly asks.
    Guess(Asked),
    Move(MoveId),
    /// The summary is right.
    Confirm,
    /// They agree to the step.
    Agree,
    /// Asked to agree with nothing on the table.
    AgreeToWhat,
    /// Whether there is anything else.
    AnythingElse,
    /// They choose between two things of which the case knows nothing.
    Choose,
    /// They go on with their story.
    Story,
    /// They do not know what was asked.
    Unknown(CueName),
}

/// An answer, and how likely it is the one that was called for.
#[derive(Debug)]
pub(super) struct Chosen {
    pub(super) answer: Answer,
    /// The odds as a logarithm; `None` where nothing was weighed, and for what stands in a list of data one of
    /// which is likely.
    pub(super) odds: Option<f32>,
}

impl From<Answer> for Chosen {
    fn from(answer: Answer) -> Self {
        Self { answer, odds: None }
    }
}

impl Exchange<'_> {
    /// How one sentence of the reply is answered: several answers where it asks several things.
    pub(super) fn plan(&self, number: usize) -> Vec<Chosen> {
        let states = self.hearing.sentences[number].states;
        let mut planned = self.called_for(number);
        for it in &mut planned {
            if let Answer::Fact(asked) | Answer::Guess(asked) = &mut it.answer {
                self.bring_up_to_date(asked, states);
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
            // what the case has words of its own for is answered with those, and what is wrong is put right
            let own = self
                .sure(sentence)
                .filter(|it| !matches!(it, Answer::Fact(asked) if asked.polarity != Polarity::No));
            let confirms = || (!self.concludes(number)).then_some(Answer::Confirm);
            return own
                .or_else(confirms)
                .map(Chosen::from)
                .into_iter()
                .collect();
        }
        let matched = self.weighed(matched, sentence);
        let sure = |it: &Chosen| it.odds.is_some_and(|odds| odds >= SURE);
        if sentence.points_back && self.follows_a_statement(number) && !matched.iter().any(sure) {
            // "did you do that?" is answered by what is said to the statement before it, else by no
            let unknown = || Answer::Unknown(self.unknown(sentence)).into();
            let said_before = self.calls_for_something(number);
            return (!said_before).then(unknown).into_iter().collect();
        }
        if !matched.is_empty() {
            return matched;
        }
        self.unmatched(number)
            .map(Chosen::from)
            .into_iter()
            .collect()
    }

    /// Whether it but asks which of the things that the reply offers they would rather have: the verdict says it.
    fn leaves_the_choice_of_offers(&self, sentence: &SentenceMeaning) -> bool {
        let mut offered = self.hearing.offered.iter();
        sentence.prefers && !sentence.offers() && offered.any(|it| self.can_take(*it))
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

    /// Whether it puts right what the agent claims: "you never ordered it" is no false claim that it was ordered.
    pub(super) fn is_false_claim(&self, answer: &Answer) -> bool {
        let words = self.hearing.reading.utterance.tokens();
        let negated = |it: &Asked| words[it.tokens.clone()].iter().any(|it| it.negation);
        matches!(answer, Answer::Fact(asked) if asked.polarity == Polarity::No && !negated(asked))
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

    /// Facts asked for and moves called for, in order of place; of overlapping ones the surest.
    fn matched(&self, sentence: &SentenceMeaning) -> Vec<Answer> {
        let asked = sentence
            .asked
            .iter()
            .map(|it| (it.tokens.clone(), it.words, Answer::Fact(it.clone())));
        let moves = sentence.phrases.iter().flat_map(|phrase| {
            let made = self.weighing().moves_for(phrase.list);
            // what an offer comes to is said by the verdict on it
            made.filter(|it| {
                !(self.scenario.moves[*it].common && sentence.offers_at(&phrase.tokens))
            })
            .map(|it| (phrase.tokens.clone(), phrase.words, Answer::Move(it)))
        });
        let mut found: Vec<Placed> = asked.chain(moves).collect();
        self.prefer_the_case(&mut found);
        // surest first; the scenario's own before the common, of its own a move before a fact, since its
        // author wrote it for particular circumstances
        found.sort_by_key(|(tokens, words, answer)| {
            let sureness = Reverse((tokens.len(), *words));
            let fact = matches!(answer, Answer::Fact(_));
            let put_off = self.tells_on(answer) || self.is_last_resort(answer);
            (put_off, sureness, self.is_common(answer), fact)
        });
        let mut kept: Vec<(Range<usize>, Answer)> = Vec::new();
        for (tokens, _, answer) in found {
            let taken = kept.iter().any(|(it, other)| {
                overlap(it, &tokens) && !(*it != tokens && self.are_data(&answer, other))
            });
            if !taken && (kept.is_empty() || answer.can_be_one_of_several()) {
                kept.push((tokens, answer));
            }
        }
        kept.sort_by_key(|(tokens, _)| tokens.start);
        kept.into_iter().map(|(_, answer)| answer).collect()
    }

    /// Of what patterns found and of all that the sentence is like, what most speaks for; beside it what else
    /// patterns found for which enough speaks, since a sentence may ask two things.
    fn weighed(&self, matched: Vec<Answer>, sentence: &SentenceMeaning) -> Vec<Chosen> {
        let mut likely = self.weighing().candidates(sentence);
        let enough = self.enough(sentence);
        let weighing = self.weighing();
        likely.retain(|it| {
            let particular = it.by_pattern || it.odds >= self.enough_for(it.likely, sentence);
            it.odds >= enough && particular && !(sentence.asks && weighing.is_last(it))
        });
        let answers = self.likeliest(matched, sentence, &likely).into_iter();
        let chosen = answers.map(|answer| {
            let odds = likely.iter().filter(|it| it.is_answered_by(&answer));
            Chosen {
                odds: odds.map(|it| it.odds).reduce(f32::max),
                answer,
            }
        });
        chosen.collect()
    }

    /// The answers to what is likeliest of all that is `likely`.
    fn likeliest(
        &self,
        matched: Vec<Answer>,
        sentence: &SentenceMeaning,
        likely: &[Candidate],
    ) -> Vec<Answer> {
        let Some(best) = Candidate::best(likely) else {
            return Vec::new();
        };
        let best = self.rather_something_new(best, likely, sentence);
        let matched = self.likely_ones(matched, likely);
        let Some(answer) = sentence.answer_to(best) else {
            // an offer: the verdict answers it
            return matched;
        };
        let says_so = |it: &Answer| it.says_the_same(&answer);
        if matched.iter().any(says_so) || self.has_more_to_it(&matched, best, likely) {
            return self.with_more_data(matched, sentence, likely);
        }
        let beside = matched.into_iter().filter(|it| self.are_data(it, &answer));
        let mut answers: Vec<Answer> = beside.collect();
        answers.push(answer);
        self.with_more_data(answers, sentence, likely)
    }

    /// Beside a datum that is asked for all others that patterns see or that likely are: "your name and when you were
    /// born".
    fn with_more_data(
        &self,
        mut answers: Vec<Answer>,
        sentence: &SentenceMeaning,
        likely: &[Candidate],
    ) -> Vec<Answer> {
        let likely = likely.iter().filter(|it| it.by_pattern || it.odds >= EVEN);
        for it in likely.filter_map(|it| sentence.answer_to(it)) {
            let listed = answers.iter().any(|other| self.are_data(&it, other));
            if matches!(it, Answer::Fact(_))
                && listed
                && !answers.iter().any(|other| it.says_the_same(other))
            {
                answers.push(it);
            }
        }
        answers
    }

    /// In the place of a fact that was told and is hardly likely to be asked for again something that was not, if it is
    /// not much less likely: whoever asks on wants something new.
    fn rather_something_new<'l>(
        &self,
        best: &'l Candidate,
        likely: &'l [Candidate],
        sentence: &SentenceMeaning,
    ) -> &'l Candidate {
        let was_told =
            |it: &Candidate| matches!(it.likely, Likely::Asks(fact, _) if self.has_told(fact));
        if !sentence.marked || best.by_pattern || best.odds >= SURE || !was_told(best) {
            return best;
        }
        let near = likely
            .iter()
            .filter(|it| best.odds - it.odds < CLOSE && !was_told(it));
        let new = near.filter(|it| matches!(it.likely, Likely::Asks(..)));
        let likeliest = |one: &&Candidate, other: &&Candidate| one.odds.total_cmp(&other.odds);
        new.max_by(likeliest).unwrap_or(best)
    }

    /// Whether they told what whoever asks for the fact is told as things stand.
    fn has_told(&self, fact: FactId) -> bool {
        self.state.told(self.state.fact_now(fact, self.scenario))
    }

    /// From which odds on a sentence is answered so.
    fn enough(&self, sentence: &SentenceMeaning) -> f32 {
        let enough = self.scenario.weights.enough(sentence.asks);
        let for_more = sentence.marked && sentence.does(&[AgentAct::AnythingElse]);
        if sentence.but_checks() || sentence.but_greets() || sentence.is_tag() || for_more {
            // "is that right?" is about what was said before it, "hello" about nothing, and "anything else?" about all
            enough.max(SURE)
        } else if sentence.wants_a_yes() || self.asks_consent_to_a_step(sentence) {
            // "…, don't you think?" wants that rather than anything in particular
            enough.max(EVEN)
        } else {
            enough
        }
    }

    /// From which odds on, as a logarithm, a sentence is taken to mean what no pattern sees in it: hardly ever to ask for a
    /// fact where it asks nothing, or but asks leave to do or tell something; nor is a choice often met by what every
    /// customer would say. Of 78 such facts with lower odds raters, language models, wanted 20.
    fn enough_for(&self, likely: Likely, sentence: &SentenceMeaning) -> f32 {
        let choice = sentence.leaves_a_choice();
        let hardly = match likely {
            Likely::Asks(fact, _) => {
                let datum = self.scenario.facts[fact].identity;
                let leave = matches!(sentence.kind, Some(PolarKind::Leave | PolarKind::Hear));
                let asks_leave = leave && sentence.form.is_none();
                let idle = !sentence.asks && !self.leads_in(sentence) || asks_leave && !datum;
                // what they told themselves and the agent says back gets a yes
                let claimed = || {
                    sentence
                        .asked_by_likeness(fact)
                        .is_some_and(|it| it.claimed)
                };
                let said_back = self.has_told(fact) && claimed();
                idle && !said_back && !sentence.wants() && !sentence.bids()
            }
            Likely::Calls(made) => self.scenario.moves[made].common && choice,
            Likely::Offers(_) | Likely::Nothing => false,
        };
        if hardly {
            SURE
        } else if choice && !matches!(likely, Likely::Offers(_)) {
            EVEN
        } else {
            f32::NEG_INFINITY
        }
    }

    /// Whether it names what a question is about that was written in one sentence with it: "the other letter, what does it
    /// say?"
    pub(super) fn leads_in(&self, sentence: &SentenceMeaning) -> bool {
        let mut others = self.hearing.sentences.iter();
        others.any(|it| {
            let after = it.is_question() && it.tokens.start >= sentence.tokens.end;
            after && self.are_of_one_sentence(sentence, it)
        })
    }

    /// Whether it but asks whether a step that the reply proposes suits them.
    fn asks_consent_to_a_step(&self, sentence: &SentenceMeaning) -> bool {
        let proposed = self.does(&STEPS) || !self.hearing.offered.is_empty();
        proposed && sentence.but_asks_consent() && sentence.asked.is_empty()
    }

    /// Those of the answers that are likely; of the data of a list all, if one is.
    fn likely_ones(&self, mut answers: Vec<Answer>, likely: &[Candidate]) -> Vec<Answer> {
        let is_likely = |it: &Answer| likely.iter().any(|other| other.is_answered_by(it));
        let all = answers.clone();
        answers.retain(|it| {
            let listed = |other: &&Answer| is_likely(other) && self.are_data(it, other);
            is_likely(it) || all.iter().find(listed).is_some()
        });
        answers
    }

    /// Whether patterns that found the best found a move, too, to which its author gave consequences, and which is
    /// not much less likely: then it has them, though the other fits as well.
    fn has_more_to_it(&self, matched: &[Answer], best: &Candidate, likely: &[Candidate]) -> bool {
        let near = |it: &&Answer| {
            let mut close = likely
                .iter()
                .filter(|it| best.odds_by_signs - it.odds_by_signs < NEARBY);
            close.any(|other| other.is_answered_by(it))
        };
        let weighty =
            |it: &&Answer| matches!(it, Answer::Move(made) if self.has_consequences(*made));
        let mut weighty = matched.iter().filter(weighty).filter(near);
        let own = |made: MoveId| !self.scenario.moves[made].common;
        let called = matches!(best.likely, Likely::Calls(made) if own(made));
        called && best.by_pattern && weighty.next().is_some()
    }

    /// Where the words ask for a fact of the case, what every customer would say to them gives way.
    fn prefer_the_case(&self, found: &mut Vec<Placed>) {
        let asked: Vec<Range<usize>> = found
            .iter()
            .filter(|(_, _, it)| matches!(it, Answer::Fact(asked) if asked.is_plain()))
            .filter(|(_, _, it)| !self.is_common(it))
            .map(|(tokens, ..)| tokens.clone())
            .collect();
        found.retain(|(tokens, _, it)| {
            let general = matches!(it, Answer::Move(_)) && self.is_common(it);
            !(general && asked.iter().any(|it| overlap(it, tokens)))
        });
    }

    /// Whether it is what every customer would say to these words.
    pub(super) fn is_general(&self, answer: &Answer) -> bool {
        matches!(answer, Answer::Move(_)) && self.is_common(answer)
    }

    /// Whether more comes of a move than its words.
    pub(super) fn leads_somewhere(&self, made: MoveId) -> bool {
        let it = &self.scenario.moves[made];
        it.follows.is_some() || it.to.is_some() || !it.tells.is_empty()
    }

    /// Whether it moves the mood or leads to another stage.
    pub(super) fn has_consequences(&self, made: MoveId) -> bool {
        let it = &self.scenario.moves[made];
        it.to.is_some() || it.mood != MoodChange::default()
    }

    pub(super) fn is_last_resort(&self, answer: &Answer) -> bool {
        matches!(answer, Answer::Move(number) if self.scenario.moves[*number].last)
    }

    /// Whether it only goes on with the story: what was asked in particular comes first.
    pub(super) fn tells_on(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Story => true,
            Answer::Move(number) => self.scenario.moves[*number].follows == Some(Follows::Story),
            _ => false,
        }
    }

    /// Whether both are data asked for in one list: "uw naam, adres en geboortedatum", be it that the case
    /// has words of its own for one of them.
    pub(super) fn are_data(&self, one: &Answer, other: &Answer) -> bool {
        match (one, other) {
            (Answer::Fact(asked), Answer::Move(made))
            | (Answer::Move(made), Answer::Fact(asked)) => {
                let told = &self.scenario.moves[*made].tells;
                let identity = told.iter().any(|it| self.scenario.facts[*it].identity);
                identity && self.is_datum(asked) && !told.contains(&asked.fact)
            }
            (Answer::Fact(one), Answer::Fact(other)) => self.is_datum(one) && self.is_datum(other),
            _ => false,
        }
    }

    /// Whether it tells who they are: people give such data in one breath, however many are asked for.
    pub(super) fn gives_data(&self, answer: &Answer) -> bool {
        let identity = |fact: FactId| self.scenario.facts[fact].identity;
        match answer {
            Answer::Fact(asked) => identity(asked.fact),
            Answer::Move(made) => self.scenario.moves[*made]
                .tells
                .iter()
                .any(|it| identity(*it)),
            _ => false,
        }
    }

    /// Whether it asks for something that shows who they are.
    fn is_datum(&self, asked: &Asked) -> bool {
        asked.polarity == Polarity::Asked && self.scenario.facts[asked.fact].identity
    }

    pub(super) fn is_common(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Fact(asked) => self.scenario.facts[asked.fact].common,
            Answer::Move(number) => self.scenario.moves[*number].common,
            _ => false,
        }
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

impl Answer {
    /// Whether both come to the same words.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Fact(one), Self::Fact(another)) => one.fact == another.fact,
            (one, other) if one.is_unsure() && other.is_unsure() => true,
            _ => self == other,
        }
    }

    /// Whether it is said for want of a true answer.
    pub(super) const fn is_unsure(&self) -> bool {
        matches!(self, Self::Unknown(_) | Self::Guess(_))
    }

    /// A list of data asked for in one sentence is answered in full; a yes-or-no question or a
    /// remark has one meaning.
    pub(super) fn can_be_one_of_several(&self) -> bool {
        matches!(self, Self::Fact(asked) if asked.polarity == Polarity::Asked)
    }
}
