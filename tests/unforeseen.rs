//! What a customer says to what the case knows nothing of: by the kind of answer that is asked for.

use crate::support::Case;

const WARM: &str =
    "Goedemorgen, u spreekt met Sanne van de klantenservice. Waarmee kan ik u helpen?";

/// A call about letters, both of them told of.
fn letters() -> Case {
    let case = Case::scenario("two-letters").says(WARM);
    case.says("Wat staat er in de eerste brief, en wat in de tweede?")
}

#[test]
fn of_two_things_that_the_case_does_not_know_one_is_chosen() {
    for question in [
        "Draagt u liever laarzen of klompen?",
        "Is het die met het rode lintje of die met het blauwe lintje?",
        "Welke sokken draagt u, rode of blauwe?",
        "Wie zingt er mooier, de merel of de nachtegaal?",
        "U kunt dus zingen, zingt u liever hoog of laag?",
        "Speelt u viool of eerder piano?",
    ] {
        let _ = letters().says(question).speaks_of("cue:unknown-choice");
    }
}

#[test]
fn whoever_is_asked_whether_they_mean_something_says_so() {
    for question in [
        "De groene kaft, bedoelt u?",
        "Bedoel je de paraplu?",
        "U bedoelt het tuinhek?",
    ] {
        let _ = letters().says(question).speaks_of("cue:echo-yes");
    }
}

#[test]
fn whoever_is_asked_whether_they_want_to_be_told_something_wants_it() {
    for question in [
        "Wilt u weten hoe het schilderij heet?",
        "Zou u willen horen waarom de hond blaft?",
        "Wil je zien hoe hoog de toren is?",
    ] {
        let _ = letters().says(question).speaks_of("cue:agree-step");
    }
}

#[test]
fn a_summary_is_confirmed_as_a_whole() {
    for check in ["Correct?", "Klopt dat zo?", "Juist?"] {
        let case = letters().says(&format!(
            "Samengevat: u kreeg twee brieven vanmorgen. Het tabletabonnement kost tien euro per maand. {check}"
        ));
        let case = case.confirms();
        let told = case.topics().iter().any(|it| it.starts_with("fact:"));
        assert!(!told, "{case:?}");
    }
}

#[test]
fn what_is_wrong_in_a_summary_is_put_right() {
    let case = letters().says(
        "Samengevat: u kreeg vanmorgen twee brieven. U hebt dat tweede abonnement zelf besteld. Klopt dat?",
    );
    let _ = case
        .says_nothing_of("cue:confirm-summary")
        .speaks_of("cue:no");
}

#[test]
fn a_question_whether_what_was_just_said_is_so_is_answered_by_that() {
    for reply in [
        "Volgens het systeem is Compleet Plus telefonisch afgesloten. Heeft u dat gedaan?",
        "Er staat dat u Compleet Plus aan de telefoon afgesloten hebt. Heeft u dat zo gedaan?",
        "In het systeem staat dat het aan de telefoon besteld is. Hebt u dat gedaan?",
    ] {
        let case = letters().says(reply);
        let _ = case.says_nothing_of("fact:what-he-did-before");
    }
}

#[test]
fn whether_an_offer_suits_them_is_no_question_about_something_else() {
    for check in [
        "Is dat wat voor jullie?",
        "Is dat iets voor u?",
        "Wat vindt u van dat voorstel?",
    ] {
        let case = Case::scenario("discount-fishing").says("Hallo, met Noor. Zeg het eens.");
        let case = case.says(&format!("Ik stuur u een doos bonbons op. {check}"));
        let case = case.says_nothing_of("fact:min-need");
        let _ = case.says_nothing_of("cue:agree-step");
    }
}

#[test]
fn what_was_not_understood_is_put_in_other_words() {
    for question in [
        "Hoe bedoelt u?",
        "Wat bedoelt u precies?",
        "Hoe bedoelt u dat?",
    ] {
        let case = letters();
        let before = case.line().to_owned();
        let case = case.says(question);
        assert!(!case.line().contains(&before), "{before}\n{case:?}");
    }
}

#[test]
fn nobody_says_yes_to_a_summary_that_blames_them_or_turns_them_away() {
    for harsh in [
        "Ik kan u niet helpen, dat is uw eigen schuld.",
        "Dat hebt u helemaal aan uzelf te wijten.",
        "Daar gaan wij niet over en daar doe ik niets aan.",
    ] {
        let case = letters().says(&format!("Dus u kreeg twee brieven. {harsh} Klopt dat?"));
        let case = case.says_nothing_of("cue:confirm-summary");
        assert!(!case.line().is_empty(), "{case:?}");
    }
}
