//! What speaks for each answer that a sentence might call for: what patterns find, what it is like, and what
//! kind of sentence it is, weighed as replies taught of which raters said what they call for
//! ([`crate::scenario::Weights`]).

use crate::{
    customer::{
        exchange::{Exchange, Topic},
        found::{Found, NOT_CLOSE, NOWHERE, UNLIKELIEST},
        hearing::Hearing,
        kinds::Answer,
        sentence::{Asked, SentenceMeaning},
        situation::Situation,
        state::State,
    },
    scenario::{FactId, HeardId, Likely, MoveId, Scenario, Sign, Signs, SolutionId},
};

/// More words of a pattern tell no more.
const MANY_WORDS: usize = 5;

/// More words of a sentence tell no more.
const LONG: usize = 20;

/// From here on it is a wording itself, whatever its words …
const VERBATIM: f32 = 0.95;

/// … which is as good as certain: so much is added to the odds …
const CERTAINTY: f32 = 10.0;

/// … and so much for what every customer would say, since the case's own comes first.
const COMMON_CERTAINTY: f32 = 5.0;

/// So few wordings tell nothing by their likeness …
const FEW_WORDINGS: u32 = 8;

/// … and what a pattern finds has these odds at least, as a logarithm; so has what a pattern finds in all of a sentence.
const PATTERN_ALONE: f32 = 0.5;

/// The odds, as a logarithm, from which on there is hardly a doubt.
pub(super) const SURE: f32 = 1.5;

/// The odds from which on a sentence is an offer though no pattern sees one in it …
pub(super) const OFFERED: f32 = -0.9;

/// … and those from which on a sentence that asks is one, whatever sees it: of 4 in rated replies (by language models) with
/// lower odds, down to -1, none was, of 12 with better odds 10.
pub(super) const OFFERED_IN_A_QUESTION: f32 = 0.5;

/// Weighs what the sentences of a reply may call for, as things stand.
#[derive(Clone, Copy)]
pub(super) struct Weighing<'w> {
    pub(super) scenario: &'w Scenario,
    pub(super) hearing: &'w Hearing<'w>,
    pub(super) state: &'w State,
}

/// An answer that a sentence may call for.
#[derive(Debug)]
pub(super) struct Candidate {
    /// What the sentence would do; of a fact that is asked for yes or no are settled later.
    pub(super) likely: Likely,
    pub(super) signs: Signs,
    /// The odds that it does, as a logarithm.
    pub(super) odds: f32,
    /// The same but for what it is worth to be said in the very words of a wording.
    pub(super) odds_by_signs: f32,
    /// Whether a pattern found it.
    pub(super) by_pattern: bool,
}

/// A sentence with all that it may call for, for whoever teaches or looks into the weighing.
#[derive(Debug, Clone)]
pub struct WeighedSentence {
    /// Its words, as they were read.
    pub text: String,
    /// Whether it asks.
    pub asks: bool,
    /// What it may call for, in the order in which it was found.
    pub candidates: Vec<Weighed>,
}

/// Something that a sentence may call for.
#[derive(Debug, Clone)]
pub struct Weighed {
    /// `fact.ID`, `solution.ID`, `move.ID` for a move of the case, or `common.ID` for one of every customer.
    pub name: String,
    /// What speaks for it.
    pub signs: Signs,
}

impl Candidate {
    /// The one with the highest odds.
    pub(super) fn best(candidates: &[Self]) -> Option<&Self> {
        let order = |one: &&Self, other: &&Self| one.odds.total_cmp(&other.odds);
        candidates.iter().max_by(order)
    }

    /// Whether this answer is the one.
    pub(super) fn is_answered_by(&self, answer: &Answer) -> bool {
        match (self.likely, answer) {
            (Likely::Asks(fact, _), Answer::Fact(asked)) => fact == asked.fact,
            (Likely::Calls(made), Answer::Move(other)) => made == *other,
            _ => false,
        }
    }
}

