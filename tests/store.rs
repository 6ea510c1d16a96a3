//! Figures of sessions in a database: the same on SQLite and on a real PostgreSQL server.

use std::{fs, thread};

use oefenlijn::{
    ground::clock::Instant,
    outcome::{Met, MomentMet, Outcome, Unheard},
    rubric::MomentKind,
    scenario::EndingKind,
    session::Mode,
    store::{Place, Store, StoreError},
};
use tempfile::TempDir;

use crate::support::{Home, Server};

pub(crate) fn outcome(session: &str, trainee: &str, level: u8) -> Outcome {
    Outcome {
        session: session.into(),
        at: Instant(1_000),
        until: Instant(61_000),
        trainee: Some(trainee.into()),
        scenario: "two-letters".into(),
        rubric: "service-call".into(),
        mode: Mode::Practice,
        engine: "0.1.0".into(),
        ending: Some(EndingKind::Resolved),
        replies: 3,
        total: Some(u32::from(level) * 25),
        levels: vec![
            ("greeting".into(), Some(level)),
            ("objections".into(), None),
        ],
        corrected: Vec::new(),
        moments: vec![MomentMet {
            moment: "thirty-euro".into(),
            kind: MomentKind::Objection,
            met: if level > 2 { Met::Whole } else { Met::Missed },
        }],
        unheard: vec![Unheard {
            turn: 2,
            reply: "pffft \0 '; DROP TABLE session; --".into(),
        }],
    }
}

/// Every behaviour, on a database that is empty.
fn behaves(fresh: &dyn Fn() -> Place) {
    figures_of_people_groups_and_scenarios(&fresh());
    putting_twice_changes_nothing_and_a_coachs_level_stands_beside_the_machines(&fresh());
    that_it_does_not_apply_is_a_level_too(&fresh());
    what_is_not_there_is_named(&fresh());
    several_writers_lose_nothing(&fresh());
    opening_at_once_migrates_once(&fresh());
}

fn figures_of_people_groups_and_scenarios(place: &Place) {
    let mut store = Store::open(place).unwrap();
    for (session, trainee, level) in [("a", "anna", 1), ("b", "anna", 3), ("c", "bram", 4)] {
        store.put(&outcome(session, trainee, level), "log").unwrap();
    }
    store.join("anna", "monday").unwrap();
    store.join("anna", "monday").unwrap();
    store.join("carl", "monday").unwrap();
    let anna = store.person("anna").unwrap();
    assert_eq!(anna.groups, ["monday"]);
    let levels: Vec<_> = anna
        .sessions
        .iter()
        .map(|it| it.levels[0].holds())
        .collect();
    assert_eq!(levels, [Some(1), Some(3)]);

    let monday = store.group("monday").unwrap();
    assert_eq!(monday.criteria, ["greeting", "objections"]);
    let names: Vec<_> = monday.people.iter().map(|it| it.person.as_str()).collect();
    assert_eq!(names, ["anna", "carl"]);
    let anna = &monday.people[0];
    assert_eq!((anna.sessions, anna.total), (2, Some(5_000)));
    assert_eq!(
        anna.standings[0].map(|it| (it.mean, it.sessions)),
        Some((200, 2))
    );
    assert_eq!(anna.standings[1], None, "it never applied");
    assert_eq!(
        (monday.people[1].sessions, monday.people[1].total),
        (0, None)
    );

    let scenario = store.scenario("two-letters").unwrap();
    assert_eq!(scenario.sessions, 3);
    assert_eq!(scenario.endings, [(Some(EndingKind::Resolved), 3)]);
    assert_eq!(scenario.total, Some(6_667));
    let worry = scenario.items.iter().find(|it| it.item == "thirty-euro");
    let worry = worry.unwrap();
    assert_eq!((worry.met_with, worry.had), (3, 67));
    assert!(worry.discrimination.unwrap() > 80, "{worry:?}");
    assert_eq!((scenario.unheard[0].times, scenario.unheard_in_all), (3, 3));
    assert!(scenario.unheard[0].reply.contains("DROP TABLE"));

    assert!(store.part("anna", "monday").unwrap());
    assert!(!store.part("anna", "monday").unwrap());
}

fn putting_twice_changes_nothing_and_a_coachs_level_stands_beside_the_machines(place: &Place) {
    let mut store = Store::open(place).unwrap();
    let corrected = Outcome {
        corrected: vec![("greeting".into(), Some(4))],
        ..outcome("a", "anna", 1)
    };
    store.put(&corrected, "log").unwrap();
    let before = store.person("anna").unwrap();
    assert_eq!(before.sessions[0].levels[0].human, Some(4));
    store.put(&corrected, "log, longer").unwrap();
    assert_eq!(store.person("anna").unwrap(), before);
    assert_eq!(store.log("a").unwrap().as_deref(), Some("log, longer"));
    store.remove("a").unwrap();
    assert_eq!((store.count().unwrap(), store.log("a").unwrap()), (0, None));
}

