//! Data that the agent asks for, and what becomes of them when they are read back.

use crate::support::Case;

const WARM: &str =
    "Goedemorgen, u spreekt met Sanne van de klantenservice. Waarmee kan ik u helpen?";

/// A call about letters, well begun.
fn letters() -> Case {
    Case::scenario("two-letters").says(WARM)
}

#[test]
fn a_number_read_back_with_a_slip_is_put_right() {
    for slip in [
        "Ik herhaal: 88 204 571, klopt dat?",
        "Dus klantnummer 88 204 51?",
        "88204518, genoteerd.",
    ] {
        let case = letters().says("Wat is uw klantnummer?").says(slip);
        let case = case.speaks_of("fact:customer-number").speaks_of("cue:no");
        let _ = case.says_nothing_of("cue:confirm-summary");
    }
    let year = letters().says("Wat is uw geboortedatum?");
    let year = year.says("Geboren in 1916, zie ik dat goed?");
    let _ = year.speaks_of("fact:birth-date").speaks_of("cue:no");
}

#[test]
fn a_number_read_back_right_or_in_part_is_not() {
    for right in [
        "Ik herhaal: 88 204 517, klopt dat?",
        "Dus eindigend op 4517, klopt dat?",
        "Goed, 88-204-517, dat heb ik genoteerd.",
        "Uw zaak krijgt nummer 5520931, klopt alles zo?",
    ] {
        let case = letters().says("Wat is uw klantnummer?").says(right);
        let _ = case.says_nothing_of("cue:no");
    }
    // a wrong one is put right though nobody told it
    let untold = letters().says("Dus klantnummer 88 204 571?");
    let _ = untold.speaks_of("cue:no");
}

#[test]
fn data_are_given_though_a_reason_follows() {
    for (asked, fact) in [
        (
            "En uw geboortedatum, dat is vanwege de privacy.",
            "fact:birth-date",
        ),
        (
            "Of anders uw postcode, dan zoek ik het zo op.",
            "fact:postcode",
        ),
        (
            "Uw klantnummer nog even, dan noteer ik dat erbij.",
            "fact:customer-number",
        ),
    ] {
        let _ = letters().says(asked).speaks_of(fact);
    }
    for stated in [
        "Uw postcode heb ik genoteerd.",
        "Ik zie hier uw postcode staan.",
    ] {
        let _ = letters().says(stated).says_nothing_of("fact:postcode");
    }
}

#[test]
fn a_list_is_answered_in_full() {
    let facts = ["fact:name", "fact:birth-date", "fact:postcode"];
    for asked in [
        "Mag ik uw naam, geboortedatum en postcode?",
        "Zou ik van u mogen weten uw postcode, geboortedatum, naam?",
    ] {
        let case = letters().says(asked);
        let _ = facts.into_iter().fold(case, Case::speaks_of);
    }
}

#[test]
fn a_list_is_answered_in_full_though_the_case_has_words_of_its_own_for_one_of_it() {
    for (list, value) in [
        ("Uw naam en postcode graag, ter controle.", "9386"),
        ("Voor de veiligheid: uw naam en geboortedatum.", "1967"),
        (
            "Mag ik uw naam en adres, om zeker te zijn dat ik met u spreek?",
            "Populierendreef",
        ),
    ] {
        let case = Case::scenario("file-number").says("Goedemiddag, met De Wit.");
        let case = case.says(list);
        let line = case.line();
        let full = line.contains("Schellinck") && line.contains(value);
        assert!(full, "{list} {line}");
    }
}

#[test]
fn a_thing_is_asked_for_by_its_name_and_please() {
    for asked in [
        "Het kenmerk van de tweede brief, graag.",
        "En dan het kenmerk alstublieft",
        "Eerst het kenmerk op de brief graag.",
    ] {
        let _ = letters().says(asked).speaks_of("fact:letter-reference");
    }
}

#[test]
fn whoever_brings_up_a_worry_shows_that_they_heard_what_was_said() {
    let case = letters().says("Begin maar met de leuke.");
    let topics = case.topics();
    let raised = topics.iter().position(|it| it.starts_with("raised:"));
    assert_ne!(raised, Some(0), "{topics:?}");
}

#[test]
fn what_the_agent_says_they_need_is_given() {
    for (wanted, fact) in [
        (
            "Ik heb uw geboortedatum nodig om in het systeem te komen.",
            "fact:birth-date",
        ),
        (
            "Zonder postcode kan ik u helaas niet vinden.",
            "fact:postcode",
        ),
        (
            "Uw telefoonnummer ook nog, voor als de lijn wegvalt.",
            "fact:phone-number",
        ),
        ("Dan mis ik alleen nog uw adres.", "fact:address"),
    ] {
        let _ = letters().says(wanted).speaks_of(fact);
    }
}

