//! What all events together come to.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    acts::{AgentReading, Evidence},
    ground::{clock::Instant, span::Span},
    review::event::{
        ActCorrection, Correction, Decision, Dispute, LevelCorrection, ReviewEvent, Target, What,
    },
    session::Assessment,
};

/// A conversation with what people said of it. It depends on which events there are alone, in
/// whatever order they come and however often.
#[derive(Debug, Clone)]
pub struct Reviewed {
    /// At a chat desk, which chat, from 0.
    pub chat: Option<usize>,
    /// What the program makes of it.
    pub machine: Assessment,
    /// What it comes to with the corrections that stand: acts are scored again by the rubric, levels
    /// are as people set them.
    pub human: Assessment,
    /// Corrections of acts that stand, by reply and act.
    pub acts: Vec<Corrected<ActCorrection>>,
    /// Corrections of levels that stand, by criterion.
    pub levels: Vec<Corrected<LevelCorrection>>,
    /// All disputes, by time.
    pub disputes: Vec<Disputed>,
    /// Ids of corrections and disputes that are about nothing in this conversation.
    pub astray: Vec<String>,
}

/// A correction that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected<T> {
    /// The id of the event: the correction itself, or the decision that made it.
    pub id: String,
    /// When.
    pub at: Instant,
    /// Who.
    pub who: String,
    /// What, and why.
    pub what: T,
}

/// A dispute and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disputed {
    /// The id of the event.
    pub id: String,
    /// When.
    pub at: Instant,
    /// Who.
    pub who: String,
    /// What about, and why.
    pub what: Dispute,
    /// What became of it.
    pub state: DisputeState,
}

/// What became of a dispute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DisputeState {
    /// Nobody has decided yet.
    Open,
    /// It stays as it was.
    Kept(Corrected<Decision>),
    /// The trainee is right.
    Accepted(Corrected<Decision>),
}

impl Reviewed {
    /// What these events make of a conversation; at a chat desk, of chat `chat`.
    pub fn of(machine: Assessment, chat: Option<usize>, events: &[ReviewEvent]) -> Self {
        let standing = Standing::of(events);
        let disputes = standing.disputes(chat);
        let (mut acts, mut levels, mut astray) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        for (event, correction) in standing.corrections(chat) {
            // in order of time: a later one takes the place of an earlier one
            match correction {
                Correction::Act(it) if it.fits(&machine) => {
                    acts.insert((it.reply, it.act), corrected(event, it));
                }
                Correction::Level(it) if machine.rubric.criterion(&it.criterion).is_some() => {
                    levels.insert(it.criterion.clone(), corrected(event, it));
                }
                Correction::Act(_) | Correction::Level(_) => astray.push(event.id.clone()),
            }
        }
        astray.extend(strays(&disputes, &machine));
        let acts: Vec<Corrected<ActCorrection>> = acts.into_values().collect();
        let levels: Vec<Corrected<LevelCorrection>> = levels.into_values().collect();
        Self {
            chat,
            human: human(&machine, &acts, &levels),
            machine,
            acts,
            levels,
            disputes,
            astray,
        }
    }

    /// Whether nobody has said anything of it.
    pub fn is_untouched(&self) -> bool {
        self.acts.is_empty() && self.levels.is_empty() && self.disputes.is_empty()
    }

    /// The disputes that nobody has decided yet, by time.
    pub fn open_disputes(&self) -> impl Iterator<Item = &Disputed> {
        let open = |it: &&Disputed| it.state == DisputeState::Open;
        self.disputes.iter().filter(open)
    }
}

/// The events that count, each once, by time and then by id.
struct Standing<'e> {
    events: Vec<&'e ReviewEvent>,
    withdrawn: BTreeSet<&'e str>,
}

impl<'e> Standing<'e> {
    fn of(events: &'e [ReviewEvent]) -> Self {
        let once: BTreeMap<(Instant, &str), &ReviewEvent> =
            events.iter().map(|it| ((it.at, &*it.id), it)).collect();
        let withdrawn = events.iter().filter_map(|it| match &it.what {
            What::Withdraw(it) => Some(&*it.correction),
            _ => None,
        });
        Self {
            withdrawn: withdrawn.collect(),
            events: once.into_values().collect(),
        }
    }

    /// Whether nobody took it back. Who takes something back has seen it, whatever the clocks say.
    fn stands(&self, event: &ReviewEvent) -> bool {
        !self.withdrawn.contains(&*event.id)
    }

