//! The smallest change that would have raised a level, found by trying.

use crate::{
    acts::{ActSet, AgentAct, Family},
    rubric::{Criterion, Rubric},
    score::{
        card::{Change, Step},
        judge::verdict,
        scene::Scene,
    },
};

/// In longer conversations two steps are only tried within one reply.
const LONG: usize = 24;

/// Tries one step at every reply, worst moments first; then two steps. `worst` holds the replies of
/// missed moments, worst first.
pub(super) fn find(
    criterion: &Criterion,
    rubric: &Rubric,
    scene: &Scene,
    worst: &[usize],
) -> Option<Change> {
    let level = verdict(criterion, rubric, scene).level?;
    if usize::from(level) + 1 >= criterion.levels.len() {
        return None;
    }
    let steps = steps(criterion, rubric, scene, worst);
    let raised = |scene: &Scene| {
        verdict(criterion, rubric, scene)
            .level
            .filter(|it| *it > level)
    };
    for step in &steps {
        if let Some(to) = raised(&taken(scene, *step)) {
            return Some(Change {
                steps: vec![*step],
                to,
            });
        }
    }
    for (number, first) in steps.iter().enumerate() {
        let once = taken(scene, *first);
        for second in &steps[number + 1..] {
            if scene.replies.len() > LONG && first.reply() != second.reply() {
                continue;
            }
            if let Some(to) = raised(&taken(&once, *second)) {
                return Some(Change {
                    steps: vec![*first, *second],
                    to,
                });
            }
        }
    }
    None
}

/// All steps worth trying, in the order of trying.
fn steps(criterion: &Criterion, rubric: &Rubric, scene: &Scene, worst: &[usize]) -> Vec<Step> {
    let mut order: Vec<usize> = worst
        .iter()
        .copied()
        .filter(|it| *it < scene.replies.len())
        .collect();
    order.extend(0..scene.replies.len());
    let mut seen = vec![false; scene.replies.len()];
    order.retain(|it| !std::mem::replace(&mut seen[*it], true));
    let wanted = wanted(criterion, rubric);
    let mut steps = Vec::new();
    for reply in order {
        let done = &scene.replies[reply];
        let blunders = done.acts.iter().filter(|it| it.family() == Family::Blunder);
        steps.extend(blunders.map(|act| Step::Leave { reply, act }));
        let fresh = wanted.iter().filter(|act| !done.counted.contains(**act));
        steps.extend(fresh.map(|act| Step::Add { reply, act: *act }));
    }
    steps
}

/// The acts that could raise the criterion: those wanted at its moments first, then those of its
/// measures.
fn wanted(criterion: &Criterion, rubric: &Rubric) -> Vec<AgentAct> {
    let taught = criterion
        .wants
        .iter()
        .flat_map(|it| &it.groups)
        .flatten()
        .copied();
    let ways = criterion.levels.iter().flat_map(|it| &it.ways);
    let measures = ways.flat_map(|way| way.at_least.iter().map(|(id, _)| &rubric.measures[*id]));
    let counted: ActSet<AgentAct> =
        measures.fold(ActSet::EMPTY, |all, it| all.union(it.any).union(it.all));
    let mut acts = Vec::new();
    for act in taught.chain(counted.iter()) {
        if !acts.contains(&act) && act.family() != Family::Blunder {
            acts.push(act);
        }
    }
    acts
}

/// The scene with a step taken.
pub(super) fn taken(scene: &Scene, step: Step) -> Scene {
    match step {
        Step::Add { reply, act } => scene.with(reply, |acts| acts.insert(act)),
        Step::Leave { reply, act } => scene.with(reply, |acts| acts.remove(act)),
    }
}
