//! Gathering examples, and weighing them against each other.

use std::thread;

use rustc_hash::FxHashMap;

use crate::text::{
    embedding::Embedding,
    likeness::{
        Example, Features, Likeness,
        candidates::Holders,
        features::FeatureKey,
        number,
        prototypes::PrototypesBuilder,
        rarity::{few, rarity},
        topics::Topics,
    },
    rows::Rows,
};

/// Gathers examples.
#[derive(Debug, Default)]
pub struct LikenessBuilder {
    features: FxHashMap<FeatureKey, u32>,
    /// The same by number.
    keys: Vec<FeatureKey>,
    /// How many examples hold each.
    counts: Vec<u32>,
    contents: Rows<(u32, f32)>,
    examples: Vec<Example>,
    /// The vectors of the language, where it has any.
    embedding: Option<Embedding>,
    prototypes: PrototypesBuilder,
}

impl LikenessBuilder {
    /// Room for so many texts: to make it bit by bit would take longer. With vectors, texts are also
    /// compared by them.
    pub fn with_room(texts: usize, embedding: Option<&Embedding>) -> Self {
        let mut builder = Self {
            embedding: embedding.cloned(),
            ..Self::default()
        };
        // what thousands of wordings of a case come to
        builder.features.reserve(4 * texts);
        builder.keys.reserve(4 * texts);
        builder.counts.reserve(4 * texts);
        builder.contents.items.reserve(45 * texts);
        builder.examples.reserve(texts);
        builder
    }

    /// Adds an example of `label`, one of those of `topic`.
    pub fn add(&mut self, label: u32, topic: u32, example: &Features) {
        self.examples.push(Example {
            label,
            topic,
            denied: example.denied,
        });
        if let Some(embedding) = &self.embedding {
            self.prototypes.add(topic, &embedding.embed(example));
        }
        for (key, weight) in &example.weights {
            let feature = self.numbered(*key);
            self.counts[feature as usize] += 1;
            self.contents.items.push((feature, *weight));
        }
        self.contents.end_row();
    }

    fn numbered(&mut self, key: FeatureKey) -> u32 {
        *self.features.entry(key).or_insert_with(|| {
            self.keys.push(key);
            self.counts.push(0);
            number(self.keys.len() - 1)
        })
    }

    /// Adds the examples of another, as if they had been added here after all others.
    pub fn append(&mut self, other: &Self) {
        let numbers: Vec<u32> = other.keys.iter().map(|it| self.numbered(*it)).collect();
        for (feature, count) in numbers.iter().zip(&other.counts) {
            self.counts[*feature as usize] += count;
        }
        self.contents.append(&other.contents, |(feature, weight)| {
            (numbers[feature as usize], weight)
        });
        self.examples.extend_from_slice(&other.examples);
        self.prototypes.append(&other.prototypes);
    }

    /// Weighs all examples against each other.
    pub fn build(mut self) -> Likeness {
        let all = self.examples.len();
        let counts = self.counts;
        let rarities: Vec<f32> = counts.iter().map(|it| rarity(all, *it as usize)).collect();
        let few = few(all);
        let tells = |feature: u32| counts[feature as usize] as usize <= few;
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
        let topics = self.examples.iter().map(|it| it.topic);
        // both go through all there is: side by side
        let (holders, topics) = thread::scope(|scope| {
            let holders = scope.spawn(|| Holders::gather(contents, all, counts.len(), tells));
            let topics = Topics::gather(topics, contents, counts.len());
            (holders.join().unwrap_or_default(), topics)
        });
        let by_topic = (0..all).map(|at| (self.examples[at].topic, number(at)));
        let most = self.examples.iter().map(|it| it.topic as usize + 1).max();
        let of_topics = Rows::grouped(by_topic, most.unwrap_or_default());
        Likeness {
            of_topics,
            features: self.features,
            rarities,
            holders,
            contents: self.contents,
            plain,
            examples: self.examples,
            topics,
            prototypes: self.embedding.map(|it| self.prototypes.build(it)),
        }
    }
}
