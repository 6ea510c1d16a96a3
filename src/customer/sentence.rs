//! What one sentence of a reply means: the facts that it asks for, what it offers, and the example that
//! it is like.

use std::{cmp::Reverse, ops::Range};

use crate::{
    acts::{ActSet, AgentAct, AgentReading, PolarKind, QuestionAim, QuestionForm},
    customer::state::State,
    scenario::{FactId, HeardId, Likely, Polarity, Scenario, SolutionId},
};

/// Acts by which a sentence asks for something.
pub(super) const ASKING: [AgentAct; 3] = [AgentAct::AskOpen, AgentAct::AskClosed, AgentAct::Verify];

/// What it is less like than this is not looked at.
const HARDLY_ALIKE: f32 = 0.25;

/// A sentence is taken for one of the examples that it is like from here on.
const ALIKE: f32 = 0.5;

/// … and from here on whatever else it does.
const THE_SAME: f32 = 0.95;

/// Fewer words are like too many things.
const FEW_WORDS: usize = 3;

/// Fewer than these are like too many things by one of their words.
const SOME_WORDS: usize = 5;

/// A sentence of few words, or that asks nothing, is taken for one of the examples from here on.
const CLEARLY_ALIKE: f32 = 0.6;

/// The same for a sentence with a word that no example knows: "what colour is your bicycle" asks for
/// another colour.
const STRANGE_BUT_ALIKE: f32 = 0.7;

/// Acts that have an answer of their own.
const OWN_ANSWER: [AgentAct; 3] = [
    AgentAct::AnythingElse,
    AgentAct::CheckAgreement,
    AgentAct::Farewell,
];

/// Acts in which a few words are quickly like something else.
const COURTESY: [AgentAct; 3] = [AgentAct::OfferHelp, AgentAct::Thank, AgentAct::Greet];

/// A statement of more words than this asks for nothing by likeness alone.
const SHORT_STATEMENT: usize = 6;

/// So many words of a pattern leave little doubt.
const MANY_WORDS: usize = 3;

/// … and from here on even against patterns.
const SURELY_ALIKE: f32 = 0.8;

/// Of two that are about as like, neither is meant.
const ALIKE_MARGIN: f32 = 0.02;

/// A question about a fact, as found in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) fact: FactId,
    pub(super) polarity: Polarity,
    /// The pattern that asks it.
    pub(super) pattern: u32,
    /// Where it is asked.
    pub(super) tokens: Range<usize>,
    /// How many words of the pattern were found there.
    pub(super) words: usize,
}

impl Asked {
    /// Whether more than a single word asks it.
    pub(super) const fn is_plain(&self) -> bool {
        self.words >= 2
    }

    /// How sure the reading is: the longer the stretch, and the more words found in it, the surer.
    pub(super) fn sureness(&self) -> (usize, usize) {
        (self.tokens.len(), self.words)
    }
}

/// A phrase that a condition listens for, as found in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) list: HeardId,
    pub(super) tokens: Range<usize>,
    /// How many words of the pattern were found there.
    pub(super) words: usize,
}

/// The offer of a solution, as found in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Offer {
    pub(super) solution: SolutionId,
    pub(super) tokens: Range<usize>,
}

/// What one sentence of the reply means.
#[derive(Debug, Default)]
pub(super) struct SentenceMeaning {
    pub(super) acts: ActSet<AgentAct>,
    pub(super) asks: bool,
    /// What kind of answer it asks for, if it asks; `None` for yes or no.
    pub(super) form: Option<QuestionForm>,
    /// What it is about, if it wants yes or no.
    pub(super) kind: Option<PolarKind>,
    /// Its words.
    pub(super) tokens: Range<usize>,
    /// Surest first, one for each fact.
    pub(super) asked: Vec<Asked>,
    pub(super) phrases: Vec<Phrase>,
    /// The example that it is like.
    pub(super) alike: Option<Alike>,
    /// The facts that it is like a question for, the most alike first.
    pub(super) likes: Vec<(FactId, f32)>,
    /// What it is after, beside an answer.
    pub(super) aim: Option<QuestionAim>,
    /// Whether it holds a longer word that no example of the case knows.
    pub(super) strange: bool,
    pub(super) offers: Vec<Offer>,
}

/// What a sentence is like, though no pattern says so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Alike {
    pub(super) likely: Likely,
    /// 0–1.
    likeness: f32,
    /// Its number among patterns that ask.
    pattern: u32,
}

impl Alike {
    /// Whether it counts before what every customer would say to these words.
    pub(super) fn is_clear(&self) -> bool {
        self.likeness >= CLEARLY_ALIKE
    }

