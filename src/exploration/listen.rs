//! Hearing as many of the customer's lines as possible.

use crate::{
    exploration::{
        alphabet::ReplyId,
        distance::{Distance, FAR, to_band},
        graph::{Graph, NodeId},
        search::best_first,
        voices::{About, VoiceId},
    },
    scenario::{Band, StageId},
};

/// In so many states of each mood every reply is tried.
const PROBED: usize = 3;

/// For a list of lines that was not heard, so many states are tried in each round, and so many are
/// searched where none is known that seems fit. What is cheap comes first.
const ROUNDS: [(usize, usize); 3] = [(2, 0), (6, 0), (2, 3)];

/// So many times in a row the word is left to the customer.
const PATIENCE: usize = 5;

/// … until they have told their story, and ask what now.
const LONG_PATIENCE: usize = 14;

/// Goes to every mood in every stage, and tries all replies there.
pub(super) fn visit_moods(graph: &mut Graph<'_>, until: usize) {
    let stages = 0..graph.scenario.stages.len().max(1);
    let cells: Vec<(StageId, Band)> = stages
        .flat_map(|stage| Band::ALL.map(|band| (stage, band)))
        .collect();
    for (number, (stage, band)) in cells.iter().enumerate() {
        let left = until.saturating_sub(graph.tried) / (cells.len() - number);
        let until = graph.tried + left;
        let there = |graph: &Graph<'_>| -> Vec<NodeId> {
            let is_there = |it: &NodeId| {
                let node = graph.node(*it);
                node.stage == *stage && node.mood.band() == *band
            };
            graph.ids().filter(is_there).collect()
        };
        best_first(
            graph,
            |graph, node| {
                let far = to_band(*band, graph.node(node).mood.tension);
                graph.to_stage(node, *stage).saturating_add(far)
            },
            |graph| there(graph).len() >= PROBED,
            graph.tried + left / 3,
        );
        for node in spread(&there(graph), PROBED) {
            probe(graph, node, until);
        }
    }
}

/// Tries every reply that does not decide anything, for what the customer says to it.
fn probe(graph: &mut Graph<'_>, node: NodeId, until: usize) {
    let state = graph.state_of(node);
    for reply in graph.alphabet.probing() {
        if graph.tried < until {
            graph.step(&mut state.clone(), reply);
        }
    }
}

/// So many of these, from all over.
fn spread(nodes: &[NodeId], most: usize) -> Vec<NodeId> {
    let every = nodes.len().div_ceil(most).max(1);
    nodes.iter().copied().step_by(every).collect()
}

/// Tries to hear what nobody heard yet, in states that seem fit for it.
pub(super) fn listen(graph: &mut Graph<'_>, until: usize) {
    for (most, searched) in ROUNDS {
        for voice in 0..graph.voices.all().len() {
            if graph.tried < until && !is_heard(graph, voice) {
                if searched > 0 {
                    look_for_states(graph, voice, searched, until);
                }
                listen_for(graph, voice, most, until);
            }
        }
    }
}

fn is_heard(graph: &Graph<'_>, voice: VoiceId) -> bool {
    graph.voices.all()[voice].heard
}

/// Searches until there is a state that seems fit, or so many were searched.
fn look_for_states(graph: &mut Graph<'_>, voice: VoiceId, searched: usize, until: usize) {
    let until = until.min(graph.tried + searched * graph.alphabet.steering().len());
    best_first(
        graph,
        |graph, node| far(graph, voice, node),
        |graph| graph.ids().any(|it| far(graph, voice, it) == 0),
        until,
    );
}

fn listen_for(graph: &mut Graph<'_>, voice: VoiceId, most: usize, until: usize) {
    let fit = graph.ids().filter(|it| far(graph, voice, *it) == 0);
    let fit: Vec<NodeId> = fit.collect();
    let conversations = conversations(graph, voice);
    for node in spread(&fit, most) {
        let state = graph.state_of(node);
        for replies in &conversations {
            let mut here = state.clone();
            for reply in replies {
                if here.ended.is_none() && !is_heard(graph, voice) && graph.tried < until {
                    graph.step(&mut here, *reply);
                }
            }
        }
        if is_heard(graph, voice) {
            return;
        }
    }
}

/// How far a state is from one in which the lines might be spoken.
fn far(graph: &Graph<'_>, voice: VoiceId, node: NodeId) -> Distance {
    let voice = &graph.voices.all()[voice];
    let tension = graph.node(node).mood.tension;
    let bands = voice.bands.iter().map(|it| to_band(*it, tension));
    // what comes about by the reply itself is one away before it
    let before = |far: Distance| if far == 0 { FAR } else { far - 1 };
    let near = match voice.about {
        About::Worry(it) if voice.comes_first() => before(graph.to_worry(node, it)),
        About::Worry(it) => graph.to_worry(node, it),
        About::Solution(_) if voice.comes_early() => 0,
        About::Solution(it) if voice.comes_first() => before(graph.to_solution(node, it)),
        About::Solution(it) => graph.to_solution(node, it),
        About::Ending(it) => graph.to_ending(node, it).saturating_sub(1),
        About::Stage(it) => graph.to_stage(node, it).saturating_sub(1),
        About::Opening | About::Push | About::Fact(_) | About::Move(_) => 0,
    };
    near.saturating_add(bands.min().unwrap_or(0))
}

/// Replies that may bring the customer to speak the lines.
fn conversations(graph: &Graph<'_>, voice: VoiceId) -> Vec<Vec<ReplyId>> {
    let about = graph.voices.all()[voice].about;
    let own = graph.alphabet.serving(about);
    let twice = own.iter().map(|it| vec![*it, *it]);
    let yielding = graph.alphabet.yielding();
    let patience = if about == About::Push {
        LONG_PATIENCE
    } else {
        PATIENCE
    };
    let patient = yielding.iter().map(|it| vec![*it; patience]);
    match about {
        About::Worry(_) | About::Push | About::Opening => twice.chain(patient).collect(),
        About::Ending(_) => {
            let parting = graph.alphabet.parting().iter().map(|it| vec![*it]);
            twice.chain(parting).collect()
        }
        About::Move(it) => prepared(graph, it, &own),
        About::Fact(_) | About::Solution(_) | About::Stage(_) => twice.collect(),
    }
}

/// Each of these replies, after questions for what the move asks to have been told.
fn prepared(graph: &Graph<'_>, made: usize, own: &[ReplyId]) -> Vec<Vec<ReplyId>> {
    let clauses = graph.scenario.moves[made].when.clauses();
    let mut all: Vec<Vec<ReplyId>> = own.iter().map(|it| vec![*it]).collect();
    for clause in clauses {
        let facts = clause.told.iter().chain(clause.last.first());
        let questions = facts.filter_map(|it| {
            let questions = graph.alphabet.serving(About::Fact(*it));
            questions.first().copied()
        });
        let questions: Vec<ReplyId> = questions.collect();
        if !questions.is_empty() {
            let after = own.iter().map(|it| {
                let questions = questions.iter().copied();
                questions.chain([*it]).collect()
            });
            all.extend(after);
        }
    }
    all
}
