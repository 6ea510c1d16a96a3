//! How like one text is to example texts: cosine similarity over words, pairs of them and pieces of them,
//! the rare ones weighing most (tf-idf; Salton and Buckley 1988). Of several topics that it is like the one
//! stands first whose examples together make its words likeliest (multinomial naive Bayes over the same
//! weights; Rennie and others 2003).

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

/// What two words in a row weigh beside them.
const PAIR_WEIGHT: f32 = 0.5;

/// So much of every feature each topic is taken to hold, so that nothing is impossible (Lidstone).
const SMOOTHING: f32 = 0.1;

/// What a power of two in likelihood is worth in likeness when topics are ranked.
const LIKELIHOOD_WEIGHT: f32 = 0.14;

/// Example texts, each with a label.
#[derive(Debug, Default)]
pub struct Likeness {
    /// Words and pieces of words, numbered.
    features: FxHashMap<Box<str>, u32>,
    /// How rare each feature is.
    rarities: Vec<f32>,
    /// The examples that hold each of the features that tell something.
    holders: Rows<u32>,
    /// The features of each example with their weights, which have length 1 together.
    contents: Rows<(u32, f32)>,
    /// Examples of common words alone: they are like nothing but themselves.
    plain: Vec<u32>,
    examples: Vec<Example>,
    /// One more than the greatest label.
    labels: usize,
    /// The topics that hold each feature, and how much likelier than nothing it is there: powers of two.
    topics: Rows<(u32, f32)>,
    /// How much each topic holds in all: powers of two.
    sizes: Vec<f32>,
}

/// Rows of different lengths, one after the other.
#[derive(Debug)]
struct Rows<T> {
    items: Vec<T>,
    ends: Vec<usize>,
}

/// What is known of an example beside its words.
#[derive(Debug, Clone, Copy)]
struct Example {
    label: u32,
    topic: u32,
    denied: bool,
    asks: bool,
}

/// A label and how like its most alike example is: 0 nothing in common, 1 the same words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Like {
    /// Which label.
    pub label: u32,
    /// 0–1.
    pub likeness: f32,
    /// The likeness, less what its topic is less likely than the likeliest: by this they are ranked.
    pub standing: f32,
    /// Whether that example denies something.
    pub denied: bool,
    /// Whether that example asks something.
    pub asks: bool,
}

/// Gathers examples.
#[derive(Debug, Default)]
pub struct LikenessBuilder {
    features: FxHashMap<Box<str>, u32>,
    contents: Rows<(u32, f32)>,
    examples: Vec<Example>,
}

impl LikenessBuilder {
    /// Adds an example of `label`, one of those of `topic`, which asks something or does not.
    pub fn add(&mut self, label: u32, topic: u32, example: &Utterance, asks: bool) {
        self.examples.push(Example {
            label,
            topic,
            denied: example.tokens().iter().any(|it| it.negation),
            asks,
        });
        each_feature(example, 0..example.tokens().len(), &mut |text, weight| {
            // most are known: look first, so that only new ones are copied
            let feature = self.features.get(text).copied().unwrap_or_else(|| {
                let new = number(self.features.len());
                self.features.insert(text.into(), new);
                new
            });
            self.contents.items.push((feature, weight));
        });
        self.contents.end_row();
    }

    /// Weighs all examples against each other.
    pub fn build(mut self) -> Likeness {
        let all = self.examples.len();
        let mut counts = vec![0_usize; self.features.len()];
        for (feature, _) in &self.contents.items {
            counts[*feature as usize] += 1;
        }
        let rarities: Vec<f32> = counts.iter().map(|it| rarity(all, *it)).collect();
        // those that nearly all hold tell nothing
        let few = (all / COMMON).max(FEW);
        let tells = |feature: u32| counts[feature as usize] <= few;
        let mut holders = vec![Vec::new(); counts.len()];
        let mut plain = Vec::new();
        for at in 0..all {
            let content = self.contents.row_mut(at);
            let mut length = 0.0_f32;
            for (feature, weight) in &mut *content {
                *weight *= rarities[*feature as usize];
                length += *weight * *weight;
            }
            let length = length.sqrt();
            let mut common = true;
            for (feature, weight) in content {
                *weight /= length;
                if tells(*feature) {
                    common = false;
                    holders[*feature as usize].push(number(at));
                }
            }
            if common {
                plain.push(number(at));
            }
        }
        let labels = self.examples.iter().map(|it| it.label as usize + 1).max();
        let (topics, sizes) = topics(&self.examples, &self.contents, self.features.len());
        Likeness {
            features: self.features,
            rarities,
            holders: holders.into_iter().collect(),
            contents: self.contents,
            plain,
            labels: labels.unwrap_or_default(),
            examples: self.examples,
            topics,
            sizes,
        }
    }
}

