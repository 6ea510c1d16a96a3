//! The JSON shape of a review.

use serde::Serialize;

use crate::{
    acts::AgentAct,
    ground::clock::Instant,
    review::{
        ActCorrection, Corrected, Decision, DisputeState, Disputed, LevelCorrection, Reviewed,
        Target,
    },
    score::{Scorecard, Scores},
    session::Header,
};

/// A reviewed session: one entry for each conversation. Replies count from 1, chats from 0.
#[derive(Debug, Serialize)]
pub struct ReviewJson<'a> {
    session: &'a str,
    trainee: Option<&'a str>,
    conversations: Vec<ConversationJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ConversationJson<'a> {
    chat: Option<usize>,
    machine: CardJson,
    human: CardJson,
    acts: Vec<ActJson<'a>>,
    levels: Vec<LevelJson<'a>>,
    disputes: Vec<DisputeJson<'a>>,
}

#[derive(Debug, Serialize)]
struct CardJson {
    scores: Scores,
    total: u32,
}

#[derive(Debug, Serialize)]
struct ActJson<'a> {
    id: &'a str,
    at: Instant,
    who: &'a str,
    reply: usize,
    act: AgentAct,
    shown: bool,
    phrase: Option<&'a str>,
    reason: &'a str,
}

#[derive(Debug, Serialize)]
struct LevelJson<'a> {
    id: &'a str,
    at: Instant,
    who: &'a str,
    criterion: &'a str,
    level: crate::review::Level,
    reason: &'a str,
}

#[derive(Debug, Serialize)]
struct DisputeJson<'a> {
    id: &'a str,
    at: Instant,
    who: &'a str,
    about: &'a Target,
    reason: &'a str,
    state: &'static str,
    decision: Option<DecisionJson<'a>>,
}

#[derive(Debug, Serialize)]
struct DecisionJson<'a> {
    id: &'a str,
    at: Instant,
    who: &'a str,
    reason: &'a str,
}

impl<'a> ReviewJson<'a> {
    /// The review of a session.
    pub fn of(header: &'a Header, reviewed: &'a [Reviewed]) -> Self {
        Self {
            session: &header.session,
            trainee: header.trainee.as_deref(),
            conversations: reviewed.iter().map(ConversationJson::of).collect(),
        }
    }
}

impl<'a> ConversationJson<'a> {
    fn of(reviewed: &'a Reviewed) -> Self {
        Self {
            chat: reviewed.chat,
            machine: CardJson::of(&reviewed.machine.card),
            human: CardJson::of(&reviewed.human.card),
            acts: reviewed.acts.iter().map(ActJson::of).collect(),
            levels: reviewed.levels.iter().map(LevelJson::of).collect(),
            disputes: reviewed.disputes.iter().map(DisputeJson::of).collect(),
        }
    }
}

impl CardJson {
    fn of(card: &Scorecard) -> Self {
        Self {
            scores: card.scores(),
            total: card.total,
        }
    }
}

impl<'a> ActJson<'a> {
    fn of(it: &'a Corrected<ActCorrection>) -> Self {
        Self {
            id: &it.id,
            at: it.at,
            who: &it.who,
            reply: it.what.reply,
            act: it.what.act,
            shown: it.what.shown,
            phrase: it.what.phrase.as_deref(),
            reason: &it.what.reason,
        }
    }
}

impl<'a> LevelJson<'a> {
    fn of(it: &'a Corrected<LevelCorrection>) -> Self {
        Self {
            id: &it.id,
            at: it.at,
            who: &it.who,
            criterion: &it.what.criterion,
            level: it.what.level,
            reason: &it.what.reason,
        }
    }
}

impl<'a> DisputeJson<'a> {
    fn of(it: &'a Disputed) -> Self {
        let (state, decision) = match &it.state {
            DisputeState::Open => ("open", None),
            DisputeState::Kept(decision) => ("kept", Some(decision)),
            DisputeState::Accepted(decision) => ("accepted", Some(decision)),
        };
        Self {
            id: &it.id,
            at: it.at,
            who: &it.who,
            about: &it.what.about,
            reason: &it.what.reason,
            state,
            decision: decision.map(DecisionJson::of),
        }
    }
}

impl<'a> DecisionJson<'a> {
    fn of(it: &'a Corrected<Decision>) -> Self {
        Self {
            id: &it.id,
            at: it.at,
            who: &it.who,
            reason: &it.what.reason,
        }
    }
}