    /// Whether it counts even where patterns say otherwise.
    pub(super) fn is_sure(&self) -> bool {
        self.likeness >= SURELY_ALIKE
    }
}

impl SentenceMeaning {
    /// Whether it offers one of the scenario's solutions.
    pub(super) fn offers(&self) -> bool {
        !self.offers.is_empty()
    }

    /// Whether it performs one of these acts.
    pub(super) fn does(&self, acts: &[AgentAct]) -> bool {
        acts.iter().any(|it| self.acts.contains(*it))
    }

    /// Whether words for a solution can be meant as an offer here: not where something is refused,
    /// nor where the agent but repeats what the customer wants, nor, for what the customer would
    /// never accept, where the agent asks about it without asking them to do it.
    pub(super) fn can_offer(&self, refused: bool) -> bool {
        let acts_itself = self.does(&[AgentAct::Own, AgentAct::Propose, AgentAct::Goodwill]);
        let repeats = self.does(&[AgentAct::Summarise]);
        let asks = refused && self.does(&ASKING) && self.aim != Some(QuestionAim::Request);
        let declined = self.does(&[AgentAct::Decline, AgentAct::Dismiss]);
        // "you must write a letter" may well come as a refusal
        (refused || !declined) && (acts_itself || !(repeats || asks))
    }

    /// Of the facts that patterns find asked here, the one that the sentence as a whole is most like a
    /// question for: two readings that agree are surer than either.
    pub(super) fn seconded(&self) -> Option<FactId> {
        let mut asked = self
            .likes
            .iter()
            .filter(|(fact, _)| self.asked.iter().any(|it| it.fact == *fact));
        let (fact, best) = asked.next().copied()?;
        let next = asked.next().map_or(0.0, |it| it.1);
        (best >= ALIKE && best - next >= ALIKE_MARGIN).then_some(fact)
    }

    /// Of questions in the same words the seconded one counts.
    pub(super) fn keep_what_is_seconded(&mut self, scenario: &Scenario) {
        let Some(fact) = self.seconded() else { return };
        let seconded = self.asked.iter().find(|it| it.fact == fact);
        let Some(tokens) = seconded.map(|it| it.tokens.clone()) else {
            return;
        };
        self.asked.retain(|it| {
            it.fact == fact || scenario.facts[it.fact].identity || !overlap(&tokens, &it.tokens)
        });
    }

    /// Whether an offer stands in these words.
    pub(super) fn offers_at(&self, tokens: &Range<usize>) -> bool {
        self.offers.iter().any(|it| overlap(&it.tokens, tokens))
    }

    /// The one example that the sentence is like, of those that it may be meant for: questions ask for
    /// facts, statements offer, both may call for a move.
    pub(super) fn compare(
        &mut self,
        scenario: &Scenario,
        state: &State,
        reading: &AgentReading,
    ) -> Option<Alike> {
        self.strange = scenario
            .likeness
            .is_strange(&reading.utterance, self.tokens.clone());
        let near = scenario
            .likeness
            .nearest(&reading.utterance, self.tokens.clone(), HARDLY_ALIKE);
        let words = &reading.utterance.tokens()[self.tokens.clone()];
        let denied = words.iter().any(|it| it.negation);
        let facts = near.iter().filter_map(|it| {
            let likely = scenario.likely.get(it.label as usize)?;
            match *likely {
                Likely::Asks(fact) => Some((fact, it.likeness)),
                _ => None,
            }
        });
        self.likes = facts.collect();
        let mut meant = near.into_iter().filter_map(|it| {
            let likely = *scenario.likely.get(it.label as usize)?;
            let asks_for = matches!(likely, Likely::Asks(_));
            if !asks_for && (it.denied != denied || it.asks != self.asks) {
                // "that is not my problem" is not like "that is my problem", nor is a question like it
                return None;
            }
            let fits = match likely {
                // "your address please" asks, though no mark or act says so
                Likely::Asks(fact) => {
                    let short = self.tokens.len() <= SHORT_STATEMENT;
                    let may = self.acts.is_empty() && (short || it.likeness >= SURELY_ALIKE);
                    let asks = self.asks || may;
                    asks && state.is_here(&scenario.facts[fact].stages)
                }
                Likely::Calls(made) => state.is_here(&scenario.moves[made].stages),
                Likely::Offers(solution) => {
                    let it = &scenario.solutions[solution];
                    self.can_offer(it.refused) && state.is_here(&it.stages)
                }
            };
            fits.then_some(Alike {
                likely,
                likeness: it.likeness,
                // beyond those that are patterns
                pattern: u32::MAX - it.label,
            })
        });
        let enough = if self.strange {
            self.enough().max(STRANGE_BUT_ALIKE)
        } else {
            self.enough()
        };
        let best = meant.next().filter(|it| it.likeness >= enough)?;
        let next = meant.next().map_or(0.0, |it| it.likeness);
        (best.likeness - next >= ALIKE_MARGIN || best.is_sure()).then_some(best)
    }

