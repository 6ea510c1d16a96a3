//! A real terminal: line editing, completion, colours, Ctrl-C.

use std::time::Duration;

use expectrl::{Expect as _, Session, session::OsSession};

use crate::support::Home;

fn terminal(home: &Home, arguments: &[&str]) -> OsSession {
    let mut session = Session::spawn(home.command(arguments)).unwrap();
    session.set_expect_timeout(Some(Duration::from_secs(20)));
    session
}

#[test]
fn a_newcomer_picks_a_scenario_plays_and_sees_a_scorecard() {
    let home = Home::new();
    let mut screen = terminal(&home, &["--ui", "nl"]);
    screen.expect("Kies een gesprek").unwrap();
    screen.expect("Nummer of naam").unwrap();
    screen.send_line("two-letters").unwrap();
    screen.expect("Uw bureau").unwrap();
    screen.expect("U begint").unwrap();
    screen
        .send_line("Goedemiddag, u spreekt met Sanne. Waarmee kan ik u helpen?")
        .unwrap();
    screen.expect("Klant:").unwrap();
    screen.send_line("/help").unwrap();
    screen.expect("/desk").unwrap();
    screen.send_line("/mood").unwrap();
    screen.expect("Hartslag").unwrap();
    screen.send_line("/end").unwrap();
    screen.expect("Uitslag").unwrap();
    screen.expect("Begroeting").unwrap();
    screen.expect(expectrl::Eof).unwrap();
}

#[test]
fn tab_completes_commands_and_backspace_edits() {
    let home = Home::new();
    let mut screen = terminal(&home, &["play", "two-letters", "--ui", "nl"]);
    screen.expect("U begint").unwrap();
    screen.send("/he\t\r").unwrap();
    screen.expect("/desk").unwrap();
    screen.send("/moof\u{7f}d\r").unwrap();
    screen.expect("Hartslag").unwrap();
    screen.send("/quit\r").unwrap();
    screen.expect("oefenlijn resume").unwrap();
    screen.expect(expectrl::Eof).unwrap();
}

#[test]
fn ctrl_c_leaves_and_the_session_is_kept() {
    let home = Home::new();
    let mut screen = terminal(&home, &["play", "two-letters", "--ui", "nl"]);
    screen.expect("U begint").unwrap();
    screen.send_line("Goedemiddag, met Sanne.").unwrap();
    screen.expect("Klant:").unwrap();
    // before it reads again the terminal would end the program itself
    screen.expect("U:").unwrap();
    screen.send("\u{3}").unwrap();
    screen.expect("oefenlijn resume").unwrap();
    screen.expect(expectrl::Eof).unwrap();
    let mut screen = terminal(&home, &["resume", "--ui", "nl"]);
    screen.expect("Goedemiddag, met Sanne.").unwrap();
    screen.expect("Klant:").unwrap();
    screen.send_line("/end").unwrap();
    screen.expect("Uitslag").unwrap();
    screen.expect(expectrl::Eof).unwrap();
}

#[test]
fn no_color_is_honoured_and_an_exam_hides_the_mood() {
    let home = Home::new();
    let mut command = home.command(&["play", "two-letters", "--exam", "--ui", "nl"]);
    command.env("NO_COLOR", "1");
    let mut screen = Session::spawn(command).unwrap();
    screen.set_expect_timeout(Some(Duration::from_secs(20)));
    let before = screen.expect("U begint").unwrap();
    let shown = String::from_utf8_lossy(before.before()).into_owned();
    assert!(
        !shown.contains("\u{1b}[1m") && !shown.contains("\u{1b}[2m"),
        "{shown:?}"
    );
    screen.send_line("/mood").unwrap();
    screen.expect("toets").unwrap();
    screen.send_line("/end").unwrap();
    screen.expect("Uitslag").unwrap();
    screen.expect(expectrl::Eof).unwrap();
}

#[test]
fn a_rehearsal_shows_how_far_it_is() {
    let home = Home::new();
    let mut screen = terminal(&home, &["rehearse", "two-letters", "--runs", "60"]);
    screen.expect(expectrl::Regex("[0-9]+/[0-9]+")).unwrap();
    screen.expect("Wat geen gesprek bereikte").unwrap();
    screen.expect(expectrl::Eof).unwrap();
}

#[test]
fn a_coach_walks_through_a_session() {
    let home = Home::new();
    let session = crate::review_commands::practised(&home);
    let mut screen = terminal(&home, &["review", &session, "--as", "anna", "--ui", "nl"]);
    screen.expect("Antwoord 1 van 4").unwrap();
    screen.expect("Oordeel").unwrap();
    screen.send_line("?").unwrap();
    screen.expect("withdraw").unwrap();
    screen.send_line("").unwrap();
    screen.expect("Antwoord 2 van 4").unwrap();
    screen.send_line("+explian \"brieven\" zo").unwrap();
    screen.expect("Bedoelde u explain?").unwrap();
    screen.send_line("back").unwrap();
    screen.expect("Antwoord 1 van 4").unwrap();
    screen.send_line("level empathy 4 raak").unwrap();
    screen.expect("Genoteerd").unwrap();
    screen.send_line("quit").unwrap();
    screen.expect("programma").unwrap();
    screen.expect("Inleven").unwrap();
    screen.expect(expectrl::Eof).unwrap();
}
