//! The JSON shapes of conversations; never localised, keys in a fixed order.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    acts::Act as _,
    report::ending::ending_name,
    scenario::{Card, Channel, Mood, Promise, Transfer},
    score::{Scorecard, Scores},
    session::{DeskRecord, Exchange, NoteOfFact, Practice, Summary},
};

/// One turn.
#[derive(Debug, Serialize)]
pub struct TurnJson<'a> {
    turn: usize,
    reply: &'a str,
    acts: Vec<ActJson>,
    customer: &'a str,
    mood: Mood,
    understood: bool,
}

/// An act in a reply; `start` and `end` count Unicode scalar values, half open.
#[derive(Debug, Serialize)]
pub(super) struct ActJson {
    act: &'static str,
    start: usize,
    end: usize,
}

impl ActJson {
    /// The acts of a reply.
    pub(super) fn all(exchange: &Exchange) -> Vec<Self> {
        let evidence = exchange.turn.reading.iter().flat_map(|it| &it.evidence);
        let acts = evidence.map(|it| {
            let (start, end) = it.span.to_chars(&exchange.reply);
            Self {
                act: it.act.name(),
                start,
                end,
            }
        });
        acts.collect()
    }
}

impl<'a> TurnJson<'a> {
    /// The turn of this number; 0 where the customer speaks first.
    pub fn of(turn: usize, exchange: &'a Exchange) -> Self {
        Self {
            turn,
            reply: &exchange.reply,
            acts: ActJson::all(exchange),
            customer: &exchange.turn.line,
            mood: exchange.turn.mood,
            understood: exchange.turn.understood,
        }
    }
}

/// The end of a conversation.
#[derive(Debug, Serialize)]
pub struct EndJson {
    ending: &'static str,
    scores: Scores,
    total: u32,
    not_assessed: NotAssessedJson,
    notes: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    desk: Option<DeskJson>,
}

/// What could not be judged: numbers of turns, names of criteria.
#[derive(Debug, Serialize)]
struct NotAssessedJson {
    turns: Vec<usize>,
    criteria: Vec<String>,
}

impl EndJson {
    /// The end of this conversation.
    pub fn of(practice: &Practice, card: &Scorecard) -> Self {
        let unjudged = &card.not_assessed;
        Self {
            ending: ending_name(practice.ending_kind()),
            scores: card.scores(),
            total: card.total,
            not_assessed: NotAssessedJson {
                turns: unjudged.replies.iter().map(|it| it + 1).collect(),
                criteria: unjudged.criteria.iter().map(ToString::to_string).collect(),
            },
            notes: practice.notes().to_vec(),
            desk: DeskJson::of(practice),
        }
    }
}

/// The end of a call that the trainee made: counted, not scored.
#[derive(Debug, Serialize)]
pub struct ExperienceJson {
    ending: &'static str,
    scores: BTreeMap<String, u8>,
    total: Option<u32>,
    counts: BTreeMap<String, u32>,
    reflections: Vec<ReflectionJson>,
}

#[derive(Debug, Serialize)]
struct ReflectionJson {
    question: String,
    answer: String,
}

impl ExperienceJson {
    /// The end of this call.
    pub fn of(practice: &Practice) -> Self {
        let counts = practice.scenario().counts.iter().enumerate();
        let reflections = practice.reflections().iter();
        Self {
            ending: ending_name(practice.ending_kind()),
            scores: BTreeMap::new(),
            total: None,
            counts: counts
                .map(|(number, it)| (it.id.to_string(), practice.state().counted(number)))
                .collect(),
            reflections: reflections
                .map(|(question, answer)| ReflectionJson {
                    question: question.clone(),
                    answer: answer.clone(),
                })
                .collect(),
        }
    }
}

/// What was done at the desk: facts by id, turns by number.
#[derive(Debug, Serialize)]
pub struct DeskJson {
    noted: Vec<String>,
    not_noted: Vec<String>,
    read_back: usize,
    identified: Option<bool>,
    leaks: Vec<usize>,
    promises: Vec<PromiseJson>,
    goodwill_over: Vec<usize>,
    transfers: Vec<TransferJson>,
}

#[derive(Debug, Serialize)]
struct PromiseJson {
    turn: usize,
    comes_to: Promise,
    repaired: Option<usize>,
}

#[derive(Debug, Serialize)]
struct TransferJson {
    turn: usize,
    transfer: Transfer,
}

impl DeskJson {
    /// `None` where the case asks nothing of the desk.
    pub(super) fn of(practice: &Practice) -> Option<Self> {
        let record = DeskRecord::of(practice);
        if record.is_empty() {
            return None;
        }
        let ids = |held: bool| {
            let notes = record.notes.iter().filter(move |it| it.held == held);
            let id = |it: &NoteOfFact| practice.scenario().facts[it.fact].id.to_string();
            notes.map(id).collect()
        };
        let promises = record.promises.iter().map(|it| PromiseJson {
            turn: it.turn,
            comes_to: it.comes_to,
            repaired: it.repaired,
        });
        let transfers = record.transfers.iter();
        Some(Self {
            noted: ids(true),
            not_noted: ids(false),
            read_back: record.read_back.map_or(0, |it| it.1),
            identified: record.identified,
            promises: promises.collect(),
            transfers: transfers
                .map(|(turn, transfer)| TransferJson {
                    turn: *turn,
                    transfer: *transfer,
                })
                .collect(),
            leaks: record.leaks,
            goodwill_over: record.goodwill_over,
        })
    }
}

/// A scenario as listed.
#[derive(Debug, Serialize)]
pub struct CardJson<'a> {
    name: &'a str,
    language: &'a str,
    region: &'a str,
    channel: Channel,
    level: u8,
    rubric: &'a str,
    title: Both<'a>,
    summary: Both<'a>,
    goal: Both<'a>,
}

#[derive(Debug, Serialize)]
struct Both<'a> {
    nl: &'a str,
    en: &'a str,
}

impl<'a> CardJson<'a> {
    /// This card.
    pub fn of(card: &'a Card) -> Self {
        let both = |text: &'a crate::ground::localised::Localised| Both {
            nl: &text.nl,
            en: &text.en,
        };
        Self {
            name: &card.name,
            language: &card.language,
            region: &card.region,
            channel: card.channel,
            level: card.level,
            rubric: &card.rubric,
            title: both(&card.title),
            summary: both(&card.summary),
            goal: both(&card.goal),
        }
    }
}

/// A session as listed.
#[derive(Debug, Serialize)]
pub struct SessionJson<'a> {
    session: &'a str,
    at: i64,
    trainee: Option<&'a str>,
    scenario: &'a str,
    seed: u64,
    mode: crate::session::Mode,
    replies: usize,
    ended: bool,
    elsewhere: bool,
}

impl<'a> SessionJson<'a> {
    /// This session; `elsewhere` where it is not on this machine.
    pub fn of(summary: &'a Summary, elsewhere: bool) -> Self {
        let header = &summary.header;
        Self {
            session: &header.session,
            at: header.at.0,
            trainee: header.trainee.as_deref(),
            scenario: &header.scenario,
            seed: header.seed,
            mode: header.mode,
            replies: summary.replies,
            ended: summary.ended,
            elsewhere,
        }
    }
}
