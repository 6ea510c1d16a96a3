//! What a customer leaves unsaid beside the rest of an answer.

use crate::support::Case;

const WARM: &str =
    "Goedemorgen, u spreekt met Sanne van de klantenservice. Waarmee kan ik u helpen?";

/// A call about letters, both of them told of.
fn letters() -> Case {
    let case = Case::scenario("two-letters").says(WARM);
    case.says("Wat staat er in de eerste brief, en wat in de tweede?")
}

#[test]
fn what_is_but_said_back_gets_no_yes_beside_a_question() {
    for (back, question, asked) in [
        (
            "Dertig euro per maand dus.",
            "Welk kenmerk staat erop?",
            "fact:letter-reference",
        ),
        (
            "Er staat dertig euro per maand in die tweede.",
            "En wat is uw postcode?",
            "fact:postcode",
        ),
        (
            "Dertig euro, ai.",
            "Hoe is uw tablet besteld, online of in de winkel?",
            "fact:how-ordered",
        ),
    ] {
        let case = letters().says(&format!("{back} {question}"));
        let case = case.speaks_of(asked).says_nothing_of("cue:yes");
        let _ = case.says_nothing_of("fact:second-letter");
    }
}

#[test]
fn what_an_agent_has_read_gets_no_yes_beside_a_question_about_it() {
    let case = || Case::scenario("missing-contacts").says(WARM);
    for reply in [
        "U heeft vanmorgen al met een collega gechat. Wat zei die?",
        "Ik zie hier dat u vanmorgen met een collega gechat heeft. Wat raadde die u aan?",
        "Ik lees dat u vanochtend al een collega in de chat had. Wat liet die u doen?",
    ] {
        let case = case().says(reply);
        let told = case.topics().iter().any(|it| it.starts_with("fact:chat-"));
        assert!(told, "{case:?}");
        let _ = case.says_nothing_of("cue:yes");
    }
}

#[test]
fn what_is_asked_of_them_is_no_summary() {
    let case = || Case::scenario("missing-contacts").says(WARM);
    for question in [
        "Is er tussen gisteravond en vandaag iets gebeurd met de laptop, een update of zo?",
        "Is er tussendoor iets gebeurd, een update of een melding?",
        "Hebt u sinds gisteravond nog iets met de laptop gedaan of zelf iets gewist?",
    ] {
        let case = case().says(question);
        let _ = case.says_nothing_of("cue:confirm-summary");
    }
}

#[test]
fn whoever_takes_an_offer_consents_to_it_once() {
    for check in ["Is dat goed?", "Is dat oké voor u?", "Akkoord?"] {
        let offer = "Ik haal Compleet Plus er meteen voor u af, u betaalt er niets voor.";
        let case = letters().says("U hebt dat tweede abonnement dus nooit besteld?");
        let case = case.says(&format!("{offer} {check}"));
        let case = case.speaks_of("accepted:withdraw");
        let _ = case.says_nothing_of("cue:agree-step");
    }
}

#[test]
fn an_either_or_question_is_answered_without_yes_or_no() {
    let case = || Case::scenario("code-fails").says("Hallo, met Noor. Welke code gebruikt u?");
    for question in [
        "Heeft u een account of bestelt u als gast?",
        "Hebt u een account bij ons of doet u het als gast?",
        "Nog een ding: is dat de letter O of het cijfer nul?",
    ] {
        let case = case().says(question);
        let told = case.topics().iter().any(|it| it.starts_with("fact:"));
        assert!(told, "{case:?}");
        let _ = case.says_nothing_of("cue:yes").says_nothing_of("cue:no");
    }
}

#[test]
fn what_is_asked_for_is_not_taken_for_an_offer_by_its_words_alone() {
    for question in [
        "En welke dag was dat, weet u dat nog?",
        "Wist u dat u dat abonnement zelf kunt laten stoppen?",
        "Wat betaalt u nu elke maand voor de tablet?",
    ] {
        let case = letters().says("U hebt dat tweede abonnement dus nooit besteld?");
        let case = case.says(question);
        let offered = case.topics().iter().any(|it| {
            let verdicts = ["accepted:", "refused:", "early:", "again:"];
            verdicts.iter().any(|verdict| it.starts_with(verdict))
        });
        assert!(!offered, "{case:?}");
        // nor was it taken without a word
        let case = case.says("Ik haal Compleet Plus er meteen voor u af, u betaalt er niets voor.");
        let _ = case.speaks_of("accepted:withdraw");
    }
}

