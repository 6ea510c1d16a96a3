//! What a coach types in a review, one short command a line.

use crate::{
    acts::AgentAct,
    cli::names::{Names, UnknownName},
    review::Level,
    rubric::Rubric,
    words::Words,
};

/// A line of a review.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Next,
    Back,
    Quit,
    Help,
    Act {
        act: AgentAct,
        phrase: Option<String>,
        shown: bool,
        reason: String,
    },
    Level {
        criterion: String,
        level: Level,
        reason: String,
    },
    /// Of a dispute; with a level where it is about one.
    Accept {
        level: Option<Level>,
        reason: String,
    },
    Keep {
        reason: String,
    },
    Withdraw {
        id: String,
        reason: String,
    },
}

/// Why a line says nothing.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unclear {
    Command(String, Option<String>),
    Act(UnknownName),
    Criterion(UnknownName),
    NoLevel,
    NoReason,
    OpenQuote,
}

/// The commands that are words.
const COMMANDS: [&str; 8] = [
    "ok", "next", "back", "quit", "level", "accept", "keep", "withdraw",
];

/// What the names in a line stand for.
pub(super) struct Vocabulary {
    acts: Names<AgentAct>,
    criteria: Names<String>,
}

impl Vocabulary {
    pub(super) fn new(words: &Words, rubric: &Rubric) -> Self {
        Self {
            acts: Names::acts(words),
            criteria: Names::criteria(words, rubric),
        }
    }

    /// What a line says.
    pub(super) fn parse(&self, line: &str) -> Result<Verdict, Unclear> {
        let line = line.trim();
        if let Some(rest) = line.strip_prefix('+') {
            return self.act(rest, true);
        }
        if let Some(rest) = line.strip_prefix(['-', '−', '–']) {
            return self.act(rest, false);
        }
        let (command, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        match &*command.to_lowercase() {
            "" | "ok" | "next" => Ok(Verdict::Next),
            "back" => Ok(Verdict::Back),
            "quit" => Ok(Verdict::Quit),
            "?" => Ok(Verdict::Help),
            "level" => self.level(rest),
            "accept" => accept(rest),
            "keep" => reason(rest).map(|reason| Verdict::Keep { reason }),
            "withdraw" => {
                let (id, rest) = word(rest);
                let id = id.trim_matches(['[', ']']).to_owned();
                reason(rest).map(|reason| Verdict::Withdraw { id, reason })
            }
            other => Err(unknown(other)),
        }
    }

    fn act(&self, rest: &str, shown: bool) -> Result<Verdict, Unclear> {
        let (act, rest) = self.acts.take(rest).map_err(Unclear::Act)?;
        let (phrase, rest) = phrase(rest)?;
        Ok(Verdict::Act {
            act,
            phrase,
            shown,
            reason: reason(rest)?,
        })
    }

    fn level(&self, rest: &str) -> Result<Verdict, Unclear> {
        let (criterion, rest) = self.criteria.take(rest).map_err(Unclear::Criterion)?;
        let (level, rest) = word(rest);
        Ok(Verdict::Level {
            criterion,
            level: Level::parse(level).ok_or(Unclear::NoLevel)?,
            reason: reason(rest)?,
        })
    }
}

fn accept(rest: &str) -> Result<Verdict, Unclear> {
    let (first, after) = word(rest);
    let level = Level::parse(first);
    let reason = reason(if level.is_some() { after } else { rest })?;
    Ok(Verdict::Accept { level, reason })
}

fn unknown(typed: &str) -> Unclear {
    let nearest = Names::of(&COMMANDS).find(typed).err().map(|it| it.nearest);
    // a whole sentence is like nothing; only a slip is answered with what it may have meant
    let close = nearest.filter(|it| it.chars().next() == typed.chars().next());
    Unclear::Command(typed.to_owned(), close)
}

fn word(text: &str) -> (&str, &str) {
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (word, rest.trim())
}

/// The words in quotation marks that a text begins with, and what comes after them.
fn phrase(text: &str) -> Result<(Option<String>, &str), Unclear> {
    const CLOSING: [char; 3] = ['"', '”', '“'];
    let Some(rest) = text.strip_prefix(['"', '“', '”', '„']) else {
        return Ok((None, text));
    };
    let (phrase, rest) = rest.split_once(CLOSING).ok_or(Unclear::OpenQuote)?;
    let phrase = Some(phrase.trim().to_owned()).filter(|it| !it.is_empty());
    Ok((phrase, rest.trim()))
}

fn reason(text: &str) -> Result<String, Unclear> {
    if text.is_empty() {
        return Err(Unclear::NoReason);
    }
    Ok(text.to_owned())
}
