//! What shared sessions rest on stays as long as a session rests on it; and many shared sessions are
//! listed.

use std::{collections::BTreeSet, fs};

use oefenlijn::{
    ground::fingerprint::Fingerprint,
    store::{Place, Store},
};

use crate::{
    shared::{Machine, gentler},
    store::outcome,
    support::Server,
};

/// The fingerprints of all texts in the database.
fn content(url: &str) -> BTreeSet<String> {
    let mut client = postgres::Client::connect(url, postgres::NoTls).unwrap();
    let rows = client.query("SELECT hash FROM content", &[]).unwrap();
    rows.iter().map(|it| it.get(0)).collect()
}

/// How many sessions are in the database.
fn sessions(url: &str) -> i64 {
    let mut client = postgres::Client::connect(url, postgres::NoTls).unwrap();
    let count = client.query_one("SELECT COUNT(*) FROM session", &[]);
    count.unwrap().get(0)
}

/// A trainee who practises with a text of their own; the fingerprint of that text.
fn practises_with_own_text(machine: &Machine) -> String {
    let folder = gentler(machine);
    let own = fs::read(format!("{folder}/scenarios/mood.toml")).unwrap();
    machine.play(&["--trainee", "ster", "--content", &folder]);
    Fingerprint::of(&own).as_str().to_owned()
}

/// The session reads for others as it was practised.
fn reads_as_it_was(machine: &Machine, session: &str) {
    let report = machine.json(&["report", session, "--format", "json"]);
    for key in ["changed", "lost"] {
        let changed = report["drift"][key].as_array().unwrap();
        assert!(changed.is_empty(), "{}", report["drift"]);
    }
}

#[test]
fn whoever_is_forgotten_leaves_no_text_of_their_own_in_a_shared_database() {
    let server = Server::start();
    let url = server.database();
    let (trainee, other) = (Machine::new(&url), Machine::new(&url));
    let own = practises_with_own_text(&trainee);
    let theirs = other.play(&["--trainee", "zwaluw"]);
    let before = content(&url);
    assert!(before.contains(&own) && before.len() > 20, "{before:?}");
    reads_as_it_was(&trainee, &theirs);

    // a pseudonym keeps the session, and with it what it rests on
    let pseudonym = ["forget", "ster", "--pseudonym", "--ui", "en"];
    let told = other.run(&pseudonym, "").ok().out;
    assert_eq!(content(&url), before);
    let name = told.split_whitespace().find(|it| it.starts_with("p-"));
    let name = name.unwrap().trim_end_matches(['.', ',', ';', ':']);

    // from a machine that has none of the logs
    let erase = ["forget", name, "--erase", "--ui", "en"];
    let told = other.run(&erase, "").ok().out;
    assert!(told.contains("1 session has been erased"), "{told}");
    assert_eq!(sessions(&url), 1);
    let mut left = before.clone();
    left.remove(&own);
    assert_eq!(content(&url), left, "only what nobody else rests on goes");
    reads_as_it_was(&trainee, &theirs);

    // the trainee comes back, and so does the text
    assert_eq!(practises_with_own_text(&trainee), own);
    assert_eq!(content(&url), before);
    other.run(&["forget", "zwaluw", "--erase"], "").ok();
    assert!(content(&url).contains(&own));
    // the one in the database whose log is elsewhere counts as well
    let retain = ["retain", "--days", "0", "--ui", "en"];
    let would = other.run(&[&retain[..], &["--dry-run"]].concat(), "").ok();
    assert!(would.out.contains("1 session is older"), "{would:?}");
    let done = other.run(&retain, "").ok().out;
    assert!(done.contains("1 session of more than"), "{done}");
    assert_eq!((sessions(&url), content(&url)), (0, BTreeSet::new()));
}

#[test]
fn many_shared_sessions_are_listed_in_order_and_each_once() {
    const COUNT: usize = 401;
    let server = Server::start();
    let url = server.database();
    let machine = Machine::new(&url);
    let played = machine.play(&["--trainee", "ster"]);
    let log = fs::read_to_string(&machine.home.logs()[0]).unwrap();
    let mut store = Store::open(&Place::Server(url)).unwrap();
    let name = |number: usize| format!("20260101-000000-{number:04x}");
    for number in 0..COUNT {
        let log = log.replace(&played, &name(number));
        store.put(&outcome(&name(number), "ster", 2), &log).unwrap();
    }
    store.put(&outcome("torn", "ster", 2), "torn").unwrap();
    let known = BTreeSet::from([played, name(7)]);
    let (found, unreadable) = store.list_others(Some("ster"), &known).unwrap();
    let found: Vec<String> = found.into_iter().map(|it| it.header.session).collect();
    let expected: Vec<String> = (0..COUNT).filter(|it| *it != 7).map(name).collect();
    assert_eq!(found, expected);
    assert_eq!(unreadable, ["torn"]);
    let (none, _) = store.list_others(Some("zwaluw"), &known).unwrap();
    assert!(none.is_empty());
}
