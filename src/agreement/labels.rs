//! Labelled conversations: what a rater, a panel or the program says of each turn.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    acts::{ActSet, AgentAct},
    ground::{
        diagnostic::{Diagnostic, Source},
        span::Span,
    },
};

/// What a customer's turn is labelled with (codebook part 1).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flag {
    /// A negative emotion shows.
    pub emotion: bool,
    /// An objection is made.
    pub objection: bool,
}

/// The labels of one conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// Its name in the file.
    pub id: String,
    /// The agent's replies; empty where the file holds labels alone.
    pub replies: Vec<String>,
    /// Per reply.
    pub agent: Vec<ActSet<AgentAct>>,
    /// Per customer's turn.
    pub customer: Vec<Flag>,
    /// Per criterion; `None` where it does not apply.
    pub levels: BTreeMap<String, Option<u8>>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    #[serde(default)]
    turns: Vec<Turn>,
    agent: Vec<Vec<AgentAct>>,
    customer: Vec<String>,
    scores: BTreeMap<String, Level>,
}

#[derive(Deserialize)]
struct Turn {
    speaker: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Level {
    Number(u8),
    Word(String),
}

/// Reads JSON Lines with `id`, `agent`, `customer` and `scores`, one conversation a line, as
/// `oefenlijn score --json` writes them and labelled transcripts hold them.
pub fn read(source: &Source) -> (Vec<Labelled>, Vec<Diagnostic>) {
    let (mut all, mut found) = (Vec::new(), Vec::new());
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        let span = Span::new(at, at + line.trim_end().len());
        at += line.len();
        if line.trim().is_empty() {
            continue;
        }
        match parse(line.trim_end()) {
            Ok(labelled) => all.push(labelled),
            Err(message) => found.push(
                Diagnostic::error("labelled-line", message)
                    .at(source, span)
                    .help(r#"a line holds {"id", "agent": [["greet"], …], "customer": ["emotion", …], "scores": {"greeting": 3, …}}"#),
            ),
        }
    }
    (all, found)
}

fn parse(line: &str) -> Result<Labelled, String> {
    let line: Line = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let levels = line.scores.into_iter().map(|(criterion, level)| {
        let level = match level {
            Level::Number(level @ 0..=4) => Some(level),
            Level::Word(word) if word == "na" => None,
            _ => return Err(format!("`{criterion}` is neither 0 to 4 nor \"na\"")),
        };
        Ok((criterion, level))
    });
    let levels: BTreeMap<String, Option<u8>> = levels.collect::<Result<_, _>>()?;
    let customer = line.customer.iter().map(|it| flag(it));
    Ok(Labelled {
        id: line.id,
        replies: replies(line.turns),
        agent: line
            .agent
            .into_iter()
            .map(|it| it.into_iter().collect())
            .collect(),
        customer: customer.collect::<Result<_, _>>()?,
        levels,
    })
}

fn flag(word: &str) -> Result<Flag, String> {
    let (emotion, objection) = match word {
        "" => (false, false),
        "emotion" => (true, false),
        "objection" => (false, true),
        "both" => (true, true),
        other => return Err(format!("a customer's turn cannot be labelled `{other}`")),
    };
    Ok(Flag { emotion, objection })
}

/// The agent's turns, those in a row as one, as labels count them.
fn replies(turns: Vec<Turn>) -> Vec<String> {
    let mut replies: Vec<String> = Vec::new();
    let mut agent_spoke = false;
    for turn in turns {
        let agent = turn.speaker == "agent";
        match replies.last_mut() {
            Some(last) if agent && agent_spoke => {
                last.push(' ');
                last.push_str(&turn.text);
            }
            _ if agent => replies.push(turn.text),
            _ => {}
        }
        agent_spoke = agent;
    }
    replies
}
