//! Words that are meant for another customer: what they offer would help that one, and nothing in them
//! this one.

use std::ops::Range;

use crate::{
    acts::Reader,
    customer::{alike::Alike, hearing::Hearing, sentence::SentenceMeaning, state::State},
    scenario::{Likely, Scenario, Whose},
    text::Utterance,
};

/// By so many powers of two more than an offer in its own case needs must one to another customer be
/// likelier than all that is said to this one, or to anyone …
const MARGIN: f32 = 2.0;

/// … by so many more where a longer word in it belongs to none of the cases …
const STRANGE_MARGIN: f32 = 2.0;

/// … or it is one sentence of several, each of which could be taken wrongly …
const SEVERAL_MARGIN: f32 = 2.0;

/// … and by so many than what is said to the other and is no offer.
const LEAD: f32 = 0.5;

/// Fewer words offer nothing that would be clear without what was said before.
const FEW_WORDS: usize = 4;

/// So much likelier must words be as said to this customer than to another, to be meant for them
/// though they hold what is particular to another.
const SAID_HERE: f32 = 1.0;

/// The customer who is spoken to, beside those in other cases.
pub(crate) struct Present<'a> {
    /// Whose words are whose.
    pub(crate) whose: &'a Whose,
    /// Which of the cases is theirs.
    pub(crate) case: usize,
    pub(crate) scenario: &'a Scenario,
    pub(crate) state: &'a State,
}

/// How well what is said to each of them accounts for a sentence: powers of two.
#[derive(Debug, Clone, Copy)]
struct Accounts {
    /// To the one who is present, or to anyone.
    here: f32,
    /// To another one, offers aside.
    elsewhere: f32,
    /// As an offer to another one who is there.
    offered_elsewhere: f32,
}

impl Present<'_> {
    /// Whether `text` offers what would help only a customer in another case that is `open`, and nothing in
    /// it may be meant for the one who is present.
    pub(crate) fn is_offered_what_helps_another(
        &self,
        reader: &Reader,
        text: &str,
        open: impl Fn(usize) -> bool,
    ) -> bool {
        let reading = reader.read_agent(text, &self.state.history);
        let language = reader.lexicon().language();
        let sentences = Hearing::new(self.scenario, language, self.state, &reading).sentences;
        let several = if sentences.len() > 1 {
            SEVERAL_MARGIN
        } else {
            0.0
        };
        let for_another = |it: &SentenceMeaning| {
            let utterance = &reading.utterance;
            let accounts = self.accounts(utterance, it.tokens.clone(), &open);
            it.tokens.len() >= FEW_WORDS
                && accounts.offered_elsewhere - accounts.elsewhere >= LEAD
                && accounts.offered_elsewhere - accounts.here
                    >= it.offer_margin(utterance) + self.margin(utterance, it) + several
        };
        let for_this_one = |it: &SentenceMeaning| it.is_of_this_case(self.scenario);
        !sentences.iter().any(for_this_one) && sentences.iter().any(for_another)
    }

    /// Whether the words at `tokens` are likelier to be said to this customer, or to anyone, than to another.
    pub(crate) fn is_likelier_said_here(
        &self,
        utterance: &Utterance,
        tokens: Range<usize>,
    ) -> bool {
        let accounts = self.accounts(utterance, tokens, |_| true);
        accounts.here - accounts.elsewhere.max(accounts.offered_elsewhere) >= SAID_HERE
    }

    fn margin(&self, utterance: &Utterance, sentence: &SentenceMeaning) -> f32 {
        if self.whose.is_strange(utterance, sentence.tokens.clone()) {
            MARGIN + STRANGE_MARGIN
        } else {
            MARGIN
        }
    }

    fn accounts(
        &self,
        utterance: &Utterance,
        tokens: Range<usize>,
        open: impl Fn(usize) -> bool,
    ) -> Accounts {
        let mut accounts = Accounts {
            here: f32::MIN,
            elsewhere: f32::MIN,
            offered_elsewhere: f32::MIN,
        };
        for it in self.whose.accounts(utterance, tokens) {
            let offers = matches!(it.likely, Likely::Offers(_));
            let best = match it.case {
                Some(case) if case != self.case && !offers => &mut accounts.elsewhere,
                Some(case) if case != self.case && open(case) => &mut accounts.offered_elsewhere,
                Some(case) if case != self.case => continue,
                _ => &mut accounts.here,
            };
            *best = best.max(it.likelihood);
        }
        accounts
    }
}

impl SentenceMeaning {
    /// Whether it asks for a fact of the case, or is like something that is said in it and not to everybody.
    /// What a pattern takes for an offer may be one to anybody.
    fn is_of_this_case(&self, scenario: &Scenario) -> bool {
        let own = |it: Alike| match it.likely {
            Likely::Asks(..) | Likely::Offers(_) => true,
            Likely::Calls(made) => !scenario.moves[made].common,
            Likely::Nothing => false,
        };
        !self.asked.is_empty() || self.alike().is_some_and(own)
    }
}
