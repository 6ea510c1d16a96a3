//! What a sentence means by what stands before it or beside it in the reply.

use crate::support::Case;

const WARM: &str =
    "Goedemorgen, u spreekt met Sanne van de klantenservice. Waarmee kan ik u helpen?";

fn begun(case: &str) -> Case {
    Case::scenario(case).says(WARM)
}

#[test]
fn what_is_left_to_choose_is_chosen_by_what_the_choice_was_offered_with() {
    for choice in [
        "Ik neem het op afstand van u over, of u klikt zelf en ik zeg waar. Waar heeft u de voorkeur aan?",
        "Ik kan het van hieruit doen of we doen het samen, u klikt en ik vertel. Wat heeft u het liefst?",
        "U kunt het zelf doen terwijl ik meekijk, of ik doe het voor u op afstand. Wat past u het best?",
    ] {
        let case = begun("missing-contacts").says("Mag ik uw naam en uw klantnummer?");
        let case = case.says(choice);
        let chosen = ["move:you-or-me", "cue:unknown-choice"];
        assert!(
            case.topics().iter().any(|it| chosen.contains(&&**it)),
            "{case:?}"
        );
    }
}

#[test]
fn a_question_may_be_about_what_the_statement_before_it_names() {
    for reply in [
        "U noemde ons keuzemenu net. Waar liep u vast?",
        "Over dat keuzemenu van ons zei u ook iets. Wat maakte het zo lastig?",
        "U zei iets over het keuzemenu. Ik ben benieuwd, wat was er zo vervelend aan?",
    ] {
        let case = begun("two-letters").says(reply);
        let told = case.topics().iter().any(|it| it.contains(":menu"));
        assert!(told || case.line().contains("menu"), "{case:?}");
    }
}

#[test]
fn an_address_for_mail_is_no_street() {
    for reply in [
        "Heeft u e-mail? En naar welk adres mag het?",
        "Leest u uw mail weleens, en op welk adres?",
        "Ik stuur u straks een mail. En op welk adres?",
    ] {
        let case = begun("two-letters-second-call").says(reply);
        assert!(!case.line().contains("Kastanjelaan"), "{case:?}");
    }
}

#[test]
fn whoever_names_the_mail_address_hears_yes_even_to_a_choice() {
    for reply in [
        "Mag de bevestiging naar jolijn.brouwerink@mailbox.example, of heeft u intussen een ander?",
        "Is jolijn.brouwerink@mailbox.example nog goed of gebruik je een nieuw adres?",
    ] {
        let case = begun("cancel-subscription").says(reply);
        assert!(!case.line().contains("brouwerink@"), "{case:?}");
    }
    // half of an address is not enough
    let case =
        begun("blocked-gate").says("Zijt ge in Oosterdamme op de Sluiskaai op 72, of ernaast?");
    assert!(!case.line().starts_with("Ja"), "{case:?}");
}

#[test]
fn what_only_spells_out_the_question_before_it_is_no_choice_of_its_own() {
    for reply in [
        "Wat hoort iemand die uw oud nummer belt? Gaat het over, of klinkt er een bandje?",
        "Als uw moeder dat nummer draait, wat gebeurt er dan? Rinkelt het of blijft het stil?",
    ] {
        let case = begun("file-number").says("Vertel eens, wat is er gebeurd?");
        let _ = case.says(reply).says_nothing_of("cue:unknown-choice");
    }
}

#[test]
fn a_particle_before_a_comma_joins_nothing() {
    for reply in [
        "Goedemiddag, met Lies van Varenta. Steekt u maar van wal, waar belt u voor?",
        "Goedemiddag, met Lies. Zegt u het maar, waar kan ik u mee helpen?",
        "Dag meneer, met Lies. Vertelt u maar, waarvoor belt u ons?",
    ] {
        let case = Case::scenario("file-number").says(reply);
        let _ = case
            .says_nothing_of("fact:note-meant")
            .speaks_of("fact:file-8812");
    }
}

#[test]
fn whether_a_list_is_right_or_lacks_something_asks_for_no_choice() {
    for check in [
        "Staat alles er goed in, of ontbreekt er iets?",
        "Klopt dat zo, of mis ik nog iets?",
    ] {
        let case = begun("file-number").says("Vertel eens, wat is er gebeurd?");
        let read = "Ik vat samen: u bent op 16 februari verhuisd en uw vast nummer kwam niet mee.";
        let case = case.says(&format!("{read} {check}"));
        let _ = case.says_nothing_of("cue:unknown-choice");
    }
}

#[test]
fn who_knows_is_no_question_for_somebody() {
    for reply in [
        "En wie weet komt het vandaag nog in orde.",
        "Wie weet lukt het u de volgende keer meteen.",
        "En wie weet zien we u nog eens terug.",
    ] {
        let case = begun("discount-fishing").says(reply);
        let _ = case.says_nothing_of("cue:unknown-who");
    }
}

#[test]
fn what_is_not_named_is_not_taken_for_what_something_better_has_replaced() {
    let taken = || {
        begun("cancel-subscription")
            .says("Waarom wilt u stoppen?")
            .says("U kunt ook overstappen op Daluren, dat is 19,95 per maand. Wilt u dat?")
    };
    for reply in [
        "Dan zet ik dat meteen voor u klaar.",
        "Prima, dan regel ik dat nu.",
        "Ik zet het voor u in gang.",
    ] {
        let case = taken().says(reply);
        assert!(!case.line().contains("toch over"), "{case:?}");
    }
    for reply in [
        "Dan zet ik dat voor je klaar.",
        "Goed, dan leg ik dat zo vast.",
        "Ik regel dat meteen.",
    ] {
        let paused = begun("cancel-subscription")
            .says("Waarom wilt u stoppen?")
            .says("Je kunt ook gratis pauzeren tot en met september. Is dat wat?");
        let case = paused.says(reply);
        let back = case.topics().iter().any(|it| it.ends_with(":cancel"));
        assert!(!back, "{case:?}");
    }
}
