//! Files as texts with their names.

use std::{ops::Deref, sync::Arc};

use crate::ground::fingerprint::Fingerprint;

/// A file's name and text, shared by all that point into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Path as shown to people: relative to the content folder.
    pub path: Arc<str>,
    /// The whole text.
    pub text: SourceText,
}

impl Source {
    /// A source of this path and text.
    pub fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.into(),
            text: SourceText(Held::Read(text.into())),
        }
    }

    /// A source that the binary carries, with the 64 hexadecimal digits of its fingerprint.
    pub fn embedded(path: &str, text: &'static str, fingerprint: &'static str) -> Self {
        Self {
            path: path.into(),
            text: SourceText(Held::Embedded { text, fingerprint }),
        }
    }
}

/// The text of a file; cheap to clone.
#[derive(Debug, Clone)]
pub struct SourceText(Held);

#[derive(Debug, Clone)]
enum Held {
    /// In the binary, where it costs nothing until somebody reads it.
    Embedded {
        text: &'static str,
        fingerprint: &'static str,
    },
    Read(Arc<str>),
}

impl SourceText {
    /// The fingerprint of the text; that of an embedded one was taken when the program was built.
    pub fn fingerprint(&self) -> Fingerprint {
        match &self.0 {
            Held::Embedded { fingerprint, .. } => Fingerprint::known(fingerprint),
            Held::Read(text) => Fingerprint::of(text.as_bytes()),
        }
    }
}

impl Deref for SourceText {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Held::Embedded { text, .. } => text,
            Held::Read(text) => text,
        }
    }
}

impl PartialEq for SourceText {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for SourceText {}
