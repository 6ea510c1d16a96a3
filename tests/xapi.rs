//! Kept sessions as statements: valid by the rules of xAPI 1.0.3, the same each time, without names.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::Home;

pub(crate) const REPLIES: &str = "\
Goedemiddag, u spreekt met Willemijn Paulusma. Waarmee kan ik u helpen?
Wat vervelend. Wat staat er precies in de brieven?
Mijn nummer is 06-12345678, of mail willemijn@voorbeeld.nl.
Dus u heeft twee brieven gekregen. Klopt dat?
";

/// A home with one session, ended with `/end`.
fn home() -> Home {
    let home = Home::new();
    let play = ["play", "two-letters", "--seed", "3", "--trainee", "wilma"];
    home.run(&play, format!("{REPLIES}/end\n")).ok();
    home
}

fn export(home: &Home, more: &[&str]) -> Vec<Value> {
    let mut arguments = vec!["export", "--xapi"];
    arguments.extend(more);
    home.run(&arguments, "").ok().json()
}

fn verbs(all: &[Value]) -> Vec<&str> {
    let ids = all.iter().map(|it| it["verb"]["id"].as_str().unwrap());
    ids.map(|it| it.rsplit('/').next().unwrap()).collect()
}

fn is_iri(it: &Value) -> bool {
    let text = it.as_str().unwrap_or_default();
    (text.starts_with("https://") || text.starts_with("http://"))
        && text.len() > 12
        && !text.contains([' ', '<', '>', '"', '{', '}'])
}

fn is_uuid(it: &Value) -> bool {
    let parts: Vec<&str> = it.as_str().unwrap_or_default().split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|it| it.len()).collect();
    lengths == [8, 4, 4, 4, 12]
        && parts[2].starts_with('5')
        && parts[3].starts_with(['8', '9', 'a', 'b'])
        && parts.concat().bytes().all(|it| it.is_ascii_hexdigit())
}

fn is_language_map(it: &Value) -> bool {
    let Some(map) = it.as_object() else {
        return false;
    };
    !map.is_empty()
        && map
            .iter()
            .all(|(tag, text)| tag.len() == 2 && text.is_string())
}

fn no_nulls(it: &Value) -> bool {
    match it {
        Value::Null => false,
        Value::Array(all) => all.iter().all(no_nulls),
        Value::Object(all) => all.values().all(no_nulls),
        _ => true,
    }
}

/// What is wrong with a statement by the rules of the specification.
fn faults(it: &Value) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let mut hold = |good: bool, what: &'static str| {
        if !good {
            faults.push(what);
        }
    };
    let keys = [
        "id",
        "actor",
        "verb",
        "object",
        "result",
        "context",
        "timestamp",
    ];
    hold(
        it.as_object()
            .unwrap()
            .keys()
            .all(|it| keys.contains(&it.as_str())),
        "keys",
    );
    hold(no_nulls(it), "null");
    hold(is_uuid(&it["id"]), "id");
    hold(is_uuid(&it["context"]["registration"]), "registration");
    hold(it["actor"]["objectType"] == "Agent", "agent");
    hold(is_iri(&it["actor"]["account"]["homePage"]), "home page");
    hold(
        it["actor"]["account"]["name"]
            .as_str()
            .is_some_and(|it| !it.is_empty()),
        "account",
    );
    hold(
        it["actor"].as_object().unwrap().len() == 2,
        "one identifier",
    );
    hold(
        is_iri(&it["verb"]["id"]) && is_language_map(&it["verb"]["display"]),
        "verb",
    );
    let object = &it["object"];
    hold(
        object["objectType"] == "Activity" && is_iri(&object["id"]),
        "object",
    );
    hold(is_iri(&object["definition"]["type"]), "type");
    let name = &object["definition"]["name"];
    hold(name.is_null() || is_language_map(name), "name");
    let extensions = it["context"]["extensions"].as_object().unwrap();
    hold(
        extensions
            .keys()
            .all(|it| is_iri(&Value::from(it.as_str()))),
        "extensions",
    );
    let time: Result<jiff::Timestamp, _> = it["timestamp"].as_str().unwrap().parse();
    hold(time.is_ok(), "timestamp");
    if let Some(score) = it["result"].get("score") {
        let of = |key: &str| score[key].as_f64().unwrap();
        hold((-1.0..=1.0).contains(&of("scaled")), "scaled");
        hold(
            of("min") < of("max") && (of("min")..=of("max")).contains(&of("raw")),
            "raw",
        );
    }
    if let Some(duration) = it["result"].get("duration") {
        let span: Result<jiff::Span, _> = duration.as_str().unwrap().parse();
        hold(span.is_ok(), "duration");
    }
    faults
}

