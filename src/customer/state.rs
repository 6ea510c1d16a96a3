//! How a conversation stands.

use std::collections::BTreeSet;

use crate::{
    acts::{ActSet, AgentAct, History},
    customer::{echo::Echo, exchange::Spoken},
    ground::dice::Dice,
    scenario::{
        Added, CountId, EndingId, Fact, FactId, LineId, Lines, Mood, Move, MoveId, Scenario,
        SolutionId, StageId, WorryId, belongs_in,
    },
};

/// Where a worry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorryState {
    /// Not brought up yet.
    Dormant,
    /// Brought up and not put to rest.
    Open {
        /// The turn in which it was last spoken of.
        since: u32,
        /// How often the customer came back to it.
        pressed: u32,
    },
    /// Put to rest.
    Settled,
}

/// All that the next turn depends on, beside the reply and the dice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Replies so far.
    pub turn: u32,
    /// How the customer feels.
    pub mood: Mood,
    /// The present stage.
    pub stage: StageId,
    /// The turn in which it was entered.
    pub(super) stage_since: u32,
    /// Blunders in which the customer was contradicted, ordered about or insulted.
    pub strikes: u8,
    /// Replies in a row that brought nothing new.
    pub quiet: u32,
    /// What the agent has done so far.
    pub done: ActSet<AgentAct>,
    /// What was said, as far as reading depends on it.
    pub history: History,
    /// The ending reached.
    pub ended: Option<EndingId>,
    pub(super) told: Vec<bool>,
    /// Patterns by which the agent asked for facts.
    pub(super) asked: BTreeSet<u32>,
    pub(super) worries: Vec<WorryState>,
    pub(super) accepted: Vec<bool>,
    pub(super) offered_before: Vec<bool>,
    /// Solutions that they turned down for one that they had taken.
    pub(super) turned_down: BTreeSet<SolutionId>,
    /// How often each line was spoken.
    pub(super) spoken: Vec<u16>,
    pub(super) moves_made: BTreeSet<MoveId>,
    pub(super) shifts_made: BTreeSet<usize>,
    /// The turn in which they last came back to an open worry.
    pub(super) pressed_at: u32,
    /// How far the scenario's counts stand.
    pub(super) counts: Vec<u32>,
    /// Facts that the customer's last line told.
    pub(super) told_last: Vec<FactId>,
    /// What the customer said last, part by part.
    pub(super) said: Vec<Spoken>,
    /// What they said last that tells something, part by part.
    pub(super) told_parts: Vec<Spoken>,
    /// Empathy formulas used so far, as folded words.
    pub(super) formulas: BTreeSet<Box<str>>,
    /// Replies in a row that were not understood.
    pub(super) unclear: u32,
    /// Silent turns in a row.
    pub(super) silent: u32,
    /// Whether the agent has just announced a wait.
    pub(super) on_hold: bool,
}

impl State {
    /// The state before the first word.
    pub fn new(scenario: &Scenario) -> Self {
        Self {
            turn: 0,
            mood: scenario.customer.mood,
            stage: 0,
            stage_since: 0,
            strikes: 0,
            quiet: 0,
            done: ActSet::EMPTY,
            history: History::default(),
            ended: None,
            told: vec![false; scenario.facts.len()],
            asked: BTreeSet::new(),
            worries: vec![WorryState::Dormant; scenario.worries.len()],
            accepted: vec![false; scenario.solutions.len()],
            turned_down: BTreeSet::new(),
            offered_before: vec![false; scenario.solutions.len()],
            spoken: vec![0; scenario.line_count()],
            moves_made: BTreeSet::new(),
            shifts_made: BTreeSet::new(),
            pressed_at: 0,
            counts: vec![0; scenario.counts.len()],
            told_last: Vec::new(),
            said: Vec::new(),
            told_parts: Vec::new(),
            formulas: BTreeSet::new(),
            unclear: 0,
            silent: 0,
            on_hold: false,
        }
    }

    /// How far a count stands.
    pub fn counted(&self, count: CountId) -> u32 {
        self.counts.get(count).copied().unwrap_or_default()
    }

    pub(super) fn count(&mut self, added: &[Added]) {
        for it in added {
            if let Some(count) = self.counts.get_mut(it.count) {
                *count = count.saturating_add(it.by);
            }
        }
    }

    /// Whether the fact was told.
    pub fn told(&self, fact: FactId) -> bool {
        self.told.get(fact).copied().unwrap_or_default()
    }

    /// What whoever asks for the fact is told as things stand: it, or of what has taken its place the last.
    pub(super) fn fact_now(&self, fact: FactId, scenario: &Scenario) -> FactId {
        let mut later = scenario.facts[fact].later.iter().rev().copied();
        let now = later.find(|it| {
            let Fact { since, stages, .. } = &scenario.facts[*it];
            self.has_come(since, stages)
        });
        now.unwrap_or(fact)
    }

    /// What whoever calls for the move hears as things stand: it, or of what has taken its place the last.
    pub(super) fn move_now(&self, made: MoveId, scenario: &Scenario) -> MoveId {
        let mut later = scenario.moves[made].later.iter().rev().copied();
        let now = later.find(|it| {
            let Move { since, stages, .. } = &scenario.moves[*it];
            self.has_come(since, stages)
        });
        now.unwrap_or(made)
    }

