//! What one sentence of a reply means: the facts that it asks for, what it offers, and the example that
//! it is like.

use std::{cmp::Reverse, ops::Range};

use crate::{
    acts::{ActSet, AgentAct, PolarKind, QuestionAim, QuestionForm},
    customer::{alike::Near, state::State},
    scenario::{FactId, HeardId, Polarity, Scenario, Solution, SolutionId},
    text::Utterance,
};

/// Acts by which a sentence asks for something.
pub(super) const ASKING: [AgentAct; 3] = [AgentAct::AskOpen, AgentAct::AskClosed, AgentAct::Verify];

/// A sentence of no more words hangs on what was said before it: "since when?"
pub(super) const FOLLOW_UP: usize = 5;

/// Questions that ask what is so: nobody sums up with them.
const INQUIRING: [PolarKind; 5] = [
    PolarKind::Know,
    PolarKind::Have,
    PolarKind::Exist,
    PolarKind::Be,
    PolarKind::Use,
];

/// Those with which nobody offers anything either; "have you tried …" and "do you go to the shop" may.
const IDLE: [PolarKind; 3] = [PolarKind::Know, PolarKind::Exist, PolarKind::Be];

/// Questions that no likeness makes an offer; "what about a break?" may be one.
const FOR_A_THING: [QuestionForm; 5] = [
    QuestionForm::When,
    QuestionForm::Where,
    QuestionForm::Who,
    QuestionForm::HowMuch,
    QuestionForm::HowLong,
];

/// Questions after which the possible answers may be named: "what do you drink, tea or coffee?"
const NAMING: [QuestionForm; 3] = [QuestionForm::What, QuestionForm::Which, QuestionForm::Who];

/// Turning the customer down.
pub(super) const REFUSING: [AgentAct; 2] = [AgentAct::Decline, AgentAct::Dismiss];

/// A question for an opinion of no more words hangs on what is asked before it.
const TAG: usize = 2;

/// A greeting of no more words is but that: "good morning".
const GREETING: usize = 2;

/// So many words of a pattern leave little doubt.
const MANY_WORDS: usize = 3;

/// A question about a fact, as found in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) fact: FactId,
    pub(super) polarity: Polarity,
    /// The pattern that asks it; without one nobody can tell whether it was asked before in the same words.
    pub(super) pattern: Option<u32>,
    /// Where it is asked.
    pub(super) tokens: Range<usize>,
    /// How many words of the pattern were found there.
    pub(super) words: usize,
    /// Whether it is but said, as something that the agent knows.
    pub(super) claimed: bool,
    /// Whether it is told without the word for yes or no: to a choice.
    pub(super) bare: bool,
}

impl Asked {
    /// Whether more than a single word asks it.
    pub(super) const fn is_plain(&self) -> bool {
        self.words >= 2
    }

    /// Whether both are asked with the same words.
    pub(super) const fn shares_words_with(&self, other: &Self) -> bool {
        overlap(&self.tokens, &other.tokens)
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
    /// Whether a pattern found it.
    pub(super) by_pattern: bool,
    /// Whether only weighing found it.
    pub(super) weighed: bool,
}

/// What one sentence of the reply means.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent observations of one sentence"
)]
#[derive(Debug, Default)]
pub(super) struct SentenceMeaning {
    pub(super) acts: ActSet<AgentAct>,
    pub(super) asks: bool,
    /// Whether it asks nothing by its form: what it asks for all the same it claims.
    pub(super) states: bool,
    /// Whether it was written with a question mark.
    pub(super) marked: bool,
    /// What kind of answer it asks for, if it asks; `None` for yes or no.
    pub(super) form: Option<QuestionForm>,
    /// What it is about, if it wants yes or no.
    pub(super) kind: Option<PolarKind>,
    /// Whether it names at its end what to choose from.
    pub(super) alternatives: bool,
    /// Whether it is one side of a choice: what is said to it is no yes.
    pub(super) one_of_two: bool,
    /// Whether it asks about what the agent said just before.
    pub(super) points_back: bool,
    /// Whether it asks which of the things named before it they would rather have.
    pub(super) prefers: bool,
    /// Whether it advises against what it names, or takes it back.
    pub(super) dissuades: bool,
    /// Whether it says what not to do, or what need not be done.
    pub(super) forbids: bool,
    /// Whether it is a word or two without a verb of its own that only what was said before explains.
    pub(super) fragment: bool,
    /// Its words.
    pub(super) tokens: Range<usize>,
    /// Surest first, one for each fact.
    pub(super) asked: Vec<Asked>,
    pub(super) phrases: Vec<Phrase>,
    /// All that it is like, the most alike first.
    pub(super) near: Vec<Near>,
    /// What it is after, beside an answer.
    pub(super) aim: Option<QuestionAim>,
    /// Whether it holds a longer word that no example of the case knows.
    pub(super) strange: bool,
    pub(super) offers: Vec<Offer>,
    /// The fact that it reads back wrong.
    pub(super) misread: Option<FactId>,
}

