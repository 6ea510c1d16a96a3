//! How like one text is to example texts: cosine similarity over words, pairs of them and pieces of them,
//! the rare ones weighing most (tf-idf; Salton and Buckley 1988). Of several topics that it is like the one
//! stands first whose examples together make its words likeliest (multinomial naive Bayes over the same
//! weights; Rennie and others 2003).

mod features;
mod topics;

use std::{cell::RefCell, ops::Range, thread};

use rustc_hash::FxHashMap;

pub use features::Features;

use crate::text::{
    Utterance,
    likeness::{
        features::{FeatureKey, long_words, weights, word},
        topics::Topics,
    },
    rows::Rows,
};

/// From here on it is the example itself, whatever its words.
const THE_SAME: f32 = 0.95;

/// A word that more than one in so many examples hold is common …
const COMMON: usize = 12;

/// … unless it is no more than so many examples.
const FEW: usize = 4;

/// A word that examples of so many topics hold may stand in a text about any.
const COMMON_TO: usize = 5;

/// No more examples are looked at closely.
const MOST_CANDIDATES: usize = 64;

/// What a power of two in likelihood is worth in likeness when topics are ranked.
const LIKELIHOOD_WEIGHT: f32 = 0.14;

/// Example texts, each with a label.
#[derive(Debug, Default)]
pub struct Likeness {
    /// Words, pairs and pieces of words, numbered.
    features: FxHashMap<FeatureKey, u32>,
    /// How rare each feature is.
    rarities: Vec<f32>,
    /// The examples that hold each of the features that tell something, with its weight there.
    holders: Rows<(u32, f32)>,
    /// The features of each example with their weights, which have length 1 together.
    contents: Rows<(u32, f32)>,
    /// Examples of common words alone: they are like nothing but themselves.
    plain: Vec<u32>,
    examples: Vec<Example>,
    /// One more than the greatest label.
    labels: usize,
    topics: Topics,
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
    /// Its topic.
    pub topic: u32,
    /// 0–1.
    pub likeness: f32,
    /// The likeness, less what its topic is less likely than the likeliest: by this they are ranked.
    pub standing: f32,
    /// Whether that example denies something.
    pub denied: bool,
    /// Whether that example asks something.
    pub asks: bool,
}

/// What a text is like.
#[derive(Debug)]
pub struct Comparison {
    /// The labels that it is like, the most alike first.
    pub nearest: Vec<Like>,
    /// How likely each topic makes the text, up to the same for all: powers of two, by topic.
    pub likelihoods: Vec<f32>,
}

/// Gathers examples.
#[derive(Debug, Default)]
pub struct LikenessBuilder {
    features: FxHashMap<FeatureKey, u32>,
    /// The same by number.
    keys: Vec<FeatureKey>,
    contents: Rows<(u32, f32)>,
    examples: Vec<Example>,
}

impl LikenessBuilder {
    /// Room for so many texts with so many letters in all: to make it bit by bit would take longer.
    pub fn with_room(texts: usize, letters: usize) -> Self {
        let mut builder = Self::default();
        // what thousands of wordings of a case come to
        builder.features.reserve(4 * texts);
        builder.keys.reserve(4 * texts);
        builder.contents.items.reserve(letters);
        builder.examples.reserve(texts);
        builder
    }

    /// Adds an example of `label`, one of those of `topic`, which asks something or does not.
    pub fn add(&mut self, label: u32, topic: u32, example: &Features, asks: bool) {
        self.examples.push(Example {
            label,
            topic,
            denied: example.denied,
            asks,
        });
        for (key, weight) in &example.weights {
            let feature = self.numbered(*key);
            self.contents.items.push((feature, *weight));
        }
        self.contents.end_row();
    }

    fn numbered(&mut self, key: FeatureKey) -> u32 {
        *self.features.entry(key).or_insert_with(|| {
            self.keys.push(key);
            number(self.keys.len() - 1)
        })
    }

