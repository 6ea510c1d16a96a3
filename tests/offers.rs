//! What the agent offers is taken for what it is, however it is put.

use oefenlijn::scenario::Promise;

use crate::support::Case;

const WARM: &str =
    "Goedemorgen, u spreekt met Sanne van de klantenservice. Waarmee kan ik u helpen?";

/// An offer in words that neither a pattern nor a wording holds, the solution that it is, and the case.
const OFFERS: [(&str, &str, &str); 12] = [
    (
        "blocked-gate",
        "truck",
        "Er rijdt zo dadelijk een wagen uit om dat gevaarte bij u weg te slepen.",
    ),
    (
        "blocked-gate",
        "go-elsewhere",
        "Ge belt daarvoor best met het nummer dat op de container plakt.",
    ),
    (
        "cancel-subscription",
        "cancel",
        "Ik maak er vandaag voor u een eind aan, dan stopt het op 12 juni.",
    ),
    (
        "cancel-subscription",
        "pause",
        "Stel dat we het een paar maanden stilleggen, kost u dat niets.",
    ),
    (
        "code-fails",
        "reissue",
        "Ik maak een verse voor je aan die wel op dit adres staat.",
    ),
    (
        "discount-fishing",
        "smaller-plan",
        "Met een lichter pakket bent u acht euro goedkoper uit.",
    ),
    (
        "file-number",
        "forward-calls",
        "Wie u belt op de oude lijn, hoort u vanavond al op uw gsm.",
    ),
    (
        "late-reply",
        "send-new",
        "Er gaat morgen een vers exemplaar naar u op de post.",
    ),
    (
        "missing-contacts",
        "restore-copy",
        "Ik haal voor u terug wat er gisteren nog in stond.",
    ),
    (
        "refund-in-capitals",
        "repay",
        "Het hele bedrag gaat vanmiddag naar uw rekening.",
    ),
    (
        "two-letters",
        "withdraw",
        "Ik streep dat van dertig euro gewoon voor u door.",
    ),
    (
        "two-letters",
        "sort-it-out-yourself",
        "U zult daarvoor toch echt zelf naar de bank moeten stappen.",
    ),
];