fn that_it_does_not_apply_is_a_level_too(place: &Place) {
    let mut store = Store::open(place).unwrap();
    let corrected = Outcome {
        corrected: vec![("greeting".into(), None), ("objections".into(), Some(3))],
        ..outcome("a", "anna", 1)
    };
    store.put(&corrected, "log").unwrap();
    store.put(&outcome("b", "anna", 4), "log").unwrap();
    store.join("anna", "monday").unwrap();
    let anna = store.person("anna").unwrap();
    let holds = |session: usize| {
        let levels = anna.sessions[session].levels.iter();
        levels
            .map(|it| (it.corrected, it.holds()))
            .collect::<Vec<_>>()
    };
    assert_eq!(holds(0), [(true, None), (true, Some(3))]);
    assert_eq!(holds(1), [(false, Some(4)), (false, None)]);
    let monday = store.group("monday").unwrap();
    let standings = monday.people[0].standings.iter();
    let standings: Vec<_> = standings
        .map(|it| it.map(|it| (it.mean, it.sessions)))
        .collect();
    assert_eq!(standings, [Some((400, 1)), Some((300, 1))]);
}

#[test]
fn a_database_of_an_older_program_keeps_what_coaches_set() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("old.sqlite");
    let old = rusqlite::Connection::open(&path).unwrap();
    for version in [
        include_str!("../src/store/migrations/1.sql"),
        include_str!("../src/store/migrations/2.sql"),
    ] {
        old.execute_batch(version).unwrap();
    }
    old.execute_batch(
        "CREATE TABLE migration (version BIGINT PRIMARY KEY, at BIGINT NOT NULL); \
         INSERT INTO migration VALUES (1, 0), (2, 0); \
         INSERT INTO session VALUES ('a', 0, 0, 'anna', 's', 'r', 'practice', '0', NULL, 1, 50); \
         INSERT INTO level (session, criterion, machine, human) \
         VALUES ('a', 'closing', 2, 4), ('a', 'empathy', 1, NULL);",
    )
    .unwrap();
    drop(old);
    let mut store = Store::open(&Place::File(path)).unwrap();
    let levels = &store.person("anna").unwrap().sessions[0].levels;
    let holds: Vec<_> = levels.iter().map(|it| (it.corrected, it.holds())).collect();
    assert_eq!(holds, [(true, Some(4)), (false, Some(1))]);
}

fn what_is_not_there_is_named(place: &Place) {
    let mut store = Store::open(place).unwrap();
    store.put(&outcome("a", "anna", 1), "").unwrap();
    store.join("anna", "monday").unwrap();
    let message = |error: StoreError| error.to_string();
    insta::assert_snapshot!(message(store.person("ana").unwrap_err()), @"no sessions of trainee `ana`; there are: anna");
    insta::assert_snapshot!(message(store.group("sunday").unwrap_err()), @"no sessions of group `sunday`; there are: monday");
    insta::assert_snapshot!(message(store.scenario("x").unwrap_err()), @"no sessions of scenario `x`; there are: two-letters");
}

fn several_writers_lose_nothing(place: &Place) {
    drop(Store::open(place).unwrap());
    thread::scope(|scope| {
        for writer in 0..4 {
            scope.spawn(move || {
                let mut store = Store::open(place).unwrap();
                for number in 0..20 {
                    let session = format!("{writer}-{number}");
                    store.put(&outcome(&session, "anna", 2), "log").unwrap();
                    // everybody also writes the same one
                    store.put(&outcome("shared", "anna", 2), "log").unwrap();
                }
            });
        }
    });
    assert_eq!(Store::open(place).unwrap().count().unwrap(), 81);
}

fn opening_at_once_migrates_once(place: &Place) {
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| Store::open(place).unwrap().count().unwrap());
        }
    });
}

#[test]
fn a_file() {
    let folder = TempDir::new().unwrap();
    let number = std::cell::Cell::new(0);
    behaves(&|| {
        number.set(number.get() + 1);
        Place::File(folder.path().join(format!("{}.sqlite", number.get())))
    });
}

#[test]
fn a_server() {
    let server = Server::start();
    behaves(&|| Place::Server(server.database()));
    a_play_reaches_the_server(&server);
    a_server_that_may_only_be_read_is_read(&server);
}

fn play(home: &Home, trainee: &str, extra: &[(&str, &str)]) -> crate::support::Ran {
    let mut command = home.command(&["play", "two-letters", "--seed", "5", "--trainee", trainee]);
    for (name, value) in extra {
        command.env(name, value);
    }
    crate::support::run(
        command,
        b"Goedemiddag, met Sanne.\nWat vervelend voor u.\n/end\n",
    )
}

