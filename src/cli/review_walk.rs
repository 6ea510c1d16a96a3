//! Walking through a session: open disputes first, then every reply, and the scorecards at the end.

use std::io;

use crate::{
    cli::{
        failure::Failure,
        input::{Input, Piped, Terminal, Typed},
        review::Desk,
        verdict::{Unclear, Verdict, Vocabulary},
        world::World,
    },
    review::{
        ActCorrection, Correction, Decision, Dispute, Disputed, Level, LevelCorrection, Reviewed,
        Target, What, Withdrawal,
    },
};

/// Something to look at: in which conversation, and what.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stop {
    /// A dispute, by its id.
    Dispute(usize, String),
    /// A reply, from 1.
    Reply(usize, usize),
}

/// Where to go after a line.
enum Step {
    Stay,
    Next,
    Back,
    Quit,
}

/// A coach on their way through a session.
pub(super) struct Walk<'w> {
    world: &'w mut World,
    desk: &'w mut Desk,
    who: &'w str,
    vocabularies: Vec<Vocabulary>,
    stops: Vec<Stop>,
    at: usize,
    /// What was shown last: what was said before it need not be shown again.
    shown: Option<Stop>,
}

impl<'w> Walk<'w> {
    pub(super) fn new(world: &'w mut World, desk: &'w mut Desk, who: &'w str) -> Self {
        let vocabularies = desk.reviewed.iter();
        let vocabularies = vocabularies.map(|it| Vocabulary::new(&world.words, &it.machine.rubric));
        Self {
            vocabularies: vocabularies.collect(),
            stops: stops(&desk.reviewed),
            world,
            desk,
            who,
            at: 0,
            shown: None,
        }
    }

    /// From the first stop to the last, or as far as the coach goes.
    pub(super) fn run(mut self) -> Result<(), Failure> {
        let mut input = self.input()?;
        let heading = crate::report::session(&self.world.words, &self.desk.subject.header);
        self.world.write(&heading)?;
        self.show()?;
        while let Some(stop) = self.stops.get(self.at).cloned() {
            let Typed::Line(line) = input.next()? else {
                break;
            };
            let step = self.take(&stop, &line);
            match step.map_err(|it| self.not_saved(it, &line))? {
                Step::Stay => continue,
                Step::Next => self.at += 1,
                Step::Back if self.at == 0 => {
                    self.say("review-first")?;
                    continue;
                }
                Step::Back => self.at -= 1,
                Step::Quit => break,
            }
            self.show()?;
        }
        drop(input);
        for reviewed in &self.desk.reviewed {
            let text = self.desk.text(self.world, reviewed).scorecards();
            self.world.write(&format!("\n{text}"))?;
        }
        Ok(())
    }

    /// Whoever typed what could not be kept shall have it back.
    fn not_saved(&self, failure: Failure, line: &str) -> Failure {
        match failure {
            Failure::Data(error) => {
                let values = [("error", error.into()), ("line", line.into())];
                Failure::Data(self.world.words.with("review-not-saved", &values))
            }
            other => other,
        }
    }

    fn input(&self) -> io::Result<Box<dyn Input>> {
        if !self.world.interactive {
            return Ok(Box::new(Piped(io::stdin().lock())));
        }
        let prompt = format!("{} ", self.world.words.say("review-prompt"));
        Ok(Box::new(Terminal::new(prompt, None)?))
    }

    fn show(&mut self) -> io::Result<()> {
        let Some(stop) = self.stops.get(self.at) else {
            return Ok(());
        };
        let text = match stop {
            Stop::Dispute(conversation, id) => {
                let Some(reviewed) = self.desk.reviewed.get(*conversation) else {
                    return Ok(());
                };
                let dispute = reviewed.disputes.iter().find(|it| it.id == *id);
                let text = self.desk.text(self.world, reviewed);
                dispute.map(|it| text.open_dispute(it))
            }
            Stop::Reply(conversation, reply) => {
                let before = Stop::Reply(*conversation, reply - 1);
                // the conversation so far, of which the coach has just seen the rest
                let goes_on = self.shown.as_ref() == Some(&before);
                let from = if goes_on { *reply } else { 1 };
                let reviewed = self.desk.reviewed.get(*conversation);
                reviewed.map(|it| self.desk.text(self.world, it).reply(*reply, from))
            }
        };
        self.shown = Some(stop.clone());
        self.world.write(&text.unwrap_or_default())
    }

