//! A scorecard as one JSON object, with the keys that others read.

use serde::Serialize;

use crate::{
    acts::{Act, AgentAct, CustomerAct, Evidence},
    ground::span::Span,
    score::{
        card::{Grade, Scorecard, Scores, Shown, Step},
        conversation::Conversation,
    },
    text::Utterance,
};

/// What `score --json` writes for one conversation. Turns are counted from 0 per speaker; places
/// count Unicode scalar values, half open.
#[derive(Debug, Clone, Serialize)]
pub struct Record {
    id: String,
    scores: Scores,
    total: u32,
    agent: Vec<Vec<&'static str>>,
    customer: Vec<&'static str>,
    other: Other,
    not_assessed: Unjudged,
    criteria: Vec<Criterion>,
    evidence: Shows,
}

/// What was recognised, per turn.
#[derive(Debug, Clone, Serialize)]
struct Shows {
    agent: Vec<Vec<Piece>>,
    customer: Vec<Vec<Piece>>,
}

/// Acts beside the codebook's, per turn.
#[derive(Debug, Clone, Serialize)]
struct Other {
    agent: Vec<Vec<&'static str>>,
    customer: Vec<Vec<&'static str>>,
}

#[derive(Debug, Clone, Serialize)]
struct Unjudged {
    replies: Vec<Unread>,
    criteria: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Unread {
    reply: usize,
    text: String,
}

#[derive(Debug, Clone, Serialize)]
struct Criterion {
    #[serde(rename = "criterion")]
    id: String,
    level: Grade,
    earned_by: Vec<Earned>,
    missing: Vec<Missing>,
    cap: Option<Cap>,
    missed: Vec<Missed>,
    change: Option<Change>,
}

#[derive(Debug, Clone, Serialize)]
struct Earned {
    reply: usize,
    #[serde(flatten)]
    piece: Piece,
}

/// An act or a sign with its place.
#[derive(Debug, Clone, Serialize)]
struct Piece {
    #[serde(skip_serializing_if = "Option::is_none")]
    act: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sign: Option<String>,
    start: usize,
    end: usize,
    text: String,
}

#[derive(Debug, Clone, Serialize)]
struct Missing {
    measure: String,
    have: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    below: Option<u32>,
}

#[derive(Debug, Clone, Serialize)]
struct Cap {
    to: u8,
    earned: u8,
    reply: usize,
    act: &'static str,
    repaired: Option<usize>,
}

#[derive(Debug, Clone, Serialize)]
struct Missed {
    moment: &'static str,
    customer: Option<usize>,
    reply: usize,
    said: String,
    half: bool,
    wanted: Vec<Vec<&'static str>>,
    better: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Change {
    to: u8,
    steps: Vec<ChangeStep>,
}

#[derive(Debug, Clone, Serialize)]
struct ChangeStep {
    reply: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    add: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    leave: Option<&'static str>,
}

impl Record {
    /// The record of a conversation and its scorecard.
    pub fn new(id: &str, conversation: &Conversation, card: &Scorecard) -> Self {
        let replies = conversation.replies();
        let lines = conversation.lines();
        Self {
            id: id.to_owned(),
            scores: card.scores(),
            total: card.total,
            agent: replies
                .iter()
                .map(|it| names(it.acts.iter().filter(|act| act.is_codebook())))
                .collect(),
            customer: lines
                .iter()
                .map(crate::acts::CustomerReading::flag)
                .collect(),
            other: Other {
                agent: replies
                    .iter()
                    .map(|it| names(it.acts.iter().filter(|act: &AgentAct| !act.is_codebook())))
                    .collect(),
                customer: lines
                    .iter()
                    .map(|it| names(it.acts.iter().filter(|act| !is_flag(*act))))
                    .collect(),
            },
            not_assessed: Unjudged {
                replies: card
                    .not_assessed
                    .replies
                    .iter()
                    .map(|it| Unread {
                        reply: *it,
                        text: replies[*it].utterance.text().to_owned(),
                    })
                    .collect(),
                criteria: card
                    .not_assessed
                    .criteria
                    .iter()
                    .map(ToString::to_string)
                    .collect(),
            },
            criteria: card
                .criteria
                .iter()
                .map(|it| criterion(it, conversation))
                .collect(),
            evidence: Shows {
                agent: replies
                    .iter()
                    .map(|it| shown(&it.evidence, &it.utterance))
                    .collect(),
                customer: lines
                    .iter()
                    .map(|it| shown(&it.evidence, &it.utterance))
                    .collect(),
            },
        }
    }
}

fn criterion(score: &crate::score::CriterionScore, conversation: &Conversation) -> Criterion {
    let text = |reply: usize| &conversation.replies()[reply].utterance;
    Criterion {
        id: score.criterion.to_string(),
        level: Grade(score.level),
        earned_by: score
            .evidence
            .iter()
            .map(|it| Earned {
                reply: it.reply,
                piece: piece(&it.shown, it.span, text(it.reply)),
            })
            .collect(),
        missing: score
            .gaps
            .iter()
            .map(|it| Missing {
                measure: it.measure.to_string(),
                have: it.have,
                at_least: it.at_least.then_some(it.need),
                below: (!it.at_least).then_some(it.need),
            })
            .collect(),
        cap: score.cap.map(|it| Cap {
            to: it.to,
            earned: it.earned,
            reply: it.reply,
            act: it.act.name(),
            repaired: it.repaired,
        }),
        missed: score
            .missed
            .iter()
            .map(|it| missed(it, conversation))
            .collect(),
        change: score.change.as_ref().map(|it| Change {
            to: it.to,
            steps: it.steps.iter().map(|step| change_step(*step)).collect(),
        }),
    }
}

fn missed(moment: &crate::score::MissedMoment, conversation: &Conversation) -> Missed {
    let said = moment.said.zip(moment.line);
    let said = said.map(|(span, line)| span.of(conversation.lines()[line].utterance.text()));
    Missed {
        moment: moment.kind.name(),
        customer: moment.line,
        reply: moment.reply,
        said: said.unwrap_or_default().to_owned(),
        half: moment.half,
        wanted: moment
            .wanted
            .iter()
            .map(|it| names(it.iter().copied()))
            .collect(),
        better: moment.better.clone(),
    }
}

fn change_step(step: Step) -> ChangeStep {
    let (add, leave) = match step {
        Step::Add { act, .. } => (Some(act.name()), None),
        Step::Leave { act, .. } => (None, Some(act.name())),
    };
    ChangeStep {
        reply: step.reply(),
        add,
        leave,
    }
}

fn shown<A: Act>(evidence: &[Evidence<A>], utterance: &Utterance) -> Vec<Piece> {
    let pieces = evidence
        .iter()
        .map(|it| place(Some(it.act.name()), None, it.span, utterance));
    pieces.collect()
}

fn piece(shown: &Shown, span: Span, utterance: &Utterance) -> Piece {
    match shown {
        Shown::Act(act) => place(Some(act.name()), None, span, utterance),
        Shown::Sign(sign) => place(None, Some(sign.to_string()), span, utterance),
    }
}

fn place(
    act: Option<&'static str>,
    sign: Option<String>,
    span: Span,
    utterance: &Utterance,
) -> Piece {
    let (start, end) = span.to_chars(utterance.text());
    let text = span.of(utterance.text()).to_owned();
    Piece {
        act,
        sign,
        start,
        end,
        text,
    }
}

fn is_flag(act: CustomerAct) -> bool {
    matches!(act, CustomerAct::Emotion | CustomerAct::Objection)
}

fn names<A: Act>(acts: impl Iterator<Item = A>) -> Vec<&'static str> {
    acts.map(Act::name).collect()
}
