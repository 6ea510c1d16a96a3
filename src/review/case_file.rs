//! Cases: what a conversation shows by a coach's word, as files that the program is held to.

use std::{collections::BTreeMap, fmt::Write as _};

use serde::Deserialize;
use toml::Spanned;

use crate::{
    acts::{Act as _, AgentAct},
    library::{Library, LoadError},
    privacy::{Instead, Masker},
    review::{
        event::{ActCorrection, Level},
        fold::{Corrected, Reviewed},
        subject::Subject,
    },
    score::Conversation,
    transcript::{Speaker, Turn},
};

/// The version of the shape.
pub(super) const FORMAT: u32 = 1;

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFile {
    /// Its path in a content folder: `cases/nl/two-letters-20260310-104000-1a2b-reply-2.toml`.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// `cases/<language>/<name>.toml`; `docs/coach.en.md` describes it for coaches.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CaseTable {
    pub(super) format: Spanned<u32>,
    pub(super) why: String,
    pub(super) turns: Spanned<Vec<TurnTable>>,
    #[serde(default)]
    pub(super) shows: Vec<Spanned<AgentAct>>,
    #[serde(default)]
    pub(super) shows_not: Vec<Spanned<AgentAct>>,
    pub(super) rubric: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) levels: BTreeMap<Spanned<String>, Spanned<Level>>,
}

/// What one of them says.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum TurnTable {
    Customer(String),
    Agent(String),
}

impl TurnTable {
    pub(super) fn turn(&self) -> Turn {
        let (speaker, text) = match self {
            Self::Customer(text) => (Speaker::Customer, text),
            Self::Agent(text) => (Speaker::Agent, text),
        };
        Turn {
            speaker,
            text: text.clone(),
        }
    }
}

/// The cases that the corrections of a session come to: one for each reply that was read wrongly, and
/// one for the levels of each conversation. The same corrections give the same files. What tells who
/// somebody is is masked letter by letter, so that the program reads a case as it read the session.
///
/// # Errors
/// When the scenario, or the lists of what is masked, cannot be loaded.
pub fn cases(
    library: &Library,
    subject: &Subject,
    reviewed: &[Reviewed],
) -> Result<Vec<CaseFile>, LoadError> {
    let mut lists = library.word_lists(&subject.header.scenario)?;
    if let Some(trainee) = &subject.header.trainee {
        lists = lists.hiding(trainee);
    }
    let masker = Masker::new(lists, Instead::Letters);
    let mut files = Vec::new();
    for conversation in reviewed {
        let mut writer = Writer::new(subject, conversation, masker.clone());
        let mut by_reply: BTreeMap<usize, Vec<&Corrected<ActCorrection>>> = BTreeMap::new();
        for correction in &conversation.acts {
            by_reply
                .entry(correction.what.reply)
                .or_default()
                .push(correction);
        }
        for (reply, acts) in &by_reply {
            files.push(writer.reply(*reply, acts));
        }
        if !conversation.levels.is_empty() {
            files.push(writer.levels());
        }
    }
    Ok(files)
}

struct Writer<'a> {
    subject: &'a Subject,
    reviewed: &'a Reviewed,
    masker: Masker,
}

impl<'a> Writer<'a> {
    fn new(subject: &'a Subject, reviewed: &'a Reviewed, mut masker: Masker) -> Self {
        let conversation = &reviewed.machine.conversation;
        let replies = conversation.replies().iter().map(|it| it.utterance.text());
        let reasons = reviewed.acts.iter().map(|it| &*it.what.reason);
        let reasons = reasons.chain(reviewed.levels.iter().map(|it| &*it.what.reason));
        for said in replies.chain(reasons) {
            masker.learn(said);
        }
        Self {
            subject,
            reviewed,
            masker,
        }
    }

    fn reply(&mut self, reply: usize, acts: &[&Corrected<ActCorrection>]) -> CaseFile {
        let mut text = self.head(acts.iter().map(|it| &*it.what.reason), reply);
        for (key, shown) in [("shows", true), ("shows_not", false)] {
            let named = acts.iter().filter(|it| it.what.shown == shown);
            let named: Vec<String> = named.map(|it| quoted(it.what.act.name())).collect();
            if !named.is_empty() {
                let _ = writeln!(text, "{key} = [{}]", named.join(", "));
            }
        }
        self.file(&format!("reply-{reply}"), text)
    }

    fn levels(&mut self) -> CaseFile {
        let levels = &self.reviewed.levels;
        let all = self.reviewed.machine.conversation.replies().len();
        let mut text = self.head(levels.iter().map(|it| &*it.what.reason), all);
        let _ = writeln!(
            text,
            "rubric = {}\n",
            quoted(&self.reviewed.machine.rubric.name)
        );
        text.push_str("[levels]\n");
        for it in levels {
            let level = match it.what.level.0 {
                Some(level) => level.to_string(),
                None => quoted("na"),
            };
            let _ = writeln!(text, "{} = {level}", it.what.criterion);
        }
        self.file("levels", text)
    }

    /// All but what is expected: why, and what was said up to the reply of this number, from 1.
    fn head<'r>(&mut self, reasons: impl Iterator<Item = &'r str>, reply: usize) -> String {
        let reasons: Vec<String> = reasons.map(|it| self.masker.mask(it)).collect();
        let why = quoted(&reasons.join("; "));
        let mut text = format!("format = {FORMAT}\nwhy = {why}\n\nturns = [\n");
        for turn in turns(&self.reviewed.machine.conversation, reply) {
            let (speaker, said) = match turn.speaker {
                Speaker::Agent => ("agent", self.masker.mask(&turn.text)),
                // the customer's words are the scenario's
                Speaker::Customer => ("customer", turn.text),
            };
            let _ = writeln!(text, "  {{ {speaker} = {} }},", quoted(&said));
        }
        text.push_str("]\n\n");
        text
    }

    fn file(&self, part: &str, text: String) -> CaseFile {
        let Subject {
            header, language, ..
        } = self.subject;
        let chat = self.reviewed.chat.map(|it| format!("chat-{}-", it + 1));
        let (scenario, session) = (&header.scenario, &header.session);
        let chat = chat.unwrap_or_default();
        CaseFile {
            path: format!("cases/{language}/{scenario}-{session}-{chat}{part}.toml"),
            text,
        }
    }
}

/// What was said up to and with the reply of this number, from 1; the whole conversation where it is
/// the last.
fn turns(conversation: &Conversation, reply: usize) -> Vec<Turn> {
    let turn = |speaker, text: &str| Turn {
        speaker,
        text: text.to_owned(),
    };
    let replies = conversation.replies();
    let mut turns = Vec::new();
    for (number, reading) in replies.iter().enumerate().take(reply) {
        let line = conversation.line_before(number);
        if let Some(line) = line.and_then(|it| conversation.lines().get(it)) {
            turns.push(turn(Speaker::Customer, line.utterance.text()));
        }
        turns.push(turn(Speaker::Agent, reading.utterance.text()));
    }
    turns
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
