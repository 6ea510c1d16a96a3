//! Conditions, compiled, and what they are held against.

use crate::{
    acts::{ActSet, AgentAct, CustomerAct},
    scenario::{
        desk::{DeskWork, Promise, Transfer},
        model::{Added, CountId, FactId, SolutionId, StageId, WorryId},
        mood::{Band, Mood},
    },
};

/// A list of phrases that one condition listens for, by number.
pub type HeardId = usize;

/// One of these must hold; none of them never does.
#[derive(Debug, Default, Clone)]
pub struct Condition {
    pub(crate) any: Vec<Clause>,
}

/// All of this must hold.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Clause {
    pub(crate) acts: ActSet<AgentAct>,
    pub(crate) all_acts: ActSet<AgentAct>,
    pub(crate) no_acts: ActSet<AgentAct>,
    pub(crate) heard: Option<HeardId>,
    pub(crate) not_heard: Option<HeardId>,
    pub(crate) last: Vec<FactId>,
    pub(crate) promised: Vec<Promise>,
    pub(crate) goodwill_over: Option<bool>,
    pub(crate) transfer: Option<Transfer>,
    pub(crate) leaked: Option<bool>,
    pub(crate) after: ActSet<CustomerAct>,
    pub(crate) done: ActSet<AgentAct>,
    pub(crate) not_done: ActSet<AgentAct>,
    pub(crate) told: Vec<FactId>,
    pub(crate) untold: Vec<FactId>,
    pub(crate) open: Vec<WorryId>,
    pub(crate) settled: Vec<WorryId>,
    pub(crate) unsettled: Vec<WorryId>,
    pub(crate) accepted: Vec<SolutionId>,
    pub(crate) not_accepted: Vec<SolutionId>,
    pub(crate) offered: Vec<SolutionId>,
    pub(crate) moods: Vec<Band>,
    pub(crate) tension: Bounds,
    pub(crate) trust: Bounds,
    pub(crate) patience: Bounds,
    pub(crate) turns: Turns,
    pub(crate) strikes_from: u8,
    pub(crate) quiet_from: u32,
    pub(crate) asks: Option<bool>,
    pub(crate) farewell: Option<bool>,
    pub(crate) worn: Option<bool>,
    pub(crate) counted: Vec<Added>,
    pub(crate) stage: Option<StageId>,
}

/// At least the first and below the second turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Turns(pub(crate) u32, pub(crate) u32);

impl Default for Turns {
    fn default() -> Self {
        Self(0, u32::MAX)
    }
}

/// At least the first and below the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bounds(pub(crate) u8, pub(crate) u8);

impl Default for Bounds {
    fn default() -> Self {
        Self(0, u8::MAX)
    }
}

impl Bounds {
    const fn hold(self, value: u8) -> bool {
        self.0 <= value && value < self.1
    }
}

/// The situation that conditions ask about: the reply, and how the conversation stands.
pub trait Facing {
    /// What the reply does.
    fn acts(&self) -> ActSet<AgentAct>;
    /// What the agent has done so far, this reply included.
    fn done(&self) -> ActSet<AgentAct>;
    /// What the customer did in their last line.
    fn after(&self) -> ActSet<CustomerAct>;
    /// Whether a phrase of this list was heard in the reply.
    fn heard(&self, list: HeardId) -> bool;
    /// Whether the customer's last line told the fact.
    fn told_last(&self, fact: FactId) -> bool;
    /// Whether the reply asks something.
    fn asks(&self) -> bool;
    /// What the reply comes to at this desk.
    fn desk_work(&self) -> DeskWork;
    /// Whether the fact was told.
    fn told(&self, fact: FactId) -> bool;
    /// Whether the worry is raised and not settled.
    fn open(&self, worry: WorryId) -> bool;
    /// Whether the worry is settled.
    fn settled(&self, worry: WorryId) -> bool;
    /// Whether the solution was accepted.
    fn accepted(&self, solution: SolutionId) -> bool;
    /// Whether the reply offers the solution.
    fn offered(&self, solution: SolutionId) -> bool;
    /// The present mood.
    fn mood(&self) -> Mood;
    /// Which reply this is, counted from 1.
    fn turn(&self) -> u32;
    /// Strikes so far.
    fn strikes(&self) -> u8;
    /// How many replies in a row brought nothing new.
    fn quiet(&self) -> u32;
    /// Whether the reply repeats an empathy formula.
    fn worn(&self) -> bool;
    /// How far a count stands.
    fn counted(&self, count: CountId) -> u32;
    /// The present stage.
    fn stage(&self) -> StageId;
}

