//! The documents say what is so.

use std::{collections::BTreeSet, fs};

use crate::support::Home;

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The lines of all fenced blocks of a kind.
fn blocks(text: &str, kind: &str) -> Vec<String> {
    let (mut inside, mut lines) = (false, Vec::new());
    for line in text.lines() {
        if let Some(fence) = line.trim().strip_prefix("```") {
            inside = !inside && fence == kind;
        } else if inside {
            lines.push(line.to_owned());
        }
    }
    lines
}

#[test]
fn every_command_in_the_readme_is_understood() {
    let readme = read("README.md");
    let commands: Vec<String> = blocks(&readme, "sh")
        .into_iter()
        .filter(|it| it.starts_with("oefenlijn"))
        .collect();
    assert!(commands.len() >= 4, "{commands:?}");
    let known = [
        "play",
        "score",
        "agree",
        "check",
        "list",
        "rehearse",
        "resume",
        "replay",
        "compare",
        "report",
        "review",
        "dispute",
        "cases",
        "calibrate",
        "export",
        "store",
        "group",
        "forget",
        "retain",
    ];
    for command in commands {
        let words: Vec<&str> = command
            .split('#')
            .next()
            .unwrap()
            .split_whitespace()
            .collect();
        let subcommand = words.get(1).copied().unwrap_or("play");
        assert!(known.contains(&subcommand), "{command}");
        let help = Home::new().run(&[subcommand, "--help"], "").ok().out;
        for option in words.iter().filter(|it| it.starts_with("--")) {
            assert!(help.contains(*option), "{command}: {option}");
        }
    }
}

#[test]
fn the_conversation_in_the_readme_is_what_the_program_says() {
    let readme = read("README.md");
    let shown: Vec<String> = blocks(&readme, "text");
    let replies: Vec<&str> = shown
        .iter()
        .filter_map(|it| it.strip_prefix("U: "))
        .collect();
    assert!(!replies.is_empty());
    let ran = Home::new()
        .run(&["play", "two-letters", "--seed", "7"], replies.join("\n"))
        .ok();
    for line in shown.iter().filter(|it| it.starts_with("Klant: ")) {
        assert!(
            ran.out.lines().any(|it| it == line),
            "{line}\n\n{}",
            ran.out
        );
    }
}

#[test]
fn the_changelog_knows_this_version() {
    let changelog = read("CHANGELOG.md");
    assert!(changelog.contains("## [Unreleased]"));
    assert!(
        changelog.contains(&format!("## [{}]", env!("CARGO_PKG_VERSION")))
            || changelog.contains("Unreleased")
    );
}

#[test]
fn links_between_documents_lead_somewhere() {
    let mut documents = vec!["README.md".to_owned(), "CONTRIBUTING.md".to_owned()];
    for entry in fs::read_dir("docs").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|it| it == "md") {
            documents.push(path.to_string_lossy().into_owned());
        }
    }
    for document in documents {
        let text = read(&document);
        let folder = std::path::Path::new(&document).parent().unwrap();
        for (at, _) in text.match_indices("](") {
            let target: String = text[at + 2..].chars().take_while(|it| *it != ')').collect();
            let file = target.split('#').next().unwrap();
            if file.is_empty() || file.contains("://") {
                continue;
            }
            assert!(folder.join(file).exists(), "{document}: {target}");
        }
    }
}

/// The ids of messages in the sources: `say("…")`, `with("…"`, `remark("…")` and the like.
#[test]
fn every_message_is_used_and_every_used_message_exists() {
    let messages: BTreeSet<String> = read("locales/en.ftl")
        .lines()
        .filter_map(|it| it.split_once(" =").map(|it| it.0.to_owned()))
        .filter(|it| it.starts_with(|c: char| c.is_ascii_lowercase()))
        .collect();
    let mut sources = String::new();
    gather(std::path::Path::new("src"), &mut sources);
    let built = [
        "act-",
        "level-",
        "ending-",
        "figures-item-",
        "figures-person",
        "figures-group",
        "figures-scenario",
        "figures-goal-",
        "report-feeling-",
        "report-kind-",
        "report-moment-",
        "report-strength-",
    ];
    for id in &messages {
        let used =
            sources.contains(&format!("\"{id}\"")) || built.iter().any(|it| id.starts_with(it));
        assert!(used, "{id} is used nowhere");
    }
    for call in ["say(\"", ".with(\"", "remark(\""] {
        for (at, _) in sources.match_indices(call) {
            let id: String = sources[at + call.len()..]
                .chars()
                .take_while(|it| *it != '"')
                .collect();
            assert!(messages.contains(&id), "there is no message {id}");
        }
    }
}

fn gather(folder: &std::path::Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, text);
        } else {
            text.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn no_text_leans_on_a_place_outside_the_repository() {
    let outside = ["/home/", "/root/", "/Users/", "](/", "](../../", "file://"];
    let mut all = String::new();
    for folder in [
        "src",
        "docs",
        "lexicon",
        "scenarios",
        "rubrics",
        "rehearsal",
        "exploration",
        "locales",
        "scripts",
        "training",
        "examples",
        "benches",
    ] {
        gather_any(std::path::Path::new(folder), &mut all);
    }
    for file in ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Cargo.toml"] {
        all.push_str(&read(file));
    }
    for word in outside {
        assert!(!all.contains(word), "{word}");
    }
}

fn gather_any(folder: &std::path::Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather_any(&path, text);
        } else if path.ends_with("embedding.txt") {
            // numbers written as characters: any of them may come to any word
        } else if let Ok(content) = fs::read_to_string(path) {
            text.push_str(&content);
        }
    }
}
