//! What people and machines do wrong: a clear message, nothing lost, no panic.

use crate::support::{Home, Ran, run};

/// No trace of a panic, and a sensible exit status.
#[track_caller]
fn sound(ran: &Ran) {
    assert!(!ran.err.contains("panicked"), "{ran:?}");
    assert!((0..=2).contains(&ran.code), "{ran:?}");
}

#[test]
fn any_reply_gets_an_answer() {
    let long = "Ik begrijp dat dit heel vervelend voor u is. ".repeat(2300);
    let replies: Vec<Vec<u8>> = vec![
        b"\n".to_vec(),
        b"   \t  \n".to_vec(),
        long.into_bytes(),
        vec![0xff, 0xfe, 0x00, 0x9f, 0x92, 0x96, 0xc3, 0x28],
        "😀😀😀".into(),
        "\u{202e}nelpeh u ki naK \u{200f}\u{200e}".into(),
        "a\u{301}\u{301}\u{301}\u{301}".repeat(500).into(),
        "?????!!!!".into(),
        "<script>alert(1)</script> %s %n \\x00 ${HOME} `id`".into(),
        "１２３ ＡＢＣ ﬁ".into(),
        "/".into(),
        "x".repeat(100_000).into(),
        "Wat ".repeat(25_000).into(),
    ];
    for reply in replies {
        let mut input = b"Goedemiddag, met Sanne.\n".to_vec();
        input.extend(&reply);
        input.extend(b"\nWat ziet u precies?\n");
        let ran = Home::new()
            .run(
                &["play", "missing-contacts", "--seed", "1", "--json"],
                input,
            )
            .ok();
        sound(&ran);
        for turn in ran.json().iter().filter(|it| it.get("turn").is_some()) {
            assert!(!turn["customer"].as_str().unwrap().is_empty(), "{turn}");
        }
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_said_so_and_no_save_plays_on() {
    let home = Home::new();
    // a file where a folder should be: no permission of any user helps
    std::fs::write(home.path().join("oefenlijn"), "").unwrap();
    let ran = home.run(&["play", "two-letters"], "Goedemiddag.\n");
    sound(&ran);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("--no-save") && ran.err.contains("oefenlijn"),
        "{}",
        ran.err
    );
    let ran = home
        .run(&["play", "two-letters", "--no-save"], "Goedemiddag.\n")
        .ok();
    assert!(ran.out.contains("Klant: "));
}

#[test]
fn without_a_home_there_is_a_message() {
    let home = Home::new();
    let mut command = home.command(&["play", "two-letters"]);
    command.env_clear();
    let ran = run(command, b"Goedemiddag.\n");
    sound(&ran);
}

#[test]
fn faulty_content_is_named_with_file_and_line() {
    let home = Home::new();
    let folder = home.path().join("content/scenarios/nl");
    std::fs::create_dir_all(&folder).unwrap();
    let content = home.path().join("content");
    let content = content.to_str().unwrap();
    let faults = [
        ("not = [toml", "scenario-file"),
        (
            "format = 1\nname = \"mine\"\n[[fact]]\nid = \"a\"\nsays = [\"x\"]\nasked = [\"(open\"]\n",
            "heading",
        ),
        ("format = 9\nname = \"other\"\n", "format"),
        ("format = 1\nname = \"mine\"\nlanguage = 5\n", "string"),
        ("format = 1\nname = \"mine\"\nnonsense = 5\n", "nonsense"),
    ];
    for (text, told) in faults {
        std::fs::write(folder.join("mine.toml"), text).unwrap();
        let ran = home.run(&["check", "--content", content], "");
        sound(&ran);
        assert_eq!(ran.code, 1, "{text}: {ran:?}");
        assert!(
            ran.out.contains("mine.toml") && ran.out.contains(told),
            "{text}: {}",
            ran.out
        );
        let ran = home.run(&["play", "mine", "--content", content], "");
        sound(&ran);
        assert_eq!(ran.code, 1, "{text}: {ran:?}");
    }
    std::fs::write(folder.join("mine.toml"), [0xff, 0xfe, 0x00]).unwrap();
    let ran = home.run(&["check", "--content", content], "");
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.err.contains("mine.toml"), "{ran:?}");
    assert_eq!(
        home.run(&["check", "--content", "no-such-folder"], "").code,
        2
    );
}

