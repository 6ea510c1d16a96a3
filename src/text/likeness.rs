//! How like one text is to example texts: cosine similarity over words and pieces of words, the rare
//! ones weighing most (tf-idf; Salton and Buckley 1988).

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::Utterance;

/// Words of so many letters are also compared by their pieces: inflections and typing errors stay
/// alike.
const LONG_WORD: usize = 4;

/// From here on it is the example itself, whatever its words.
const THE_SAME: f32 = 0.95;

/// A word that more than one in so many examples hold is common …
const COMMON: usize = 12;

/// … unless it is no more than so many examples.
const FEW: usize = 4;

/// Letters in a piece.
const PIECE: usize = 4;

/// What the pieces of a word weigh together, beside the word itself.
const PIECES_WEIGHT: f32 = 1.0;

/// Example texts, each with a label.
#[derive(Debug, Default)]
pub struct Likeness {
    features: FxHashMap<Box<str>, Feature>,
    examples: Vec<Example>,
    /// One more than the greatest label.
    labels: usize,
}

/// What is known of an example beside its words.
#[derive(Debug, Clone, Copy)]
struct Example {
    label: u32,
    denied: bool,
    asks: bool,
}

/// A word or piece of one: how rare it is, and the examples that hold it with its weight there.
#[derive(Debug, Default)]
struct Feature {
    rarity: f32,
    examples: Vec<(u32, f32)>,
}

/// A label and how like its most alike example is: 0 nothing in common, 1 the same words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Like {
    /// Which label.
    pub label: u32,
    /// 0–1.
    pub likeness: f32,
    /// Whether that example denies something.
    pub denied: bool,
    /// Whether that example asks something.
    pub asks: bool,
}

/// Gathers examples.
#[derive(Debug, Default)]
pub struct LikenessBuilder {
    examples: Vec<Example>,
    features: FxHashMap<Box<str>, Feature>,
}

impl LikenessBuilder {
    /// Adds an example of `label`, which asks something or does not.
    pub fn add(&mut self, label: u32, example: &Utterance, asks: bool) {
        let number = u32::try_from(self.examples.len()).unwrap_or(u32::MAX);
        self.examples.push(Example {
            label,
            denied: example.tokens().iter().any(|it| it.negation),
            asks,
        });
        each_feature(example, 0..example.tokens().len(), &mut |text, weight| {
            // most are known: look first, so that only new ones are copied
            if let Some(feature) = self.features.get_mut(text) {
                feature.examples.push((number, weight));
            } else {
                let examples = vec![(number, weight)];
                let feature = Feature {
                    rarity: 0.0,
                    examples,
                };
                self.features.insert(text.into(), feature);
            }
        });
    }

    /// Weighs all examples against each other.
    pub fn build(self) -> Likeness {
        let mut lengths = vec![0.0_f32; self.examples.len()];
        // sums depend on the order of what is added, however little
        let mut features: Vec<(Box<str>, Feature)> = self.features.into_iter().collect();
        features.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        for (_, feature) in &mut features {
            feature.rarity = rarity(self.examples.len(), feature.examples.len());
            for (number, weight) in &mut feature.examples {
                *weight *= feature.rarity;
                lengths[*number as usize] += *weight * *weight;
            }
        }
        for (_, feature) in &mut features {
            for (number, weight) in &mut feature.examples {
                *weight /= lengths[*number as usize].sqrt();
            }
        }
        let labels = self.examples.iter().map(|it| it.label as usize + 1).max();
        Likeness {
            features: features.into_iter().collect(),
            labels: labels.unwrap_or_default(),
            examples: self.examples,
        }
    }
}

impl Likeness {
    /// Whether a longer word stands at `tokens` that no example holds: then what is asked may be another
    /// thing.
    pub fn is_strange(&self, utterance: &Utterance, tokens: Range<usize>) -> bool {
        let words = tokens.map(|it| utterance.word_at(it));
        let mut long = words.filter(|it| it.chars().count() >= LONG_WORD);
        long.any(|it| !self.features.contains_key(it))
    }

