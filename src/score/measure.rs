//! Counting what a rubric's measures count.

use crate::{
    acts::{ActSet, AgentAct},
    rubric::{Count, Measure, Place},
    score::scene::{Moment, Reply, Scene},
};

/// What the measure comes to.
pub(super) fn value(measure: &Measure, scene: &Scene) -> u32 {
    let number = match measure.count {
        Count::Replies => fitting(measure, scene).count(),
        Count::Kinds => {
            let mut kinds = ActSet::EMPTY;
            for number in counted_at(measure, scene) {
                kinds = kinds.union(scene.replies[number].counted);
            }
            kinds.intersection(measure.any).len()
        }
        Count::Moments => moments(measure, scene)
            .filter(|it| meets(measure, scene, it))
            .count(),
        Count::Percent => {
            let all = moments(measure, scene).count();
            let met = moments(measure, scene)
                .filter(|it| meets(measure, scene, it))
                .count();
            (met * 100).checked_div(all).unwrap_or(0)
        }
    };
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The replies that make the measure what it is.
pub(super) fn bearers(measure: &Measure, scene: &Scene) -> Vec<usize> {
    let has_any = |it: &usize| {
        let reply = &scene.replies[*it];
        measure.any.union(measure.all).meets(reply.counted) || has_sign(measure, reply)
    };
    let mut replies: Vec<usize> = match measure.count {
        Count::Replies => fitting(measure, scene).collect(),
        Count::Kinds => counted_at(measure, scene).filter(has_any).collect(),
        Count::Moments | Count::Percent => moments(measure, scene)
            .filter(|it| meets(measure, scene, it))
            .flat_map(|it| it.replies.clone())
            .filter(has_any)
            .collect(),
    };
    replies.sort_unstable();
    replies.dedup();
    replies
}

fn fitting<'a>(measure: &'a Measure, scene: &'a Scene) -> impl Iterator<Item = usize> + 'a {
    counted_at(measure, scene).filter(|it| {
        let reply = &scene.replies[*it];
        fits(measure, reply.counted, reply.acts, has_sign(measure, reply))
    })
}

/// The replies at the measure's place, after the turns it asks for.
fn counted_at<'a>(measure: &'a Measure, scene: &'a Scene) -> impl Iterator<Item = usize> + 'a {
    (0..scene.replies.len()).filter(|it| {
        let before = scene.line_before(*it).map(|it| it.acts).unwrap_or_default();
        scene.is_at(*it, measure.place)
            && (measure.after.is_empty() || measure.after.meets(before))
            && !measure.not_after.meets(before)
    })
}

fn moments<'a>(measure: &'a Measure, scene: &'a Scene) -> impl Iterator<Item = &'a Moment> {
    scene
        .moments
        .iter()
        .filter(|it| Place::At(it.kind) == measure.place)
}

fn meets(measure: &Measure, scene: &Scene, moment: &Moment) -> bool {
    let replies = &scene.replies[moment.replies.clone()];
    let join = |of: fn(&Reply) -> ActSet<AgentAct>| {
        replies
            .iter()
            .fold(ActSet::EMPTY, |all, it| all.union(of(it)))
    };
    let sign = replies.iter().any(|it| has_sign(measure, it));
    fits(measure, join(|it| it.counted), join(|it| it.acts), sign)
}

fn fits(measure: &Measure, counted: ActSet<AgentAct>, done: ActSet<AgentAct>, sign: bool) -> bool {
    let anything = measure.any.is_empty() && measure.signs.is_empty();
    (anything || measure.any.meets(counted) || sign)
        && counted.covers(measure.all)
        && !measure.none.meets(done)
}

fn has_sign(measure: &Measure, reply: &Reply) -> bool {
    reply
        .signs
        .iter()
        .any(|(sign, _)| measure.signs.contains(sign))
}
