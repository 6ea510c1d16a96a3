//! What a customer can say, per mood.

use rustc_hash::FxHashMap;

use crate::scenario::mood::Band;

/// A line of the scenario, by number: equal texts have equal numbers wherever they stand.
pub type LineId = u32;

/// The ways of saying one thing, per mood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines {
    by_band: [Box<[LineId]>; 3],
}

/// All lines of a scenario.
#[derive(Debug, Default)]
pub(super) struct LineStore {
    pub(super) texts: Vec<Box<str>>,
    ids: FxHashMap<Box<str>, LineId>,
}

impl Lines {
    /// The lines to draw from in `band`, nearest mood first: its own, then its neighbours'.
    pub fn nearest(&self, band: Band) -> impl Iterator<Item = &[LineId]> {
        let order = match band {
            Band::Calm => [0, 1, 2],
            Band::Tense => [1, 0, 2],
            Band::Panicked => [2, 1, 0],
        };
        order
            .into_iter()
            .map(|it| &*self.by_band[it])
            .filter(|it| !it.is_empty())
    }

    /// The lines of `band` itself.
    pub const fn of(&self, band: Band) -> &[LineId] {
        match band {
            Band::Calm => &self.by_band[0],
            Band::Tense => &self.by_band[1],
            Band::Panicked => &self.by_band[2],
        }
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.by_band.iter().all(|it| it.is_empty())
    }

    /// Every line, each once.
    pub fn all(&self) -> Vec<LineId> {
        let mut all: Vec<LineId> = self.by_band.iter().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl LineStore {
    /// Lines as the file gives them: those for any mood count for each.
    pub(super) fn add(&mut self, any: &[String], by_band: [&[String]; 3]) -> Lines {
        let any: Vec<LineId> = any.iter().map(|it| self.intern(it)).collect();
        let by_band = by_band.map(|own| {
            let mut ids: Vec<LineId> = own.iter().map(|it| self.intern(it)).collect();
            ids.extend(&any);
            ids.dedup();
            ids.into()
        });
        Lines { by_band }
    }

    fn intern(&mut self, text: &str) -> LineId {
        let text = text.trim();
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let id = LineId::try_from(self.texts.len()).unwrap_or(LineId::MAX);
        self.texts.push(text.into());
        self.ids.insert(text.into(), id);
        id
    }
}
