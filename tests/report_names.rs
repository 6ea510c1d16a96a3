//! What people typed does not leave with a report for other programs, unless one says so.

use serde_json::Value;

use crate::support::{Home, Ran};

const REPLIES: &str = "\
Goedemiddag, u spreekt met Sanne van klantenservice. Waarmee kan ik u helpen?
Wat vervelend voor u. Mijn collega Pieter Wouters belt u op 06-12345678, mevrouw.
/note Pieter Wouters belt terug
Pffft Wouters pffft.
Dank u, mail gerust naar sanne.dewit@voorbeeld.nl als er iets is. Fijne dag!
/end
";

/// What must not be in what is handed on.
const TELLING: [&str; 5] = ["sanne", "pieter", "wouters", "12345678", "voorbeeld"];

/// Somebody's session, which a coach corrected; its name.
fn practised() -> (Home, String) {
    let home = Home::new();
    let play = ["play", "two-letters", "--seed", "4", "--trainee", "sanne"];
    home.run(&play, REPLIES).ok();
    let session = home.logs()[0].file_stem().unwrap().display().to_string();
    let review = ["review", &session, "--as", "coach-pieter"];
    let lines = "level empathy 4 dat Pieter Wouters belt is raak\nquit\n";
    home.run(&review, lines).ok();
    (home, session)
}

fn report(home: &Home, target: &[&str], more: &[&str]) -> Ran {
    home.run(&[&["report"], target, more].concat(), "").ok()
}

#[track_caller]
fn tells_nothing(text: &str) {
    let text = text.to_lowercase();
    for telling in TELLING {
        assert!(!text.contains(telling), "{telling}: {text}");
    }
}

#[track_caller]
fn tells_all(text: &str) {
    let text = text.to_lowercase();
    for telling in TELLING {
        assert!(text.contains(telling), "{telling}: {text}");
    }
}

#[test]
fn a_session_is_masked_for_programs_and_kept_for_people() {
    let (home, session) = practised();
    for (format, masked) in [
        ("json", true),
        ("csv", true),
        ("text", false),
        ("md", false),
        ("html", false),
    ] {
        let by = |more: &[&str]| {
            let format = ["--format", format];
            report(&home, &[&session], &[&format[..], more].concat()).out
        };
        let usual = by(&[]);
        let (mask, keep) = (by(&["--names", "mask"]), by(&["--names", "keep"]));
        tells_nothing(&mask);
        tells_all(&keep);
        assert_eq!(usual, if masked { mask } else { keep }, "{format}");
    }
}

#[test]
fn what_is_masked_stands_where_it_stood() {
    let (home, session) = practised();
    let json = |names: &str| -> Value {
        let more = ["--format", "json", "--names", names];
        serde_json::from_str(&report(&home, &[&session], &more).out).unwrap()
    };
    let (masked, kept) = (json("mask"), json("keep"));
    let turns = |it: &Value| it["conversations"][0]["turns"].clone();
    let text = |it: &Value| it["reply"]["text"].as_str().unwrap().to_owned();
    let first = text(&turns(&masked)[0]);
    assert_eq!(
        text(&turns(&masked)[1]),
        "Wat vervelend voor u. Mijn collega [naam 2] belt u op [nummer 1], mevrouw."
    );
    assert!(first.contains("u spreekt met [naam 1] van"), "{first}");
    // the same acts, each on the words that they were on
    let mut shown = 0;
    let both = turns(&masked).as_array().unwrap().clone();
    for (masked, kept) in both.iter().zip(turns(&kept).as_array().unwrap()) {
        if kept["reply"].is_null() {
            continue;
        }
        let marks = |it: &Value| it["reply"]["marks"].as_array().unwrap().clone();
        assert_eq!(marks(masked).len(), marks(kept).len());
        for (masked_mark, kept_mark) in marks(masked).iter().zip(marks(kept)) {
            assert_eq!(masked_mark["acts"], kept_mark["acts"]);
            let words = |turn: &Value, mark: &Value| -> String {
                let at = |key: &str| usize::try_from(mark[key].as_u64().unwrap()).unwrap();
                let (start, end) = (at("start"), at("end"));
                text(turn).chars().skip(start).take(end - start).collect()
            };
            let (masked, kept) = (words(masked, masked_mark), words(kept, &kept_mark));
            assert!(!masked.is_empty(), "{kept}");
            assert!(masked == kept || masked.contains('['), "{masked} / {kept}");
            shown += 1;
        }
    }
    assert!(shown > 3);
    the_rest_is_as_it_was(&masked, &kept);
}

