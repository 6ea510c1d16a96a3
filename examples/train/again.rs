//! The second pass: each act by how surely the first one saw all of them, in the utterance and in what its
//! speaker said last (stacked generalisation). Lone utterances have nothing around them and are left out.
//!
//! Nothing is weighed by scores of models that had seen the conversation, nor, where a fifth is held back for
//! the figures, by those of models that had seen that fifth; but which sentence stands for a row where two fifths are
//! left out is taken from a model that left out one, which saves half of the time.

use oefenlijn::acts::{Act, DOUBT, Levels, SURE, Surroundings, level};

use super::{
    data::{Features, Row},
    figures::{Figures, Scored},
    solver::{Item, Linear},
    trainer::{FOLDS, MISS, strongest},
};

/// What an error costs.
const COST: f64 = 0.005;

/// Into so many parts a score is divided before it becomes a level.
const PARTS: i32 = 1024;

/// What the first pass makes of a row: for each fold a score per sentence, by a model that has seen neither that
/// fold nor the row's own.
pub(crate) type Scores = [Vec<f64>; FOLDS];

/// The conversations as the first pass sees them.
pub(crate) struct Conversations<'r, A: Act> {
    acts: &'r [A],
    /// In order, a conversation after the other.
    rows: Vec<&'r Row<A>>,
    /// Per fold what surrounds each row, by models that have not seen that fold; and a last time by those that
    /// have not seen the row's own alone.
    seen: Vec<Vec<Surroundings>>,
}

impl<'r, A: Act> Conversations<'r, A> {
    /// Those among `rows`, with the scores of each act for each of their rows.
    pub(crate) fn new(acts: &'r [A], rows: &'r [Row<A>], scores: &[&[Scores]]) -> Self {
        let rows: Vec<&Row<A>> = rows.iter().filter(|it| it.file.is_some()).collect();
        let views = (0..FOLDS).map(|fold| surroundings(&rows, scores, |_| fold));
        let own = surroundings(&rows, scores, own_fold);
        let seen = views.chain(std::iter::once(own)).collect();
        Self { acts, rows, seen }
    }

    /// The cross-validated figures of an act with these scores, and what is learned of it from all.
    pub(crate) fn learn(&self, act: A, scores: &[Scores]) -> (Figures, Linear) {
        let mut figures = Figures::default();
        for fold in 0..FOLDS {
            let items = self.items(act, scores, |it| (own_fold(it) != fold).then_some(fold));
            let linear = self.linear(&items);
            let held = self.rows.iter().zip(scores).zip(&self.seen[fold]);
            let held = held.filter(|((row, _), _)| own_fold(row) == fold);
            figures.scored.extend(held.map(|((row, scores), seen)| {
                let (sentence, score) = strongest(scores[fold].iter().copied());
                Scored {
                    score: score
                        + linear
                            .score(&self.features(seen, sentence))
                            .max(-1.0 / f64::from(DOUBT)),
                    performed: row.acts.contains(act),
                    file: row.file.unwrap_or_default(),
                }
            }));
        }
        (
            figures,
            self.linear(&self.items(act, scores, |_| Some(FOLDS))),
        )
    }

    /// The rows to learn from, each as seen in the view that `view` names, if any.
    fn items(
        &self,
        act: A,
        scores: &[Scores],
        view: impl Fn(&Row<A>) -> Option<usize>,
    ) -> Vec<(Features, f64, bool)> {
        let rows = self.rows.iter().zip(scores).enumerate();
        rows.filter_map(|(number, (row, scores))| {
            let view = view(row)?;
            let by = if view == FOLDS { own_fold(row) } else { view };
            let (sentence, score) = strongest(scores[by].iter().copied());
            let features = self.features(&self.seen[view][number], sentence);
            Some((features, score, row.acts.contains(act)))
        })
        .collect()
    }

    fn linear(&self, items: &[(Features, f64, bool)]) -> Linear {
        let items: Vec<Item<'_>> = items
            .iter()
            .map(|(features, start, performed)| Item {
                features,
                start: *start,
                performed: *performed,
                cost: COST * if *performed { MISS } else { 1.0 },
            })
            .collect();
        Linear::learn(&items, self.acts.len() * oefenlijn::acts::BLOCKS)
    }

    /// What is seen from a sentence, as a row per block and act.
    fn features(&self, seen: &Surroundings, sentence: usize) -> Features {
        let mut features = Features::new();
        for (block, levels) in seen.blocks(sentence).into_iter().enumerate() {
            let shown = levels.iter().enumerate().filter(|it| *it.1 > 0);
            features.extend(shown.map(|(act, level)| {
                let row = u32::try_from(block * self.acts.len() + act).unwrap_or_default();
                (row, f64::from(*level) / f64::from(SURE))
            }));
        }
        features
    }
}

fn own_fold<A: Act>(row: &Row<A>) -> usize {
    row.fold(FOLDS).unwrap_or_default()
}

/// What surrounds each row, by the models for the fold that `view` names.
fn surroundings<A: Act>(
    rows: &[&Row<A>],
    scores: &[&[Scores]],
    view: impl Fn(&Row<A>) -> usize,
) -> Vec<Surroundings> {
    let mut all = Vec::with_capacity(rows.len());
    let mut before = Levels::new();
    for (number, row) in rows.iter().enumerate() {
        if number > 0 && rows[number - 1].group != row.group {
            before = Levels::new();
        }
        let in_sentence = |at: usize| -> Levels {
            let each = scores.iter().map(|it| it[number][view(row)][at]);
            each.map(level_of).collect()
        };
        let by_sentence = (0..row.readings.by_sentence.len()).map(in_sentence);
        let seen = Surroundings::new(by_sentence.collect(), before.clone());
        before.clone_from(seen.levels());
        all.push(seen);
    }
    all
}

#[expect(clippy::cast_possible_truncation, reason = "far within 32 bits")]
fn level_of(score: f64) -> u8 {
    level((score * f64::from(PARTS)).round() as i32, PARTS)
}
