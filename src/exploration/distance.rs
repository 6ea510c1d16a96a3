//! How far a state is from what a condition asks for: what the search goes by.
//!
//! A distance is the number of things still to be brought about, each worth about a reply. It is a
//! guess, but for [`FAR`], which is none: what was told stays told, what was settled stays settled,
//! and a stage that leads nowhere leads nowhere.

use crate::{
    customer::{State, WorryState},
    scenario::{
        Added, Band, Clause, Condition, EndingId, FactId, Part, Role, Scenario, Shows, SolutionId,
        StageExit, StageId, WorryId,
    },
};

/// How far: about so many replies.
pub(super) type Distance = u16;

/// It cannot be brought about any more.
pub(super) const FAR: Distance = Distance::MAX;

/// How deep a chain of moves that tell what other moves need is followed.
const DEEPEST: u8 = 3;

/// … and where a way into a stage is looked at from afar.
const SHALLOW: u8 = 1;

/// What an ending that comes before another one in the list adds, where it would come instead; an exit too.
const IN_THE_WAY: Distance = 3;

/// How much of a mood one good reply moves.
const CALMED: u8 = 6;
const UPSET: u8 = 12;
const WON: u8 = 4;
const LOST: u8 = 8;

/// How the parts of a scenario lead to each other.
#[derive(Debug)]
pub(super) struct Distances<'a> {
    scenario: &'a Scenario,
    /// By fact: whether it can be told without a move that tells it.
    tellable: Vec<bool>,
    /// By stage and stage: how many exits lie between.
    ways: Vec<Vec<Distance>>,
}

impl<'a> Distances<'a> {
    pub(super) fn new(scenario: &'a Scenario) -> Self {
        Self {
            scenario,
            tellable: tellable(scenario),
            ways: ways(scenario),
        }
    }

    /// How far the ending is, those before it in the way.
    pub(super) fn to_ending(&self, ending: EndingId, state: &State) -> Distance {
        let endings = &self.scenario.endings;
        let Some(wanted) = endings.get(ending) else {
            return FAR;
        };
        let clauses = wanted.when.clauses().iter();
        let far = clauses
            .map(|it| {
                let says_goodbye = it.farewell == Some(true);
                let before = endings[..ending].iter().flat_map(|it| it.when.clauses());
                let blocks = |other: &&Clause| {
                    (other.farewell != Some(true) || says_goodbye)
                        && *other != it
                        && other.asks_of_the_reply_at_most_a_farewell()
                        && self.to_clause(other, state, 0) == 0
                };
                let in_the_way = before.filter(blocks).count();
                let penalty = Distance::try_from(in_the_way).unwrap_or(FAR);
                self.to_clause(it, state, DEEPEST)
                    .saturating_add(penalty.saturating_mul(IN_THE_WAY))
            })
            .min();
        far.unwrap_or(FAR)
    }

    /// How far the worry is from being open; 0 while it is.
    pub(super) fn to_worry(&self, worry: WorryId, state: &State) -> Distance {
        match state.worry(worry) {
            WorryState::Open { .. } => 0,
            WorryState::Settled => FAR,
            WorryState::Dormant => self.to_raising(worry, state, DEEPEST),
        }
    }

    /// How far the solution is from being accepted; 0 once it was.
    pub(super) fn to_solution(&self, solution: SolutionId, state: &State) -> Distance {
        self.to_accepting(solution, state, DEEPEST)
    }

    fn to_condition(&self, condition: &Condition, state: &State, deep: u8) -> Distance {
        let clauses = condition.clauses().iter();
        clauses
            .map(|it| self.to_clause(it, state, deep))
            .min()
            .unwrap_or(FAR)
    }

