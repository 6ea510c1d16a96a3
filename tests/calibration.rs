//! Coaches rate the same conversations, blind, and see how far they agree.

use std::{
    collections::BTreeSet,
    fs,
    io::{BufRead as _, BufReader, Write as _},
    process::Stdio,
    time::Duration,
};

use expectrl::{Expect as _, Session};
use oefenlijn::words::{Ui, Words};
use serde_json::{Value, json};

use crate::support::{Home, Ran};

const CRITERIA: [&str; 5] = ["greeting", "listening", "objections", "empathy", "closing"];

/// A labelled conversation; the labels hold words that are found nowhere else.
fn conversation(number: usize, level: usize) -> Value {
    json!({
        "id": format!("secret-source-{number}"),
        "turns": [
            {"speaker": "agent", "text": format!("Goedemorgen, met Sanne. Dit is gesprek {number}.")},
            {"speaker": "customer", "text": "Ik snap de brief niet."},
            {"speaker": "agent", "text": "Wat staat er in de brief?"},
        ],
        "agent": [["greet", "introduce"], ["ask_open"]],
        "customer": ["both"],
        "trainee": "secret-trainee",
        "scores": CRITERIA.iter().map(|it| ((*it).to_owned(), json!(level))).collect::<serde_json::Map<_, _>>(),
        "rater": "secret-rater",
    })
}

fn lines(levels: &[usize]) -> String {
    let all = levels.iter().enumerate();
    let all: Vec<String> = all
        .map(|(at, it)| conversation(at, *it).to_string())
        .collect();
    all.join("\n")
}

/// A home with a round of so many conversations.
pub(crate) fn round(items: usize) -> Home {
    let home = Home::new();
    let levels: Vec<usize> = (0..items).map(|it| it % 5).collect();
    let arguments = [
        "calibrate",
        "new",
        "march",
        "-",
        "--hide",
        "sanne",
        "--ui",
        "en",
    ];
    home.run(&arguments, lines(&levels)).ok();
    home
}

fn rate(home: &Home, coach: &str, input: &str) -> Ran {
    home.run(
        &["calibrate", "rate", "march", "--as", coach, "--ui", "en"],
        input,
    )
}

pub(crate) fn import(home: &Home, coach: &str, levels: &[usize]) {
    let arguments = ["calibrate", "import", "march", "-", "--as", coach];
    home.run(&arguments, lines(levels)).ok();
}

fn report(home: &Home, format: &str) -> String {
    let arguments = [
        "calibrate",
        "report",
        "march",
        "--format",
        format,
        "--ui",
        "en",
    ];
    home.run(&arguments, "").ok().out
}

fn json_report(home: &Home) -> Value {
    serde_json::from_str(&report(home, "json")).unwrap()
}

fn log(home: &Home, coach: &str) -> std::path::PathBuf {
    let ratings = home.path().join("oefenlijn/calibrations/march/ratings");
    ratings.join(format!("{coach}.jsonl"))
}

#[test]
fn who_rates_is_shown_what_was_said_and_nothing_else() {
    let home = round(4);
    import(&home, "bram", &[4, 4, 4, 4]);
    let every_command = "?\nshow\nacts\n3\nback\n\n".repeat(3) + &"2\n".repeat(30);
    let shown = rate(&home, "anna", &every_command).ok();
    let shown = (shown.out + &shown.err).to_lowercase();
    assert!(shown.contains("dit is gesprek 3"), "{shown}");
    for secret in [
        "secret", "sanne", "bram", "machine", "kappa", "alpha", "score",
    ] {
        assert!(!shown.contains(secret), "{secret}: {shown}");
    }
}

#[test]
fn all_see_the_same_in_another_order() {
    let home = round(8);
    let seen = |coach: &str| -> Vec<String> {
        let out = rate(&home, coach, &"2\n".repeat(60)).ok().out;
        let shown = out.lines().filter(|it| it.starts_with("Conversation "));
        shown
            .map(|it| it.split('(').nth(1).unwrap().to_owned())
            .collect()
    };
    let (anna, bram) = (seen("anna"), seen("bram"));
    assert_ne!(anna, bram);
    let set = |it: &[String]| it.iter().cloned().collect::<BTreeSet<_>>();
    assert_eq!((set(&anna), anna.len()), (set(&bram), 8));
}

