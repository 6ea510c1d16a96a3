//! What is compared of one conversation.

use std::collections::BTreeSet;

use crate::{
    acts::{ActSet, AgentAct},
    customer::{Cause, Topic},
    ground::localised::Localised,
    scenario::{EndingKind, Scenario},
    score::{CriterionScore, Shown},
    session::{Assessment, Exchange, Practice},
};

/// One of two conversations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The scenario's name.
    pub scenario: Box<str>,
    /// How it ended.
    pub ending: Option<EndingKind>,
    /// 0 to 100; `None` where the trainee is the caller and nothing is scored.
    pub total: Option<u32>,
    /// In order.
    pub turns: Vec<Turn>,
    /// In the rubric's order.
    pub criteria: Vec<CriterionSide>,
    /// What was counted, where the trainee is the caller.
    pub counts: Vec<Counted>,
}

/// A reply and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// As typed.
    pub reply: String,
    /// What it did.
    pub acts: ActSet<AgentAct>,
    /// The words that show it, each act's first.
    pub quotes: Vec<(AgentAct, String)>,
    /// What the customer answered.
    pub line: String,
    /// What that was about: kinds and ids of the scenario, the same in all that share them.
    pub topics: BTreeSet<String>,
    /// The tension after it, 0–100.
    pub tension: u8,
    /// By how much the tension moved.
    pub change: i32,
    /// What moved the mood: kinds and ids of the scenario.
    pub causes: Vec<String>,
}

/// What one side made of a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionSide {
    /// Its name in JSON.
    pub criterion: Box<str>,
    /// Its name for people.
    pub title: Localised,
    /// 0 to 4; `None` where it does not apply.
    pub level: Option<u8>,
    /// The acts that earned the level.
    pub acts: ActSet<AgentAct>,
    /// What earned it: turn from 1, act, words.
    pub earned: Vec<(usize, AgentAct, String)>,
    /// What was missed, worst first: turn from 1, what the customer had said, what was wanted.
    pub missed: Vec<(usize, String, Vec<AgentAct>)>,
    /// What capped it: turn from 1, act, words, highest level left.
    pub cap: Option<(usize, AgentAct, String, u8)>,
}

/// Something counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Its name in JSON.
    pub id: Box<str>,
    /// Its name for people.
    pub label: Localised,
    /// How often.
    pub count: u32,
}

impl Side {
    /// A conversation, with its scorecard where it is scored.
    pub fn new(practice: &Practice, assessment: Option<&Assessment>) -> Self {
        let scenario = practice.scenario();
        let turns = practice.exchanges().iter().enumerate();
        let counts = scenario.counts.iter().enumerate();
        Self {
            scenario: scenario.card.name.clone(),
            ending: practice.ending_kind(),
            total: assessment.map(|it| it.card.total),
            turns: turns
                .map(|(at, it)| turn(scenario, it, practice.before(at).mood.tension))
                .collect(),
            criteria: assessment.map(criteria).unwrap_or_default(),
            counts: counts
                .map(|(number, it)| Counted {
                    id: it.id.clone(),
                    label: it.label.clone(),
                    count: practice.state().counted(number),
                })
                .collect(),
        }
    }

    /// All that was done.
    pub fn acts(&self) -> ActSet<AgentAct> {
        let turns = self.turns.iter();
        turns.fold(ActSet::EMPTY, |all, it| all.union(it.acts))
    }
}

impl Turn {
    /// The words that show an act.
    pub fn quote(&self, act: AgentAct) -> Option<&str> {
        let found = self.quotes.iter().find(|it| it.0 == act);
        found.map(|it| it.1.as_str())
    }
}

fn turn(scenario: &Scenario, exchange: &Exchange, before: u8) -> Turn {
    let turn = &exchange.turn;
    let evidence = turn.reading.iter().flat_map(|it| &it.evidence);
    let mut quotes: Vec<(AgentAct, String)> = Vec::new();
    for it in evidence {
        if !quotes.iter().any(|(act, _)| *act == it.act) {
            quotes.push((it.act, it.span.of(&exchange.reply).to_owned()));
        }
    }
    Turn {
        reply: exchange.reply.clone(),
        acts: turn.reading.as_ref().map(|it| it.acts).unwrap_or_default(),
        quotes,
        line: turn.line.clone(),
        topics: turn
            .parts
            .iter()
            .map(|it| topic(scenario, it.topic))
            .collect(),
        tension: turn.mood.tension,
        change: i32::from(turn.mood.tension) - i32::from(before),
        causes: turn.causes.iter().map(|it| cause(scenario, *it)).collect(),
    }
}

fn topic(scenario: &Scenario, topic: Topic) -> String {
    match topic {
        Topic::Fact(it) => format!("fact {}", scenario.facts[it].id),
        Topic::Raised(it) | Topic::Pressed(it) => format!("worry {}", scenario.worries[it].id),
        Topic::Settled(it) => format!("settled {}", scenario.worries[it].id),
        Topic::Solution(it, verdict) => format!("{verdict:?} {}", scenario.solutions[it].id),
        Topic::Move(it) => format!("move {}", scenario.moves[it].id),
        Topic::Ending(it) => format!("ending {}", scenario.endings[it].id),
        Topic::Stage(it) => format!("stage {}", scenario.stages[it].id),
        other => format!("{other:?}"),
    }
}

fn cause(scenario: &Scenario, cause: Cause) -> String {
    match cause {
        Cause::Shift(it) => format!("shift {}", scenario.shifts[it].id),
        Cause::Solution(it) => format!("solution {}", scenario.solutions[it].id),
        Cause::Move(it) => format!("move {}", scenario.moves[it].id),
    }
}

fn criteria(assessment: &Assessment) -> Vec<CriterionSide> {
    let scores = assessment.card.criteria.iter();
    scores
        .zip(&assessment.rubric.criteria)
        .map(|(score, asked)| criterion(assessment, score, &asked.title))
        .collect()
}

fn criterion(assessment: &Assessment, score: &CriterionScore, title: &Localised) -> CriterionSide {
    let replies = assessment.conversation.replies();
    let lines = assessment.conversation.lines();
    let said = |reply: usize| replies.get(reply).map_or("", |it| it.utterance.text());
    let earned: Vec<(usize, AgentAct, String)> = score
        .evidence
        .iter()
        .filter_map(|it| match it.shown {
            Shown::Act(act) => Some((it.reply + 1, act, it.span.of(said(it.reply)).to_owned())),
            Shown::Sign(_) => None,
        })
        .collect();
    let missed = score.missed.iter().map(|it| {
        let line = it.line.and_then(|line| lines.get(line));
        let said = line
            .zip(it.said)
            .map(|(line, span)| span.of(line.utterance.text()));
        let wanted = it.wanted.iter().flatten().copied().collect();
        (it.reply + 1, said.unwrap_or_default().to_owned(), wanted)
    });
    let cap = score.cap.map(|it| {
        let reading = replies.get(it.reply);
        let evidence = reading.and_then(|own| own.evidence.iter().find(|e| e.act == it.act));
        let words = evidence.map_or(String::new(), |e| e.span.of(said(it.reply)).to_owned());
        (it.reply + 1, it.act, words, it.to)
    });
    CriterionSide {
        criterion: score.criterion.clone(),
        title: title.clone(),
        level: score.level,
        acts: earned.iter().map(|it| it.1).collect(),
        earned,
        missed: missed.collect(),
        cap,
    }
}
