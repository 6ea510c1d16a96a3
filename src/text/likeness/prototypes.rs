//! What the wordings of a topic mean together: the mean of their vectors, its prototype (Snell and others
//! 2017).

use crate::text::{
    embedding::{DIMENSIONS, Embedding, Vector},
    likeness::Features,
};

/// Parts of one in which sums are kept: of whole numbers the sum is the same in whatever order and
/// however shared out they are added.
const PARTS: f32 = 4096.0;

/// Gathers prototypes.
#[derive(Debug, Default)]
pub(super) struct PrototypesBuilder {
    sums: Vec<[i32; DIMENSIONS]>,
}

impl PrototypesBuilder {
    /// Adds a wording of a topic.
    pub(super) fn add(&mut self, topic: u32, vector: &Vector) {
        for (sum, number) in self.sum(topic as usize).iter_mut().zip(vector.0) {
            *sum += whole(number * PARTS);
        }
    }

    /// Adds what another gathered.
    pub(super) fn append(&mut self, other: &Self) {
        for (topic, more) in other.sums.iter().enumerate() {
            for (sum, it) in self.sum(topic).iter_mut().zip(more) {
                *sum += it;
            }
        }
    }

    fn sum(&mut self, topic: usize) -> &mut [i32; DIMENSIONS] {
        if self.sums.len() <= topic {
            self.sums.resize(topic + 1, [0; DIMENSIONS]);
        }
        &mut self.sums[topic]
    }

    pub(super) fn build(self, embedding: Embedding) -> Prototypes {
        let unit = |sum: [i32; DIMENSIONS]| Vector(sum.map(fraction)).unit();
        Prototypes {
            topics: self.sums.into_iter().map(unit).collect(),
            embedding,
        }
    }
}

/// The nearest whole number.
#[expect(
    clippy::cast_possible_truncation,
    reason = "numbers of a vector of length 1 in parts of one"
)]
fn whole(number: f32) -> i32 {
    number.round() as i32
}

#[expect(
    clippy::cast_precision_loss,
    reason = "of a sum of thousands its first 24 bits tell enough"
)]
fn fraction(sum: i32) -> f32 {
    sum as f32
}

/// The prototypes of topics.
#[derive(Debug)]
pub(super) struct Prototypes {
    topics: Vec<Vector>,
    embedding: Embedding,
}

impl Prototypes {
    /// How near a text of these features is to each topic: the cosine, −1 to 1.
    pub(super) fn closeness(&self, features: &Features) -> Vec<f32> {
        let vector = self.embedding.embed(features);
        self.topics.iter().map(|it| it.dot(&vector)).collect()
    }
}
