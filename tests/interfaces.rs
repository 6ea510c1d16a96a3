//! The interfaces that others measure against: exit statuses, JSON shapes, prefixes, determinism.

use serde_json::Value;

use crate::support::{Home, case_names};

const GOOD: &str = "Goedemiddag, u spreekt met Sanne van de klantenservice. Waarmee kan ik u helpen?\n\
    Wat vervelend dat u daar zo van geschrokken bent. Vertelt u eens, wat ziet u precies?\n\
    Dus als ik het goed begrijp is het sinds gisteren mis. Klopt dat?\n";

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn play_writes_one_object_per_turn_and_one_for_the_ending() {
    for name in case_names() {
        let ran = Home::new()
            .run(&["play", &name, "--seed", "3", "--json"], GOOD)
            .ok();
        let objects = ran.json();
        let (last, turns) = objects.split_last().unwrap();
        let spoken: Vec<&Value> = turns.iter().filter(|it| it["turn"] != 0).collect();
        assert!(
            !spoken.is_empty() && spoken.len() <= 3,
            "{name}: {}",
            spoken.len()
        );
        for turn in turns {
            for key in ["turn", "reply", "acts", "customer", "mood", "understood"] {
                assert!(turn.get(key).is_some(), "{name}: {key} in {turn}");
            }
            for figure in ["tension", "trust", "patience"] {
                assert!(turn["mood"][figure].as_u64().unwrap() <= 100);
            }
            let reply: Vec<char> = turn["reply"].as_str().unwrap().chars().collect();
            for act in turn["acts"].as_array().unwrap() {
                let (start, end) = (act["start"].as_u64().unwrap(), act["end"].as_u64().unwrap());
                assert!(start < end && end <= reply.len() as u64, "{act}");
            }
        }
        assert!(
            last["ending"].is_string() && last["total"].is_u64(),
            "{name}: {last}"
        );
        for criterion in ["greeting", "listening", "objections", "empathy", "closing"] {
            let level = &last["scores"][criterion];
            let fits = level.as_u64().is_some_and(|it| it <= 4)
                || (criterion == "objections" && level == "na");
            assert!(fits, "{name}: {criterion} is {level}");
        }
        assert_eq!(
            turns.iter().find(|it| it["turn"] == 1).unwrap()["acts"][0]["act"],
            "greet"
        );
        assert!(keys(last).contains(&"scores"));
    }
}

#[test]
fn the_same_seed_and_replies_give_the_same_bytes_in_any_locale_and_zone() {
    let home = Home::new();
    for arguments in [
        &["play", "two-letters", "--seed", "7", "--json"][..],
        &["play", "two-letters", "--seed", "7", "--ui", "nl"],
    ] {
        let plain = home.run(arguments, GOOD).ok().out;
        let mut elsewhere = home.command(arguments);
        elsewhere
            .env("LC_ALL", "en_US.UTF-8")
            .env("TZ", "Pacific/Auckland")
            .env("COLUMNS", "40");
        let elsewhere = crate::support::run(elsewhere, GOOD.as_bytes()).ok().out;
        assert_eq!(plain, elsewhere);
    }
}

#[test]
fn another_seed_says_it_in_other_words() {
    let home = Home::new();
    let said: std::collections::BTreeSet<String> = (0..12)
        .map(|seed| {
            home.run(
                &["play", "two-letters", "--seed", &seed.to_string(), "--json"],
                GOOD,
            )
            .ok()
            .out
        })
        .collect();
    assert!(said.len() > 3, "{} different conversations", said.len());
}

#[test]
fn plain_text_is_customer_lines_then_a_scorecard() {
    let ran = Home::new()
        .run(&["play", "missing-contacts", "--seed", "1"], GOOD)
        .ok();
    let said: Vec<&str> = ran
        .out
        .lines()
        .filter(|it| it.starts_with("Klant: "))
        .collect();
    assert_eq!(said.len(), 3, "{}", ran.out);
    assert!(ran.out.contains("Uitslag"), "{}", ran.out);
    assert!(
        !ran.out.contains('\u{1b}'),
        "no escape sequences where no terminal is"
    );
}

