//! The examples and counter-examples that stand in the lexicon beside its entries: what an entry is sure of
//! the model should not unlearn.

use anyhow::Context as _;
use oefenlijn::{acts::AgentAct, content::Content};
use serde::Deserialize;

use super::data::Example;

/// As much of a file of the lexicon as is read here.
#[derive(Deserialize)]
struct File {
    #[serde(default)]
    entry: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    act: AgentAct,
    #[serde(default)]
    examples: Vec<Shape>,
    #[serde(default)]
    counter: Vec<Shape>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Shape {
    Bare(String),
    InContext {
        text: String,
        #[serde(default)]
        previous: String,
    },
}

/// What the lexicon's own examples say of the agent's acts in this language, in order of file and entry.
///
/// # Errors
/// Where a file of the lexicon is no TOML of this form.
pub(crate) fn examples(language: &str) -> anyhow::Result<Vec<Example>> {
    let mut all = Vec::new();
    for source in Content::embedded().files(&format!("lexicon/{language}/agent/"), ".toml") {
        let file: File = toml::from_str(&source.text).with_context(|| source.path.to_string())?;
        let learned = file.entry.into_iter().filter(|it| it.act.is_codebook());
        for entry in learned {
            for (shapes, positive) in [(entry.examples, true), (entry.counter, false)] {
                all.extend(shapes.into_iter().map(|it| it.said_of(entry.act, positive)));
            }
        }
    }
    Ok(all)
}

impl Shape {
    /// As an example of what does this act, or nearly does.
    fn said_of(self, act: AgentAct, positive: bool) -> Example {
        let (text, customer) = match self {
            Self::Bare(text) => (text, String::new()),
            Self::InContext { text, previous } => (text, previous),
        };
        Example {
            act,
            text,
            positive,
            customer,
        }
    }
}