#[track_caller]
fn all_valid(all: &[Value]) {
    for it in all {
        assert_eq!(faults(it), Vec::<&str>::new(), "{it:#}");
    }
    let ids: BTreeSet<String> = all.iter().map(|it| it["id"].to_string()).collect();
    assert_eq!(ids.len(), all.len(), "ids are unique");
}

#[test]
fn the_check_itself_finds_faults() {
    let good = export(&home(), &["--all"]).remove(0);
    for (path, bad) in [
        ("/id", Value::from("1-2")),
        ("/timestamp", Value::from("yesterday")),
        ("/object/id", Value::from("two letters")),
        ("/verb/display", Value::from("began")),
        ("/context/language", Value::Null),
    ] {
        let mut it = good.clone();
        *it.pointer_mut(path).unwrap() = bad;
        let found = faults(&it);
        assert!(!found.is_empty(), "{path}");
    }
}

#[test]
fn a_session_is_told_by_valid_statements_the_same_each_time() {
    let home = home();
    let all = export(&home, &["--all", "--replies"]);
    all_valid(&all);
    let told = verbs(&all);
    assert_eq!(
        told[..5],
        [
            "initialized",
            "responded",
            "responded",
            "responded",
            "responded"
        ]
    );
    assert_eq!(told.last(), Some(&"terminated"));
    assert!(
        told.iter().filter(|it| **it == "scored").count() >= 4,
        "{told:?}"
    );
    assert_eq!(export(&home, &["--all", "--replies"]), all);
    assert_eq!(export(&home, &["--trainee", "wilma", "--replies"]), all);
    assert!(export(&home, &["--trainee", "nobody"]).is_empty());
}

#[test]
fn scores_are_those_of_the_scorecard() {
    let home = home();
    let session = home.logs()[0]
        .file_stem()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    let end = home
        .run(&["replay", &session, "--json"], "")
        .ok()
        .json()
        .pop()
        .unwrap();
    let all = export(&home, &[&session]);
    let last = all.last().unwrap();
    assert_eq!(last["result"]["score"]["raw"], end["total"]);
    for it in all
        .iter()
        .filter(|it| it["verb"]["id"].as_str().unwrap().ends_with("/scored"))
    {
        let criterion = it["object"]["id"]
            .as_str()
            .unwrap()
            .rsplit('/')
            .next()
            .unwrap();
        assert_eq!(
            it["result"]["score"]["raw"], end["scores"][criterion],
            "{criterion}"
        );
    }
}

#[test]
fn names_stay_at_home_unless_they_are_kept() {
    let home = home();
    let masked = home
        .run(&["export", "--xapi", "--all", "--replies"], "")
        .ok()
        .out;
    for secret in ["wilma", "Willemijn", "Paulusma", "12345678", "voorbeeld.nl"] {
        assert!(!masked.contains(secret), "{secret}: {masked}");
    }
    assert!(
        masked.contains("u spreekt met [naam 1]. Waarmee"),
        "{masked}"
    );
    assert!(
        masked.contains("[nummer 1], of mail [e-mail 1]."),
        "{masked}"
    );
    let kept = home
        .run(
            &["export", "--xapi", "--all", "--replies", "--names", "keep"],
            "",
        )
        .ok()
        .out;
    assert!(
        kept.contains("\"wilma\"") && kept.contains("Willemijn Paulusma"),
        "{kept}"
    );
}

#[test]
fn what_was_not_ended_is_suspended_and_desks_and_callers_are_told_too() {
    let home = Home::new();
    home.run(&["play", "two-letters", "--seed", "1"], REPLIES)
        .ok();
    let all = export(&home, &["--all"]);
    all_valid(&all);
    assert_eq!(verbs(&all), ["initialized", "suspended"]);
    for scenario in ["chat-desk", "switchboard"] {
        let home = Home::new();
        home.run(
            &["play", scenario, "--seed", "1"],
            format!("{REPLIES}/end\n"),
        )
        .ok();
        let all = export(&home, &["--all", "--replies"]);
        all_valid(&all);
        assert!(verbs(&all).contains(&"initialized"), "{scenario}");
    }
}

#[test]
fn a_file_is_the_owners_alone_and_misuse_is_said() {
    let home = home();
    let file = home.path().join("out.jsonl");
    let path = file.to_str().unwrap();
    home.run(&["export", "--xapi", "--all", "--output", path], "")
        .ok();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(home.run(&["export", "--all"], "").code, 2);
    assert_eq!(home.run(&["export", "--xapi"], "").code, 2);
    assert_eq!(
        home.run(&["export", "--xapi", "20200101-000000-abcd"], "")
            .code,
        2
    );
}
