//! What the conversations of one trainee came to: counts that add up in any order.

use crate::{
    rubric::Rubric,
    scenario::{EndingKind, Scenario},
    score::Levels,
    session::Practice,
};

/// The levels that a criterion has.
const LEVELS: usize = 5;

/// What a number of conversations came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// How many conversations.
    pub conversations: u64,
    /// By ending of the scenario, how many ended so.
    pub endings: Vec<u64>,
    /// By criterion of the rubric and level (0 to 4), how many came to it.
    pub levels: Vec<[u64; LEVELS]>,
    /// All totals together.
    total: u64,
    /// All tensions, trusts and patiences at the end together.
    mood: [u64; 3],
    /// All replies together.
    replies: u64,
}

/// Means over conversations, in tenths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Means {
    /// Of the total, 0 to 1000.
    pub total: u64,
    /// Of the tension at the end, 0 to 1000.
    pub tension: u64,
    /// Of the trust at the end, 0 to 1000.
    pub trust: u64,
    /// Of the patience at the end, 0 to 1000.
    pub patience: u64,
    /// Of the number of replies.
    pub replies: u64,
}

impl Tally {
    /// No conversation yet.
    pub(super) fn new(scenario: &Scenario, rubric: &Rubric) -> Self {
        Self {
            conversations: 0,
            endings: vec![0; scenario.endings.len()],
            levels: vec![[0; LEVELS]; rubric.criteria.len()],
            total: 0,
            mood: [0; 3],
            replies: 0,
        }
    }

    /// Counts one conversation.
    pub(super) fn add(&mut self, practice: &Practice, scored: &Levels) {
        let state = practice.state();
        self.conversations += 1;
        if let Some(count) = state.ended.and_then(|it| self.endings.get_mut(it)) {
            *count += 1;
        }
        for (counts, level) in self.levels.iter_mut().zip(&scored.levels) {
            if let Some(count) = level.and_then(|it| counts.get_mut(usize::from(it))) {
                *count += 1;
            }
        }
        let mood = [state.mood.tension, state.mood.trust, state.mood.patience];
        add_up(&mut self.mood, &mood.map(u64::from));
        self.total += u64::from(scored.total);
        self.replies += u64::try_from(practice.exchanges().len()).unwrap_or_default();
    }

    /// Adds what others counted.
    pub(super) fn merge(&mut self, other: &Self) {
        self.conversations += other.conversations;
        add_up(&mut self.endings, &other.endings);
        for (own, more) in self.levels.iter_mut().zip(&other.levels) {
            add_up(own, more);
        }
        add_up(&mut self.mood, &other.mood);
        self.total += other.total;
        self.replies += other.replies;
    }

    /// The means over all conversations.
    pub fn means(&self) -> Means {
        let mean = |sum| tenths(sum, self.conversations).unwrap_or_default();
        let [tension, trust, patience] = self.mood;
        Means {
            total: mean(self.total),
            tension: mean(tension),
            trust: mean(trust),
            patience: mean(patience),
            replies: mean(self.replies),
        }
    }

    /// The mean level by criterion, in tenths from 0 to 40; `None` where it never applied.
    pub fn mean_levels(&self) -> Vec<Option<u64>> {
        let means = self.levels.iter().map(|counts| {
            let sum = (0..).zip(counts).map(|(level, count)| level * count).sum();
            tenths(sum, counts.iter().sum())
        });
        means.collect()
    }

    /// How many ended in endings of this kind.
    pub fn ended(&self, scenario: &Scenario, kind: EndingKind) -> u64 {
        let endings = scenario.endings.iter().zip(&self.endings);
        endings.filter(|it| it.0.kind == kind).map(|it| it.1).sum()
    }

    /// How many came to no end.
    pub fn unfinished(&self) -> u64 {
        self.conversations - self.endings.iter().sum::<u64>()
    }
}

fn add_up(own: &mut [u64], more: &[u64]) {
    for (own, more) in own.iter_mut().zip(more) {
        *own += more;
    }
}

/// `sum` shared out over `number`, in tenths, rounded half up; `None` where there is nobody.
fn tenths(sum: u64, number: u64) -> Option<u64> {
    (sum * 20 + number).checked_div(number * 2)
}
