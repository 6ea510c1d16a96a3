//! What a reply means to this customer: questions about facts, offers, phrases listened for.

use std::{cmp::Reverse, ops::Range};

use crate::{
    acts::{ActSet, AgentAct, AgentReading, CustomerAct, Language, QuestionForm},
    customer::{
        desk_work::desk_work,
        state::{State, WorryState},
    },
    scenario::{
        CountId, DeskWork, Facing, FactId, HeardId, Likely, Mood, Polarity, Role, Scenario,
        SolutionId, StageId, WorryId,
    },
    text::{Hit, Mark, Utterance},
};

/// Acts by which a sentence asks for something.
const ASKING: [AgentAct; 3] = [AgentAct::AskOpen, AgentAct::AskClosed, AgentAct::Verify];

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

/// … and from here on even against patterns.
const SURELY_ALIKE: f32 = 0.8;

/// Of two that are about as like, neither is meant.
const ALIKE_MARGIN: f32 = 0.02;

/// A sentence of so many words after a question may carry it on: "Uw naam? En uw adres."
const TAIL_OF_A_QUESTION: usize = 4;

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
    words: usize,
}

impl Asked {
    /// Whether more than a single word asks it.
    pub(super) const fn is_plain(&self) -> bool {
        self.words >= 2
    }

