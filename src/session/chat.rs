//! One of the chats at a desk: since when its customer waits, and how long they will.

use crate::{
    acts::{AgentAct, AgentReading, Language},
    customer::{Wait, wait},
    scenario::Pace,
    session::practice::Practice,
};

/// How often a customer asks whether anybody is there before they leave.
const NUDGES: u32 = 2;

/// What waiting has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Impatience {
    /// They ask whether anybody is there.
    Asks,
    /// They leave.
    Leaves,
}

/// One of the chats.
#[derive(Debug, Clone)]
pub struct Chat {
    /// The conversation.
    pub practice: Practice,
    /// When the customer comes, in seconds.
    pub enters: u32,
    /// Since when they wait; `None` before they come, while they wait for nothing, and after they have gone.
    pub waits_since: Option<u32>,
    /// How long each of their messages waited for an answer, in seconds; those that waited for none are not there.
    pub waits: Vec<u32>,
    /// How often a wait was announced to them.
    pub announced: u32,
    /// How often they were taken for somebody else.
    pub mixed_up: u32,
    /// Whether they left without an answer.
    pub left: bool,
    has_come: bool,
    /// How often they have asked whether anybody is there, since the last answer.
    nudged: u32,
    /// By how many seconds longer they wait since a wait was announced, or since they agreed to something.
    patience: u32,
}

impl Chat {
    pub(super) const fn new(practice: Practice, enters: u32) -> Self {
        Self {
            practice,
            enters,
            waits_since: None,
            waits: Vec::new(),
            announced: 0,
            mixed_up: 0,
            left: false,
            has_come: false,
            nudged: 0,
            patience: 0,
        }
    }

    /// Whether the customer has come, gone since or not.
    pub const fn has_come(&self) -> bool {
        self.has_come
    }

    /// Whether somebody is there and may be answered.
    pub fn is_open(&self) -> bool {
        self.has_come && !self.left && !self.practice.is_over()
    }

    /// The longest that they waited, in seconds, a wait that is not over at `clock` included.
    pub fn longest_wait(&self, clock: u32) -> u32 {
        let present = self.waits_since.map(|it| clock.saturating_sub(it));
        let waits = self.waits.iter().copied().chain(present);
        waits.max().unwrap_or_default()
    }

    /// The customer comes.
    pub(super) const fn come(&mut self, clock: u32) {
        self.has_come = true;
        self.waits_since = Some(clock);
    }

    /// The last reply has come through at `clock`, and the customer has answered it: their next wait begins, unless they
    /// wait for nothing any more.
    pub(super) fn begin_to_wait(&mut self, clock: u32, pace: Pace, language: &Language) {
        self.waits
            .extend(self.waits_since.take().map(|it| clock - it));
        self.nudged = 0;
        let Some(last) = self.practice.exchanges().last() else {
            return;
        };
        let reading = last.turn.reading.as_ref();
        let announced = reading.and_then(|it| announced_wait(it, language));
        let waits = wait(last.state(), &last.turn);
        let for_nothing = announced.is_none() && waits == Wait::ForNothing;
        let gladly = announced.is_some() || waits == Wait::ForWhatWasAgreed;
        self.announced += u32::from(announced.is_some());
        self.patience = if gladly {
            announced.unwrap_or_default().max(pace.patience)
        } else {
            0
        };
        self.waits_since = (!for_nothing && !self.practice.is_over()).then_some(clock);
    }

    /// What waiting comes to at `clock`, while `typed_to` them or not: whoever sees that an answer is being typed does
    /// not ask for one.
    pub(super) fn impatience(&self, clock: u32, pace: Pace, typed_to: bool) -> Option<Impatience> {
        let since = self.waits_since.filter(|_| self.is_open())?;
        let waited = clock - since;
        let asks = self.nudged < NUDGES
            && waited >= pace.nudges * (self.nudged + 1) + self.patience
            && !typed_to;
        if waited >= pace.leaves + self.patience {
            Some(Impatience::Leaves)
        } else {
            asks.then_some(Impatience::Asks)
        }
    }

    /// They have asked whether anybody is there.
    pub(super) const fn has_asked(&mut self) {
        self.nudged += 1;
    }

    /// They leave without an answer.
    pub(super) fn leave(&mut self, clock: u32) {
        self.left = true;
        self.waits
            .extend(self.waits_since.take().map(|it| clock - it));
    }
}

/// How long a wait a reply announces, in seconds; 0 where it does not say how long, `None` where it announces none.
fn announced_wait(reading: &AgentReading, language: &Language) -> Option<u32> {
    let times = language.times(&reading.utterance);
    let said = times.iter().filter_map(|it| it.said.seconds()).max();
    let announces = reading.acts.contains(AgentAct::Hold);
    announces.then(|| said.unwrap_or_default())
}