#[test]
fn another_number_code_or_name_than_theirs_is_put_right() {
    let address = letters().says("Woont u in Deventer?");
    let _ = address.speaks_of("cue:no").speaks_of("fact:address");
    let home = letters().says("Woont u in Zutveen?");
    let _ = home.says_nothing_of("cue:no");
    let ending = letters().says("Wat is uw postcode?");
    let ending = ending.says("Dus eindigend op ZB?");
    let _ = ending.speaks_of("cue:no").speaks_of("fact:postcode");
    let right = letters().says("Wat is uw postcode?");
    let _ = right.says("Dus eindigend op XB?").says_nothing_of("cue:no");
    let code = Case::scenario("code-fails")
        .says("Hoi!")
        .says("Wat is de code?");
    let code = code.says("Dus die eindigt op 8OK5?");
    let _ = code.speaks_of("cue:no").speaks_of("fact:code-letters");
    let amount = Case::scenario("refund-in-capitals").says("Goedemiddag.");
    let amount = amount.says("189 euro, klopt dat bedrag?");
    let _ = amount.speaks_of("cue:no").speaks_of("fact:amount");
}

#[test]
fn what_was_not_caught_is_told_again_whatever_was_said_since() {
    for ask in [
        "Zegt u het nog een keer?",
        "Nog een keer alstublieft, ik was u kwijt.",
    ] {
        let case = letters().says("Wat is uw geboortedatum?");
        let case = case.says("Een ogenblikje geduld, mijn pen valt.").says(ask);
        let _ = case.speaks_of("fact:birth-date");
    }
}

#[test]
fn what_only_looks_like_a_wrong_value_is_no_claim() {
    for polite in [
        "Mag ik uw adres, meneer Verhagen?",
        "Uw postcode is 7421 XB, OK?",
        "Klopt uw adres, dus Kastanjelaan 18, 7421 XB te Zutveen, vanaf 12 mei?",
    ] {
        let _ = letters().says(polite).says_nothing_of("cue:no");
    }
    for aside in ["Is dat al 10 jaar zo?", "Zie ik het in 15 seconden?"] {
        let case = letters().says("Wat is uw klantnummer?").says(aside);
        let _ = case.says_nothing_of("fact:customer-number");
    }
    let number = letters().says("Woont u op nummer 87?");
    let _ = number.speaks_of("cue:no").speaks_of("fact:address");
}

#[test]
fn whoever_is_called_by_name_is_not_asked_for_it() {
    let case =
        || Case::scenario("missing-contacts").says("Goedemorgen, met Sanne. Zegt u het eens.");
    for (question, asked) in [
        ("Mevrouw Holtkamp, wat doet u voor werk?", "fact:work"),
        (
            "Hoeveel contacten had u erin staan, mevrouw Holtkamp?",
            "fact:how-many",
        ),
        (
            "Zeg mevrouw Holtkamp, hoe heet uw programma precies?",
            "fact:program-name",
        ),
    ] {
        let case = case().says(question).speaks_of(asked);
        let _ = case.says_nothing_of("fact:name");
    }
    let case = case().says("Margriet Holtkamp, klopt dat?");
    let named = case
        .topics()
        .iter()
        .any(|it| it.starts_with("fact:name") || it.starts_with("cue:"));
    assert!(named, "{case:?}");
}

#[test]
fn two_data_in_one_sentence_are_both_given_though_one_is_put_in_other_words() {
    for question in [
        "Mag ik even uw naam en uw geboortedatum vragen?",
        "Wat is uw naam en wanneer zijt ge geboren?",
        "Hoe heet u voluit en wat is uw geboortedatum?",
    ] {
        let case = Case::scenario("file-number")
            .says("Goedemiddag, met Lies van Varenta, waarmee kan ik u helpen?")
            .says(&format!(
                "Om zeker te zijn dat ik uw gegevens alleen aan u vertel. {question}"
            ));
        let line = case.line();
        assert!(
            line.contains("Schellinck") && line.contains("1967"),
            "{case:?}"
        );
    }
}

#[test]
fn the_name_of_a_business_is_nobodys_own_name() {
    for question in [
        "Give me your company name and your postcode, please.",
        "May I take your business name and the invoice number?",
        "Could you tell me your firm name?",
    ] {
        let case = Case::english("missing-contacts")
            .says("Good afternoon, Norwick Software, Tess speaking.")
            .says(question);
        let line = case.line();
        assert!(line.contains("Holloway Days Out"), "{case:?}");
        assert!(!line.contains("Margaret"), "{case:?}");
    }
    let case = Case::english("missing-contacts")
        .says("Good afternoon, Norwick Software, Tess speaking.")
        .says("Could you tell me your full name?");
    let _ = case.speaks_of("fact:name");
}
