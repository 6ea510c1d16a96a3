//! Answering a sentence that nothing in the scenario knows in so many words: by what it does, and by the
//! kind of answer that it asks for.

use crate::{
    acts::{ActSet, AgentAct, Family, PolarKind, QuestionAim, QuestionForm},
    customer::{
        alike::ALIKE,
        exchange::Exchange,
        kinds::Answer,
        sentence::{Asked, REFUSING, SentenceMeaning},
    },
    scenario::{CueName, HARDLY_ALIKE, Polarity},
    text::fold,
};

/// A statement of so many words before "klopt dat?" counts as a summary.
const STATEMENT_WORDS: usize = 4;

/// A question of more words than this is about more than a name.
const NAME_QUESTION: usize = 6;

/// Shorter words say little, and as parts of a name are words of their own: "de", "van".
const LONG_WORD: usize = 4;

/// The fact that tells the customer's name.
const NAME: &str = "name";

/// What the agent says they will or could do.
pub(super) const STEPS: [AgentAct; 6] = [
    AgentAct::Propose,
    AgentAct::Own,
    AgentAct::Goodwill,
    AgentAct::PromiseTime,
    AgentAct::Refer,
    AgentAct::Hold,
];

/// What the agent takes on.
const TAKEN_ON: [AgentAct; 4] = [
    AgentAct::Own,
    AgentAct::Goodwill,
    AgentAct::PromiseTime,
    AgentAct::Hold,
];

impl Exchange<'_> {
    /// The answer to a sentence that nothing in the scenario knows in so many words.
    pub(super) fn unmatched(&self, number: usize) -> Option<Answer> {
        let sentence = &self.hearing.sentences[number];
        if self.asks_for_more(number) {
            return Some(Answer::AnythingElse);
        }
        if sentence.offers() || !sentence.asks || is_blunder(sentence.acts) {
            return None;
        }
        let checks = sentence.aim == Some(QuestionAim::Truth);
        if checks && sentence.is_of_a_choice() {
            // "is it all right, or must anything be added?"
            return self.agreement(number);
        }
        if sentence.leaves_a_choice() || sentence.one_of_two {
            return Some(if sentence.does(&STEPS) {
                Answer::Unknown(CueName::LeaveChoice)
            } else {
                Answer::Choose
            });
        }
        if sentence.but_checks() || sentence.does(&[AgentAct::CheckAgreement]) {
            return self.agreement(number);
        }
        if let Some(own_name) = self.own_name(sentence) {
            return Some(own_name);
        }
        let told = sentence.form.is_some() || sentence.does(&[AgentAct::AskOpen]);
        if sentence.bids() && !told && !sentence.does(&TAKEN_ON) {
            return Some(Answer::Unknown(CueName::AskedToDo));
        }
        if sentence.does(&STEPS) {
            return Some(Answer::Agree);
        }
        if sentence.does(&[AgentAct::OfferHelp]) {
            return Some(Answer::Story);
        }
        let courtesy = sentence.does(&[
            AgentAct::Greet,
            AgentAct::NameFeeling,
            AgentAct::Validate,
            AgentAct::Reassure,
            AgentAct::Acknowledge,
        ]);
        let asks = sentence.does(&[AgentAct::AskOpen, AgentAct::AskClosed, AgentAct::Verify]);
        if courtesy && !asks {
            return None;
        }
        if sentence.does(&[AgentAct::AskOpen]) && self.is_invitation(sentence) {
            let asked = sentence.form.and_then(|_| self.guess(sentence, ALIKE));
            return asked.or(Some(Answer::Story));
        }
        let guess = self.guess(sentence, HARDLY_ALIKE);
        guess.or_else(|| Some(Answer::Unknown(self.unknown(sentence))))
    }

    /// What they best make of a question that is so like one; data about themselves nobody gives on a
    /// guess.
    fn guess(&self, sentence: &SentenceMeaning, least: f32) -> Option<Answer> {
        let asked = sentence.faintly_asked(least)?;
        if self.hearing.rejects_fact(asked.fact, self.state) {
            return None;
        }
        let identity = self.scenario.facts[asked.fact].identity;
        (!identity).then_some(Answer::Guess(asked))
    }

    /// Whether an open question can be taken as one to go on with the story: not one for a moment, a place
    /// or a reason, nor one about something of which the case knows nothing.
    fn is_invitation(&self, sentence: &SentenceMeaning) -> bool {
        let wide = matches!(
            sentence.form,
            None | Some(QuestionForm::What | QuestionForm::How | QuestionForm::Which)
        );
        self.has_more_to_tell() && (!self.has_told_what_it_is_about() || wide && !sentence.strange)
    }

    /// Yes to a short question that holds their own name: "and you are Rudi?"
    fn own_name(&self, sentence: &SentenceMeaning) -> Option<Answer> {
        let utterance = &self.hearing.reading.utterance;
        let own = &self.scenario.customer.name;
        let mut words = sentence.tokens.clone().map(|it| utterance.word_at(it));
        let asks = sentence.aim == Some(QuestionAim::Identity) && sentence.form.is_none();
        let short = sentence.tokens.len() <= NAME_QUESTION;
        let named = asks && short && words.any(|it| is_part_of(own, it));
        let fact = self.scenario.facts.iter().position(|it| &*it.id == NAME)?;
        named.then(|| {
            Answer::Fact(Asked {
                fact,
                polarity: Polarity::Yes,
                pattern: None,
                tokens: sentence.tokens.clone(),
                words: sentence.tokens.len(),
                claimed: false,
                bare: false,
            })
        })
    }

    /// How a customer says that they do not know; asked whether what they said is really so, they do. A word or two
    /// that say back nothing of it they do not understand.
    pub(super) fn unknown(&self, sentence: &SentenceMeaning) -> CueName {
        match sentence.form {
            None if !sentence.fragment => unknown_yes_or_no(sentence.kind),
            None if sentence.denies(&self.hearing.reading.utterance) => CueName::EchoNo,
            None if self.says_back(sentence) => CueName::EchoYes,
            None => CueName::Unclear,
            Some(QuestionForm::When) => CueName::UnknownWhen,
            Some(QuestionForm::Where) => CueName::UnknownWhere,
            Some(QuestionForm::Who) => CueName::UnknownWho,
            Some(QuestionForm::Why) => CueName::UnknownWhy,
            Some(QuestionForm::HowMuch | QuestionForm::HowLong) => CueName::UnknownHowMuch,
            Some(QuestionForm::Choice) => CueName::UnknownChoice,
            Some(QuestionForm::How | QuestionForm::Which | QuestionForm::What) => {
                CueName::UnknownQuestion
            }
        }
    }

    /// Whether a longer word of it stands in what the customer said last.
    fn says_back(&self, sentence: &SentenceMeaning) -> bool {
        let utterance = &self.hearing.reading.utterance;
        let words = sentence.tokens.clone().map(|it| utterance.word_at(it));
        let mut long = words.filter(|it| it.chars().count() >= LONG_WORD);
        long.any(|word| {
            let mut lines = self.state.said.iter().map(|it| self.scenario.line(it.line));
            lines.any(|it| is_part_of(it, word))
        })
    }

    /// What "klopt dat?" or "is dat goed?" asks about. Nobody agrees to a reply that refuses them something and offers
    /// nothing that the case knows: what the case says to that is all.
    fn agreement(&self, number: usize) -> Option<Answer> {
        let sentence = &self.hearing.sentences[number];
        if sentence.aim == Some(QuestionAim::Truth) && sentence.form.is_none() {
            return Some(Answer::Confirm);
        }
        let so_far = &self.hearing.sentences[..=number];
        let does = |acts: &[AgentAct]| so_far.iter().any(|it| it.does(acts));
        let asks_leave = sentence.kind == Some(PolarKind::Leave);
        if asks_leave || !self.hearing.offered.is_empty() {
            return Some(Answer::Agree);
        }
        if does(&REFUSING) {
            return None;
        }
        let before = &so_far[..number];
        let stated = |it: &SentenceMeaning| !it.asks && it.tokens.len() >= STATEMENT_WORDS;
        let long = sentence.tokens.len() > 3 * STATEMENT_WORDS;
        let sums_up = so_far.iter().any(SentenceMeaning::sums_up);
        let explained = does(&[AgentAct::Explain]) || self.state.any_accepted();
        Some(if does(&STEPS) || explained && !sums_up {
            Answer::Agree
        } else if sums_up || before.iter().any(stated) || long {
            Answer::Confirm
        } else {
            Answer::AgreeToWhat
        })
    }
}

