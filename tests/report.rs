//! `report SESSION` in its five forms.

use crate::support::{Home, Ran};

/// Markup, script and style that somebody types, as one reply.
pub(crate) const MARKUP: &str = "<script>document.title='ran'</script><img src=x onerror=alert(1)> </style> </mark> &amp; \"quoted\" 'too'";

const REPLIES: &str = "Goedemiddag, u spreekt met Sanne.\n=1+1\n";

/// A home with one short session, and the session's name.
fn played(replies: &str) -> (Home, String) {
    let home = Home::new();
    let play = ["play", "two-letters", "--seed", "11", "--trainee", "sanne"];
    home.run(&play, replies).ok();
    let name = home.logs()[0]
        .file_stem()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    (home, name)
}

fn report(home: &Home, arguments: &[&str]) -> Ran {
    let all: Vec<&str> = ["report"].iter().chain(arguments).copied().collect();
    home.run(&all, "")
}

/// What changes from run to run, made the same.
fn steady(text: &str, session: &str) -> String {
    let at = regex_free_time(text);
    let content = hash(text);
    let text = text.replace(session, "SESSION");
    let text = at.map_or(text.clone(), |it| text.replace(&it, "WHEN"));
    content.map_or(text.clone(), |it| text.replace(&it, "CONTENT"))
}

/// `2026-03-10 10:40`, wherever it stands.
fn regex_free_time(text: &str) -> Option<String> {
    let end = text.find(" UTC")?;
    text.get(end.checked_sub(16)?..end).map(str::to_owned)
}

fn hash(text: &str) -> Option<String> {
    let start = text.find("inhoud ").map(|it| it + "inhoud ".len())?;
    text.get(start..start + 12).map(str::to_owned)
}

#[test]
fn as_text() {
    let (home, name) = played(REPLIES);
    let ran = report(&home, &[&name]).ok();
    insta::assert_snapshot!(steady(&ran.out, &name), @"");
}

#[test]
fn as_markdown() {
    let (home, name) = played(REPLIES);
    let ran = report(&home, &[&name, "--format", "md"]).ok();
    insta::assert_snapshot!(steady(&ran.out, &name), @"");
}

#[test]
fn as_a_table_that_calculates_nothing() {
    let (home, name) = played(REPLIES);
    let ran = report(&home, &[&name, "--format", "csv"]).ok();
    insta::assert_snapshot!(steady(&ran.out, &name), @"");
}

#[test]
fn as_json() {
    let (home, name) = played(REPLIES);
    let ran = report(&home, &[&name, "--format", "json"]).ok();
    let mut sheet: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(sheet["session"], name);
    for it in ["session", "at", "content"] {
        assert!(sheet.as_object_mut().unwrap().remove(it).is_some(), "{it}");
    }
    // the long parts are looked at by their keys
    let talk = sheet["conversations"][0].as_object_mut().unwrap();
    let criteria = talk.remove("criteria").unwrap();
    let levels: Vec<_> = criteria
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["level"].clone())
        .collect();
    assert_eq!(levels.len(), 5);
    talk.remove("missed").unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&sheet).unwrap(), @"");
    let english = report(&home, &[&name, "--format", "json", "--ui", "en"]).ok();
    assert_eq!(english.out, ran.out, "JSON is never localised");
}

#[test]
fn separators_and_the_byte_order_mark() {
    let (home, name) = played(REPLIES);
    let first = |arguments: &[&str]| {
        let all: Vec<&str> = [&*name, "--format", "csv"]
            .iter()
            .chain(arguments)
            .copied()
            .collect();
        let out = report(&home, &all).ok().out;
        out.lines().next().unwrap().to_owned()
    };
    assert!(first(&[]).starts_with("rij;sessie;van;"));
    assert!(first(&["--ui", "en"]).starts_with("row,session,by,"));
    assert!(first(&["--separator", "tab"]).starts_with("rij\tsessie\tvan\t"));
    assert!(first(&["--bom"]).starts_with("\u{feff}rij;"));
    let wrong = report(&home, &[&name, "--format", "csv", "--separator", "\""]);
    assert_eq!(wrong.code, 2, "{wrong:?}");
}