    /// Adds the examples of another, as if they had been added here after all others.
    pub fn append(&mut self, other: &Self) {
        let numbers: Vec<u32> = other.keys.iter().map(|it| self.numbered(*it)).collect();
        self.contents.append(&other.contents, |(feature, weight)| {
            (numbers[feature as usize], weight)
        });
        self.examples.extend_from_slice(&other.examples);
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
        let mut plain = Vec::new();
        for at in 0..all {
            let content = self.contents.row_mut(at);
            let mut length = 0.0_f32;
            for (feature, weight) in &mut *content {
                *weight *= rarities[*feature as usize];
                length += *weight * *weight;
            }
            let length = length.sqrt();
            for (_, weight) in &mut *content {
                *weight /= length;
            }
            if !content.iter().any(|it| tells(it.0)) {
                plain.push(number(at));
            }
        }
        let contents = &self.contents;
        let held = (0..all).flat_map(|at| {
            let telling = contents.row(at).iter().filter(|it| tells(it.0));
            telling.map(move |(feature, weight)| (*feature, (number(at), *weight)))
        });
        let labels = self.examples.iter().map(|it| it.label as usize + 1).max();
        let topics = self.examples.iter().map(|it| it.topic);
        // both go through all there is: side by side
        let (holders, topics) = thread::scope(|scope| {
            let holders = scope.spawn(|| Rows::grouped(held, counts.len()));
            let topics = Topics::gather(topics, contents, counts.len());
            (holders.join().unwrap_or_default(), topics)
        });
        Likeness {
            features: self.features,
            rarities,
            holders,
            contents: self.contents,
            plain,
            labels: labels.unwrap_or_default(),
            examples: self.examples,
            topics,
        }
    }
}

impl Likeness {
    /// Whether a longer word stands at `tokens` that no example holds: then what is asked may be another
    /// thing.
    pub fn is_strange(&self, utterance: &Utterance, tokens: Range<usize>) -> bool {
        long_words(utterance, tokens).any(|it| !self.features.contains_key(&it))
    }

    /// Whether a longer word stands at `tokens` that no example of the label's topic holds.
    pub fn is_strange_to(&self, like: &Like, utterance: &Utterance, tokens: Range<usize>) -> bool {
        long_words(utterance, tokens).any(|it| {
            let feature = self.features.get(&it);
            !feature.is_some_and(|it| self.topics.holds(like.topic, *it))
        })
    }

    /// Whether a longer word stands at `tokens` that no example of the label's topic holds and that few
    /// others do: then it is about something else.
    pub fn is_foreign_to(&self, like: &Like, utterance: &Utterance, tokens: Range<usize>) -> bool {
        long_words(utterance, tokens).any(|it| {
            let feature = self.features.get(&it);
            !feature.is_some_and(|it| {
                self.topics.spread(*it) >= COMMON_TO || self.topics.holds(like.topic, *it)
            })
        })
    }

    /// Whether some example holds the word that is token `at`.
    pub fn knows(&self, utterance: &Utterance, at: usize) -> bool {
        self.features.contains_key(&word(utterance, at))
    }

    /// What the words at `tokens` are like, of the labels those that they are like by at least `least`
    /// (0–1).
    pub fn compare(&self, utterance: &Utterance, tokens: Range<usize>, least: f32) -> Comparison {
        let text = self.known(utterance, tokens);
        let likelihoods = self.topics.likelihoods(&text);
        let nearest =
            SCRATCH.with_borrow_mut(|scratch| self.nearest(&text, &likelihoods, least, scratch));
        Comparison {
            nearest,
            likelihoods,
        }
    }

