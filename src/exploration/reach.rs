//! From where a good ending can still be reached.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, BinaryHeap},
};

use crate::{
    customer::State,
    exploration::{
        alphabet::ReplyId,
        distance::{Distance, FAR},
        graph::{Graph, Hope, NodeId},
        outcome::{Reach, Stuck},
    },
};

/// From one state so many others are searched for a way to a good ending.
const SEARCHED_FROM_ONE: usize = 12;

/// So many ways that led to a good ending elsewhere are tried before anything is searched.
const WAYS_KEPT: usize = 24;

/// So many examples are shown.
const EXAMPLES: usize = 3;

/// What became of a state from which no good or mild ending was known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It can end well, or mildly.
    Fair,
    /// It cannot any more.
    Lost,
    /// No way was found.
    Unknown,
}

/// Looks for a way to a good ending, else to a mild one, from every searched state and then from the
/// others that were found, until `bound` replies were tried.
pub(super) fn reach(graph: &mut Graph<'_>, bound: usize) -> Reach {
    let mut ways = Ways::of(graph);
    let (searched, others): (Vec<NodeId>, Vec<NodeId>) =
        graph.ids().partition(|it| graph.node(*it).searched);
    let mut fates: BTreeMap<NodeId, Fate> = BTreeMap::new();
    for node in searched.into_iter().chain(others) {
        if graph.tried >= bound && !graph.node(node).searched {
            break;
        }
        let fate = ways.find(graph, node, bound);
        fates.insert(node, fate);
    }
    tell(graph, &fates)
}

fn tell(graph: &Graph<'_>, fates: &BTreeMap<NodeId, Fate>) -> Reach {
    let mut reach = Reach::default();
    for (node, fate) in fates {
        let it = graph.node(*node);
        match (it.hope, fate) {
            (Hope::Good, _) => reach.good += 1,
            (Hope::Mild, _) => reach.mild += 1,
            _ if it.meant || ends_as_meant(graph, *node) => reach.meant += 1,
            (_, Fate::Lost) => add(&mut reach.lost, graph, *node),
            _ => add(&mut reach.unknown, graph, *node),
        }
    }
    reach
}

fn add(stuck: &mut Stuck, graph: &Graph<'_>, node: NodeId) {
    stuck.states += 1;
    if stuck.examples.len() < EXAMPLES {
        stuck.examples.push(graph.words_to(node));
    }
}

/// Whether an ending that is marked as final follows, sooner or later.
fn ends_as_meant(graph: &Graph<'_>, node: NodeId) -> bool {
    let (mut here, mut seen) = (vec![node], BTreeSet::from([node]));
    while let Some(node) = here.pop() {
        let it = graph.node(node);
        if it
            .ends
            .iter()
            .any(|it| graph.scenario.endings[*it].is_final)
        {
            return true;
        }
        let next = it.next.iter().map(|(it, _)| *it);
        here.extend(next.filter(|it| seen.insert(*it)));
    }
    false
}

/// Ways that led to a good or mild ending, those first that did so last.
struct Ways {
    known: Vec<Vec<ReplyId>>,
}

impl Ways {
    /// The ways to the endings that were shown, good ones first.
    fn of(graph: &Graph<'_>) -> Self {
        let endings = graph.scenario.endings.iter().enumerate();
        let mut fair: Vec<_> = endings.filter(|(_, it)| !it.kind.is_bad()).collect();
        fair.sort_by_key(|(number, it)| (!it.kind.is_good(), *number));
        let known = fair.iter().filter_map(|(it, _)| graph.way_to_ending(*it));
        Self {
            known: known.collect(),
        }
    }

    fn find(&mut self, graph: &mut Graph<'_>, node: NodeId, bound: usize) -> Fate {
        if graph.node(node).hope < Hope::Good && graph.tried < bound {
            self.try_known(graph, node);
        }
        if graph.node(node).hope > Hope::None {
            return Fate::Fair;
        }
        let (fate, way) = Around::of(node).search(graph, bound);
        if let Some(way) = way {
            let state = graph.state_of(node);
            try_way(graph, node, &state, &way);
            self.keep(way);
        }
        if graph.node(node).hope > Hope::None {
            Fate::Fair
        } else {
            fate
        }
    }

    /// Tries the known ways from here until one leads to a good ending.
    fn try_known(&mut self, graph: &mut Graph<'_>, node: NodeId) {
        let state = graph.state_of(node);
        for at in 0..self.known.len() {
            try_way(graph, node, &state, &self.known[at]);
            if graph.node(node).hope == Hope::Good {
                self.known[..=at].rotate_right(1);
                return;
            }
        }
    }

    fn keep(&mut self, way: Vec<ReplyId>) {
        self.known.insert(0, way);
        self.known.truncate(WAYS_KEPT);
    }
}

/// Replies in order from one state on, until something ends it.
fn try_way(graph: &mut Graph<'_>, node: NodeId, state: &State, way: &[ReplyId]) {
    let mut state = state.clone();
    for (at, reply) in way.iter().enumerate() {
        graph.step(&mut state, *reply);
        if let Some(ending) = state.ended {
            let hope = graph.hope_in(ending);
            graph.give_hope(node, hope, way[..=at].to_vec());
            return;
        }
    }
}

/// A search from one state on.
struct Around {
    open: BinaryHeap<Reverse<(Distance, NodeId)>>,
    /// How each state was come by.
    seen: BTreeMap<NodeId, Option<(NodeId, ReplyId)>>,
}

impl Around {
    fn of(from: NodeId) -> Self {
        Self {
            open: BinaryHeap::from([Reverse((0, from))]),
            seen: BTreeMap::from([(from, None)]),
        }
    }

    /// A way to a state from which a good or mild ending is known, and on from there.
    fn search(&mut self, graph: &mut Graph<'_>, bound: usize) -> (Fate, Option<Vec<ReplyId>>) {
        let mut left = SEARCHED_FROM_ONE;
        while let Some(Reverse((_, node))) = self.open.pop() {
            if to_a_fair_ending(graph, node) == FAR {
                continue;
            }
            if graph.node(node).hope > Hope::None {
                let rest = graph.node(node).rest.iter().copied();
                let way = self.way_to(node).into_iter().chain(rest).collect();
                return (Fate::Unknown, Some(way));
            }
            if !graph.node(node).searched {
                if left == 0 || graph.tried >= bound {
                    return (Fate::Unknown, None);
                }
                left -= 1;
                graph.search(node);
                if graph.node(node).hope > Hope::None {
                    self.open.push(Reverse((0, node)));
                    continue;
                }
            }
            for (next, reply) in graph.node(node).next.clone() {
                if let std::collections::btree_map::Entry::Vacant(place) = self.seen.entry(next) {
                    place.insert(Some((node, reply)));
                    let far = to_a_fair_ending(graph, next);
                    self.open.push(Reverse((far, next)));
                }
            }
        }
        (Fate::Lost, None)
    }

    fn way_to(&self, node: NodeId) -> Vec<ReplyId> {
        let (mut way, mut here) = (Vec::new(), node);
        while let Some((before, reply)) = self.seen.get(&here).copied().flatten() {
            way.push(reply);
            here = before;
        }
        way.reverse();
        way
    }
}

/// How far the nearest good or mild ending is.
fn to_a_fair_ending(graph: &Graph<'_>, node: NodeId) -> Distance {
    let endings = graph.scenario.endings.iter().enumerate();
    let fair = endings.filter(|(_, it)| !it.kind.is_bad());
    let distances = fair.map(|(ending, _)| graph.to_ending(node, ending));
    distances.min().unwrap_or(FAR)
}
