//! How likely topics make a text: multinomial naive Bayes over the weights of its features.

use crate::{
    ground::exact::log2,
    text::{
        likeness::{number, sums::Sums},
        rows::Rows,
    },
};

/// So much of every feature each topic is taken to hold, so that nothing is impossible (Lidstone).
const SMOOTHING: f32 = 0.1;

/// What naive Bayes needs of the examples.
#[derive(Debug, Default)]
pub(super) struct Topics {
    /// The topics that hold each feature, and how much likelier than nothing it is there: powers of two.
    holding: Rows<(u32, f32)>,
    /// How much each topic holds in all: powers of two.
    sizes: Vec<f32>,
}

impl Topics {
    /// Gathers what examples of these topics hold, of so many features in all.
    pub(super) fn gather(
        topics: impl Iterator<Item = u32>,
        contents: &Rows<(u32, f32)>,
        features: usize,
    ) -> Self {
        let mut by_topic: Vec<Vec<usize>> = Vec::new();
        for (at, topic) in topics.enumerate() {
            let topic = topic as usize;
            by_topic.resize_with(by_topic.len().max(topic + 1), Vec::new);
            by_topic[topic].push(at);
        }
        let mut held = Sums::default();
        held.make_room(features);
        let mut holdings: Rows<(u32, f32)> = Rows::default();
        let mut sizes = Vec::with_capacity(by_topic.len());
        let all = (0..features).map(|_| SMOOTHING).sum::<f32>();
        for examples in &by_topic {
            let mut size = all;
            for (feature, weight) in examples.iter().flat_map(|it| contents.row(*it)) {
                held.add(*feature, *weight);
                size += weight;
            }
            for (feature, weight) in held.take() {
                let more = log2((weight + SMOOTHING) / SMOOTHING);
                holdings.items.push((feature, more));
            }
            holdings.end_row();
            sizes.push(log2(size));
        }
        let holding = (0..by_topic.len()).flat_map(|topic| {
            let holdings = holdings.row(topic).iter();
            holdings.map(move |(feature, more)| (*feature, (number(topic), *more)))
        });
        Self {
            holding: Rows::grouped(holding, features),
            sizes,
        }
    }

    /// How likely each topic makes a text of these features: powers of two, up to the same for all.
    pub(super) fn likelihoods(&self, text: &[(u32, f32)]) -> Vec<f32> {
        let all: f32 = text.iter().map(|it| it.1).sum();
        let mut likelihoods: Vec<f32> = self.sizes.iter().map(|it| -all * it).collect();
        for (feature, own) in text {
            for (topic, more) in self.holding.row(*feature as usize) {
                likelihoods[*topic as usize] += own * more;
            }
        }
        likelihoods
    }

    /// How many topics hold the feature.
    pub(super) fn spread(&self, feature: u32) -> usize {
        self.holding.row(feature as usize).len()
    }

    /// Whether an example of this topic holds the feature.
    pub(super) fn holds(&self, topic: u32, feature: u32) -> bool {
        // they stand in order
        let topics = self.holding.row(feature as usize);
        topics.binary_search_by_key(&topic, |it| it.0).is_ok()
    }
}
