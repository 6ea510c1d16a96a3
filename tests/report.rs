//! `report SESSION` for people: as text, Markdown and a page.

use crate::support::{Home, Ran};

/// Markup, script and style that somebody types, as one reply.
pub(crate) const MARKUP: &str = "<script>document.title='ran'</script><img src=x onerror=alert(1)> </style> </mark> &amp; \"quoted\" 'too'";

pub(crate) const REPLIES: &str = "Goedemiddag, u spreekt met Sanne.\n=1+1\n";

/// A home with one short session, and the session's name.
pub(crate) fn played(replies: &str) -> (Home, String) {
    let home = Home::new();
    let play = ["play", "two-letters", "--seed", "11", "--trainee", "sanne"];
    home.run(&play, replies).ok();
    let name = home.logs()[0]
        .file_stem()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    (home, name)
}

pub(crate) fn report(home: &Home, arguments: &[&str]) -> Ran {
    let all: Vec<&str> = ["report"].iter().chain(arguments).copied().collect();
    home.run(&all, "")
}

/// What changes from run to run, made the same.
pub(crate) fn steady(text: &str, session: &str) -> String {
    let at = regex_free_time(text);
    let content = hash(text);
    let text = text.replace(session, "SESSION");
    let text = at.map_or(text.clone(), |it| text.replace(&it, "WHEN"));
    content.map_or(text.clone(), |it| text.replace(&it, "CONTENT"))
}

/// `2026-03-10 10:40`, wherever it stands.
fn regex_free_time(text: &str) -> Option<String> {
    let end = text.find(" UTC")?;
    text.get(end.checked_sub(16)?..end).map(str::to_owned)
}

fn hash(text: &str) -> Option<String> {
    let start = text.find("inhoud ").map(|it| it + "inhoud ".len())?;
    text.get(start..start + 12).map(str::to_owned)
}

