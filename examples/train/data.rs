//! The labelled data, as rows to train on.

use std::{fs, path::PathBuf, sync::Arc};

use anyhow::Context as _;
use oefenlijn::{
    acts::{Act, ActSet, AgentAct, CustomerAct, Feature, History, Reader},
    transcript::{self, Channel, Speaker, Transcript},
};
use serde::Deserialize;

use super::lexicon;

/// How much a reply out of its conversation counts beside one in it.
const LONE_REPLY: f64 = 0.6;

/// How much a scripted customer's line counts beside one that was said in a conversation: as much, since
/// scripted customers are those that trainees meet.
const LONE_LINE: f64 = 1.0;

/// Rows of the model's table with values, sorted by row.
pub(crate) type Features = Vec<(u32, f64)>;

/// What the model sees of an utterance.
#[derive(Debug, Clone)]
pub(crate) struct Readings {
    /// All sentences alike.
    pub(crate) whole: Features,
    /// Per sentence what it sees if that is the strongest one; at least one.
    pub(crate) by_sentence: Vec<Features>,
}

/// An utterance with its labels.
#[derive(Debug, Clone)]
pub(crate) struct Row<A: Act> {
    /// Utterances of one conversation share it: they are trained on, or tested, together.
    pub(crate) group: usize,
    /// The number of the file of conversations that it stands in, and is tested with; none for
    /// utterances without their conversation.
    pub(crate) file: Option<usize>,
    pub(crate) weight: f64,
    pub(crate) readings: Readings,
    pub(crate) acts: ActSet<A>,
    /// The acts that the label speaks of; of others nothing is known.
    pub(crate) known: ActSet<A>,
}

/// A line of a data file.
#[derive(Deserialize)]
#[serde(untagged)]
enum Line {
    Conversation(Conversation),
    Reply(LoneReply),
    Example(Example),
    Customer(LoneLine),
}

#[derive(Deserialize)]
struct Conversation {
    id: String,
    lang: String,
    channel: String,
    turns: Vec<Turn>,
    agent: Vec<Vec<AgentAct>>,
    customer: Vec<String>,
}

#[derive(Deserialize)]
struct Turn {
    speaker: String,
    text: String,
}

/// A reply with the customer's turn before it.
#[derive(Deserialize)]
struct LoneReply {
    position: String,
    customer: String,
    reply: String,
    acts: Vec<AgentAct>,
}

/// A reply that does, or does not do, one act; nothing is said of others.
#[derive(Deserialize)]
pub(crate) struct Example {
    pub(crate) act: AgentAct,
    pub(crate) text: String,
    pub(crate) positive: bool,
    pub(crate) customer: String,
}

/// A customer's line out of its conversation.
#[derive(Deserialize)]
struct LoneLine {
    line: String,
    flag: String,
}

/// All labelled data of a language: the files, and behind them the examples in the lexicon.
#[derive(Clone)]
pub(crate) struct Corpus {
    /// With the number of the line, counted over all files, and that of the file.
    lines: Vec<(usize, usize, Arc<Line>)>,
    /// The names of the files; the examples of the lexicon count as one more, without a name.
    pub(crate) files: Vec<String>,
}

impl Corpus {
    pub(crate) fn read(language: &str) -> anyhow::Result<Self> {
        let folder = PathBuf::from("training").join(language);
        let entries = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
        let mut files: Vec<PathBuf> = entries
            .map(|it| it.map(|it| it.path()))
            .collect::<Result<_, _>>()?;
        files.retain(|it| it.extension().is_some_and(|it| it == "jsonl"));
        files.sort();
        let mut lines = Vec::new();
        for (which, file) in files.iter().enumerate() {
            let text = fs::read_to_string(file)?;
            for (number, line) in text.lines().enumerate() {
                let line = serde_json::from_str(line)
                    .with_context(|| format!("{}:{}", file.display(), number + 1))?;
                lines.push((lines.len(), which, Arc::new(line)));
            }
        }
        for example in lexicon::examples(language)? {
            lines.push((lines.len(), files.len(), Arc::new(Line::Example(example))));
        }
        let name = |it: &PathBuf| it.file_stem().unwrap_or_default().to_string_lossy().into();
        let files = files.iter().map(name).collect();
        Ok(Self { lines, files })
    }

    /// The conversations and all else apart: those of this fold, and what is left to learn from.
    pub(crate) fn split(&self, fold: usize, folds: usize) -> (Self, Self) {
        let held = |(number, _, line): &&(usize, usize, Arc<Line>)| {
            matches!(**line, Line::Conversation(_)) && number % folds == fold
        };
        let part = |wanted: bool| Self {
            lines: self
                .lines
                .iter()
                .filter(|it| held(it) == wanted)
                .cloned()
                .collect(),
            files: self.files.clone(),
        };
        (part(true), part(false))
    }

    /// The conversations, as they are scored.
    pub(crate) fn transcripts(&self) -> impl Iterator<Item = Transcript> {
        self.lines.iter().filter_map(|(_, _, line)| match &**line {
            Line::Conversation(it) => Some(it.transcript()),
            _ => None,
        })
    }

