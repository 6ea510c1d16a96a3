//! From rows to a model: cross-validation, thresholds, whole-number weights.

use std::thread;

use oefenlijn::acts::{Act, LARGEST_WEIGHT, Model};

use super::{
    data::{Features, Row},
    figures::{Figures, Scored},
    solver::{Item, Linear},
    telling::Telling,
};

/// Over so many parts of the conversations the figures are cross-validated.
pub(crate) const FOLDS: usize = 5;

/// What an error costs: the larger, the closer the weights follow the data.
const COST: f64 = 0.007;

/// How often it is settled anew which sentence speaks most for an act.
const SETTLINGS: usize = 2;

/// How much more it costs to miss an act than to see one that is not there.
const MISS: f64 = 1.6;

/// How far an act's own threshold may lie from the common one.
const LEEWAY: f64 = 0.2;

/// Of fewer examples nothing is learned.
pub(crate) const FEWEST: usize = 25;

/// In the figures of one file, acts with fewer examples are left out.
const FEW_IN_FILE: usize = 8;

/// Acts with fewer examples than this keep the common threshold.
pub(crate) const FEW: usize = 40;

/// An act is clear where so large a share of the utterances that score as high perform it.
const CLEAR: f64 = 0.8;

/// A score that none reaches.
const NEVER: f64 = 1000.0;

/// What was learned of one act.
struct Learned {
    figures: Figures,
    linear: Linear,
}

/// The acts that the data show often enough to learn from; others are left to the lexicon alone.
pub(crate) fn learnable<A: Act>(acts: &[A], rows: &[Row<A>]) -> Vec<A> {
    let shown = |act: &A| rows.iter().filter(|it| it.acts.contains(*act)).count();
    acts.iter()
        .copied()
        .filter(|it| shown(it) >= FEWEST)
        .collect()
}

/// What was learned of all acts of one speaker.
pub(crate) struct Learning<A> {
    acts: Vec<A>,
    learned: Vec<Learned>,
    /// From which score on each act is performed.
    thresholds: Vec<f64>,
    rows: usize,
}

impl<A: Act> Learning<A> {
    /// Learns those of `acts` that can be learned.
    pub(crate) fn of(acts: &[A], rows: &[Row<A>]) -> Self {
        let acts = learnable(acts, rows);
        let learned = learn_all(&acts, rows);
        Self {
            thresholds: thresholds(&learned),
            acts,
            learned,
            rows: rows.len(),
        }
    }

    /// Prints the cross-validated figures: of each act, and over the conversations of each file.
    #[expect(clippy::print_stdout, reason = "a command whose output is its figures")]
    pub(crate) fn print(&self, files: &[String]) {
        println!("{:16}    n     P    R    F1  threshold", "");
        let mut sum = 0.0;
        let learned = self.learned.iter().zip(&self.thresholds);
        for (act, (it, threshold)) in self.acts.iter().zip(learned) {
            let counts = it.figures.counts(*threshold);
            sum += counts.f1();
            println!(
                "{:16} {:4}  {:.2} {:.2}  {:.2}  {threshold:+.2}",
                act.name(),
                it.figures.positives(),
                counts.precision(),
                counts.recall(),
                counts.f1()
            );
        }
        for (file, name) in files.iter().enumerate() {
            print_file(file, name, &self.learned, &self.thresholds);
        }
        let number = u32::try_from(self.acts.len()).unwrap_or(1);
        println!(
            "macro-F1 {:.3} over {} rows\n",
            sum / f64::from(number),
            self.rows
        );
    }

    /// The model file, made from what has this fingerprint.
    pub(crate) fn file(&self, made_from: &str) -> String {
        let clear: Vec<f64> = self
            .learned
            .iter()
            .zip(&self.thresholds)
            .map(|(it, threshold)| clear_from(&it.figures, *threshold))
            .collect();
        whole(
            made_from,
            &self.acts,
            &self.learned,
            &self.thresholds,
            &clear,
        )
    }
}

/// From which score on each act is performed: where the figures are best, near the common one.
fn thresholds(learned: &[Learned]) -> Vec<f64> {
    let common = best(&steps(-0.6, 0.2), |threshold| {
        let scores = learned.iter().filter(|it| it.figures.positives() > 0);
        scores.map(|it| it.figures.counts(threshold).f1()).sum()
    });
    learned
        .iter()
        .map(|it| {
            if it.figures.positives() < FEW {
                return common;
            }
            best(&steps(common - LEEWAY, common + LEEWAY), |threshold| {
                it.figures.counts(threshold).f1()
            })
        })
        .collect()
}

/// From which score on an act is clear: where four in five of those that score so are right.
fn clear_from(figures: &Figures, threshold: f64) -> f64 {
    let steps = steps(threshold, threshold + 2.0);
    let right = |it: &&f64| figures.counts(**it).precision() >= CLEAR;
    steps.iter().find(right).copied().unwrap_or(NEVER)
}

/// Prints the macro-F1 over one file's conversations, of the acts that occur in it often enough.
#[expect(clippy::print_stdout, reason = "a command whose output is its figures")]
fn print_file(file: usize, name: &str, learned: &[Learned], thresholds: &[f64]) {
    let figures = learned.iter().map(|it| it.figures.of_file(file));
    let scores: Vec<f64> = figures
        .zip(thresholds)
        .filter(|(it, _)| it.positives() >= FEW_IN_FILE)
        .map(|(it, threshold)| it.counts(*threshold).f1())
        .collect();
    if let Ok(number @ 1..) = u32::try_from(scores.len()) {
        let mean = scores.iter().sum::<f64>() / f64::from(number);
        println!("{name:24} macro-F1 {mean:.3} over {number} acts");
    }
}