    fn to_clause(&self, clause: &Clause, state: &State, deep: u8) -> Distance {
        let never = clause.untold.iter().any(|it| state.told(*it))
            || clause.unsettled.iter().any(|it| is_settled(state, *it))
            || clause.not_accepted.iter().any(|it| state.accepted(*it))
            || clause.not_done.meets(state.done)
            || clause.turns.1 <= state.turn + 1;
        if never {
            return FAR;
        }
        sum([
            sum(clause.told.iter().map(|it| self.to_told(*it, state, deep))),
            sum(clause.open.iter().map(|it| match state.worry(*it) {
                WorryState::Open { .. } => 0,
                WorryState::Settled => FAR,
                WorryState::Dormant => self.to_raising(*it, state, deep),
            })),
            sum(clause.settled.iter().map(|it| match state.worry(*it) {
                WorryState::Settled => 0,
                WorryState::Open { .. } => 1,
                WorryState::Dormant => self.to_raising(*it, state, deep).saturating_add(1),
            })),
            nearest(&clause.accepted, |it| self.to_accepting(*it, state, deep)),
            nearest(&clause.offered, |it| {
                self.to_stage(&self.scenario.solutions[*it].stages, state)
            }),
            count(clause.done.iter().filter(|it| !state.done.contains(*it))),
            clause.stage.map_or(0, |it| self.to_there(it, state, deep)),
            sum(clause.counted.iter().map(|it| self.to_counted(*it, state))),
            to_counters(clause, state),
            to_mood(clause, state),
        ])
    }

    fn to_told(&self, fact: FactId, state: &State, deep: u8) -> Distance {
        if state.told(fact) {
            return 0;
        }
        let stages = &self.scenario.facts[fact].stages;
        if self.tellable[fact] {
            return self.to_stage(stages, state).saturating_add(1);
        }
        let tellers = self.scenario.moves.iter().enumerate();
        let tellers = tellers.filter(|(number, it)| {
            it.part != Part::Cue
                && it.tells.contains(&fact)
                && !(it.once && state.has_made(*number))
        });
        let nearest = tellers.map(|(_, it)| {
            let when = match deep.checked_sub(1) {
                Some(deep) if !it.when.is_free() => self.to_condition(&it.when, state, deep),
                _ => 0,
            };
            sum([1, when, self.to_stage(&it.stages, state)])
        });
        nearest.min().unwrap_or(FAR)
    }

    fn to_raising(&self, worry: WorryId, state: &State, deep: u8) -> Distance {
        let it = &self.scenario.worries[worry];
        let when = deep
            .checked_sub(1)
            .map_or(0, |deep| self.to_condition(&it.raise, state, deep));
        sum([1, when, self.to_stage(&it.stages, state)])
    }

    fn to_accepting(&self, solution: SolutionId, state: &State, deep: u8) -> Distance {
        let it = &self.scenario.solutions[solution];
        if state.accepted(solution) {
            return 0;
        }
        if it.refused {
            return FAR;
        }
        let needs = it.needs.iter();
        sum([
            1,
            match deep.checked_sub(1) {
                Some(deep) => sum(needs.map(|it| self.to_told(*it, state, deep))),
                None => 0,
            },
            count(it.after.iter().filter(|it| state.is_open(**it))),
            self.to_stage(&it.stages, state),
        ])
    }

    /// How far the nearest way out of the present stage is; [`FAR`] where there is none.
    pub(super) fn to_leaving(&self, state: &State) -> Distance {
        let here = self.scenario.stages.get(state.stage);
        let exits = here.iter().flat_map(|it| &it.exits);
        let exits = exits.map(|it| self.to_condition(&it.when, state, SHALLOW));
        let moves = self.scenario.moves.iter();
        let leading = moves.filter(|it| it.to.is_some() && it.can_be_made_in(state.stage));
        let leading = leading.map(|it| self.to_condition(&it.when, state, SHALLOW));
        exits.chain(leading).min().unwrap_or(FAR)
    }