#[test]
fn a_page_shows_markup_as_text_and_needs_nothing_else() {
    let (home, name) = played(&format!("{MARKUP}\n"));
    let page = report(&home, &[&name, "--format", "html"]).ok().out;
    assert!(
        page.contains("&lt;script&gt;document.title='ran'"),
        "{page}"
    );
    for it in [
        "<script",
        "<img",
        "http://",
        "https://",
        "<link",
        "style=",
        "onerror=alert(1)>",
    ] {
        assert!(!page.contains(it), "{it}");
    }
    assert_eq!(page.matches("</style>").count(), 1);
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn a_page_speaks_the_language_of_the_screen_and_marks_the_other() {
    let (home, name) = played(REPLIES);
    let dutch = report(&home, &[&name, "--format", "html"]).ok().out;
    assert!(dutch.contains("<html lang=\"nl\">") && dutch.contains("Gemiste momenten"));
    assert!(!dutch.contains("lang=\"en\""));
    let english = report(&home, &[&name, "--format", "html", "--ui", "en"])
        .ok()
        .out;
    assert!(english.contains("<html lang=\"en\">") && english.contains("Missed moments"));
    assert!(english.contains("<p class=\"words\" lang=\"nl\">"));
    for page in [dutch, english] {
        assert!(
            !page.contains("report-") && !page.contains("csv-"),
            "a message is missing"
        );
    }
}

#[test]
fn the_same_session_gives_the_same_bytes() {
    let (home, name) = played(REPLIES);
    for form in ["text", "md", "html", "json", "csv"] {
        let once = report(&home, &[&name, "--format", form]).ok().out;
        let again = report(&home, &[&name, "--format", form]).ok().out;
        assert_eq!(once, again, "{form}");
        let file = home.path().join(form);
        let output = file.to_str().unwrap();
        let written = report(&home, &[&name, "--format", form, "--output", output]).ok();
        assert_eq!(written.out, "");
        assert_eq!(std::fs::read_to_string(file).unwrap(), once, "{form}");
    }
}

#[test]
fn a_change_says_what_the_total_would_be() {
    let (home, name) = played(REPLIES);
    let ran = report(&home, &[&name, "--format", "json"]).ok();
    let sheet: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let total = sheet["total"].as_u64().unwrap();
    let criteria = sheet["conversations"][0]["criteria"].as_array().unwrap();
    let changes = criteria
        .iter()
        .map(|it| &it["change"])
        .filter(|it| !it.is_null());
    let better: Vec<u64> = changes.map(|it| it["total"].as_u64().unwrap()).collect();
    assert!(!better.is_empty());
    assert!(
        better.iter().all(|it| *it > total),
        "{better:?} against {total}"
    );
}

#[test]
fn misuse_is_told_from_bad_data() {
    let (home, name) = played(REPLIES);
    let unknown = report(&home, &["20200101-000000-0000"]);
    assert_eq!(unknown.code, 2, "{unknown:?}");
    assert!(
        unknown.err.contains(&name),
        "the latest are named: {unknown:?}"
    );
    assert_eq!(report(&home, &[]).code, 2);
    assert_eq!(report(&home, &[&name, "--trainee", "sanne"]).code, 2);
    assert_eq!(report(&home, &[&name, "--format", "pdf"]).code, 2);
    let nowhere = report(&home, &[&name, "--output", "/no/such/folder/report.html"]);
    assert_eq!(nowhere.code, 1, "{nowhere:?}");
}

#[test]
fn a_chat_desk_has_a_part_for_each_customer() {
    let home = Home::new();
    let replies = "Goedemiddag, wat is er gebeurd?\n/next\nIk kijk het na.\n/end\n";
    home.run(&["play", "chat-desk", "--seed", "1"], replies)
        .ok();
    let name = home.logs()[0]
        .file_stem()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    let text = report(&home, &[&name]).ok().out;
    assert!(
        text.contains("Klant 1: ") && text.contains("Klant 2: "),
        "{text}"
    );
    assert!(text.contains("Langste wachttijd"), "{text}");
}

#[test]
fn a_call_that_the_trainee_made_is_counted_and_not_scored() {
    let home = Home::new();
    home.run(
        &["play", "switchboard", "--seed", "1"],
        "1\nIk bel over mijn rekening\n",
    )
    .ok();
    let name = home.logs()[0]
        .file_stem()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    let ran = report(&home, &[&name, "--format", "json"]).ok();
    let sheet: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert!(sheet["total"].is_null());
    let talk = &sheet["conversations"][0];
    assert_eq!(talk["criteria"], serde_json::json!([]));
    assert!(!talk["counts"].as_array().unwrap().is_empty());
}
