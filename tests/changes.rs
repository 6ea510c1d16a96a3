//! What holds once things have changed is told in the place of what held before.

use std::sync::Arc;

use oefenlijn::{
    content::Content,
    ground::diagnostic::Source,
    library::{Library, LoadError},
    session::Practice,
};

use crate::support::library;

const OFFER: &str = "Ik trek Compleet Plus nu kosteloos voor u in.";

/// A lamp that burns until the letter is withdrawn.
const LAMP: &str = r#"
[[fact]]
id = "lamp"
about = "The lamp on the desk burns."
asked = ["(hoe|wat) ..5 bureaulamp"]
yes = ["(brandt|schijnt) ..2 bureaulamp"]
no = ["(is|staat) ..2 bureaulamp ..2 uit"]
says = ["De bureaulamp staat aan."]
yes_says = ["Ja, de bureaulamp staat aan."]
no_says = ["Nee, de bureaulamp staat aan."]
again = ["Aan, zoals ik zei."]
"#;

const LAMP_NOW: &str = r#"
[[fact]]
id = "lamp-now"
about = "It is out."
instead_of = "lamp"
since = ["withdraw"]
reversed = true
says = ["De bureaulamp is uit."]
yes_says = ["Ja, die is uit."]
no_says = ["Nee, die is uit."]
"#;

/// What is said to the agent's lamp, until the letter is withdrawn …
const OWN_LAMP: &str = r#"
[[move]]
id = "own-lamp"
part = "answer"
when = { not_accepted = ["withdraw"], no_acts = ["insult"] }
examples = ["Mijn eigen bureaulamp flikkert vandaag."]
says = ["Dan bent u niet te benijden. Kunt u die brief zo nog wel lezen?"]
mood = { trust = 30 }
"#;

/// … and from then on.
const OWN_LAMP_NOW: &str = r#"
[[move]]
id = "own-lamp-now"
part = "answer"
instead_of = "own-lamp"
since = ["withdraw"]
says = ["Dan wens ik u een nieuwe."]
"#;

fn with(more: &str) -> Library {
    let mut content = Content::embedded();
    let own = library().scenario_files("two-letters").unwrap().own;
    content.insert(Source::new(&own.path, &format!("{}{more}", &*own.text)));
    Library::new(content)
}

fn lamp() -> Practice {
    let all = [LAMP, LAMP_NOW, OWN_LAMP, OWN_LAMP_NOW].concat();
    let (reader, scenario) = with(&all).case("two-letters").unwrap();
    let mut practice = Practice::new(Arc::new(scenario), reader, 1);
    practice.reply("Goedemorgen, u spreekt met Sanne. Vertelt u eens wat er aan de hand is?");
    practice
}

#[track_caller]
fn says(practice: &mut Practice, reply: &str, wanted: &str) {
    let line = practice.reply(reply).unwrap().line.clone();
    assert!(line.contains(wanted), "{reply}: {line}");
}

#[test]
fn a_fact_gives_way_to_what_has_come_in_its_place() {
    let mut practice = lamp();
    says(&mut practice, "Hoe is het met uw bureaulamp?", "staat aan");
    says(&mut practice, "Brandt uw bureaulamp?", "Aan, zoals ik zei");
    practice.reply(OFFER);
    // it is news, though the other was told
    says(&mut practice, "Hoe is het met uw bureaulamp?", "is uit");
}

#[test]
fn what_was_true_is_false_where_things_are_reversed() {
    let mut practice = lamp();
    practice.reply(OFFER);
    says(&mut practice, "Brandt uw bureaulamp nog?", "Nee");
    let mut practice = lamp();
    practice.reply(OFFER);
    says(&mut practice, "Is uw bureaulamp uit?", "Ja");
}

#[test]
fn a_move_gives_way_likewise_whatever_it_waited_for_and_has_the_same_consequences() {
    let remark = "Mijn eigen bureaulamp flikkert vandaag.";
    let mut practice = lamp();
    says(&mut practice, remark, "niet te benijden");
    let mut practice = lamp();
    practice.reply(OFFER);
    practice.reply("U bent echt te dom om voor de duvel te dansen.");
    let before = practice.state().mood.trust;
    says(&mut practice, remark, "wens ik u een nieuwe");
    assert!(practice.state().mood.trust > before);
}

/// What is said of a fact that takes no place, or at no time.
const CODES: [&str; 2] = ["instead-of", "unknown-name"];

#[test]
fn whoever_takes_no_place_or_at_no_time_is_told_so() {
    let faults = [
        (
            "instead_of = \"lamp\"\nsince = [\"withdraw\"]",
            "instead_of = \"lamp\"",
        ),
        ("instead_of = \"lamp\"", "instead_of = \"lamp-now\""),
        ("instead_of = \"lamp\"", "instead_of = \"lantern\""),
        ("since = [\"withdraw\"]", "since = [\"withdrawn\"]"),
        ("since = [\"withdraw\"]", "since = [\"cancel-both\"]"),
    ];
    for (sound, faulty) in faults {
        let later = LAMP_NOW.replacen(sound, faulty, 1);
        assert_ne!(later, LAMP_NOW);
        let library = with(&format!("{LAMP}{later}"));
        let LoadError::Faulty(found) = library.case("two-letters").unwrap_err() else {
            panic!("{faulty}");
        };
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(CODES.contains(&found[0].code), "{found:#?}");
        let (source, span) = found[0].source.as_deref().unwrap();
        // the name that is at fault
        assert!(faulty.contains(span.of(&source.text)), "{found:#?}");
    }
}