    /// How far a stage is, with what the ways out of this one and those into that one ask for.
    fn to_there(&self, to: StageId, state: &State, deep: u8) -> Distance {
        let from = state.stage;
        let here = self.scenario.stages.get(from).filter(|_| from != to);
        let (Some(here), Some(deep)) = (here, deep.checked_sub(1)) else {
            return self.way(from, to);
        };
        let exits = here.exits.iter().map(|it| (it.to, &it.when));
        let moves = self.scenario.moves.iter();
        let moves = moves.filter(|it| it.can_be_made_in(from));
        let leads = moves.filter_map(|it| Some((it.to?, &it.when)));
        let near = exits
            .chain(leads)
            .filter(|(next, _)| self.way(*next, to) != FAR);
        let ways = near.map(|(next, when)| {
            let out = self.to_condition(when, state, deep).max(1);
            self.way(next, to).saturating_add(out)
        });
        let out = ways.min().unwrap_or(FAR);
        // whatever the way, it ends with one of these
        out.max(self.to_coming_in(to, state, deep.min(SHALLOW)))
    }

    /// How far the nearest way into a stage is from being open, wherever it begins.
    fn to_coming_in(&self, to: StageId, state: &State, deep: u8) -> Distance {
        let stages = self.scenario.stages.iter();
        let stages = stages.filter(|it| it.exits.iter().any(|it| it.to == to));
        let exits = stages.map(|it| self.to_taking(&it.exits, to, state, deep));
        let moves = self.scenario.moves.iter().filter(|it| it.to == Some(to));
        let moves = moves.map(|it| self.to_condition(&it.when, state, deep));
        exits.chain(moves).min().unwrap_or(FAR)
    }

    /// How far one of these exits that leads there is; of several that are open the first is taken.
    fn to_taking(&self, exits: &[StageExit], to: StageId, state: &State, deep: u8) -> Distance {
        let (mut before, mut nearest) = (FAR, FAR);
        for exit in exits {
            let when = self.to_condition(&exit.when, state, deep);
            if exit.to == to {
                let in_the_way = if before <= when { IN_THE_WAY } else { 0 };
                nearest = nearest.min(when.saturating_add(in_the_way));
            } else {
                before = before.min(when);
            }
        }
        nearest
    }

    /// How far a count is from being so high: by the replies of this stage, or by moves.
    fn to_counted(&self, added: Added, state: &State) -> Distance {
        let missing = added.by.saturating_sub(state.counted(added.count));
        if missing == 0 {
            return 0;
        }
        let adds = |it: &[Added]| it.iter().any(|it| it.count == added.count);
        let missing = Distance::try_from(missing).unwrap_or(FAR);
        let here = self.scenario.stages.get(state.stage);
        if here.is_some_and(|it| adds(&it.counts)) {
            return missing;
        }
        let moves = self.scenario.moves.iter().filter(|it| adds(&it.counts));
        let nearest = moves.map(|it| self.to_stage(&it.stages, state)).min();
        missing.saturating_add(nearest.unwrap_or(0))
    }

    /// How far the nearest of these stages is; all are here where there are none.
    fn to_stage(&self, stages: &[StageId], state: &State) -> Distance {
        nearest(stages, |it| self.way(state.stage, *it))
    }

    /// Over how many exits one comes from stage to stage.
    pub(super) fn way(&self, from: StageId, to: StageId) -> Distance {
        let ways = self.ways.get(from);
        ways.and_then(|it| it.get(to)).copied().unwrap_or(0)
    }
}

impl Clause {
    /// Whether it holds for almost any reply, or for any goodbye.
    fn asks_of_the_reply_at_most_a_farewell(&self) -> bool {
        self.wants_no_words_or_acts() && self.after.is_empty() && self.last.is_empty()
    }
}

fn to_counters(clause: &Clause, state: &State) -> Distance {
    let more =
        |wanted: u32, has: u32| Distance::try_from(wanted.saturating_sub(has)).unwrap_or(FAR);
    sum([
        // the next reply is one turn on
        more(clause.turns.0, state.turn + 1),
        more(clause.strikes_from.into(), state.strikes.into()),
        more(clause.quiet_from, state.quiet),
    ])
}

