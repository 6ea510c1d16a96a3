//! Acts held against each other, and the lexicon entries that coaches disagree with.

use std::collections::BTreeMap;

use crate::{
    acts::{ActSet, AgentAct},
    agreement::{Labelled, Tally},
    calibration::{
        answer::codebook,
        compare::Figure,
        machine::{Reading, ReplyReading},
        report::Rater,
        round::{Item, Round},
    },
};

/// What found an act, or would have had to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The lexicon entry of this name.
    Entry(String),
    /// The trained model, without an entry.
    Model,
    /// Nothing: coaches give the act and the machine does not find it.
    Nothing,
}

/// How two raters agree on what the agent does.
#[derive(Debug, Clone, PartialEq)]
pub struct ActAgreement {
    /// One of them.
    pub one: String,
    /// The other.
    pub other: String,
    /// Replies that both labelled.
    pub replies: usize,
    /// F1 over all acts together.
    pub f1: Figure,
}

/// An act as something finds it, and how often coaches see that otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryDispute {
    /// The act.
    pub act: AgentAct,
    /// What finds it.
    pub source: Source,
    /// Judgements of coaches on replies in which it was found, or is missed.
    pub judged: usize,
    /// Those that differ from the machine.
    pub against: usize,
    /// Where that is seen first: the conversation, the reply from 1 and its words.
    pub example: (String, usize, String),
}

impl ActAgreement {
    /// Of two raters, over the replies that both labelled.
    pub(super) fn of(round: &Round, one: &Rater, other: &Rater) -> Self {
        let (mut replies, mut tallies) = (0, Vec::new());
        for item in &round.items {
            let common: Vec<_> = (1..=item.replies().count())
                .filter_map(|it| Some((one.acts(&item.id, it)?, other.acts(&item.id, it)?)))
                .collect();
            if !common.is_empty() {
                replies += common.len();
                let (gold, other) = common.into_iter().unzip();
                tallies.push(Tally::of(&labelled(item, gold), &labelled(item, other)));
            }
        }
        let f1 = |drawn: &[usize]| {
            let drawn = drawn.iter().map(|it| &tallies[*it]);
            let all = drawn.fold(Tally::default(), Tally::and);
            let any = all.acts.iter().any(|it| it.given() + it.alarms > 0);
            any.then(|| all.micro_f1())
        };
        Self {
            one: one.name.clone(),
            other: other.name.clone(),
            replies,
            f1: Figure::over(tallies.len(), f1),
        }
    }
}

fn labelled(item: &Item, agent: Vec<ActSet<AgentAct>>) -> Labelled {
    Labelled {
        id: item.id.clone(),
        replies: Vec::new(),
        agent,
        customer: Vec::new(),
        levels: BTreeMap::new(),
    }
}

impl EntryDispute {
    /// All that coaches disagree with, what is disputed most often first.
    pub(super) fn all(round: &Round, coaches: &[Rater], machine: &[Reading]) -> Vec<Self> {
        let mut found: BTreeMap<(AgentAct, Source), Self> = BTreeMap::new();
        for (item, reading) in round.items.iter().zip(machine) {
            for (at, reply) in reading.replies.iter().enumerate() {
                for acts in coaches.iter().filter_map(|it| it.acts(&item.id, at + 1)) {
                    let place = (item.id.clone(), at + 1, reply.text.clone());
                    count(&mut found, reply, acts, &place);
                }
            }
        }
        let mut disputes: Vec<Self> = found.into_values().filter(|it| it.against > 0).collect();
        disputes.sort_by(|one, other| {
            let rank = |it: &Self| (it.against, usize::MAX - it.judged);
            rank(other).cmp(&rank(one))
        });
        disputes
    }
}

/// Counts what one coach says of one reply.
fn count(
    found: &mut BTreeMap<(AgentAct, Source), EntryDispute>,
    reply: &ReplyReading,
    acts: ActSet<AgentAct>,
    place: &(String, usize, String),
) {
    let mut judge = |act: AgentAct, source: Source, against: bool| {
        let key = (act, source);
        let dispute = found.entry(key.clone()).or_insert_with(|| EntryDispute {
            act,
            source: key.1,
            judged: 0,
            against: 0,
            example: place.clone(),
        });
        if against && dispute.against == 0 {
            dispute.example = place.clone();
        }
        dispute.judged += 1;
        dispute.against += usize::from(against);
    };
    let mut sources: Vec<&(AgentAct, Source)> = reply.found.iter().collect();
    // an entry may find an act in several sentences of the reply: that is one judgement
    sources.sort();
    sources.dedup();
    for (act, source) in sources {
        judge(*act, source.clone(), !acts.contains(*act));
    }
    for act in codebook().filter(|it| acts.contains(*it) && !reply.acts.contains(*it)) {
        judge(act, Source::Nothing, true);
    }
}