#[test]
fn what_is_hardly_refused_beside_an_answer_is_refused_when_it_is_plainly_offered() {
    for aside in [
        "Kunt u niet gewoon uw bank inlichten?",
        "Uw bank weet daar vast iets van.",
        "U zou uw bank daarover kunnen bellen.",
    ] {
        let case = letters().says(&format!("{aside} Wat is uw postcode?"));
        let silent = !case.topics().iter().any(|it| it.starts_with("refused:"));
        let case = case.says("U moet daarvoor zelf naar de bank stappen.");
        if silent {
            let again = case.topics().iter().any(|it| it.starts_with("again:"));
            assert!(!again, "{case:?}");
        }
    }
}

#[test]
fn nobody_agrees_to_being_refused_something() {
    let case = || Case::scenario("code-fails").says("Hallo, met Noor. Welke code gebruikt u?");
    for refusal in [
        "Nee, dat kan ik niet voor u doen. Is dat goed?",
        "Daar kan ik helaas niets aan veranderen. Akkoord?",
        "Dat mag ik niet van mijn baas. Vindt u dat goed?",
    ] {
        let case = case().says(refusal);
        let _ = case
            .says_nothing_of("cue:agree-step")
            .says_nothing_of("cue:confirm-summary");
    }
}

#[test]
fn a_word_that_says_back_nothing_is_not_understood() {
    for fragment in ["En?", "Koffie?", "Groen?"] {
        let case = letters().says("Wat is uw klantnummer?").says(fragment);
        let _ = case.says_nothing_of("cue:echo-yes");
    }
    let case = letters().says("Welk bedrag staat er in de tweede brief?");
    let _ = case.says("Dertig?").says_nothing_of("cue:unclear");
}

#[test]
fn a_particle_takes_nothing_back() {
    let case = || Case::scenario("discount-fishing").says("Dag, met Noor. Hoe heet u?");
    for reply in [
        "Dan geloof ik u maar. Hoelang bent u al klant?",
        "Ik snap u, maar dat was niet waar ik naar vroeg. Hoelang bent u al klant?",
        "Ja maar sinds wanneer dan.",
    ] {
        let case = case().says(reply);
        let _ = case.says_nothing_of("move:react-yes-but");
    }
}

#[test]
fn a_summary_that_asks_nothing_gets_no_yes_beside_a_question() {
    for (summary, question) in [
        (
            "Dus twee brieven, en de eerste is in orde.",
            "Wat is uw klantnummer?",
        ),
        (
            "U kreeg dus twee brieven, een voor de tablet en een van dertig euro.",
            "Mag ik uw klantnummer?",
        ),
        (
            "Dus de eerste klopt en de tweede niet.",
            "Heeft u een klantnummer voor me?",
        ),
    ] {
        let case = letters().says(&format!("{summary} {question}"));
        let case = case.speaks_of("fact:customer-number");
        let _ = case.says_nothing_of("cue:confirm-summary");
    }
}

#[test]
fn a_sorry_in_passing_is_not_accepted_solemnly_beside_an_answer() {
    for reply in [
        "En wat is, sorry hoor, uw klantnummer?",
        "Sorry, wat was uw klantnummer?",
        "Oei. Weet u uw klantnummer?",
    ] {
        let case = letters().says(reply).speaks_of("fact:customer-number");
        let case = case.says_nothing_of("move:react-apology");
        let _ = case.says_nothing_of("move:react-feeling");
    }
}