#[test]
fn a_lexicon_file_that_cannot_be_read_is_all_that_is_told() {
    let home = Home::new();
    let content = home.path().join("content");
    let folder = content.join("lexicon/nl");
    std::fs::create_dir_all(&folder).unwrap();
    // in place of the file that every other file of the language needs
    std::fs::write(folder.join("lexicon.toml"), "[words]\nu = [\"u\"\n").unwrap();
    let content = content.to_str().unwrap();
    for command in [["check", "two-letters"], ["play", "two-letters"]] {
        let ran = home.run(&[command[0], command[1], "--content", content], "");
        sound(&ran);
        assert_eq!(ran.code, 1, "{ran:?}");
        let shown = format!("{}{}", ran.out, ran.err);
        let found = shown.matches("error[").count();
        assert!(shown.contains("nl/lexicon.toml:"), "{shown}");
        assert_eq!(found, 1, "{shown}");
    }
}

#[test]
fn faulty_wordings_are_named_with_file_and_line() {
    let home = Home::new();
    let content = home.path().join("content");
    let folder = content.join("scenarios/nl/wordings");
    std::fs::create_dir_all(&folder).unwrap();
    let content = content.to_str().unwrap();
    let faults = [
        (
            "two-letters",
            "[fact.two-leters]\nasked = [\"x\"]\n",
            "two-leters",
        ),
        ("two-letters", "[fact.two-letters]\nask = [\"x\"]\n", "ask"),
        (
            "two-letters",
            "[move.gives-his-name]\nsaid = [\"x\"]\n",
            "gives-his-name",
        ),
        ("two-letters", "[solution.none]\nsaid = [\"x\"]\n", "none"),
        (
            "two-leters",
            "[fact.two-letters]\nasked = [\"x\"]\n",
            "no scenario",
        ),
    ];
    for (name, text, told) in faults {
        let file = folder.join(format!("{name}.toml"));
        std::fs::write(&file, text).unwrap();
        // all that is wrong with a scenario comes out when it is played; what belongs to none only here
        let command = if name == "two-letters" {
            ["play", name]
        } else {
            ["check", name]
        };
        let ran = home.run(&[command[0], command[1], "--content", content], "");
        sound(&ran);
        assert_eq!(ran.code, 1, "{text}: {ran:?}");
        let place = format!("wordings/{name}.toml");
        let shown = format!("{}{}", ran.out, ran.err);
        assert!(
            shown.contains(&place) && shown.contains(told),
            "{text}: {shown}"
        );
        std::fs::remove_file(&file).unwrap();
    }
}

#[test]
fn faulty_transcripts_are_named_with_their_line() {
    let home = Home::new();
    let faults = [
        "{\"id\":\"a\",\"turns\":[{\"speaker\":\"agent\",\"text\":\"Hallo\"}]}\n{broken",
        "{\"id\":\"a\",\"turns\":[{\"speaker\":\"parrot\",\"text\":\"Hallo\"}]}",
        "{\"id\":\"a\",\"turns\":\"none\"}",
        "{\"turns\":7}",
        "[1,2,3]",
        "\u{0}\u{1}\u{2}rubbish",
    ];
    for text in faults {
        let ran = home.run(&["score", "--json", "-"], text);
        sound(&ran);
        assert_eq!(ran.code, 1, "{text}: {ran:?}");
        assert!(!ran.err.is_empty(), "{text}");
    }
    let ran = home.run(&["score", "--json", "-"], vec![0xff, 0xfe, 0x80, 0x81]);
    sound(&ran);
    assert_eq!(ran.code, 1);
}

#[test]
fn a_closed_pipe_is_no_error() {
    let home = Home::new();
    let mut child = home
        .command(&["list"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(
        !String::from_utf8_lossy(&output.stderr).contains("panicked"),
        "{output:?}"
    );
}
