//! Several chats at once: one clock, waiting, leaving, mixing up, resuming; and the caller's side.

use std::{fs, path::PathBuf, time::Duration};

use expectrl::{Expect as _, Session};
use serde_json::Value;

use crate::support::{Home, library};

const REPLIES: &str = "Goedemiddag, u spreekt met Sanne. Waarmee kan ik u helpen?\n\
    Wat vervelend. Wat is de reden dat u wilt stoppen?\n\
    /2\n\
    Goedemiddag, met Sanne. Om welke code gaat het precies?\n\
    /next\n\
    Een ogenblik, ik zoek dat voor u uit.\n";

fn desk(arguments: &[&str], input: &str) -> Vec<Value> {
    let mut all = vec!["play", "chat-desk", "--seed", "5", "--json"];
    all.extend(arguments);
    Home::new().run(&all, input).ok().json()
}

fn end(objects: &[Value]) -> &Value {
    objects.last().unwrap()
}

/// What one customer said, in order.
fn said(objects: &[Value], to: u64) -> Vec<&str> {
    let theirs = objects.iter().filter(|it| it["to"] == to);
    theirs.map(|it| it["customer"].as_str().unwrap()).collect()
}

#[test]
fn every_message_says_whose_it_is_and_the_end_tells_of_each_customer() {
    let objects = desk(&[], REPLIES);
    for object in &objects[..objects.len() - 1] {
        assert!(
            object["to"]
                .as_u64()
                .is_some_and(|it| (1..=6).contains(&it)),
            "{object}"
        );
        for key in [
            "turn",
            "reply",
            "acts",
            "customer",
            "mood",
            "understood",
            "at",
        ] {
            assert!(!object[key].is_null(), "{key}: {object}");
        }
    }
    let end = end(&objects);
    let customers = end["customers"].as_array().unwrap();
    assert!((3..=6).contains(&customers.len()));
    assert_eq!(end["ending"], "unfinished");
    for key in ["greeting", "listening", "objections", "empathy", "closing"] {
        assert!(!end["scores"][key].is_null(), "{end}");
    }
    let answers: usize = customers
        .iter()
        .map(|it| it["waits"].as_array().unwrap().len())
        .sum();
    assert_eq!(end["desk"]["answers"], answers);
}

#[test]
fn the_same_seed_and_replies_give_the_same_and_other_seeds_other_lines() {
    assert_eq!(desk(&[], REPLIES), desk(&[], REPLIES));
    let play = |seed| {
        Home::new()
            .run(&["play", "chat-desk", "--seed", seed], REPLIES)
            .ok()
            .out
    };
    assert_ne!(play("5"), play("6"));
}

#[test]
fn who_waits_asks_twice_and_then_leaves() {
    let objects = desk(&[], &"\n".repeat(60));
    let first = said(&objects, 1);
    assert_eq!(
        first.len(),
        4,
        "an opening, two questions, a last word: {first:?}"
    );
    let end = end(&objects);
    assert_eq!(end["ending"], "given-up");
    for customer in end["customers"].as_array().unwrap() {
        assert_eq!(customer["left"], true);
        assert_eq!(customer["ending"], "given-up");
    }
    assert_eq!(end["desk"]["answers"], 0);
}

#[test]
fn whoever_got_no_answer_counts_in_the_scores() {
    let objects = desk(&[], &"Goedemiddag, waarmee kan ik u helpen?\n".repeat(20));
    let end = end(&objects);
    let customers = end["customers"].as_array().unwrap();
    let unanswered = |it: &&Value| it["waits"].as_array().unwrap().is_empty();
    assert!(customers.iter().any(|it| unanswered(&it)), "{end}");
    for customer in customers.iter().filter(unanswered) {
        assert_eq!(customer["total"], 0, "{customer}");
    }
    let totals: Vec<u64> = customers
        .iter()
        .filter_map(|it| it["total"].as_u64())
        .collect();
    let count = u64::try_from(totals.len()).unwrap();
    assert_eq!(end["total"], totals.iter().sum::<u64>() / count);
}