#[test]
fn kind_words_are_thanked_for_where_nothing_is_asked() {
    for (kind, question) in [
        ("Dat is schrikken, zo'n brief.", "Wat is uw klantnummer?"),
        ("Wat vervelend voor u.", "Weet u uw klantnummer?"),
        (
            "Ik begrijp dat u daarvan schrikt.",
            "Mag ik uw klantnummer?",
        ),
    ] {
        let case = letters().says(kind);
        let thanked = case.topics().iter().any(|it| it.starts_with("move:"));
        assert!(thanked, "{case:?}");
        let case = letters().says(&format!("{kind} {question}"));
        let case = case.speaks_of("fact:customer-number");
        let _ = case.says_nothing_of("move:react-feeling");
    }
}

#[test]
fn what_an_agent_mentions_beside_a_question_is_not_told_to_them() {
    for (mention, question) in [
        (
            "Online besteld, en een kwartiertje werk.",
            "Wat is uw klantnummer?",
        ),
        (
            "Ik zie dat u twee brieven heeft gekregen.",
            "Mag ik uw klantnummer?",
        ),
        (
            "Zo'n tablet, daar leest u de krant op.",
            "Heeft u een klantnummer voor mij?",
        ),
    ] {
        let case = letters().says(&format!("{mention} {question}"));
        let facts = case
            .topics()
            .into_iter()
            .filter(|it| it.starts_with("fact:"));
        assert_eq!(
            facts.collect::<Vec<_>>(),
            ["fact:customer-number"],
            "{case:?}"
        );
    }
}

#[test]
fn yes_is_enough_to_whoever_names_the_very_thing() {
    let kettle = || Case::scenario("late-reply").says("Hoi, met Noor, ik help je. Wie ben je?");
    for question in [
        "Klopt het dat je aan het Wilgenpad 22 woont?",
        "Is je adres nog Wilgenpad 22?",
        "Even checken: Wilgenpad 22, klopt dat adres nog?",
    ] {
        let case = kettle().says(question);
        assert!(!case.line().contains("8437"), "{case:?}");
        let _ = case.says_nothing_of("cue:unclear");
    }
    let _ = kettle().says("Wat is je adres?").speaks_of("fact:address");
}

#[test]
fn no_yes_stands_in_the_middle_of_a_line() {
    for reply in [
        "Wat is uw klantnummer? En heeft u de tweede brief bij de hand?",
        "Hoe heet dat tweede abonnement, en staat uw eigen adres erop?",
        "Waar gebruikt u de tablet voor? Doet hij het?",
    ] {
        let case = letters().says(reply);
        let late = case.topics().iter().skip(1).any(|it| it == "cue:yes");
        assert!(!late, "{case:?}");
    }
}

#[test]
fn data_that_show_who_somebody_is_are_given_in_one_breath_in_any_mood() {
    for list in [
        "Mag ik uw naam, uw postcode, uw adres en uw geboortedatum?",
        "Wat is uw postcode? En uw huisnummer? Wanneer bent u geboren? En hoe heet u?",
        "Ik heb nodig: uw naam, geboortedatum, adres en postcode.",
    ] {
        let case = Case::scenario("two-letters")
            .says("Ja. Wat moet u?")
            .says(list);
        let _ = case.says_nothing_of("cue:too-many-questions");
    }
}

#[test]
fn whoever_asks_on_is_told_something_new() {
    let case = || Case::scenario("two-letters-second-call").says(WARM);
    for question in [
        "Heeft die collega ook zijn naam gezegd?",
        "Heeft uw gesprekspartner zich nog voorgesteld?",
        "En zei hij hoe hij heette?",
    ] {
        let case = case().says("Wat zei mijn collega tegen u?").says(question);
        let _ = case.says_nothing_of("fact:colleague-said");
    }
}

#[test]
fn what_is_thought_of_an_offer_is_said_by_taking_it() {
    for question in [
        "Hoe klinkt dat?",
        "Wat vindt u daarvan?",
        "Wat denkt u ervan?",
    ] {
        let case = Case::scenario("two-letters").says(WARM);
        let case = case.says("Wat staat er in de tweede brief?");
        let case = case.says(&format!(
            "Ik trek dat tweede abonnement nu kosteloos voor u in. {question}"
        ));
        let moves = case
            .topics()
            .into_iter()
            .filter(|it| it.starts_with("move:"));
        assert_eq!(moves.count(), 0, "{case:?}");
        let _ = case.speaks_of("accepted:withdraw");
    }
}

