//! A person is forgotten everywhere; what is old goes; what nobody asked to forget stays.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    calibration::{import, round},
    support::{Home, Ran},
};

fn play(home: &Home, trainee: &str) -> Ran {
    let replies = format!("Goedemiddag, met {trainee}.\nWat vervelend.\n/end\n");
    home.run(
        &["play", "two-letters", "--seed", "5", "--trainee", trainee],
        replies,
    )
    .ok()
}

/// The log of a trainee's only session.
fn log(home: &Home, trainee: &str) -> PathBuf {
    let theirs = format!("\"trainee\":\"{trainee}\"");
    let mut logs = home.logs().into_iter();
    logs.find(|it| fs::read_to_string(it).unwrap().contains(&theirs))
        .unwrap()
}

fn name(home: &Home, trainee: &str) -> String {
    let log = log(home, trainee);
    log.file_stem().unwrap().to_string_lossy().into_owned()
}

/// Every file of the data folder in which the word stands, whatever its case.
fn files_with(folder: &Path, word: &str) -> Vec<String> {
    let (mut folders, mut found) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                // pinned content names invented people only
                if !path.ends_with("content") {
                    folders.push(path);
                }
                continue;
            }
            let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).to_lowercase();
            if text.contains(&word.to_lowercase()) {
                found.push(path.display().to_string());
            }
        }
    }
    found
}

/// Two trainees; one of them is also in a group, disputed something, and reviewed the other.
fn peopled() -> Home {
    let home = Home::new();
    play(&home, "quirina");
    play(&home, "bram");
    let (hers, his) = (name(&home, "quirina"), name(&home, "bram"));
    home.run(&["group", "monday", "--add", "quirina", "bram"], "")
        .ok();
    let dispute = [
        "dispute",
        &hers,
        "--as",
        "quirina",
        "--criterion",
        "empathy",
        "Quirina zegt nee",
    ];
    home.run(&dispute, "").ok();
    home.run(
        &["review", &his, "--as", "quirina"],
        "level empathy 3 warm genoeg\nquit\n",
    )
    .ok();
    home.run(&["store"], "").ok();
    assert!(files_with(home.path(), "quirina").len() >= 4);
    home
}

#[test]
fn a_session_that_was_killed_in_its_first_line_is_forgotten_too() {
    let home = Home::new();
    play(&home, "anna");
    let draft = "20260310-104000-0000.draft";
    let draft = home.path().join("oefenlijn/pending").join(draft);
    fs::write(&draft, "{\"trainee\":\"anna\",\"scen").unwrap();
    home.run(&["store"], "").ok();
    home.run(&["forget", "anna", "--erase"], "").ok();
    let data = home.path().join("oefenlijn");
    assert_eq!(files_with(&data, "anna"), Vec::<String>::new());
}

#[test]
fn an_erased_person_stands_in_no_file() {
    let home = peopled();
    home.run(&["forget", "quirina", "--erase"], "").ok();
    assert_eq!(files_with(home.path(), "quirina"), [""; 0]);
    assert_eq!(home.logs().len(), 1);
    assert_eq!(home.run(&["report", "--trainee", "quirina"], "").code, 2);
    // the other one's practice stands, and what was said of it
    let report = home
        .run(&["report", "--trainee", "bram", "--ui", "en"], "")
        .ok();
    assert!(report.out.contains("(coach; program"), "{}", report.out);
    assert_eq!(home.run(&["forget", "quirina", "--erase"], "").code, 2);
}

#[test]
fn whoever_is_forgotten_is_so_by_whatever_capitals() {
    for how in ["--erase", "--pseudonym"] {
        let home = peopled();
        play(&home, "Quirina");
        home.run(&["group", "Tuesday", "--add", "QUIRINA"], "").ok();
        home.run(&["store", "rebuild"], "").ok();
        let listed = home
            .run(&["list", "--sessions", "--trainee", "QuiriNA"], "")
            .ok();
        assert_eq!(listed.out.lines().count(), 2, "{}", listed.out);
        home.run(&["forget", "quirina", how], "").ok();
        assert_eq!(files_with(home.path(), "quirina"), [""; 0], "{how}");
    }
}