fn to_mood(clause: &Clause, state: &State) -> Distance {
    let mood = state.mood;
    sum([
        nearest(&clause.moods, |it| to_band(*it, mood.tension)),
        to_bounds(
            (clause.tension.0, clause.tension.1),
            mood.tension,
            (UPSET, CALMED),
        ),
        to_bounds((clause.trust.0, clause.trust.1), mood.trust, (WON, LOST)),
        to_bounds(
            (clause.patience.0, clause.patience.1),
            mood.patience,
            (WON, LOST),
        ),
    ])
}

/// How far a tension is from a band.
pub(super) fn to_band(band: Band, tension: u8) -> Distance {
    let bounds = match band {
        Band::Calm => (0, 34),
        Band::Tense => (34, 67),
        Band::Panicked => (67, u8::MAX),
    };
    to_bounds(bounds, tension, (UPSET, CALMED))
}

/// How far a value is from `from..below`, a reply moving it up or down by so much.
fn to_bounds((from, below): (u8, u8), value: u8, (up, down): (u8, u8)) -> Distance {
    let replies = |gap: u8, step: u8| Distance::from(gap.div_ceil(step));
    if value < from {
        replies(from - value, up)
    } else if value >= below {
        replies(value - below + 1, down)
    } else {
        0
    }
}

fn is_settled(state: &State, worry: WorryId) -> bool {
    state.worry(worry) == WorryState::Settled
}

fn sum(distances: impl IntoIterator<Item = Distance>) -> Distance {
    distances.into_iter().fold(0, Distance::saturating_add)
}

fn count<T>(things: impl Iterator<Item = T>) -> Distance {
    Distance::try_from(things.count()).unwrap_or(FAR)
}

/// The least of the distances; none where nothing is asked for.
fn nearest<T>(things: &[T], distance: impl Fn(&T) -> Distance) -> Distance {
    things.iter().map(distance).min().unwrap_or(0)
}

/// By fact: whether the agent can learn it without a move that tells it: it is told, or they show
/// that they know it.
fn tellable(scenario: &Scenario) -> Vec<bool> {
    let mut tellable = speakable(scenario);
    for role in &scenario.roles {
        if let Role::Mentions(fact) = role {
            tellable[*fact] = true;
        }
    }
    tellable
}

/// By fact: whether it is part of the story, slips out, or is an answer to questions.
pub(super) fn speakable(scenario: &Scenario) -> Vec<bool> {
    let facts = scenario.facts.iter().enumerate();
    let mut speakable: Vec<bool> = facts
        .map(|(number, it)| it.unasked.is_some() || scenario.customer.story.contains(&number))
        .collect();
    let asked = scenario.roles.iter().filter_map(|it| match it {
        Role::Asks(fact, _) => Some(*fact),
        _ => None,
    });
    let alike = scenario.examples.iter().filter_map(|it| match it.shows {
        Shows::Asks(fact) => Some(fact),
        _ => None,
    });
    for fact in asked.chain(alike) {
        speakable[fact] = true;
    }
    speakable
}

/// By stage and stage: over how many exits one comes there.
fn ways(scenario: &Scenario) -> Vec<Vec<Distance>> {
    let stages = &scenario.stages;
    let from = |start: StageId| {
        let mut ways = vec![FAR; stages.len()];
        let (mut here, mut steps) = (vec![start], 0);
        while !here.is_empty() {
            here.retain(|it| ways[*it] == FAR);
            for stage in &here {
                ways[*stage] = steps;
            }
            let exits = here.iter().flat_map(|it| &stages[*it].exits);
            let moves = scenario
                .moves
                .iter()
                .filter(|it| here.iter().any(|stage| it.can_be_made_in(*stage)));
            let led = moves.filter_map(|it| it.to);
            here = exits.map(|it| it.to).chain(led).collect();
            steps += 1;
        }
        ways
    };
    (0..stages.len()).map(from).collect()
}
