//! What a sentence is like of all that agents are known to say in this case, though no pattern says so.

use crate::{
    acts::AgentAct,
    customer::{
        sentence::{Asked, SentenceMeaning},
        state::State,
    },
    scenario::{FactId, HARDLY_ALIKE, Likely, Polarity, Scenario, SolutionId},
    text::{Comparison, Like, Utterance},
};

/// What it is worth to be liker to one thing than to any other, up to [`FAR_AHEAD`]: the only thing that
/// a sentence is somewhat like is surer than one of several.
const LEAD_WEIGHT: f32 = 0.2;

/// Nobody needs to be further ahead.
const FAR_AHEAD: f32 = 0.8;

/// What a question is less like counts only if it is like nothing else more.
const SOMEWHAT_ALIKE: f32 = 0.45;

/// A piece of a question is guessed at if it is so like one.
const HALF_ALIKE: f32 = 0.5;

/// A word that wordings of so many things hold may stand in a question about any.
const OF_MANY_THINGS: usize = 5;

/// A sentence is taken for what it is like with so much confidence.
pub(super) const ALIKE: f32 = 0.4;

/// … and with so much if it has an answer of its own.
const THE_SAME: f32 = 0.95;

/// What a sentence is less like than so many other things is hardly ever what it means.
const FIRST: usize = 5;

/// Fewer words are like too many things.
const FEW_WORDS: usize = 3;

/// Fewer than these are like too many things by one of their words.
const SOME_WORDS: usize = 5;

/// A sentence of few words, or that asks nothing, is taken for what it is like with so much.
const CLEARLY_ALIKE: f32 = 0.65;

/// A short question for more than yes or no, with a word that nothing worded for the same holds, must be
/// like it by so much whatever else it is like: "what colour is your bicycle" asks for another colour.
pub(super) const STRANGE_BUT_ALIKE: f32 = 0.7;

/// What a sentence is like with so much confidence counts even against patterns.
const SURELY_ALIKE: f32 = 0.9;

/// A question so much more like one to which the answer is yes than like one to which it is no, or the
/// other way round, is answered so: one word may make the difference.
const POLARITY_MARGIN: f32 = 0.1;

/// … if it is like it by so much.
const CLEAR_POLARITY: f32 = 0.6;

/// Acts that have an answer of their own.
const OWN_ANSWER: [AgentAct; 3] = [
    AgentAct::AnythingElse,
    AgentAct::CheckAgreement,
    AgentAct::Farewell,
];

/// Acts in which a few words are quickly like something else.
const COURTESY: [AgentAct; 3] = [AgentAct::OfferHelp, AgentAct::Thank, AgentAct::Greet];

/// A statement of more words than this asks for nothing by likeness alone; a question of more may hold a
/// strange word that is not what it asks about.
pub(super) const SHORT: usize = 6;

/// What a sentence is like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Alike {
    pub(super) likely: Likely,
    /// How like it is, and how much liker than anything else; from 0, 1 and more the same words.
    pub(super) confidence: f32,
}

impl Alike {
    /// Whether it counts even where patterns say otherwise.
    pub(super) fn is_sure(&self) -> bool {
        self.confidence >= SURELY_ALIKE
    }
}

/// Something that a sentence is more or less like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Near {
    pub(super) likely: Likely,
    pub(super) like: Like,
    /// Whether the sentence may mean it: questions ask for facts, statements offer, both may call for a
    /// move.
    pub(super) meant: bool,
    /// Of how many things wordings hold a longer word of it, where none for this one does: of the rarest.
    pub(super) foreign: Option<usize>,
}

