//! Phrases of a reply that show something, with the criteria that they earned.

use crate::{
    acts::{AgentAct, Family},
    ground::{localised::Localised, span::Span},
    report::sheet::Mark,
    score::Shown,
    session::{Assessment, Exchange},
};

/// The marks of the reply at `at`. Phrases that share words become one mark that shows all of them.
pub(super) fn of(at: usize, exchange: &Exchange, assessment: Option<&Assessment>) -> Vec<Mark> {
    let text = exchange.reply.as_str();
    let mut marks: Vec<Mark> = Vec::new();
    let found = exchange.turn.reading.iter().flat_map(|it| &it.evidence);
    for evidence in found {
        let mut mark = empty(evidence.span);
        mark.acts.push(evidence.act);
        mark.blunder = evidence.act.family() == Family::Blunder;
        marks.push(mark);
    }
    if let Some(assessment) = assessment {
        marks.extend(earned(at, assessment));
    }
    joined(marks, text)
}

/// The marks in order, none within another, with their places in characters of `text`.
pub(super) fn joined(mut marks: Vec<Mark>, text: &str) -> Vec<Mark> {
    marks.retain(|it| !it.span.of(text).is_empty());
    marks.sort_by_key(|it| it.span);
    let mut joined: Vec<Mark> = Vec::new();
    for mark in marks {
        match joined.last_mut().filter(|it| it.span.overlaps(mark.span)) {
            Some(last) => join(last, mark),
            None => joined.push(mark),
        }
    }
    for mark in &mut joined {
        (mark.start, mark.end) = mark.span.to_chars(text);
    }
    joined
}

fn earned(at: usize, assessment: &Assessment) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (place, score) in assessment.card.criteria.iter().enumerate() {
        for proof in score.evidence.iter().filter(|it| it.reply == at) {
            let mut mark = empty(proof.span);
            match &proof.shown {
                Shown::Act(act) => mark.acts.push(*act),
                Shown::Sign(sign) => {
                    mark.signs.push(sign.to_string());
                    mark.sign_titles.push(sign_title(assessment, sign));
                }
            }
            mark.earned.push(place);
            mark.earned_names.push(score.criterion.to_string());
            marks.push(mark);
        }
    }
    marks
}

/// The name of a sign for people; its own name where the rubric has none.
pub(super) fn sign_title(assessment: &Assessment, sign: &str) -> Localised {
    let known = assessment.rubric.signs.iter().find(|it| *it.id == *sign);
    known.map_or_else(
        || Localised {
            nl: sign.to_owned(),
            en: sign.to_owned(),
        },
        |it| it.title.clone(),
    )
}

const fn empty(span: Span) -> Mark {
    Mark {
        span,
        start: 0,
        end: 0,
        acts: Vec::new(),
        signs: Vec::new(),
        sign_titles: Vec::new(),
        earned: Vec::new(),
        earned_names: Vec::new(),
        blunder: false,
    }
}

fn join(mark: &mut Mark, other: Mark) {
    mark.span = mark.span.join(other.span);
    mark.blunder |= other.blunder;
    add(&mut mark.acts, other.acts);
    mark.acts.sort_by_key(|it: &AgentAct| *it);
    add(&mut mark.signs, other.signs);
    add(&mut mark.sign_titles, other.sign_titles);
    add(&mut mark.earned, other.earned);
    add(&mut mark.earned_names, other.earned_names);
}

fn add<T: PartialEq>(to: &mut Vec<T>, from: Vec<T>) {
    for it in from {
        if !to.contains(&it) {
            to.push(it);
        }
    }
}
