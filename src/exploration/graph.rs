//! The states that were found, and the replies that lead from one to the next.

use std::{collections::BTreeSet, ops::Range};

use rustc_hash::FxHashMap;

use crate::{
    acts::Reader,
    customer::{self, State, Turn},
    exploration::{
        alphabet::{Alphabet, ReplyId},
        distance::{Distance, Distances, FAR},
        search::SEED,
        standing::Matters,
        voices::Voices,
    },
    scenario::{EndingId, EndingKind, Mood, Scenario, SolutionId, StageId, WorryId},
};

/// A state, by number, in the order of finding.
pub(super) type NodeId = u32;

/// How well a conversation can still end, as far as it was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hope {
    /// Nothing was shown yet.
    None,
    /// A mild ending.
    Mild,
    /// A good ending.
    Good,
}

/// A state that was found. The state itself is not kept: its replies bring it about again.
#[derive(Debug)]
pub(super) struct Node {
    /// The state before, and the reply that was given there.
    from: Option<(NodeId, ReplyId)>,
    /// How many replies lead to it.
    pub(super) depth: u32,
    pub(super) mood: Mood,
    pub(super) stage: StageId,
    /// Whether every deciding reply was tried here.
    pub(super) searched: bool,
    /// States that follow, and the replies that lead there.
    pub(super) next: Vec<(NodeId, ReplyId)>,
    /// Endings that follow at once.
    pub(super) ends: Vec<EndingId>,
    /// How well it can still end, by the replies of `rest`.
    pub(super) hope: Hope,
    pub(super) rest: Vec<ReplyId>,
    /// Whether the author means the customer to be lost here.
    pub(super) meant: bool,
    distances: Box<[Distance]>,
}

/// All that was found so far.
pub(super) struct Graph<'a> {
    pub(super) scenario: &'a Scenario,
    reader: &'a Reader,
    pub(super) alphabet: Alphabet,
    matters: Matters,
    distances: Distances<'a>,
    start: State,
    /// A state that was needed last, since those that follow it are often needed next.
    latest: Option<(NodeId, State)>,
    pub(super) nodes: Vec<Node>,
    known: FxHashMap<Box<[u8]>, NodeId>,
    pub(super) voices: Voices,
    /// By ending: the state before, and the reply that brings it.
    pub(super) endings: Vec<Option<(NodeId, ReplyId)>>,
    /// By stage: the endings that came there.
    pub(super) ended_in: Vec<Vec<EndingId>>,
    /// By stage: whether the conversation went on from there.
    pub(super) left: Vec<bool>,
    /// How many replies were tried.
    pub(super) tried: usize,
}

impl<'a> Graph<'a> {
    pub(super) fn new(
        scenario: &'a Scenario,
        reader: &'a Reader,
        matters: Matters,
        alphabet: Alphabet,
    ) -> Self {
        let mut start = State::new(scenario);
        let mut voices = Voices::of(scenario);
        if let Some(turn) = customer::open(scenario, reader, &mut start, SEED) {
            voices.hear(&turn.parts);
        }
        let mut graph = Self {
            scenario,
            reader,
            alphabet,
            matters,
            distances: Distances::new(scenario),
            nodes: Vec::new(),
            known: FxHashMap::default(),
            voices,
            endings: vec![None; scenario.endings.len()],
            ended_in: vec![Vec::new(); scenario.stages.len()],
            left: vec![false; scenario.stages.len()],
            tried: 0,
            start: start.clone(),
            latest: None,
        };
        graph.take_in(&start, None, 0);
        graph
    }

    /// Tries every deciding reply in a state.
    pub(super) fn search(&mut self, node: NodeId) {
        if self.node(node).searched {
            return;
        }
        self.node_mut(node).searched = true;
        let replies = self.alphabet.steering_in(self.node(node).stage);
        self.try_all(node, replies);
    }

    /// Tries of these replies those that may decide something in a state; it does not count as searched.
    pub(super) fn search_narrowly(&mut self, node: NodeId, replies: &BTreeSet<ReplyId>) {
        let mut own = self.alphabet.steering_in(self.node(node).stage);
        own.retain(|it| replies.contains(it));
        self.try_all(node, own);
    }

