//! Commands typed during a conversation: lines that begin with `/`.

/// A command typed during a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Slash {
    Help,
    Desk,
    Note(String),
    Hint,
    Mood,
    Back,
    End,
    Quit,
    /// At a chat desk, to the customer of this number, from 1.
    Chat(usize),
    /// At a chat desk, to whoever has waited longest.
    Next,
    /// At a chat desk, who waits how long.
    Who,
    /// Something else that begins with `/`.
    Unknown(String),
}

impl Slash {
    /// All of them, as typed.
    pub(super) const NAMES: &'static [&'static str] = &[
        "/help", "/desk", "/note", "/hint", "/mood", "/back", "/end", "/quit", "/next", "/who",
    ];

    /// The command in a line; `None` for a reply.
    pub(super) fn parse(line: &str) -> Option<Self> {
        let line = line.trim();
        if !line.starts_with('/') {
            return None;
        }
        let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        Some(match name {
            "/help" => Self::Help,
            "/desk" => Self::Desk,
            "/note" => Self::Note(rest.trim().to_owned()),
            "/hint" => Self::Hint,
            "/mood" => Self::Mood,
            "/back" => Self::Back,
            "/end" => Self::End,
            "/quit" => Self::Quit,
            "/next" => Self::Next,
            "/who" => Self::Who,
            other => match other[1..].parse() {
                Ok(number) => Self::Chat(number),
                Err(_) => Self::Unknown(other.to_owned()),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_a_command_and_replies_are_none() {
        for name in Slash::NAMES {
            assert!(
                !matches!(Slash::parse(name), None | Some(Slash::Unknown(_))),
                "{name}"
            );
        }
        assert_eq!(
            Slash::parse("  /note  belt terug "),
            Some(Slash::Note("belt terug".into()))
        );
        assert_eq!(
            Slash::parse("/dance now"),
            Some(Slash::Unknown("/dance".into()))
        );
        assert_eq!(Slash::parse("en/of"), None);
        assert_eq!(Slash::parse(""), None);
    }
}