impl<'w> Weighing<'w> {
    pub(super) const fn situation(&self) -> Situation<'w> {
        Situation {
            hearing: self.hearing,
            state: self.state,
        }
    }

    /// Whether the customer said it last and the agent says that it is not what they asked for.
    pub(super) fn is_rejected(&self, topic: Topic) -> bool {
        self.hearing.rejects && self.state.said.iter().any(|it| it.topic == topic)
    }

    /// The moves that answer phrases of this list.
    pub(super) fn moves_for(self, list: HeardId) -> impl Iterator<Item = MoveId> {
        let answering = self.scenario.answering.get(list).into_iter().flatten();
        answering.copied().filter(move |number| {
            let now = self.state.move_now(*number, self.scenario);
            let when = &self.scenario.moves[now].when;
            !self.is_rejected(Topic::Move(now))
                && self.state.may_make(now, self.scenario)
                && when.holds_by(list, &self.situation())
        })
    }

    /// What a sentence offers, if that is what most speaks for.
    pub(super) fn offered(&self, sentence: &SentenceMeaning) -> Option<SolutionId> {
        let mut candidates = self.candidates(sentence);
        candidates.retain(|it| !self.is_last(it));
        let enough = if sentence.asks {
            OFFERED_IN_A_QUESTION
        } else {
            OFFERED
        };
        let best = Candidate::best(&candidates).filter(|it| it.odds >= enough)?;
        match best.likely {
            Likely::Offers(solution) => Some(solution),
            _ => None,
        }
    }

    /// The odds, as a logarithm, that a sentence which may call for `candidates` offers this solution; of one with hardly
    /// a wording, whose patterns speak for themselves, somewhat more than even ones.
    pub(super) fn odds_of_offer(&self, candidates: &[Candidate], solution: SolutionId) -> f32 {
        let likely = Likely::Offers(solution);
        let odds = candidates.iter().find(|it| it.likely == likely);
        let alone = || {
            if self.is_hardly_worded(likely) {
                PATTERN_ALONE
            } else {
                f32::NEG_INFINITY
            }
        };
        odds.map_or_else(alone, |it| it.odds)
    }

    /// Whether it is said only where nothing else answers.
    pub(super) fn is_last(&self, candidate: &Candidate) -> bool {
        matches!(candidate.likely, Likely::Calls(made) if self.scenario.moves[made].last)
    }

    /// All that a sentence may call for, with what speaks for each.
    pub(super) fn candidates(&self, sentence: &SentenceMeaning) -> Vec<Candidate> {
        let found = self.found(sentence);
        let likeness = Best::of(&found, |it| it.likeness, 0.0);
        let closeness = Best::of(&found, |it| it.closeness, NOT_CLOSE);
        let standing = Best::of(&found, |it| it.standing, NOWHERE);
        let any_asked = found.iter().any(Found::is_asked);
        let any_called = found.iter().any(Found::is_called);
        let weigh = |it: &Found| {
            let mut signs = self.signs_of(it, sentence);
            signs.set(Sign::LikenessLead, likeness.lead(it.likeness));
            signs.mark(Sign::Likest, likeness.is(it.likeness));
            signs.set(Sign::ClosenessLead, closeness.lead(it.closeness));
            signs.mark(Sign::Closest, closeness.is(it.closeness));
            signs.set(Sign::StandingLead, standing.lead(it.standing));
            signs.mark(Sign::First, standing.is(it.standing));
            signs.mark(Sign::AnyAsked, any_asked);
            signs.mark(Sign::AnyCalled, any_called);
            let odds_by_signs = self.scenario.weights.odds(&signs);
            let odds = odds_by_signs + self.certainty(it);
            let by_pattern_alone =
                it.whole || it.words.is_some() && self.is_hardly_worded(it.likely);
            Candidate {
                likely: it.likely,
                odds: if by_pattern_alone {
                    odds.max(PATTERN_ALONE)
                } else {
                    odds
                },
                odds_by_signs,
                by_pattern: it.words.is_some(),
                signs,
            }
        };
        found.iter().map(weigh).collect()
    }

    /// The same by name.
    pub(super) fn named(&self, sentence: &SentenceMeaning) -> WeighedSentence {
        let utterance = &self.hearing.reading.utterance;
        let words: Vec<&str> = sentence
            .tokens
            .clone()
            .map(|it| utterance.word_at(it))
            .collect();
        let weighed = self.candidates(sentence).into_iter().map(|it| Weighed {
            name: self.name(it.likely),
            signs: it.signs,
        });
        WeighedSentence {
            text: words.join(" "),
            asks: sentence.asks,
            candidates: weighed.collect(),
        }
    }

    fn name(&self, likely: Likely) -> String {
        let scenario = self.scenario;
        match likely {
            Likely::Asks(fact, _) => format!("fact.{}", scenario.facts[fact].id),
            Likely::Offers(solution) => format!("solution.{}", scenario.solutions[solution].id),
            Likely::Calls(made) => {
                let it = &scenario.moves[made];
                let whose = if it.common { "common" } else { "move" };
                format!("{whose}.{}", it.id)
            }
            Likely::Nothing => String::new(),
        }
    }

    /// What is added to the odds of something in whose very words it is said; of what its author wrote for these
    /// words after what was told last, more.
    fn certainty(&self, it: &Found) -> f32 {
        let hangs = |made: MoveId| self.scenario.moves[made].when.hangs_on_the_last();
        if it.whole && matches!(it.likely, Likely::Calls(made) if hangs(made)) {
            return CERTAINTY + COMMON_CERTAINTY;
        }
        let common = match it.likely {
            Likely::Asks(fact, _) => self.scenario.facts[fact].common,
            Likely::Calls(made) => self.scenario.moves[made].common,
            Likely::Offers(_) | Likely::Nothing => false,
        };
        if !it.meant || it.likeness < VERBATIM {
            0.0
        } else if common {
            COMMON_CERTAINTY
        } else {
            CERTAINTY
        }
    }

    /// What speaks for one of them by itself.
    fn signs_of(&self, it: &Found, sentence: &SentenceMeaning) -> Signs {
        let mut signs = Signs::NONE;
        let words = small(it.words.unwrap_or_default().min(MANY_WORDS));
        signs.mark(Sign::Asks, sentence.asks);
        match it.likely {
            Likely::Asks(fact, _) => {
                signs.mark(Sign::Asked, it.words.is_some());
                signs.set(Sign::WordsAsking, words);
                signs.mark(Sign::AskedFact, sentence.asks);
                signs.mark(
                    Sign::Told,
                    self.state.told(self.state.fact_now(fact, self.scenario)),
                );
            }
            Likely::Calls(made) => {
                let common = self.scenario.moves[made].common;
                signs.mark(Sign::Called, it.words.is_some());
                signs.set(Sign::WordsCalling, words);
                signs.mark(Sign::AskedMove, sentence.asks);
                signs.mark(Sign::CommonMove, common);
                signs.mark(Sign::OwnMove, !common);
            }
            Likely::Offers(solution) => {
                let mut offers = sentence.offers.iter().filter(|it| !it.weighed);
                let offered = offers.any(|it| it.solution == solution);
                signs.mark(Sign::Offered, offered);
                signs.mark(Sign::Solution, true);
            }
            Likely::Nothing => {}
        }
        signs.set(Sign::Likeness, it.likeness);
        signs.set(Sign::Closeness, it.closeness);
        signs.set(Sign::LikeAndClose, it.likeness * it.closeness);
        signs.set(Sign::Standing, it.standing);
        signs.set(Sign::Unlikelier, it.unlikelier.min(UNLIKELIEST));
        signs.mark(Sign::Meant, it.meant);
        signs.mark(Sign::Denied, it.denied);
        let words = sentence.tokens.len();
        signs.set(Sign::Words, small(words.min(LONG)));
        signs.mark(Sign::TwoWords, words <= 2);
        signs.mark(Sign::FourWords, words <= 4);
        signs
    }

    /// Whether so little is worded for it that likeness to that tells nothing: then its author's patterns
    /// speak for themselves.
    fn is_hardly_worded(&self, likely: Likely) -> bool {
        self.scenario.wordings.many(likely) < FEW_WORDINGS
    }
}