    fn try_all(&mut self, node: NodeId, replies: Vec<ReplyId>) {
        let state = self.state_of(node);
        for reply in replies {
            self.give(node, &state, reply);
        }
    }

    /// Gives a reply in `state`, and keeps what came of it.
    fn give(&mut self, node: NodeId, state: &State, reply: ReplyId) {
        let mut after = state.clone();
        self.step(&mut after, reply);
        if let Some(ending) = after.ended {
            self.end(node, reply, ending, after.stage);
            return;
        }
        if after.stage != state.stage
            && let Some(left) = self.left.get_mut(state.stage)
        {
            *left = true;
        }
        let depth = self.node(node).depth + 1;
        let next = self.take_in(&after, Some((node, reply)), depth);
        let known = self.node(node).next.iter().any(|(it, _)| *it == next);
        if next != node && !known {
            self.node_mut(node).next.push((next, reply));
        }
    }

    /// One turn, which counts.
    pub(super) fn step(&mut self, state: &mut State, reply: ReplyId) {
        let turn = self.go_on(state, reply);
        self.tried += 1;
        self.voices.hear(&turn.parts);
    }

    fn end(&mut self, node: NodeId, reply: ReplyId, ending: EndingId, stage: StageId) {
        let depth = |it: NodeId| self.node(it).depth;
        let shorter = self.endings[ending].is_none_or(|(it, _)| depth(node) < depth(it));
        if shorter {
            self.endings[ending] = Some((node, reply));
        }
        if let Some(here) = self.ended_in.get_mut(stage)
            && !here.contains(&ending)
        {
            here.push(ending);
            here.sort_unstable();
        }
        let own = &mut self.node_mut(node).ends;
        if !own.contains(&ending) {
            own.push(ending);
        }
        self.give_hope(node, self.hope_in(ending), vec![reply]);
    }

    /// What an ending is worth.
    pub(super) fn hope_in(&self, ending: EndingId) -> Hope {
        match self.scenario.endings[ending].kind {
            EndingKind::Mild => Hope::Mild,
            kind if kind.is_good() => Hope::Good,
            _ => Hope::None,
        }
    }

    /// From this state, and from those on the way to it, it can end so by these replies. Only the
    /// way by which a state was found counts: elsewhere it may have differed in small things.
    pub(super) fn give_hope(&mut self, node: NodeId, hope: Hope, rest: Vec<ReplyId>) {
        let (mut here, mut rest) = (node, rest);
        while self.node(here).hope < hope {
            let it = self.node_mut(here);
            it.hope = hope;
            it.rest.clone_from(&rest);
            let Some((before, reply)) = it.from else {
                return;
            };
            rest.insert(0, reply);
            here = before;
        }
    }

    /// The node of this state, new or known.
    fn take_in(&mut self, state: &State, from: Option<(NodeId, ReplyId)>, depth: u32) -> NodeId {
        let key = self.matters.key(state);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let number = NodeId::try_from(self.nodes.len()).unwrap_or(NodeId::MAX);
        self.known.insert(key, number);
        self.nodes.push(Node {
            from,
            depth,
            mood: state.mood,
            stage: state.stage,
            searched: false,
            next: Vec::new(),
            ends: Vec::new(),
            hope: Hope::None,
            rest: Vec::new(),
            meant: self.is_meant(state),
            distances: self.distances_of(state),
        });
        number
    }

    /// Whether something happened that is marked as final.
    fn is_meant(&self, state: &State) -> bool {
        let facts = self.scenario.facts.iter().enumerate();
        let moves = self.scenario.moves.iter().enumerate();
        let mut told = facts.filter(|(_, it)| it.is_final).map(|(it, _)| it);
        let mut made = moves.filter(|(_, it)| it.is_final).map(|(it, _)| it);
        told.any(|it| state.told(it)) || made.any(|it| state.has_made(it))
    }

    /// To every ending, every open worry and every accepted solution, and out of the stage.
    fn distances_of(&self, state: &State) -> Box<[Distance]> {
        let scenario = self.scenario;
        let endings = (0..scenario.endings.len()).map(|it| self.distances.to_ending(it, state));
        let worries = (0..scenario.worries.len()).map(|it| self.distances.to_worry(it, state));
        let solutions = 0..scenario.solutions.len();
        let solutions = solutions.map(|it| self.distances.to_solution(it, state));
        let leaving = [self.distances.to_leaving(state)];
        let goals = endings.chain(worries).chain(solutions);
        goals.chain(leaving).collect()
    }

