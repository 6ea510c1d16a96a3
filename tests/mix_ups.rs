//! At a chat desk customers notice what is meant for another, and nothing else.

use std::sync::{Arc, LazyLock};

use oefenlijn::session::{Event, Floor, Occasion, Play as _};

use crate::support::library;

/// The customer who is spoken to, by number at the desk, and an offer that helps only another, in words that
/// neither a pattern nor a wording holds.
const FOR_ANOTHER: [(usize, &str); 20] = [
    (0, "Ik maak het bedrag vandaag nog naar u over."),
    (0, "Het geld staat uiterlijk vrijdag weer op uw rekening."),
    (
        0,
        "U mag het nummer ook gewoon intypen, een foto hoeft niet.",
    ),
    (
        0,
        "Ik koppel hem aan uw privéadres, dan werkt hij over vijf minuten.",
    ),
    (
        0,
        "Plaatst u de bestelling maar, dan stort ik de korting achteraf terug.",
    ),
    (
        1,
        "Ik kan het voor u stilzetten tot september, dan betaalt u niets.",
    ),
    (
        1,
        "Als u later terugkomt, hoeft u geen inschrijfgeld te betalen.",
    ),
    (
        1,
        "Het nummer staat op het stickertje onderop; overtypen is genoeg.",
    ),
    (
        1,
        "Ik zet de 149 euro nu voor u klaar, die heeft u donderdag of vrijdag.",
    ),
    (
        2,
        "U kunt het gratis op pauze zetten, dan gaat er maandenlang niets af.",
    ),
    (
        2,
        "Vul bij de kassa uw andere mailadres in, dan pakt hij hem wel.",
    ),
    (2, "Ik maak een nieuwe code voor u aan van tien euro."),
    (
        2,
        "Er komt dinsdag een mintgroene bij u thuis, precies dezelfde.",
    ),
    (3, "Ik zeg het nu voor u op, met een maand opzegtermijn."),
    (
        3,
        "Dan wordt u per 12 juni uitgeschreven en stopt de incasso.",
    ),
    (
        3,
        "Rekent u het nu zonder korting af, dan krijgt u die tien euro daarna van mij terug.",
    ),
    (
        0,
        "Er ligt morgen een verse voor u klaar, die komt uiterlijk dinsdag aan.",
    ),
    (
        0,
        "Voor het lange wachten op uw geld doe ik er twintig euro bovenop.",
    ),
    (
        1,
        "Dan doen we daluren, dat scheelt u vijftien euro per maand.",
    ),
    (
        3,
        "De tien euro staat nu op uw privéadres, over vijf minuten kunt u hem invullen.",
    ),
];

/// The customer who is spoken to, and what may well be meant for them, though it reminds of another.
const FINE: [(usize, &str); 20] = [
    (0, "Ik stuur u zo een bevestiging per mail."),
    (0, "Ik zet het nu voor u in orde."),
    (0, "Ik zoek het uit en laat het u vanmiddag weten."),
    (
        0,
        "Is er daarna toch iets afgeschreven, dan storten we dat gewoon terug.",
    ),
    (1, "Ik kan een nieuwe voor u aanmaken, die werkt meteen."),
    (1, "Typt u de letters en cijfers hier eens over?"),
    (
        1,
        "Ik ga het nu direct voor u regelen, dan heeft u het morgen in huis.",
    ),
    (2, "Ik zet de betaling nu in gang, vrijdag heeft u het."),
    (
        2,
        "Ik stop alles in een mail, dan heeft u het zwart op wit.",
    ),
    (2, "Wilt u liever een andere in plaats van het geld?"),
    (
        3,
        "Ik stuur er morgen een nieuwe heen, u hoeft niets terug te sturen.",
    ),
    (3, "Wilt u liever het bedrag terug dan een andere?"),
    (3, "Ik maak het bedrag vandaag nog naar u over."),
    (
        3,
        "Hij is nog gewoon onder de garantie, dus maakt u zich geen zorgen.",
    ),
    (3, "Dan sluit ik de zaak en wens ik u een fijne avond."),
    (0, "Dan zet ik er een streep onder per 12 juni."),
    (
        1,
        "Ik zet er een nieuwe voor u klaar, die kunt u zo gebruiken.",
    ),
    (2, "Zal ik u een mail sturen zodra het verwerkt is?"),
    (3, "Er gaat er vrijdag een naar u op de post."),
    (0, "Als u wilt, kunt u ook een paar maanden pauze nemen."),
];

/// The desk when all four have come and were greeted.
static FLOOR: LazyLock<Floor> = LazyLock::new(|| {
    let mut floor = floor(61);
    for to in 0..floor.chats().len() {
        floor.happen(&Event::Switch { to });
        reply(
            &mut floor,
            "Goedemiddag, u chat met Sanne. Waar gaat het precies om?",
        );
    }
    floor
});

fn floor(seconds: u32) -> Floor {
    let (reader, desk, scenarios) = library().chat_desk("chat-desk").unwrap();
    let scenarios = scenarios.into_iter().map(Arc::new);
    let mut floor = Floor::new(Arc::new(desk), scenarios, &reader, 5, false);
    floor.happen(&Event::Wait { seconds });
    floor
}

fn reply(floor: &mut Floor, text: &str) {
    floor.happen(&Event::Reply {
        text: text.to_owned(),
    });
}

/// Whether the customer `to` says that `text` is meant for somebody else.
fn is_noticed(floor: &Floor, to: usize, text: &str) -> bool {
    let mut floor = floor.clone();
    floor.happen(&Event::Switch { to });
    let before = floor.chats()[to].mixed_up;
    reply(&mut floor, text);
    let noticed = floor.chats()[to].mixed_up > before;
    let mut messages = floor.messages().iter().rev();
    let says_so = messages.find(|it| it.chat == to && it.exchange.is_some());
    assert_eq!(noticed, says_so.unwrap().occasion == Occasion::MixedUp);
    noticed
}

#[test]
fn an_offer_that_helps_only_another_is_noticed() {
    let missed = FOR_ANOTHER
        .iter()
        .filter(|(to, text)| !is_noticed(&FLOOR, *to, text));
    let missed: Vec<_> = missed.collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn what_may_be_meant_for_them_is_not_taken_for_a_mix_up() {
    let wrong = FINE
        .iter()
        .filter(|(to, text)| is_noticed(&FLOOR, *to, text));
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nobody_is_taken_for_a_customer_who_has_not_come_yet() {
    let text = "U mag het nummer ook gewoon intypen, een foto hoeft niet.";
    assert!(!is_noticed(&floor(0), 0, text));
    assert!(is_noticed(&floor(61), 0, text));
}

#[test]
fn among_several_sentences_one_that_is_for_them_saves_the_rest() {
    let wrong = "U krijgt morgen een nieuw exemplaar thuisgestuurd, het oude mag weg.";
    assert!(is_noticed(&FLOOR, 0, &format!("Dat kan. {wrong}")));
    let both = format!("{wrong} En mag ik uw geboortedatum?");
    assert!(!is_noticed(&FLOOR, 0, &both));
}