fn a_play_reaches_the_server(server: &Server) {
    let (home, url) = (Home::new(), server.database());
    let at = [("OEFENLIJN_DATABASE_URL", url.as_str())];
    play(&home, "sanne", &at).ok();
    let place = Place::Server(url.clone());
    let mut store = Store::open(&place).unwrap();
    assert_eq!(store.person("sanne").unwrap().sessions.len(), 1);
    let name = home.logs()[0].file_stem().unwrap().display().to_string();
    let log = fs::read_to_string(&home.logs()[0]).unwrap();
    assert_eq!(store.log(&name).unwrap(), Some(log));

    // out of reach: the play is kept, and catches up later
    let nowhere = [(
        "OEFENLIJN_DATABASE_URL",
        "postgres://trainer@127.0.0.1:9/none",
    )];
    let alone = play(&home, "sanne", &nowhere).ok();
    assert!(
        alone.err.contains("127.0.0.1") || alone.err.contains("bewaard"),
        "{alone:?}"
    );
    assert_eq!(store.person("sanne").unwrap().sessions.len(), 1);
    let mut command = home.command(&["store"]);
    command.env("OEFENLIJN_DATABASE_URL", &url);
    crate::support::run(command, b"").ok();
    assert_eq!(store.person("sanne").unwrap().sessions.len(), 2);
}

fn a_server_that_may_only_be_read_is_read(server: &Server) {
    let (home, url) = (Home::new(), server.database());
    let at = [("OEFENLIJN_DATABASE_URL", url.as_str())];
    play(&home, "sanne", &at).ok();
    let name = url.rsplit('/').next().unwrap();
    let only_read = format!("ALTER DATABASE {name} SET default_transaction_read_only = on");
    let mut client = postgres::Client::connect(&url, postgres::NoTls).unwrap();
    client.batch_execute(&only_read).unwrap();
    let played = play(&home, "sanne", &at).ok();
    assert!(played.err.contains("cannot be written"), "{played:?}");
    let run = |arguments: &[&str]| {
        let mut command = home.command(arguments);
        command.env("OEFENLIJN_DATABASE_URL", &url);
        crate::support::run(command, b"")
    };
    assert_eq!(run(&["store"]).code, 1);
    let arguments = ["report", "--trainee", "sanne", "--format", "csv"];
    let report = run(&arguments).ok();
    assert_eq!(report.out.lines().count(), 2, "{report:?}");
    assert!(report.err.contains("cannot be written"), "{report:?}");
    let again = only_read.replace("= on", "= off");
    client
        .batch_execute(&format!("SET default_transaction_read_only = off; {again}"))
        .unwrap();
    assert_eq!(run(&arguments).ok().out.lines().count(), 3);
}

#[test]
fn figures_are_made_anew_from_the_logs() {
    let home = Home::new();
    for trainee in ["sanne", "bram"] {
        play(&home, trainee, &[]).ok();
    }
    let place = Place::File(home.path().join("oefenlijn/oefenlijn.sqlite"));
    insta::assert_snapshot!(home.run(&["store", "--ui", "en"], "").ok().out.lines().last().unwrap(), @"2 brought up to date");
    insta::assert_snapshot!(home.run(&["store", "--ui", "en"], "").ok().out.lines().last().unwrap(), @"0 brought up to date");
    let figures = |place: &Place| {
        let mut store = Store::open(place).unwrap();
        (
            store.person("sanne").unwrap(),
            store.scenario("two-letters").unwrap(),
        )
    };
    let before = figures(&place);
    assert!(before.0.sessions[0].total.is_some());
    fs::remove_file(home.path().join("oefenlijn/oefenlijn.sqlite")).unwrap();
    home.run(&["store", "rebuild"], "").ok();
    assert_eq!(figures(&place), before);
}

