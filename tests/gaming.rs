//! Words that only look like good work earn nothing: catchwords, formulas, the customer's own words
//! said back, and what is quoted or denied.

use serde_json::{Value, json};

use crate::support::Home;

const OPENING: &str = "Goedemiddag, u spreekt met Kim van Witgoedhuis. Waarmee kan ik u helpen?";

/// What a customer says who is upset, objects and wants to know how it goes on.
const CUSTOMER: [&str; 5] = [
    "Goedemiddag, mijn wasmachine is vanmorgen bezorgd maar hij lekt en de hele keuken staat blank. Ik ben er behoorlijk van geschrokken.",
    "Ja, maar wat moet ik nu? Ik vind dit echt niet kunnen.",
    "Dat wil ik niet, ik wil dat er vandaag iemand komt.",
    "Nou, ik moet het nog zien, hoor.",
    "En wie belt mij dan?",
];

/// The scores of a conversation in which the agent replies so.
fn scores(opening: &str, replies: &[&str]) -> Value {
    let mut turns = vec![json!({"speaker": "agent", "text": opening})];
    for (line, reply) in CUSTOMER.iter().zip(replies) {
        turns.push(json!({"speaker": "customer", "text": line}));
        turns.push(json!({"speaker": "agent", "text": reply}));
    }
    let call = json!({"id": "g", "lang": "nl", "channel": "phone", "turns": turns});
    let ran = Home::new()
        .run(&["score", "--json", "-"], format!("{call}\n"))
        .ok();
    ran.json()[0]["scores"].clone()
}

/// The same reply to everything.
fn always(reply: &str) -> Value {
    scores(OPENING, &[reply; 5])
}

#[track_caller]
fn at_most(scores: &Value, criterion: &str, level: u64) {
    let found = scores[criterion].as_u64().unwrap();
    assert!(found <= level, "{criterion} {found}: {scores}");
}

/// What follows the greeting earns the lowest level that an attempt can have.
fn earns_little(scores: &Value) {
    for criterion in ["listening", "objections", "empathy", "closing"] {
        at_most(scores, criterion, 1);
    }
}

#[test]
fn good_work_in_ones_own_words_is_seen() {
    let good = scores(
        OPENING,
        &[
            "Ach, wat een schrik, zo'n blanke keuken. Vertelt u eens, waar komt het water vandaan?",
            "Dat begrijp ik heel goed, dat zou ik ook niet pikken. Wat zou u nu het meeste helpen?",
            "U wilt vandaag iemand over de vloer, logisch. Ik bel de monteur, hij kan om vier uur bij u zijn. Past dat?",
            "Dat snap ik, na zo'n ochtend. Ik bel u om vijf uur zelf, om te horen of het droog is.",
            "Dat doe ik zelf, Kim. Dus: om vier uur de monteur, en om vijf uur bel ik u. Kan ik verder nog iets voor u doen? Dan wens ik u sterkte, en een droge avond.",
        ],
    );
    for (criterion, least) in [
        ("greeting", 3),
        ("listening", 3),
        ("objections", 3),
        ("empathy", 3),
        ("closing", 4),
    ] {
        assert!(
            good[criterion].as_u64().unwrap() >= least,
            "{criterion}: {good}"
        );
    }
}

#[test]
fn a_list_of_catchwords_scores_nothing() {
    for reply in [
        "Vervelend. Snap ik. Samengevat. Komt goed. Fijne avond.",
        "Excuses. Logisch. Binnen 24 uur. Akkoord?",
        "Duidelijk. Dus. Klopt dat? Nog iets? Dag!",
    ] {
        let scores = always(reply);
        at_most(&scores, "listening", 1);
        at_most(&scores, "objections", 1);
        at_most(&scores, "empathy", 2);
        at_most(&scores, "closing", 2);
    }
}

#[test]
fn formula_after_formula_is_one_formula() {
    for reply in [
        "Ik begrijp heel goed dat dit vervelend voor u is.",
        "Dat is inderdaad heel erg vervelend voor u, mevrouw.",
        "Ik begrijp uw frustratie volkomen en vind het heel naar voor u.",
    ] {
        let scores = always(reply);
        at_most(&scores, "listening", 1);
        at_most(&scores, "objections", 2);
        at_most(&scores, "empathy", 2);
        at_most(&scores, "closing", 1);
    }
}

#[test]
fn the_customers_own_words_said_back_are_no_listening_and_no_empathy() {
    let echo: Vec<String> = CUSTOMER
        .iter()
        .map(|it| {
            it.replace("Ik ben", "U bent")
                .replace("mijn", "uw")
                .replace(" ik ", " u ")
        })
        .collect();
    let echo: Vec<&str> = echo.iter().map(String::as_str).collect();
    for replies in [&CUSTOMER[..], &echo[..]] {
        let scores = scores(OPENING, replies);
        earns_little(&scores);
    }
}

#[test]
fn what_is_denied_is_not_done() {
    let scores = scores(
        "Ik zeg geen goedemiddag, en mijn naam zeg ik ook niet.",
        &[
            "Ik zeg niet dat het mij spijt en ik begrijp ook niet dat u ervan schrikt.",
            "Ik ga dit niet voor u uitzoeken en ik stel ook niets voor.",
            "Ik beloof u niet dat er morgen iemand komt.",
            "Ik vraag u niet of u zich daarin kunt vinden.",
            "Ik wens u geen fijne dag.",
        ],
    );
    at_most(&scores, "greeting", 0);
    earns_little(&scores);
}

#[test]
fn what_is_quoted_is_not_said() {
    let scores = scores(
        "Ja?",
        &[
            "Mijn collega zegt altijd 'wat vervelend voor u' en 'ik begrijp u helemaal'.",
            "In het script staat \"ik zoek het meteen voor u uit\".",
            "Op de cursus leren ze je 'klopt dat zo?' te vragen.",
            "Volgens het boekje hoor ik “onze excuses” te zeggen.",
            "En dan eindig je met 'een fijne dag nog'.",
        ],
    );
    at_most(&scores, "greeting", 1);
    earns_little(&scores);
}
