//! The walk itself: first to every ending, then into every mood, then everywhere.

use std::{cmp::Reverse, collections::BinaryHeap};

use crate::{
    acts::Reader,
    exploration::{
        alphabet::Alphabet,
        distance::{Distance, FAR},
        graph::{Graph, NodeId},
        listen::{listen, visit_moods},
        outcome::{Exploration, Reach, StageReached, Way},
        pertinent::Pertinent,
        reach::reach,
        samples::SampleReplies,
        standing::Matters,
    },
    scenario::{EndingId, Scenario, StageId},
};

/// The seed of every walk: a conversation played with it goes as it was found.
pub const SEED: u64 = 1;

/// How many states are looked at where nobody says otherwise: about as many as two or three seconds
/// of one core allow.
pub const BOUND: usize = 30_000;

/// When so many of a hundred states were looked at, it is time for the next step: endings by all replies,
/// ways out of stages, moods, single lines, breadth, ways out of what was come into since, and what is left
/// of good endings.
const NARROWLY: usize = 25;
const TO_ENDINGS: usize = 35;
const TO_EXITS: usize = 40;
const TO_MOODS: usize = 50;
const TO_LINES: usize = 75;
const TO_BREADTH: usize = 80;
const TO_LATE_EXITS: usize = 88;

/// How much being near counts against being short.
const NEARNESS: u32 = 3;

/// Walks through `scenario`, looking at no more than `bound` states.
pub fn explore(
    scenario: &Scenario,
    reader: &Reader,
    samples: &SampleReplies,
    bound: usize,
) -> Exploration {
    let reader = &reader.remembering();
    let matters = Matters::of(scenario);
    let alphabet = Alphabet::gather(scenario, reader, samples, &matters);
    let mut graph = Graph::new(scenario, reader, matters, alphabet);
    let part = |of_a_hundred: usize| bound.saturating_mul(of_a_hundred) / 100;
    reach_endings_narrowly(&mut graph, part(NARROWLY));
    reach_endings(&mut graph, part(TO_ENDINGS));
    leave_stages(&mut graph, part(TO_EXITS));
    visit_moods(&mut graph, part(TO_MOODS));
    listen(&mut graph, part(TO_LINES));
    // in the order of finding
    best_first(&mut graph, |_, _| 0, |_| false, part(TO_BREADTH));
    leave_stages(&mut graph, part(TO_LATE_EXITS));
    end_in_stages(&mut graph, part(TO_LATE_EXITS));
    reach_endings(&mut graph, bound);
    let reach = reach(&mut graph, bound);
    report(&graph, bound, reach)
}

fn report(graph: &Graph<'_>, bound: usize, reach: Reach) -> Exploration {
    let scenario = graph.scenario;
    let searched = graph.nodes.iter().filter(|it| it.searched).count();
    let there = |stage: StageId| graph.nodes.iter().filter(move |it| it.stage == stage);
    let stages = (0..scenario.stages.len()).map(|stage| StageReached {
        stage,
        entered: there(stage).next().is_some(),
        left: graph.left[stage],
        exhausted: there(stage).all(|it| it.searched)
            || !has_exits(scenario, stage) && there(stage).any(|it| it.searched),
        endings: graph.ended_in[stage].clone(),
    });
    let endings = (0..scenario.endings.len()).map(|ending| Way {
        ending,
        replies: graph.way_to_ending(ending).map(|it| graph.words(&it)),
    });
    Exploration {
        states: graph.tried,
        different: graph.nodes.len(),
        searched,
        bound,
        whole: searched == graph.nodes.len(),
        endings: endings.collect(),
        reach,
        stages: stages.collect(),
        unheard: graph.voices.unheard(scenario),
    }
}

/// Searches for each ending that is not shown yet by the replies alone that bear on it: so a long way can be
/// gone by few attempts.
fn reach_endings_narrowly(graph: &mut Graph<'_>, until: usize) {
    for ending in 0..graph.endings.len() {
        let left = until.saturating_sub(graph.tried);
        let until = graph.tried + left / (graph.endings.len() - ending);
        let replies = Pertinent::to(graph.scenario, ending);
        let replies = graph.alphabet.pertinent(&replies);
        best_first_by(
            graph,
            |graph, node| graph.to_ending(node, ending),
            |graph| graph.endings[ending].is_some(),
            |graph, node| graph.search_narrowly(node, &replies),
            graph.ids().collect(),
            until,
        );
    }
}

