//! Criteria with what explains them, and the moments that were missed.

use crate::{
    ground::localised::Localised,
    report::sheet::{
        CapSheet, ChangeSheet, CriterionSheet, GapSheet, MissedSheet, ProofSheet, StepSheet,
        marks::sign_title,
    },
    rubric::Criterion,
    score::{self, Change, CriterionScore, Gap, MissedMoment, Proof, Shown, Step},
    session::Assessment,
};

/// All criteria, in the rubric's order.
pub(super) fn all(assessment: &Assessment) -> Vec<CriterionSheet> {
    let scored = assessment.card.criteria.iter();
    scored
        .zip(&assessment.rubric.criteria)
        .map(|(score, criterion)| one(assessment, score, criterion))
        .collect()
}

fn one(assessment: &Assessment, score: &CriterionScore, criterion: &Criterion) -> CriterionSheet {
    let level = score
        .level
        .and_then(|it| criterion.levels.get(usize::from(it)));
    CriterionSheet {
        criterion: score.criterion.to_string(),
        title: criterion.title.clone(),
        level: score.level,
        coach: None,
        weight: criterion.weight,
        meaning: level.map(|it| it.meaning.clone()).unwrap_or_default(),
        evidence: score
            .evidence
            .iter()
            .map(|it| proof(assessment, it))
            .collect(),
        gaps: score.gaps.iter().map(|it| gap(assessment, it)).collect(),
        cap: score.cap.map(|it| CapSheet {
            to: it.to,
            earned: it.earned,
            turn: it.reply + 1,
            act: it.act,
            repaired: it.repaired.map(|it| it + 1),
        }),
        change: score.change.as_ref().map(|it| change(assessment, it)),
        advice: criterion.advice.clone(),
        not_assessed: assessment
            .card
            .not_assessed
            .criteria
            .contains(&score.criterion),
    }
}

fn proof(assessment: &Assessment, proof: &Proof) -> ProofSheet {
    let said = assessment.conversation.replies().get(proof.reply);
    let phrase = said.map(|it| proof.span.of(it.utterance.text()));
    let (act, sign) = match &proof.shown {
        Shown::Act(act) => (Some(*act), None),
        Shown::Sign(sign) => (None, Some(sign.to_string())),
    };
    ProofSheet {
        turn: proof.reply + 1,
        phrase: phrase.unwrap_or_default().to_owned(),
        act,
        sign_title: sign
            .as_deref()
            .map(|it| sign_title(assessment, it))
            .unwrap_or_default(),
        sign,
    }
}

fn gap(assessment: &Assessment, gap: &Gap) -> GapSheet {
    let measures = &assessment.rubric.measures;
    let known = measures.iter().find(|it| it.id == gap.measure);
    GapSheet {
        measure: gap.measure.to_string(),
        title: known.map_or_else(Localised::default, |it| it.title.clone()),
        have: gap.have,
        need: gap.need,
        at_least: gap.at_least,
    }
}

fn change(assessment: &Assessment, change: &Change) -> ChangeSheet {
    let after = score::levels_after(&assessment.conversation, &assessment.rubric, &change.steps);
    let steps = change.steps.iter().map(|it| match it {
        Step::Add { reply, act } => StepSheet {
            turn: reply + 1,
            act: *act,
            add: true,
        },
        Step::Leave { reply, act } => StepSheet {
            turn: reply + 1,
            act: *act,
            add: false,
        },
    });
    ChangeSheet {
        steps: steps.collect(),
        level: change.to,
        total: after.total,
    }
}

/// What was missed, by turn. What several criteria missed at one moment, with one better reply, is one
/// moment.
pub(super) fn missed(assessment: &Assessment) -> Vec<MissedSheet> {
    let mut all: Vec<MissedSheet> = Vec::new();
    for (place, score) in assessment.card.criteria.iter().enumerate() {
        if score.level.is_none_or(|it| it >= 4) {
            continue;
        }
        for moment in &score.missed {
            let mut sheet = moment_sheet(assessment, moment);
            sheet.criteria.push(place);
            sheet.criteria_names.push(score.criterion.to_string());
            let same = |it: &&mut MissedSheet| {
                it.turn == sheet.turn && (it.better == sheet.better || it.said == sheet.said)
            };
            match all.iter_mut().find(same) {
                Some(known) => merge(known, sheet),
                None => all.push(sheet),
            }
        }
    }
    all.sort_by_key(|it| it.turn);
    all
}

fn merge(known: &mut MissedSheet, other: MissedSheet) {
    for (place, name) in other.criteria.into_iter().zip(other.criteria_names) {
        if !known.criteria.contains(&place) {
            known.criteria.push(place);
            known.criteria_names.push(name);
        }
    }
    for group in other.wanted {
        if !known.wanted.contains(&group) {
            known.wanted.push(group);
        }
    }
    known.half &= other.half;
    if known.better.is_none() {
        known.better = other.better;
    }
    if known.said.is_none() {
        known.said = other.said;
    }
}

fn moment_sheet(assessment: &Assessment, moment: &MissedMoment) -> MissedSheet {
    let conversation = &assessment.conversation;
    let said = moment
        .line
        .and_then(|it| conversation.lines().get(it))
        .map(|it| {
            let text = it.utterance.text();
            moment.said.map_or(text, |span| span.of(text)).to_owned()
        });
    let given = conversation.replies().get(moment.reply);
    MissedSheet {
        turn: moment.reply + 1,
        moment: moment.kind.name(),
        said,
        given: given
            .map(|it| it.utterance.text().to_owned())
            .unwrap_or_default(),
        better: moment.better.clone(),
        half: moment.half,
        wanted: moment.wanted.clone(),
        criteria: Vec::new(),
        criteria_names: Vec::new(),
    }
}