/// What naive Bayes needs of the examples: of each feature the topics that hold it, and the sizes of the
/// topics.
fn topics(
    examples: &[Example],
    contents: &Rows<(u32, f32)>,
    features: usize,
) -> (Rows<(u32, f32)>, Vec<f32>) {
    let mut by_topic: Vec<Vec<usize>> = Vec::new();
    for (at, example) in examples.iter().enumerate() {
        let topic = example.topic as usize;
        by_topic.resize_with(by_topic.len().max(topic + 1), Vec::new);
        by_topic[topic].push(at);
    }
    let mut held = vec![0.0_f32; features];
    let mut rows = vec![Vec::new(); features];
    let mut sizes = Vec::with_capacity(by_topic.len());
    let all = (0..features).map(|_| SMOOTHING).sum::<f32>();
    for (topic, examples) in by_topic.iter().enumerate() {
        let mut touched = Vec::new();
        let mut size = all;
        for (feature, weight) in examples.iter().flat_map(|it| contents.row(*it)) {
            if held[*feature as usize] <= 0.0 {
                touched.push(*feature as usize);
            }
            held[*feature as usize] += weight;
            size += weight;
        }
        for feature in touched {
            let weight = std::mem::take(&mut held[feature]);
            rows[feature].push((number(topic), log2((weight + SMOOTHING) / SMOOTHING)));
        }
        sizes.push(log2(size));
    }
    (rows.into_iter().collect(), sizes)
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
        let mut text = vec![0.0_f32; self.rarities.len()];
        let mut known: Vec<(u32, f32)> = Vec::new();
        let mut length = 0.0_f32;
        let unknown = rarity(self.examples.len(), 0);
        each_feature(utterance, tokens, &mut |word, weight| {
            let feature = self.features.get(word).copied();
            let own = weight * feature.map_or(unknown, |it| self.rarities[it as usize]);
            length += own * own;
            if let Some(feature) = feature {
                text[feature as usize] = own;
                known.push((feature, own));
            }
        });
        let length = length.sqrt();
        let likelihoods = self.likelihoods(&known, length);
        let candidates = self.candidates(known, least * length);
        let candidates = candidates.iter().map(|it| (*it, least));
        let plain = self.plain.iter().map(|it| (*it, least.max(THE_SAME)));
        // of each label the most alike, of equals the first
        let mut best: Vec<Option<(u32, f32)>> = vec![None; self.labels];
        for (example, least) in candidates.chain(plain) {
            let content = self.contents.row(example as usize);
            let shared = content
                .iter()
                .map(|(it, weight)| text[*it as usize] * weight);
            let score: f32 = shared.sum();
            let best = &mut best[self.examples[example as usize].label as usize];
            let better = best.is_none_or(|(other, known)| {
                score > known || score.total_cmp(&known).is_eq() && example < other
            });
            if score > 0.0 && score >= least * length && better {
                *best = Some((example, score));
            }
        }
        let best = best.into_iter().flatten();
        let mut found: Vec<Like> = best
            .map(|(example, score)| {
                let example = self.examples[example as usize];
                Like {
                    label: example.label,
                    likeness: score / length,
                    standing: likelihoods[example.topic as usize],
                    denied: example.denied,
                    asks: example.asks,
                }
            })
            .collect();
        let likeliest = found.iter().map(|it| it.standing).reduce(f32::max);
        for like in &mut found {
            let less = likeliest.unwrap_or_default() - like.standing;
            let same = like.likeness >= THE_SAME;
            like.standing = like.likeness - if same { 0.0 } else { LIKELIHOOD_WEIGHT * less };
        }
        found.sort_by(|one, other| {
            let order = other.standing.total_cmp(&one.standing);
            order.then(one.label.cmp(&other.label))
        });
        found
    }

    /// How likely each topic makes a text of these features, of this length: powers of two, up to the same
    /// for all.
    fn likelihoods(&self, text: &[(u32, f32)], length: f32) -> Vec<f32> {
        let all: f32 = text.iter().map(|it| it.1 / length).sum();
        let mut likelihoods: Vec<f32> = self.sizes.iter().map(|it| -all * it).collect();
        for (feature, own) in text {
            for (topic, more) in self.topics.row(*feature as usize) {
                likelihoods[*topic as usize] += own / length * more;
            }
        }
        likelihoods
    }

    /// The examples that can reach this score with a text of these features, each once: those that hold
    /// one of its weightiest. What holds only others scores no more than these are long together, since
    /// examples have length 1 (Cauchy-Schwarz).
    fn candidates(&self, mut text: Vec<(u32, f32)>, least: f32) -> Vec<u32> {
        text.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        let mut left: f32 = text.iter().map(|it| it.1 * it.1).sum();
        let mut seen = vec![false; self.examples.len()];
        let mut candidates = Vec::new();
        for (feature, own) in text {
            if left < least * least {
                break;
            }
            left -= own * own;
            for example in self.holders.row(feature as usize) {
                if !std::mem::replace(&mut seen[*example as usize], true) {
                    candidates.push(*example);
                }
            }
        }
        candidates
    }
}

