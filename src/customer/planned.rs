//! An answer that a sentence calls for, before it is settled what is said of all that a reply calls for.

use crate::{
    acts::{AgentAct, PolarKind, QuestionAim, QuestionForm},
    customer::{
        choose::EVEN,
        kinds::Answer,
        sentence::{FOLLOW_UP, SentenceMeaning},
    },
    scenario::Polarity,
};

/// A question of fewer words may hang on what is asked before it: "and why?"
const PLAIN_QUESTION: usize = 4;

/// What may be asked about what was asked before: "or do you no longer want it?", "then I know which one it is".
const UNCLEAR: [QuestionForm; 4] = [
    QuestionForm::Choice,
    QuestionForm::Which,
    QuestionForm::What,
    QuestionForm::How,
];

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
    /// Takes in another that says the same. What they make of one question is worth more than "I don't know" to another.
    pub(super) fn join(&mut self, other: Self) {
        let guessed = matches!(other.answer, Answer::Guess(_)) && self.answer.is_unsure();
        if guessed || other.asks_more_openly_than(self) {
            self.answer = other.answer;
        }
        self.odds = self.odds.zip(other.odds).map(|(one, other)| one.max(other));
        self.remarks &= other.remarks;
        if !self.sentence.is_question() || self.answer.is_unsure() {
            self.sentence = other.sentence;
        }
    }

    /// Whether both tell one fact, and this one to a question that no yes answers: "you chatted this morning. How did
    /// that go?"
    fn asks_more_openly_than(&self, other: &Self) -> bool {
        let (Answer::Fact(own), Answer::Fact(others)) = (&self.answer, &other.answer) else {
            return false;
        };
        self.sentence.is_question()
            && own.polarity == Polarity::Asked
            && others.polarity == Polarity::Yes
    }

    /// Whether it tells what was asked.
    pub(super) fn answers_a_question(&self) -> bool {
        self.sentence.is_question() && matches!(self.answer, Answer::Fact(_) | Answer::Move(_))
    }

    /// Whether it is a fact that a sentence with a question mark asks for.
    pub(super) fn tells_what_is_plainly_asked(&self) -> bool {
        matches!(self.answer, Answer::Fact(_)) && self.sentence.marked
    }

    /// Whether it is a fact that a sentence but mentions which asks for nothing, not even by a pattern: "monday or
    /// tuesday, what suits you".
    pub(super) fn but_mentions(&self) -> bool {
        let Answer::Fact(asked) = &self.answer else {
            return false;
        };
        let asked_for = asked.pattern.is_some() && asked.polarity == Polarity::Asked;
        !asked_for && !self.sentence.is_question()
    }

    /// Whether it answers what was said, rather than going on or saying that they do not know.
    pub(super) fn is_real(&self) -> bool {
        !self.answer.is_unsure() && !matches!(self.answer, Answer::Story | Answer::AgreeToWhat)
    }

    /// Whether it is the best they can say to a question.
    pub(super) fn makes_something_of_a_question(&self) -> bool {
        let guess = matches!(self.answer, Answer::Guess(_) | Answer::Story);
        guess && self.sentence.is_question()
    }

    /// Whether a question is plain enough that nobody would leave it lying, and that "I don't know" would not be
    /// taken for an answer to what was asked before it. Of such words to what wants yes or no raters, language models,
    /// found most beside the point where anything else was answered.
    pub(super) fn is_plainly_asked(&self) -> bool {
        let sentence = self.sentence;
        let open = sentence.form.is_some_and(|it| !UNCLEAR.contains(&it));
        open && sentence.is_question()
            && !sentence.bids()
            && sentence.tokens.len() >= PLAIN_QUESTION
    }

    /// Whether it but says that a summary is right which does not ask whether it is.
    pub(super) fn but_confirms(&self) -> bool {
        let checks = self.sentence.aim == Some(QuestionAim::Truth)
            || self.sentence.marked && self.sentence.does(&[AgentAct::Verify])
            || self.sentence.does(&[AgentAct::CheckAgreement]);
        self.answer == Answer::Confirm && !checks
    }

    /// Whether it says that a summary, or what was said before a question whether it is so, is right.
    pub(super) fn confirms_a_summary(&self) -> bool {
        let checks = self.sentence.aim == Some(QuestionAim::Truth);
        self.answer == Answer::Confirm && (checks || self.sentence.sums_up())
    }

    /// Whether it is written for a choice between the things that a question names.
    pub(super) fn chooses(&self) -> bool {
        let choice = self.sentence.form == Some(QuestionForm::Choice);
        choice && matches!(self.answer, Answer::Move(_))
    }

    /// Whether they choose between things that are only the possible answers to what was asked before: "congresses
    /// or parties?", "what do I hear then? Does it ring, or is there a tone?" What they would like is asked for itself.
    pub(super) fn chooses_in_passing(&self) -> bool {
        let wish = self.sentence.prefers || self.sentence.kind == Some(PolarKind::Would);
        self.answer == Answer::Choose && (!wish || self.sentence.tokens.len() <= FOLLOW_UP)
    }

    /// Whether it is what they think of what was just offered: "how does that sound?"
    pub(super) fn but_says_what_they_think(&self) -> bool {
        let opinion = match self.sentence.form {
            None => self.sentence.kind == Some(PolarKind::Think),
            Some(form) => matches!(form, QuestionForm::What | QuestionForm::How),
        };
        let doubtful = match self.answer {
            Answer::Fact(_) => self.is_doubtful(),
            Answer::Move(_) => true,
            _ => false,
        };
        opinion && doubtful && self.sentence.tokens.len() <= FOLLOW_UP
    }

    /// Whether it is said for want of an answer of the case's own.
    pub(super) fn is_makeshift(&self) -> bool {
        self.answer.is_unsure() || self.answer == Answer::Choose
    }

    /// Whether more speaks against it than for it.
    pub(super) fn is_doubtful(&self) -> bool {
        self.odds.is_some_and(|it| it < EVEN)
    }

    /// Tells a fact that a choice names without the word for yes or no.
    pub(super) fn tell_without_yes_or_no(&mut self) {
        if let Answer::Fact(asked) = &mut self.answer {
            asked.bare = true;
        }
    }

    /// Tells a fact that an agent but names without saying yes first.
    pub(super) fn tell_without_yes(&mut self) {
        if let Answer::Fact(asked) = &mut self.answer
            && asked.polarity == Polarity::Yes
        {
            asked.polarity = Polarity::Asked;
        }
    }
}