/// Whether `word`, folded, is one of the longer words of `text`.
fn is_part_of(text: &str, word: &str) -> bool {
    let long = |it: &&str| it.chars().count() >= LONG_WORD;
    let mut parts = text.split(|it: char| !it.is_alphanumeric()).filter(long);
    parts.any(|it| fold(it) == word)
}

/// How they answer what they cannot say yes to.
const fn unknown_yes_or_no(kind: Option<PolarKind>) -> CueName {
    match kind {
        None => CueName::UnknownYesOrNo,
        Some(PolarKind::Have) => CueName::UnknownHave,
        Some(PolarKind::Know) => CueName::UnknownKnow,
        Some(PolarKind::Exist) => CueName::UnknownExist,
        Some(PolarKind::Think) => CueName::UnknownThink,
        Some(PolarKind::Would) => CueName::UnknownWould,
        Some(PolarKind::Be) => CueName::UnknownBe,
        Some(PolarKind::Use) => CueName::UnknownUse,
        Some(PolarKind::Leave | PolarKind::Hear) => CueName::AgreeStep,
        Some(PolarKind::Deny) => CueName::EchoNo,
        Some(PolarKind::Agree | PolarKind::Mean) => CueName::EchoYes,
    }
}

pub(super) fn is_blunder(acts: ActSet<AgentAct>) -> bool {
    acts.iter().any(|it| it.family() == Family::Blunder)
}

#[cfg(test)]
mod tests {
    use super::is_part_of;

    #[test]
    fn accents_make_no_other_word() {
        assert!(is_part_of("dat is mijn privémail.", "privemail"));
        assert!(is_part_of("met Daniëlle spreekt u", "danielle"));
        assert!(!is_part_of("dat is mijn werkmail.", "privemail"));
    }
}
