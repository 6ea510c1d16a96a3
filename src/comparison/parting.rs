//! Where two conversations parted.

use crate::{
    acts::{Act as _, ActSet, AgentAct},
    comparison::{align::Pair, side::Side, side::Turn, without},
};

/// Points of tension by which two changes must differ to part conversations by themselves.
const MATTERS: i32 = 5;
/// Acts too slight to part conversations.
const SLIGHT: [AgentAct; 2] = [AgentAct::Acknowledge, AgentAct::Note];

/// The first turns that differ in a way that matters: one side does an act that the other does not
/// (more than a listening signal or taking note), the tension moves otherwise by at least 5 points,
/// or one side has no such turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parting {
    /// Index of the pair.
    pub pair: usize,
    /// What both did until then.
    pub common: ActSet<AgentAct>,
    /// What only A, and only B, did there.
    pub only: [ActSet<AgentAct>; 2],
}

pub(super) fn find(sides: &[Side; 2], pairs: &[Pair]) -> Option<Parting> {
    let mut common = ActSet::EMPTY;
    for (number, pair) in pairs.iter().enumerate() {
        let turn = |side: usize| pair.turns[side].and_then(|it| sides[side].turns.get(it));
        let [a, b] = [turn(0), turn(1)];
        let acts = |it: Option<&Turn>| it.map(|it| it.acts).unwrap_or_default();
        let only = [without(acts(a), acts(b)), without(acts(b), acts(a))];
        if parts(a, b, only) {
            return Some(Parting {
                pair: number,
                common,
                only,
            });
        }
        common = common.union(acts(a).intersection(acts(b)));
    }
    None
}

fn parts(a: Option<&Turn>, b: Option<&Turn>, only: [ActSet<AgentAct>; 2]) -> bool {
    let (Some(a), Some(b)) = (a, b) else {
        return true;
    };
    let weighty = AgentAct::ALL
        .iter()
        .filter(|it| !SLIGHT.contains(it))
        .any(|it| only[0].contains(*it) || only[1].contains(*it));
    weighty || (a.change - b.change).abs() >= MATTERS
}
