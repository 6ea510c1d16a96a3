//! Sessions survive: kills, torn lines, changed content.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    process::Stdio,
    time::{Duration, Instant},
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

/// What the program answered before it was killed, and the log that it left.
fn kill_at_random(home: &Home, number: u64, whole: Duration) -> usize {
    let mut child = home
        .command(&["play", "two-letters", "--seed", "11", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let answers = child.stdout.take().unwrap();
    let reader = std::thread::spawn(move || {
        BufReader::new(answers)
            .lines()
            .map_while(Result::ok)
            .filter(|it| it.contains("\"turn\":"))
            .count()
    });
    // from before the first line to after the last, spread evenly over the runs
    let whole = u64::try_from(whole.as_micros()).unwrap();
    let moment = Duration::from_micros(number * 2_654_435_761 % whole);
    let killer = std::thread::spawn(move || {
        std::thread::sleep(moment);
        child.kill().unwrap();
        child.wait().unwrap();
    });
    for reply in REPLIES {
        if writeln!(stdin, "{reply}").is_err() {
            break;
        }
        std::thread::sleep(Duration::from_millis(8));
    }
    killer.join().unwrap();
    drop(stdin);
    reader.join().unwrap()
}

#[test]
fn two_hundred_sessions_killed_at_random_moments_lose_no_reply_and_stay_readable() {
    for round in 0..4u64 {
        let home = Home::new();
        // on a busy machine everything takes longer, and not always as long
        let started = Instant::now();
        straight(&Home::new());
        let whole = started.elapsed() * 2 + Duration::from_millis(60);
        for number in 0..50 {
            let before = home.logs();
            let answered = kill_at_random(&home, round * 50 + number + 1, whole);
            let Some(log) = home.logs().into_iter().find(|it| !before.contains(it)) else {
                assert_eq!(answered, 0, "an answer without a log");
                continue;
            };
            let text = fs::read_to_string(log).unwrap();
            let replies = text.matches("\"event\":\"reply\"").count();
            assert!(replies >= answered, "{answered} answers, {replies} replies");
        }
        let listed = home.run(&["list", "--sessions", "--json"], "").ok();
        // a log that was killed before its first line holds nothing to read
        let begun = home
            .logs()
            .iter()
            .filter(|it| fs::metadata(it).unwrap().len() > 0)
            .count();
        assert!(begun > 10, "all but {begun} were killed before they began");
        assert_eq!(listed.json().len(), begun, "{}", listed.err);
        home.run(&["resume", "--json"], "/end\n").ok();
        let store = home.run(&["store", "--ui", "en"], "");
        assert!(store.out.contains(&format!("{begun} session")), "{store:?}");
    }
}

/// The moment between a log and the mark that leads the store to it is too short to be killed in
/// often; here the mark cannot be made at all.
#[test]
fn no_log_is_begun_that_the_store_would_not_be_led_to() {
    let home = Home::new();
    straight(&home);
    let before = home.logs();
    let marks = before[0].parent().unwrap().with_file_name("pending");
    fs::remove_dir_all(&marks).unwrap();
    fs::write(&marks, "in the way").unwrap();
    let refused = home.run(&["play", "two-letters", "--json"], REPLIES.join("\n"));
    assert_eq!(refused.code, 1, "{refused:?}");
    assert_eq!(home.logs(), before);
}

#[test]
fn a_log_that_was_killed_before_its_heading_is_no_session_to_the_store() {
    let home = Home::new();
    straight(&home);
    let log = home.logs().pop().unwrap();
    fs::write(log.with_file_name("20260310-104000-0000.jsonl"), "").unwrap();
    let mark = log.parent().unwrap().with_file_name("pending");
    fs::write(mark.join("20260310-104000-0000"), "").unwrap();
    for _ in 0..2 {
        let store = home.run(&["store", "--ui", "en"], "").ok();
        assert!(store.out.contains("1 session"), "{store:?}");
        assert_eq!(store.err, "");
    }
}

#[cfg(unix)]
#[test]
fn a_disk_that_fills_up_gives_the_reply_back_and_loses_none_before_it() {
    let home = Home::new();
    // the content that a session rests on is kept already
    straight(&home);
    let before = home.logs();
    let first = fs::read_to_string(&before[0]).unwrap();
    let heading = first.lines().next().unwrap().len() / 1024;
    // no file may grow beyond this: as on a full disk, writing fails half-way
    let program = env!("CARGO_BIN_EXE_oefenlijn");
    let limited = format!(
        "trap '' XFSZ; ulimit -f {}; exec {program} play two-letters --seed 11 --ui en",
        heading + 5
    );
    let mut command = std::process::Command::new("bash");
    command
        .args(["-c", &limited])
        .env_clear()
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path())
        .env("PATH", "/usr/bin:/bin");
    let replies = format!(
        "Dus {}klopt dat?\n",
        "u heeft twee brieven gekregen en ".repeat(20)
    );
    let ran = crate::support::run(command, replies.repeat(12).as_bytes());
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(
        ran.err.contains("klopt dat?"),
        "the reply is given back: {}",
        ran.err
    );
    let log = home
        .logs()
        .into_iter()
        .find(|it| !before.contains(it))
        .unwrap();
    let answers = ran
        .out
        .matches("Verhagen:")
        .count()
        .max(ran.out.matches("Klant:").count());
    let replies = fs::read_to_string(&log)
        .unwrap()
        .matches("\"event\":\"reply\"")
        .count();
    assert!(
        replies >= answers && answers > 0,
        "{answers} answers, {replies} replies"
    );
    // with room again it goes on
    let name = log.file_stem().unwrap().to_string_lossy().into_owned();
    let resumed = home
        .run(&["resume", &name, "--json"], "Dank u.\n/end\n")
        .ok();
    assert!(resumed.json().len() > answers);
}