#[test]
fn as_text() {
    let (home, name) = played(REPLIES);
    let ran = report(&home, &[&name]).ok();
    insta::assert_snapshot!(steady(&ran.out, &name), @r#"
    De twee brieven
    ═══════════════
    U oefent: luisteren tot het beeld compleet is, en bezwaren serieus nemen in plaats van tegenspreken.
      - Van: sanne
      - Wanneer: WHEN UTC
      - Einde: Niet afgemaakt
      - Totaal: 25 van 100
      - Manier: oefening
      - Scenario en beoordeling: two-letters · service-call
      - Startgetal: 11
      - Versie: programma 0.1.0, inhoud CONTENT
      - Sessie: SESSION

    Hoe het ging
    ────────────
    Onderdeel                Niveau   Wat dat betekent
    Begroeting               2 van 4  twee van: groet, naam, aanbod van hulp
    Luisteren en doorvragen  0 van 4  praat over de klant heen, negeert, of antwoordt op iets anders
    Omgaan met bezwaren      1 van 4  wuift het weg of herhaalt de regel
    Inleven                  1 van 4  koel: geen teken van het gevoel van de ander
    Afronding                1 van 4  abrupt, zonder uitkomst

    Om hierna te oefenen
    ────────────────────
      - Luisteren en doorvragen: Vraag open door tot u het hele plaatje hebt, vat het samen in eigen
        woorden en vraag of het klopt.
      - Omgaan met bezwaren: Erken het bezwaar, vraag wat erachter zit, bied een weg en ga na of die
        past.
      - Inleven: Benoem wat u hoort bij déze klant, noem het begrijpelijk en bied houvast op de
        moeilijke momenten.
    Speel ‘De twee brieven’ nog een keer: oefenlijn play two-letters

    Gemiste momenten
    ────────────────
    Beurt 1: het begin, half beantwoord (Begroeting)
    Gezegd: Goedemiddag, u spreekt met Sanne.
    Beter: Goedemorgen, u spreekt met Sanne de Wit van Belveld Mobiel. Waarmee kan ik u helpen?
        Wat hier had geholpen: hulp aanbieden
    Beurt 2: waar het om gaat (Luisteren en doorvragen, Afronding)
    Klant: Verhagen, goedemorgen. Nog geen minuut gewacht, dat is netjes, al is dat keuzemenu van u een
        crime. Ik heb hier twee brieven van vanmorgen, en die kunnen niet allebei waar zijn.
    Gezegd: =1+1
    Beter: Ik wil het goed begrijpen: één brief klopt, en in de andere staat een abonnement dat u niet
        besteld heeft. Wat staat er precies in die tweede brief?
        Wat hier had geholpen: een open vraag stellen, laten merken dat u luistert, samenvatten, vragen
        of er nog iets is, afscheid nemen

    Het gesprek
    ───────────
    1 Medewerker: Goedemiddag, u spreekt met Sanne.
        "Goedemiddag": begroeten → Begroeting; "u spreekt met": uzelf voorstellen → Begroeting
    Klant: Verhagen, goedemorgen. Nog geen minuut gewacht, dat is netjes, al is dat keuzemenu van u een
        crime. Ik heb hier twee brieven van vanmorgen, en die kunnen niet allebei waar zijn.
        Spanning 45 (gespannen), vertrouwen 58, geduld 66: nette opening
    2 Medewerker: =1+1
        Uw antwoord werd niet herkend.
    Klant: Zo komen we niet verder. Hoe zit het nu met die brief?
        bezwaar, vraag · Spanning 45 (gespannen), vertrouwen 58, geduld 66

    Stemming van de klant
    ─────────────────────
    Beurt  Spanning  Zo is de klant  Vertrouwen  Geduld
    0      45        gespannen       55          60
    1      45        gespannen       58          66
    2      45        gespannen       58          66

    Per onderdeel
    ─────────────

    Begroeting: 2 van 4
    twee van: groet, naam, aanbod van hulp
      - Dit telde: beurt 1, "Goedemiddag" (begroeten)
      - Dit telde: beurt 1, "u spreekt met" (uzelf voorstellen)
      - Wat het volgende niveau vraagt: delen van de begroeting: groet, naam, aanbod van hulp: 2,
        gevraagd minstens 3
      - Kleinste verandering: in beurt 1 ook hulp aanbieden → 3 van 4; totaal dan 30 van 100

    Luisteren en doorvragen: 0 van 4
    praat over de klant heen, negeert, of antwoordt op iets anders
      - Wat het volgende niveau vraagt: antwoorden met een vraag, ook een administratieve: 0, gevraagd
        minstens 1
      - Kleinste verandering: in beurt 2 ook een open vraag stellen → 1 van 4; totaal dan 30 van 100

    Omgaan met bezwaren: 1 van 4
    wuift het weg of herhaalt de regel
      - Wat het volgende niveau vraagt: bezwaren die erkend zijn (procent): 0, gevraagd minstens 50

    Inleven: 1 van 4
    koel: geen teken van het gevoel van de ander
      - Wat het volgende niveau vraagt: antwoorden die een gevoel benoemen: 0, gevraagd minstens 1
      - Kleinste verandering: in beurt 2 ook het gevoel benoemen → 2 van 4; totaal dan 30 van 100

    Afronding: 1 van 4
    abrupt, zonder uitkomst
      - Wat het volgende niveau vraagt: afscheid: 0, gevraagd minstens 1
      - Kleinste verandering: in beurt 2 ook samenvatten → 3 van 4; totaal dan 35 van 100

    Niet beoordeeld
    ───────────────
      - beurt 2, niet herkend: "=1+1"
      - Luisteren en doorvragen: er was niets om op af te gaan
      - Omgaan met bezwaren: er was niets om op af te gaan
      - Inleven: er was niets om op af te gaan
      - Afronding: er was niets om op af te gaan
    "#);
}

#[test]
fn as_markdown() {
    let (home, name) = played(REPLIES);
    let ran = report(&home, &[&name, "--format", "md"]).ok();
    insta::assert_snapshot!(steady(&ran.out, &name), @r#"
    # De twee brieven

    U oefent: luisteren tot het beeld compleet is, en bezwaren serieus nemen in plaats van tegenspreken.

    - Van: sanne
    - Wanneer: WHEN UTC
    - Einde: Niet afgemaakt
    - Totaal: 25 van 100
    - Manier: oefening
    - Scenario en beoordeling: two-letters · service-call
    - Startgetal: 11
    - Versie: programma 0.1.0, inhoud CONTENT
    - Sessie: SESSION

    ## Hoe het ging

    | Onderdeel | Niveau | Wat dat betekent |
    | --- | --- | --- |
    | Begroeting | 2 van 4 | twee van: groet, naam, aanbod van hulp |
    | Luisteren en doorvragen | 0 van 4 | praat over de klant heen, negeert, of antwoordt op iets anders |
    | Omgaan met bezwaren | 1 van 4 | wuift het weg of herhaalt de regel |
    | Inleven | 1 van 4 | koel: geen teken van het gevoel van de ander |
    | Afronding | 1 van 4 | abrupt, zonder uitkomst |

    ## Om hierna te oefenen

    - Luisteren en doorvragen: Vraag open door tot u het hele plaatje hebt, vat het samen in eigen woorden en vraag of het klopt.
    - Omgaan met bezwaren: Erken het bezwaar, vraag wat erachter zit, bied een weg en ga na of die past.
    - Inleven: Benoem wat u hoort bij déze klant, noem het begrijpelijk en bied houvast op de moeilijke momenten.

    Speel ‘De twee brieven’ nog een keer: oefenlijn play two-letters

    ## Gemiste momenten

    Beurt 1: het begin, half beantwoord (Begroeting)

    **Gezegd:** Goedemiddag, u spreekt met Sanne.

    **Beter:** Goedemorgen, u spreekt met Sanne de Wit van Belveld Mobiel. Waarmee kan ik u helpen?

    > Wat hier had geholpen: hulp aanbieden

    Beurt 2: waar het om gaat (Luisteren en doorvragen, Afronding)

    **Klant:** Verhagen, goedemorgen. Nog geen minuut gewacht, dat is netjes, al is dat keuzemenu van u een crime. Ik heb hier twee brieven van vanmorgen, en die kunnen niet allebei waar zijn.

    **Gezegd:** \=1+1

    **Beter:** Ik wil het goed begrijpen: één brief klopt, en in de andere staat een abonnement dat u niet besteld heeft. Wat staat er precies in die tweede brief?

    > Wat hier had geholpen: een open vraag stellen, laten merken dat u luistert, samenvatten, vragen of er nog iets is, afscheid nemen

    ## Het gesprek

    **1 Medewerker:** Goedemiddag, u spreekt met Sanne.

    > "Goedemiddag": begroeten → Begroeting; "u spreekt met": uzelf voorstellen → Begroeting

    **Klant:** Verhagen, goedemorgen. Nog geen minuut gewacht, dat is netjes, al is dat keuzemenu van u een crime. Ik heb hier twee brieven van vanmorgen, en die kunnen niet allebei waar zijn.

    > Spanning 45 (gespannen), vertrouwen 58, geduld 66: nette opening

    **2 Medewerker:** \=1+1

    > Uw antwoord werd niet herkend.

    **Klant:** Zo komen we niet verder. Hoe zit het nu met die brief?

    > bezwaar, vraag · Spanning 45 (gespannen), vertrouwen 58, geduld 66

    ## Stemming van de klant

    | Beurt | Spanning | Zo is de klant | Vertrouwen | Geduld |
    | --- | --- | --- | --- | --- |
    | 0 | 45 | gespannen | 55 | 60 |
    | 1 | 45 | gespannen | 58 | 66 |
    | 2 | 45 | gespannen | 58 | 66 |

    ## Per onderdeel

    ### Begroeting: 2 van 4

    twee van: groet, naam, aanbod van hulp

    - Dit telde: beurt 1, "Goedemiddag" (begroeten)
    - Dit telde: beurt 1, "u spreekt met" (uzelf voorstellen)
    - Wat het volgende niveau vraagt: delen van de begroeting: groet, naam, aanbod van hulp: 2, gevraagd minstens 3
    - Kleinste verandering: in beurt 1 ook hulp aanbieden → 3 van 4; totaal dan 30 van 100

    ### Luisteren en doorvragen: 0 van 4

    praat over de klant heen, negeert, of antwoordt op iets anders

    - Wat het volgende niveau vraagt: antwoorden met een vraag, ook een administratieve: 0, gevraagd minstens 1
    - Kleinste verandering: in beurt 2 ook een open vraag stellen → 1 van 4; totaal dan 30 van 100

    ### Omgaan met bezwaren: 1 van 4

    wuift het weg of herhaalt de regel

    - Wat het volgende niveau vraagt: bezwaren die erkend zijn (procent): 0, gevraagd minstens 50

    ### Inleven: 1 van 4

    koel: geen teken van het gevoel van de ander

    - Wat het volgende niveau vraagt: antwoorden die een gevoel benoemen: 0, gevraagd minstens 1
    - Kleinste verandering: in beurt 2 ook het gevoel benoemen → 2 van 4; totaal dan 30 van 100

    ### Afronding: 1 van 4

    abrupt, zonder uitkomst

    - Wat het volgende niveau vraagt: afscheid: 0, gevraagd minstens 1
    - Kleinste verandering: in beurt 2 ook samenvatten → 3 van 4; totaal dan 35 van 100

    ## Niet beoordeeld

    - beurt 2, niet herkend: "=1+1"
    - Luisteren en doorvragen: er was niets om op af te gaan
    - Omgaan met bezwaren: er was niets om op af te gaan
    - Inleven: er was niets om op af te gaan
    - Afronding: er was niets om op af te gaan
    "#);
}

#[test]
fn a_page_shows_markup_as_text_and_needs_nothing_else() {
    let (home, name) = played(&format!("{MARKUP}\n"));
    let page = report(&home, &[&name, "--format", "html"]).ok().out;
    assert!(
        page.contains("&lt;script&gt;document.title='ran'"),
        "{page}"
    );
    for it in [
        "<script",
        "<img",
        "http://",
        "https://",
        "<link",
        "style=",
        "onerror=alert(1)>",
    ] {
        assert!(!page.contains(it), "{it}");
    }
    assert_eq!(page.matches("</style>").count(), 1);
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn a_page_speaks_the_language_of_the_screen_and_marks_the_other() {
    let (home, name) = played(REPLIES);
    let dutch = report(&home, &[&name, "--format", "html"]).ok().out;
    assert!(dutch.contains("<html lang=\"nl\">") && dutch.contains("Gemiste momenten"));
    assert!(!dutch.contains("lang=\"en\""));
    let english = report(&home, &[&name, "--format", "html", "--ui", "en"])
        .ok()
        .out;
    assert!(english.contains("<html lang=\"en\">") && english.contains("Missed moments"));
    assert!(english.contains("<p class=\"words\" lang=\"nl\">"));
    for page in [dutch, english] {
        assert!(
            !page.contains("report-") && !page.contains("csv-"),
            "a message is missing"
        );
    }
}

#[test]
fn the_same_session_gives_the_same_bytes() {
    let (home, name) = played(REPLIES);
    for form in ["text", "md", "html", "json", "csv"] {
        let once = report(&home, &[&name, "--format", form]).ok().out;
        let again = report(&home, &[&name, "--format", form]).ok().out;
        assert_eq!(once, again, "{form}");
        let file = home.path().join(form);
        let output = file.to_str().unwrap();
        let written = report(&home, &[&name, "--format", form, "--output", output]).ok();
        assert_eq!(written.out, "");
        assert_eq!(std::fs::read_to_string(file).unwrap(), once, "{form}");
    }
}

#[test]
fn a_change_says_what_the_total_would_be() {
    let (home, name) = played(REPLIES);
    let ran = report(&home, &[&name, "--format", "json"]).ok();
    let sheet: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let total = sheet["total"].as_u64().unwrap();
    let criteria = sheet["conversations"][0]["criteria"].as_array().unwrap();
    let changes = criteria
        .iter()
        .map(|it| &it["change"])
        .filter(|it| !it.is_null());
    let better: Vec<u64> = changes.map(|it| it["total"].as_u64().unwrap()).collect();
    assert!(!better.is_empty());
    assert!(
        better.iter().all(|it| *it > total),
        "{better:?} against {total}"
    );
}

#[test]
fn misuse_is_told_from_bad_data() {
    let (home, name) = played(REPLIES);
    let unknown = report(&home, &["20200101-000000-0000"]);
    assert_eq!(unknown.code, 2, "{unknown:?}");
    assert!(
        unknown.err.contains(&name),
        "the latest are named: {unknown:?}"
    );
    assert_eq!(report(&home, &[]).code, 2);
    assert_eq!(report(&home, &[&name, "--trainee", "sanne"]).code, 2);
    assert_eq!(report(&home, &[&name, "--format", "pdf"]).code, 2);
    let nowhere = report(&home, &[&name, "--output", "/no/such/folder/report.html"]);
    assert_eq!(nowhere.code, 1, "{nowhere:?}");
}

#[test]
fn a_chat_desk_has_a_part_for_each_customer() {
    let home = Home::new();
    let replies = "Goedemiddag, wat is er gebeurd?\nIk kijk het na.\nEen ogenblik.\n/2\nIk kijk het na.\n/end\n";
    home.run(&["play", "chat-desk", "--seed", "1"], replies)
        .ok();
    let name = home.logs()[0]
        .file_stem()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    let text = report(&home, &[&name]).ok().out;
    assert!(
        text.contains("Klant 1: ") && text.contains("Klant 2: "),
        "{text}"
    );
    assert!(text.contains("Langste wachttijd"), "{text}");
}

#[test]
fn a_call_that_the_trainee_made_is_counted_and_not_scored() {
    let home = Home::new();
    home.run(
        &["play", "switchboard", "--seed", "1"],
        "1\nIk bel over mijn rekening\n",
    )
    .ok();
    let name = home.logs()[0]
        .file_stem()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    let ran = report(&home, &[&name, "--format", "json"]).ok();
    let sheet: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert!(sheet["total"].is_null());
    let talk = &sheet["conversations"][0];
    assert_eq!(talk["criteria"], serde_json::json!([]));
    assert!(!talk["counts"].as_array().unwrap().is_empty());
}