    fn nearest(
        &self,
        text: &[(u32, f32)],
        likelihoods: &[f32],
        least: f32,
        scratch: &mut Scratch,
    ) -> Vec<Like> {
        let candidates = self.candidates(text, least, scratch);
        let candidates = candidates.iter().map(|it| (*it, least));
        let plain = self.plain.iter().map(|it| (*it, least.max(THE_SAME)));
        // what is the same holds as many features
        let plain = plain.filter(|(it, _)| self.contents.row(*it as usize).len() == text.len());
        let own = scratch.weights(text, self.rarities.len());
        // of each label the most alike, of equals the first
        let mut best: Vec<Option<(u32, f32)>> = vec![None; self.labels];
        for (example, least) in candidates.chain(plain) {
            let content = self.contents.row(example as usize);
            let shared = content
                .iter()
                .map(|(it, weight)| own[*it as usize] * weight);
            let score: f32 = shared.sum();
            let best = &mut best[self.examples[example as usize].label as usize];
            let better = best.is_none_or(|(other, known)| {
                score > known || score.total_cmp(&known).is_eq() && example < other
            });
            if score > 0.0 && score >= least && better {
                *best = Some((example, score));
            }
        }
        scratch.clear_weights(text);
        let best = best.into_iter().flatten();
        let mut found: Vec<Like> = best
            .map(|(example, score)| {
                let example = self.examples[example as usize];
                Like {
                    label: example.label,
                    topic: example.topic,
                    likeness: score,
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

    /// The features of the words at `tokens` that examples hold, the weightiest first. Their weights have
    /// length 1 together with those that no example holds.
    fn known(&self, utterance: &Utterance, tokens: Range<usize>) -> Vec<(u32, f32)> {
        let unknown = rarity(self.examples.len(), 0);
        let mut length = 0.0_f32;
        let mut known = Vec::new();
        for (key, weight) in weights(utterance, tokens) {
            let feature = self.features.get(&key).copied();
            let own = weight * feature.map_or(unknown, |it| self.rarities[it as usize]);
            length += own * own;
            known.extend(feature.map(|it| (it, own)));
        }
        let length = length.sqrt();
        for (_, own) in &mut known {
            *own /= length;
        }
        known.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        known
    }

    /// The examples that can come to this score with a text of these features, each once: those that
    /// hold one of its weightiest. What holds only others scores no more than these are long together,
    /// since examples have length 1 (Cauchy-Schwarz). Of very many the first in what is gone through.
    fn candidates(&self, text: &[(u32, f32)], least: f32, scratch: &mut Scratch) -> Vec<u32> {
        let mut left: f32 = text.iter().map(|it| it.1 * it.1).sum();
        let scores = Scratch::of_length(&mut scratch.scores, self.examples.len());
        let mut candidates = Vec::new();
        for (feature, own) in text {
            if left < least * least {
                break;
            }
            left -= own * own;
            for (example, weight) in self.holders.row(*feature as usize) {
                let score = &mut scores[*example as usize];
                if *score <= 0.0 {
                    candidates.push(*example);
                }
                *score += own * weight;
            }
        }
        let touched = candidates.clone();
        if candidates.len() > MOST_CANDIDATES {
            let score = |it: &u32| scores[*it as usize];
            candidates.select_nth_unstable_by(MOST_CANDIDATES, |one, other| {
                let order = score(other).total_cmp(&score(one));
                order.then(one.cmp(other))
            });
            candidates.truncate(MOST_CANDIDATES);
        }
        for example in touched {
            scores[example as usize] = 0.0;
        }
        candidates
    }
}

thread_local! {
    /// Kept from one text to the next: to fill as many zeros each time would take longer than all else.
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// Room for figures, all zero between two texts.
#[derive(Debug, Default)]
struct Scratch {
    /// By example.
    scores: Vec<f32>,
    /// By feature.
    weights: Vec<f32>,
}

impl Scratch {
    fn of_length(figures: &mut Vec<f32>, length: usize) -> &mut [f32] {
        if figures.len() < length {
            figures.resize(length, 0.0);
        }
        figures
    }

    /// The weights of these features among so many.
    fn weights(&mut self, text: &[(u32, f32)], many: usize) -> &[f32] {
        let weights = Self::of_length(&mut self.weights, many);
        for (feature, own) in text {
            weights[*feature as usize] = *own;
        }
        weights
    }

    fn clear_weights(&mut self, text: &[(u32, f32)]) {
        for (feature, _) in text {
            self.weights[*feature as usize] = 0.0;
        }
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
            builder.add(*label, *label, &Features::of(&read(text)), false);
        }
        builder.build()
    }

    fn nearest(likeness: &Likeness, text: &str) -> Option<Like> {
        let read = read(text);
        likeness
            .compare(&read, 0..read.tokens().len(), 0.0)
            .nearest
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
    fn of_two_as_like_the_topic_stands_first_whose_examples_hold_the_word_most() {
        let likeness = likeness(&[
            (1, "red hat"),
            (1, "old cap"),
            (2, "red car"),
            (2, "red bus"),
        ]);
        let text = read("red");
        let found = likeness.compare(&text, 0..text.tokens().len(), 0.0);
        let labels: Vec<u32> = found.nearest.iter().map(|it| it.label).collect();
        assert_eq!(labels, [2, 1], "{found:?}");
    }

    #[test]
    fn parts_that_are_joined_come_to_the_same_as_all_in_one() {
        let texts = [
            "when did it stop",
            "who sold it to you",
            "which contacts vanished",
            "did the contacts vanish when it stopped",
        ];
        let gathered = |part: &[(u32, &str)]| {
            let mut builder = LikenessBuilder::with_room(part.len(), 40);
            for (label, text) in part {
                builder.add(*label, *label / 2, &Features::of(&read(text)), *label == 1);
            }
            builder
        };
        let all: Vec<(u32, &str)> = (0..).zip(texts).collect();
        let whole = gathered(&all).build();
        let mut joined = gathered(&all[..1]);
        joined.append(&gathered(&all[1..]));
        let joined = joined.build();
        for text in texts.into_iter().chain(["when did you vanish", "zzz"]) {
            let text = read(text);
            let compared = |it: &Likeness| {
                let found = it.compare(&text, 0..text.tokens().len(), 0.0);
                (found.nearest, found.likelihoods)
            };
            assert_eq!(compared(&whole), compared(&joined));
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