/// Learns every act, two at a time.
fn learn_all<A: Act>(acts: &[A], rows: &[Row<A>]) -> Vec<Learned> {
    let halves = [0, 1].map(|half| acts.iter().copied().skip(half).step_by(2));
    let [even, odd] = thread::scope(|scope| {
        halves
            .map(|half| scope.spawn(move || half.map(|act| learn(act, rows)).collect::<Vec<_>>()))
            .map(|it| it.join().unwrap_or_default())
    });
    let mut odd = odd.into_iter();
    even.into_iter()
        .flat_map(|it| std::iter::once(it).chain(odd.next()))
        .collect()
}

fn learn<A: Act>(act: A, rows: &[Row<A>]) -> Learned {
    let known: Vec<&Row<A>> = rows.iter().filter(|it| it.known.contains(act)).collect();
    let mut figures = Figures::default();
    for fold in 0..FOLDS {
        let (held, rest): (Vec<&Row<A>>, Vec<&Row<A>>) =
            known.iter().partition(|it| it.fold(FOLDS) == Some(fold));
        let linear = solve(act, &rest);
        let scored = held.iter().map(|it| Scored {
            score: strongest(&linear, it).1,
            performed: it.acts.contains(act),
            file: it.file.unwrap_or_default(),
        });
        figures.scored.extend(scored);
    }
    Learned {
        figures,
        linear: solve(act, &known),
    }
}

/// Learns which words speak for an act from whole utterances, and then, in turns, which sentence
/// shows it and which words speak for it there (a latent support vector machine).
fn solve<A: Act>(act: A, rows: &[&Row<A>]) -> Linear {
    let mut linear = learn_from(act, rows, |row| &row.readings.whole);
    for _ in 0..SETTLINGS {
        linear = learn_from(act, rows, |row| {
            &row.readings.by_sentence[strongest(&linear, row).0]
        });
    }
    linear
}

fn learn_from<'a, A: Act>(
    act: A,
    rows: &[&'a Row<A>],
    features: impl Fn(&'a Row<A>) -> &'a Features,
) -> Linear {
    let item = |features: &'a Features, row: &Row<A>| {
        let performed = row.acts.contains(act);
        Item {
            features,
            performed,
            cost: COST * row.weight * if performed { MISS } else { 1.0 },
        }
    };
    let items: Vec<Item<'_>> = rows.iter().map(|it| item(features(it), it)).collect();
    let telling = Telling::of(&items, Model::<A>::rows());
    let scaled: Vec<Features> = items.iter().map(|it| telling.scaled(it.features)).collect();
    let items = items.iter().zip(&scaled);
    let items: Vec<Item<'_>> = items
        .map(|(it, features)| Item { features, ..*it })
        .collect();
    let mut linear = Linear::learn(&items, Model::<A>::rows());
    telling.unscale(&mut linear.weights);
    linear
}

/// The sentence that speaks most for it, the first of equals, with its score.
fn strongest<A: Act>(linear: &Linear, row: &Row<A>) -> (usize, f64) {
    let scores = row
        .readings
        .by_sentence
        .iter()
        .map(|it| linear.score(it))
        .enumerate();
    scores.fold(
        (0, f64::MIN),
        |best, it| if it.1 > best.1 { it } else { best },
    )
}

/// From `low` to `high` in steps of a fiftieth.
fn steps(low: f64, high: f64) -> Vec<f64> {
    let mut steps = vec![low];
    while let Some(last) = steps.last().copied().filter(|it| *it < high) {
        steps.push(last + 0.02);
    }
    steps
}

/// The first of those that are best.
fn best(steps: &[f64], worth: impl Fn(f64) -> f64) -> f64 {
    let mut best = (f64::MIN, 0.0);
    for step in steps {
        let worth = worth(*step);
        if worth > best.0 {
            best = (worth, *step);
        }
    }
    best.1
}

/// The model file: each act's weights scaled so that the largest fits.
fn whole<A: Act>(
    made_from: &str,
    acts: &[A],
    learned: &[Learned],
    thresholds: &[f64],
    clear: &[f64],
) -> String {
    let scales: Vec<f64> = learned
        .iter()
        .map(|it| {
            let weights = it.linear.weights.iter().map(|it| it.abs());
            f64::from(LARGEST_WEIGHT) / weights.fold(f64::MIN_POSITIVE, f64::max)
        })
        .collect();
    let biases: Vec<i32> = learned
        .iter()
        .zip(&scales)
        .zip(thresholds)
        // sums are in tenths
        .map(|((it, scale), threshold)| rounded((it.linear.bias - threshold) * scale * 10.0))
        .collect();
    let margins: Vec<i32> = clear
        .iter()
        .zip(thresholds)
        .zip(&scales)
        .map(|((clear, threshold), scale)| rounded((clear - threshold) * scale * 10.0))
        .collect();
    Model::write(made_from, acts, &biases, &margins, |row, act| {
        let weight = learned[act].linear.weights[row] * scales[act];
        i8::try_from(rounded(weight)).unwrap_or_default()
    })
}

#[expect(clippy::cast_possible_truncation, reason = "far within 32 bits")]
fn rounded(value: f64) -> i32 {
    value.round() as i32
}