#[test]
fn whoever_gives_data_need_not_be_told_to_ask_for_them() {
    for reply in [
        "Dan moet ik eerst even controleren of ik de juiste persoon spreek. Wat is uw postcode?",
        "Om in uw account te mogen kijken moet ik weten wie u bent. Mag ik uw postcode?",
        "Ik stel eerst een controlevraag. Uw postcode is?",
    ] {
        let case = Case::scenario("missing-contacts").says(WARM).says(reply);
        assert_eq!(case.topics(), ["fact:postcode"], "{case:?}");
    }
}

#[test]
fn no_yes_is_said_to_a_choice() {
    for question in [
        "Heeft u dat online besteld, of was dat in een winkel?",
        "Kwamen ze met de post of kreeg u ze per mail?",
        "Wilt u de tablet houden, of moet die ook weg?",
    ] {
        let case = letters().says(question);
        let _ = case.says_nothing_of("cue:yes");
    }
}

#[test]
fn whoever_is_asked_something_brings_up_no_other_fear_unless_in_panic() {
    for question in [
        "Wat is uw klantnummer?",
        "Hoe is uw tablet besteld?",
        "Welk kenmerk staat er op de tweede brief?",
    ] {
        let case = letters().says(question);
        let raised = case.topics().iter().any(|it| it.starts_with("raised:"));
        assert!(!raised, "{case:?}");
    }
}

#[test]
fn whoever_is_bidden_to_read_out_does_so_without_a_yes() {
    for bidding in [
        "Kunt u me voorlezen hoe dat abonnement heet?",
        "Wilt u even voorlezen wat er in de tweede brief staat?",
        "Kunt u oplezen wat er in die brief van dertig euro staat?",
    ] {
        let case = Case::scenario("two-letters").says(WARM).says(bidding);
        let told = case.topics().iter().any(|it| it.starts_with("fact:"));
        assert!(told, "{case:?}");
        let _ = case.says_nothing_of("cue:yes");
    }
}

#[test]
fn what_is_but_said_back_alone_gets_a_yes_and_is_not_told_again() {
    for back in [
        "Dertig euro per maand dus.",
        "De tweede brief gaat over dertig euro per maand.",
        "Dertig euro, zegt u.",
    ] {
        let case = letters().says(back).speaks_of("cue:yes");
        let _ = case.says_nothing_of("fact:second-letter");
    }
}

#[test]
fn a_question_about_what_was_told_is_answered_beside_another() {
    for known in [
        "Is het dertig euro per maand?",
        "Staat er dertig euro in die tweede brief?",
        "Gaat die tweede brief over dertig euro?",
    ] {
        let case = letters().says(&format!("{known} En wat is uw klantnummer?"));
        let case = case.speaks_of("fact:customer-number");
        assert!(case.line().starts_with("Ja"), "{case:?}");
    }
}

#[test]
fn a_check_of_a_summary_is_answered_beside_a_question() {
    for check in ["Klopt dat?", "Is dat juist?", "Zeg ik dat zo goed?"] {
        let summary = "Dus u kreeg twee brieven, een voor de tablet en een van dertig euro.";
        let case = letters().says(&format!("{summary} {check} En wat is uw klantnummer?"));
        let case = case.speaks_of("fact:customer-number");
        let _ = case.confirms();
    }
}

#[test]
fn a_remark_silences_no_question() {
    for remark in [
        "Ik ben hier nog maar net begonnen.",
        "Dertig euro per maand dus.",
        "Het is druk vandaag.",
    ] {
        let case = letters().says(&format!("{remark} Waarover belt u?"));
        let alone = letters().says("Waarover belt u?");
        let told = |it: &Case| -> Vec<String> {
            let topics = it.topics().into_iter();
            topics.filter(|it| it.starts_with("fact:")).collect()
        };
        assert_eq!(told(&case), told(&alone), "{case:?}");
    }
}