impl SentenceMeaning {
    /// Settles with what the sentence is like what patterns leave open.
    pub(super) fn compare(
        &mut self,
        scenario: &Scenario,
        state: &State,
        utterance: &Utterance,
        comparison: &Comparison,
    ) {
        let likeness = scenario.wordings.likeness();
        self.strange = comparison.words.are_strange();
        let denied = self.denies(utterance);
        // only of these is it asked whether they are about something else
        let short = self.tokens.len() <= SHORT && (self.form.is_some() || self.fragment);
        let near = comparison.nearest.iter().copied().filter_map(|like| {
            let likely = scenario.wordings.likely(like.label)?;
            // "that is not my problem" is not like "that is my problem", nor is a question like it
            let same_kind = matches!(likely, Likely::Asks(..))
                || like.denied == denied && scenario.wordings.asks(like.example) == self.asks;
            let meant = same_kind && self.can_mean(scenario, state, likely, like.likeness);
            let foreign = || likeness.spread_of_foreign_word(&like, &comparison.words);
            Some(Near {
                likely,
                like,
                meant,
                foreign: (meant && short).then(foreign).flatten(),
            })
        });
        self.near = near.collect();
        self.keep_what_is_seconded(scenario);
        self.drop_unlikely_offers(scenario);
        self.take_likely_offer(scenario, state, utterance, comparison);
    }

    /// The one thing that the sentence is like, of those that it may be meant for.
    pub(super) fn alike(&self) -> Option<Alike> {
        let mut meant = self.near.iter().filter(|it| it.meant);
        let best = meant.next()?;
        if self.is_liker_to_another(best) {
            return None;
        }
        let next = meant.find(|it| !it.likely.calls_for_the_same(best.likely));
        let lead = next.map_or(FAR_AHEAD, |it| best.like.standing - it.like.standing);
        let short = self.tokens.len() <= SHORT && self.form.is_some();
        let (confidence, enough) = if best.foreign.is_some() && short {
            // the strange word is what it is about, so that nothing else being like it tells nothing
            (best.like.likeness, self.enough().max(STRANGE_BUT_ALIKE))
        } else {
            let confidence = best.like.likeness + LEAD_WEIGHT * lead.min(FAR_AHEAD);
            (confidence, self.enough())
        };
        (confidence >= enough).then(|| Alike {
            likely: self.with_polarity(best),
            confidence,
        })
    }

    /// Whether it is but somewhat like this and liker to something that it cannot mean: then it is about
    /// that, or about neither.
    fn is_liker_to_another(&self, near: &Near) -> bool {
        let named = |it: &&Near| it.likely != Likely::Nothing;
        let first = self.near.iter().find(named);
        let another = first.is_some_and(|it| !it.likely.calls_for_the_same(near.likely));
        another && self.asks && near.like.likeness < SOMEWHAT_ALIKE
    }

    /// Whether a sentence that is so like it may mean this.
    fn can_mean(&self, scenario: &Scenario, state: &State, likely: Likely, likeness: f32) -> bool {
        match likely {
            // "your address please" asks, though no mark or act says so
            Likely::Asks(fact, _) => {
                let short = self.tokens.len() <= SHORT;
                let may = self.acts.is_empty() && (short || likeness >= SURELY_ALIKE);
                let asked = self.asks || may || self.wants() || self.bids();
                asked && state.can_tell(fact, scenario)
            }
            Likely::Calls(made) => {
                let now = state.move_now(made, scenario);
                state.is_here(&scenario.moves[now].stages)
            }
            Likely::Offers(solution) => self.can_offer(solution, scenario, state),
            // a question asks for something, whatever it reminds of
            Likely::Nothing => !self.asks,
        }
    }

    /// A question answered with yes or no, where it is clear which.
    fn with_polarity(&self, best: &Near) -> Likely {
        let Likely::Asks(fact, polarity) = best.likely else {
            return best.likely;
        };
        let other = self.near.iter().find(|it| {
            matches!(it.likely, Likely::Asks(also, other)
                if also == fact && other != polarity && other != Polarity::Asked)
        });
        let margin = best.like.likeness - other.map_or(0.0, |it| it.like.likeness);
        let clear = self.form.is_none()
            && !self.bids()
            && best.like.likeness >= CLEAR_POLARITY
            && margin >= POLARITY_MARGIN;
        Likely::Asks(fact, if clear { polarity } else { Polarity::Asked })
    }