impl SentenceMeaning {
    /// Whether it offers one of the scenario's solutions.
    pub(super) fn offers(&self) -> bool {
        !self.offers.is_empty()
    }

    /// Whether it denies something.
    pub(super) fn denies(&self, utterance: &Utterance) -> bool {
        let words = &utterance.tokens()[self.tokens.clone()];
        words.iter().any(|it| it.negation)
    }

    /// Whether it holds a summary: not in a word ("so?"), nor where it asks for more than yes or no ("so, since
    /// when?"), for leave ("may I sum up?"), for what they want ("would you like that?") or for what they have or
    /// know, unless it asks whether it is right, nor where it but bids them wait.
    pub(super) fn sums_up(&self) -> bool {
        let wishes = self.kind == Some(PolarKind::Would) && self.aim != Some(QuestionAim::Truth);
        let asks = self.form.is_some() || self.kind == Some(PolarKind::Leave) || wishes;
        self.does(&[AgentAct::Summarise])
            && self.tokens.len() > 1
            && !(self.asks && asks || self.asks_what_is_so(&INQUIRING))
            && !self.does(&[AgentAct::Hold])
    }

    /// Whether it asks for yes or no in one of these ways, and not for their consent.
    fn asks_what_is_so(&self, kinds: &[PolarKind]) -> bool {
        self.asks
            && self.form.is_none()
            && self.kind.is_some_and(|it| kinds.contains(&it))
            && !self.does(&[AgentAct::CheckAgreement])
    }

    /// Whether it but asks for something, so that it is no offer unless its words are those of one.
    pub(super) fn but_inquires(&self) -> bool {
        let thing = self.asks && self.form.is_some_and(|it| FOR_A_THING.contains(&it));
        (thing || self.asks_what_is_so(&IDLE)) && !self.bids()
    }

    /// Whether it asks or bids for something, other than what it claims.
    pub(super) fn is_question(&self) -> bool {
        self.asks && (!self.states || self.wants() || self.bids())
    }

    /// Whether it but asks whether what was said before is true: "is that right?"
    pub(super) fn but_checks(&self) -> bool {
        self.aim == Some(QuestionAim::Truth)
            && self.form.is_none()
            && self.tokens.len() <= FOLLOW_UP
    }

    /// Whether it but asks for their opinion of the question before it: "what will she say, do you think?"
    pub(super) fn is_tag(&self) -> bool {
        self.kind == Some(PolarKind::Think) && self.tokens.len() <= TAG
    }

    /// Whether it but asks for their consent to what was said before: "is that all right?"
    pub(super) fn but_asks_consent(&self) -> bool {
        let checks = self.does(&[AgentAct::CheckAgreement]) && self.form.is_none();
        checks && self.tokens.len() <= FOLLOW_UP
    }

    /// Whether it asks them to agree, or that they meant what it names.
    pub(super) fn wants_a_yes(&self) -> bool {
        let agrees = matches!(self.kind, Some(PolarKind::Agree | PolarKind::Mean));
        self.asks && self.form.is_none() && agrees
    }