impl<T> Rows<T> {
    fn end_row(&mut self) {
        self.ends.push(self.items.len());
    }

    fn range(&self, at: usize) -> Range<usize> {
        let start = at.checked_sub(1).map_or(0, |it| self.ends[it]);
        start..self.ends[at]
    }

    fn row(&self, at: usize) -> &[T] {
        &self.items[self.range(at)]
    }

    fn row_mut(&mut self, at: usize) -> &mut [T] {
        let range = self.range(at);
        &mut self.items[range]
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            ends: Vec::new(),
        }
    }
}

impl<T> FromIterator<Vec<T>> for Rows<T> {
    fn from_iter<I: IntoIterator<Item = Vec<T>>>(rows: I) -> Self {
        let mut all = Self::default();
        for row in rows {
            all.items.extend(row);
            all.end_row();
        }
        all
    }
}

/// A place in a list as a number of half the size; no list here comes near its end.
fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
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

/// The binary logarithm of a positive number, straight between whole powers, so that it comes out the same
/// on any machine.
fn log2(number: f32) -> f32 {
    // IEEE 754: exponent and fraction
    let bits = number.to_bits();
    let small = |bits: u32| f32::from(u16::try_from(bits).unwrap_or(u16::MAX));
    small(bits >> 23) - 127.0 + small((bits >> 7) & 0xffff) / 65536.0
}

/// The words at `tokens`, the pairs of them and their pieces, each once, with their weights.
fn each_feature(utterance: &Utterance, tokens: Range<usize>, take: &mut impl FnMut(&str, f32)) {
    let mut seen_words: FxHashSet<&str> = FxHashSet::default();
    let mut seen_pieces: FxHashSet<[char; PIECE]> = FxHashSet::default();
    let mut seen_pairs: FxHashSet<(&str, &str)> = FxHashSet::default();
    let (mut marked, mut key) = (Vec::new(), String::new());
    let mut before = "^";
    for at in tokens {
        let word = utterance.word_at(at);
        if seen_pairs.insert((before, word)) {
            key.clear();
            key.extend([before, " ", word]);
            take(&key, PAIR_WEIGHT);
        }
        before = word;
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
            builder.add(*label, *label, &read(text), false);
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