    /// How like an example it must be: the fewer its words, and the more it has an answer of its own,
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

    /// What is like an offer is one, where nothing else is meant by the sentence.
    pub(super) fn take_alike_offer(&mut self) {
        let Some(alike) = self.alike else { return };
        if let Likely::Offers(solution) = alike.likely
            && (alike.is_sure() || (self.asked.is_empty() && self.offers.is_empty()))
        {
            self.offers = vec![Offer {
                solution,
                tokens: self.tokens.clone(),
            }];
        }
    }

    /// The question that it is like, as if a pattern had found it.
    pub(super) fn alike_question(&self) -> Option<Asked> {
        let alike = self.alike?;
        let Likely::Asks(fact) = alike.likely else {
            return None;
        };
        Some(Asked {
            fact,
            polarity: Polarity::Asked,
            pattern: alike.pattern,
            tokens: self.tokens.clone(),
            words: self.tokens.len(),
        })
    }

    /// A stretch of words means one thing: the question or the offer, whichever is surer.
    pub(super) fn settle_what_is_meant(&mut self, scenario: &Scenario) {
        if !self.asks {
            let (words, shortest) = (self.tokens.len(), self.tokens.len() / 2);
            let fills = |it: &Asked| it.tokens.len() + 1 >= words;
            let leads =
                |it: &Asked| it.tokens.start == self.tokens.start && it.tokens.len() > shortest;
            // a claim is denied where it is false; yes is said to what was plainly put
            let claims = |it: &Asked| it.polarity != Polarity::Yes || it.words >= MANY_WORDS;
            // whoever sums up claims all of it
            let sums_up = self.does(&[AgentAct::Summarise]);
            let false_claim = |it: &Asked| sums_up && it.polarity == Polarity::No;
            self.asked
                .retain(|it| false_claim(it) || claims(it) && (fills(it) || leads(it)));
            self.asks = !self.asked.is_empty();
        }
        // of two questions for one fact the surer counts; of equally sure ones yes or no
        self.asked
            .sort_by_key(|it| (Reverse((it.sureness(), it.polarity)), it.fact));
        let mut seen = Vec::new();
        self.asked.retain(|it| {
            let new = !seen.contains(&it.fact);
            seen.push(it.fact);
            new
        });
        self.drop_what_others_hold();
        self.keep_the_surest_offers(scenario);
        let asked = &self.asked;
        self.offers.retain(|offer| {
            let asks_rather = |it: &Asked| {
                overlap(&it.tokens, &offer.tokens) && it.tokens.len() > offer.tokens.len()
            };
            !asked.iter().any(asks_rather)
        });
        let offers = &self.offers;
        self.asked.retain(|it| {
            !offers
                .iter()
                .any(|offer| overlap(&it.tokens, &offer.tokens))
        });
    }

    /// A single word right beside a question of many words belongs to that: "at what address can I reach
    /// you" asks for no street.
    fn drop_what_others_hold(&mut self) {
        let many: Vec<Range<usize>> = self
            .asked
            .iter()
            .filter(|it| it.words >= MANY_WORDS)
            .map(|it| it.tokens.clone())
            .collect();
        let beside = |it: &Range<usize>, other: &Range<usize>| {
            it.end == other.start || other.end == it.start
        };
        self.asked
            .retain(|it| it.is_plain() || !many.iter().any(|other| beside(&it.tokens, other)));
    }

    /// Of offers that share words the surer counts, where one of them is never accepted: of equally sure
    /// ones that, since its pattern names what makes it unacceptable. What can be accepted goes together:
    /// "I take it off and send you a mail".
    fn keep_the_surest_offers(&mut self, scenario: &Scenario) {
        let refused = |it: &Offer| scenario.solutions[it.solution].refused;
        self.offers
            .sort_by_key(|it| (Reverse((it.tokens.len(), refused(it))), it.tokens.start));
        let mut kept: Vec<Offer> = Vec::new();
        for offer in std::mem::take(&mut self.offers) {
            let clashes = |it: &Offer| {
                overlap(&it.tokens, &offer.tokens)
                    && (it.solution == offer.solution || refused(it) || refused(&offer))
            };
            if !kept.iter().any(clashes) {
                kept.push(offer);
            }
        }
        kept.sort_by_key(|it| it.tokens.start);
        self.offers = kept;
    }
}

/// Whether two stretches share a word.
pub(super) const fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