#[test]
fn an_offer_in_words_of_its_own_is_taken_for_what_it_is() {
    let missed: Vec<_> = OFFERS
        .iter()
        .filter(|(case, solution, words)| {
            let case = Case::scenario(case).says(WARM).says(words);
            let ends = format!(":{solution}");
            !case.topics().iter().any(|it| it.ends_with(&ends))
        })
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn english_customers_know_most_offers_by_their_wordings() {
    let taken = |words: &&str| {
        let case = Case::english("two-letters").says("Good morning, how can I help you today?");
        let case = case.says("What does that second letter say?").says(words);
        case.topics().iter().any(|it| it == "accepted:withdraw")
    };
    let offers = [
        "I'll strike that thirty pound thing off your account this minute.",
        "Consider that subscription gone, Mr Vaughan.",
        "Shall I get rid of the other one for you while we speak?",
        "You won't be charged for it; I'm withdrawing it as we speak.",
        "That order is coming off, no charge at all.",
        "Let me have it removed from your contract today.",
        "I'm going to cancel the Complete Plus for you now.",
        "That second subscription is being taken off today.",
        "I can pull it out of the system straight away, shall I?",
        "Right, I've deleted it, so you won't pay the thirty pounds.",
    ];
    let missed: Vec<_> = offers.into_iter().filter(|it| !taken(it)).collect();
    assert!(missed.len() <= 3, "{missed:?}");
}

#[test]
fn what_only_reminds_of_an_offer_is_none() {
    for (name, words) in [
        (
            "two-letters",
            "Wat kostte dat abonnement van dertig euro eigenlijk?",
        ),
        (
            "late-reply",
            "Zo'n waterkoker heb ik zelf ook staan, een fijn ding.",
        ),
        ("code-fails", "Momentje, ik zoek er even de code bij."),
        (
            "cancel-subscription",
            "U wilt dus liever helemaal stoppen met sporten.",
        ),
        (
            "blocked-gate",
            "Mijn schoonbroer rijdt ook met zo'n wagen, al jaren.",
        ),
        (
            "refund-in-capitals",
            "Op welke rekening komt uw salaris binnen?",
        ),
    ] {
        let case = Case::scenario(name).says(WARM).says(words);
        let offered = |it: &String| it.starts_with("solution:");
        assert!(
            !case.topics().iter().any(offered),
            "{name}: {words} {case:?}"
        );
    }
}

#[test]
fn what_is_taken_off_in_two_words_is_taken_off() {
    let case = Case::scenario("two-letters").says(WARM);
    let case = case.says("Wat staat er in de tweede brief?");
    let case = case.says("Zal ik dat abonnement er voor u af halen?");
    let _ = case
        .says_nothing_of("cue:agree-step")
        .says_nothing_of("cue:note-step");
}

#[test]
fn what_works_at_once_is_no_promise_and_of_the_times_of_a_summary_one_counts() {
    let promised = |words: &str| {
        let case = Case::scenario("file-number").says(WARM).says(words);
        case.turn().desk_work.promised
    };
    let forwards =
        "Ik schakel uw vaste lijn vanaf vandaag door naar uw gsm, zo hoort u haar vanavond al.";
    assert_eq!(promised(forwards), None);
    let summary =
        "Ik vat even samen: vandaag pas ik de stopdatum aan, en ik bel u woensdagvoormiddag.";
    assert_eq!(promised(summary), Some(Promise::Fits));
    let early = "Ik bel u vanavond zelf terug.";
    assert!(!matches!(promised(early), None | Some(Promise::Fits)));
}

#[test]
fn who_rings_whom_is_told_apart() {
    for (words, topic) in [
        ("Ik bel u maandag zelf terug.", "accepted:own-call"),
        (
            "Ik stuur de planning nu een bericht en bel u maandag voor de middag zelf terug.",
            "accepted:own-call",
        ),
        ("Ik vraag het na en bel u dan zelf op.", "accepted:own-call"),
        (
            "Volgende week neem ik zelf contact met u op.",
            "accepted:own-call",
        ),
        ("U belt maandag zelf terug.", "refused:ring-back-yourself"),
        ("Bel maandag zelf maar terug.", "refused:ring-back-yourself"),
    ] {
        let case = Case::scenario("file-number").says(WARM).says(words);
        let _ = case.speaks_of(topic);
    }
}

/// Who they are and why they stop is told, and a pause was taken.
fn paused() -> Case {
    let case = Case::scenario("cancel-subscription").says("Hoi, je spreekt met Noor. Hoe heet je?");
    let case = case.says("Waarom wil je stoppen?");
    let case = case.says("Je kunt ook gratis pauzeren tot september, dan betaal je niks.");
    case.speaks_of("accepted:pause")
}

#[test]
fn what_was_replaced_by_something_better_is_not_taken() {
    for offer in [
        "Dan zet ik de opzegging voor je in gang.",
        "Ik zeg je abonnement op per 12 juni.",
        "Er is ook een goedkoper abonnement voor overdag, zal ik dat doen?",
    ] {
        let case = paused().says(offer).speaks_of("again:pause");
        let case = case.says_nothing_of("accepted:cancel");
        let _ = case.says_nothing_of("accepted:cheaper");
    }
}

#[test]
fn what_is_taken_in_place_of_something_puts_that_off() {
    let case = Case::scenario("cancel-subscription").says("Hoi, je spreekt met Noor. Hoe heet je?");
    let case = case.says("Waarom wil je stoppen?");
    let case = case.says("Ik zeg je abonnement op per 12 juni.");
    let case = case.speaks_of("accepted:cancel");
    let case = case.says("Of wil je liever gratis pauzeren tot september?");
    let case = case.speaks_of("accepted:pause");
    let case = case.says("Dan zeg ik toch gewoon je abonnement op.");
    let case = case.speaks_of("again:pause");
    // who hears nothing but that gives way
    let case = case.says("Ik zeg je abonnement op per 12 juni.");
    let _ = case.speaks_of("accepted:cancel");
}

#[test]
fn who_was_offered_both_at_once_has_turned_nothing_down_yet() {
    let case = Case::scenario("cancel-subscription").says("Hoi, je spreekt met Noor. Hoe heet je?");
    let case = case.says("Waarom wil je stoppen?");
    let both = "Je kunt ook gratis pauzeren tot september. Of zal ik het gewoon opzeggen?";
    let case = case.says(both).speaks_of("accepted:pause");
    let case = case.says("Ik zeg je abonnement op per 12 juni.");
    let case = case.speaks_of("again:pause");
    let again = "Dan wordt het een pauze tot september. Daarna kan ik het altijd nog opzeggen.";
    let case = case.says(again).says_nothing_of("accepted:cancel");
    let _ = case.says("Ik zet de pauze erin.").speaks_of("again:pause");
}

/// Code and causes told: two ways lie open.
fn two_ways_open() -> Case {
    let case = Case::scenario("code-fails").says(WARM);
    case.says("Op welk adres kreeg u de nieuwsbrief?")
        .says("Wat is de code?")
}

#[test]
fn of_two_offers_one_is_taken_by_name_and_nothing_else_is_said_to_the_choice() {
    for reply in [
        "U kunt bij het afrekenen uw werkmail invullen, of ik zet de code over op uw privémail. Wat heeft u het liefst?",
        "Ik zet de code over op uw privéadres, of u rekent af met uw werkmail. Welke van de twee kiest u?",
        "Er kan tweeërlei: u bestelt als gast met uw werkmail, of ik zet hem voor u over. Waar gaat uw voorkeur naar uit?",
    ] {
        let case = two_ways_open().says(reply);
        assert_eq!(case.topics(), ["accepted:reissue"], "{case:?}");
        let line = case.line();
        assert!(line.contains("account") || line.contains("privé"), "{line}");
    }
}

#[test]
fn whoever_asks_again_whether_to_do_what_was_agreed_hears_yes() {
    let case = two_ways_open().says("Ik zet de code voor u over op uw privéadres.");
    let case = case.says("Wilt u dus dat ik hem overzet naar uw privéadres?");
    let _ = case.speaks_of("cue:agree-step");
}

#[test]
fn what_was_agreed_is_not_said_again_in_a_goodbye() {
    let paused = Case::scenario("cancel-subscription")
        .says("Goedemiddag, waarmee kan ik helpen?")
        .says("Waarom wilt u stoppen?")
        .says("U kunt het abonnement ook kosteloos pauzeren, tot september.");
    let case = paused.says("Dan wens ik je veel succes en tot in september, Jolijn!");
    let _ = case.says_nothing_of("again:pause");
}

#[test]
fn what_nobody_is_to_do_is_not_offered() {
    for reply in [
        "Installeert u het vooral niet opnieuw, dat zou alles wissen.",
        "Wat u beter niet kunt doen is opnieuw installeren.",
        "Zet u alles klaar, maar installeer het programma niet opnieuw.",
        "U hoeft voor de herstelling niets te betalen.",
    ] {
        let case = Case::scenario("missing-contacts").says(WARM).says(reply);
        let refused = case.topics().iter().any(|it| it.starts_with("refused:"));
        assert!(!refused, "{case:?}");
    }
    for reply in [
        "Please do not reinstall the program, because that could wipe things.",
        "And whatever it says, don't install it again.",
        "You don't have to pay for the repair.",
        "There's no need to reinstall anything.",
    ] {
        let case = Case::english("missing-contacts")
            .says("Good morning, how can I help?")
            .says(reply);
        let refused = case.topics().iter().any(|it| it.starts_with("refused:"));
        assert!(!refused, "{case:?}");
    }
    let case = Case::scenario("missing-contacts")
        .says(WARM)
        .says("U moet het programma opnieuw installeren.");
    let _ = case.speaks_of("refused:reinstall");
}

#[test]
fn what_is_advised_against_is_not_offered() {
    let case = || {
        Case::scenario("cancel-subscription")
            .says(WARM)
            .says("Waarom wilt u stoppen?")
    };
    for reply in [
        "Ik dacht even aan Daluren voor 19,95, maar nee, dan mist u uw les op dinsdagavond.",
        "We hebben ook Daluren, 19,95 per maand. Maar nee, dat is alleen overdag.",
        "Daluren is goedkoper, 19,95, maar daar hebt u niks aan met uw avondles.",
        "Naar Daluren overstappen raad ik u af, want dan mist u de dinsdagavond.",
    ] {
        let case = case().says(reply);
        let taken = case.topics().iter().any(|it| it.ends_with(":cheaper"));
        assert!(!taken, "{case:?}");
    }
    let case = case().says("Ik dacht aan Daluren voor u, dat is 19,95 per maand. Is dat wat?");
    let _ = case.speaks_of("accepted:cheaper");
}
