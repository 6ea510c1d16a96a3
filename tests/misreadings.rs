//! Replies that are easily taken for something else: biddings for facts, short questions for summaries, words
//! in passing for offers, choices for yes-or-no questions.

use crate::support::Case;

const WARM: &str =
    "Goedemorgen, u spreekt met Sanne van de klantenservice. Waarmee kan ik u helpen?";

/// A call about letters, well begun.
fn letters() -> Case {
    Case::scenario("two-letters").says(WARM)
}

#[test]
fn whoever_is_bidden_to_read_something_out_does() {
    for bidding in [
        "Leest u eens voor wat er bij het kenmerk staat.",
        "Kunt u het kenmerk van die brief even oplezen",
        "Noem het kenmerk op die tweede brief eens.",
    ] {
        let case = letters().says(bidding).speaks_of("fact:letter-reference");
        let _ = case.says_nothing_of("cue:asked-to-do");
    }
}

#[test]
fn what_the_agent_writes_down_is_no_bidding() {
    for note in [
        "Dan schrijf ik uw klantnummer even op.",
        "Ik schrijf uw klantnummer erbij.",
        "Ik zet uw klantnummer in het dossier.",
    ] {
        let case = letters().says(note);
        let _ = case.says_nothing_of("fact:customer-number");
    }
}

#[test]
fn a_short_question_that_sounds_like_a_conclusion_is_a_question() {
    for question in [
        "Dus, sinds wanneer?",
        "Dus hoeveel?",
        "Kortom, welke brief?",
        "Mag ik even samenvatten?",
    ] {
        let case = letters().says(question);
        let _ = case.says_nothing_of("cue:confirm-summary");
    }
}

#[test]
fn a_question_that_begins_with_a_preposition_stays_in_one_piece() {
    for question in [
        "Per wanneer had je zelf in gedachten?",
        "Tegen wanneer wilt u dat?",
        "Rond wanneer zou je willen stoppen?",
    ] {
        let case = Case::scenario("cancel-subscription").says("Hoi, je spreekt met Noor.");
        let case = case.says(question).speaks_of("fact:as-soon");
        let _ = case.says_nothing_of("cue:echo-yes");
    }
}

#[test]
fn whoever_is_asked_for_leave_gives_it_and_confirms_nothing() {
    for (told, asked) in [
        (
            "Er staat hier een aantekening die ik niet begrijp.",
            "Zal ik die voorlezen?",
        ),
        (
            "Momentje, ik loop even naar mijn collega.",
            "Mag ik u even laten wachten?",
        ),
        (
            "Ik zie hier drie regels staan van vanmorgen.",
            "Zal ik zeggen wat er staat, en dan zegt u wat er niet klopt?",
        ),
    ] {
        let case = letters().says(&format!("{told} {asked}"));
        let _ = case.says_nothing_of("cue:confirm-summary");
    }
}

#[test]
fn other_and_else_in_passing_do_not_ask_whether_there_is_more() {
    for reply in [
        "Dan moet ik het anders opzoeken. Wat is uw klantnummer?",
        "Ik kijk het ergens anders na. Hoe luidt uw klantnummer?",
        "Dan doen we het anders. Mag ik uw klantnummer?",
    ] {
        let case = letters().says(reply).speaks_of("fact:customer-number");
        let _ = case.says_nothing_of("cue:something-else");
    }
}

#[test]
fn a_choice_is_answered_with_neither_yes_nor_no() {
    for choice in [
        "Gaat het om de eerste brief of om de tweede?",
        "Rode letters of zwarte letters?",
        "Staat het daar nog, of is het daar ook weg?",
        "Slecht nieuws eerst of goed nieuws eerst?",
        "Ziet u rode of zwarte letters?",
    ] {
        let case = letters().says(choice);
        let case = case.says_nothing_of("cue:yes").says_nothing_of("cue:no");
        let _ = case.says_nothing_of("cue:unknown-yes-or-no");
    }
}

#[test]
fn whether_is_no_choice() {
    for question in [
        "Weet u toevallig of het om de tablet gaat?",
        "Kunt u nakijken of uw naam erop staat?",
        "Heeft u misschien een fax of iets dergelijks?",
        "Nog vragen of opmerkingen?",
        "Een mailtje of sms gehad?",
    ] {
        let _ = letters()
            .says(question)
            .says_nothing_of("cue:unknown-choice");
    }
}

#[test]
fn what_offers_nothing_is_neither_taken_nor_refused() {
    for (scenario, told, reply) in [
        (
            "two-letters",
            WARM,
            "Uw tablet doet het intussen gewoon, daar verandert niets aan.",
        ),
        (
            "late-reply",
            "Waar kan ik mee helpen?",
            "Mijn collega vroeg toen om een foto, en die kwam niet.",
        ),
        (
            "two-letters",
            WARM,
            "Ik vraag dit alleen omdat het in de voorschriften staat.",
        ),
        (
            "file-number",
            "Wat kan ik voor u doen?",
            "Bedankt voor het bellen, en nog een goede middag.",
        ),
    ] {
        let case = Case::scenario(scenario).says(told).says(reply);
        let verdicts = ["accepted:", "refused:", "early:", "again:"];
        let topics = case.topics();
        let verdict = topics
            .iter()
            .find(|it| verdicts.iter().any(|kind| it.starts_with(kind)));
        assert_eq!(verdict, None, "{reply} {}", case.line());
    }
}

#[test]
fn checks_of_the_whole_are_confirmed() {
    for check in [
        "Is dat allemaal correct?",
        "Is dat helemaal juist?",
        "Is dat inderdaad zo?",
    ] {
        let _ = letters().says(check).speaks_of("cue:confirm-summary");
    }
}

#[test]
fn english_remarks_and_questions_are_no_biddings() {
    for reply in [
        "Look, I understand.",
        "Email is fine.",
        "Open until five.",
        "Could you send emails this morning?",
        "Can you check whether it was there before?",
    ] {
        let case = Case::english("missing-contacts").says("Good morning, this is Sam.");
        let _ = case.says(reply).says_nothing_of("cue:asked-to-do");
    }
    for remark in ["Any questions or concerns?", "More or less?"] {
        let case = Case::english("two-letters").says("Good morning, this is Sam.");
        let _ = case.says(remark).says_nothing_of("cue:unknown-choice");
    }
    let case = Case::english("two-letters").says("Good morning, this is Sam.");
    let case = case.says("Please read out the reference on that letter.");
    let _ = case.speaks_of("fact:letter-reference");
}