/// Whether anything leads from a stage to another.
fn has_exits(scenario: &Scenario, stage: StageId) -> bool {
    let mut moves = scenario.moves.iter();
    !scenario.stages[stage].exits.is_empty()
        || moves.any(|it| it.to.is_some() && it.can_be_made_in(stage))
}

/// Looks for a way out of each stage that was come into and not left yet.
fn leave_stages(graph: &mut Graph<'_>, until: usize) {
    let stages = graph.scenario.stages.len();
    for stage in 0..stages {
        let left = until.saturating_sub(graph.tried);
        let until = graph.tried + left / (stages - stage);
        let replies = Pertinent::to_leaving(graph.scenario, stage);
        let replies = graph.alphabet.pertinent(&replies);
        best_first_by(
            graph,
            |graph, node| graph.to_leaving(node, stage),
            |graph| graph.left[stage],
            |graph, node| graph.search_narrowly(node, &replies),
            graph.ids().collect(),
            until,
        );
    }
}

/// Searches the states in each stage that was neither left nor ended in, until one of both is seen: a stage
/// without exits has an ending of its own. The last ending, which any goodbye brings, is none.
fn end_in_stages(graph: &mut Graph<'_>, until: usize) {
    let last = graph.scenario.endings.len().checked_sub(1);
    for stage in 0..graph.scenario.stages.len() {
        for node in graph.ids() {
            let mut endings = graph.ended_in[stage].iter();
            let shown = graph.left[stage] || endings.any(|it| Some(*it) != last);
            if shown || graph.tried >= until {
                break;
            }
            if graph.node(node).stage == stage {
                graph.search(node);
            }
        }
    }
}

/// Searches for each ending that is not shown yet, all with an equal share of what is left.
fn reach_endings(graph: &mut Graph<'_>, until: usize) {
    let endings = graph.endings.iter().enumerate();
    let missing = endings.filter(|(_, it)| it.is_none());
    let missing: Vec<EndingId> = missing.map(|(ending, _)| ending).collect();
    for (number, ending) in missing.iter().enumerate() {
        let left = until.saturating_sub(graph.tried);
        let until = graph.tried + left / (missing.len() - number);
        best_first(
            graph,
            |graph, node| graph.to_ending(node, *ending),
            |graph| graph.endings[*ending].is_some(),
            until,
        );
    }
}

/// Searches the state that seems nearest to something, and goes on so until it is `done`, or `until`
/// so many replies were tried, or nothing is left.
pub(super) fn best_first<'a>(
    graph: &mut Graph<'a>,
    distance: impl Fn(&Graph<'a>, NodeId) -> Distance,
    done: impl Fn(&Graph<'a>) -> bool,
    until: usize,
) {
    let unsearched = graph.ids().filter(|it| !graph.node(*it).searched);
    let from = unsearched.collect();
    best_first_by(graph, distance, done, Graph::search, from, until);
}

/// The same by a way of searching a state, beginning `from` these.
fn best_first_by<'a>(
    graph: &mut Graph<'a>,
    distance: impl Fn(&Graph<'a>, NodeId) -> Distance,
    done: impl Fn(&Graph<'a>) -> bool,
    search: impl Fn(&mut Graph<'a>, NodeId),
    from: Vec<NodeId>,
    until: usize,
) {
    let worth = |graph: &Graph<'a>, node: NodeId| {
        let far = distance(graph, node);
        let long = graph.node(node).depth;
        (far != FAR).then(|| Reverse((u32::from(far) * NEARNESS + long, node)))
    };
    let from = from.into_iter();
    let mut open: BinaryHeap<_> = from.filter_map(|it| worth(graph, it)).collect();
    while !done(graph)
        && graph.tried < until
        && let Some(Reverse((_, node))) = open.pop()
    {
        let found = graph.ids().end;
        search(graph, node);
        open.extend((found..graph.ids().end).filter_map(|it| worth(graph, it)));
    }
}
