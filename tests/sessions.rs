//! Sessions survive: kills, torn lines, changed content.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    process::Stdio,
};

use crate::support::Home;

const REPLIES: [&str; 4] = [
    "Goedemiddag, u spreekt met Sanne. Waarmee kan ik u helpen?",
    "Wat vervelend. Wat staat er precies in de brieven?",
    "Dus u heeft twee brieven gekregen. Klopt dat?",
    "Ik zoek dat meteen voor u uit.",
];

fn straight(home: &Home) -> Vec<serde_json::Value> {
    home.run(
        &["play", "two-letters", "--seed", "11", "--json"],
        REPLIES.join("\n"),
    )
    .ok()
    .json()
}

fn name(home: &Home) -> String {
    let log = home.logs().pop().unwrap();
    log.file_stem().unwrap().to_string_lossy().into_owned()
}

#[test]
fn a_killed_process_loses_nothing_and_resume_carries_on_with_the_same_next_line() {
    let whole = straight(&Home::new());
    for killed_after in 1..REPLIES.len() {
        let home = Home::new();
        let mut child = home
            .command(&["play", "two-letters", "--seed", "11", "--json"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
        for reply in &REPLIES[..killed_after] {
            writeln!(stdin, "{reply}").unwrap();
            answers.next().unwrap().unwrap();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let rest = REPLIES[killed_after..].join("\n");
        let resumed = home.run(&["resume", "--json"], rest).ok().json();
        assert_eq!(resumed, whole, "killed after {killed_after}");
    }
}

#[test]
fn a_kill_between_reply_and_answer_loses_no_reply() {
    let home = Home::new();
    let whole = straight(&home);
    let log = home.logs().pop().unwrap();
    let text = fs::read_to_string(&log).unwrap();
    // as if killed right after the second reply was written
    let mut replies = 0;
    let kept: Vec<&str> = text
        .lines()
        .take_while(|it| {
            let go_on = replies < 2;
            replies += usize::from(it.contains("\"event\":\"reply\""));
            go_on
        })
        .collect();
    fs::write(&log, kept.join("\n") + "\n").unwrap();
    let resumed = home
        .run(&["resume", "--json"], REPLIES[2..].join("\n"))
        .ok()
        .json();
    assert_eq!(resumed, whole);
    assert_eq!(
        home.run(&["replay", &name(&home), "--json"], "")
            .ok()
            .json(),
        whole
    );
}

#[test]
fn a_torn_last_line_is_left_alone_and_the_rest_goes_on() {
    let home = Home::new();
    home.run(
        &["play", "two-letters", "--seed", "11", "--json"],
        REPLIES[..2].join("\n") + "\n/quit\n",
    )
    .ok();
    let log = home.logs().pop().unwrap();
    let mut text = fs::read_to_string(&log).unwrap();
    text.push_str("{\"at\":17,\"event\":\"repl");
    fs::write(&log, &text).unwrap();
    let resumed = home
        .run(&["resume", "--json"], REPLIES[2..].join("\n"))
        .ok()
        .json();
    assert_eq!(resumed, straight(&Home::new()));
    let now = fs::read_to_string(&log).unwrap();
    assert!(now.starts_with(&text), "what was there stays");
    let shown = home.run(&["replay", &name(&home)], "").ok();
    assert!(shown.err.contains("beschadigd"), "{shown:?}");
}

#[test]
fn an_unreadable_log_is_named_and_harms_no_other() {
    let home = Home::new();
    straight(&home);
    let good = name(&home);
    fs::write(
        home.path()
            .join("oefenlijn/sessions/20200101-000000-bad0.jsonl"),
        "rubbish",
    )
    .unwrap();
    fs::write(
        home.path()
            .join("oefenlijn/sessions/20200101-000000-bad1.jsonl"),
        "",
    )
    .unwrap();
    let listed = home.run(&["list", "--sessions"], "").ok();
    assert!(
        listed.out.contains(&good) && listed.err.contains("bad0"),
        "{listed:?}"
    );
    let shown = home.run(&["replay", "20200101-000000-bad0"], "");
    assert_eq!(shown.code, 1, "{shown:?}");
    assert_eq!(home.run(&["replay", "../../etc/passwd"], "").code, 2);
    assert_eq!(home.run(&["replay", &good], "").code, 0);
}

#[test]
fn changed_content_is_said_and_the_session_goes_on_as_it_began() {
    let home = Home::new();
    let whole = straight(&Home::new());
    home.run(
        &["play", "two-letters", "--seed", "11", "--json"],
        REPLIES[..2].join("\n") + "\n/quit\n",
    )
    .ok();
    let folder = home.path().join("content/scenarios");
    fs::create_dir_all(&folder).unwrap();
    let gentle = "[[shift]]\nid = \"only\"\nwhen = { turn_from = 1 }\ntension = -9\ncause = { nl = \"x\", en = \"x\" }\n";
    fs::write(folder.join("mood.toml"), gentle).unwrap();
    let content = home.path().join("content");
    let arguments = ["resume", "--json", "--content", content.to_str().unwrap()];
    let resumed = home.run(&arguments, REPLIES[2..].join("\n")).ok();
    assert!(
        resumed.err.contains("scenarios/mood.toml"),
        "{}",
        resumed.err
    );
    assert_eq!(resumed.json(), whole);
}

#[test]
fn every_reply_is_in_the_log_before_it_is_answered_with_its_time_and_owner() {
    let home = Home::new();
    home.run(
        &["play", "two-letters", "--trainee", "ster", "--seed", "11"],
        REPLIES.join("\n"),
    )
    .ok();
    let text = fs::read_to_string(home.logs().pop().unwrap()).unwrap();
    let lines: Vec<serde_json::Value> = text
        .lines()
        .map(|it| serde_json::from_str(it).unwrap())
        .collect();
    assert_eq!(lines[0]["trainee"], "ster");
    assert_eq!(lines[0]["seed"], 11);
    assert!(lines[0]["pins"]["files"].as_object().unwrap().len() > 10);
    let events: Vec<&str> = lines[1..]
        .iter()
        .map(|it| it["event"].as_str().unwrap())
        .collect();
    let spoken: Vec<&str> = events.iter().copied().filter(|it| *it != "end").collect();
    assert_eq!(spoken[..2], ["reply", "said"]);
    assert!(lines[1]["at"].as_i64().unwrap() > 1_600_000_000_000);
    let listed = home
        .run(&["list", "--sessions", "--trainee", "ster"], "")
        .ok()
        .out;
    assert!(listed.contains("two-letters"));
    assert!(
        !home
            .run(&["list", "--sessions", "--trainee", "maan"], "")
            .ok()
            .out
            .contains("two-letters")
    );
}

#[cfg(unix)]
#[test]
fn sessions_are_readable_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new();
    straight(&home);
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&home.logs()[0]), 0o600);
    assert_eq!(mode(&home.path().join("oefenlijn/sessions")), 0o700);
}

#[test]
fn two_processes_do_not_write_one_session() {
    let home = Home::new();
    let mut child = home
        .command(&["play", "two-letters", "--seed", "11", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    writeln!(stdin, "{}", REPLIES[0]).unwrap();
    answers.next().unwrap().unwrap();
    let second = home.run(&["resume"], "Hallo\n");
    assert_eq!(second.code, 1, "{second:?}");
    drop(stdin);
    child.wait().unwrap();
}
