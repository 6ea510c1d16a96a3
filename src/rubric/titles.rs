//! What the criteria of a rubric are called, without all that it asks.

use crate::{
    ground::{diagnostic::Source, localised::Localised},
    rubric::file::RubricFile,
};

/// The names of the criteria, in order, each with its name for people. Empty for a file that cannot be read; whoever
/// scores by it says what is wrong.
pub fn titles(source: &Source) -> Vec<(String, Localised)> {
    let file: Option<RubricFile> = toml::from_str(&source.text).ok();
    let criteria = file.into_iter().flat_map(|it| it.criteria);
    criteria.map(|it| (it.id.into_inner(), it.title)).collect()
}
