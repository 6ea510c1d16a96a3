//! What can become of a scenario is shown by walking through it.

use std::sync::Arc;

use oefenlijn::{
    acts::{Act as _, AgentAct, History},
    content::Content,
    exploration::{Exploration, SEED, SampleReplies, explore},
    ground::diagnostic::Source,
    library::Library,
    scenario::Scenario,
    session::Practice,
};

use crate::support::{Home, library};

/// Half as many as the program looks at by itself: no ending of ours is that hidden.
const STATES: usize = 15_000;

fn samples(library: &Library, language: &str) -> SampleReplies {
    let (samples, found) = SampleReplies::load(library.sample_replies(language).unwrap());
    assert!(found.is_empty(), "{found:#?}");
    samples
}

/// Every ending of every scenario in a language is shown, by replies that lead to it; what is missing
/// is printed.
#[track_caller]
fn every_ending_is_shown(language: &str) {
    let library = library().clone().in_language(language).unwrap();
    let samples = samples(&library, language);
    let mut missing = Vec::new();
    for name in library.case_names() {
        let (reader, scenario) = library.case(&name).unwrap();
        let found = explore(&scenario, &reader, &samples, STATES);
        let scenario = Arc::new(scenario);
        for way in &found.endings {
            let ending = &scenario.endings[way.ending].id;
            let Some(replies) = &way.replies else {
                missing.push(format!("{language}/{name}: {ending} is not shown"));
                continue;
            };
            let mut practice = Practice::new(Arc::clone(&scenario), reader.clone(), SEED);
            for reply in replies {
                practice.reply(reply);
            }
            assert_eq!(practice.exchanges().len(), replies.len(), "{name} {ending}");
            assert_eq!(practice.state().ended, Some(way.ending), "{name} {ending}");
        }
        // what is only not shown is no fault
        for replies in &found.reach.lost.examples {
            missing.push(format!(
                "{language}/{name}: no good ending after {replies:?}"
            ));
        }
        for stage in found
            .stages
            .iter()
            .filter(|it| it.shows_no_way_out(&scenario))
        {
            let stage = &scenario.stages[stage.stage].id;
            missing.push(format!(
                "{language}/{name}: no way out of the stage {stage}"
            ));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_ending_is_shown_in_dutch() {
    every_ending_is_shown("nl");
}

#[test]
fn every_ending_is_shown_in_english() {
    every_ending_is_shown("en");
}

#[test]
fn the_sample_replies_perform_every_act() {
    for language in library().languages() {
        let reader = library().reader(&language).unwrap();
        let mut later = History::default();
        later.hear_agent(&reader.read_agent("", &later));
        let samples = samples(library(), &language);
        let acts: Vec<AgentAct> = samples
            .iter()
            .flat_map(|it| {
                let first = reader.read_agent(it, &History::default()).taken_as();
                let acts = first.union(reader.read_agent(it, &later).taken_as());
                acts.iter().collect::<Vec<_>>()
            })
            .collect();
        // the English model lets these stand in no reply that we know of
        let unread: &[AgentAct] = match &*language {
            "en" => &[AgentAct::Goodwill, AgentAct::Command, AgentAct::Insult],
            _ => &[],
        };
        let missing: Vec<&str> = AgentAct::ALL
            .iter()
            .filter(|it| it.is_codebook() && !acts.contains(it) && !unread.contains(it))
            .map(|it| it.name())
            .collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
    }
}

/// A case so small that it is searched through and through.
const SMALL: &str = r#"
format = 1
name = "small"
language = "nl"
region = "nl"
channel = "phone"
level = 1
rubric = "service-call"
title = { nl = "Klein", en = "Small" }
summary = { nl = "Een lamp.", en = "A lamp." }
goal = { nl = "Niets.", en = "Nothing." }

[desk]
company = "Lampenhuis"
clock = "2026-03-10T10:40"
hours = "altijd"

[customer]
name = "Ada Lindt"
about = "Has a lamp that is broken."
tension = 40
trust = 50
patience = 60
story = ["lamp"]
pushes = ["En nu?"]

[[fact]]
id = "lamp"
about = "The lamp is broken."
asked = ["wat .. (gebeurd|kapot)"]
says = ["Mijn lamp is kapot."]

[[solution]]
id = "new-lamp"
about = "A new lamp."
offered = ["@ik stuur .. lamp"]
accepts = ["Een nieuwe lamp, graag."]

[[ending]]
id = "angry"
kind = "hung-up"
when = { strikes_from = 3 }
says = ["Ik hang op."]
why = { nl = "Boos.", en = "Angry." }

[[ending]]
id = "solved"
kind = "resolved"
when = { accepted = ["new-lamp"], farewell = true }
says = ["Dank u. Dag."]
why = { nl = "Een nieuwe lamp.", en = "A new lamp." }
"#;

const SENT_AWAY: &str = r#"
[[ending]]
id = "sent-away"
kind = "given-up"
when = { farewell = true }
says = ["Dag dan."]
why = { nl = "Zonder lamp.", en = "Without a lamp." }
"#;

/// The small case with something more, before its last ending.
fn small(more: &str) -> (Scenario, Exploration) {
    let mut content = Content::embedded();
    let text = format!("{SMALL}{more}{SENT_AWAY}");
    content.insert(Source::new("scenarios/nl/small.toml", &text));
    let library = Library::new(content);
    let (reader, scenario) = library.case("small").unwrap();
    let found = explore(&scenario, &reader, &samples(&library, "nl"), STATES);
    (scenario, found)
}

fn unheard(found: &Exploration) -> Vec<String> {
    let names = found.unheard.iter();
    names.map(|it| format!("{} {}", it.id, it.key)).collect()
}

#[test]
fn a_sound_case_is_found_sound() {
    let (scenario, found) = small("");
    assert!(found.is_sound(&scenario), "{found:#?}");
    assert_eq!(found.reach.unknown.states, 0, "{found:#?}");
    assert!(found.reach.good > 10);
}

#[test]
fn an_ending_that_cannot_come_is_not_shown() {
    let (scenario, found) = small(
        r#"
[[ending]]
id = "never"
kind = "mild"
when = { accepted = ["new-lamp"], not_accepted = ["new-lamp"], farewell = true }
says = ["Dag."]
why = { nl = "Nooit.", en = "Never." }
"#,
    );
    let missing: Vec<&str> = found
        .endings
        .iter()
        .filter(|it| it.replies.is_none())
        .map(|it| &*scenario.endings[it.ending].id)
        .collect();
    assert_eq!(missing, ["never"]);
    assert!(!found.is_sound(&scenario));
    assert!(unheard(&found).contains(&"never says".to_owned()));
}

#[test]
fn a_stage_without_a_way_out_is_reported_and_its_states_are_lost() {
    let stages = r#"
[[fact]]
id = "cellar"
about = "The cellar is dark."
asked = ["(waar|hoe) .. kelder"]
says = ["In de kelder."]
stages = ["begin"]

[[stage]]
id = "begin"
exits = [{ to = "cellar", when = { told = ["cellar"], not_accepted = ["new-lamp"] } }]

[[stage]]
id = "cellar"
enters = ["Hier is het donker."]

[[stage]]
id = "attic"
enters = ["Hier is het licht."]
"#;
    // only where it begins can the lamp be offered
    let text = SMALL.replace("accepts = [\"Een", "stages = [\"begin\"]\naccepts = [\"Een");
    let text = text.replace(
        "when = { strikes_from = 3 }",
        "when = { strikes_from = 3, stage = \"begin\" }",
    );
    let mut content = Content::embedded();
    let explored = |content: &Content| {
        let library = Library::new(content.clone());
        let (reader, scenario) = library.case("small").unwrap();
        let found = explore(&scenario, &reader, &samples(&library, "nl"), STATES);
        (scenario, found)
    };
    let whole = format!("{text}{stages}{SENT_AWAY}");
    content.insert(Source::new("scenarios/nl/small.toml", &whole));
    let (scenario, found) = explored(&content);
    let nowhere: Vec<&str> = found
        .stages
        .iter()
        .filter(|it| it.leads_nowhere(&scenario))
        .map(|it| &*scenario.stages[it.stage].id)
        .collect();
    assert_eq!(nowhere, ["cellar"]);
    assert!(!found.stages[2].entered, "nothing leads to the attic");
    assert!(unheard(&found).contains(&"attic enters".to_owned()));
    assert!(found.reach.lost.states > 0, "{:#?}", found.reach);
    assert!(!found.reach.lost.examples.is_empty());
    // what the author means is no fault
    let final_fact = whole.replace(
        "id = \"cellar\"\nabout",
        "id = \"cellar\"\nfinal = true\nabout",
    );
    content.insert(Source::new("scenarios/nl/small.toml", &final_fact));
    let (_, found) = explored(&content);
    assert_eq!(found.reach.lost.states, 0, "{:#?}", found.reach);
    assert!(found.reach.meant > 0);
}

#[test]
fn lines_that_nobody_can_hear_are_noted_and_no_fault() {
    let (scenario, found) = small(
        r#"
[[worry]]
id = "ghost"
raise = { accepted = ["new-lamp"], not_accepted = ["new-lamp"] }
settle = { acts = ["reassure"] }
kind = "emotion"
says = ["Ik ben bang voor spoken."]
"#,
    );
    assert!(found.is_sound(&scenario), "{found:#?}");
    assert!(unheard(&found).contains(&"ghost says".to_owned()));
    assert!(!unheard(&found).contains(&"lamp says".to_owned()));
}

#[test]
fn only_a_bad_ending_can_be_final() {
    let mut content = Content::embedded();
    let text = format!("{SMALL}{SENT_AWAY}")
        .replace("kind = \"resolved\"", "kind = \"resolved\"\nfinal = true");
    content.insert(Source::new("scenarios/nl/small.toml", &text));
    let found = Library::new(content).case("small");
    assert!(format!("{found:?}").contains("final-ending"));
}

#[test]
fn the_command_shows_a_conversation_for_each_ending_and_keeps_to_its_bound() {
    let home = Home::new();
    let arguments = [
        "check",
        "--explore",
        "--ui",
        "en",
        "nl/two-letters.toml",
        "--states",
    ];
    let ran = home.run(&[&arguments[..], &["5000"]].concat(), "").ok();
    assert!(
        ran.out.contains("solved-without-paper (Resolved)\n    1 "),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("missing-contacts"), "{}", ran.out);
    let ran = home.run(&[&arguments[..], &["10"]].concat(), "");
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("not shown within"), "{}", ran.out);
    assert_eq!(home.run(&["check", "--states", "10"], "").code, 2);
}

/// A clock, and a door that stays shut until late: who was kind meanwhile is let in by the porter.
const LATE: &str = r#"
[[fact]]
id = "kind"
about = "The caller was kind."
says = ["Dat was vriendelijk."]

[[count]]
id = "minutes"
label = { nl = "minuten", en = "minutes" }

[[stage]]
id = "desk"
counts = { minutes = 1 }
exits = [
    { to = "porter", when = { counted = { minutes = 18 }, told = ["kind"] } },
    { to = "closed", when = { counted = { minutes = 18 } } },
]

[[stage]]
id = "porter"
enters = ["Hier is de portier."]

[[stage]]
id = "closed"
enters = ["Wij zijn gesloten."]

[[move]]
id = "praise"
part = "answer"
stages = ["desk"]
when = { heard = ["(prachtig|schitterend) ..3 bandje"] }
says = ["Dank u."]
tells = ["kind"]

[[ending]]
id = "let-in"
kind = "mild"
when = { stage = "porter" }
says = ["Komt u maar."]
why = { nl = "De portier.", en = "The porter." }

[[ending]]
id = "shut-out"
kind = "given-up"
when = { stage = "closed" }
says = ["Tot morgen."]
why = { nl = "Te laat.", en = "Too late." }
"#;

#[test]
fn what_comes_late_and_by_a_way_of_its_own_is_shown_within_few_states() {
    let mut content = Content::embedded();
    // nobody loses patience meanwhile
    let text = SMALL.replace("strikes_from = 3", "strikes_from = 9");
    let whole = format!("{text}{LATE}{SENT_AWAY}");
    content.insert(Source::new("scenarios/nl/small.toml", &whole));
    let library = Library::new(content);
    let (reader, scenario) = library.case("small").unwrap();
    let found = explore(&scenario, &reader, &samples(&library, "nl"), 6_000);
    let ways = found.endings.iter();
    let missing = ways.filter(|it| it.replies.is_none() && it.ending > 0);
    let missing: Vec<&str> = missing.map(|it| &*scenario.endings[it.ending].id).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
