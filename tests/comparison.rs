//! Two sessions side by side: where they parted, and what that did.

use oefenlijn::{
    comparison::{Comparison, Side},
    session::{Assessment, Practice},
};
use proptest::prelude::*;

use crate::support::{Case, Home, Ran, library};

const HELLO: &str = "Goedemorgen, u spreekt met Sanne. Waarmee kan ik u helpen?";
const GOOD: [&str; 3] = [
    HELLO,
    "Wat vervelend, ik snap dat u schrikt. Wat staat er in de brieven?",
    "Het spijt me. Dus u heeft twee brieven gekregen. Klopt dat?",
];
const BAD: [&str; 3] = [
    HELLO,
    "Dat kan niet, dat ziet u verkeerd.",
    "U moet gewoon even rustig doen.",
];

/// Plays and gives the session's name.
fn play(home: &Home, scenario: &str, replies: &[&str]) -> String {
    let before = home.logs();
    home.run(&["play", scenario, "--seed", "7"], replies.join("\n"))
        .ok();
    let new = home
        .logs()
        .into_iter()
        .find(|it| !before.contains(it))
        .unwrap();
    new.file_stem().unwrap().to_string_lossy().into_owned()
}

fn compare(home: &Home, a: &str, b: &str, more: &[&str]) -> Ran {
    home.run(&[&["compare", a, b, "--ui", "en"], more].concat(), "")
}

fn side(practice: &Practice) -> Side {
    Side::new(
        practice,
        Some(&Assessment::of(practice, library()).unwrap()),
    )
}

fn practised(replies: &[&str]) -> Side {
    side(Case::scenario("two-letters").says_all(replies).practice())
}

#[test]
fn they_part_where_one_contradicts_and_the_other_asks() {
    let home = Home::new();
    let (a, b) = (
        play(&home, "two-letters", &BAD),
        play(&home, "two-letters", &GOOD),
    );
    let json = compare(&home, &a, &b, &["--format", "json"]).ok().json();
    let it = &json[0]["comparison"];
    assert_eq!(
        (&it["parted"]["A"], &it["parted"]["B"]),
        (&2.into(), &2.into()),
        "{it}"
    );
    assert!(
        it["parted"]["only"]["A"]
            .as_array()
            .unwrap()
            .contains(&"dismiss".into())
    );
    let text = compare(&home, &a, &b, &[]).ok().out;
    assert!(
        text.contains("Until turn 2 both did: greet") && text.contains('│'),
        "{text}"
    );
    let md = compare(&home, &a, &b, &["--format", "md"]).ok().out;
    assert!(
        md.contains("## What made the difference") && md.contains("| A | B |"),
        "{md}"
    );
}

#[test]
fn a_session_with_itself_shows_no_difference() {
    let home = Home::new();
    let a = play(&home, "two-letters", &GOOD);
    let text = compare(&home, &a, &a, &[]).ok().out;
    assert!(
        text.contains("the same conversation twice") && !text.contains("Then A"),
        "{text}"
    );
}

#[test]
fn unlike_kinds_and_unknown_names_are_misuse() {
    let home = Home::new();
    let (call, desk) = (
        play(&home, "two-letters", &GOOD),
        play(&home, "chat-desk", &GOOD),
    );
    let unlike = compare(&home, &call, &desk, &[]);
    assert_eq!(unlike.code, 2);
    assert!(unlike.err.contains("is a chat desk"), "{unlike:?}");
    let unknown = compare(&home, &call, "nobody", &[]);
    assert!(
        unknown.code == 2 && unknown.err.contains(&desk),
        "{unknown:?}"
    );
}

#[test]
fn desks_customer_by_customer_and_callers_by_their_counts() {
    let home = Home::new();
    let (a, b) = (
        play(&home, "chat-desk", &GOOD),
        play(&home, "chat-desk", &BAD),
    );
    let desk = compare(&home, &a, &b, &["--format", "json"]).ok().json();
    assert_eq!(desk[0]["kind"], "chat-desk");
    assert!(!desk[0]["customers"].as_array().unwrap().is_empty());
    let a = play(
        &home,
        "switchboard",
        &["Goedemorgen.", "Met wie spreek ik?"],
    );
    let b = play(&home, "switchboard", &["Goedemorgen."]);
    let call = compare(&home, &a, &b, &["--format", "json"]).ok().json();
    let outcome = &call[0]["comparison"]["outcomes"]["A"];
    assert!(
        outcome["total"].is_null()
            && outcome["counts"]
                .as_object()
                .is_some_and(|it| !it.is_empty())
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn comparing_mirrors(a in prop::collection::vec(0usize..6, 0..6), b in prop::collection::vec(0usize..6, 0..6)) {
        let all = [GOOD, BAD].concat();
        let pick = |it: &[usize]| practised(&it.iter().map(|it| all[*it]).collect::<Vec<_>>());
        let (a, b) = (pick(&a), pick(&b));
        let there = Comparison::new(a.clone(), b.clone());
        let mut back = Comparison::new(b, a);
        back.sides.reverse();
        back.pairs.iter_mut().for_each(|it| it.turns.reverse());
        back.parting.iter_mut().for_each(|it| it.only.reverse());
        for it in &mut back.criteria { it.sides.reverse(); it.only.reverse(); }
        prop_assert_eq!(there, back);
    }
}
