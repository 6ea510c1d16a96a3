//! What cannot be written, or is killed in writing: nothing that was kept is lost, and what is said tells
//! what to do.
#![cfg(unix)]

use std::{
    collections::BTreeMap,
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use crate::{
    review_commands::practised,
    support::{Home, Ran, is_root, run},
};

const REPLIES: &str = "Goedemiddag, met Sanne.\nWat vervelend voor u.\n/end\n";

/// The program without the right to write what its mode forbids: root has it otherwise.
fn confined(home: &Home, arguments: &[&str], input: &str) -> Ran {
    let plain = home.command(arguments);
    if !is_root() {
        return run(plain, input.as_bytes());
    }
    let mut guard = Command::new("setpriv");
    guard.args(["--bounding-set=-all", "--inh-caps=-all"]);
    run_under(guard, &plain, input)
}

/// Lets `guard` run the program, in the program's own environment.
fn run_under(mut guard: Command, program: &Command, input: &str) -> Ran {
    guard
        .arg(program.get_program())
        .args(program.get_args())
        .env_clear();
    for (name, value) in program.get_envs() {
        guard.env(name, value.unwrap_or_default());
    }
    guard.env("PATH", "/usr/bin:/bin");
    run(guard, input.as_bytes())
}

fn play(home: &Home, trainee: &str) -> Ran {
    let arguments = ["play", "two-letters", "--seed", "5", "--trainee", trainee];
    confined(home, &arguments, REPLIES)
}

fn database(home: &Home) -> PathBuf {
    home.path().join("oefenlijn/oefenlijn.sqlite")
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// Every file and folder of the data folder with its mode.
fn modes(home: &Home) -> BTreeMap<PathBuf, u32> {
    let (mut folders, mut found) = (vec![home.path().join("oefenlijn")], BTreeMap::new());
    while let Some(folder) = folders.pop() {
        found.insert(
            folder.clone(),
            fs::metadata(&folder).unwrap().permissions().mode() & 0o777,
        );
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let mode = fs::metadata(&path).unwrap().permissions().mode();
                found.insert(path, mode & 0o777);
            }
        }
    }
    found
}

/// What every file holds.
fn contents(home: &Home) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = modes(home).into_keys().filter(|it| it.is_file());
    files
        .map(|it| (it.clone(), fs::read(it).unwrap()))
        .collect()
}

#[test]
fn a_database_that_cannot_be_written_is_still_read_and_loses_no_session() {
    let home = Home::new();
    play(&home, "sanne").ok();
    confined(&home, &["store"], "").ok();
    allow(&database(&home), 0o400);
    let played = play(&home, "sanne").ok();
    assert_eq!(played.err, "", "a play does not wait for the database");
    let stored = confined(&home, &["store", "--ui", "en"], "");
    assert_eq!(stored.code, 1, "{stored:?}");
    let told = |it: &Ran| it.err.contains("cannot be written") && it.err.contains("writable");
    assert!(told(&stored), "{stored:?}");
    let arguments = ["report", "--trainee", "sanne", "--format", "csv"];
    let report = confined(&home, &arguments, "").ok();
    assert_eq!(report.out.lines().count(), 2, "{report:?}");
    assert!(told(&report), "the figures lack a session: {report:?}");
    // nobody is forgotten by half
    let before = contents(&home);
    let forgotten = confined(&home, &["forget", "sanne", "--erase"], "");
    assert!(forgotten.code == 1 && told(&forgotten), "{forgotten:?}");
    let kept = confined(&home, &["retain", "--days", "0"], "");
    assert!(kept.code == 1 && told(&kept), "{kept:?}");
    assert_eq!(contents(&home), before);

    allow(&database(&home), 0o600);
    let report = confined(&home, &arguments, "").ok();
    assert_eq!((report.out.lines().count(), &*report.err), (3, ""));
}

#[test]
fn in_a_folder_that_cannot_be_written_everything_is_read_and_nothing_half_done() {
    let home = Home::new();
    let session = practised(&home);
    confined(&home, &["store"], "").ok();
    let open = modes(&home);
    for (path, mode) in &open {
        allow(path, mode & 0o555);
    }
    let before = contents(&home);
    let no_play = play(&home, "sanne");
    assert_eq!(no_play.code, 1, "{no_play:?}");
    assert!(no_play.err.contains("--no-save"), "{no_play:?}");
    assert!(
        !no_play.out.contains("Klant:"),
        "nothing was begun: {no_play:?}"
    );
    for arguments in [
        &["report", &*session][..],
        &["report", "--trainee", "ster"],
        &["review", &session, "--show"],
        &["replay", &session],
        &["list", "--sessions"],
        &["export", "--xapi", "--all", "--names", "keep"],
    ] {
        let read = confined(&home, arguments, "").ok();
        assert!(read.out.contains("ster"), "{read:?}");
    }
    let line = "level empathy 1 kil\n";
    for (arguments, given_back) in [
        (
            &["review", &*session, "--as", "anna", "--ui", "en"][..],
            line,
        ),
        (&["group", "monday", "--add", "ster"], ""),
        (&["resume", &session], ""),
        (&["store", "rebuild"], ""),
    ] {
        let refused = confined(&home, arguments, line);
        assert_eq!(refused.code, 1, "{arguments:?}: {refused:?}");
        let told = refused.err.contains("writable") && refused.err.contains(given_back.trim());
        assert!(told, "{arguments:?}: {refused:?}");
    }
    assert_eq!(contents(&home), before);
    for (path, mode) in open {
        allow(&path, mode);
    }
    confined(&home, &["review", &session, "--as", "anna"], line).ok();
}