#[test]
fn a_person_under_a_pseudonym_keeps_their_sessions() {
    let home = peopled();
    let said = home
        .run(&["forget", "quirina", "--pseudonym", "--ui", "en"], "")
        .ok()
        .out;
    let pseudonym = said
        .split_whitespace()
        .find(|it| it.starts_with("p-"))
        .unwrap();
    assert_eq!(files_with(home.path(), "quirina"), [""; 0]);
    assert_eq!(home.logs().len(), 2);
    let report = home
        .run(&["report", "--trainee", pseudonym, "--ui", "en"], "")
        .ok();
    assert!(
        report.out.contains("1 session") && report.out.contains("monday"),
        "{}",
        report.out
    );
    home.run(&["replay", &name(&home, pseudonym)], "").ok();
}

/// A coach who never practised, and whose name stands in a round and in a review.
fn coached() -> (Home, String) {
    let home = round(3);
    for coach in ["carla", "bram"] {
        import(&home, coach, &[1, 2, 3]);
    }
    play(&home, "quirina");
    let session = name(&home, "quirina");
    let lines = "level empathy 3 zo zou Carla het zeggen\nquit\n";
    home.run(&["review", &session, "--as", "Carla"], lines).ok();
    assert!(files_with(home.path(), "carla").len() >= 2);
    (home, session)
}

/// The pseudonym that was given, by what was said of it.
fn pseudonym(said: &str) -> String {
    let mut words = said.split(|it: char| !it.is_alphanumeric() && it != '-');
    words
        .find(|it| it.starts_with("p-"))
        .expect(said)
        .to_owned()
}

#[test]
fn a_coach_who_never_practised_is_forgotten_and_what_they_said_stays() {
    for how in ["--pseudonym", "--erase"] {
        let (home, session) = coached();
        let said = home
            .run(&["forget", "carla", how, "--ui", "en"], "")
            .ok()
            .out;
        let pseudonym = pseudonym(&said);
        assert!(!said.contains("session"), "{said}");
        assert_eq!(files_with(home.path(), "carla"), [""; 0], "{how}");
        let show = home
            .run(&["review", &session, "--show", "--ui", "en"], "")
            .ok()
            .out;
        assert!(show.contains(&format!("{pseudonym}: zo zou")), "{show}");
        let report = home
            .run(&["calibrate", "report", "march", "--ui", "en"], "")
            .ok()
            .out;
        assert!(
            report.contains(&pseudonym) && report.contains("bram"),
            "{report}"
        );
        let again = home.run(&["forget", "carla", how, "--ui", "en"], "");
        assert_eq!(again.code, 2, "{again:?}");
    }
}

#[test]
fn whoever_only_rated_or_only_reviewed_is_known_too() {
    let (home, _) = coached();
    home.run(&["forget", "bram", "--erase"], "").ok();
    assert_eq!(files_with(home.path(), "bram"), [""; 0]);
    let home = Home::new();
    play(&home, "quirina");
    let review = ["review", &name(&home, "quirina"), "--as", "carla"];
    home.run(&review, "level empathy 3 zo\n").ok();
    home.run(&["forget", "carla", "--erase"], "").ok();
    assert_eq!(files_with(home.path(), "carla"), [""; 0]);
    assert!(home.path().join("oefenlijn/reviews").is_dir());
    assert_eq!(home.logs().len(), 1, "who was reviewed keeps their session");
}

#[test]
fn what_is_old_goes_and_what_is_young_stays() {
    let home = Home::new();
    play(&home, "anna");
    play(&home, "bram");
    home.run(&["store"], "").ok();
    // as if the first had been played in 2020
    let log = log(&home, "anna");
    let text = fs::read_to_string(&log).unwrap();
    let old = aged(&text);
    fs::write(log, old).unwrap();
    home.run(&["store", "rebuild"], "").ok();
    let dry = home
        .run(&["retain", "--days", "30", "--dry-run", "--ui", "en"], "")
        .ok();
    assert!(dry.out.starts_with("1 session is older"), "{dry:?}");
    assert_eq!(home.logs().len(), 2);
    home.run(&["retain", "--days", "30"], "").ok();
    assert_eq!(home.logs().len(), 1);
    assert_eq!(home.run(&["report", "--trainee", "anna"], "").code, 2);
    home.run(&["report", "--trainee", "bram"], "").ok();
    home.run(&["replay", &name(&home, "bram")], "").ok();
}

/// Every moment of a log moved to the summer of 2020.
fn aged(text: &str) -> String {
    let moved = text.lines().map(|line| {
        let mut value: serde_json::Value = serde_json::from_str(line).unwrap();
        value["at"] = 1_593_600_000_000_i64.into();
        value.to_string() + "\n"
    });
    moved.collect()
}
