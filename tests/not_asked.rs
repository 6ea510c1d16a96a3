//! What a customer makes of hearing that their answer was not what was asked.

use crate::support::Case;

const WARM: &str =
    "Goedemorgen, u spreekt met Sanne van de klantenservice. Waarmee kan ik u helpen?";

/// A call in which the customer has just given the number of their account.
fn numbered() -> Case {
    let case = Case::scenario("two-letters").says(WARM);
    case.says("Wat is uw klantnummer?")
        .speaks_of("fact:customer-number")
}

#[test]
fn what_was_told_is_not_told_again_where_something_else_was_meant() {
    for reply in [
        "Dat had ik al. Ik bedoel het kenmerk dat op de brief staat.",
        "Nee, dat vroeg ik niet. Welk kenmerk staat er op de tweede brief?",
        "Dat was mijn vraag niet, ik wil weten wat het kenmerk van die brief is.",
        "Ik vroeg iets anders: welk kenmerk staat er op de brief?",
    ] {
        let case = numbered().says(reply).speaks_of("fact:letter-reference");
        let _ = case.says_nothing_of("fact:customer-number");
    }
}

#[test]
fn whoever_only_says_that_it_was_not_that_is_asked_what_it_was() {
    for reply in [
        "Dat bedoelde ik niet.",
        "Dat is niet wat ik vroeg.",
        "Nee, dat was de vraag niet.",
    ] {
        let case = numbered().says(reply).speaks_of("move:not-what-i-asked");
        let _ = case.says_nothing_of("fact:customer-number");
    }
}

#[test]
fn a_question_asked_anew_that_nobody_can_answer_is_not_asked_back() {
    for reply in [
        "Ik vroeg op welke dag de postbode geboren is.",
        "Nee, ik vroeg waar de drukker van die brieven woont.",
    ] {
        let case = numbered().says(reply);
        let case = case.says_nothing_of("move:not-what-i-asked");
        let _ = case.says_nothing_of("fact:customer-number");
    }
}

#[test]
fn nobody_is_thanked_for_putting_right_what_the_customer_misheard() {
    for reply in [
        "Nee, dat bedoel ik niet, sorry. Welk kenmerk staat erop?",
        "Dat is niet wat ik bedoelde. Welk kenmerk staat er op die brief?",
    ] {
        let case = numbered().says(reply);
        let case = case.says_nothing_of("move:react-corrected");
        let _ = case.says_nothing_of("move:react-apology");
    }
}

#[test]
fn it_goes_so_in_every_voice() {
    for (case, question, asked) in [
        ("code-fails", "Wat is uw naam?", "fact:name"),
        ("blocked-gate", "Wat is uw naam?", "fact:name"),
    ] {
        let case = Case::scenario(case).says("Goedendag, waarmee kan ik u helpen?");
        let case = case.says(question).speaks_of(asked);
        let case = case.says("Dat vroeg ik niet.");
        let _ = case
            .speaks_of("move:not-what-i-asked")
            .says_nothing_of(asked);
    }
    let case = Case::english("two-letters").says("Good morning, how can I help you?");
    let case = case.says("What is your customer number?");
    let case = case.speaks_of("fact:customer-number");
    let _ = case
        .says("That's not what I asked.")
        .speaks_of("move:not-what-i-asked");
}
