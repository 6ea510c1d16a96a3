//! A text that content authors give in both languages of the screen.

/// The same in Dutch and in English.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Localised {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Localised {
    /// The text in this language; English where it is not Dutch.
    pub fn in_language(&self, language: &str) -> &str {
        if language == "nl" { &self.nl } else { &self.en }
    }
}
