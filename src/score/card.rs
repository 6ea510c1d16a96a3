//! A scorecard: levels with all that explains them.

use crate::{
    acts::AgentAct,
    ground::span::Span,
    rubric::{Criterion, MomentKind, Rubric},
    score::{
        better::BetterReplies,
        change,
        conversation::Conversation,
        judge::{self, Verdict},
        measure, missed,
        scene::Scene,
    },
};

/// What a conversation is worth, by one rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard {
    /// In the rubric's order.
    pub criteria: Vec<CriterionScore>,
    /// The weighted mean of the levels that apply, as 0 to 100.
    pub total: u32,
    /// What could not be judged.
    pub not_assessed: NotAssessed,
}

/// The levels alone, without what explains them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levels {
    /// By criterion in the rubric's order, 0 to 4; `None` where the criterion does not apply.
    pub levels: Vec<Option<u8>>,
    /// The weighted mean of the levels that apply, as 0 to 100.
    pub total: u32,
}

/// One criterion's level, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionScore {
    /// The criterion's name.
    pub criterion: Box<str>,
    /// 0 to 4; `None` where the criterion does not apply.
    pub level: Option<u8>,
    /// The words that earned the level.
    pub evidence: Vec<Proof>,
    /// What the next level asks and was not there.
    pub gaps: Vec<Gap>,
    /// Moments missed or half met, worst first.
    pub missed: Vec<MissedMoment>,
    /// What kept the level down.
    pub cap: Option<CapHit>,
    /// The smallest change that would have raised it.
    pub change: Option<Change>,
}

/// What showed in a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// An act.
    Act(AgentAct),
    /// A sign of the rubric, by its name.
    Sign(Box<str>),
}

/// Words that earned a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Which reply, from 0.
    pub reply: usize,
    /// What it shows.
    pub shown: Shown,
    /// Where in the reply, in bytes.
    pub span: Span,
}

/// A demand of the next level that was not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The measure's name in the rubric.
    pub measure: Box<str>,
    /// What it came to.
    pub have: u32,
    /// What is asked.
    pub need: u32,
    /// Whether `need` is the least asked; otherwise the measure must stay below it.
    pub at_least: bool,
}

/// A moment at which the criterion wanted something that did not come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissedMoment {
    /// What kind of moment.
    pub kind: MomentKind,
    /// The customer's turn, from 0; `None` where the agent speaks first.
    pub line: Option<usize>,
    /// The reply that should have met it, from 0.
    pub reply: usize,
    /// Where in the customer's turn, in bytes.
    pub said: Option<Span>,
    /// Whether part of what was wanted came.
    pub half: bool,
    /// Of each of these groups one act was wanted.
    pub wanted: Vec<Vec<AgentAct>>,
    /// What could have been said.
    pub better: Option<String>,
}

/// A cap at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CapHit {
    /// The highest level left.
    pub to: u8,
    /// The level without the cap.
    pub earned: u8,
    /// The reply that went wrong, from 0.
    pub reply: usize,
    /// What it did.
    pub act: AgentAct,
    /// The later reply that made it good in part.
    pub repaired: Option<usize>,
}

/// Something done differently in one reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Do this as well.
    Add {
        /// In which reply, from 0.
        reply: usize,
        /// What.
        act: AgentAct,
    },
    /// Do not do this.
    Leave {
        /// In which reply, from 0.
        reply: usize,
        /// What.
        act: AgentAct,
    },
}

/// The smallest change that raises a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// One step, or two.
    pub steps: Vec<Step>,
    /// The level it would bring.
    pub to: u8,
}

/// What could not be judged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NotAssessed {
    /// Replies in which nothing was recognised, from 0.
    pub replies: Vec<usize>,
    /// Criteria whose level rests on nothing that was recognised.
    pub criteria: Vec<Box<str>>,
}

/// Levels by criterion, in the rubric's order; one that does not apply is written `"na"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scores(Vec<(Box<str>, Option<u8>)>);

impl serde::Serialize for Scores {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let levels = self.0.iter();
        serializer.collect_map(levels.map(|(criterion, level)| (criterion, Grade(*level))))
    }
}

/// A level as JSON: a whole number, or `"na"`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grade(pub(super) Option<u8>);

impl serde::Serialize for Grade {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Some(level) => serializer.serialize_u8(level),
            None => serializer.serialize_str("na"),
        }
    }
}

impl Step {
    /// The reply it changes.
    pub const fn reply(self) -> usize {
        match self {
            Self::Add { reply, .. } | Self::Leave { reply, .. } => reply,
        }
    }
}

impl Scorecard {
    /// The levels alone, for JSON.
    pub fn scores(&self) -> Scores {
        let levels = self.criteria.iter();
        Scores(levels.map(|it| (it.criterion.clone(), it.level)).collect())
    }

    /// Gives a criterion another level (0 to 4, `None` where it does not apply). What was found stays, since that is
    /// no less there; what capped the level, what was short of it and how to change it is left out, and the total is
    /// reckoned anew.
    pub fn override_level(&mut self, criterion: usize, level: Option<u8>, rubric: &Rubric) {
        let Some(score) = self.criteria.get_mut(criterion) else {
            return;
        };
        score.level = level;
        score.gaps.clear();
        score.cap = None;
        score.change = None;
        let id = score.criterion.clone();
        self.not_assessed.criteria.retain(|it| *it != id);
        self.total = total(self.criteria.iter().map(|it| it.level), rubric);
    }

    /// The score of the criterion of this name.
    pub fn criterion(&self, id: &str) -> Option<&CriterionScore> {
        self.criteria.iter().find(|it| *it.criterion == *id)
    }
}

