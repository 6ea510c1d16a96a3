//! How like one text is to example texts: cosine similarity over words, pairs of them and pieces of them,
//! the rare ones weighing most (tf-idf; Salton and Buckley 1988). Of several topics that it is like the one
//! stands first whose examples together make its words likeliest (multinomial naive Bayes over the same
//! weights; Rennie and others 2003), and to whose meaning it is nearest
//! ([`Embedding`](crate::text::Embedding)).

mod builder;
mod candidates;
mod features;
mod prototypes;
mod rarity;
mod scratch;
mod sums;
mod topics;

use std::ops::Range;

use rustc_hash::FxHashMap;

pub use builder::LikenessBuilder;
pub use features::Features;

use crate::text::{
    Utterance,
    likeness::{
        candidates::Holders,
        features::{FeatureKey, long_words, word},
        prototypes::Prototypes,
        rarity::rarity,
        scratch::Scratch,
        topics::Topics,
    },
    rows::Rows,
};

/// From here on it is the example itself, whatever its words.
const THE_SAME: f32 = 0.95;

/// What a power of two in likelihood is worth in likeness when topics are ranked.
const LIKELIHOOD_WEIGHT: f32 = 0.14;

/// … and what it is worth to be wholly near to what a topic means, beside having nothing to do with it.
const CLOSENESS_WEIGHT: f32 = 1.0;

/// The examples of so many topics are looked at though words do not bring them to mind: those whose meaning
/// the text is nearest to.
const CLOSEST: usize = 8;

/// Example texts, each with a label.
#[derive(Debug, Default)]
pub struct Likeness {
    /// Words, pairs and pieces of words, numbered.
    features: FxHashMap<FeatureKey, u32>,
    /// How rare each feature is.
    rarities: Vec<f32>,
    /// The examples that hold each of the features that tell something.
    holders: Holders,
    /// The features of each example with their weights, which have length 1 together.
    contents: Rows<(u32, f32)>,
    /// Examples of common words alone: they are like nothing but themselves.
    plain: Vec<u32>,
    examples: Vec<Example>,
    /// The examples of each topic.
    of_topics: Rows<u32>,
    topics: Topics,
    prototypes: Option<Prototypes>,
}

/// What is known of an example beside its words.
#[derive(Debug, Clone, Copy)]
struct Example {
    label: u32,
    topic: u32,
    denied: bool,
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
    /// How near it is to what the examples of its topic mean together, −1 to 1; 0 for languages without
    /// vectors.
    pub closeness: f32,
    /// How much likelier the likeliest topic makes the text: powers of two.
    pub unlikelier: f32,
    /// The likeness, less what speaks less for its topic than for the one for which most does: by this they
    /// are ranked.
    pub standing: f32,
    /// Whether that example denies something.
    pub denied: bool,
    /// The number of that example, in the order in which they were added.
    pub example: u32,
}

/// What a text is like.
#[derive(Debug)]
pub struct Comparison {
    /// The labels that it is like, the most alike first.
    pub nearest: Vec<Like>,
    /// How likely each topic makes the text, up to the same for all: powers of two, by topic.
    pub likelihoods: Vec<f32>,
    /// Its longer words.
    pub words: LongWords,
}

/// The longer words of a text: of each its number among the features, `None` where no example holds it.
#[derive(Debug)]
pub struct LongWords(Box<[Option<u32>]>);

impl LongWords {
    /// Whether no example holds one of them: then what is asked may be another thing.
    pub fn are_strange(&self) -> bool {
        self.0.contains(&None)
    }
}

impl Likeness {
    /// Whether a longer word stands at `tokens` that no example holds: then what is asked may be another
    /// thing.
    pub fn is_strange(&self, utterance: &Utterance, tokens: Range<usize>) -> bool {
        self.long_words(utterance, tokens).are_strange()
    }

    fn long_words(&self, utterance: &Utterance, tokens: Range<usize>) -> LongWords {
        let words = long_words(utterance, tokens);
        LongWords(words.map(|it| self.features.get(&it).copied()).collect())
    }

    /// Of the longer words of a text that no example of the label's topic holds, the rarest: the number of
    /// topics that hold it. `None` if there is no such word.
    pub fn spread_of_foreign_word(&self, like: &Like, words: &LongWords) -> Option<usize> {
        let foreign = words.0.iter().filter_map(|it| match *it {
            Some(it) if self.topics.holds(like.topic, it) => None,
            Some(it) => Some(self.topics.spread(it)),
            None => Some(0),
        });
        foreign.min()
    }