    /// Whether one of the solutions was accepted, where any is named, and this is one of the stages.
    fn has_come(&self, since: &[SolutionId], stages: &[StageId]) -> bool {
        let accepted = since.is_empty() || since.iter().any(|it| self.accepted(*it));
        accepted && self.is_here(stages)
    }

    /// Whether the fact, or what has taken its place, can be told in the present stage.
    pub(super) fn can_tell(&self, fact: FactId, scenario: &Scenario) -> bool {
        let now = &scenario.facts[self.fact_now(fact, scenario)];
        let belongs = !now.common || self.has_common_moves(scenario);
        belongs && self.is_here(&now.stages)
    }

    /// Where the worry stands.
    pub fn worry(&self, worry: WorryId) -> WorryState {
        self.worries
            .get(worry)
            .copied()
            .unwrap_or(WorryState::Dormant)
    }

    /// Whether the worry is raised and not settled.
    pub fn is_open(&self, worry: WorryId) -> bool {
        matches!(self.worry(worry), WorryState::Open { .. })
    }

    /// Whether the solution was accepted.
    pub fn accepted(&self, solution: SolutionId) -> bool {
        self.accepted.get(solution).copied().unwrap_or_default()
    }

    /// Where each worry stands.
    pub fn worries(&self) -> &[WorryState] {
        &self.worries
    }

    /// Whether each solution was accepted.
    pub fn solutions_accepted(&self) -> &[bool] {
        &self.accepted
    }

    /// Whether any solution was accepted.
    pub fn any_accepted(&self) -> bool {
        self.accepted.contains(&true)
    }

    /// How much was told, settled and offered so far: what a reply brings on if it brings anything.
    pub(super) fn progress(&self) -> usize {
        let settled = self
            .worries
            .iter()
            .filter(|it| **it == WorryState::Settled)
            .count();
        let told = self.told.iter().filter(|it| **it).count();
        settled + told + self.offered_before.iter().filter(|it| **it).count()
    }

    /// Whether the move was made.
    pub fn has_made(&self, made: MoveId) -> bool {
        self.moves_made.contains(&made)
    }

    /// What the customer said last, part by part.
    pub fn last_said(&self) -> &[Spoken] {
        &self.said
    }

    /// How often a line was spoken.
    pub fn spoken(&self, line: LineId) -> u16 {
        self.spoken.get(line as usize).copied().unwrap_or_default()
    }

    pub(super) fn is_here(&self, stages: &[StageId]) -> bool {
        belongs_in(stages, self.stage)
    }

    /// Whether the common moves belong to the present stage.
    pub(super) fn has_common_moves(&self, scenario: &Scenario) -> bool {
        scenario.stages.get(self.stage).is_none_or(|it| it.common)
    }

    /// Whether the move may be made here and now, its condition aside.
    pub(super) fn may_make(&self, number: MoveId, scenario: &Scenario) -> bool {
        let it = &scenario.moves[number];
        let again = it.once && self.moves_made.contains(&number);
        let belongs = !it.common || self.has_common_moves(scenario);
        !again && belongs && self.is_here(&it.stages)
    }

    /// A line that was drawn is not said after all.
    pub(super) fn take_back(&mut self, line: LineId) {
        if let Some(count) = self.spoken.get_mut(line as usize) {
            *count = count.saturating_sub(1);
        }
    }

    /// Draws a line for the present mood and marks it spoken: one that was never spoken, from the
    /// nearest mood that has one left, there one of least `echo`, else the one spoken least.
    pub(super) fn draw(
        &mut self,
        lines: &Lines,
        dice: &mut Dice,
        echo: impl Fn(LineId) -> Echo,
    ) -> Option<LineId> {
        let moods = || lines.nearest(self.mood.band());
        let fresh = moods().find_map(|own| {
            let left = own.iter().copied().filter(|it| self.spoken(*it) == 0);
            let left: Vec<(LineId, Echo)> = left.map(|it| (it, echo(it))).collect();
            let least = left.iter().map(|(_, echo)| *echo).min()?;
            let left = left.iter().filter(|(_, echo)| *echo == least);
            let left: Vec<LineId> = left.map(|(it, _)| *it).collect();
            left.get(dice.below(left.len())).copied()
        });
        let worn = || moods().flatten().copied().min_by_key(|it| self.spoken(*it));
        let line = fresh.or_else(worn)?;
        self.mark_spoken(line);
        Some(line)
    }

    /// Draws a line of the present mood that was never spoken and marks it so; `None` where none is left.
    pub(super) fn draw_new(&mut self, lines: &Lines, dice: &mut Dice) -> Option<LineId> {
        let own = lines.nearest(self.mood.band()).next()?;
        let left = own.iter().copied().filter(|it| self.spoken(*it) == 0);
        let left: Vec<LineId> = left.collect();
        let line = left.get(dice.below(left.len())).copied()?;
        self.mark_spoken(line);
        Some(line)
    }

    fn mark_spoken(&mut self, line: LineId) {
        if let Some(count) = self.spoken.get_mut(line as usize) {
            *count = count.saturating_add(1);
        }
    }
}
