//! `cases`: what was corrected becomes a case, to which `check` holds the program.

use std::fs;

use oefenlijn::{content::Content, library::Library, review::prove};

use crate::{
    review::REPLIES,
    review_commands::practised,
    support::{Home, library},
};

const MENDED: &str = r#"
[[entry]]
id = "own-teeth"
speaker = "agent"
act = "own"
why = "Taking something on, as a figure of speech."
patterns = ["zet ik mijn tanden in", "ga ik mijn tanden in zetten", "zet ik de tanden in"]
examples = ["Daar zet ik mijn tanden in.", "Daar ga ik mijn tanden in zetten.", "Hier zet ik de tanden in."]
counter = ["Daar zet u uw tanden in.", "Mijn tanden doen pijn.", "Hij zet er zijn tanden in."]
"#;

#[test]
fn a_correction_becomes_a_case_that_check_reports_until_the_lexicon_is_mended() {
    let home = Home::new();
    let session = practised(&home);
    home.run(
        &["review", &session, "--as", "anna"],
        "\n\n\n+own \"zet ik mijn tanden in\" neemt het op zich, zegt Pieter\n",
    )
    .ok();
    let folder = home.path().join("content");
    let content = folder.to_str().unwrap();
    fs::create_dir_all(&folder).unwrap();
    let written = home
        .run(&["cases", "add", &session, "--content", content], "")
        .ok()
        .out;
    let name = format!("two-letters-{session}-reply-4.toml");
    assert!(written.contains(&name), "{written}");
    let case = fs::read_to_string(folder.join("cases/nl").join(&name)).unwrap();
    assert!(
        case.contains("zegt Xxxxxx") && case.contains("shows = [\"own\"]"),
        "{case}"
    );
    let checked = home.run(&["check", "--content", content, "cases/"], "");
    assert_eq!(checked.code, 1, "{checked:?}");
    let place = format!("cases/nl/{name}:");
    assert!(
        checked.out.contains("case-missed") && checked.out.contains(&place),
        "{}",
        checked.out
    );
    let lexicon = folder.join("lexicon/nl/agent");
    fs::create_dir_all(&lexicon).unwrap();
    fs::write(lexicon.join("own-teeth.toml"), MENDED).unwrap();
    home.run(&["check", "--content", content, "cases/", "own-teeth"], "")
        .ok();
}

#[test]
fn levels_become_a_case_of_the_whole_conversation_and_nothing_becomes_none() {
    let home = Home::new();
    let session = practised(&home);
    let to = home.path().join("mine");
    let arguments = ["cases", "add", &session, "--to", to.to_str().unwrap()];
    assert!(!home.run(&arguments, "").ok().out.contains(".toml"));
    home.run(
        &["review", &session, "--as", "anna"],
        "level empathy 4 raak\n",
    )
    .ok();
    home.run(&arguments, "").ok();
    let case = to.join(format!("cases/nl/two-letters-{session}-levels.toml"));
    let case = fs::read_to_string(case).unwrap();
    assert!(case.ends_with("[levels]\nempathy = 4\n"), "{case}");
    // somebody calls themselves Sanne, and the scenario's using the name makes it no less theirs
    let masked = |it: &&str| case.contains(&it.replace("Sanne", "Xxxxx"));
    assert!(REPLIES.iter().all(masked), "{case}");
    let checked = home.run(&["check", "--content", to.to_str().unwrap(), "cases/"], "");
    assert!(
        checked.code == 1 && checked.out.contains("case-level"),
        "{checked:?}"
    );
}

#[test]
fn a_faulty_case_is_said_so() {
    let home = Home::new();
    let folder = home.path().join("cases/nl");
    fs::create_dir_all(&folder).unwrap();
    let head = "format = 1\nwhy = \"x\"\nturns = [{ customer = \"Ja.\" }, { agent = \"Nee.\" }]\n";
    let faulty = [
        (format!("{head}shows = [\"dance\"]\n"), "case-file"),
        (head.to_owned(), "case-expects-nothing"),
        (format!("{head}[levels]\ncharm = 2\n"), "case-criterion"),
        (format!("{head}[levels]\nempathy = 5\n"), "case-file"),
        (head.replace("= 1", "= 2"), "case-format"),
        (head.replace("agent", "customer"), "case-turns"),
        (
            format!("{head}rubric = \"none\"\n[levels]\nempathy = 0\n"),
            "case-rubric",
        ),
    ];
    for (number, (text, _)) in faulty.iter().enumerate() {
        fs::write(folder.join(format!("{number}.toml")), text).unwrap();
    }
    let mut content = Content::embedded();
    content.overlay(home.path()).unwrap();
    let reader = library().reader("nl").unwrap();
    let found = prove(&Library::new(content), &reader, "nl");
    let told: Vec<(String, &str)> = found
        .iter()
        .map(|it| (it.source.as_ref().unwrap().0.path.to_string(), it.code))
        .collect();
    let wanted = faulty.iter().enumerate();
    let wanted: Vec<(String, &str)> = wanted
        .map(|(number, (_, code))| (format!("cases/nl/{number}.toml"), *code))
        .collect();
    assert_eq!(told, wanted);
}

#[test]
fn the_cases_that_are_built_in_are_fulfilled() {
    let cases = library().content().files("cases/nl/", ".toml");
    assert!(cases.len() >= 3, "{}", cases.len());
    let found = prove(library(), &library().reader("nl").unwrap(), "nl");
    assert!(found.is_empty(), "{found:#?}");
}