#[test]
fn criteria_stand_in_the_rubrics_order() {
    let home = Home::new();
    play(&home, "sanne", &[]).ok();
    home.run(&["group", "monday", "--add", "sanne"], "").ok();
    let order = "Greeting,Listening and probing,Handling objections,Empathy,Closing";
    let table = |of: &[&str]| {
        let report = ["report", "--format", "csv", "--ui", "en"];
        home.run(&[&report, of].concat(), "").ok().out
    };
    let (trainee, group) = (
        table(&["--trainee", "sanne"]),
        table(&["--group", "monday"]),
    );
    for table in [&trainee, &group] {
        assert!(table.lines().next().unwrap().ends_with(order), "{table}");
    }
    // what stands below them goes with them
    let levels = |table: &str| {
        let row = table.lines().nth(1).unwrap().split(',').rev().take(5);
        let levels = row.map(|it| {
            it.trim_matches('"')
                .split(['.', ' '])
                .next()
                .unwrap()
                .to_owned()
        });
        levels.collect::<Vec<_>>()
    };
    assert_eq!(levels(&trainee), levels(&group));
    let page = [
        "report",
        "--trainee",
        "sanne",
        "--format",
        "html",
        "--ui",
        "en",
    ];
    let page = home.run(&page, "").ok().out;
    let places: Vec<usize> = order
        .split(',')
        .map(|it| page.find(&format!("<figcaption>{it}")).expect(it))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn groups_outlive_the_store() {
    let home = Home::new();
    for trainee in ["sanne", "bram", "anna"] {
        play(&home, trainee, &[]).ok();
    }
    let group = ["group", "monday", "--ui", "en"];
    let change = |more: &[&str]| home.run(&[&group, more].concat(), "").ok().out;
    change(&["--add", "sanne", "bram", "anna"]);
    let before = change(&["--remove", "anna"]);
    fs::remove_file(home.path().join("oefenlijn/oefenlijn.sqlite")).unwrap();
    home.run(&["store", "rebuild"], "").ok();
    assert_eq!(change(&[]), before);
    // whoever is forgotten does not come back with the store
    home.run(&["forget", "bram", "--erase"], "").ok();
    home.run(&["forget", "sanne", "--pseudonym"], "").ok();
    let before = change(&[]);
    fs::remove_file(home.path().join("oefenlijn/oefenlijn.sqlite")).unwrap();
    home.run(&["store", "rebuild"], "").ok();
    assert_eq!(change(&[]), before);
    assert!(
        before.contains("p-") && !before.contains("bram"),
        "{before}"
    );
}

#[test]
fn a_session_that_cannot_be_read_is_named_and_holds_up_no_other() {
    let home = Home::new();
    for trainee in ["sanne", "bram"] {
        play(&home, trainee, &[]).ok();
    }
    fs::write(&home.logs()[0], "rubbish\n").unwrap();
    let ran = home.run(&["store", "--ui", "en"], "");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("was skipped"), "{ran:?}");
    assert!(ran.out.contains("1 brought up to date"), "{ran:?}");
}

#[cfg(unix)]
#[test]
fn files_are_readable_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new();
    play(&home, "sanne", &[]).ok();
    home.run(&["store"], "").ok();
    let mut folders = vec![home.path().join("oefenlijn")];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "{}: {mode:o}", path.display());
            if path.is_dir() {
                folders.push(path);
            } else {
                files += 1;
            }
        }
    }
    assert!(files > 5);
}

/// A database as the first version made it, with a session in it.
#[test]
fn a_database_of_an_older_version_is_raised_with_all_that_is_in_it() {
    let home = Home::new();
    play(&home, "sanne", &[]).ok();
    let file = home.path().join("oefenlijn/oefenlijn.sqlite");
    let first = rusqlite::Connection::open(&file).unwrap();
    first
        .execute_batch(include_str!("../src/store/migrations/1.sql"))
        .unwrap();
    first
        .execute_batch(
            "CREATE TABLE migration (version BIGINT PRIMARY KEY, at BIGINT NOT NULL); \
             INSERT INTO migration VALUES (1, 0); \
             INSERT INTO membership VALUES ('anna', 'monday'); \
             INSERT INTO session VALUES ('a', 1, 2, 'anna', 'two-letters', 'r', 'practice', '0', \
             'resolved', 3, 50)",
        )
        .unwrap();
    drop(first);
    home.run(&["store"], "").ok();
    let mut store = Store::open(&Place::File(file)).unwrap();
    assert_eq!(store.person("anna").unwrap().groups, ["monday"]);
    assert_eq!(store.count().unwrap(), 2);
    assert_eq!(store.reviews("a").unwrap(), []);
}

#[test]
fn a_database_that_is_none_or_too_new_says_what_to_do() {
    let folder = TempDir::new().unwrap();
    let rubbish = folder.path().join("rubbish.sqlite");
    fs::write(
        &rubbish,
        "this is no database, whatever its name says ".repeat(40),
    )
    .unwrap();
    let error = Store::open(&Place::File(rubbish)).unwrap_err().to_string();
    assert!(
        error.contains("rubbish.sqlite") && error.contains("sessions"),
        "{error}"
    );

    let place = Place::File(folder.path().join("new.sqlite"));
    drop(Store::open(&place).unwrap());
    let Place::File(path) = &place else {
        unreachable!()
    };
    let connection = rusqlite::Connection::open(path).unwrap();
    connection
        .execute("INSERT INTO migration VALUES (99, 0)", [])
        .unwrap();
    let error = Store::open(&place).unwrap_err();
    assert!(
        matches!(error, StoreError::TooNew { found: 99, .. }),
        "{error}"
    );
}