pub(super) fn fill(
    conversation: &Conversation,
    scene: &Scene,
    rubric: &Rubric,
    better: &BetterReplies,
) -> Scorecard {
    let criteria: Vec<CriterionScore> = rubric
        .criteria
        .iter()
        .map(|it| judge_one(it, conversation, scene, rubric, better))
        .collect();
    Scorecard {
        total: total(criteria.iter().map(|it| it.level), rubric),
        not_assessed: not_assessed(conversation, scene, &criteria),
        criteria,
    }
}

pub(super) fn levels(scene: &Scene, rubric: &Rubric) -> Levels {
    let verdicts = rubric.criteria.iter();
    let levels: Vec<Option<u8>> = verdicts
        .map(|it| judge::verdict(it, rubric, scene).level)
        .collect();
    Levels {
        total: total(levels.iter().copied(), rubric),
        levels,
    }
}

fn judge_one(
    criterion: &Criterion,
    conversation: &Conversation,
    scene: &Scene,
    rubric: &Rubric,
    better: &BetterReplies,
) -> CriterionScore {
    let verdict = judge::verdict(criterion, rubric, scene);
    let mut score = CriterionScore {
        criterion: criterion.id.clone(),
        level: verdict.level,
        evidence: Vec::new(),
        gaps: Vec::new(),
        missed: Vec::new(),
        cap: None,
        change: None,
    };
    if verdict.level.is_none() {
        return score;
    }
    score.evidence = evidence(criterion, verdict, conversation, scene, rubric);
    score.gaps = gaps(criterion, verdict, rubric, scene);
    score.missed = missed::find(criterion, conversation, scene, better);
    score.cap = verdict.held.map(|held| CapHit {
        to: held.to,
        earned: verdict.earned,
        reply: held.reply,
        act: held.act,
        repaired: held.repaired,
    });
    let worst: Vec<usize> = score.missed.iter().map(|it| it.reply).collect();
    score.change = change::find(criterion, rubric, scene, &worst);
    score
}

/// The words behind the measures of the level that was earned.
fn evidence(
    criterion: &Criterion,
    verdict: Verdict,
    conversation: &Conversation,
    scene: &Scene,
    rubric: &Rubric,
) -> Vec<Proof> {
    let level = &criterion.levels[usize::from(verdict.earned)];
    let Some(way) = judge::best_way(level, rubric, scene) else {
        return Vec::new();
    };
    let mut proofs = Vec::new();
    for (id, _) in &way.at_least {
        let measure = &rubric.measures[*id];
        let acts = measure.any.union(measure.all);
        for reply in measure::bearers(measure, scene) {
            let reading = &conversation.replies()[reply];
            let counted = scene.replies[reply].counted.intersection(acts);
            for it in reading
                .evidence
                .iter()
                .filter(|it| counted.contains(it.act))
            {
                proofs.push(Proof {
                    reply,
                    shown: Shown::Act(it.act),
                    span: it.span,
                });
            }
            for (sign, span) in &scene.replies[reply].signs {
                if measure.signs.contains(sign) {
                    let shown = Shown::Sign(rubric.signs[*sign].id.clone());
                    proofs.push(Proof {
                        reply,
                        shown,
                        span: *span,
                    });
                }
            }
        }
    }
    proofs.sort_by_key(|it| (it.reply, it.span));
    let mut unique: Vec<Proof> = Vec::with_capacity(proofs.len());
    for proof in proofs {
        if !unique.contains(&proof) {
            unique.push(proof);
        }
    }
    unique
}

/// What the next level asks, of the way that came nearest.
fn gaps(criterion: &Criterion, verdict: Verdict, rubric: &Rubric, scene: &Scene) -> Vec<Gap> {
    let next = criterion.levels.get(usize::from(verdict.earned) + 1);
    let Some(way) = next.and_then(|it| judge::best_way(it, rubric, scene)) else {
        return Vec::new();
    };
    let unmet = judge::unmet(way, rubric, scene).into_iter();
    let gaps = unmet.map(|(id, have, need, at_least)| Gap {
        measure: rubric.measures[id].id.clone(),
        have,
        need,
        at_least,
    });
    gaps.collect()
}

/// The weighted mean of the levels, rounded half up.
fn total(levels: impl Iterator<Item = Option<u8>>, rubric: &Rubric) -> u32 {
    let (mut sum, mut weights) = (0, 0);
    for (level, criterion) in levels.zip(&rubric.criteria) {
        if let Some(level) = level {
            sum += u64::from(level) * u64::from(criterion.weight);
            weights += u64::from(criterion.weight);
        }
    }
    let full = weights * 4;
    let total = (sum * 200 + full).checked_div(full * 2).unwrap_or(0);
    u32::try_from(total).unwrap_or(u32::MAX)
}

fn not_assessed(
    conversation: &Conversation,
    scene: &Scene,
    criteria: &[CriterionScore],
) -> NotAssessed {
    let silent = |it: usize| conversation.replies()[it].utterance.is_blank();
    let nothing =
        |it: usize| scene.replies[it].acts.is_empty() && scene.replies[it].signs.is_empty();
    let replies: Vec<usize> = (0..scene.replies.len())
        .filter(|it| nothing(*it) && !silent(*it))
        .collect();
    // a zero that rests on replies which were understood is a zero; otherwise nobody knows
    let in_the_dark = !replies.is_empty() || scene.replies.is_empty();
    let rests_on_nothing = |it: &&CriterionScore| {
        it.level.is_some_and(|level| level < 2) && it.evidence.is_empty() && it.cap.is_none()
    };
    let criteria = criteria
        .iter()
        .filter(|it| in_the_dark && rests_on_nothing(it));
    NotAssessed {
        criteria: criteria.map(|it| it.criterion.clone()).collect(),
        replies,
    }
}
