//! What ends a conversation, and what only sounds like its end.

use crate::support::Case;

const WARM: &str =
    "Goedemorgen, u spreekt met Sanne van de klantenservice. Waarmee kan ik u helpen?";

#[test]
fn only_a_last_word_is_a_goodbye() {
    let begun = || Case::scenario("two-letters-second-call").says(WARM);
    for words in [
        "Dag meneer Verhagen. Ik hoor aan u dat er iets goed is misgegaan, vertelt u maar.",
        "Goedendag meneer. Dat moet een nare ervaring zijn geweest.",
        "Dag meneer Verhagen, met Daan. Een momentje, ik pak uw gegevens erbij.",
        "Die komt op hetzelfde neer.",
        "Hij is binnen, scherp genoeg. Dank u wel!",
    ] {
        assert!(begun().says(words).turn().ended.is_none(), "{words}");
    }
    for words in [
        "Tot ziens meneer.",
        "Dan wens ik u nog een fijne dag. Sterkte ermee.",
    ] {
        assert!(begun().says(words).turn().ended.is_some(), "{words}");
    }
}

#[test]
fn nobody_takes_leave_of_whoever_asks_something() {
    let settled = || {
        let case =
            Case::scenario("discount-fishing").says("Hoi, met Sanne, waarmee kan ik helpen?");
        let case =
            case.says("U kunt naar Internet Maat met tv, 44 euro in plaats van 52 per maand.");
        case.says("Dan zet ik dat voor u om per 1 april.")
    };
    for words in [
        "Graag gedaan! Nog een dingetje: wat doen jullie thuis zoal op internet?",
        "Fijne dag alvast! Hoe lang woont u daar eigenlijk?",
        "Succes ermee! En waar was u precies met die badkamer bezig?",
    ] {
        let case = settled().says(words);
        assert!(case.turn().ended.is_none(), "{case:?}");
    }
    assert!(
        settled()
            .says("Graag gedaan, fijne dag nog!")
            .turn()
            .ended
            .is_some()
    );
}

#[test]
fn a_threat_to_end_the_call_does_not_end_it() {
    for name in ["two-letters", "two-letters-second-call", "file-number"] {
        for words in [
            "U moet wel rustig blijven, anders beëindig ik het gesprek.",
            "Als u zo doorgaat, hang ik op.",
        ] {
            let case = Case::scenario(name).says(WARM).says(words);
            assert!(case.turn().ended.is_none(), "{name}: {words}");
        }
        let case = Case::scenario(name).says(WARM);
        let case = case.says("Ik beëindig dit gesprek.");
        assert!(case.turn().ended.is_some(), "{name}");
    }
}

#[test]
fn who_is_calm_again_has_forgiven_a_blunder() {
    let mended = [
        "Sorry, dat had ik niet zo moeten zeggen. Vertelt u rustig wat er gebeurd is, ik luister.",
        "Wat vervelend dat u zo geschrokken bent, dat begrijp ik goed. Wat staat er in de tweede brief?",
        "Ik haal dat abonnement van dertig euro er meteen voor u af, het kost u niets.",
        "U heeft gelijk, dat had u nooit mogen krijgen.",
    ];
    let case = Case::scenario("two-letters").says("U moet gewoon antwoord geven!");
    let case = case.says_all(&mended);
    assert!(case.tension() < 34, "{case:?}");
    // three end a call that was not mended between them
    let _ = case
        .says("Nee hoor, dat klopt gewoon niet.")
        .goes_on()
        .says("Luistert u nou eens even!")
        .goes_on();
}
