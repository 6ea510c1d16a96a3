//! Answering what was asked, every question of it, sentence by sentence.

use crate::{
    acts::{AgentAct, Family},
    customer::{
        choose::Answer,
        exchange::{Exchange, Topic},
        hearing::FORMULAS,
        sentence::{Asked, NO_PATTERN, SentenceMeaning},
        unmatched::STEPS,
    },
    scenario::{Band, CueName, Part, Polarity},
};

/// In fright or haste nobody answers more questions at once.
const QUESTIONS_AT_ONCE: usize = 3;

/// Saying something without asking anything.
const TELLING: [AgentAct; 4] = [
    AgentAct::Explain,
    AgentAct::Decline,
    AgentAct::Note,
    AgentAct::Correct,
];

/// An answer to a sentence of the reply.
struct Planned<'h> {
    answer: Answer,
    /// Whether it but remarks on a sentence that asks nothing.
    remarks: bool,
    sentence: &'h SentenceMeaning,
}

impl Exchange<'_> {
    /// Answers the sentences of the reply in order.
    pub(super) fn answer(&mut self) {
        let mut answers = self.planned();
        self.narrow(&mut answers);
        self.answered |= !answers.is_empty();
        let overwhelmed = answers.len() > QUESTIONS_AT_ONCE && self.band() != Band::Calm;
        if overwhelmed {
            answers.truncate(QUESTIONS_AT_ONCE - 1);
        }
        if answers.contains(&Answer::Confirm) {
            // who says that it is so has said how they take it
            self.drop_relief();
        }
        for answer in answers {
            self.give(&answer);
        }
        if overwhelmed {
            self.cue(CueName::TooManyQuestions);
        }
    }

    /// What the sentences ask for, one by one; of what is only remarked on one thing.
    fn planned(&mut self) -> Vec<Answer> {
        let hearing = self.hearing;
        let mut planned: Vec<Planned<'_>> = Vec::new();
        for (number, sentence) in hearing.sentences.iter().enumerate() {
            for answer in self.plan(number) {
                let remarks = self.is_remark_on(number, &answer);
                if remarks && !self.has_told_what_it_is_about() {
                    // they have not even said why they call
                    continue;
                }
                if let Some(same) = planned
                    .iter_mut()
                    .find(|it| it.answer.says_the_same(&answer))
                {
                    if matches!(answer, Answer::Guess(_)) && same.answer.is_unsure() {
                        // what they make of one question is worth more than "I don't know" to another
                        same.answer = answer;
                    }
                    continue;
                }
                planned.push(Planned {
                    answer,
                    remarks,
                    sentence,
                });
            }
        }
        let kept = self.remark_to_make(&planned).cloned();
        planned.retain(|it| !it.remarks || Some(&it.answer) == kept.as_ref());
        for it in &planned {
            let Answer::Move(made) = it.answer else {
                continue;
            };
            if it.remarks && it.sentence.does(&FORMULAS) {
                self.remarks.push(made);
            }
            self.met |=
                !self.is_common(&it.answer) && it.sentence.acts.iter().any(may_be_meant_well);
        }
        planned.into_iter().map(|it| it.answer).collect()
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
    fn narrow(&self, answers: &mut Vec<Answer>) {
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

    /// Whether it is a remark on a sentence that asks nothing.
    fn is_remark_on(&self, sentence: usize, answer: &Answer) -> bool {
        let asks = self.hearing.sentences[sentence].asks;
        !asks && matches!(answer, Answer::Move(number) if !self.leads_somewhere(*number))
    }

    /// Whether something is said beside the answers: a verdict on an offer, or relief.
    fn says_more(&self) -> bool {
        !self.hearing.offered.is_empty() || self.says(|it| matches!(it, Topic::Settled(_)))
    }

    /// The answer to a reply in which no sentence asks for one.
    fn remark(&self) -> Option<Answer> {
        let moves = self.scenario.moves.iter().enumerate();
        // moves with examples answer what is like them, and nothing else
        let mut free = moves.filter(|(number, it)| {
            it.part == Part::Answer && !it.by_example && self.is_free(*number)
        });
        let called_for = free.find(|(_, it)| it.when.holds_unheard(&self.situation()));
        called_for.map(|(number, _)| Answer::Move(number))
    }

    fn give(&mut self, answer: &Answer) {
        match answer {
            Answer::Fact(asked) | Answer::Guess(asked) => self.tell_asked(asked),
            Answer::Move(number) => self.make(*number),
            Answer::AnythingElse => self.name_what_is_left(),
            Answer::Story => self.tell_story(),
            // the verdict says it
            Answer::Agree if !self.hearing.offered.is_empty() => {}
            Answer::Confirm => {
                self.cue(CueName::ConfirmSummary);
            }
            Answer::Agree => {
                self.cue(CueName::AgreeStep);
            }
            Answer::AgreeToWhat => {
                self.cue(CueName::OrderedOffer);
            }
            Answer::Unknown(cue) => {
                self.cue(*cue);
            }
        }
    }

    fn tell_asked(&mut self, asked: &Asked) {
        let scenario = self.scenario;
        let fact = &scenario.facts[asked.fact];
        if self.told_now.contains(&asked.fact) {
            return;
        }
        let known = self.state.told(asked.fact);
        let asked_before = asked.pattern != NO_PATTERN && !self.state.asked.insert(asked.pattern);
        let own = match asked.polarity {
            Polarity::Asked => None,
            Polarity::Yes => Some((CueName::Yes, &fact.yes_says)),
            Polarity::No => Some((CueName::No, &fact.no_says)),
        };
        let topic = Topic::Fact(asked.fact);
        if let Some((word, says)) = own {
            self.cue(word);
            let own = |it: &mut Self| it.say(says, topic) || it.say(&fact.says, topic);
            if !known {
                own(self);
            } else if asked_before {
                self.say(&fact.again, topic);
            } else {
                let _ = self.say(&fact.again, topic) || own(self);
            }
        } else if known {
            if asked_before && !fact.common {
                self.cue(CueName::RepeatQuestion);
            }
            let _ = self.say(&fact.again, topic) || self.say(&fact.says, topic);
        } else {
            self.say(&fact.says, topic);
        }
        self.state.told[asked.fact] = true;
    }

    /// What the agent knows already need not be told; what they asked for in the same breath is
    /// answered all the same.
    pub(super) fn take_as_told(&mut self) {
        for fact in &self.hearing.mentioned {
            self.state.told[*fact] = true;
        }
    }

    /// "Anything else?": an open worry, a new one, or nothing.
    fn name_what_is_left(&mut self) {
        let open = (0..self.scenario.worries.len()).find(|it| self.state.is_open(*it));
        let next = self.raisable().next();
        match (open, next) {
            (Some(worry), _) => {
                self.cue(CueName::SomethingElse);
                self.press(worry);
            }
            (None, Some(worry)) => {
                self.cue(CueName::SomethingElse);
                self.raise(worry);
            }
            (None, None) => {
                self.cue(CueName::NothingElse);
            }
        }
    }

    /// What is to be done is clear enough, whatever it is for.
    pub(super) fn consent_to_bidding(&mut self) -> bool {
        self.hearing.bids() && self.cue(CueName::AskedToDo)
    }

    /// A word for what was explained, promised or refused without a question.
    pub(super) fn take_note(&mut self) {
        if self.answered || !self.parts.is_empty() {
            return;
        }
        if !self.does(&STEPS) && self.consent_to_bidding() {
            return;
        }
        let refuses = self.does(&[AgentAct::Decline, AgentAct::Dismiss]);
        if self.does(&STEPS) && !refuses {
            self.cue(CueName::NoteStep);
        } else if self.does(&STEPS) || self.does(&TELLING) {
            self.cue(CueName::TakeIn);
        } else if self.does(&FORMULAS) && !self.hearing.worn {
            self.cue(CueName::KindWords);
        }
    }
}

/// Whether it is a blunder that other words of the same sentence may outweigh.
fn may_be_meant_well(act: AgentAct) -> bool {
    act.family() == Family::Blunder && act != AgentAct::Insult
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