    /// Whether some example holds the word that is token `at`.
    pub fn knows(&self, utterance: &Utterance, at: usize) -> bool {
        self.features.contains_key(&word(utterance, at))
    }

    /// What the words at `tokens` are like, of the labels those that they are like by at least `least`
    /// (0–1), and of these those of the topics that are `wanted`, by number.
    pub fn compare(
        &self,
        utterance: &Utterance,
        tokens: Range<usize>,
        least: f32,
        wanted: impl Fn(u32) -> bool,
    ) -> Comparison {
        let words = self.long_words(utterance, tokens.clone());
        let features = Features::of_part(utterance, tokens);
        let text = self.known(&features);
        let likelihoods = self.topics.likelihoods(&text);
        let closeness = self.prototypes.as_ref();
        let closeness = closeness.map_or_else(Vec::new, |it| it.closeness(&features));
        let close = closest(&closeness, &wanted);
        let nearest = self.nearest(&text, least, &close, &wanted);
        let nearest = self.ranked(nearest, &likelihoods, &closeness);
        Comparison {
            nearest,
            likelihoods,
            words,
        }
    }

    /// How likely each topic makes the words at `tokens`: powers of two, up to the same for all.
    pub fn likelihoods(&self, utterance: &Utterance, tokens: Range<usize>) -> Vec<f32> {
        let features = Features::of_part(utterance, tokens);
        self.topics.likelihoods(&self.known(&features))
    }

    /// The example that is most alike of each label that the text is like by at least `least` and of each
    /// of the topics `close`, of equals the first, with its likeness.
    fn nearest(
        &self,
        text: &[(u32, f32)],
        least: f32,
        close: &[usize],
        wanted: impl Fn(u32) -> bool,
    ) -> Vec<(u32, f32)> {
        let wanted = |example: u32| wanted(self.examples[example as usize].topic);
        let mut found: Vec<(u32, f32)> = Scratch::with(|scratch| {
            let candidates = self.holders.candidates(text, least, wanted, scratch);
            let candidates = candidates.into_iter().map(|it| (it, least));
            let plain = self.plain.iter().filter(|it| wanted(**it));
            let plain = plain.map(|it| (*it, least.max(THE_SAME)));
            // what is the same holds as many features
            let plain = plain.filter(|(it, _)| self.contents.row(*it as usize).len() == text.len());
            scratch.with_weights(text, self.rarities.len(), |own| {
                let close = close.iter().flat_map(|it| self.of_topics.row(*it));
                let close = close.map(|it| (*it, 0.0));
                let scored = candidates
                    .chain(plain)
                    .chain(close)
                    .filter_map(|(example, least)| {
                        let content = self.contents.row(example as usize).iter();
                        let shared = content.map(|(it, weight)| own[*it as usize] * weight);
                        let score: f32 = shared.sum();
                        (score > 0.0 && score >= least).then_some((example, score))
                    });
                scored.collect()
            })
        });
        let label = |it: u32| self.examples[it as usize].label;
        found.sort_unstable_by(|(one, score), (other, also)| {
            let order = label(*one).cmp(&label(*other));
            order.then(also.total_cmp(score)).then(one.cmp(other))
        });
        found.dedup_by_key(|it| label(it.0));
        found
    }

    /// These examples in the order of their standing.
    fn ranked(
        &self,
        nearest: Vec<(u32, f32)>,
        likelihoods: &[f32],
        closeness: &[f32],
    ) -> Vec<Like> {
        let topic = |it: u32| self.examples[it as usize].topic as usize;
        let likelihood = |it: u32| likelihoods[topic(it)];
        let likeliest = nearest.iter().map(|it| likelihood(it.0)).reduce(f32::max);
        let close = |it: u32| closeness.get(topic(it)).copied().unwrap_or_default();
        let speaks = |it: u32| LIKELIHOOD_WEIGHT * likelihood(it) + CLOSENESS_WEIGHT * close(it);
        let most = nearest.iter().map(|it| speaks(it.0)).reduce(f32::max);
        let mut ranked: Vec<Like> = nearest
            .into_iter()
            .map(|(at, likeness)| {
                let Example {
                    label,
                    topic,
                    denied,
                } = self.examples[at as usize];
                let less = most.unwrap_or_default() - speaks(at);
                let same = likeness >= THE_SAME;
                Like {
                    label,
                    topic,
                    likeness,
                    closeness: close(at),
                    unlikelier: likeliest.unwrap_or_default() - likelihood(at),
                    standing: likeness - if same { 0.0 } else { less },
                    denied,
                    example: at,
                }
            })
            .collect();
        ranked.sort_by(|one, other| {
            let order = other.standing.total_cmp(&one.standing);
            order.then(one.label.cmp(&other.label))
        });
        ranked
    }