    /// Does what a line says.
    fn take(&mut self, stop: &Stop, line: &str) -> Result<Step, Failure> {
        let Some(vocabulary) = self.vocabularies.get(stop.conversation()) else {
            return Ok(Step::Quit);
        };
        match vocabulary.parse(line) {
            Ok(Verdict::Next) => Ok(Step::Next),
            Ok(Verdict::Back) => Ok(Step::Back),
            Ok(Verdict::Quit) => Ok(Step::Quit),
            Ok(Verdict::Help) => self.say("review-help"),
            Ok(Verdict::Act {
                act,
                phrase,
                shown,
                reason,
            }) => {
                let correction = |chat, reply| ActCorrection {
                    chat,
                    reply,
                    phrase,
                    act,
                    shown,
                    reason,
                };
                self.correct_act(stop, correction)
            }
            Ok(Verdict::Level {
                criterion,
                level,
                reason,
            }) => self.note(What::CorrectLevel(LevelCorrection {
                chat: self.chat(stop),
                criterion,
                level,
                reason,
            })),
            Ok(Verdict::Accept { level, reason }) => self.decide(stop, true, level, reason),
            Ok(Verdict::Keep { reason }) => self.decide(stop, false, None, reason),
            Ok(Verdict::Withdraw { id, reason }) => self.withdraw(id, reason),
            Err(unclear) => self.ask_again(stop, unclear),
        }
    }

    fn correct_act(
        &mut self,
        stop: &Stop,
        correction: impl FnOnce(Option<usize>, usize) -> ActCorrection,
    ) -> Result<Step, Failure> {
        let Some(reply) = self.reply(stop) else {
            return self.say("review-at-reply");
        };
        let correction = correction(self.chat(stop), reply);
        let reviewed = self.desk.reviewed.get(stop.conversation());
        let replies = reviewed.map(|it| it.machine.conversation.replies());
        let text = replies.and_then(|it| it.get(reply - 1));
        let text = text.map(|it| it.utterance.text()).unwrap_or_default();
        if let Some(phrase) = &correction.phrase
            && correction.place(text).is_none()
        {
            let values = [("phrase", phrase.as_str().into())];
            let answer = self.world.words.with("review-no-phrase", &values);
            return self.answer(&answer);
        }
        self.note(What::CorrectAct(correction))
    }

    /// Decides on the dispute at hand, with a level where it is about one.
    fn decide(
        &mut self,
        stop: &Stop,
        accepted: bool,
        level: Option<Level>,
        reason: String,
    ) -> Result<Step, Failure> {
        let reviewed = self.desk.reviewed.get(stop.conversation());
        let found = reviewed.and_then(|it| stop.dispute(it).map(|dispute| (it, dispute)));
        let Some((reviewed, dispute)) = found else {
            return self.say("review-no-dispute");
        };
        let about_level = matches!(dispute.what.about, Target::Criterion { .. });
        let reason = match level {
            // a reason may begin with a number
            Some(number) if !about_level => format!("{number} {reason}").trim_end().to_owned(),
            _ => reason,
        };
        let correction = accepted.then(|| granted(reviewed, &dispute.what, level, &reason));
        if matches!(correction, Some(None)) {
            return self.say("review-no-level");
        }
        let decision = Decision {
            dispute: dispute.id.clone(),
            accepted,
            reason,
            correction: correction.flatten(),
        };
        self.note(What::Decide(decision))?;
        Ok(match stop {
            Stop::Dispute(..) => Step::Next,
            Stop::Reply(..) => Step::Stay,
        })
    }

    fn withdraw(&mut self, id: String, reason: String) -> Result<Step, Failure> {
        let can_be = self.desk.events().iter().filter(|it| {
            matches!(
                it.what,
                What::CorrectAct(_) | What::CorrectLevel(_) | What::Decide(_)
            )
        });
        let known: Vec<&str> = can_be.map(|it| &*it.id).collect();
        if known.contains(&&*id) {
            let correction = id;
            return self.note(What::Withdraw(Withdrawal { correction, reason }));
        }
        let known = if known.is_empty() {
            self.world.words.say("review-none")
        } else {
            known.join(", ")
        };
        let values = [("typed", id.into()), ("known", known.into())];
        let answer = self.world.words.with("review-unknown-id", &values);
        self.answer(&answer)
    }

    fn note(&mut self, what: What) -> Result<Step, Failure> {
        let id = self.desk.add(self.who, what)?;
        let noted = self.world.words.with("review-noted", &[("id", id.into())]);
        self.answer(&noted)
    }

