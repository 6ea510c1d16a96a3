//! What nobody says beside the rest of an answer.

use crate::customer::{
    choose::{Answer, EVEN},
    exchange::{Exchange, Topic},
    sentence::SentenceMeaning,
};

/// An answer to a sentence of the reply.
pub(super) struct Planned<'h> {
    pub(super) answer: Answer,
    /// The odds that it is the one that was called for, as a logarithm; `None` where nothing was weighed.
    pub(super) odds: Option<f32>,
    /// Whether it but remarks on a sentence that asks nothing.
    pub(super) remarks: bool,
    pub(super) sentence: &'h SentenceMeaning,
}

impl Planned<'_> {
    /// Whether it tells what was asked.
    fn answers_a_question(&self) -> bool {
        self.sentence.is_question() && matches!(self.answer, Answer::Fact(_) | Answer::Move(_))
    }

    /// Whether it but says that a summary is right which asks nothing itself.
    fn but_confirms(&self) -> bool {
        self.answer == Answer::Confirm && !self.sentence.is_question()
    }

    /// Whether more speaks against it than for it.
    fn is_doubtful(&self) -> bool {
        self.odds.is_some_and(|it| it < EVEN)
    }
}

impl Exchange<'_> {
    /// Leaves out what is doubtful beside something that is not, what was only said back to the customer
    /// beside a question, and of all remarks but one.
    pub(super) fn leave_unsaid(&self, planned: &mut Vec<Planned<'_>>) {
        self.leave_out_what_is_doubtful(planned);
        let known = |it: &Planned<'_>| self.is_known(&it.answer);
        if planned
            .iter()
            .any(|it| it.answers_a_question() && !known(it))
        {
            planned.retain(|it| !known(it) && !it.but_confirms());
        }
        let kept = self.remark_to_make(planned).cloned();
        planned.retain(|it| !it.remarks || Some(&it.answer) == kept.as_ref());
    }

    /// Whoever is sure of one question gives no answer to what may be none, and whoever is sure of anything
    /// none to what asks nothing; of a list of data they leave out nothing.
    fn leave_out_what_is_doubtful(&self, planned: &mut Vec<Planned<'_>>) {
        let sure = planned
            .iter()
            .filter(|it| it.odds.is_some() && !it.is_doubtful());
        let told = |it: &Planned<'_>| it.answers_a_question() && !self.is_known(&it.answer);
        let tells = sure.clone().any(told);
        let sure: Vec<Answer> = sure.map(|it| it.answer.clone()).collect();
        let listed = |it: &Answer| sure.iter().any(|other| self.are_data(it, other));
        planned.retain(|it| {
            let outdone = if it.sentence.is_question() {
                tells
            } else {
                !sure.is_empty()
            };
            !it.is_doubtful() || !outdone || listed(&it.answer)
        });
    }

    /// Whether it is a yes to what was but said, and what they have told already.
    fn is_known(&self, answer: &Answer) -> bool {
        matches!(answer, Answer::Fact(asked)
            if asked.claimed && self.state.told(asked.fact))
    }

    /// Of the remarks among what is `planned` the one to make, the case's own before what every customer
    /// would say: none beside an answer to what was asked, and beside a verdict on what was offered only the
    /// case's own on the very words that offer it, since nobody answers every sentence of a reply.
    fn remark_to_make<'p>(&self, planned: &'p [Planned<'_>]) -> Option<&'p Answer> {
        let offered = !self.hearing.offered.is_empty();
        if planned
            .iter()
            .any(|it| !it.remarks && !it.answer.is_unsure())
        {
            return None;
        }
        let remarks = planned.iter().filter(|it| it.remarks);
        let mut own = remarks
            .clone()
            .rev()
            .filter(|it| !self.is_common(&it.answer));
        let own = own.find(|it| !offered || it.sentence.offers());
        let any = || remarks.clone().next_back().filter(|_| !offered);
        own.or_else(any).map(|it| &it.answer)
    }

    /// Leaves out what nobody would say beside the rest.
    pub(super) fn narrow(&self, answers: &mut Vec<Answer>) {
        if answers.iter().any(|it| matches!(it, Answer::Fact(_))) {
            answers.retain(|it| !self.tells_on(it));
        }
        if answers.len() > 1 || self.says_more() {
            // "I don't know" to a question says more than "I see" to the sentence beside it
            answers.retain(|it| !self.is_last_resort(it));
        }
        drop_needless(answers);
        if self.says_more() {
            // who takes an offer or is relieved has understood
            answers.retain(|it| !it.is_unsure());
        }
        if !self.has_told_what_it_is_about() {
            // they say that first; "I don't know" would be a strange way to begin
            answers.retain(|it| !it.is_unsure() && *it != Answer::AgreeToWhat);
        }
        if answers.is_empty() && self.hearing.offered.is_empty() {
            answers.extend(self.remark());
        }
    }

    /// Whether something is said beside the answers: a verdict on an offer, or relief.
    fn says_more(&self) -> bool {
        !self.hearing.offered.is_empty() || self.says(|it| matches!(it, Topic::Settled(_)))
    }
}

/// "I don't know" and going on with the story are needless beside a true answer: whoever answers
/// has understood, and people answer what they can of two questions.
fn drop_needless(answers: &mut Vec<Answer>) {
    let real = |it: &Answer| !it.is_unsure() && !matches!(it, Answer::Story | Answer::AgreeToWhat);
    if answers.iter().any(real) {
        answers.retain(real);
    }
    if answers.contains(&Answer::AnythingElse) {
        // "then that is settled; anything else?" asks for no word on what was settled
        answers.retain(|it| *it != Answer::Confirm);
    }
    if answers.contains(&Answer::Confirm) {
        answers.retain(|it| *it != Answer::Agree);
    }
}
