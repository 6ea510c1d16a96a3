//! What tells who somebody is does not get out.

use oefenlijn::{
    ground::span::Span,
    privacy::{Instead, Labels, Masker, WordLists},
};
use proptest::prelude::*;

/// Braces stand around what must go; the rest must stay.
const DUTCH: &str = "\
Goedemorgen, u spreekt met {Sanne de Wit} van Belveld. Waarmee kan ik u helpen?
met {sanne} van klantenservice, hallo
Goedemiddag mevrouw {Jansen}, ik zoek het op.
goedemiddag mevrouw {jansen} ik zoek het op
dag meneer {bakker}, een ogenblik
Mevrouw, wat is er precies gebeurd?
mevrouw ik begrijp het
Meneer {Van den Berg} heeft gebeld.
Dat zei {Van den Berg} ook al.
Ik bel namens dhr. {J. de Vries}.
De heer {Janssens} uit Gent belde.
{Janssens} heeft de brief gekregen.
Mijn naam is {Karel}.
mijn naam is {karel} en ik bel over mijn factuur
mijn naam is verkeerd gespeld
{Jan} belde gisteren.
Ik sprak {Jan} van de winkel.
De factuur van 12 jan. klopt niet.
De factuur van 12 januari klopt niet.
In mei en juni was u op reis.
Op maandag en dinsdag zijn we open.
Dat kost 30 euro per maand.
U hoort het binnen 24 uur.
Twee brieven, drie dagen, vier keer gebeld.
Mijn nummer is {06-12345678}.
Bel me op {0478 12 34 56} alstublieft.
bel {+32 478 12 34 56}
Mijn rekening is {NL91 ABNA 0417 1643 00}.
Het is {BE68 5390 0754 7034}.
Mijn klantnummer is {123456}.
klantnummer {4711} graag
Ik woon op postcode {1234 AB}.
mijn postcode is {2000}
Ik ben geboren op {12 maart 1985}.
Geboortedatum {12-03-1985}, klopt dat?
Mail naar {sanne.dewit@voorbeeld.nl} graag.
Het adres is {sanne apenstaartje voorbeeld punt nl}
nummer {nul zes een twee drie vier vijf zes zeven acht}
Beste {Fatima}, bedankt voor uw bericht.
hoi {fatima} ik kijk even
Groetjes, {Lotte}
Ik heb {Fatima El Amrani} gesproken.
Het abonnement Compleet Plus staat op uw rekening.
U kunt dat via WhatsApp doen.
Om 10:30 bel ik u terug.
Ja, dat klopt helemaal.
De roos in de tuin was mooi.
Ik vraag het aan collega {Pieter}.
Goedemorgen, met {Youssef}.
Met Kerst zijn we gesloten.
Met spoed graag!
Dank u, meneer {Peeters}.
meneer de directeur is er niet
Mevrouw {Van 't Hof} belt terug.
spreek ik met {Dirk Goossens}?
u spreekt met de klantenservice
Ik begrijp dat u boos bent.
ge spreekt met {tinne} van den helpdesk
Dossier {2026-004711} staat open.
Wij bellen u voor 5 april terug.";

const ENGLISH: &str = "\
Good morning, this is {Sarah Jones} from Belveld.
my name is {karen} and I have a question
Mr. {Smith}, let me look.
Thank you, Mrs {O'Brien}.
You are speaking with {Tom}.
mr {patel} called
This is wrong.
I will call you back in May.
Will you hold, please?
It costs 30 euros a month.
My number is {020 7946 0123}.
My postcode is {SW1A 1AA}.
Write to {tom@example.org}.
I was born on {12 March 1985}.
Kind regards, {Priya}
Hello {Nigel}, how are you?
sir, i can help you with that
my customer number is {998}";

/// Written after the lists, and the lists not changed for them: what to expect of other people's words.
const UNSEEN: &str = "\
hoi met {anouk} van de winkel, zeg het eens
Goedendag, {Roel Haverkamp} hier, waarmee help ik u?
U sprak gisteren met mijn collega {Jacqueline}, klopt dat?
mevrouw {haverkamp} ik heb het voor u nagekeken
Ik verbind u door met {Geertje van Oosten} van de afdeling facturatie.
Dank u wel meneer {El Khatib}, dat noteer ik.
ik ben {roel} en ik ga u helpen
Uw contract loopt tot 1 september 2027, dat is nog lang.
Klopt het dat uw adres {Dorpsstraat 12} is?
Voor de zekerheid: uw geboortedatum is {3 juli 1971}?
kunt u mij bereiken op {0612 34 56 78} na vijf uur
Mevrouw {De Keyser}, goedemorgen.
De monteur {Stefaan} komt tussen 9 en 12 uur.
Dat is dan 49,95 euro, inclusief btw.
Ik stuur het naar {r.haverkamp@post.example} toe.
Pasen valt in april dit jaar.
Meneer wilt u even blijven hangen?
Groetjes van {Roel} en het team
De heer en mevrouw {Vandamme} wachten al drie weken.
Het dossiernummer is {88213}.
Goed, meneer {Claessens}, tot morgen.
Bent u daar nog, mevrouw?
{Jan-Willem} heeft u vorige week geholpen.
Wie heeft u gesproken, was dat {Ineke}?
Uw iban eindigt op {300}, klopt dat?
U krijgt voor vrijdag een e-mail van ons.";

#[test]
fn other_peoples_words_fare_somewhat_worse() {
    let (expected, hit, extra, wrong) = measure("nl", UNSEEN);
    println!("{hit} of {expected} found, {extra} beyond: {wrong:#?}");
    assert!(
        hit * 100 >= expected * 75 && extra * 100 <= expected * 15,
        "{wrong:#?}"
    );
}

fn masker(language: &str) -> Masker {
    let labels = Labels {
        name: "naam".to_owned(),
        number: "nummer".to_owned(),
        email: "e-mail".to_owned(),
    };
    Masker::new(lists(language), Instead::Tokens(labels))
}

fn lists(language: &str) -> WordLists {
    let path = format!("privacy/{language}.toml");
    let text = std::fs::read_to_string(&path).expect(&path);
    WordLists::read(&text, &lexicon(language)).unwrap()
}

/// The words of the lexicon, as the program takes them.
fn lexicon(language: &str) -> String {
    let content = oefenlijn::content::Content::embedded();
    let files = content.files(&format!("lexicon/{language}/"), ".toml");
    let texts: Vec<String> = files.iter().map(|it| it.text.to_string()).collect();
    assert!(texts.len() > 20);
    texts.join("\n")
}

/// Letters and digits that must go: all of them, and those that did.
fn pieces(line: &str) -> (String, Vec<String>) {
    let parts: Vec<&str> = line.split(['{', '}']).collect();
    let secret = parts.iter().skip(1).step_by(2);
    (parts.concat(), secret.map(|it| (*it).to_owned()).collect())
}

/// Of all sentences: expected, found of those, found beyond them.
fn measure(language: &str, lines: &str) -> (usize, usize, usize, Vec<String>) {
    let (mut expected, mut hit, mut extra, mut wrong) = (0, 0, 0, Vec::new());
    for line in lines.lines() {
        let (plain, secrets) = pieces(line);
        let masked = masker(language).mask(&plain);
        let tokens = masked.matches(['[']).count();
        let gone = |it: &&String| {
            it.split([' ', '.']).all(|it| {
                it.is_empty()
                    || !masked
                        .split(|c: char| !c.is_alphanumeric() && c != '\'')
                        .any(|word| word == it)
            })
        };
        let gone = secrets.iter().filter(gone).count();
        expected += secrets.len();
        hit += gone;
        extra += tokens.saturating_sub(gone);
        let skeleton = line
            .split('{')
            .map(|it| it.split('}').next_back().unwrap())
            .collect::<Vec<_>>();
        let kept = skeleton.iter().all(|it| masked.contains(it.trim()));
        if gone < secrets.len() || tokens != secrets.len() || !kept {
            wrong.push(format!("{line} => {masked}"));
        }
    }
    (expected, hit, extra, wrong)
}

#[test]
fn most_of_what_tells_is_found_and_little_else() {
    let (mut expected, mut hit, mut extra, mut wrong) = (0, 0, 0, Vec::new());
    for (language, lines) in [("nl", DUTCH), ("en", ENGLISH)] {
        let (e, h, x, w) = measure(language, lines);
        expected += e;
        hit += h;
        extra += x;
        wrong.extend(w);
    }
    println!("{hit} of {expected} found, {extra} beyond");
    assert!(
        hit * 100 >= expected * 97 && extra * 100 <= expected * 3,
        "{hit} of {expected}, {extra} beyond: {wrong:#?}"
    );
}

#[test]
fn the_same_name_keeps_its_token() {
    let mut masker = masker("nl");
    assert_eq!(
        masker.mask("u spreekt met Sanne de Wit"),
        "u spreekt met [naam 1]"
    );
    assert_eq!(masker.mask("Dag meneer Goossens"), "Dag meneer [naam 2]");
    assert_eq!(masker.mask("Dat zei Sanne ook."), "Dat zei [naam 1] ook.");
}

#[test]
fn who_was_named_once_is_known_where_less_gives_them_away() {
    let said = [
        "Willemijn hier, goedemiddag.",
        "U spreekt met Willemijn. Wil u wachten?",
    ];
    let mut masker = masker("nl");
    for it in said {
        masker.learn(it);
    }
    assert_eq!(
        said.map(|it| masker.mask(it)),
        [
            "[naam 1] hier, goedemiddag.",
            "U spreekt met [naam 1]. Wil u wachten?"
        ]
    );
}

#[test]
fn letter_by_letter_what_nobody_invented_is_hidden_and_the_rest_stays() {
    let said = "Sanne hier. U spreekt met Sanne van Belveld, 06 12345678, sanne@voorbeeld.nl. \
                Mevrouw Verhagen, uw nummer 4711 over 30 euro klopt, 4712 niet. Dat was in 2019, \
                voor 1250 euro of € 1300.";
    let lists = lists("nl").knowing(["De heer H. Verhagen, klantnummer 4711 bij Belveld"]);
    let mut masker = Masker::new(lists, Instead::Letters);
    insta::assert_snapshot!(masker.mask(said), @"Xxxxx hier. U spreekt met Xxxxx van Belveld, 00 00000000, xxxxx@xxxxxxxxx.xx. Mevrouw Verhagen, uw nummer 4711 over 30 euro klopt, 0000 niet. Dat was in 2019, voor 1250 euro of € 1300.");
    assert_eq!(masker.mask(&masker.clone().mask(said)), masker.mask(said));
}

#[test]
fn a_name_of_the_case_stays_unless_somebody_calls_themselves_so() {
    let masker = || {
        let lists = lists("nl").knowing(["De heer Verhagen woont op 7421 XB, bel 0612345678"]);
        Masker::new(lists, Instead::Letters)
    };
    let own = "Dag meneer Verhagen, u woont op 7421 XB.";
    assert_eq!(masker().mask(own), own);
    let mut masker = masker();
    masker.learn("U spreekt met Verhagen.");
    assert_eq!(
        masker.mask("Dag meneer Verhagen, 0612345679."),
        "Dag meneer Xxxxxxxx, 0000000000."
    );
}

#[test]
fn the_trainee_is_hidden_also_where_nothing_gives_them_away() {
    let lists = lists("nl").hiding("ster 2");
    let mut masker = Masker::new(lists, Instead::Letters);
    assert_eq!(masker.mask("ik ben ster"), "ik ben xxxx");
    assert_eq!(masker.mask("Ster, zeg ik."), "Xxxx, zeg ik.");
}

#[test]
fn digits_in_words_are_a_number_within_a_sentence_alone() {
    let mask = |text: &str| masker("nl").mask(text);
    let split = "Een? Een? Een, een, 30 euro?";
    assert_eq!(mask(split), split);
    assert!(mask("nul zes een een twee drie vier").contains("[nummer 1]"));
}

proptest! {
    #[test]
    fn what_tells_nothing_stays(text in "((ik|u|de|een brief|wat|niet|en|maar|dat|30 euro|24 uur|in mei|op maandag|twee weken|hier|nu)[ ,.?]{1,2}){0,20}") {
        prop_assert_eq!(masker("nl").mask(&text), text);
    }

    #[test]
    fn places_go_with_their_words(text in "([a-z]{1,8}|[0-9]{1,7}|[ .@/()+-]|\\PC|mevrouw |met |mijn naam is |Jan |van den |Berg |een |12 |maart |1985|postcode |\\[naam 1\\]){0,40}") {
        let words = text.split_whitespace();
        let at = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
        let before: Vec<Span> = words.map(|it| Span::new(at(it), at(it) + it.len())).collect();
        let mut after = before.clone();
        let masked = masker("nl").mask_with(&text, &mut after);
        prop_assert_eq!(&masked, &masker("nl").mask(&text));
        for (before, after) in before.iter().zip(&after) {
            let (word, now) = (before.of(&text), after.of(&masked));
            prop_assert!(word == now || now.contains('['), "{word} / {now}: {text} => {masked}");
        }
        prop_assert!(after.iter().is_sorted_by_key(|it| it.start), "{after:?}");
    }

    #[test]
    fn nothing_long_and_no_address_survives(text in "([a-z]{1,8}|[0-9]{1,7}|[ .@/()+-]|\\PC|mevrouw |met |mijn naam is |Jan |van den |Berg |een |12 |maart |1985|postcode |\\[naam 1\\]){0,40}") {
        let masked = masker("nl").mask(&text);
        let mut run = 0;
        for letter in masked.chars() {
            match letter {
                it if it.is_numeric() => run += 1,
                it if it.is_whitespace() || "-./()+".contains(it) => {}
                _ => run = 0,
            }
            prop_assert!(run < 5, "{text} => {masked}");
        }
        prop_assert_eq!(masker("nl").mask(&masked), masked);
    }
}