fn the_rest_is_as_it_was(masked: &Value, kept: &Value) {
    let talk = |it: &Value| it["conversations"][0].clone();
    for key in ["total", "coach_total", "not_understood", "ending"] {
        assert_eq!(talk(masked)[key], talk(kept)[key], "{key}");
    }
    assert_eq!(talk(masked)["notes"][0], "[naam 2] belt terug");
    let who = masked["trainee"].as_str().unwrap();
    assert!(who.starts_with("p-") && who.len() == 18, "{who}");
    let criteria = talk(masked)["criteria"].as_array().unwrap().clone();
    let coach = criteria.iter().find(|it| !it["coach"].is_null()).unwrap();
    let coach = &coach["coach"];
    assert_eq!(coach["why"], "dat [naam 2] belt is raak");
    assert!(coach["by"].as_str().unwrap().starts_with("p-"), "{coach}");
    assert_ne!(coach["by"], masked["trainee"]);
    // words that earned a level are words of the reply
    let mut quoted = 0;
    for proof in criteria
        .iter()
        .flat_map(|it| it["evidence"].as_array().unwrap())
    {
        let turn = usize::try_from(proof["turn"].as_u64().unwrap()).unwrap();
        let reply = talk(masked)["turns"][turn - 1]["reply"]["text"].clone();
        let phrase = proof["phrase"].as_str().unwrap();
        assert!(
            reply.as_str().unwrap().contains(phrase),
            "{phrase}: {reply}"
        );
        quoted += usize::from(!phrase.is_empty());
    }
    assert!(quoted > 1);
}

#[test]
fn code_names_of_figures_stay_unless_one_says_otherwise() {
    let (home, _) = practised();
    home.run(&["group", "monday", "--add", "sanne", "bram"], "")
        .ok();
    for target in [["--trainee", "sanne"], ["--group", "monday"]] {
        for format in ["text", "md", "html", "json", "csv"] {
            let by = |more: &[&str]| {
                let format = ["--format", format];
                report(&home, &target, &[&format[..], more].concat()).out
            };
            let (usual, masked) = (by(&[]), by(&["--names", "mask"]));
            assert_eq!(usual, by(&["--names", "keep"]));
            assert!(!masked.contains("sanne"), "{target:?} {format}: {masked}");
            // a person's table holds sessions, and no name
            if (target[0], format) != ("--trainee", "csv") {
                assert!(usual.contains("sanne"), "{target:?} {format}: {usual}");
                assert!(masked.contains("p-"), "{target:?} {format}: {masked}");
            }
        }
    }
}

#[test]
fn replies_that_were_not_understood_are_masked_for_programs() {
    let (home, _) = practised();
    let by = |more: &[&str]| report(&home, &["--scenario", "two-letters"], more).out;
    let json = by(&["--format", "json"]);
    assert!(json.contains("Pffft [naam 1] pffft."), "{json}");
    tells_nothing(&json);
    tells_nothing(&by(&["--names", "mask"]));
    assert!(by(&[]).contains("Wouters"));
    assert!(by(&["--format", "json", "--names", "keep"]).contains("Wouters"));
}

#[test]
fn an_english_session_is_masked_in_english() {
    let home = Home::new();
    let replies = "Good morning, you are speaking with Mia. How can I help?\n\
                   My colleague Peter Walters will call you on 06-12345678.\n/end\n";
    let play = ["play", "two-letters", "--lang", "en", "--trainee", "mia"];
    home.run(&play, replies).ok();
    let session = home.logs()[0].file_stem().unwrap().display().to_string();
    let reported = report(&home, &[&session], &["--format", "csv"]).out;
    let exported = home.run(&["export", "--xapi", "--replies", &session], "");
    for text in [reported, exported.ok().out] {
        for telling in ["Mia", "mia", "Peter", "Walters", "12345678"] {
            assert!(!text.contains(telling), "{telling}: {text}");
        }
        let masked = "My colleague [name 2] will call you on [number 1].";
        assert!(text.contains(masked), "{text}");
    }
}

#[test]
fn a_session_whose_scenario_is_not_here_is_masked_all_the_same() {
    let home = Home::new();
    let content = home.path().join("content");
    std::fs::create_dir_all(content.join("scenarios/nl")).unwrap();
    let text = std::fs::read_to_string("scenarios/nl/two-letters.toml").unwrap();
    let text = text.replacen("\"two-letters\"", "\"our-own\"", 1);
    std::fs::write(content.join("scenarios/nl/our-own.toml"), text).unwrap();
    let content = content.to_string_lossy().into_owned();
    let play = [
        "play",
        "our-own",
        "--content",
        &content,
        "--trainee",
        "sanne",
    ];
    home.run(&play, REPLIES).ok();
    let session = home.logs()[0].file_stem().unwrap().display().to_string();
    for format in ["json", "csv"] {
        tells_nothing(&report(&home, &[&session], &["--format", format]).out);
    }
    let exported = home.run(&["export", "--xapi", "--replies", &session], "");
    tells_nothing(&exported.ok().out);
}

#[test]
fn who_exports_and_who_reports_call_somebody_by_the_same_pseudonym() {
    let (home, session) = practised();
    let exported = home.run(&["export", "--xapi", &session], "").ok().out;
    let reported = report(&home, &[&session], &["--format", "json"]).out;
    let reported: Value = serde_json::from_str(&reported).unwrap();
    let who = reported["trainee"].as_str().unwrap();
    assert!(exported.contains(who), "{who}: {exported}");
}