impl Exchange<'_> {
    pub(super) fn weighing(&self) -> Weighing<'_> {
        Weighing {
            scenario: self.scenario,
            hearing: self.hearing,
            state: self.state,
        }
    }

    /// The answer that a sentence calls for with hardly a doubt.
    pub(super) fn sure(&self, sentence: &SentenceMeaning) -> Option<Answer> {
        let candidates = self.weighing().candidates(sentence);
        let best = Candidate::best(&candidates);
        // which facts patterns find true or false in it was looked at before
        let fact_by_pattern =
            |it: &Candidate| it.by_pattern && matches!(it.likely, Likely::Asks(..));
        let best = best.filter(|it| it.odds >= SURE && !fact_by_pattern(it))?;
        sentence.answer_to(best)
    }
}

impl SentenceMeaning {
    /// The answer to what it would call for: what a pattern found, or what it is like. `None` for offers,
    /// which the verdict answers.
    pub(super) fn answer_to(&self, candidate: &Candidate) -> Option<Answer> {
        match candidate.likely {
            Likely::Asks(fact, _) => self.asked_for(fact).map(Answer::Fact),
            Likely::Calls(made) => Some(Answer::Move(made)),
            Likely::Offers(_) | Likely::Nothing => None,
        }
    }

    /// How the sentence asks for a fact.
    fn asked_for(&self, fact: FactId) -> Option<Asked> {
        let pattern = self.asked.iter().find(|it| it.fact == fact).cloned();
        pattern.or_else(|| self.asked_by_likeness(fact))
    }
}

/// A number of few.
fn small(number: usize) -> f32 {
    f32::from(u8::try_from(number).unwrap_or(u8::MAX))
}

/// The highest and the next to it.
struct Best {
    first: f32,
    second: f32,
}

impl Best {
    fn of(found: &[Found], number: impl Fn(&Found) -> f32, least: f32) -> Self {
        let mut best = Self {
            first: least,
            second: least,
        };
        for it in found.iter().map(number) {
            if it > best.first {
                best.second = best.first;
                best.first = it;
            } else if it > best.second {
                best.second = it;
            }
        }
        best
    }

    fn is(&self, number: f32) -> bool {
        number >= self.first
    }

    /// How far it is before the best of all others; below zero if it is behind.
    fn lead(&self, number: f32) -> f32 {
        let other = if self.is(number) {
            self.second
        } else {
            self.first
        };
        number - other
    }
}
