//! A conversation as it was recorded.

/// Who says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Speaker {
    /// The one who helps.
    Agent,
    /// The one who is helped.
    Customer,
}

/// How they spoke.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// By phone.
    #[default]
    Phone,
    /// In writing, at once.
    Chat,
}

/// What one of them said at a stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Who.
    pub speaker: Speaker,
    /// The words, as written; blank for a silence.
    pub text: String,
}

/// One conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transcript {
    /// Its name in the file, or one made from the file's.
    pub id: String,
    /// The language spoken: `nl`.
    pub language: String,
    /// By phone or in writing.
    pub channel: Channel,
    /// As recorded; one speaker may have several turns in a row.
    pub turns: Vec<Turn>,
}

impl Transcript {
    /// The turns with those in a row of one speaker made one, which is how turns are counted
    /// wherever conversations are labelled or scored.
    pub fn joined(&self) -> Vec<Turn> {
        let mut joined: Vec<Turn> = Vec::with_capacity(self.turns.len());
        for turn in &self.turns {
            match joined.last_mut() {
                Some(last) if last.speaker == turn.speaker => {
                    last.text.push('\n');
                    last.text.push_str(&turn.text);
                }
                _ => joined.push(turn.clone()),
            }
        }
        joined
    }
}
