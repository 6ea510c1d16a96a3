//! Every dependency points one way: a room uses only the rooms above it.

use std::{fs, path::Path};

/// The rooms in order. Rooms in one row do not use each other.
const ROWS: [&[&str]; 13] = [
    &["ground"],
    &["text"],
    &["acts"],
    &["content", "privacy", "trust"],
    &["transcript", "scenario", "rubric"],
    &["library", "customer", "score", "agreement"],
    &["exploration"],
    &["words"],
    &["session"],
    &[
        "rehearsal",
        "outcome",
        "review",
        "comparison",
        "calibration",
        "xapi",
    ],
    &["store"],
    &["report", "outbound"],
    &["cli"],
];

fn row(room: &str) -> Option<usize> {
    ROWS.iter().position(|row| row.contains(&room))
}

fn room_of(path: &Path) -> String {
    let below = path.strip_prefix("src").unwrap();
    let first = below.iter().next().unwrap().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

fn sources(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
}

/// The code alone: a comment may point to any room.
fn without_comments(text: &str) -> String {
    let code = text.lines().filter(|it| !it.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

/// The rooms named in `use crate::…` and in paths `crate::…` of a source.
fn used(text: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            rooms.extend(heads(group));
        } else {
            rooms.extend(word(rest));
        }
    }
    rooms
}

/// The first word of each path in `{a::b, c::{d, e}, f}`.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut heads, mut fresh) = (0usize, Vec::new(), true);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            letter if fresh && letter.is_alphabetic() => {
                heads.extend(word(&group[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
    heads
}

fn word(text: &str) -> Option<String> {
    let word: String = text
        .chars()
        .take_while(|it| it.is_alphanumeric() || *it == '_')
        .collect();
    (!word.is_empty()).then_some(word)
}

#[test]
fn rooms_use_only_rooms_above_them() {
    let mut files = Vec::new();
    sources(Path::new("src"), &mut files);
    assert!(files.len() > 40, "the sources were not found");
    let mut wrong = Vec::new();
    for file in files {
        let room = room_of(&file);
        let Some(own) = row(&room) else {
            assert!(["lib", "main"].contains(&&*room), "{room} has no row");
            continue;
        };
        for other in used(&without_comments(&fs::read_to_string(&file).unwrap())) {
            let above = row(&other).is_some_and(|it| it < own);
            if other != room && !above {
                wrong.push(format!("{} uses {other}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_architecture_names_the_rooms_in_this_order() {
    let text = fs::read_to_string("docs/architecture.md").unwrap();
    let (_, table) = text.split_once("| room | subject |").unwrap();
    let cells = table.lines().skip(2).map_while(|it| it.strip_prefix("| `"));
    let named: Vec<&str> = cells.filter_map(|it| it.split('`').next()).collect();
    let rooms: Vec<&str> = ROWS.concat();
    assert_eq!(named.len(), rooms.len(), "{named:?}");
    let rows: Vec<usize> = named.iter().map(|it| row(it).unwrap()).collect();
    assert!(rows.is_sorted(), "{named:?}");
}

#[test]
fn the_test_itself_reads_paths() {
    let text = "use crate::{\n    acts::{Act, Reader},\n    text::Mark,\n};\nfn f() { crate::ground::x(); }";
    assert_eq!(used(text), ["acts", "text", "ground"]);
}
