//! Moments that were missed or half met, for one criterion.

use crate::{
    acts::{ActSet, AgentAct, CustomerAct},
    ground::span::Span,
    rubric::{Criterion, MomentKind, Want},
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
                    said: moment
                        .line
                        .and_then(|it| said(conversation, it, moment.kind)),
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
) -> Option<(u8, Vec<Vec<AgentAct>>)> {
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
    let came = |group: &&Vec<AgentAct>| group.iter().any(|act| counted.contains(*act));
    let wanted: Vec<Vec<AgentAct>> = want.groups.iter().filter(|it| !came(it)).cloned().collect();
    let rank = match (hurt, wanted.len()) {
        (true, _) => 0,
        (false, 0) => return None,
        (false, all) if all == want.groups.len() => 1,
        _ => 2,
    };
    Some((rank, wanted))
}

/// The place of the customer's words: the first sentence that shows what the moment is about, where
/// one does, else all of them.
fn said(conversation: &Conversation, line: usize, kind: MomentKind) -> Option<Span> {
    let reading = conversation.lines().get(line)?;
    let sentences = reading.utterance.sentences();
    let act = match kind {
        MomentKind::Feeling => Some(CustomerAct::Emotion),
        MomentKind::Objection => Some(CustomerAct::Objection),
        MomentKind::Question => Some(CustomerAct::Question),
        MomentKind::Opening | MomentKind::Story | MomentKind::Goodbye => None,
    };
    let shown = reading.evidence.iter().find(|it| Some(it.act) == act);
    let sentence = shown.and_then(|it| sentences.get(it.sentence));
    let whole = || Some(sentences.first()?.span.join(sentences.last()?.span));
    sentence.map(|it| it.span).or_else(whole)
}