    /// How like a wording it must be: the fewer its words, and the more it has an answer of its own,
    /// the more.
    fn enough(&self) -> f32 {
        let words = self.tokens.len();
        if self.does(&OWN_ANSWER) || words < FEW_WORDS {
            THE_SAME
        } else if self.does(&COURTESY) {
            SURELY_ALIKE
        } else if words < SOME_WORDS || !self.asks {
            CLEARLY_ALIKE
        } else {
            ALIKE
        }
    }

    /// Of questions in the same words the one counts that the sentence as a whole is most like: two
    /// readings that agree are surer than either.
    fn keep_what_is_seconded(&mut self, scenario: &Scenario) {
        let Some(fact) = self.seconded() else { return };
        let seconded = self.asked.iter().find(|it| it.fact == fact);
        let Some(asked) = seconded.cloned() else {
            return;
        };
        self.asked.retain(|it| {
            it.fact == fact || scenario.facts[it.fact].identity || !asked.shares_words_with(it)
        });
    }

    /// Whether something that may be offered is among the first that it is like.
    pub(super) fn reminds_of_an_offer(&self) -> bool {
        let mut first = self.near.iter().take(FIRST);
        first.any(|it| matches!(it.likely, Likely::Offers(_)))
    }

    /// How like the sentence is to offers of this solution (0–1).
    pub(super) fn likeness_to_offer(&self, solution: SolutionId) -> f32 {
        let mut near = self.near.iter();
        let same = near.find(|it| it.likely == Likely::Offers(solution));
        same.map_or(0.0, |it| it.like.likeness)
    }

    /// Of the facts that patterns find asked here, the one that the sentence is most like a question for, if
    /// it is like it at all.
    pub(super) fn seconded(&self) -> Option<FactId> {
        let mut asked = self.near.iter().filter_map(|it| match it.likely {
            Likely::Asks(fact, _) => Some((fact, it.like.standing)),
            _ => None,
        });
        let (fact, best) = asked.find(|(fact, _)| self.asked.iter().any(|it| it.fact == *fact))?;
        (best >= ALIKE).then_some(fact)
    }

    /// The fact that it most likely asks for: by a pattern, else by what it is like.
    pub(super) fn most_asked(&self) -> Option<FactId> {
        let like = || {
            let like = |it: &&Near| it.meant && it.like.likeness >= HARDLY_ALIKE;
            let mut meant = self.near.iter().filter(like);
            meant.find_map(|it| match it.likely {
                Likely::Asks(fact, _) => Some(fact),
                _ => None,
            })
        };
        self.asked.first().map(|it| it.fact).or_else(like)
    }

    /// What a short question is most like: whoever may know the answer seldom says that they do not. `None`
    /// below a likeness of `least` (0–1), where the sentence is long or a word of it is of few other
    /// things, and for yes or no, which would be a guess. A piece of a question is like many: it must be
    /// liker.
    pub(super) fn faintly_asked(&self, least: f32) -> Option<Asked> {
        let first = self.near.iter().find(|it| it.meant)?;
        let fragment = self.fragment && self.form.is_none();
        let least = if fragment {
            least.max(HALF_ALIKE)
        } else {
            least
        };
        let open = (self.form.is_some() || fragment) && first.like.likeness >= least;
        let clear = open
            && self.tokens.len() <= SHORT
            && first.foreign.is_none_or(|it| it >= OF_MANY_THINGS);
        self.question_like(first).filter(|_| clear)
    }

    /// The question for this fact that it is most like, as if a pattern had found it.
    pub(super) fn asked_by_likeness(&self, fact: FactId) -> Option<Asked> {
        let asks = |it: &&Near| matches!(it.likely, Likely::Asks(asked, _) if asked == fact);
        self.question_like(self.near.iter().find(asks)?)
    }

    /// The question that it is like, as if a pattern had found it.
    fn question_like(&self, near: &Near) -> Option<Asked> {
        let Likely::Asks(fact, polarity) = self.with_polarity(near) else {
            return None;
        };
        Some(Asked {
            fact,
            polarity,
            pattern: None,
            tokens: self.tokens.clone(),
            words: self.tokens.len(),
            claimed: self.states && polarity == Polarity::Yes,
            bare: false,
        })
    }
}
