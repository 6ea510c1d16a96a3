//! Words of advice during a conversation.

use crate::{
    acts::{Act as _, ActSet, AgentAct, CustomerAct, Family},
    customer::Need,
    report::pulse::beats_per_minute,
    scenario::{Band, Trainee},
    session::{Exchange, Practice},
    words::Words,
};

/// How the customer feels.
pub fn mood(words: &Words, practice: &Practice) -> String {
    let mood = practice.state().mood;
    words.with(
        "mood",
        &[
            ("tension", mood.tension.into()),
            ("band", words.say(band(mood.band())).into()),
            ("trust", mood.trust.into()),
            ("patience", mood.patience.into()),
            ("pulse", beats_per_minute(mood.tension).into()),
        ],
    )
}

/// The name of a band of tension.
pub(super) const fn band(band: Band) -> &'static str {
    match band {
        Band::Calm => "band-calm",
        Band::Tense => "band-tense",
        Band::Panicked => "band-panicked",
    }
}

/// What would help now: what is needed, and a model reply where the scenario has one.
pub fn hint(words: &Words, practice: &Practice, width: usize) -> String {
    let scenario = practice.scenario();
    if scenario.card.trainee == Trainee::Caller {
        return words.say("hint-caller");
    }
    let needs = practice.needs();
    let Some(need) = needs.first() else {
        return String::new();
    };
    let (id, better) = match need {
        Need::Settle(worry) => ("hint-settle", scenario.worries[*worry].better.as_deref()),
        Need::Learn(_) => (
            "hint-learn",
            scenario.better.get("listening").map(String::as_str),
        ),
        Need::Offer(solution) => (
            "hint-offer",
            scenario.solutions[*solution].better.as_deref(),
        ),
        Need::Close => (
            "hint-close",
            scenario.better.get("closing").map(String::as_str),
        ),
    };
    let mut text = words.say(id);
    if let Some(better) = better {
        text.push(' ');
        text.push_str(&words.with("hint-for-instance", &[("reply", better.into())]));
    }
    super::style::wrapped(&text, width, "", "")
}

/// A word about the last reply, in lines of `width` columns: what it did, and what the customer's line had asked for.
pub fn coach_line(words: &Words, practice: &Practice, width: usize) -> String {
    let exchanges = practice.exchanges();
    let Some((last, before)) = exchanges.split_last() else {
        return String::new();
    };
    let acts = last
        .turn
        .reading
        .as_ref()
        .map(|it| it.acts)
        .unwrap_or_default();
    let mut text = did(words, acts);
    let previous = before.last().or_else(|| practice.opening());
    if let Some(asked) = previous.and_then(|it| asked_for(words, it, acts)) {
        text.push(' ');
        text.push_str(&asked);
    }
    super::style::wrapped(&text, width, "", "")
}

fn did(words: &Words, acts: ActSet<AgentAct>) -> String {
    if acts.is_empty() {
        return words.say("coach-nothing");
    }
    let names: Vec<String> = acts.iter().map(|it| act_name(words, it)).collect();
    let blunder = acts.iter().any(|it| it.family() == Family::Blunder);
    let id = if blunder {
        "coach-did-badly"
    } else {
        "coach-did"
    };
    words.with(id, &[("acts", names.join(", ").into())])
}

/// The name of an act in the language of the screen.
pub fn act_name(words: &Words, act: AgentAct) -> String {
    words.say(&format!("act-{}", act.name().replace('_', "-")))
}

/// Acts that answer what a customer did.
const ANSWERS: [(CustomerAct, &[AgentAct], &str); 3] = [
    (
        CustomerAct::Objection,
        &[
            AgentAct::Acknowledge,
            AgentAct::Validate,
            AgentAct::NameFeeling,
            AgentAct::AskOpen,
            AgentAct::Explain,
            AgentAct::Propose,
            AgentAct::Summarise,
        ],
        "coach-wanted-objection",
    ),
    (
        CustomerAct::Emotion,
        &[
            AgentAct::NameFeeling,
            AgentAct::Validate,
            AgentAct::Apologise,
            AgentAct::Reassure,
        ],
        "coach-wanted-emotion",
    ),
    (
        CustomerAct::Story,
        &[
            AgentAct::Summarise,
            AgentAct::Acknowledge,
            AgentAct::AskOpen,
            AgentAct::AskClosed,
        ],
        "coach-wanted-story",
    ),
];

fn asked_for(words: &Words, previous: &Exchange, acts: ActSet<AgentAct>) -> Option<String> {
    let line = previous.state().history.customer_acts();
    let (_, answers, id) = ANSWERS.iter().find(|it| line.contains(it.0))?;
    let met = answers.iter().any(|it| acts.contains(*it));
    let names: Vec<String> = answers
        .iter()
        .take(3)
        .map(|it| act_name(words, *it))
        .collect();
    let verdict = if met {
        words.say("coach-met")
    } else {
        words.with("coach-missed", &[("acts", names.join(", ").into())])
    };
    Some(format!("{} {verdict}", words.say(id)))
}