#[test]
fn a_killed_rater_carries_on_and_a_torn_line_is_counted() {
    let home = round(2);
    let arguments = ["calibrate", "rate", "march", "--as", "anna", "--ui", "en"];
    let mut child = home
        .command(&arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(b"3\n1\n").unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    // the third question is asked when two answers are kept
    let mut asked = output.lines().map(Result::unwrap);
    asked
        .find(|it| it.starts_with("Handling objections"))
        .unwrap();
    let refused = rate(&home, "anna", "");
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("another process"), "{refused:?}");
    child.kill().unwrap();
    child.wait().unwrap();
    let mut file = fs::OpenOptions::new()
        .append(true)
        .open(log(&home, "anna"))
        .unwrap();
    file.write_all(b"{\"at\":1,\"coach\":\"an").unwrap();
    drop(file);
    let out = rate(&home, "anna", "4\n").ok();
    assert!(out.out.contains("8 levels to give"), "{out:?}");
    assert!(out.out.contains("7 levels are still"), "{out:?}");
    let found = json_report(&home);
    assert_eq!(found["coaches"][0]["levels"], 3);
    assert_eq!(found["coaches"][0]["damaged"], 1);
}

#[cfg(unix)]
#[test]
fn ratings_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = round(1);
    rate(&home, "anna", "3\n").ok();
    let mode = fs::metadata(log(&home, "anna"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn the_latest_rating_counts_and_going_back_keeps_what_is_not_changed() {
    let home = round(1);
    rate(&home, "anna", "3\n1\nback\nback\n0\n\n2\n").ok();
    let kept = fs::read_to_string(log(&home, "anna")).unwrap();
    assert_eq!(kept.lines().count(), 4, "{kept}");
    let found = json_report(&home);
    assert_eq!(found["coaches"][0]["levels"], 3);
    let disputes = found["disputes"].as_array().unwrap();
    let greeting = disputes
        .iter()
        .find(|it| it["criterion"] == "greeting")
        .unwrap();
    assert_eq!(greeting["coaches"]["anna"], 0);
}

#[test]
fn agreement_is_known_where_it_can_be_known() {
    let home = round(6);
    import(&home, "anna", &[0, 1, 2, 3, 4, 2]);
    import(&home, "bram", &[0, 1, 2, 3, 4, 2]);
    import(&home, "carla", &[2, 2, 2, 2, 2, 2]);
    import(&home, "daan", &[2, 2, 2, 2, 2, 2]);
    let found = json_report(&home);
    let pairs = found["criteria"][0]["pairs"].as_array().unwrap();
    let kappa = |one: &str, other: &str| {
        let pair = pairs
            .iter()
            .find(|it| it["one"] == one && it["other"] == other);
        pair.unwrap()["kappa"]["value"].clone()
    };
    assert_eq!(kappa("anna", "bram"), 1.0);
    assert_eq!(kappa("carla", "daan"), Value::Null);
    assert_eq!(kappa("anna", "carla"), 0.0);
    assert_eq!(found["few"], true);
    let text = report(&home, "text");
    assert!(!text.contains("NaN"), "{text}");
    let constant = text.lines().find(|it| it.contains("carla – daan")).unwrap();
    insta::assert_snapshot!(constant, @"Greeting               carla – daan     6  –                 100%   100%      0");
    assert!(text.contains("Only 6 conversations were rated"), "{text}");
}

#[test]
fn severity_acts_and_entries_are_named() {
    let home = round(3);
    import(&home, "anna", &[3, 3, 3]);
    import(&home, "bram", &[1, 1, 1]);
    let found = json_report(&home);
    assert_eq!(found["bias"][0]["all"]["value"], 2.0);
    assert_eq!(found["bias"][1]["all"]["value"], -2.0);
    assert_eq!(found["acts"][0]["f1"]["value"], 1.0);
    rate(&home, "carla", "acts 1 thank\n").ok();
    let found = json_report(&home);
    let entries = found["entries"].as_array().unwrap();
    let missed = entries.iter().find(|it| it["act"] == "thank").unwrap();
    assert_eq!(
        (&missed["found_by"], &missed["against"]),
        (&json!("nothing"), &json!(1))
    );
    let greet = entries.iter().find(|it| it["act"] == "greet").unwrap();
    assert!(
        greet["entry"].as_str().unwrap().starts_with("greet"),
        "{greet}"
    );
}

#[test]
fn a_second_time_is_held_against_the_first() {
    let home = round(2);
    let again = [
        "calibrate",
        "rate",
        "march",
        "--as",
        "anna",
        "--again",
        "--ui",
        "en",
    ];
    assert_eq!(home.run(&again, "").code, 2);
    rate(&home, "anna", &"3\n".repeat(10)).ok();
    home.run(&again, "1\n".repeat(10)).ok();
    let found = json_report(&home);
    assert_eq!(found["coaches"][0]["times"], 2);
    assert_eq!(found["again"].as_array().unwrap().len(), 5);
    assert_eq!(found["again"][0]["equal"], 0.0);
    // always 3, then always 1: chance would not have agreed less
    assert_eq!(found["again"][0]["kappa"]["value"], 0.0);
}

#[test]
fn what_does_not_exist_is_misuse_and_the_message_says_what_does() {
    let home = round(1);
    import(&home, "anna", &[3]);
    let told = |arguments: &[&str]| {
        let ran = home.run(arguments, "");
        assert_eq!(ran.code, 2, "{ran:?}");
        ran.err
    };
    assert!(told(&["calibrate", "report", "april"]).contains("the rounds are: march"));
    assert!(told(&["calibrate", "drift", "--coach", "bram"]).contains("the coaches are: anna"));
    assert!(told(&["calibrate", "rate", "march", "--as", "../x"]).contains("cannot be a name"));
    let again = home.run(&["calibrate", "new", "march", "-"], lines(&[1]));
    assert_eq!(again.code, 2);
    let stranger = lines(&[1]).replace("secret-source-0", "other");
    let ran = home.run(
        &["calibrate", "import", "march", "-", "--as", "bram"],
        stranger,
    );
    assert_eq!(ran.code, 1, "{ran:?}");
    let refused = rate(&home, "carla", "na\n7\nacts 1 clarify\ngo 9\n")
        .ok()
        .out;
    for id in ["calibrate-refused-na", "calibrate-refused-blank"] {
        assert!(Words::new(Ui::En).has(id));
    }
    assert!(
        refused.contains("applies to every conversation"),
        "{refused}"
    );
    assert!(refused.contains("`7` is no answer"), "{refused}");
    assert!(refused.contains("no act `clarify`"), "{refused}");
}

#[test]
fn a_kept_session_is_rated_without_its_trainee() {
    let home = Home::new();
    let play = ["play", "two-letters", "--seed", "7", "--trainee", "sanne"];
    home.run(
        &play,
        "Goedemorgen, u spreekt met Sanne.\nWat staat er in de brief?\n",
    )
    .ok();
    let session = home.logs()[0]
        .file_stem()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    home.run(&["calibrate", "new", "march", "--sessions", &session], "")
        .ok();
    let shown = rate(&home, "anna", "").ok().out;
    assert!(shown.contains("u spreekt met Naam."), "{shown}");
    assert!(!shown.to_lowercase().contains("sanne"), "{shown}");
}

#[test]
fn coaches_are_followed_over_the_rounds() {
    let home = round(4);
    import(&home, "anna", &[0, 1, 3, 4]);
    import(&home, "bram", &[0, 1, 3, 4]);
    let out = home
        .run(&["calibrate", "drift", "--coach", "anna", "--ui", "en"], "")
        .ok()
        .out;
    assert!(
        out.contains("march") && out.contains("kappa, 0 to 1: █"),
        "{out}"
    );
    assert!(!out.contains("bram"), "{out}");
}

#[test]
fn every_format_says_the_same() {
    let home = round(3);
    import(&home, "anna", &[3, 2, 1]);
    import(&home, "bram", &[3, 2, 1]);
    let csv = report(&home, "csv");
    insta::assert_snapshot!(csv.lines().take(2).collect::<Vec<_>>().join("\n"), @r"
    table,criterion,one,other,n,value,low,high
    alpha,greeting,,,3,1.0000,1.0000,1.0000
    ");
    let markdown = report(&home, "md");
    assert!(
        markdown.contains("| Greeting | 3 | 1.00 [1.00–1.00] |"),
        "{markdown}"
    );
}

#[test]
fn a_coach_rates_at_a_terminal() {
    let home = round(1);
    let arguments = ["calibrate", "rate", "march", "--as", "anna", "--ui", "nl"];
    let mut screen = Session::spawn(home.command(&arguments)).unwrap();
    screen.set_expect_timeout(Some(Duration::from_secs(20)));
    screen.expect("Gesprek 1 van 1").unwrap();
    screen.expect("Begroeting").unwrap();
    screen.send_line("?").unwrap();
    screen.expect("warm").unwrap();
    // what is typed ahead of a question is lost, as in every line editor
    for asked in ["Begroeting", "Luisteren"] {
        screen.expect(asked).unwrap();
        screen.send_line("3").unwrap();
    }
    screen.expect("na als het niet van toepassing is").unwrap();
    screen.send_line("na").unwrap();
    screen.expect("Inleven").unwrap();
    screen.send("\u{3}").unwrap();
    screen.expect("Nog 2 niveaus te geven").unwrap();
    screen.expect(expectrl::Eof).unwrap();
    let mut screen = Session::spawn(home.command(&arguments)).unwrap();
    screen.set_expect_timeout(Some(Duration::from_secs(20)));
    for asked in ["Inleven", "Afronding"] {
        screen.expect(asked).unwrap();
        screen.send_line("2").unwrap();
    }
    screen.expect("Alles is beoordeeld").unwrap();
    screen.expect(expectrl::Eof).unwrap();
}
