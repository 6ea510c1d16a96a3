//! Moments that were missed or half met, for one criterion.

use crate::{
    acts::{ActSet, AgentAct},
    rubric::{Criterion, Want},
    score::{
        better::BetterReplies,
        card::MissedMoment,
        conversation::Conversation,
        judge::blunders,
        scene::{Moment, Scene},
    },
};

/// The moments at which the criterion wanted something that did not come, worst first: those that
/// got a blunder, then those that got nothing, then those half met; of equal ones the earliest.
pub(super) fn find(
    criterion: &Criterion,
    conversation: &Conversation,
    scene: &Scene,
    better: &BetterReplies,
) -> Vec<MissedMoment> {
    let mut missed: Vec<(u8, MissedMoment)> = Vec::new();
    for moment in &scene.moments {
        for want in criterion.wants.iter().filter(|it| it.kind == moment.kind) {
            let Some((rank, wanted)) = shortfall(criterion, want, moment, scene) else {
                continue;
            };
            let better = better.find(&criterion.id, moment.kind, moment.line);
            missed.push((
                rank,
                MissedMoment {
                    kind: moment.kind,
                    line: moment.line,
                    reply: moment.replies.start,
                    said: moment.line.and_then(|it| whole(conversation, it)),
                    half: rank == 2,
                    wanted,
                    better: better.map(str::to_owned),
                },
            ));
        }
    }
    missed.sort_by_key(|(rank, it)| (*rank, it.reply));
    missed.into_iter().map(|(_, it)| it).collect()
}

/// How badly the moment was missed, and the acts of the groups that were not answered.
fn shortfall(
    criterion: &Criterion,
    want: &Want,
    moment: &Moment,
    scene: &Scene,
) -> Option<(u8, Vec<ActSet<AgentAct>>)> {
    if moment.replies.is_empty() {
        return None;
    }
    let replies = &scene.replies[moment.replies.clone()];
    let counted = replies
        .iter()
        .fold(ActSet::EMPTY, |all, it| all.union(it.counted));
    let hurt = replies
        .first()
        .is_some_and(|it| blunders(criterion).meets(it.acts));
    let groups = want.groups.iter().copied();
    let wanted: Vec<ActSet<AgentAct>> = groups.filter(|it| !it.meets(counted)).collect();
    let rank = match (hurt, wanted.len()) {
        (true, _) => 0,
        (false, 0) => return None,
        (false, all) if all == want.groups.len() => 1,
        _ => 2,
    };
    Some((rank, wanted))
}

/// The place of the customer's words: of the feeling or objection where it is known, else all.
fn whole(conversation: &Conversation, line: usize) -> Option<crate::ground::span::Span> {
    let utterance = &conversation.lines().get(line)?.utterance;
    let sentences = utterance.sentences();
    Some(sentences.first()?.span.join(sentences.last()?.span))
}