    /// The labels that the words at `tokens` are like by at least `least` (0–1), the most alike first.
    pub fn nearest(&self, utterance: &Utterance, tokens: Range<usize>, least: f32) -> Vec<Like> {
        let mut scores = vec![0.0_f32; self.examples.len()];
        // whether a word is shared that few examples hold: those that all hold tell nothing
        let mut telling = vec![false; self.examples.len()];
        let few = (self.examples.len() / COMMON).max(FEW);
        let mut length = 0.0_f32;
        let unknown = rarity(self.examples.len(), 0);
        each_feature(utterance, tokens, &mut |text, weight| {
            let Some(feature) = self.features.get(text) else {
                length += (weight * unknown).powi(2);
                return;
            };
            let own = weight * feature.rarity;
            length += own * own;
            let tells = feature.examples.len() <= few;
            for (number, other) in &feature.examples {
                let number = *number as usize;
                scores[number] += own * other;
                telling[number] |= tells;
            }
        });
        let length = length.sqrt();
        // of each label the most alike, of equals the first
        let mut best = vec![None; self.labels];
        for (number, example) in self.examples.iter().enumerate() {
            let score = scores[number];
            let counts = score >= least * length
                && (telling[number] || score >= THE_SAME * length)
                && score > 0.0;
            let known = &mut best[example.label as usize];
            if counts && known.is_none_or(|it: usize| scores[it] < score) {
                *known = Some(number);
            }
        }
        let mut found: Vec<Like> = best
            .into_iter()
            .flatten()
            .map(|number| Like {
                label: self.examples[number].label,
                likeness: scores[number] / length,
                denied: self.examples[number].denied,
                asks: self.examples[number].asks,
            })
            .collect();
        found.sort_by(|one, other| {
            let order = other.likeness.total_cmp(&one.likeness);
            order.then(one.label.cmp(&other.label))
        });
        found
    }
}

/// How much a feature tells that stands in so many of all examples: the binary logarithm of how rare
/// it is, straight between whole powers, so that it comes out the same on any machine.
fn rarity(all: usize, holding: usize) -> f32 {
    const FINE: usize = 256;
    let ratio = ((all + 1) * 2 * FINE / (holding * 2 + 1)).max(FINE);
    let power = ratio.ilog2();
    let rest = ratio - (1 << power);
    let small = |number: usize| f32::from(u16::try_from(number).unwrap_or(u16::MAX));
    let whole = small((power - FINE.ilog2()) as usize);
    // `rest` is below 2^power; in 256 parts of it
    whole + small((rest * FINE) >> power) / small(FINE)
}

/// The words at `tokens` and their pieces, each once, with their weights.
fn each_feature(utterance: &Utterance, tokens: Range<usize>, take: &mut impl FnMut(&str, f32)) {
    let mut seen_words: FxHashSet<&str> = FxHashSet::default();
    let mut seen_pieces: FxHashSet<[char; PIECE]> = FxHashSet::default();
    let (mut marked, mut key) = (Vec::new(), String::new());
    for at in tokens {
        let word = utterance.word_at(at);
        if !seen_words.insert(word) {
            continue;
        }
        take(word, 1.0);
        marked.clear();
        marked.push('<');
        marked.extend(word.chars());
        marked.push('>');
        if marked.len() < LONG_WORD + 2 {
            continue;
        }
        let pieces = marked.array_windows::<PIECE>();
        let many = f32::from(u8::try_from(pieces.len()).unwrap_or(u8::MAX));
        let weight = PIECES_WEIGHT / many.sqrt();
        for piece in pieces {
            if seen_pieces.insert(*piece) {
                // a sign that no word begins with keeps pieces and words apart
                key.clear();
                key.push('~');
                key.extend(piece);
                take(&key, weight);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Orthography;

    fn read(text: &str) -> Utterance {
        Utterance::parse(text, &Orthography::default())
    }

    fn likeness(examples: &[(u32, &str)]) -> Likeness {
        let mut builder = LikenessBuilder::default();
        for (label, text) in examples {
            builder.add(*label, &read(text), false);
        }
        builder.build()
    }

    fn nearest(likeness: &Likeness, text: &str) -> Option<Like> {
        let read = read(text);
        likeness
            .nearest(&read, 0..read.tokens().len(), 0.0)
            .first()
            .copied()
    }

    #[test]
    fn the_same_words_are_wholly_alike_and_strange_ones_not_at_all() {
        let likeness = likeness(&[(3, "when did it stop"), (7, "who sold it to you")]);
        let same = nearest(&likeness, "When did it stop?").expect("known words");
        assert_eq!(same.label, 3);
        assert!((same.likeness - 1.0).abs() < 1e-4, "{same:?}");
        assert_eq!(nearest(&likeness, "zzz"), None);
    }

    #[test]
    fn inflections_and_typing_errors_stay_alike() {
        let likeness = likeness(&[
            (1, "which contacts vanished"),
            (2, "which printer do you use"),
        ]);
        for text in ["contact vanishing", "contcats vanishd"] {
            assert_eq!(
                nearest(&likeness, text).map(|it| it.label),
                Some(1),
                "{text}"
            );
        }
    }

    #[test]
    fn words_that_no_example_knows_make_it_less_alike() {
        let likeness = likeness(&[(1, "what is the colour"), (2, "where is the garage")]);
        let near = nearest(&likeness, "what is the colour").map(|it| it.likeness);
        let far = nearest(&likeness, "what is the favourite colour of grandmother");
        assert!(far.map(|it| it.likeness) < near);
    }
}