#[test]
fn lines_after_the_ending_are_ignored_and_commands_are_no_replies() {
    let input = format!("{GOOD}/mood\n/hint\n/desk\n/note twee brieven\n/end\nnog iets\n");
    let ran = Home::new()
        .run(&["play", "two-letters", "--seed", "1", "--json"], input)
        .ok();
    let turns = ran
        .json()
        .iter()
        .filter(|it| it.get("turn").is_some_and(|it| *it != 0))
        .count();
    assert_eq!(turns, 3);
}

#[test]
fn a_reply_taken_back_never_happened() {
    let home = Home::new();
    let arguments = ["play", "two-letters", "--seed", "5", "--json"];
    let straight = home.run(&arguments, GOOD).ok().json();
    let detour = GOOD.replacen('\n', "\nHou toch je mond!\n/back\n", 1);
    let detour = home.run(&arguments, detour).ok().json();
    assert_eq!(straight.last(), detour.last());
}

#[test]
fn exit_statuses() {
    let home = Home::new();
    assert_eq!(home.run(&["list"], "").code, 0);
    assert_eq!(home.run(&["check"], "").code, 0);
    let unknown = home.run(&["play", "no-such-case"], "");
    assert_eq!(unknown.code, 2);
    for name in case_names() {
        assert!(
            unknown.err.contains(&name),
            "{name} is not in: {}",
            unknown.err
        );
    }
    assert_eq!(home.run(&["dance"], "").code, 2);
    assert_eq!(home.run(&["play"], "").code, 2);
    assert_eq!(home.run(&["resume"], "").code, 2);
    assert_eq!(home.run(&["score", "no-such-file.jsonl"], "").code, 1);
}

#[test]
fn every_command_helps_with_examples() {
    let home = Home::new();
    for command in [
        "play", "score", "check", "list", "rehearse", "resume", "replay",
    ] {
        let help = home.run(&[command, "--help"], "").ok().out;
        assert!(
            help.contains("Examples:") && help.contains(&format!("oefenlijn {command}")),
            "{help}"
        );
    }
}

#[test]
fn without_a_command_one_chooses_and_plays() {
    let ran = Home::new()
        .run(&[], "99\ntwo-letters\nGoedemiddag, met Sanne.\n")
        .ok();
    assert!(ran.out.contains("Klant: "), "{}", ran.out);
    assert!(ran.out.contains("99"), "{}", ran.out);
    let by_number = Home::new().run(&[], "1\nGoedemiddag, met Sanne.\n").ok();
    assert!(by_number.out.contains("Klant: "), "{}", by_number.out);
}

#[test]
fn the_screen_speaks_english_on_request_or_by_locale_and_dutch_otherwise() {
    let home = Home::new();
    let with = |locale: &str, ui: &[&str]| {
        let arguments: Vec<&str> = ["play", "two-letters", "--seed", "1"]
            .iter()
            .chain(ui)
            .copied()
            .collect();
        let mut command = home.command(&arguments);
        command.env("LC_ALL", locale);
        crate::support::run(command, GOOD.as_bytes()).ok().out
    };
    assert!(with("C", &[]).contains("Uitslag"));
    assert!(with("en_GB.UTF-8", &[]).contains("Scorecard"));
    assert!(with("en_GB.UTF-8", &["--ui", "nl"]).contains("Uitslag"));
    // the role follows the scenario's language
    assert!(with("en_GB.UTF-8", &[]).contains("Klant: "));
}

#[test]
fn score_keeps_the_order_and_counts_consecutive_turns_as_one() {
    let transcripts = r#"{"id":"b","turns":[{"speaker":"agent","text":"Goedemiddag"},{"speaker":"agent","text":"met Sanne van NetPlus"},{"speaker":"customer","text":"Ik ben zo geschrokken!"}],"scores":{"greeting":4}}
{"id":"a","lang":"nl","channel":"chat","turns":[{"speaker":"customer","text":"hallo?"},{"speaker":"agent","text":"Hoi! Waarmee kan ik je helpen?"}]}"#;
    let ran = Home::new()
        .run(&["score", "--json", "-"], transcripts)
        .ok()
        .json();
    assert_eq!(ran.len(), 2);
    assert_eq!((&ran[0]["id"], &ran[1]["id"]), (&"b".into(), &"a".into()));
    assert_eq!(ran[0]["agent"].as_array().unwrap().len(), 1);
    let acts: Vec<&str> = ran[0]["agent"][0]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap())
        .collect();
    assert!(
        acts.contains(&"greet") && acts.contains(&"introduce"),
        "{acts:?}"
    );
    assert_eq!(ran[0]["customer"][0], "emotion");
    assert_ne!(
        ran[0]["scores"]["greeting"], 4,
        "labels in the transcript are not looked at"
    );
    assert_eq!(ran[1]["scores"]["objections"], "na");
}

