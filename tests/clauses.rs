//! Replies in which one sentence holds several things, and in what order they are answered.

use crate::support::Case;

fn place(case: &Case, topic: &str) -> usize {
    let topics = case.topics();
    let at = topics.iter().position(|it| it == topic);
    at.unwrap_or_else(|| panic!("nothing of {topic}: {case:?}"))
}

#[test]
fn two_questions_in_one_sentence_are_both_answered() {
    let letters = || Case::scenario("two-letters").says("Goedemorgen, waarmee kan ik u helpen?");
    for question in [
        "Heeft u dinsdag 10 maart nog contact met ons gehad, of misschien iemand anders bij u thuis?",
        "Hebt u zelf die dinsdag nog iets besteld of iemand anders in uw huishouden?",
    ] {
        let case = letters().says(question);
        let _ = case.speaks_of("fact:tuesday").speaks_of("fact:who-else");
    }
}

#[test]
fn what_leads_in_to_a_question_does_not_hide_it() {
    let gate = Case::scenario("blocked-gate").says("Goedemiddag, waarmee kan ik u helpen?");
    let case = gate.says("Amai, wat vervelend, sinds wanneer staat die container daar?");
    let _ = case.speaks_of("fact:since-when");
}

#[test]
fn what_somebody_asks_for_at_the_end_of_a_long_sentence_is_given() {
    let letters = || Case::scenario("two-letters").says("Goedemorgen, waarmee kan ik u helpen?");
    for reply in [
        "Wat naar voor u, dat begrijp ik heel goed, ik zoek het meteen uit, mag ik uw klantnummer?",
        "Dank u wel, dan ga ik met u meekijken, ik heb er nog iets voor nodig, mag ik dan uw klantnummer noteren?",
        "Ik hoor dat u er flink van geschrokken bent, dat spijt me oprecht, dus mag ik van u het klantnummer?",
    ] {
        let _ = letters().says(reply).speaks_of("fact:customer-number");
    }
}

#[test]
fn neither_of_two_data_asked_for_in_one_sentence_is_lost() {
    for question in [
        "Met wie spreek ik, en mag ik ook uw geboortedatum?",
        "Met wie spreek ik en wanneer bent u geboren?",
        "Hoe heet u, en mag ik ook weten wanneer u geboren bent?",
    ] {
        let case = Case::scenario("file-number").says("Goedemiddag, waarmee kan ik u helpen?");
        let case = case.says(&format!("Ik wil zeker zijn dat u het bent. {question}"));
        let line = case.line();
        assert!(
            line.contains("Schellinck") && line.contains("1967"),
            "{case:?}"
        );
    }
}

#[test]
fn an_offer_is_taken_up_before_the_question_that_follows_it() {
    let case = Case::scenario("blocked-gate").says("Goedemiddag, waarmee kan ik u helpen?");
    let case = case.says("Wat is het adres, en hoe laat moeten de wagens weg?");
    let case = case.says(
        "Ik stuur u nu meteen een haakwagen vanuit Westrode. Op welk nummer kan ik u bereiken?",
    );
    let (offer, question) = (
        place(&case, "accepted:truck"),
        place(&case, "fact:phone-number"),
    );
    assert!(offer < question, "{case:?}");
}

#[test]
fn nobody_confirms_what_they_are_told_as_news() {
    let case = Case::scenario("two-letters").says("Goedemorgen, waarmee kan ik u helpen?");
    let case = case.says(
        "Er was dinsdag een storing bij ons, waardoor bestellingen dubbel zijn verwerkt. Dus u had helemaal gelijk.",
    );
    let _ = case.says_nothing_of("cue:confirm-summary");
}

#[test]
fn a_question_for_something_is_not_taken_for_an_offer() {
    for question in [
        "Wilt u mij de code sturen die u probeert te gebruiken?",
        "Wilt u mij die code even doorgeven?",
        "Kunt u de code die niet werkt hier intypen?",
    ] {
        let case = Case::scenario("code-fails").says(question);
        let _ = case.says_nothing_of("accepted:reissue");
    }
}

#[test]
fn what_stands_before_a_colon_only_leads_in_to_the_question_after_it() {
    for reply in [
        "Nog iets: rijdt u liever met de trein of met de auto?",
        "Even heel iets anders tussendoor: houdt u meer van bergen of van de zee?",
        "Wat ik eigenlijk bedoelde: houdt u van schaken of van dammen?",
    ] {
        let case = Case::scenario("discount-fishing").says("Hoi, met Sanne, zeg het eens.");
        let _ = case.says(reply).speaks_of("cue:unknown-choice");
    }
}

#[test]
fn a_face_of_signs_parts_a_remark_from_the_question_behind_it() {
    let case = Case::scenario("cancel-subscription").says("Goedemiddag, waarmee kan ik helpen?");
    let case = case.says("Fijn :) En wat is je geboortedatum?");
    let _ = case
        .speaks_of("fact:birth-date")
        .says_nothing_of("move:one-word");
}

#[test]
fn whoever_announces_one_more_question_does_not_ask_whether_there_is_anything_else() {
    for reply in [
        "Nog iets: pakt u het cadeau zelf in of zullen wij dat doen?",
        "Nog één ding: hoe oud wordt uw dochter?",
        "Verder nog iets: waar vieren jullie het feest?",
    ] {
        let case = Case::scenario("code-fails").says("Goedemiddag, waarmee kan ik u helpen?");
        let case = case.says(reply).says_nothing_of("cue:nothing-else");
        let _ = case.says_nothing_of("cue:something-else");
    }
}