#[test]
fn an_announced_silence_is_borne_longer() {
    let hello = "Goedemiddag, u spreekt met Sanne. Waarmee kan ik u helpen?\n";
    let hold = "Een ogenblikje geduld, ik zoek het even voor u op.\n";
    let pause = "\n".repeat(8);
    let announced = desk(&[], &format!("{hello}{hold}{pause}"));
    let sudden = desk(&[], &format!("{hello}Waarom wilt u dat precies?\n{pause}"));
    assert!(said(&announced, 1).len() < said(&sudden, 1).len());
    assert_eq!(end(&announced)["desk"]["announced"], 1);
}

#[test]
fn a_wait_of_so_many_minutes_is_borne_for_as_long() {
    let hello = "Goedemiddag, u spreekt met Sanne. Waarmee kan ik u helpen?\n";
    let pause = "\n".repeat(20);
    for hold in [
        "Ik ben over vijf minuten weer bij u.\n",
        "Binnen vijf minuten ben ik terug.\n",
        "Ik help even een andere klant, over vijf minuten meld ik me weer.\n",
    ] {
        let objects = desk(&[], &format!("{hello}{hold}{pause}"));
        assert_eq!(end(&objects)["desk"]["announced"], 1, "{hold}");
        let asked = objects.iter().find(|it| {
            let unasked = it["reply"] == "" && it["to"] == 1;
            unasked && it["turn"].as_u64() > Some(0)
        });
        assert_eq!(asked, None, "{hold}");
    }
}

#[test]
fn whoever_sees_that_somebody_types_to_them_does_not_ask_whether_anybody_is_there() {
    let long = "Ik leg u graag uit hoe dat bij ons gaat. ".repeat(30);
    let objects = desk(&[], &format!("{long}\n"));
    assert_eq!(said(&objects, 1).len(), 2, "an opening and an answer");
    let silence = "\n".repeat(10);
    let objects = desk(&[], &silence);
    assert_eq!(said(&objects, 1).len(), 2, "an opening and a question");
}

#[test]
fn whoever_waits_for_nothing_more_does_not_lose_patience() {
    let settled = "Goedemiddag, u spreekt met Sanne. Waarmee kan ik u helpen?\n\
        Mag ik uw naam, uw adres en uw geboortedatum?\n\
        Ik zeg het abonnement voor u op per 1 juni, u zit nergens aan vast.\n\
        U krijgt vandaag een bevestiging per mail.\n\
        Kan ik verder nog iets voor u doen?\n";
    let objects = desk(&[], &format!("{settled}{}", "\n".repeat(40)));
    let unasked: Vec<&Value> = objects
        .iter()
        .skip(1)
        .filter(|it| it["to"] == 1 && it["reply"] == "")
        .collect();
    assert!(unasked.is_empty(), "{unasked:?}");
    assert_eq!(end(&objects)["customers"][0]["left"], false);
    // the others wait for an answer, and leave
    assert_eq!(end(&objects)["customers"][1]["left"], true);
}

#[test]
fn the_last_words_of_a_chat_say_that_it_is_closed() {
    let bye = "Goedemiddag, u spreekt met Sanne. Waarmee kan ik u helpen?\n\
        Ik zeg het abonnement voor u op per 1 juni.\n\
        Kan ik verder nog iets voor u doen?\n\
        Dan wens ik u een fijne dag. Tot ziens!\n";
    let objects = desk(&[], bye);
    let closed: Vec<&Value> = objects.iter().filter(|it| it["closed"] == true).collect();
    assert_eq!(closed.len(), 1, "{objects:?}");
    assert_eq!(closed[0]["to"], 1);
    let shown = Home::new().run(&["play", "chat-desk", "--seed", "5", "--ui", "nl"], bye);
    assert!(shown.ok().out.contains("(chat gesloten)"));
}

#[test]
fn whoever_is_taken_for_another_says_so() {
    let hello = "Goedemiddag, u spreekt met Sanne. Waarmee kan ik u helpen?\n";
    let wrong = "Welke kortingscode heeft u precies ingevuld in het winkelmandje?\n";
    let objects = desk(&[], &format!("{hello}\n{wrong}"));
    assert_eq!(end(&objects)["desk"]["mixed_up"], 1);
    let right = desk(&[], &format!("{hello}\n/2\n{wrong}"));
    assert_eq!(end(&right)["desk"]["mixed_up"], 0);
}