#[test]
fn plain_text_transcripts_are_scored_too() {
    let text = "Medewerker: Goedemorgen, u spreekt met Sanne van NetPlus, waarmee kan ik u helpen?\n\
        Klant: Mijn internet doet het niet.\nMedewerker: Wat vervelend. Wat ziet u precies?\n";
    let ran = Home::new().run(&["score", "--json", "-"], text).ok().json();
    assert_eq!(ran.len(), 1);
    assert_eq!(ran[0]["agent"].as_array().unwrap().len(), 2);
    assert!(ran[0]["scores"]["greeting"].as_u64().unwrap() >= 3);
    let shown = Home::new().run(&["score", "-"], text).ok().out;
    assert!(shown.contains("Begroeting"), "{shown}");
}

const LABELLED: &str = r#"{"id":"a","lang":"nl","channel":"phone","turns":[{"speaker":"agent","text":"Goedemiddag, u spreekt met Sanne. Waarmee kan ik u helpen?"},{"speaker":"customer","text":"Ik ben zo geschrokken van die rekening!"},{"speaker":"agent","text":"Wat vervelend voor u. Wat is er precies gebeurd?"}],"agent":[["greet","introduce","offer_help"],["name_feeling","ask_open"]],"customer":["emotion"],"scores":{"greeting":3,"listening":2,"objections":"na","empathy":2,"closing":1}}
"#;

#[test]
fn agree_compares_labels_with_the_program_with_a_file_and_with_raters() {
    let home = Home::new();
    let file = home.path().join("gold.jsonl");
    std::fs::write(&file, LABELLED).unwrap();
    let path = file.to_str().unwrap();
    let own = home.run(&["agree", path, "--ui", "en"], "").ok();
    assert!(
        own.out.contains("what the program reads (1 conversation)"),
        "{own:?}"
    );
    assert!(own.out.contains("greet"), "{own:?}");
    let same = home
        .run(&["agree", path, path, "--rater", path, "--ui", "en"], "")
        .ok();
    assert_eq!(
        same.out.matches("F1 over all acts together: 1.000").count(),
        2
    );
    assert!(!same.out.contains("Read most differently"), "{same:?}");
}

#[test]
fn agree_says_what_is_wrong_with_its_input() {
    let home = Home::new();
    let ran = home.run(&["agree", "-", "--ui", "en"], "{\"id\":\"a\"}\n");
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.err.contains("missing field `agent`"), "{ran:?}");
    assert_eq!(home.run(&["agree", "nowhere.jsonl"], "").code, 1);
    assert_eq!(home.run(&["agree"], "").code, 2);
}

#[test]
fn a_scenario_that_stands_in_two_languages_is_played_in_the_one_asked_for() {
    let greeting = "Good morning, this is Tim. How can I help you?\n";
    let home = Home::new();
    let english = home
        .run(
            &["play", "two-letters", "--lang", "en", "--seed", "3"],
            greeting,
        )
        .ok();
    assert!(english.out.starts_with("Customer: "), "{english:?}");
    let dutch = home.run(&["play", "two-letters", "--seed", "3"], GOOD).ok();
    assert!(dutch.out.starts_with("Klant: "), "{dutch:?}");
    assert_eq!(
        home.run(&["play", "two-letters", "--lang", "xx"], "").code,
        2
    );
    let listed = home.run(&["list", "--lang", "en", "--json"], "").ok();
    assert!(
        listed.json().iter().all(|it| it["language"] == "en"),
        "{listed:?}"
    );
}
