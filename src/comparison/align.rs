//! Which turn of A stands beside which of B.
//!
//! Needleman–Wunsch: a pair costs 0 where acts and topics are the same and 100 where they share
//! nothing; a turn left alone costs 60. Two turns that share nothing are thus still set against each other,
//! but one more question in between does not push all that follows out of step.

use crate::comparison::side::Turn;

/// What a turn left alone costs.
const ALONE: usize = 60;
/// What wholly different acts cost.
const ACTS: usize = 60;
/// What wholly different topics of the customer cost.
const TOPICS: usize = 40;

/// Turns that stand side by side, by index; `None` where a side has nothing to set against the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Of A and B, from 0.
    pub turns: [Option<usize>; 2],
}

/// The cheapest alignment. Of equally cheap ones always the same is chosen, whichever side is A.
pub(super) fn align(a: &[Turn], b: &[Turn]) -> Vec<Pair> {
    if key(b) < key(a) {
        let mut pairs = in_order(b, a);
        for pair in &mut pairs {
            pair.turns.reverse();
        }
        return pairs;
    }
    in_order(a, b)
}

fn key(turns: &[Turn]) -> Vec<(&str, &str, u8)> {
    let key = turns.iter().map(|it| (&*it.reply, &*it.line, it.tension));
    key.collect()
}

fn in_order(a: &[Turn], b: &[Turn]) -> Vec<Pair> {
    let costs = costs(a, b);
    let cost = |i: usize, j: usize| costs.get(i).and_then(|it| it.get(j)).copied();
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < a.len() || j < b.len() {
        let here = cost(i, j);
        let paired = a.get(i).zip(b.get(j)).and_then(|(x, y)| {
            let rest = cost(i + 1, j + 1)?;
            Some(unlike(x, y) + rest)
        });
        let turns = if paired.is_some() && paired == here {
            [Some(i), Some(j)]
        } else if i < a.len() && cost(i + 1, j).map(|it| it + ALONE) == here {
            [Some(i), None]
        } else {
            [None, Some(j)]
        };
        i += usize::from(turns[0].is_some());
        j += usize::from(turns[1].is_some());
        pairs.push(Pair { turns });
    }
    pairs
}

/// By how far each side has come, what the rest costs at least.
fn costs(a: &[Turn], b: &[Turn]) -> Vec<Vec<usize>> {
    let mut costs = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in (0..=a.len()).rev() {
        for j in (0..=b.len()).rev() {
            let alone_a = a.get(i).map(|_| ALONE + costs[i + 1][j]);
            let alone_b = b.get(j).map(|_| ALONE + costs[i][j + 1]);
            let both = a.get(i).zip(b.get(j));
            let paired = both.map(|(x, y)| unlike(x, y) + costs[i + 1][j + 1]);
            let ways = [paired, alone_a, alone_b].into_iter().flatten();
            costs[i][j] = ways.min().unwrap_or(0);
        }
    }
    costs
}

/// 0 (the same acts and topics) to 100 (none in common).
fn unlike(a: &Turn, b: &Turn) -> usize {
    let share = |common: usize, all: usize, most: usize| {
        (most * (all - common)).checked_div(all).unwrap_or(0)
    };
    let acts = share(
        a.acts.intersection(b.acts).len(),
        a.acts.union(b.acts).len(),
        ACTS,
    );
    let topics = a.topics.intersection(&b.topics).count();
    acts + share(topics, a.topics.union(&b.topics).count(), TOPICS)
}