/// The program where no file may grow beyond so many kilobytes: as on a full disk, writing fails half-way.
fn crammed(home: &Home, kilobytes: u64, arguments: &[&str], input: &str) -> Ran {
    let plain = home.command(arguments);
    let mut guard = Command::new("bash");
    let script = format!("trap '' XFSZ; ulimit -f {kilobytes}; exec \"$@\"");
    guard.args(["-c", &script, "bash"]);
    run_under(guard, &plain, input)
}

#[test]
fn a_disk_without_room_for_the_database_loses_no_session() {
    let home = Home::new();
    for trainee in ["sanne", "bram"] {
        play(&home, trainee).ok();
    }
    // room for some of the tables, for all of them but no session, for one of two
    for kilobytes in [8, 24, 70, 90] {
        let refused = crammed(&home, kilobytes, &["store"], "");
        assert_eq!(refused.code, 1, "{kilobytes}: {refused:?}");
        let told = refused.err.contains("make room") && refused.err.contains("safe");
        assert!(told, "{kilobytes}: {refused:?}");
    }
    let stored = confined(&home, &["store", "--ui", "en"], "").ok();
    assert!(stored.out.contains("2 sessions"), "{stored:?}");
    sound(&home);
}

fn sound(home: &Home) {
    let connection = rusqlite::Connection::open(database(home)).unwrap();
    let said: String = connection
        .query_row("PRAGMA integrity_check", [], |it| it.get(0))
        .unwrap();
    assert_eq!(said, "ok");
}

#[test]
fn a_full_disk_gives_a_coach_their_line_back_and_keeps_those_before_it() {
    let home = Home::new();
    let session = practised(&home);
    let lines: Vec<String> = (0..40)
        .map(|it| format!("level empathy {} omdat het {it} keer zo was\n", it % 5))
        .collect();
    let arguments = ["review", &*session, "--as", "anna", "--ui", "en"];
    let refused = crammed(&home, 2, &arguments, &lines.concat());
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("make room"), "{refused:?}");
    let kept = refused.out.matches("Noted").count();
    assert!(
        kept > 5 && refused.err.contains(lines[kept].trim()),
        "{refused:?}"
    );
    // what was torn stands by itself, and what follows counts
    let line = "level empathy 3 toch\n";
    home.run(&["review", &session, "--as", "bram"], line).ok();
    let log = home
        .path()
        .join(format!("oefenlijn/reviews/{session}.jsonl"));
    let whole = fs::read_to_string(log).unwrap();
    let whole = whole
        .lines()
        .filter(|it| serde_json::from_str::<serde_json::Value>(it).is_ok());
    assert_eq!(whole.count(), kept + 1);
    let shown = home.run(&["review", &session, "--show", "--json"], "").ok();
    assert_eq!(
        shown.json()[0]["conversations"][0]["human"]["scores"]["empathy"],
        3
    );
}

#[test]
fn at_a_chat_desk_a_full_disk_gives_the_reply_back_too() {
    let home = Home::new();
    home.run(&["play", "chat-desk", "--seed", "3"], "/end\n")
        .ok();
    let heading = fs::metadata(&home.logs()[0]).unwrap().len() / 1024;
    let reply = format!("Dus {}klopt dat?", "u heeft twee brieven en ".repeat(20));
    let input = format!("{reply}\n").repeat(20);
    let arguments = ["play", "chat-desk", "--seed", "3"];
    let refused = crammed(&home, heading + 4, &arguments, &input);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains(&reply), "{refused:?}");
}

#[test]
fn a_store_that_is_killed_while_it_writes_catches_up() {
    let home = Home::new();
    for number in 0..6 {
        play(&home, &format!("trainee{number}")).ok();
    }
    for round in 0..12u64 {
        let rebuild = ["store", "rebuild"];
        let arguments = if round % 2 == 0 {
            &rebuild[..]
        } else {
            &rebuild[..1]
        };
        let mut child = home
            .command(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(round * 37 % 200 + 2));
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let stored = home.run(&["store", "--ui", "en"], "").ok();
    assert!(stored.out.contains("6 sessions"), "{stored:?}");
    sound(&home);
}

#[test]
fn several_processes_bring_the_same_figures_up_to_date() {
    let home = Home::new();
    for number in 0..4 {
        play(&home, &format!("trainee{number}")).ok();
    }
    thread::scope(|scope| {
        for number in 0..6 {
            let home = &home;
            scope.spawn(move || match number % 3 {
                0 => home.run(&["store", "rebuild"], "").ok(),
                1 => home.run(&["store"], "").ok(),
                _ => play(home, &format!("later{number}")).ok(),
            });
        }
    });
    let stored = home.run(&["store", "--ui", "en"], "").ok();
    assert!(stored.out.contains("6 sessions"), "{stored:?}");
    sound(&home);
}

#[test]
fn a_torn_last_line_of_the_groups_harms_no_other() {
    let home = Home::new();
    play(&home, "sanne").ok();
    let group = |more: &[&str]| home.run(&[&["group", "monday", "--ui", "en"], more].concat(), "");
    group(&["--add", "sanne"]).ok();
    let file = home.path().join("oefenlijn/groups.jsonl");
    let mut text = fs::read_to_string(&file).unwrap();
    text.push_str("{\"at\":17,\"kind\":\"jo");
    fs::write(&file, &text).unwrap();
    let before = group(&["--add", "bram"]).ok().out;
    assert!(fs::read_to_string(&file).unwrap().starts_with(&text));
    fs::remove_file(database(&home)).unwrap();
    home.run(&["store", "rebuild"], "").ok();
    assert_eq!(group(&[]).ok().out, before);
    assert!(
        before.contains("bram") && before.contains("sanne"),
        "{before}"
    );
}
