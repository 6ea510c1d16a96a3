//! What a sentence may call for, as things stand: what patterns find in it, and what it is like.

use crate::{
    customer::{
        alike::{Near, SHORT, STRANGE_BUT_ALIKE},
        exchange::Topic,
        sentence::SentenceMeaning,
        weigh::Weighing,
    },
    scenario::{FactId, Likely, MoveId, Part, Polarity},
};

/// Of what a sentence is like so many are weighed.
const WEIGHED: usize = 24;

/// Nobody needs to be unlikelier, by powers of two.
pub(super) const UNLIKELIEST: f32 = 12.0;

/// Where something stands that the sentence is not like at all …
pub(super) const NOWHERE: f32 = -1.5;

/// … and how near its meaning is taken to be.
pub(super) const NOT_CLOSE: f32 = -0.2;

/// What is so like something would be the same, were it not that one of them denies …
const BUT_FOR_THE_DENIAL: f32 = 0.5;

/// … and what means so nearly the same.
const MEANT_BUT_FOR_THE_DENIAL: f32 = 0.6;

/// What is known of a candidate before it is compared with the others.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent observations of one sentence"
)]
pub(super) struct Found {
    pub(super) likely: Likely,
    /// Words of the pattern that found it.
    pub(super) words: Option<usize>,
    pub(super) likeness: f32,
    pub(super) closeness: f32,
    pub(super) standing: f32,
    pub(super) unlikelier: f32,
    pub(super) meant: bool,
    pub(super) denied: bool,
    /// Whether a pattern found it in all of the sentence.
    pub(super) whole: bool,
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
            whole: false,
            foreign: false,
        }
    }

    pub(super) fn is_asked(&self) -> bool {
        self.words.is_some() && matches!(self.likely, Likely::Asks(..))
    }

    pub(super) fn is_called(&self) -> bool {
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

impl Weighing<'_> {
    /// What patterns find in a sentence and what it is like, of what may be said now.
    pub(super) fn found(&self, sentence: &SentenceMeaning) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for it in &sentence.asked {
            let likely = Likely::Asks(it.fact, Polarity::Asked);
            entry(&mut found, likely).by_pattern(it.words);
        }
        for phrase in &sentence.phrases {
            for made in self.moves_for(phrase.list) {
                let entry = entry(&mut found, Likely::Calls(made));
                entry.by_pattern(phrase.words);
                entry.whole |= phrase.tokens == sentence.tokens;
            }
        }
        let denied = sentence.denies(&self.hearing.reading.utterance);
        let near = sentence.near.iter();
        let named = near.filter(|it| it.likely != Likely::Nothing);
        for near in named.take(WEIGHED) {
            let likely = near.likely.without_polarity();
            let known = found.iter().any(|it| it.likely == likely);
            if known || self.may_mean(sentence, near) {
                entry(&mut found, likely).by_likeness(near, denied);
            }
        }
        found.retain(|it| !it.is_about_something_else(sentence));
        found
    }

    /// Whether what it is like may be meant by a sentence that no pattern takes for it.
    fn may_mean(&self, sentence: &SentenceMeaning, near: &Near) -> bool {
        !self.is_but_named(near)
            && !self.is_but_reversed(sentence, near)
            && self.is_possible(near.likely.without_polarity())
    }

    /// Whether it would be the same, were it not that one of the two denies: "I understand" means not what "I
    /// don't understand" does. Of a longer sentence that says little, since much else is said in it; a question
    /// may be put either way.
    fn is_but_reversed(&self, sentence: &SentenceMeaning, near: &Near) -> bool {
        let denied = sentence.denies(&self.hearing.reading.utterance);
        let alike = near.like.likeness >= BUT_FOR_THE_DENIAL
            || near.like.closeness >= MEANT_BUT_FOR_THE_DENIAL;
        near.like.denied != denied
            && alike
            && sentence.tokens.len() <= SHORT
            && !matches!(near.likely, Likely::Asks(..))
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

    fn may_be_asked(&self, fact: FactId) -> bool {
        !self.hearing.rejects_fact(fact, self.state) && self.state.can_tell(fact, self.scenario)
    }

    fn may_be_made(&self, made: MoveId) -> bool {
        let now = self.state.move_now(made, self.scenario);
        let it = &self.scenario.moves[now];
        it.part == Part::Answer
            && !self.is_rejected(Topic::Move(now))
            && self.state.may_make(now, self.scenario)
            && it.when.allows(&self.situation())
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
