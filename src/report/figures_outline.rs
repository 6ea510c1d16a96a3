//! A report on many sessions in words and rows, before anybody decides how they look.

use crate::{
    outcome::{CriterionLevels, GroupFigures, PersonFigures, ScenarioFigures, SessionFigures},
    report::{
        figures::{Figures, FiguresWording},
        outline::Block,
    },
};

/// A report's parts.
#[derive(Debug, Clone)]
pub(super) struct Sketch {
    pub(super) title: String,
    pub(super) goal: String,
    pub(super) about: Vec<String>,
    pub(super) main_title: String,
    /// The table that the report is about; the first row is its head.
    pub(super) main: Vec<Vec<String>>,
    /// What comes after it.
    pub(super) rest: Vec<Block>,
}

pub(super) fn sketch(wording: FiguresWording<'_>, figures: Figures<'_>) -> Sketch {
    match figures {
        Figures::Person(figures) => person(wording, figures),
        Figures::Group(figures) => group(wording, figures),
        Figures::Scenario(figures) => scenario(wording, figures),
    }
}

fn titled(wording: FiguresWording<'_>, kind: &str, name: &str) -> (String, String) {
    let values = [("name", name.into())];
    let title = wording.words.with(&format!("figures-{kind}"), &values);
    (title, wording.say(&format!("figures-goal-{kind}")))
}

fn sessions(wording: FiguresWording<'_>, count: usize) -> String {
    let values = [("count", count.into())];
    wording.words.with("figures-sessions", &values)
}

fn head(wording: FiguresWording<'_>, ids: &[&str]) -> Vec<String> {
    ids.iter().map(|it| wording.say(it)).collect()
}

fn person(wording: FiguresWording<'_>, figures: &PersonFigures) -> Sketch {
    let (title, goal) = titled(wording, "person", &figures.person);
    let mut about = vec![sessions(wording, figures.sessions.len())];
    if !figures.groups.is_empty() {
        let values = [("groups", figures.groups.join(", ").into())];
        about.push(wording.words.with("figures-groups", &values));
    }
    let criteria = criteria(wording, figures);
    let mut main = vec![head(
        wording,
        &[
            "figures-session",
            "figures-date",
            "figures-scenario-head",
            "figures-ending",
            "figures-total",
        ],
    )];
    main[0].extend(criteria.iter().map(|it| wording.criterion(it).to_owned()));
    main.extend(figures.sessions.iter().map(|session| {
        let mut row = vec![
            session.session.clone(),
            session.at.to_utc_minute(),
            session.scenario.clone(),
            wording.ending(session.ending),
            wording.number(session.total),
        ];
        row.extend(criteria.iter().map(|it| level(wording, session, it)));
        row
    }));
    let lines = criteria.iter().map(|it| line(wording, figures, it));
    Sketch {
        title,
        goal,
        about,
        main_title: wording.say("figures-over-time"),
        main,
        rest: vec![
            Block::Heading(2, wording.say("figures-per-criterion")),
            Block::List(lines.collect()),
        ],
    }
}

/// The criteria that any of a person's sessions was scored by, in the rubric's order.
pub(super) fn criteria(wording: FiguresWording<'_>, figures: &PersonFigures) -> Vec<String> {
    let levels = figures.sessions.iter().flat_map(|it| &it.levels);
    let mut criteria: Vec<String> = levels.map(|it| it.criterion.clone()).collect();
    criteria.sort_unstable();
    criteria.dedup();
    criteria.sort_by_key(|it| wording.place(it));
    criteria
}

/// A criterion's levels in a person's sessions, oldest first, where it applied.
pub(super) fn levels(figures: &PersonFigures, criterion: &str) -> Vec<u8> {
    let sessions = figures.sessions.iter();
    let found = sessions.filter_map(|it| of(it, criterion)?.holds());
    found.collect()
}

/// A criterion's way from the first session to the last, in words.
pub(super) fn line(wording: FiguresWording<'_>, figures: &PersonFigures, name: &str) -> String {
    let levels = levels(figures, name);
    let way = match levels.as_slice() {
        [] => wording.say("figures-none"),
        [one] => wording
            .words
            .with("figures-one", &[("level", (*one).into())]),
        [first, .., last] => {
            let values = [("from", (*first).into()), ("to", (*last).into())];
            wording.words.with("figures-from-to", &values)
        }
    };
    let values = [
        ("criterion", wording.criterion(name).to_owned().into()),
        ("levels", way.into()),
    ];
    wording.words.with("figures-line", &values)
}

