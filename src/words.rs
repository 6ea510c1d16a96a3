//! The screen's own words, in Dutch and English, by Fluent messages in `locales/`.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::ground::localised::Localised;

const DUTCH: &str = include_str!("../locales/nl.ftl");
const ENGLISH: &str = include_str!("../locales/en.ftl");

/// A language of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Ui {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

impl Ui {
    /// The language that a locale (`nl_BE.UTF-8`) asks for; Dutch where it asks for none that there
    /// is.
    pub fn of_locale(locale: &str) -> Self {
        if locale.starts_with("en") {
            Self::En
        } else {
            Self::Nl
        }
    }

    /// The language of the environment: `LC_ALL`, else `LC_MESSAGES`, else `LANG`.
    pub fn of_the_environment() -> Self {
        let set = |name| std::env::var(name).ok().filter(|it| !it.is_empty());
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
        Self::of_locale(&locale.unwrap_or_default())
    }

    const fn source(self) -> &'static str {
        match self {
            Self::Nl => DUTCH,
            Self::En => ENGLISH,
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        let tag = match self {
            Self::Nl => "nl",
            Self::En => "en",
        };
        tag.parse().unwrap_or_default()
    }
}

/// The messages of one language.
pub struct Words {
    ui: Ui,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The messages of `ui`.
    pub fn new(ui: Ui) -> Self {
        let mut bundle = FluentBundle::new(vec![ui.identifier()]);
        // terminals show the marks that keep directions apart as rubbish
        bundle.set_use_isolating(false);
        // a faulty message is left out and shows as its id; a test holds that there is none
        let resource = FluentResource::try_new(ui.source().to_owned()).unwrap_or_else(|it| it.0);
        let _ = bundle.add_resource(resource);
        Self { ui, bundle }
    }

    /// The language.
    pub const fn ui(&self) -> Ui {
        self.ui
    }

    /// The language as a tag for documents: `nl`, `en`.
    pub const fn language(&self) -> &'static str {
        match self.ui {
            Ui::Nl => "nl",
            Ui::En => "en",
        }
    }

    /// The message `id`.
    pub fn say(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The message `id` with values put in; the id itself where there is no such message.
    pub fn with<'v>(&self, id: &str, values: &[(&'static str, FluentValue<'v>)]) -> String {
        let arguments: FluentArgs<'v> = values.iter().cloned().collect();
        let pattern = self.bundle.get_message(id).and_then(|it| it.value());
        let Some(pattern) = pattern else {
            return id.to_owned();
        };
        let text = self
            .bundle
            .format_pattern(pattern, Some(&arguments), &mut Vec::new());
        Cow::into_owned(text)
    }

    /// Whether there is a message `id`.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// A text that has both languages.
    pub fn of<'t>(&self, text: &'t Localised) -> &'t str {
        match self.ui {
            Ui::Nl => &text.nl,
            Ui::En => &text.en,
        }
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Words").field(&self.ui).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(ui: Ui) -> Vec<&'static str> {
        let heads = ui
            .source()
            .lines()
            .filter_map(|it| it.split_once(" =").map(|it| it.0));
        heads
            .filter(|it| it.starts_with(|c: char| c.is_ascii_lowercase()))
            .collect()
    }

    #[test]
    fn both_languages_have_the_same_messages_in_the_same_order() {
        assert_eq!(ids(Ui::Nl), ids(Ui::En));
    }

    #[test]
    fn no_message_is_faulty() {
        for ui in [Ui::Nl, Ui::En] {
            let parsed = FluentResource::try_new(ui.source().to_owned());
            assert!(parsed.is_ok(), "{:?}", parsed.err().map(|it| it.1));
            let words = Words::new(ui);
            for id in ids(ui) {
                assert!(words.has(id), "{id}");
            }
        }
    }

    #[test]
    fn dutch_unless_the_locale_says_english() {
        let of = Ui::of_locale;
        assert_eq!(
            [
                of("C"),
                of(""),
                of("nl_BE.UTF-8"),
                of("de_DE"),
                of("en_GB.UTF-8")
            ],
            [Ui::Nl, Ui::Nl, Ui::Nl, Ui::Nl, Ui::En]
        );
    }
}
