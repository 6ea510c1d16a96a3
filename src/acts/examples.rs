//! What agents say, as the lexicon's entries give it.

use crate::{
    acts::lexicon_file::{ExampleShape, LexiconFile, SpeakerName},
    ground::diagnostic::Source,
};

/// The examples of all entries for agents in `sources`, in order. A file that does not parse gives
/// none; loading the lexicon reports it.
pub fn agent_examples(sources: &[Source]) -> Vec<String> {
    let files = sources
        .iter()
        .filter_map(|it| toml::from_str::<LexiconFile>(&it.text).ok());
    let entries = files.flat_map(|it| it.entries);
    let agents = entries.filter(|it| it.speaker == SpeakerName::Agent);
    agents
        .flat_map(|it| it.examples)
        .map(|it| match it.into_inner() {
            ExampleShape::Bare(text) => text,
            ExampleShape::InContext(example) => example.text,
        })
        .collect()
}