impl Condition {
    /// Whether it holds in this situation.
    pub fn holds(&self, facing: &impl Facing) -> bool {
        self.any.iter().any(|it| it.holds(facing))
    }

    /// Whether it asks for nothing at all.
    pub const fn is_free(&self) -> bool {
        self.any.is_empty()
    }

    /// Whether it could hold, whatever phrases and acts it looks for: what its author foresaw may come in other
    /// words, and be read as other acts. A condition without clauses could.
    pub fn allows(&self, facing: &impl Facing) -> bool {
        self.is_free() || self.any.iter().any(|it| it.allows(facing))
    }

    /// The clauses of which one must hold.
    pub(crate) fn clauses(&self) -> &[Clause] {
        &self.any
    }

    /// What it asks of the reply and of what was said just before it, however things stand.
    #[must_use]
    pub(crate) fn of_what_is_said(&self) -> Self {
        Self {
            any: self.any.iter().map(Clause::of_what_is_said).collect(),
        }
    }

    /// The phrase lists that it listens for.
    pub fn heard_lists(&self) -> impl Iterator<Item = HeardId> {
        self.any.iter().filter_map(|it| it.heard)
    }

    /// Whether every clause asks for what was told last.
    pub fn hangs_on_the_last(&self) -> bool {
        !self.is_free() && self.any.iter().all(|it| !it.last.is_empty())
    }

    /// Whether some clause waits for nothing that a reply says or does.
    pub fn is_deaf(&self) -> bool {
        self.any.iter().any(Clause::is_deaf)
    }

    /// Whether it holds by a clause that listens for no phrase.
    pub fn holds_unheard(&self, facing: &impl Facing) -> bool {
        self.any
            .iter()
            .any(|it| it.heard.is_none() && it.holds(facing))
    }

    /// The acts of which it asks for one.
    pub fn acts(&self) -> ActSet<AgentAct> {
        let acts = self.any.iter().map(|it| it.acts);
        acts.fold(ActSet::default(), ActSet::union)
    }

    /// Whether it asks anything of the reply itself, not only of how things stand.
    pub fn hangs_on_the_reply(&self) -> bool {
        self.any.iter().any(Clause::hangs_on_the_reply)
    }

    /// Whether it holds by a clause that asks for more of the reply than its acts: words, an offer, a
    /// promise, a transfer.
    pub fn holds_by_what_is_said(&self, facing: &impl Facing) -> bool {
        self.any
            .iter()
            .any(|it| it.asks_what_is_said() && it.holds(facing))
    }

    /// Whether it holds with phrases of `list` in view: some clause that listens for it does.
    pub fn holds_by(&self, list: HeardId, facing: &impl Facing) -> bool {
        self.any
            .iter()
            .any(|it| it.heard == Some(list) && it.holds(facing))
    }
}

impl Clause {
    fn of_what_is_said(&self) -> Self {
        Self {
            acts: self.acts,
            all_acts: self.all_acts,
            no_acts: self.no_acts,
            heard: self.heard,
            not_heard: self.not_heard,
            last: self.last.clone(),
            promised: self.promised.clone(),
            goodwill_over: self.goodwill_over,
            transfer: self.transfer,
            leaked: self.leaked,
            after: self.after,
            offered: self.offered.clone(),
            asks: self.asks,
            farewell: self.farewell,
            worn: self.worn,
            ..Self::default()
        }
    }

    fn holds(&self, facing: &impl Facing) -> bool {
        self.holds_for_reply(facing) && self.holds_for_standing(facing)
    }

    fn holds_for_reply(&self, facing: &impl Facing) -> bool {
        self.heard.is_none_or(|it| facing.heard(it))
            && self.acts_fit(facing)
            && self.circumstances_fit(facing)
    }