fn of<'a>(session: &'a SessionFigures, criterion: &str) -> Option<&'a CriterionLevels> {
    session.levels.iter().find(|it| it.criterion == criterion)
}

/// The level that holds; a coach's with the machine's beside it.
fn level(wording: FiguresWording<'_>, session: &SessionFigures, criterion: &str) -> String {
    let Some(levels) = of(session, criterion) else {
        return wording.say("figures-none");
    };
    let machine = wording.number(levels.machine.map(u32::from));
    if !levels.corrected {
        return machine;
    }
    let human = wording.number(levels.human.map(u32::from));
    let values = [("level", human.into()), ("machine", machine.into())];
    wording.words.with("figures-corrected", &values)
}

fn group(wording: FiguresWording<'_>, figures: &GroupFigures) -> Sketch {
    let (title, goal) = titled(wording, "group", &figures.group);
    let mut main = vec![head(
        wording,
        &["figures-name", "figures-count", "figures-total"],
    )];
    let criteria = figures.criteria.iter();
    main[0].extend(criteria.map(|it| wording.criterion(it).to_owned()));
    main.extend(figures.people.iter().map(|person| {
        let total = person.total.map(|it| wording.tenths(it));
        let mut row = vec![
            person.person.clone(),
            person.sessions.to_string(),
            total.unwrap_or_else(|| wording.say("figures-none")),
        ];
        row.extend(person.standings.iter().map(|it| wording.standing(*it)));
        row
    }));
    let count: u32 = figures.people.iter().map(|it| it.sessions).sum();
    Sketch {
        title,
        goal,
        about: vec![sessions(wording, count as usize)],
        main_title: wording.say("figures-people"),
        main,
        rest: Vec::new(),
    }
}

fn scenario(wording: FiguresWording<'_>, figures: &ScenarioFigures) -> Sketch {
    let (title, goal) = titled(wording, "scenario", &figures.scenario);
    let mut about = vec![sessions(wording, figures.sessions as usize)];
    about.extend(figures.total.map(|it| {
        let values = [("total", wording.tenths(it).into())];
        wording.words.with("figures-mean-total", &values)
    }));
    let mut main = vec![head(
        wording,
        &[
            "figures-item",
            "figures-item-kind",
            "figures-met-with",
            "figures-had",
            "figures-discrimination",
        ],
    )];
    main.extend(figures.items.iter().map(|it| {
        vec![
            wording.criterion(&it.item).to_owned(),
            wording.say(&format!("figures-item-{}", it.kind)),
            it.met_with.to_string(),
            format!("{}%", it.had),
            wording.correlation(it.discrimination),
        ]
    }));
    Sketch {
        title,
        goal,
        about,
        main_title: wording.say("figures-items"),
        main,
        rest: scenario_rest(wording, figures),
    }
}

fn scenario_rest(wording: FiguresWording<'_>, figures: &ScenarioFigures) -> Vec<Block> {
    let endings = figures.endings.iter();
    let endings = endings.map(|(kind, count)| format!("{}: {count}", wording.ending(*kind)));
    let mut rest = vec![
        Block::Remark(wording.say("figures-items-how")),
        Block::Heading(2, wording.say("figures-endings")),
        Block::List(endings.collect()),
        Block::Heading(2, wording.say("figures-unheard")),
    ];
    if figures.unheard.is_empty() {
        rest.push(Block::Text(wording.say("figures-unheard-none")));
        return rest;
    }
    let values = [("count", figures.unheard_in_all.into())];
    rest.push(Block::Text(
        wording.words.with("figures-unheard-count", &values),
    ));
    let mut rows = vec![head(wording, &["figures-times", "figures-reply"])];
    let replies = figures.unheard.iter();
    rows.extend(replies.map(|it| vec![it.times.to_string(), it.reply.clone()]));
    rest.push(Block::Table(rows));
    rest
}
