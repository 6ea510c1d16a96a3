//! Replies that are tried in every scenario: a content file for each language.

use std::collections::BTreeMap;

use crate::ground::diagnostic::{Diagnostic, Source};

/// What agents say in any conversation, well or badly.
#[derive(Debug, Clone, Default)]
pub struct SampleReplies {
    replies: Vec<String>,
}

impl SampleReplies {
    /// Reads `exploration/<language>.toml`: lists of replies, under names that are for the reader.
    pub fn load(source: &Source) -> (Self, Vec<Diagnostic>) {
        match toml::from_str::<BTreeMap<String, Vec<String>>>(&source.text) {
            Ok(groups) => {
                let replies = groups.into_values().flatten().collect();
                (Self { replies }, Vec::new())
            }
            Err(error) => (
                Self::default(),
                vec![Diagnostic::from_toml("sample-replies", source, &error)],
            ),
        }
    }

    /// The first that says something; silence where there is none.
    pub(super) fn first(&self) -> &str {
        self.iter().find(|it| !it.is_empty()).unwrap_or_default()
    }

    /// All of them; an empty one is a silence.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.replies.iter().map(String::as_str)
    }
}
