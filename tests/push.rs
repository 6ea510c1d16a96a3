//! Statements sent to a store: one that fails in every way, and a real one.

use std::{
    collections::BTreeMap,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{
    support::{Fault, FaultyStore, Home, Ran, RealStore, run},
    xapi::REPLIES,
};

fn home(sessions: usize) -> Home {
    let home = Home::new();
    for seed in 0..sessions {
        let seed = seed.to_string();
        let play = ["play", "two-letters", "--seed", &seed, "--trainee", "wilma"];
        home.run(&play, format!("{REPLIES}/end\n")).ok();
    }
    home
}

fn pushing(home: &Home, url: &str) -> Command {
    let arguments = [
        "export",
        "--xapi",
        "--all",
        "--replies",
        "--push",
        url,
        "--ui",
        "en",
    ];
    let mut command = home.command(&arguments);
    command.env("OEFENLIJN_LRS_USER", "oefenlijn");
    command.env("OEFENLIJN_LRS_PASSWORD", "secret");
    command
}

fn push(home: &Home, url: &str) -> Ran {
    run(pushing(home, url), b"")
}

fn written(home: &Home) -> Vec<Value> {
    home.run(&["export", "--xapi", "--all", "--replies"], "")
        .ok()
        .json()
}

fn forget_what_was_sent(home: &Home) {
    std::fs::remove_dir_all(home.path().join("oefenlijn/outbox")).unwrap();
}

#[test]
fn a_store_that_is_away_busy_slow_or_cut_off_gets_everything_once() {
    let home = home(1);
    let all = written(&home).len();
    let faults = [
        Fault::Unavailable,
        Fault::Busy,
        Fault::StoresThenCuts,
        Fault::Slow,
    ];
    for fault in faults {
        let store = FaultyStore::new(&[fault], None);
        let ran = push(&home, &store.url()).ok();
        assert_eq!(store.count(), all, "{fault:?} {ran:?}");
        let posts = store.posts();
        let again = push(&home, &store.url()).ok();
        assert!(
            again
                .out
                .contains(&format!("0 statements sent, {all} were")),
            "{again:?}"
        );
        assert_eq!(store.posts(), posts, "the outbox knows, {fault:?}");
        let headers = store.shelf.lock().unwrap().headers.join("").to_lowercase();
        assert!(
            headers.contains("x-experience-api-version: 1.0.3"),
            "{headers}"
        );
        assert!(
            headers.contains("authorization: basic b2vmzw5sawpuonnly3jlda=="),
            "{headers}"
        );
    }
}

#[test]
fn a_conflict_is_what_is_there_already() {
    let home = home(1);
    let all = written(&home).len();
    let store = FaultyStore::new(&[], None);
    push(&home, &store.url()).ok();
    forget_what_was_sent(&home);
    let again = push(&home, &store.url()).ok();
    assert!(
        again
            .out
            .contains(&format!("0 statements sent, {all} were")),
        "{again:?}"
    );
    assert_eq!(store.count(), all);
}

#[test]
fn a_refusal_stops_at_once_with_what_the_store_said_and_no_password() {
    let home = home(1);
    let store = FaultyStore::new(&[Fault::Forbidden], None);
    let ran = push(&home, &store.url());
    assert_eq!((ran.code, store.posts()), (1, 1), "{ran:?}");
    assert!(ran.err.contains("403: no such scope"), "{ran:?}");
    assert!(!ran.err.contains("secret"), "{ran:?}");
}

#[test]
fn tries_are_bounded() {
    let home = home(1);
    let store = FaultyStore::new(&[Fault::Unavailable; 20], None);
    let ran = push(&home, &store.url());
    assert_eq!((ran.code, store.posts()), (1, 6), "{ran:?}");
    assert!(ran.err.contains("after 6 tries"), "{ran:?}");
}

#[test]
fn only_https_or_this_machine_and_never_without_a_password() {
    let home = home(1);
    for url in [
        "http://lrs.example/xapi",
        "http://127.0.0.1.lrs.example",
        "http://a:b@127.0.0.1/",
        "http://localhost@lrs.example/",
        "ftp://localhost/",
        "localhost",
    ] {
        let ran = push(&home, url);
        assert_eq!(ran.code, 2, "{url} {ran:?}");
        assert!(ran.err.contains("https://"), "{ran:?}");
    }
    let ran = home.run(
        &["export", "--xapi", "--all", "--push", "http://127.0.0.1:9/"],
        "",
    );
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("OEFENLIJN_LRS_PASSWORD"), "{ran:?}");
}

#[test]
#[cfg(unix)]
fn the_outbox_and_the_salt_are_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = home(1);
    push(&home, &FaultyStore::new(&[], None).url()).ok();
    let data = home.path().join("oefenlijn");
    let sent = std::fs::read_dir(data.join("outbox")).unwrap();
    let mut files: Vec<_> = sent.map(|it| it.unwrap().path()).collect();
    files.push(data.join("pseudonym-salt"));
    assert_eq!(files.len(), 2);
    for file in files {
        assert_eq!(
            file.metadata().unwrap().permissions().mode() & 0o777,
            0o600,
            "{file:?}"
        );
    }
}

/// What a store adds to a statement is left out.
fn as_sent(mut all: Vec<Value>) -> BTreeMap<String, Value> {
    for it in &mut all {
        for added in ["stored", "authority", "version"] {
            it.as_object_mut().unwrap().remove(added);
        }
    }
    let count = all.len();
    let by_id = all
        .into_iter()
        .map(|it| (it["id"].as_str().unwrap().to_owned(), it));
    let by_id: BTreeMap<String, Value> = by_id.collect();
    assert_eq!(by_id.len(), count, "no statement twice");
    by_id
}

#[test]
fn a_real_store_takes_everything_once() {
    let store = RealStore::start();
    let home = home(2);
    push(&home, &store.url()).ok();
    assert_eq!(as_sent(store.statements()), as_sent(written(&home)));
    push(&home, &store.url()).ok();
    forget_what_was_sent(&home);
    push(&home, &store.url()).ok();
    assert_eq!(as_sent(store.statements()), as_sent(written(&home)));
}

#[test]
fn a_push_killed_half_way_goes_on_and_a_real_store_has_everything_once() {
    let store = RealStore::start();
    let home = home(12);
    let expected = as_sent(written(&home));
    assert!(expected.len() > 110, "several batches: {}", expected.len());
    let between = FaultyStore::new(&[], Some(store.address));
    // the first batch is answered, the second stored without an answer
    between
        .shelf
        .lock()
        .unwrap()
        .faults
        .extend([Fault::Slow, Fault::Hangs]);
    let mut child = pushing(&home, &between.url())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while store.statements().len() < 100 {
        assert!(
            begun.elapsed() < Duration::from_mins(1),
            "the second batch never came"
        );
        thread::sleep(Duration::from_millis(100));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(store.statements().len() < expected.len(), "half-way");
    push(&home, &between.url()).ok();
    assert_eq!(as_sent(store.statements()), expected);
}
