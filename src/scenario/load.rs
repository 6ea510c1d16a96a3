//! From files to a scenario: parsing, and what is wrong with them.

use crate::{
    acts::Language,
    ground::diagnostic::{Diagnostic, Source, has_errors},
    scenario::{
        assemble::Assembler,
        file::{MoodFile, ScenarioFile},
        heading::Heading,
        model::{Card, Scenario},
    },
};

/// The files that one scenario is made of.
#[derive(Debug, Clone)]
pub struct ScenarioFiles {
    /// The scenario's own file.
    pub own: Source,
    /// The common moves of its language.
    pub common: Vec<Source>,
    /// The mood rules.
    pub mood: Option<Source>,
}

/// Loads a scenario. With an error among the diagnostics there is no scenario.
pub fn load(files: &ScenarioFiles, language: &Language) -> (Option<Scenario>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let own = parse::<ScenarioFile>("scenario-file", &files.own, &mut diagnostics);
    let common: Vec<(&Source, ScenarioFile)> = files
        .common
        .iter()
        .filter_map(|source| {
            parse("common-file", source, &mut diagnostics).map(|file| (source, file))
        })
        .collect();
    let mood = files.mood.as_ref().and_then(|source| {
        parse::<MoodFile>("mood-file", source, &mut diagnostics).map(|file| (source, file))
    });
    let Some(own) = own else {
        return (None, diagnostics);
    };
    let assembler = Assembler::new(&files.own, &own, &common, mood.as_ref(), language);
    let (scenario, found) = assembler.run();
    diagnostics.extend(found);
    let usable = !has_errors(&diagnostics);
    (scenario.filter(|_| usable), diagnostics)
}

/// What a trainee reads before choosing; `None` for a file that cannot be read.
pub fn card(source: &Source) -> Option<Card> {
    let file: ScenarioFile = toml::from_str(&source.text).ok()?;
    let mut heading = Heading::new(source, &file);
    let card = heading.card();
    heading.diagnostics.is_empty().then_some(card)
}

fn parse<T: serde::de::DeserializeOwned>(
    code: &'static str,
    source: &Source,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    match toml::from_str(&source.text) {
        Ok(file) => Some(file),
        Err(error) => {
            diagnostics.push(Diagnostic::from_toml(code, source, &error));
            None
        }
    }
}
