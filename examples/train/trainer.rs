//! From rows to a model: cross-validation, thresholds, whole-number weights.

use std::thread;

use oefenlijn::acts::{Act, Column, LARGEST_NUMBER, LARGEST_WEIGHT, Model};

use super::{
    again::{Conversations, Scores},
    data::{Features, Row},
    figures::Figures,
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
pub(crate) const MISS: f64 = 1.6;

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

/// As large the largest weight of an act is taken to be at least, so that whole numbers hold it however little
/// was learned.
const SMALLEST: f64 = 0.01;

/// A score that none reaches.
const NEVER: f64 = 1000.0;

/// What was learned of one act.
struct Learned {
    figures: Figures,
    first: Linear,
    again: Linear,
}

/// What a first pass makes of an act.
struct First {
    linear: Linear,
    /// For each row in a conversation.
    scores: Vec<Scores>,
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
        let each = self.learned.iter().zip(&self.thresholds).zip(&clear);
        whole(made_from, &self.acts, each)
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

/// Learns every act, first by its words, and then by what was seen of all.
fn learn_all<A: Act>(acts: &[A], rows: &[Row<A>]) -> Vec<Learned> {
    let firsts = two_at_a_time(acts, |_, act| learn(act, rows));
    let scores: Vec<&[Scores]> = firsts.iter().map(|it| it.scores.as_slice()).collect();
    let conversations = Conversations::new(acts, rows, &scores);
    let seconds = two_at_a_time(acts, |at, act| conversations.learn(act, scores[at]));
    let both = firsts.into_iter().zip(seconds);
    both.map(|(first, (figures, again))| Learned {
        figures,
        first: first.linear,
        again,
    })
    .collect()
}

/// What `learn` makes of each act and its number, in their order.
fn two_at_a_time<A: Act, T: Send>(acts: &[A], learn: impl Fn(usize, A) -> T + Sync) -> Vec<T> {
    let learn = &learn;
    let halves = [0, 1].map(|half| acts.iter().copied().enumerate().skip(half).step_by(2));
    let [even, odd] = thread::scope(|scope| {
        halves
            .map(|half| {
                scope.spawn(move || half.map(|(at, act)| learn(at, act)).collect::<Vec<T>>())
            })
            .map(|it| it.join().unwrap_or_default())
    });
    let mut odd = odd.into_iter();
    even.into_iter()
        .flat_map(|it| std::iter::once(it).chain(odd.next()))
        .collect()
}

fn learn<A: Act>(act: A, rows: &[Row<A>]) -> First {
    let known: Vec<&Row<A>> = rows.iter().filter(|it| it.known.contains(act)).collect();
    let without = |folds: [usize; 2]| -> Vec<&Row<A>> {
        let left = |it: &&Row<A>| it.fold(FOLDS).is_none_or(|it| !folds.contains(&it));
        known.iter().copied().filter(left).collect()
    };
    let conversations: Vec<&Row<A>> = rows.iter().filter(|it| it.file.is_some()).collect();
    let mut scores = vec![Scores::default(); conversations.len()];
    let mut score = |linear: &Linear, fold: usize, view: usize| {
        let rows = conversations.iter().zip(&mut scores);
        for (row, scores) in rows.filter(|(row, _)| row.fold(FOLDS) == Some(fold)) {
            scores[view] = by_sentence(linear, row).collect();
        }
    };
    for fold in 0..FOLDS {
        let linear = solve(act, &without([fold, fold]));
        score(&linear, fold, fold);
        for other in fold + 1..FOLDS {
            // which sentences speak for it is taken from the larger part
            let linear = settle(act, &without([fold, other]), &linear);
            score(&linear, fold, other);
            score(&linear, other, fold);
        }
    }
    First {
        linear: solve(act, &known),
        scores,
    }
}

/// Learns which words speak for an act from whole utterances, and then, in turns, which sentence
/// shows it and which words speak for it there (a latent support vector machine).
fn solve<A: Act>(act: A, rows: &[&Row<A>]) -> Linear {
    let mut linear = learn_from(act, rows, |row| &row.readings.whole);
    for _ in 0..SETTLINGS {
        linear = settle(act, rows, &linear);
    }
    linear
}

/// Learns anew, each row by the sentence that spoke most for the act before.
fn settle<A: Act>(act: A, rows: &[&Row<A>], before: &Linear) -> Linear {
    learn_from(act, rows, |row| {
        &row.readings.by_sentence[strongest(by_sentence(before, row)).0]
    })
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
            start: 0.0,
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

/// The score of each sentence, as if it were the strongest one.
fn by_sentence<A: Act>(linear: &Linear, row: &Row<A>) -> impl Iterator<Item = f64> {
    let sentences = row.readings.by_sentence.iter();
    sentences.map(|it| linear.score(it))
}

/// The sentence that speaks most for an act, the first of equals, with its score.
pub(crate) fn strongest(scores: impl Iterator<Item = f64>) -> (usize, f64) {
    scores.enumerate().fold(
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

/// The model file, of what was learned of each act with its threshold and from where on it is clear: each act's
/// weights scaled so that the largest fits.
fn whole<'l, A: Act>(
    made_from: &str,
    acts: &[A],
    each: impl Iterator<Item = ((&'l Learned, &'l f64), &'l f64)>,
) -> String {
    let (scaled, columns): (Vec<(&Linear, f64)>, Vec<Column>) = each
        .map(|((it, threshold), clear)| {
            let weights = it.first.weights.iter().map(|it| it.abs());
            let scale = f64::from(LARGEST_WEIGHT) / weights.fold(SMALLEST, f64::max);
            ((&it.first, scale), column(it, *threshold, *clear, scale))
        })
        .unzip();
    Model::write(made_from, acts, &columns, |row, act| {
        let (linear, scale) = scaled[act];
        i8::try_from(rounded(linear.weights[row] * scale)).unwrap_or_default()
    })
}

/// What the model knows of an act beside these weights of the first pass, which are scaled.
fn column(it: &Learned, threshold: f64, clear: f64, scale: f64) -> Column {
    // sums are in tenths
    let unit = scale * 10.0;
    let weights = it.again.weights.iter();
    Column {
        bias: rounded(it.first.bias * unit),
        unit: rounded(unit),
        shift: rounded(it.again.bias * unit),
        threshold: rounded(threshold * unit),
        // what is never clear is far beyond what a model file holds
        margin: rounded((clear - threshold) * unit).min(LARGEST_NUMBER),
        weights: weights.map(|it| rounded(it * unit)).collect(),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "far within 32 bits")]
fn rounded(value: f64) -> i32 {
    value.round() as i32
}
