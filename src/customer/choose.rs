//! What one sentence of a reply calls for: of all that patterns and examples find in it, what is meant.

use std::{cmp::Reverse, collections::BTreeSet, ops::Range};

use crate::{
    acts::{AgentAct, PolarKind},
    customer::{
        exchange::Exchange,
        kinds::{Answer, Chosen},
        sentence::{SentenceMeaning, overlap},
        unmatched::STEPS,
        weigh::{Candidate, SURE},
    },
    scenario::{FactId, Likely, MoveId},
};

/// As likely as not, as the logarithm of the odds.
pub(super) const EVEN: f32 = 0.0;

/// Two answers whose odds, as a logarithm, are no further apart may both be meant.
const NEARBY: f32 = 3.0;

/// Two answers whose odds, as a logarithm, are no further apart are about as likely.
const CLOSE: f32 = 1.5;

/// An answer with the words that call for it and how many of them the pattern asks for.
type Placed = (Range<usize>, usize, Answer);

impl Exchange<'_> {
    /// Facts asked for and moves called for, in order of place; of overlapping ones the surest.
    pub(super) fn matched(&self, sentence: &SentenceMeaning) -> Vec<Answer> {
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
                // "to which address" asks one thing, whatever pattern sees more of it
                let listed = it.end != tokens.end && self.are_data(&answer, other);
                overlap(it, &tokens) && !listed
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
    pub(super) fn weighed(&self, matched: Vec<Answer>, sentence: &SentenceMeaning) -> Vec<Chosen> {
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
        // "and to which address?" asks for one datum, whatever else its only word may stand for
        let listed = matches!(answer, Answer::Fact(_)) || self.asks_for_several_data(sentence);
        let beside = matched
            .into_iter()
            .filter(|it| listed && self.are_data(it, &answer));
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
        let by_words = |it: &Answer| matches!(it, Answer::Fact(asked) if asked.pattern.is_some());
        if !self.asks_for_several_data(sentence) && !answers.iter().any(by_words) {
            return answers;
        }
        let likely = likely.iter().filter(|it| it.by_pattern || it.odds >= EVEN);
        for it in likely.filter_map(|it| sentence.answer_to(it)) {
            let listed = answers.iter().any(|other| self.are_data(&it, other));
            let listed = listed && !answers.iter().any(|other| it.is_asked_by_the_same(other));
            if matches!(it, Answer::Fact(_))
                && listed
                && !answers.iter().any(|other| it.says_the_same(other))
            {
                answers.push(it);
            }
        }
        answers
    }

    /// Whether patterns find more than one datum asked for, each by a word of its own.
    fn asks_for_several_data(&self, sentence: &SentenceMeaning) -> bool {
        let data = sentence.asked.iter().filter(|it| self.is_datum(it));
        let words: BTreeSet<usize> = data.map(|it| it.tokens.end).collect();
        words.len() > 1
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
        let choice = sentence.leaves_a_choice() || sentence.one_of_two;
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
}