#[test]
fn a_desk_that_is_left_goes_on_where_it_was() {
    let whole = desk(&[], REPLIES);
    let home = Home::new();
    let (first, rest) = REPLIES.split_at(REPLIES.find("/next").unwrap());
    home.run(
        &["play", "chat-desk", "--seed", "5", "--json"],
        format!("{first}/quit\n"),
    )
    .ok();
    let resumed = home.run(&["resume", "--json"], rest).ok().json();
    assert_eq!(resumed, whole);
    let log = home.logs().pop().unwrap();
    let name = log.file_stem().unwrap().to_string_lossy().into_owned();
    assert_eq!(
        home.run(&["replay", &name, "--json"], "").ok().json(),
        whole
    );
}

#[test]
fn a_chat_that_is_not_there_is_refused_and_piped_text_names_customers() {
    let ran = Home::new().run(
        &["play", "chat-desk", "--seed", "5", "--ui", "nl"],
        "/9\n/2\nGoedemiddag, u spreekt met Sanne.\n/who\n/end\n",
    );
    let out = ran.ok().out;
    assert!(out.starts_with("Klant 1: "), "{out}");
    assert!(out.contains("Daar is niemand"), "{out}");
    assert!(out.contains("Klant 1 wacht 0:0"), "{out}");
    assert!(out.contains("Langste wachttijd"), "{out}");
}

#[test]
fn in_real_time_customers_come_while_the_trainee_types() {
    let home = Home::new();
    let folder = home.path().join("content/scenarios/nl");
    fs::create_dir_all(&folder).unwrap();
    let own = library()
        .content()
        .file("scenarios/nl/chat-desk.toml")
        .unwrap();
    let hasty = own.text.replace("enters = 12", "enters = 2");
    assert_ne!(hasty, *own.text);
    fs::write(folder.join("chat-desk.toml"), hasty).unwrap();
    let content: PathBuf = home.path().join("content");
    let arguments = [
        "play",
        "chat-desk",
        "--real-time",
        "--seed",
        "5",
        "--ui",
        "nl",
        "--content",
        content.to_str().unwrap(),
    ];
    let mut screen = Session::spawn(home.command(&arguments)).unwrap();
    screen.set_expect_timeout(Some(Duration::from_secs(30)));
    screen.expect("Klant 1").unwrap();
    screen.send("Goedemid").unwrap();
    // nothing was sent yet
    screen.expect("Klant 2").unwrap();
    screen.send("dag, met Sanne.\r").unwrap();
    screen.expect("Klant 1").unwrap();
    screen.send("/end\r").unwrap();
    screen.expect("Langste wachttijd").unwrap();
    screen.expect(expectrl::Eof).unwrap();
    let log = fs::read_to_string(home.logs().pop().unwrap()).unwrap();
    assert!(log.contains("Goedemiddag, met Sanne."), "{log}");
    assert!(log.contains("\"event\":\"wait\""), "{log}");
}

/// What the switchboard says to these replies, in order, and how it ends.
fn called(replies: &str) -> (Vec<String>, String) {
    let ran = Home::new().run(&["play", "switchboard", "--seed", "5", "--json"], replies);
    let objects = ran.ok().json();
    let said = objects.iter().filter_map(|it| it["customer"].as_str());
    let ending = end(&objects)["ending"].as_str().unwrap_or_default();
    (said.map(str::to_owned).collect(), ending.to_owned())
}

/// To the planner who may click once the container departs.
const TO_YELLOW: &str =
    "5\n2\nIk wil hem bestellen als een nieuw transport.\nIk bestel een haakwagen.\n";

#[test]
fn a_digit_is_a_choice_however_much_else_may_be_said() {
    for (digits, words) in [
        ("1", "klant"),
        ("2", "klant"),
        ("3", "internet"),
        ("4", "erhui"),
        ("5", "aarom"),
    ] {
        let (said, _) = called(&format!("{digits}\n"));
        assert!(said[1].contains(words), "{digits}: {}", said[1]);
    }
}