    pub(crate) fn agent_rows(&self, reader: &Reader) -> Vec<Row<AgentAct>> {
        let mut rows = Vec::new();
        for (group, file, line) in &self.lines {
            match &**line {
                Line::Conversation(it) => each_turn(it, reader, |turn, number, history| {
                    if turn.speaker == "agent" {
                        let readings = readings(&reader.agent_features(&turn.text, history));
                        let acts = it.agent[number].iter().copied().collect();
                        rows.push(Row::in_conversation(*file, *group, readings, acts));
                    }
                }),
                Line::Reply(it) => {
                    let history = history(reader, &it.customer, it.position == "opening");
                    rows.push(Row {
                        group: *group,
                        file: None,
                        weight: LONE_REPLY,
                        readings: readings(&reader.agent_features(&it.reply, &history)),
                        acts: it.acts.iter().copied().collect(),
                        known: all(),
                    });
                }
                Line::Customer(_) => {}
                Line::Example(it) => {
                    let history = history(reader, &it.customer, false);
                    let act: ActSet<AgentAct> = std::iter::once(it.act).collect();
                    rows.push(Row {
                        group: *group,
                        file: None,
                        weight: LONE_REPLY,
                        readings: readings(&reader.agent_features(&it.text, &history)),
                        acts: if it.positive { act } else { ActSet::EMPTY },
                        known: act,
                    });
                }
            }
        }
        rows
    }

    pub(crate) fn customer_rows(&self, reader: &Reader) -> Vec<Row<CustomerAct>> {
        let mut rows = Vec::new();
        for (group, file, line) in &self.lines {
            match &**line {
                Line::Conversation(it) => each_turn(it, reader, |turn, number, history| {
                    if turn.speaker == "customer" {
                        let readings = readings(&reader.customer_features(&turn.text, history));
                        let flags = flags(&it.customer[number]);
                        rows.push(Row::in_conversation(*file, *group, readings, flags));
                    }
                }),
                Line::Customer(it) => {
                    let mut history = History::default();
                    history.hear_customer(&reader.read_customer("", &history));
                    rows.push(Row {
                        group: *group,
                        file: None,
                        weight: LONE_LINE,
                        readings: readings(&reader.customer_features(&it.line, &history)),
                        acts: flags(&it.flag),
                        known: all(),
                    });
                }
                Line::Reply(_) | Line::Example(_) => {}
            }
        }
        rows
    }
}

impl Conversation {
    fn transcript(&self) -> Transcript {
        let turns = self.turns.iter().map(|it| transcript::Turn {
            speaker: if it.speaker == "agent" {
                Speaker::Agent
            } else {
                Speaker::Customer
            },
            text: it.text.clone(),
        });
        Transcript {
            id: self.id.clone(),
            language: self.lang.clone(),
            channel: if self.channel == "chat" {
                Channel::Chat
            } else {
                Channel::Phone
            },
            turns: turns.collect(),
        }
    }
}

impl<A: Act> Row<A> {
    /// The one of so many parts of the conversations that it is tested with; none for utterances without
    /// their conversation, which are learned from alone.
    pub(crate) fn fold(&self, folds: usize) -> Option<usize> {
        self.file.map(|_| self.group % folds)
    }

    fn in_conversation(file: usize, group: usize, readings: Readings, acts: ActSet<A>) -> Self {
        Self {
            group,
            file: Some(file),
            weight: 1.0,
            readings,
            acts,
            known: all(),
        }
    }
}

fn all<A: Act>() -> ActSet<A> {
    A::ALL.iter().copied().collect()
}

fn flags(word: &str) -> ActSet<CustomerAct> {
    let flags: &[CustomerAct] = match word {
        "both" => &[CustomerAct::Emotion, CustomerAct::Objection],
        "emotion" => &[CustomerAct::Emotion],
        "objection" => &[CustomerAct::Objection],
        _ => &[],
    };
    flags.iter().copied().collect()
}

/// Hands every turn to `each` with its number among the speaker's and what was said before it.
fn each_turn(
    conversation: &Conversation,
    reader: &Reader,
    mut each: impl FnMut(&Turn, usize, &History),
) {
    let mut history = History::default();
    let (mut replies, mut lines) = (0, 0);
    for turn in &conversation.turns {
        if turn.speaker == "agent" {
            each(turn, replies, &history);
            history.hear_agent(&reader.read_agent(&turn.text, &history));
            replies += 1;
        } else {
            each(turn, lines, &history);
            history.hear_customer(&reader.read_customer(&turn.text, &history));
            lines += 1;
        }
    }
}

/// What stands before a reply that is given without its conversation.
fn history(reader: &Reader, customer: &str, opens: bool) -> History {
    let mut history = History::default();
    if !opens {
        history.hear_agent(&reader.read_agent("", &history));
    }
    if !customer.is_empty() {
        history.hear_customer(&reader.read_customer(customer, &history));
    }
    history
}

/// What the model sees of each sentence: the context, half of the whole, and half of the sentence.
fn readings(seen: &[Feature]) -> Readings {
    let last = seen.iter().filter_map(|it| it.2).max();
    let by_sentence = (0..=last.unwrap_or(0)).map(|sentence| {
        let halves = seen.iter().map(|(row, value, place)| {
            let elsewhere = place.is_some_and(|it| it != sentence);
            (*row, if elsewhere { *value } else { value * 2 })
        });
        added_up(halves.collect())
    });
    Readings {
        whole: added_up(seen.iter().map(|it| (it.0, it.1 * 2)).collect()),
        by_sentence: by_sentence.collect(),
    }
}

/// Features with their values added up, from tenths.
fn added_up(mut seen: Vec<(u32, i32)>) -> Features {
    seen.sort_unstable();
    let runs = seen.chunk_by(|one, other| one.0 == other.0);
    runs.map(|run| {
        let sum: i32 = run.iter().map(|it| it.1).sum();
        (run[0].0, f64::from(sum) / 10.0)
    })
    .collect()
}
