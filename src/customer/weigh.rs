//! What speaks for each answer that a sentence might call for: what patterns find, what it is like, and what
//! kind of sentence it is, weighed as replies taught of which raters said what they call for
//! ([`crate::scenario::Weights`]).

use crate::{
    customer::{
        alike::{Near, SHORT, STRANGE_BUT_ALIKE},
        choose::Answer,
        exchange::Exchange,
        sentence::{Asked, SentenceMeaning},
    },
    scenario::{FactId, Likely, MoveId, Part, Polarity, Sign, Signs},
};

/// Of what a sentence is like so many are weighed.
const WEIGHED: usize = 24;

/// More words of a pattern tell no more.
const MANY_WORDS: usize = 5;

/// More words of a sentence tell no more.
const LONG: usize = 20;

/// Nobody needs to be unlikelier, by powers of two.
const UNLIKELIEST: f32 = 12.0;

/// Where something stands that the sentence is not like at all …
const NOWHERE: f32 = -1.5;

/// … and how near its meaning is taken to be.
const NOT_CLOSE: f32 = -0.2;

/// From here on it is a wording itself, whatever its words …
const VERBATIM: f32 = 0.95;

/// … which is as good as certain: so much is added to the odds …
const CERTAINTY: f32 = 10.0;

/// … and so much for what every customer would say, since the case's own comes first.
const COMMON_CERTAINTY: f32 = 5.0;

/// What is so like something would be the same, were it not that one of them denies.
const BUT_FOR_THE_DENIAL: f32 = 0.5;

/// … and what means so nearly the same.
const MEANT_BUT_FOR_THE_DENIAL: f32 = 0.6;

/// So few wordings tell nothing by their likeness …
const FEW_WORDINGS: u32 = 8;

/// … and what a pattern finds has these odds at least, as a logarithm.
const PATTERN_ALONE: f32 = 0.5;

/// The odds, as a logarithm, from which on there is hardly a doubt.
const SURE: f32 = 1.5;

/// An answer that a sentence may call for.
#[derive(Debug)]
pub(super) struct Candidate {
    /// What the sentence would do; of a fact that is asked for yes or no are settled later.
    pub(super) likely: Likely,
    pub(super) signs: Signs,
    /// The odds that it does, as a logarithm.
    pub(super) odds: f32,
    /// Whether a pattern found it.
    pub(super) by_pattern: bool,
}

/// What is known of a candidate before it is compared with the others.
struct Found {
    likely: Likely,
    /// Words of the pattern that found it.
    words: Option<usize>,
    likeness: f32,
    closeness: f32,
    standing: f32,
    unlikelier: f32,
    meant: bool,
    denied: bool,
    /// Whether the sentence, short as it is, holds a word that nothing worded for this does.
    foreign: bool,
}

impl Found {
    const fn new(likely: Likely) -> Self {
        Self {
            likely,
            words: None,
            likeness: 0.0,
            closeness: NOT_CLOSE,
            standing: NOWHERE,
            unlikelier: UNLIKELIEST,
            meant: false,
            denied: false,
            foreign: false,
        }
    }

    fn is_asked(&self) -> bool {
        self.words.is_some() && matches!(self.likely, Likely::Asks(..))
    }

    fn is_called(&self) -> bool {
        self.words.is_some() && matches!(self.likely, Likely::Calls(_))
    }

    fn by_pattern(&mut self, words: usize) {
        self.words = self.words.max(Some(words));
    }

    fn by_likeness(&mut self, near: &Near, denied: bool) {
        if near.like.likeness > self.likeness {
            self.denied = near.like.denied != denied;
        }
        self.likeness = self.likeness.max(near.like.likeness);
        self.closeness = self.closeness.max(near.like.closeness);
        self.standing = self.standing.max(near.like.standing);
        self.unlikelier = self.unlikelier.min(near.like.unlikelier);
        self.meant |= near.meant;
        self.foreign |= near.foreign.is_some();
    }

