//! What the criteria of a rubric are called, without all that it asks.

use std::collections::BTreeMap;

use crate::{
    ground::{diagnostic::Source, localised::Localised},
    rubric::file::RubricFile,
};

/// By the name of a criterion: its name for people. Empty for a file that cannot be read; whoever
/// scores by it says what is wrong.
pub fn titles(source: &Source) -> BTreeMap<String, Localised> {
    let file: Option<RubricFile> = toml::from_str(&source.text).ok();
    let criteria = file.into_iter().flat_map(|it| it.criteria);
    criteria.map(|it| (it.id.into_inner(), it.title)).collect()
}