    /// How far the ending is from a state.
    pub(super) fn to_ending(&self, node: NodeId, ending: EndingId) -> Distance {
        self.distance(node, ending)
    }

    /// How far a state is from one in which the worry is open.
    pub(super) fn to_worry(&self, node: NodeId, worry: WorryId) -> Distance {
        self.distance(node, self.scenario.endings.len() + worry)
    }

    /// How far a state is from one in which the solution is accepted.
    pub(super) fn to_solution(&self, node: NodeId, solution: SolutionId) -> Distance {
        let before = self.scenario.endings.len() + self.scenario.worries.len();
        self.distance(node, before + solution)
    }

    /// How far a state is from leaving this stage, in which it must be.
    pub(super) fn to_leaving(&self, node: NodeId, stage: StageId) -> Distance {
        if self.node(node).stage != stage {
            return FAR;
        }
        let last = self.node(node).distances.last();
        last.copied().unwrap_or(FAR)
    }

    /// How many exits lie between a state and a stage.
    pub(super) fn to_stage(&self, node: NodeId, stage: StageId) -> Distance {
        self.distances.way(self.node(node).stage, stage)
    }

    fn distance(&self, node: NodeId, goal: usize) -> Distance {
        self.node(node).distances.get(goal).copied().unwrap_or(0)
    }

    pub(super) fn node(&self, node: NodeId) -> &Node {
        &self.nodes[node as usize]
    }

    fn node_mut(&mut self, node: NodeId) -> &mut Node {
        &mut self.nodes[node as usize]
    }

    /// All states found so far.
    pub(super) fn ids(&self) -> Range<NodeId> {
        0..NodeId::try_from(self.nodes.len()).unwrap_or(NodeId::MAX)
    }

    /// The replies that lead to a state.
    fn way_to(&self, node: NodeId) -> Vec<ReplyId> {
        let mut way = Vec::new();
        let mut here = node;
        while let Some((before, reply)) = self.node(here).from {
            way.push(reply);
            here = before;
        }
        way.reverse();
        way
    }

    /// The state itself, brought about by its replies.
    pub(super) fn state_of(&mut self, node: NodeId) -> State {
        let Some((before, reply)) = self.node(node).from else {
            return self.start.clone();
        };
        let mut state = match &self.latest {
            Some((latest, state)) if *latest == before => state.clone(),
            _ => self.after(&self.way_to(before)),
        };
        self.latest = Some((before, state.clone()));
        self.go_on(&mut state, reply);
        state
    }

    fn after(&self, way: &[ReplyId]) -> State {
        let mut state = self.start.clone();
        for reply in way {
            if state.ended.is_some() {
                break;
            }
            self.go_on(&mut state, *reply);
        }
        state
    }

    /// One turn.
    fn go_on(&self, state: &mut State, reply: ReplyId) -> Turn {
        let text = self.alphabet.text(reply);
        customer::step(self.scenario, self.reader, state, text, SEED)
    }

    /// The words that lead to a state.
    pub(super) fn words_to(&self, node: NodeId) -> Vec<String> {
        self.words(&self.way_to(node))
    }

    /// A short conversation with this ending: what can be left out of the one that was found is.
    pub(super) fn way_to_ending(&self, ending: EndingId) -> Option<Vec<ReplyId>> {
        let (node, last) = self.endings.get(ending).copied().flatten()?;
        let mut way = self.way_to(node);
        way.push(last);
        let mut at = 0;
        while at < way.len() {
            let mut shorter = way.clone();
            shorter.remove(at);
            if self.after(&shorter).ended == Some(ending) {
                way = shorter;
            } else {
                at += 1;
            }
        }
        Some(way)
    }

    pub(super) fn words(&self, way: &[ReplyId]) -> Vec<String> {
        let texts = way.iter().map(|it| self.alphabet.text(*it).to_owned());
        texts.collect()
    }
}
