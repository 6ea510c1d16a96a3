//! Lines as an author writes them: a list for any mood, or a table of lists per mood.

use serde::{Deserialize, Deserializer};

use crate::scenario::{
    file::OneOrMany,
    lines::{LineStore, Lines},
};

/// Lines for any mood, or per mood.
#[derive(Debug, Default)]
pub(in crate::scenario) struct LinesShape {
    pub(in crate::scenario) any: Vec<String>,
    pub(in crate::scenario) by_band: LinesPerMood,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::scenario) struct LinesPerMood {
    pub(in crate::scenario) any: Vec<String>,
    pub(in crate::scenario) calm: Vec<String>,
    pub(in crate::scenario) tense: Vec<String>,
    pub(in crate::scenario) panicked: Vec<String>,
}

impl LinesShape {
    /// The lines of a store that this shape gives.
    pub(in crate::scenario) fn put_into(&self, store: &mut LineStore) -> Lines {
        let mut any = self.any.clone();
        any.extend(self.by_band.any.iter().cloned());
        let by_band = [
            &*self.by_band.calm,
            &*self.by_band.tense,
            &*self.by_band.panicked,
        ];
        store.add(&any, by_band)
    }
}

impl<'de> Deserialize<'de> for LinesShape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(
            match OneOrMany::<LinesPerMood, String>::deserialize(deserializer)? {
                OneOrMany::One(by_band) => Self {
                    any: Vec::new(),
                    by_band,
                },
                OneOrMany::Many(any) => Self {
                    any,
                    by_band: LinesPerMood::default(),
                },
            },
        )
    }
}