    /// Those of a text's features that examples hold, the weightiest first. Their weights have length 1
    /// together with those that no example holds.
    fn known(&self, features: &Features) -> Vec<(u32, f32)> {
        let unknown = rarity(self.examples.len(), 0);
        let mut length = 0.0_f32;
        let mut known = Vec::new();
        for (key, weight) in &features.weights {
            let feature = self.features.get(key).copied();
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
}

/// Of the topics that are wanted those that are closest, the closest first.
fn closest(closeness: &[f32], wanted: impl Fn(u32) -> bool) -> Vec<usize> {
    let topics = (0..closeness.len()).filter(|it| wanted(number(*it)));
    let mut topics: Vec<usize> = topics.collect();
    let order = |one: &usize, other: &usize| {
        let order = closeness[*other].total_cmp(&closeness[*one]);
        order.then(one.cmp(other))
    };
    if topics.len() > CLOSEST {
        topics.select_nth_unstable_by(CLOSEST, order);
        topics.truncate(CLOSEST);
    }
    topics.sort_unstable_by(order);
    topics
}

/// A place in a list as a number of half the size; no list here comes near its end.
fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
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
            builder.add(*label, *label, &Features::of(&read(text)));
        }
        builder.build()
    }

    fn nearest(likeness: &Likeness, text: &str) -> Option<Like> {
        let read = read(text);
        likeness
            .compare(&read, 0..read.tokens().len(), 0.0, |_| true)
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
    fn what_is_not_wanted_hides_nothing_that_is() {
        // more of the same than are looked at closely, much else, and one that is wanted
        let same = (0..100).map(|it| (it, "what does your department do".to_owned()));
        let rest = (100..2000).map(|it| (it, format!("sheet{it} shelf{it} stone{it}")));
        let wanted = (
            2000,
            "what does a department like yours do all day".to_owned(),
        );
        let examples: Vec<(u32, String)> = same.chain(rest).chain([wanted]).collect();
        let examples: Vec<(u32, &str)> = examples.iter().map(|it| (it.0, &*it.1)).collect();
        let likeness = likeness(&examples);
        let text = read("what does your department do");
        let found = likeness.compare(&text, 0..text.tokens().len(), 0.0, |it| it == 2000);
        let labels: Vec<u32> = found.nearest.iter().map(|it| it.label).collect();
        assert_eq!(labels, [2000]);
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
        let found = likeness.compare(&text, 0..text.tokens().len(), 0.0, |_| true);
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
            let mut builder = LikenessBuilder::with_room(part.len(), None);
            for (label, text) in part {
                builder.add(*label, *label / 2, &Features::of(&read(text)));
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
                let found = it.compare(&text, 0..text.tokens().len(), 0.0, |_| true);
                (found.nearest, found.likelihoods)
            };
            assert_eq!(compared(&whole), compared(&joined));
        }
    }

    #[test]
    fn a_word_that_all_examples_hold_tells_nothing_and_breaks_nothing() {
        let texts: Vec<String> = (0..200)
            .map(|it| format!("please say number{it}"))
            .collect();
        let examples: Vec<(u32, &str)> = texts.iter().map(|it| (1, &**it)).collect();
        let likeness = likeness(&examples);
        let found = nearest(&likeness, "please say number7").expect("known words");
        assert!((found.likeness - 1.0).abs() < 1e-4, "{found:?}");
        assert!(found.standing.is_finite(), "{found:?}");
    }

    #[test]
    fn words_that_no_example_knows_make_it_less_alike() {
        let likeness = likeness(&[(1, "what is the colour"), (2, "where is the garage")]);
        let near = nearest(&likeness, "what is the colour").map(|it| it.likeness);
        let far = nearest(&likeness, "what is the favourite colour of grandmother");
        assert!(far.map(|it| it.likeness) < near);
    }
}