    /// Whether it holds but for the phrases and acts that it looks for.
    fn allows(&self, facing: &impl Facing) -> bool {
        self.circumstances_fit(facing) && self.holds_for_standing(facing)
    }

    /// Whether the reply does what it asks for.
    fn acts_fit(&self, facing: &impl Facing) -> bool {
        let acts = facing.acts();
        (self.acts.is_empty() || self.acts.meets(acts))
            && acts.covers(self.all_acts)
            && !self.no_acts.meets(acts)
    }

    /// Whether it holds for the reply but for the words and acts that it looks for.
    fn circumstances_fit(&self, facing: &impl Facing) -> bool {
        !self.not_heard.is_some_and(|it| facing.heard(it))
            && (self.last.is_empty() || self.last.iter().any(|it| facing.told_last(*it)))
            && self.holds_at_desk(facing.desk_work())
            && (self.after.is_empty() || self.after.meets(facing.after()))
            && (self.offered.is_empty() || self.offered.iter().any(|it| facing.offered(*it)))
            && self.asks.is_none_or(|it| it == facing.asks())
            && self
                .farewell
                .is_none_or(|it| it == facing.acts().contains(AgentAct::Farewell))
            && self.worn.is_none_or(|it| it == facing.worn())
    }

    /// Whether it waits for nothing that a reply says or does.
    fn is_deaf(&self) -> bool {
        self.wants_no_words_or_acts()
            && self.asks.is_none()
            && self.farewell.is_none()
            && self.quiet_from == 0
    }

    /// Whether it waits for no words, acts or desk work of the reply, a goodbye aside.
    pub(crate) fn wants_no_words_or_acts(&self) -> bool {
        self.acts.union(self.all_acts).is_empty()
            && self.heard.is_none()
            && self.offered.is_empty()
            && self.promised.is_empty()
            && self.transfer.is_none()
            && self.goodwill_over.is_none()
            && self.leaked.is_none()
            && self.worn.is_none()
    }

    fn hangs_on_the_reply(&self) -> bool {
        !self.acts.union(self.all_acts).is_empty()
            || !self.last.is_empty()
            || self.goodwill_over.is_some()
            || self.leaked.is_some()
            || self.worn.is_some()
            || self.asks_what_is_said()
    }

    const fn asks_what_is_said(&self) -> bool {
        self.heard.is_some()
            || !self.offered.is_empty()
            || !self.accepted.is_empty()
            || !self.promised.is_empty()
            || self.transfer.is_some()
    }

    fn holds_at_desk(&self, work: DeskWork) -> bool {
        let promised = work.promised.is_some_and(|it| self.promised.contains(&it));
        (self.promised.is_empty() || promised)
            && self.goodwill_over.is_none_or(|it| it == work.goodwill_over)
            && self.transfer.is_none_or(|it| work.transfer == Some(it))
            && self.leaked.is_none_or(|it| it == work.leaked)
    }

    fn holds_for_standing(&self, facing: &impl Facing) -> bool {
        let mood = facing.mood();
        facing.done().covers(self.done)
            && !self.not_done.meets(facing.done())
            && self.told.iter().all(|it| facing.told(*it))
            && !self.untold.iter().any(|it| facing.told(*it))
            && self.open.iter().all(|it| facing.open(*it))
            && self.settled.iter().all(|it| facing.settled(*it))
            && !self.unsettled.iter().any(|it| facing.settled(*it))
            && (self.accepted.is_empty() || self.accepted.iter().any(|it| facing.accepted(*it)))
            && !self.not_accepted.iter().any(|it| facing.accepted(*it))
            && (self.moods.is_empty() || self.moods.contains(&mood.band()))
            && self.tension.hold(mood.tension)
            && self.trust.hold(mood.trust)
            && self.patience.hold(mood.patience)
            && self.turns.0 <= facing.turn()
            && facing.turn() < self.turns.1
            && self.strikes_from <= facing.strikes()
            && self.quiet_from <= facing.quiet()
            && self
                .counted
                .iter()
                .all(|it| facing.counted(it.count) >= it.by)
            && self.stage.is_none_or(|it| it == facing.stage())
    }
}