    fn ask_again(&mut self, stop: &Stop, unclear: Unclear) -> Result<Step, Failure> {
        let words = &self.world.words;
        let answer = match unclear {
            Unclear::Command(typed, Some(near)) => {
                let values = [("typed", typed.into()), ("near", near.into())];
                words.with("review-unknown-command-near", &values)
            }
            Unclear::Command(typed, None) => {
                words.with("review-unknown-command", &[("typed", typed.into())])
            }
            Unclear::Act(name) => {
                let values = [("typed", name.typed.into()), ("near", name.nearest.into())];
                words.with("review-unknown-act", &values)
            }
            Unclear::Criterion(name) => {
                let reviewed = self.desk.reviewed.get(stop.conversation());
                let known = reviewed.map(|it| it.machine.rubric.criterion_names().join(", "));
                let values = [
                    ("typed", name.typed.into()),
                    ("near", name.nearest.into()),
                    ("known", known.unwrap_or_default().into()),
                ];
                words.with("review-unknown-criterion", &values)
            }
            Unclear::NoLevel => words.say("review-no-level"),
            Unclear::NoReason => words.say("review-no-reason"),
            Unclear::OpenQuote => words.say("review-open-quote"),
        };
        self.answer(&answer)
    }

    fn say(&mut self, id: &str) -> Result<Step, Failure> {
        let text = self.world.words.say(id);
        self.answer(&text)
    }

    fn answer(&mut self, text: &str) -> Result<Step, Failure> {
        self.world.write(&format!("{text}\n"))?;
        Ok(Step::Stay)
    }

    fn chat(&self, stop: &Stop) -> Option<usize> {
        self.desk.reviewed.get(stop.conversation())?.chat
    }

    /// The reply at hand, from 1: the one that is looked at, or that a dispute is about.
    fn reply(&self, stop: &Stop) -> Option<usize> {
        match stop {
            Stop::Reply(_, reply) => Some(*reply),
            Stop::Dispute(conversation, _) => {
                let dispute = stop.dispute(self.desk.reviewed.get(*conversation)?)?;
                match dispute.what.about {
                    Target::Act { reply, .. } => Some(reply),
                    Target::Criterion { .. } => None,
                }
            }
        }
    }
}

impl Stop {
    const fn conversation(&self) -> usize {
        match self {
            Self::Dispute(conversation, _) | Self::Reply(conversation, _) => *conversation,
        }
    }

    /// The dispute at hand: the one that is looked at, or the first open one about the reply.
    fn dispute<'r>(&self, reviewed: &'r Reviewed) -> Option<&'r Disputed> {
        match self {
            Self::Dispute(_, id) => reviewed.disputes.iter().find(|it| it.id == *id),
            Self::Reply(_, wanted) => reviewed
                .open_disputes()
                .find(|it| matches!(it.what.about, Target::Act { reply, .. } if reply == *wanted)),
        }
    }
}

fn stops(reviewed: &[Reviewed]) -> Vec<Stop> {
    let mut stops = Vec::new();
    for (number, conversation) in reviewed.iter().enumerate() {
        let open = conversation.open_disputes();
        let open = open.filter(|it| !conversation.astray.contains(&it.id));
        stops.extend(open.map(|it| Stop::Dispute(number, it.id.clone())));
    }
    for (number, conversation) in reviewed.iter().enumerate() {
        let replies = 1..=conversation.machine.conversation.replies().len();
        stops.extend(replies.map(|it| Stop::Reply(number, it)));
    }
    stops
}

/// What an accepted dispute corrects: an act is there where the program sees none, and the other way
/// round; a level must be given.
fn granted(
    reviewed: &Reviewed,
    dispute: &Dispute,
    level: Option<Level>,
    reason: &str,
) -> Option<Correction> {
    let reason = reason.to_owned();
    match &dispute.about {
        Target::Act { chat, reply, act } => {
            let replies = reviewed.machine.conversation.replies();
            let reading = replies.get(reply.checked_sub(1)?)?;
            Some(Correction::Act(ActCorrection {
                chat: *chat,
                reply: *reply,
                phrase: None,
                act: *act,
                shown: !reading.acts.contains(*act),
                reason,
            }))
        }
        Target::Criterion { chat, criterion } => Some(Correction::Level(LevelCorrection {
            chat: *chat,
            criterion: criterion.clone(),
            level: level?,
            reason,
        })),
    }
}
