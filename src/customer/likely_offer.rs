//! What a sentence offers: the solution that makes its words likeliest, beside all else that agents are
//! known to say in this case.

use crate::{
    acts::{AgentAct, Family},
    customer::{
        alike::Alike,
        choose::EVEN,
        sentence::{ASKING, Offer, SentenceMeaning},
        state::State,
        unmatched::STEPS,
        weigh::{OFFERED_IN_A_QUESTION, Weighing},
    },
    scenario::{Likely, Scenario, SolutionId},
    text::{Comparison, Utterance},
};

/// By so many powers of two must an offer be likelier than what is none …
const OFFER_MARGIN: f32 = 2.5;

/// … by so many where the sentence does nothing at all, as one that but names the thing ("a subscription of
/// thirty euros") …
const IDLE_MARGIN: f32 = 3.5;

/// … by so many where it does something else and nothing that solves …
const ASIDE_MARGIN: f32 = 4.5;

/// … by so many more where it has hardly a word …
const SHORT_MARGIN: f32 = 1.0;

/// … or denies something …
const DENIAL_MARGIN: f32 = 1.0;

/// … and by so many likelier than another offer.
const LEAD: f32 = 0.5;

/// Of two offers in one sentence the one whose odds, as a logarithm, are so much lower is none.
const FAR_BEHIND: f32 = 3.0;

/// Hardly a word.
const SHORT: usize = 3;

/// What else a sentence may do, beside asking, that is seldom an offer.
const ELSE: [AgentAct; 11] = [
    AgentAct::AnythingElse,
    AgentAct::CheckAgreement,
    AgentAct::Summarise,
    AgentAct::Greet,
    AgentAct::Introduce,
    AgentAct::Farewell,
    AgentAct::Thank,
    AgentAct::NameFeeling,
    AgentAct::Validate,
    AgentAct::Acknowledge,
    AgentAct::OfferHelp,
];

/// What patterns see offered where nothing is taken on, proposed or put off on them must be so like an offer.
const WORDED: f32 = 0.5;

/// In these words nobody offers anything.
const COURTESY: [AgentAct; 4] = [
    AgentAct::Greet,
    AgentAct::Introduce,
    AgentAct::Thank,
    AgentAct::Farewell,
];

impl SentenceMeaning {
    /// Drops what patterns see offered in a sentence that does nothing like it: something unacceptable where
    /// they are not put off, anything in a mere courtesy.
    pub(super) fn drop_unlikely_offers(&mut self, scenario: &Scenario) {
        let does = |it: &AgentAct| STEPS.contains(it) || it.family() == Family::Blunder;
        if self.acts.iter().any(|it| does(&it)) {
            return;
        }
        let courtesy = self.does(&COURTESY);
        let offers = std::mem::take(&mut self.offers);
        let kept = offers.into_iter().filter(|it| {
            let needs_wording = courtesy || scenario.solutions[it.solution].refused;
            !needs_wording || self.likeness_to_offer(it.solution) >= WORDED
        });
        self.offers = kept.collect();
    }

    /// What is worded as an offer, or by far likeliest one, is one, whatever question patterns saw in it.
    /// What they saw offered goes with it, unless one of the two is never accepted.
    pub(super) fn take_likely_offer(
        &mut self,
        scenario: &Scenario,
        state: &State,
        utterance: &Utterance,
        comparison: &Comparison,
    ) {
        let worded = self.alike().filter(Alike::is_sure);
        let solution = match worded.map(|it| it.likely) {
            Some(Likely::Offers(solution)) => Some(solution),
            _ => likeliest(scenario, comparison, self.offer_margin(utterance)),
        };
        let Some(solution) = solution.filter(|it| self.can_offer(*it, scenario, state)) else {
            return;
        };
        if self.offers.iter().any(|it| it.solution == solution) {
            return;
        }
        let refused = |it: SolutionId| scenario.solutions[it].refused;
        self.asked.clear();
        self.offers
            .retain(|other| !refused(solution) && !refused(other.solution));
        self.offers.push(Offer {
            solution,
            tokens: self.tokens.clone(),
            by_pattern: false,
            weighed: false,
        });
    }

    /// By how many powers of two an offer must be likelier than all else.
    pub(super) fn offer_margin(&self, utterance: &Utterance) -> f32 {
        let aside = !self.does(&STEPS) && (self.does(&ASKING) || self.does(&ELSE));
        let mut margin = if aside {
            ASIDE_MARGIN
        } else if self.acts.is_empty() {
            IDLE_MARGIN
        } else {
            OFFER_MARGIN
        };
        if self.tokens.len() <= SHORT {
            margin += SHORT_MARGIN;
        }
        if self.denies(utterance) {
            margin += DENIAL_MARGIN;
        }
        margin
    }
}

impl Weighing<'_> {
    /// Offers that patterns see in a sentence and that are hardly meant: beside one that is far likelier, or in what
    /// rather asks for something; by number of the sentence.
    pub(super) fn unlikely_offers(&self) -> Vec<(usize, SolutionId)> {
        let sentences = self.hearing.sentences.iter().enumerate();
        let doubtful = sentences.filter(|(_, it)| it.offers.len() > 1 || it.asks && it.offers());
        let unlikely = doubtful.flat_map(|(number, sentence)| {
            let candidates = self.candidates(sentence);
            let odds = |it: &Offer| (it.solution, self.odds_of_offer(&candidates, it.solution));
            let odds: Vec<(SolutionId, f32)> = sentence.offers.iter().map(odds).collect();
            let best = odds.iter().map(|it| it.1).fold(f32::NEG_INFINITY, f32::max);
            let asks = sentence.asks;
            let hardly = odds.into_iter().filter(move |(_, odds)| {
                let outweighed = best >= EVEN && best - odds > FAR_BEHIND;
                odds.is_finite() && (outweighed || asks && *odds < OFFERED_IN_A_QUESTION)
            });
            hardly.map(move |it| (number, it.0))
        });
        unlikely.collect()
    }
}

/// The solution that makes the words likeliest, if it does so by this margin.
fn likeliest(scenario: &Scenario, comparison: &Comparison, margin: f32) -> Option<SolutionId> {
    let mut best: Option<(SolutionId, f32)> = None;
    let (mut second, mut none) = (f32::NEG_INFINITY, f32::NEG_INFINITY);
    let topics = scenario.wordings.topics().iter();
    for (likely, likelihood) in topics.zip(&comparison.likelihoods) {
        match (*likely, best) {
            (Likely::Offers(_), Some((_, most))) if *likelihood <= most => {
                second = second.max(*likelihood);
            }
            (Likely::Offers(solution), other) => {
                second = other.map_or(second, |it| it.1);
                best = Some((solution, *likelihood));
            }
            _ => none = none.max(*likelihood),
        }
    }
    let (solution, most) = best?;
    (most - second >= LEAD && most - none >= margin).then_some(solution)
}