    /// The last decision on each dispute.
    fn decisions(&self) -> BTreeMap<&'e str, (&'e ReviewEvent, &'e Decision)> {
        let decided = self.events.iter().filter(|it| self.stands(it));
        let decided = decided.filter_map(|event| match &event.what {
            What::Decide(it) => Some((&*it.dispute, (*event, it))),
            _ => None,
        });
        decided.collect()
    }

    fn disputes(&self, chat: Option<usize>) -> Vec<Disputed> {
        let decisions = self.decisions();
        let disputes = self.events.iter().filter_map(|event| match &event.what {
            What::Dispute(it) if it.about.chat() == chat => Some(Disputed {
                id: event.id.clone(),
                at: event.at,
                who: event.who.clone(),
                what: it.clone(),
                state: decisions
                    .get(&*event.id)
                    .map_or(DisputeState::Open, |(event, decision)| {
                        let made = corrected(event, (*decision).clone());
                        if decision.accepted {
                            DisputeState::Accepted(made)
                        } else {
                            DisputeState::Kept(made)
                        }
                    }),
            }),
            _ => None,
        });
        disputes.collect()
    }

    /// All corrections of a conversation, by time: those made outright, and those by which an accepted
    /// dispute was settled last.
    fn corrections(&self, chat: Option<usize>) -> Vec<(&'e ReviewEvent, Correction)> {
        let decisions = self.decisions();
        let made = self.events.iter().filter(|it| self.stands(it));
        let made = made.filter_map(|event| {
            let correction = match &event.what {
                What::CorrectAct(it) => Correction::Act(it.clone()),
                What::CorrectLevel(it) => Correction::Level(it.clone()),
                What::Decide(it) => {
                    let last = decisions.get(&*it.dispute)?.0.id == event.id;
                    it.correction.clone().filter(|_| last && it.accepted)?
                }
                What::Dispute(_) | What::Withdraw(_) => return None,
            };
            (correction.chat() == chat).then_some((*event, correction))
        });
        made.collect()
    }
}

fn corrected<T>(event: &ReviewEvent, what: T) -> Corrected<T> {
    Corrected {
        id: event.id.clone(),
        at: event.at,
        who: event.who.clone(),
        what,
    }
}

fn strays<'d>(
    disputes: &'d [Disputed],
    machine: &'d Assessment,
) -> impl Iterator<Item = String> + use<'d> {
    let astray = disputes.iter().filter(|it| match &it.what.about {
        Target::Act { reply, .. } => !has_reply(machine, *reply),
        Target::Criterion { criterion, .. } => machine.rubric.criterion(criterion).is_none(),
    });
    astray.map(|it| it.id.clone())
}

/// Whether there is a reply of this number, from 1.
fn has_reply(assessment: &Assessment, reply: usize) -> bool {
    (1..=assessment.conversation.replies().len()).contains(&reply)
}

fn human(
    machine: &Assessment,
    acts: &[Corrected<ActCorrection>],
    levels: &[Corrected<LevelCorrection>],
) -> Assessment {
    let mut conversation = machine.conversation.clone();
    for correction in acts {
        let reply = correction.what.reply.checked_sub(1);
        if let Some(reading) = reply.and_then(|it| conversation.reply_mut(it)) {
            correction.what.apply(reading);
        }
    }
    let mut human = machine.read_as(conversation);
    for correction in levels {
        if let Some(criterion) = human.rubric.criterion(&correction.what.criterion) {
            let level = correction.what.level.0;
            human.card.override_level(criterion, level, &human.rubric);
        }
    }
    human
}

impl ActCorrection {
    fn fits(&self, assessment: &Assessment) -> bool {
        has_reply(assessment, self.reply)
    }

    /// Reads a reply as the correction says.
    fn apply(&self, reading: &mut AgentReading) {
        if !self.shown {
            reading.acts.remove(self.act);
            reading.evidence.retain(|it| it.act != self.act);
            return;
        }
        reading.acts.insert(self.act);
        // what people see there is there without a doubt
        let known = reading.evidence.iter_mut().filter(|it| it.act == self.act);
        known.for_each(|it| it.sure = true);
        let Some(span) = self.place(reading.utterance.text()) else {
            return;
        };
        let sentences = reading.utterance.sentences();
        let sentence = sentences.iter().position(|it| it.span.end > span.start);
        reading.evidence.retain(|it| it.act != self.act);
        reading.evidence.push(Evidence {
            act: self.act,
            span,
            sentence: sentence.unwrap_or_default(),
            entry: None,
            sure: true,
        });
        reading.evidence.sort_by_key(|it| it.span);
    }

    /// Where the words stand that show it, whatever their capitals.
    pub fn place(&self, text: &str) -> Option<Span> {
        let phrase = self.phrase.as_deref().filter(|it| !it.is_empty())?;
        find(text, phrase)
    }
}

/// Where `phrase` stands in `text`: as written, else whatever its capitals.
fn find(text: &str, phrase: &str) -> Option<Span> {
    if let Some(at) = text.find(phrase) {
        return Some(Span::new(at, at + phrase.len()));
    }
    let wanted = phrase.to_lowercase();
    let mut starts = text.char_indices();
    starts.find_map(|(start, _)| {
        let mut folded = String::new();
        for (at, letter) in text.get(start..)?.char_indices() {
            folded.extend(letter.to_lowercase());
            if folded.len() >= wanted.len() {
                let end = start + at + letter.len_utf8();
                return (folded == wanted).then(|| Span::new(start, end));
            }
        }
        None
    })
}