#[test]
fn a_call_ends_well_only_when_nothing_is_asked_any_more() {
    let asked = "Van 27 naar 72.\nWie is Freddy eigenlijk?\nHoe laat is hij hier dan?\n";
    let (said, ending) = called(&format!("{TO_YELLOW}{asked}"));
    assert_eq!(ending, "unfinished", "{said:?}");
    let (said, ending) = called(&format!("{TO_YELLOW}{asked}Dank u wel!\n"));
    assert_eq!(ending, "resolved", "{said:?}");
}

#[test]
fn a_question_is_answered_before_somebody_else_takes_over() {
    // whoever has had enough puts the caller through, whatever is asked then
    let questions = "Hoe hoog is de Eiffeltoren?\n".repeat(8);
    let (said, _) = called(&format!("Onthaal.\n{questions}"));
    let through = said.iter().skip(2).find(|it| it.contains("panfluit"));
    let through = through.expect("the queue");
    let first = through.find('(').expect("the queue begins with a click");
    assert!(first > 40, "something is said before: {through}");
}

#[test]
fn the_switchboard_counts_and_does_not_score() {
    let objects = Home::new()
        .run(
            &["play", "switchboard", "--seed", "5", "--json"],
            "1\nGoedemiddag, er staat een container van u voor mijn poort.\n\nTot ziens.\n",
        )
        .ok()
        .json();
    let end = objects.last().unwrap();
    assert_eq!(end["scores"], serde_json::json!({}));
    assert!(end["counts"]["minutes"].as_u64().unwrap() > 0, "{end}");
    let out = Home::new()
        .run(
            &["play", "switchboard", "--seed", "5", "--ui", "nl"],
            "1\nTot ziens.\n",
        )
        .ok()
        .out;
    assert!(
        out.contains("Zo was het") && out.contains("Om over na te denken"),
        "{out}"
    );
    assert!(
        !out.contains("Uitslag") && !out.contains("Hartslag"),
        "{out}"
    );
}

#[test]
fn hints_and_mood_are_those_of_the_customer_at_hand_and_hidden_in_an_exam() {
    let play = |mode: &[&str]| {
        let all = ["play", "chat-desk", "--seed", "5", "--ui", "nl"];
        let input = "Goedemiddag, u spreekt met Sanne. Waarmee kan ik u helpen?\n\
            Een ogenblik, ik zoek het voor u op.\n/mood\n/hint\n/next\n/mood\n/back\n/quit\n";
        Home::new().run(&[&all, mode].concat(), input).ok().out
    };
    let out = play(&[]);
    let moods: Vec<&str> = out.lines().filter(|it| it.contains("Spanning")).collect();
    assert_eq!(moods.len(), 2, "{out}");
    assert_ne!(moods[0], moods[1], "two customers feel alike: {out}");
    assert!(out.contains("blijft weg"), "{out}");
    assert!(!out.contains("U deed"), "{out}");
    let out = play(&["--coach"]);
    assert_eq!(out.matches("U deed").count(), 2, "{out}");
    let out = play(&["--exam"]);
    assert_eq!(out.matches("Bij een toets").count(), 3, "{out}");
    assert!(!out.contains("Spanning"), "{out}");
}

#[test]
fn answers_to_the_questions_at_the_end_are_kept() {
    let home = Home::new();
    let mut screen = Session::spawn(home.command(&["play", "switchboard", "--ui", "nl"])).unwrap();
    screen.set_expect_timeout(Some(Duration::from_secs(20)));
    screen.expect("U:").unwrap();
    screen.send("/end\r").unwrap();
    screen.expect("Om over na te denken").unwrap();
    for _ in 0..2 {
        screen.expect("U:").unwrap();
        screen.send("Dat ik zelf ook doorverbind.\r").unwrap();
    }
    screen.expect("bewaard").unwrap();
    screen.expect(expectrl::Eof).unwrap();
    let log = fs::read_to_string(home.logs().pop().unwrap()).unwrap();
    assert_eq!(log.matches("\"event\":\"reflect\"").count(), 2, "{log}");
}
