//! From files to a scenario: parsing, and what is wrong with them.

use std::{collections::BTreeMap, slice, sync::Arc};

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use crate::{
    acts::Language,
    ground::diagnostic::{Diagnostic, Source, has_errors},
    scenario::{
        assemble::{Assembler, Item},
        file::{MoodFile, ScenarioFile},
        heading::Heading,
        model::{Card, Scenario},
        weights::{Weights, WeightsFile},
        wordings::WordingsFile,
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
    /// What speaks for an answer, and how much.
    pub weights: Option<Source>,
    /// How agents put what belongs to this scenario.
    pub wordings: Option<Source>,
    /// How agents put what belongs to all scenarios of its language.
    pub common_wordings: Option<Source>,
}

impl ScenarioFiles {
    /// All of them.
    pub fn all(self) -> impl Iterator<Item = Source> {
        let own = [self.own].into_iter().chain(self.common);
        let wordings = self.wordings.into_iter().chain(self.common_wordings);
        own.chain(wordings).chain(self.mood).chain(self.weights)
    }
}

/// Scenarios whose files are parsed and whose patterns are not compiled yet; common moves are parsed
/// once, however many of them share these.
#[derive(Debug)]
pub struct ParsedScenarios<'f> {
    scenarios: &'f [ScenarioFiles],
    own: Vec<Result<ScenarioFile, Diagnostic>>,
    /// By path.
    common: BTreeMap<&'f str, Result<ScenarioFile, Diagnostic>>,
    /// By path.
    wordings: BTreeMap<&'f str, Result<WordingsFile, Diagnostic>>,
}

impl<'f> ParsedScenarios<'f> {
    /// Parses the files of these scenarios, which are all of one content.
    pub fn parse(scenarios: &'f [ScenarioFiles]) -> Self {
        let common = scenarios.iter().flat_map(|it| &it.common);
        let wordings = scenarios
            .iter()
            .flat_map(|it| it.wordings.iter().chain(&it.common_wordings));
        // the longest first: whoever has done with another file takes the next
        let (wordings, (own, common)) = rayon::join(
            || parse_each("wordings-file", wordings),
            || {
                rayon::join(
                    || {
                        let own = scenarios.par_iter();
                        own.map(|it| parse("scenario-file", &it.own)).collect()
                    },
                    || parse_each("common-file", common),
                )
            },
        );
        Self {
            scenarios,
            own,
            common,
            wordings,
        }
    }

    /// Each of the scenarios, with what is wrong with it. With an error among the diagnostics there is
    /// no scenario.
    pub fn assemble(
        mut self,
        language: &Arc<Language>,
    ) -> Vec<(Option<Scenario>, Vec<Diagnostic>)> {
        let own = std::mem::take(&mut self.own);
        // each file is let go where it was used: that takes time, too
        let each = self.scenarios.par_iter().zip(own);
        each.map(|(files, own)| self.assemble_one(files, &own, language))
            .collect()
    }

    fn assemble_one(
        &self,
        files: &ScenarioFiles,
        own: &Result<ScenarioFile, Diagnostic>,
        language: &Arc<Language>,
    ) -> (Option<Scenario>, Vec<Diagnostic>) {
        let mut diagnostics: Vec<Diagnostic> = own.as_ref().err().cloned().into_iter().collect();
        let mut common: Vec<(&Source, &ScenarioFile)> = Vec::new();
        for source in &files.common {
            match self.common.get(&*source.path) {
                Some(Ok(file)) => common.push((source, file)),
                Some(Err(finding)) => diagnostics.push(finding.clone()),
                None => {}
            }
        }
        let mut wordings = Vec::new();
        let worded = files.wordings.iter().map(|it| (it, false));
        let all = files.common_wordings.iter().map(|it| (it, true));
        for (source, common) in worded.chain(all) {
            match self.wordings.get(&*source.path) {
                Some(Ok(table)) => wordings.push(Item {
                    table,
                    source,
                    common,
                }),
                Some(Err(finding)) => diagnostics.push(finding.clone()),
                None => {}
            }
        }
        let mood = files.mood.as_ref().and_then(|source| {
            let file = parse::<MoodFile>("mood-file", source);
            let kept = file.map_err(|finding| diagnostics.push(finding)).ok();
            kept.map(|file| (source, file))
        });
        let weights = files.weights.as_ref().and_then(|source| {
            let file = parse::<WeightsFile>("weights-file", source);
            let kept = file.map_err(|finding| diagnostics.push(finding)).ok();
            kept.map(|file| Weights::gather(&file, source, &mut diagnostics))
        });
        let Ok(own) = own else {
            return (None, diagnostics);
        };
        let assembler = Assembler::new(&files.own, own, &common, wordings, mood.as_ref(), language);
        let (mut scenario, found) = assembler.run();
        diagnostics.extend(found);
        if let (Some(scenario), Some(weights)) = (&mut scenario, weights) {
            scenario.weights = weights;
        }
        let usable = !has_errors(&diagnostics);
        (scenario.filter(|_| usable), diagnostics)
    }
}

/// Loads a scenario. With an error among the diagnostics there is no scenario.
pub fn load(
    files: &ScenarioFiles,
    language: &Arc<Language>,
) -> (Option<Scenario>, Vec<Diagnostic>) {
    let parsed = ParsedScenarios::parse(slice::from_ref(files));
    parsed.assemble(language).pop().unwrap_or_default()
}

/// What a trainee reads before choosing; `None` for a file that cannot be read.
pub fn card(source: &Source) -> Option<Card> {
    let file: ScenarioFile = toml::from_str(&source.text).ok()?;
    let mut heading = Heading::new(source, &file);
    let card = heading.card();
    heading.diagnostics.is_empty().then_some(card)
}

/// Parses each of these files once, however often it is named.
fn parse_each<'f, T: DeserializeOwned + Send>(
    code: &'static str,
    files: impl Iterator<Item = &'f Source>,
) -> BTreeMap<&'f str, Result<T, Diagnostic>> {
    let files: BTreeMap<&str, &Source> = files.map(|it| (&*it.path, it)).collect();
    let parsed = files.into_par_iter();
    parsed
        .map(|(path, source)| (path, parse(code, source)))
        .collect()
}

fn parse<T: DeserializeOwned>(code: &'static str, source: &Source) -> Result<T, Diagnostic> {
    toml::from_str(&source.text).map_err(|error| Diagnostic::from_toml(code, source, &error))
}
