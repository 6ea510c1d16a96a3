//! One look at a case: some of its wordings are prototypes of their topics, others are to be nearest to
//! their own (Snell and others 2017).

use oefenlijn::{
    ground::{dice::Dice, exact::exp},
    text::Vector,
};

use super::{
    corpus::{Case, Wording},
    learner::{Learner, Seen, sideways, small},
};

/// So many wordings are to be nearest to their own topic, or a fifth where there are less.
const ASKED: usize = 1500;

/// So many others are prototypes.
const SHOWN: usize = 4000;

/// How much surer a topic is for being nearer.
const SHARPNESS: f32 = 15.0;

/// The size of a step, at first and when it settles.
const STEP: f32 = 0.01;
const SMALL_STEP: f32 = 0.003;

/// The mean of what was seen of a topic.
struct Prototype {
    unit: Vector,
    length: f32,
    gradient: Vector,
}

impl Learner {
    /// Learns from a case, and returns how many were nearest to their own topic (0–1).
    pub(crate) fn episode(&mut self, case: &Case, settling: bool, dice: &mut Dice) -> f32 {
        let order = shuffled(case.wordings.len(), dice);
        let (asked, shown) = order.split_at(ASKED.min(order.len() / 5));
        let shown = &shown[..shown.len().min(SHOWN)];
        let shown: Vec<(&Wording, Seen)> = shown
            .iter()
            .map(|at| (&case.wordings[*at], self.see(&case.wordings[*at], dice)))
            .collect();
        let mut prototypes = prototypes(case.topics, &shown);
        let asked: Vec<&Wording> = asked
            .iter()
            .map(|at| &case.wordings[*at])
            .filter(|it| prototypes[it.topic].length > 0.0)
            .collect();
        let mut right = 0.0;
        let each = 1.0 / small(asked.len().max(1));
        for wording in asked {
            let seen = self.see(wording, dice);
            let (gradient, nearest) = ask(&seen.unit, wording.topic, each, &mut prototypes);
            self.pull(&seen, &gradient);
            if nearest == wording.topic {
                right += each;
            }
        }
        for (wording, seen) in &shown {
            let it = &prototypes[wording.topic];
            let mut gradient = Vector::ZERO;
            gradient.add(
                &sideways(&it.gradient, &it.unit),
                1.0 / it.length.max(f32::MIN_POSITIVE),
            );
            self.pull(seen, &gradient);
        }
        self.vectors.step(if settling { SMALL_STEP } else { STEP });
        right
    }
}

fn prototypes(topics: usize, shown: &[(&Wording, Seen)]) -> Vec<Prototype> {
    let mut sums = vec![Vector::ZERO; topics];
    for (wording, seen) in shown {
        sums[wording.topic].add(&seen.unit, 1.0);
    }
    let prototype = |sum: Vector| Prototype {
        unit: sum.unit(),
        length: sum.length(),
        gradient: Vector::ZERO,
    };
    sums.into_iter().map(prototype).collect()
}

/// How a wording of this topic should not move, with so much weight, and the topic that it is nearest to;
/// what prototypes should not do is added to theirs. The loss is the cross entropy.
fn ask(unit: &Vector, topic: usize, weight: f32, prototypes: &mut [Prototype]) -> (Vector, usize) {
    let close: Vec<f32> = prototypes
        .iter()
        .map(|it| SHARPNESS * it.unit.dot(unit))
        .collect();
    let known = |at: &usize| prototypes[*at].length > 0.0;
    let nearest = (0..close.len())
        .filter(known)
        .reduce(|best, it| if close[it] > close[best] { it } else { best });
    let nearest = nearest.unwrap_or(topic);
    let shares: Vec<f32> = close
        .iter()
        .zip(&*prototypes)
        .map(|(it, prototype)| {
            if prototype.length > 0.0 {
                share(it - close[nearest])
            } else {
                0.0
            }
        })
        .collect();
    let all: f32 = shares.iter().sum();
    let mut gradient = Vector::ZERO;
    for (at, (share, prototype)) in shares.iter().zip(prototypes).enumerate() {
        let wanted = if at == topic { 1.0 } else { 0.0 };
        let pull = weight * SHARPNESS * (share / all - wanted);
        gradient.add(&prototype.unit, pull);
        prototype.gradient.add(unit, pull);
    }
    (gradient, nearest)
}

/// The numbers up to this one in the order of the dice (Fisher and Yates).
fn shuffled(many: usize, dice: &mut Dice) -> Vec<usize> {
    let mut order: Vec<usize> = (0..many).collect();
    for at in (1..many).rev() {
        order.swap(at, dice.below(at + 1));
    }
    order
}

/// What a topic counts for that is so much less close than the nearest one.
fn share(less: f32) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "from 0 to 1")]
    let share = exp(less.into()) as f32;
    share
}