    /// How many words of the pattern were found.
    pub(super) const fn words(&self) -> usize {
        self.words
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
struct Offer {
    solution: SolutionId,
    tokens: Range<usize>,
}

/// What one sentence of the reply means.
#[derive(Debug, Default)]
pub(super) struct SentenceMeaning {
    pub(super) acts: ActSet<AgentAct>,
    pub(super) asks: bool,
    /// What kind of answer it asks for, if it asks; `None` for yes or no.
    pub(super) form: Option<QuestionForm>,
    /// Its words.
    pub(super) tokens: Range<usize>,
    /// Surest first, one for each fact.
    pub(super) asked: Vec<Asked>,
    pub(super) phrases: Vec<Phrase>,
    /// The example that it is like.
    pub(super) alike: Option<Alike>,
    offers: Vec<Offer>,
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
    /// never accept, where the agent asks about it.
    fn can_offer(&self, refused: bool) -> bool {
        let acts_itself = self.does(&[AgentAct::Own, AgentAct::Propose, AgentAct::Goodwill]);
        let repeats = self.does(&[AgentAct::Summarise]);
        let asks = refused && self.does(&ASKING);
        let declined = self.does(&[AgentAct::Decline, AgentAct::Dismiss]);
        // "you must write a letter" may well come as a refusal
        (refused || !declined) && (acts_itself || !(repeats || asks))
    }

    /// Whether an offer stands in these words.
    pub(super) fn offers_at(&self, tokens: &Range<usize>) -> bool {
        self.offers.iter().any(|it| overlap(&it.tokens, tokens))
    }

    /// The one example that the sentence is like, of those that it may be meant for: questions ask for
    /// facts, statements offer, both may call for a move.
    fn compare(&self, scenario: &Scenario, state: &State, reading: &AgentReading) -> Option<Alike> {
        let near = scenario
            .likeness
            .nearest(&reading.utterance, self.tokens.clone());
        let words = &reading.utterance.tokens()[self.tokens.clone()];
        let denied = words.iter().any(|it| it.negation);
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
                    let asks = self.asks || self.acts.is_empty();
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
        let strange = scenario
            .likeness
            .is_strange(&reading.utterance, self.tokens.clone());
        let enough = if strange {
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
    fn take_alike_offer(&mut self) {
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
    fn settle_what_is_meant(&mut self, scenario: &Scenario) {
        if !self.asks {
            let (words, shortest) = (self.tokens.len(), self.tokens.len() / 2);
            let fills = |it: &Asked| it.tokens.len() + 1 >= words;
            let leads =
                |it: &Asked| it.tokens.start == self.tokens.start && it.tokens.len() > shortest;
            self.asked.retain(|it| fills(it) || leads(it));
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

    /// Of offers that share words the surer counts; of equally sure ones the one that is never
    /// accepted, since that pattern names what makes it unacceptable.
    fn keep_the_surest_offers(&mut self, scenario: &Scenario) {
        let refused = |it: &Offer| scenario.solutions[it.solution].refused;
        self.offers
            .sort_by_key(|it| (Reverse((it.tokens.len(), refused(it))), it.tokens.start));
        let mut kept: Vec<Offer> = Vec::new();
        for offer in std::mem::take(&mut self.offers) {
            if !kept.iter().any(|it| overlap(&it.tokens, &offer.tokens)) {
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
    heard: Vec<bool>,
    /// What it comes to at the desk.
    pub(super) desk_work: DeskWork,
    /// Whether all its empathy is formula used before.
    pub(super) worn: bool,
}

impl<'a> Hearing<'a> {
    pub(super) fn new(
        scenario: &Scenario,
        language: &Language,
        state: &State,
        reading: &'a AgentReading,
    ) -> Self {
        let utterance = language.tell_apart(&reading.utterance);
        let mut hearing = Self {
            reading,
            acts: reading.taken_as(),
            sentences: meanings(reading, &utterance, language),
            mentioned: Vec::new(),
            offered: Vec::new(),
            heard: vec![false; scenario.heard],
            desk_work: DeskWork::default(),
            worn: is_worn(state, reading),
        };
        let company = mentions(&scenario.company, reading);
        for hit in scenario.patterns.find(&utterance) {
            let inside =
                |it: &Range<usize>| it.start <= hit.tokens.start && hit.tokens.end <= it.end;
            // "Belveld Mobiel, goedemorgen" asks for no mobile number
            if !company.iter().any(inside) {
                hearing.take_in(scenario, state, hit);
            }
        }
        for sentence in &mut hearing.sentences {
            sentence.settle_what_is_meant(scenario);
            sentence.alike = sentence.compare(scenario, state, reading);
            sentence.take_alike_offer();
            for offer in &sentence.offers {
                if !hearing.offered.contains(&offer.solution) {
                    hearing.offered.push(offer.solution);
                }
            }
        }
        if !hearing.can_be_goodbye(state) {
            let stays = |it: &AgentAct| *it != AgentAct::Farewell;
            hearing.acts = hearing.acts.iter().filter(stays).collect();
        }
        hearing.desk_work = desk_work(scenario, language, state, reading, &hearing.heard);
        hearing
    }

    /// Whether a goodbye in it can be meant: nobody leaves with their first words to
    /// somebody, nor with a question.
    fn can_be_goodbye(&self, state: &State) -> bool {
        let asks = |it: &SentenceMeaning| it.asks && it.does(&ASKING);
        state.turn > state.stage_since + 1 && !self.sentences.iter().any(asks)
    }

    fn take_in(&mut self, scenario: &Scenario, state: &State, hit: Hit) {
        let (Some(sentence), Some(role)) = (
            self.sentences.get_mut(hit.sentence),
            scenario.roles.get(hit.pattern as usize),
        ) else {
            return;
        };
        let tokens = hit.tokens;
        match *role {
            Role::Asks(fact, polarity) => {
                if sentence.does(&[AgentAct::Summarise]) && polarity == Polarity::Yes {
                    self.mentioned.push(fact);
                }
                let it = &scenario.facts[fact];
                if state.is_here(&it.stages) && (!it.common || has_common_moves(scenario, state)) {
                    // "when", "who" and "this or that" are answered with neither yes nor no
                    let polarity = match sentence.form {
                        Some(_) => Polarity::Asked,
                        None => polarity,
                    };
                    sentence.asked.push(Asked {
                        fact,
                        polarity,
                        pattern: hit.pattern,
                        tokens,
                        words: hit.words,
                    });
                }
            }
            Role::Mentions(fact) => self.mentioned.push(fact),
            Role::Offers(solution) => {
                let it = &scenario.solutions[solution];
                if sentence.can_offer(it.refused) && state.is_here(&it.stages) {
                    sentence.offers.push(Offer { solution, tokens });
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
                .any(|it| !it.asked.is_empty() || it.alike.is_some())
    }

    pub(super) const fn acts(&self) -> ActSet<AgentAct> {
        self.acts
    }

    /// Whether the reply performs one of these acts.
    pub(super) fn does(&self, acts: &[AgentAct]) -> bool {
        acts.iter().any(|it| self.acts().contains(*it))
    }
}

/// Whether the common moves belong to the present stage.
pub(super) fn has_common_moves(scenario: &Scenario, state: &State) -> bool {
    scenario.stages.get(state.stage).is_none_or(|it| it.common)
}

/// Where the reply says `name`.
fn mentions(name: &[Box<str>], reading: &AgentReading) -> Vec<Range<usize>> {
    let utterance = &reading.utterance;
    let (words, long) = (utterance.tokens().len(), name.len());
    let said = |from: &usize| (0..long).all(|at| utterance.word_at(from + at) == &*name[at]);
    let places = (0..(words + 1).saturating_sub(long.max(1))).filter(said);
    places.map(|from| from..from + long).collect()
}

/// What the sentences of `utterance`, the reply with its questions told apart, do by themselves.
fn meanings(
    reading: &AgentReading,
    utterance: &Utterance,
    language: &Language,
) -> Vec<SentenceMeaning> {
    let asking: ActSet<AgentAct> = ASKING.into_iter().collect();
    let shapes = language.question_shapes(utterance);
    let mut meanings: Vec<SentenceMeaning> = Vec::new();
    for (sentence, shape) in utterance.sentences().iter().zip(shapes) {
        let acts = reading.taken_as_in(sentence.span);
        let tokens = sentence.tokens.clone();
        let carries_on = meanings.last().is_some_and(|it| it.asks)
            && tokens.len() <= TAIL_OF_A_QUESTION
            && acts.is_empty();
        // many leave the question mark out; "how annoying" asks nothing
        let unmarked = shape.inverted && acts.is_empty() && sentence.mark != Mark::Exclamation;
        let asks = sentence.mark == Mark::Question || acts.meets(asking) || carries_on || unmarked;
        meanings.push(SentenceMeaning {
            acts,
            asks,
            form: shape.form,
            tokens,
            ..SentenceMeaning::default()
        });
    }
    meanings
}

/// Acts of empathy that wear out when the same words come again.
const FORMULAS: [AgentAct; 5] = [
    AgentAct::NameFeeling,
    AgentAct::Validate,
    AgentAct::Apologise,
    AgentAct::Reassure,
    AgentAct::Acknowledge,
];

/// The empathy phrases of a reply, folded.
pub(super) fn formulas(reading: &AgentReading) -> Vec<Box<str>> {
    let utterance = &reading.utterance;
    let empathy = reading
        .evidence
        .iter()
        .filter(|it| FORMULAS.contains(&it.act));
    empathy
        .map(|it| {
            let inside = utterance
                .tokens()
                .iter()
                .filter(|token| it.span.overlaps(token.span));
            let words: Vec<&str> = inside.map(|token| utterance.word(token)).collect();
            words.join(" ").into()
        })
        .collect()
}

fn is_worn(state: &State, reading: &AgentReading) -> bool {
    let phrases = formulas(reading);
    !phrases.is_empty() && phrases.iter().all(|it| state.formulas.contains(it))
}

/// The situation in which conditions are tried: the reply and the state as it stands.
pub(super) struct Situation<'a> {
    pub(super) hearing: &'a Hearing<'a>,
    pub(super) state: &'a State,
}

impl Facing for Situation<'_> {
    fn acts(&self) -> ActSet<AgentAct> {
        self.hearing.acts()
    }

    fn done(&self) -> ActSet<AgentAct> {
        self.state.done
    }

    fn after(&self) -> ActSet<CustomerAct> {
        self.state.history.customer_acts()
    }

    fn heard(&self, list: HeardId) -> bool {
        self.hearing.heard.get(list).copied().unwrap_or_default()
    }

    fn told_last(&self, fact: FactId) -> bool {
        self.state.told_last.contains(&fact)
    }

    fn desk_work(&self) -> DeskWork {
        self.hearing.desk_work
    }

    fn told(&self, fact: FactId) -> bool {
        self.state.told(fact)
    }

    fn open(&self, worry: WorryId) -> bool {
        self.state.is_open(worry)
    }

    fn settled(&self, worry: WorryId) -> bool {
        self.state.worry(worry) == WorryState::Settled
    }

    fn accepted(&self, solution: SolutionId) -> bool {
        self.state.accepted(solution)
    }

    fn offered(&self, solution: SolutionId) -> bool {
        self.hearing.offered.contains(&solution)
    }

    fn mood(&self) -> Mood {
        self.state.mood
    }

    fn turn(&self) -> u32 {
        self.state.turn
    }

    fn strikes(&self) -> u8 {
        self.state.strikes
    }

    fn quiet(&self) -> u32 {
        self.state.quiet
    }

    fn worn(&self) -> bool {
        self.hearing.worn
    }

    fn counted(&self, count: CountId) -> u32 {
        self.state.counted(count)
    }

    fn stage(&self) -> StageId {
        self.state.stage
    }
}
