//! Whether a goodbye is meant: kind wishes and thanks sound like one in the middle of a conversation, too.

use crate::{
    acts::{AgentAct, CustomerAct},
    customer::{
        hearing::Hearing,
        sentence::{ASKING, SentenceMeaning},
        state::State,
    },
};

/// What customers do who are about to leave.
const PARTING: [CustomerAct; 2] = [CustomerAct::Thanks, CustomerAct::Farewell];

/// What nobody does who has just said goodbye.
const TURNING_TO_THEM: [AgentAct; 6] = [
    AgentAct::Introduce,
    AgentAct::NameFeeling,
    AgentAct::Validate,
    AgentAct::Acknowledge,
    AgentAct::Summarise,
    AgentAct::Hold,
];

impl Hearing<'_> {
    /// Whether a goodbye in it can be meant: nobody leaves with their first words to somebody, nor with a question
    /// or an offer to help. And it must be the last word ([`Self::is_last_word`]).
    pub(super) fn can_be_goodbye(&self, state: &State) -> bool {
        let asks = |it: &SentenceMeaning| {
            let openly = it.marked && it.form.is_some() && !it.does(&[AgentAct::AnythingElse]);
            it.asks && it.does(&ASKING) || openly || it.does(&[AgentAct::OfferHelp])
        };
        state.turn > state.stage_since + 1
            && !self.sentences.iter().any(asks)
            && self.is_last_word(state)
    }

    /// Whether a goodbye in it is the last word: it has the words of one, or ends the reply where the customer has
    /// said thanks or goodbye, since a kind wish may sound like one; and nothing after it turns to the customer again
    /// ("Good day, sir. I hear that something went wrong.").
    fn is_last_word(&self, state: &State) -> bool {
        let says_goodbye = |it: &SentenceMeaning| it.does(&[AgentAct::Farewell]);
        let before = self.sentences.iter().position(says_goodbye);
        let mut after = self.sentences.iter().skip(before.unwrap_or_default());
        let turns = |it: &SentenceMeaning| !says_goodbye(it) && it.does(&TURNING_TO_THEM);
        let mut evidence = self.reading.evidence.iter();
        let worded = evidence.any(|it| it.act == AgentAct::Farewell && it.entry.is_some());
        let parting = state
            .history
            .customer_acts()
            .meets(PARTING.into_iter().collect());
        let ends = self.sentences.last().is_some_and(says_goodbye);
        (worded || parting && ends) && !after.any(turns)
    }
}
