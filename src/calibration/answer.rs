//! What a coach types.

use crate::{
    acts::{Act as _, AgentAct},
    calibration::rating::{Grade, HIGHEST},
};

/// A line that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The level of the criterion that was asked for.
    Grade(Grade),
    /// What the agent does in a reply, from 1.
    Acts {
        /// Which.
        reply: usize,
        /// All of it.
        acts: Vec<AgentAct>,
    },
    /// The criterion stays as it was rated before.
    Keep,
    /// What do the levels mean?
    Meaning,
    /// Show the conversation again.
    Show,
    /// Which acts are there?
    ListActs,
    /// To the criterion before.
    Back,
    /// To this conversation of the coach's order, from 1.
    Go(usize),
    /// Leave; what was rated is kept.
    Quit,
}

/// Why a line was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is none of the things that can be typed.
    Unknown(String),
    /// The criterion applies to every conversation.
    Applies,
    /// There was nothing to keep.
    Blank,
    /// There is no such act in the codebook.
    NoSuchAct(String),
    /// There is no such reply; so many there are.
    NoSuchReply(usize),
    /// There is no such conversation; so many there are.
    NoSuchItem(usize),
}

impl Answer {
    /// Reads a line. What it refers to is not known here, except that acts are those of the codebook.
    ///
    /// # Errors
    /// When it is none of the things that can be typed.
    pub fn parse(line: &str) -> Result<Self, Refusal> {
        let mut words = line.split([' ', '\t', ',']).filter(|it| !it.is_empty());
        let Some(first) = words.next() else {
            return Ok(Self::Keep);
        };
        let rest: Vec<&str> = words.collect();
        let unknown = || Refusal::Unknown(line.trim().to_owned());
        let answer = match first.trim_start_matches('/').to_lowercase().as_str() {
            "acts" => return acts(&rest).ok_or_else(unknown)?,
            "go" => {
                let number = rest.first().and_then(|it| it.parse().ok());
                return number.map(Self::Go).ok_or_else(unknown);
            }
            _ if !rest.is_empty() => return Err(unknown()),
            "na" => Self::Grade(Grade::NotApplicable),
            "?" | "help" => Self::Meaning,
            "show" => Self::Show,
            "back" => Self::Back,
            "quit" => Self::Quit,
            number => {
                let level = number.parse().ok().filter(|it| *it <= HIGHEST);
                Self::Grade(Grade::Level(level.ok_or_else(unknown)?))
            }
        };
        Ok(answer)
    }
}

/// The acts that a coach can name: those of the codebook.
pub(super) fn codebook() -> impl Iterator<Item = AgentAct> {
    AgentAct::ALL.iter().copied().filter(|it| it.is_codebook())
}

/// `acts`, `acts 3 greet ask_open`, `acts 3 -`; nothing where that is written otherwise.
fn acts(words: &[&str]) -> Option<Result<Answer, Refusal>> {
    let Some((reply, names)) = words.split_first() else {
        return Some(Ok(Answer::ListActs));
    };
    let reply = reply.parse().ok()?;
    if names == ["-"] {
        let acts = Vec::new();
        return Some(Ok(Answer::Acts { reply, acts }));
    }
    let act = |name: &&str| {
        let known = codebook().find(|it| it.name() == name.replace('-', "_"));
        known.ok_or_else(|| Refusal::NoSuchAct((*name).to_owned()))
    };
    let acts: Result<Vec<AgentAct>, Refusal> = names.iter().map(act).collect();
    (!names.is_empty()).then(|| acts.map(|acts| Answer::Acts { reply, acts }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_typed() {
        let level = |it| Ok(Answer::Grade(Grade::Level(it)));
        assert_eq!(Answer::parse(" 3 "), level(3));
        assert_eq!(Answer::parse("NA"), Ok(Answer::Grade(Grade::NotApplicable)));
        assert_eq!(Answer::parse(""), Ok(Answer::Keep));
        assert_eq!(Answer::parse("?"), Ok(Answer::Meaning));
        assert_eq!(Answer::parse("/back"), Ok(Answer::Back));
        assert_eq!(Answer::parse("go 12"), Ok(Answer::Go(12)));
        assert_eq!(Answer::parse("acts"), Ok(Answer::ListActs));
        let acts = vec![AgentAct::Acknowledge, AgentAct::AskOpen];
        assert_eq!(
            Answer::parse("acts 3 acknowledge, ask-open"),
            Ok(Answer::Acts { reply: 3, acts })
        );
        let none = Answer::Acts {
            reply: 1,
            acts: vec![],
        };
        assert_eq!(Answer::parse("acts 1 -"), Ok(none));
    }

    #[test]
    fn what_cannot() {
        for line in [
            "5", "-1", "3.5", "3 4", "go", "go x", "acts x", "acts 3", "nee",
        ] {
            let refused = Err(Refusal::Unknown(line.to_owned()));
            assert_eq!(Answer::parse(line), refused, "{line}");
        }
        for name in ["clarify", "hold"] {
            let refused = Err(Refusal::NoSuchAct(name.to_owned()));
            assert_eq!(Answer::parse(&format!("acts 3 {name}")), refused);
        }
    }
}