#[test]
fn what_is_only_claimed_beside_a_summary_is_no_question() {
    let summary = "Dus twee brieven, en de eerste is in orde. U hebt de tablet online besteld.";
    let _ = letters().says(summary).speaks_of("cue:confirm-summary");
}

#[test]
fn an_apology_that_has_a_sentence_to_itself_is_heard_beside_a_question() {
    for apology in [
        "Mijn oprechte excuses voor alle onrust die deze brief u heeft bezorgd.",
        "Het spijt me zeer dat u zo'n brief van ons kreeg.",
        "Ik wil u mijn verontschuldigingen aanbieden voor die brief.",
    ] {
        let case = letters().says(&format!("{apology} Wat is uw klantnummer?"));
        let case = case.speaks_of("fact:customer-number");
        let mut topics = case.topics().into_iter();
        let reacts = topics.any(|it| it.starts_with("move:react-"));
        assert!(reacts, "{case:?}");
    }
}

#[test]
fn thanks_for_a_passing_sorry_are_left_out_only_beside_a_question() {
    // nothing is asked here: what is claimed is no question
    let claimed = "Sorry hoor. U hebt de tablet online besteld.";
    let _ = letters().says(claimed).speaks_of("move:react-apology");
}

/// A call in which the customer has taken what was offered.
fn solved() -> Case {
    let case = letters().says("U hebt dat tweede abonnement dus nooit besteld?");
    let case = case.says("Ik haal Compleet Plus er meteen voor u af, u betaalt er niets voor.");
    case.speaks_of("accepted:withdraw")
}

#[test]
fn what_is_taken_already_gets_no_second_yes_beside_an_answer() {
    for (promise, question, asked) in [
        (
            "Dat abonnement van dertig euro haal ik er dus af.",
            "Wat is uw klantnummer?",
            "fact:customer-number",
        ),
        (
            "Ik schrap dat Compleet Plus dus voor u.",
            "En welk kenmerk staat er op die brief?",
            "fact:letter-reference",
        ),
        (
            "Zoals gezegd trek ik dat tweede abonnement in.",
            "Wat is uw postcode?",
            "fact:postcode",
        ),
    ] {
        let case = solved().says(&format!("{promise} {question}"));
        let case = case.speaks_of(asked);
        let _ = case.says_nothing_of("again:withdraw");
    }
    let _ = solved()
        .says("Ik haal dat tweede abonnement er dus af.")
        .speaks_of("again:withdraw");
}

#[test]
fn nobody_says_yes_and_no_in_one_breath() {
    for reply in [
        "Aha, dus toch. U heeft dat tweede abonnement gewoon zelf besteld.",
        "Dus u heeft twee brieven gekregen en u heeft Compleet Plus zelf aangevraagd?",
        "U kreeg twee brieven, en dat van dertig euro heeft u zelf afgesloten, dat klopt toch?",
    ] {
        let case = letters().says(reply);
        let says = |wanted: &str| case.topics().iter().any(|it| it == wanted);
        let no = says("cue:no");
        assert!(
            !(no && (says("cue:yes") || says("cue:confirm-summary"))),
            "{case:?}"
        );
    }
}

#[test]
fn whoever_explains_does_not_repeat_it_all() {
    for reply in [
        "Hoe bedoelt u? Wat staat er dan in de tweede brief?",
        "Wat bedoelt u? Welk bedrag staat er in de tweede brief?",
    ] {
        let case = letters().says(reply);
        let _ = case.says_nothing_of("move:what-do-you-mean");
    }
}

#[test]
fn of_two_letters_asked_for_at_once_none_is_told_twice() {
    for asked in [
        "Vertelt u eens, wat staat er in de ene brief en wat in de andere?",
        "Wat staat er in allebei, in de eerste en in die tweede?",
        "Twee brieven, vreemd. Wat zegt de ene, en wat zegt die andere dan?",
    ] {
        for seed in 0..12 {
            let case = Case::seeded("two-letters", seed).says(WARM).says(asked);
            let named = case.line().matches("Compleet Plus").count();
            assert!(named <= 1, "{seed}: {case:?}");
        }
    }
}