    /// "What colour is your bicycle" asks for another colour, however like it is to a question for one.
    fn is_about_something_else(&self, sentence: &SentenceMeaning) -> bool {
        let short = sentence.form.is_some() && sentence.tokens.len() <= SHORT;
        short && self.foreign && self.words.is_none() && self.likeness < STRANGE_BUT_ALIKE
    }
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

impl Exchange<'_> {
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
            let odds = self.scenario.weights.odds(&signs) + self.certainty(it);
            let by_pattern_alone = it.words.is_some() && self.is_hardly_worded(it.likely);
            Candidate {
                likely: it.likely,
                odds: if by_pattern_alone {
                    odds.max(PATTERN_ALONE)
                } else {
                    odds
                },
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

    /// The answer that a sentence calls for with hardly a doubt.
    pub(super) fn sure(&self, sentence: &SentenceMeaning) -> Option<Answer> {
        let candidates = self.candidates(sentence);
        let best = Candidate::best(&candidates);
        // what patterns find true or false in it was looked at before
        let best = best.filter(|it| it.odds >= SURE && !it.by_pattern)?;
        sentence.answer_to(best)
    }

    /// What patterns find in a sentence and what it is like, of what may be said now.
    fn found(&self, sentence: &SentenceMeaning) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for it in &sentence.asked {
            let likely = Likely::Asks(it.fact, Polarity::Asked);
            entry(&mut found, likely).by_pattern(it.words);
        }
        for phrase in &sentence.phrases {
            for made in self.moves_for(phrase.list) {
                entry(&mut found, Likely::Calls(made)).by_pattern(phrase.words);
            }
        }
        let denied = sentence.denies(&self.hearing.reading.utterance);
        let near = sentence.near.iter();
        let named = near.filter(|it| it.likely != Likely::Nothing);
        for near in named.take(WEIGHED) {
            let likely = near.likely.without_polarity();
            // "I understand" means not what "I don't understand" does; a question may be put either way
            let reversed = near.like.denied != denied
                && (near.like.likeness >= BUT_FOR_THE_DENIAL
                    || near.like.closeness >= MEANT_BUT_FOR_THE_DENIAL)
                && !matches!(likely, Likely::Asks(..));
            let known = found.iter().any(|it| it.likely == likely);
            if known || !reversed && !self.is_but_named(near) && self.is_possible(likely) {
                entry(&mut found, likely).by_likeness(near, denied);
            }
        }
        found.retain(|it| !it.is_about_something_else(sentence));
        found
    }

    /// What is added to the odds of something in whose very words it is said.
    fn certainty(&self, it: &Found) -> f32 {
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
                signs.mark(Sign::Told, self.state.told(fact));
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
                let offered = sentence.offers.iter().any(|it| it.solution == solution);
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

    /// Whether data are named without being asked for: nobody gives their number to whoever says that they
    /// write it down.
    fn is_but_named(&self, near: &Near) -> bool {
        matches!(near.likely, Likely::Asks(fact, _) if self.scenario.facts[fact].identity)
            && !near.meant
    }

    /// Whether it may be meant now, as things stand.
    fn is_possible(&self, likely: Likely) -> bool {
        match likely {
            Likely::Asks(fact, _) => self.may_be_asked(fact),
            Likely::Calls(made) => self.may_be_made(made),
            Likely::Offers(solution) => {
                let stages = &self.scenario.solutions[solution].stages;
                self.state.is_here(stages)
            }
            Likely::Nothing => false,
        }
    }

    /// Whether so little is worded for it that likeness to that tells nothing: then its author's patterns
    /// speak for themselves.
    fn is_hardly_worded(&self, likely: Likely) -> bool {
        self.scenario.wordings.many(likely) < FEW_WORDINGS
    }

    fn may_be_asked(&self, fact: FactId) -> bool {
        self.state.is_here(&self.scenario.facts[fact].stages)
    }

    fn may_be_made(&self, made: MoveId) -> bool {
        let it = &self.scenario.moves[made];
        it.part == Part::Answer && self.is_free(made) && it.when.allows(&self.situation())
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

/// The one of this kind, new if there is none yet.
fn entry(found: &mut Vec<Found>, likely: Likely) -> &mut Found {
    let at = found.iter().position(|it| it.likely == likely);
    let at = at.unwrap_or_else(|| {
        found.push(Found::new(likely));
        found.len() - 1
    });
    &mut found[at]
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