    /// Whether it is a choice, or one side of one.
    pub(super) fn is_of_a_choice(&self) -> bool {
        self.one_of_two || self.form == Some(QuestionForm::Choice)
    }

    /// Whether it names what to choose from.
    pub(super) fn leaves_a_choice(&self) -> bool {
        let named = || self.alternatives && self.form.is_some_and(|it| NAMING.contains(&it));
        self.form == Some(QuestionForm::Choice) || named()
    }

    /// Whether it is a word of greeting and no more.
    pub(super) fn but_greets(&self) -> bool {
        let greets = self.acts.contains(AgentAct::Greet) && self.acts.iter().count() == 1;
        greets && self.tokens.len() <= GREETING
    }

    /// Whether it says that what it names is needed: a statement that asks for it.
    pub(super) fn wants(&self) -> bool {
        self.aim == Some(QuestionAim::Want)
    }

    /// Whether it bids them do something: read something out, for one.
    pub(super) fn bids(&self) -> bool {
        self.aim == Some(QuestionAim::Request)
    }

    /// Whether it performs one of these acts.
    pub(super) fn does(&self, acts: &[AgentAct]) -> bool {
        acts.iter().any(|it| self.acts.contains(*it))
    }

    /// Whether words for a solution can be meant as an offer of it now: not where something is refused,
    /// nor where the agent but repeats what the customer wants or asks what is so, nor, for what the customer
    /// would never accept, where the agent asks about it without asking them to do it.
    pub(super) fn can_offer(
        &self,
        solution: SolutionId,
        scenario: &Scenario,
        state: &State,
    ) -> bool {
        let Solution {
            refused, stages, ..
        } = &scenario.solutions[solution];
        let acts_itself = self.does(&[AgentAct::Own, AgentAct::Propose, AgentAct::Goodwill]);
        let repeats = self.does(&[AgentAct::Summarise]) || self.asks_what_is_so(&IDLE);
        let asks = *refused && self.does(&ASKING) && !self.bids();
        let declined = self.does(&REFUSING);
        // "you must write a letter" may well come as a refusal; what nobody is to do comes as none
        let advised = if *refused {
            !self.forbids
        } else {
            !self.dissuades
        };
        advised
            && (*refused || !declined)
            && (acts_itself || !(repeats || asks))
            && state.is_here(stages)
    }

    /// Whether an offer stands in these words.
    pub(super) fn offers_at(&self, tokens: &Range<usize>) -> bool {
        self.offers.iter().any(|it| overlap(&it.tokens, tokens))
    }

    /// A stretch of words means one thing: the question or the offer, whichever is surer.
    pub(super) fn settle_what_is_meant(&mut self, scenario: &Scenario, utterance: &Utterance) {
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
            let wants = self.wants();
            let wanted = |it: &Asked| wants && it.polarity == Polarity::Asked;
            self.asked.retain(|it| {
                false_claim(it) || wanted(it) || claims(it) && (fills(it) || leads(it))
            });
            self.states = true;
            for it in &mut self.asked {
                it.claimed = it.polarity == Polarity::Yes;
            }
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
        self.drop_what_others_hold(utterance);
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

    /// A single word right beside a question of many words belongs to that, unless a comma or colon parts them: "at
    /// what address can I reach you" asks for no street, "may I have your name, postcode …" for both.
    fn drop_what_others_hold(&mut self, utterance: &Utterance) {
        let many: Vec<Range<usize>> = self
            .asked
            .iter()
            .filter(|it| it.words >= MANY_WORDS)
            .map(|it| it.tokens.clone())
            .collect();
        let meets = |one: &Range<usize>, next: &Range<usize>| {
            one.end == next.start && !utterance.has_pause_before(next.start)
        };
        let beside = |it: &Range<usize>, other: &Range<usize>| meets(it, other) || meets(other, it);
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
