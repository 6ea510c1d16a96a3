//! `report SESSION` for programs: a table for a spreadsheet, and JSON.

use crate::report::{REPLIES, played, report, steady};

#[test]
fn as_a_table_that_calculates_nothing() {
    let (home, name) = played(REPLIES);
    let ran = report(&home, &[&name, "--format", "csv", "--names", "keep"]).ok();
    insta::assert_snapshot!(steady(&ran.out, &name), @r#"
    rij;sessie;van;scenario;klant;beurt;wie;tekst;wat dat doet;spanning;vertrouwen;geduld;onderdeel;niveau;coach;betekenis
    beurt;SESSION;sanne;two-letters;;1;Medewerker;Goedemiddag, u spreekt met Sanne.;begroeten, uzelf voorstellen;;;;;;;
    beurt;SESSION;sanne;two-letters;;1;Klant;Verhagen, goedemorgen. Nog geen minuut gewacht, dat is netjes, al is dat keuzemenu van u een crime. Ik heb hier twee brieven van vanmorgen, en die kunnen niet allebei waar zijn.;;45;58;66;;;;
    beurt;SESSION;sanne;two-letters;;2;Medewerker;'=1+1;;;;;;;;
    beurt;SESSION;sanne;two-letters;;2;Klant;Zo komen we niet verder. Hoe zit het nu met die brief?;bezwaar, vraag;45;58;66;;;;
    niveau;SESSION;sanne;two-letters;;;;;;;;;Begroeting;2;;twee van: groet, naam, aanbod van hulp
    niveau;SESSION;sanne;two-letters;;;;;;;;;Luisteren en doorvragen;0;;praat over de klant heen, negeert, of antwoordt op iets anders
    niveau;SESSION;sanne;two-letters;;;;;;;;;Omgaan met bezwaren;1;;wuift het weg of herhaalt de regel
    niveau;SESSION;sanne;two-letters;;;;;;;;;Inleven;1;;koel: geen teken van het gevoel van de ander
    niveau;SESSION;sanne;two-letters;;;;;;;;;Afronding;1;;abrupt, zonder uitkomst
    totaal;SESSION;sanne;two-letters;;;;;;;;;;25;;
    "#);
}

/// The JSON of a play without what differs from play to play, and its turns; other long parts are looked
/// at by their keys.
fn json_sheet() -> (serde_json::Value, serde_json::Value) {
    let (home, name) = played(REPLIES);
    let ran = report(&home, &[&name, "--format", "json", "--names", "keep"]).ok();
    let mut sheet: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(sheet["session"], name);
    for it in ["session", "at", "content"] {
        assert!(sheet.as_object_mut().unwrap().remove(it).is_some(), "{it}");
    }
    let talk = sheet["conversations"][0].as_object_mut().unwrap();
    let criteria = talk.remove("criteria").unwrap();
    let levels: Vec<_> = criteria
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["level"].clone())
        .collect();
    assert_eq!(levels.len(), 5);
    talk.remove("missed").unwrap();
    let turns = talk.remove("turns").unwrap();
    (sheet, turns)
}

#[test]
fn as_json() {
    let (sheet, _) = json_sheet();
    insta::assert_snapshot!(serde_json::to_string_pretty(&sheet).unwrap(), @r#"
    {
      "channel": "phone",
      "coach_total": null,
      "conversations": [
        {
          "coach_total": null,
          "counts": [],
          "customer": null,
          "desk": null,
          "ending": "unfinished",
          "mood_shown": true,
          "not_understood": [
            2
          ],
          "notes": [],
          "practise": [
            {
              "criterion": "listening",
              "scenario": "two-letters"
            },
            {
              "criterion": "objections",
              "scenario": "two-letters"
            },
            {
              "criterion": "empathy",
              "scenario": "two-letters"
            }
          ],
          "reflections": [],
          "scenario": "two-letters",
          "start": {
            "patience": 60,
            "tension": 45,
            "trust": 55
          },
          "total": 25,
          "waiting": null
        }
      ],
      "damaged": [],
      "desk": null,
      "drift": {
        "changed": [],
        "engine": null,
        "lost": [],
        "otherwise": []
      },
      "ending": "unfinished",
      "engine": "0.1.0",
      "language": "nl",
      "mode": "practice",
      "rubric": "service-call",
      "scenario": "two-letters",
      "seed": 11,
      "total": 25,
      "trainee": "sanne"
    }
    "#);
}

#[test]
fn as_json_turn_by_turn() {
    let (_, turns) = json_sheet();
    insta::assert_snapshot!(serde_json::to_string_pretty(&turns).unwrap(), @r#"
    [
      {
        "answer": [
          {
            "role": null,
            "text": "Verhagen, goedemorgen. Nog geen minuut gewacht, dat is netjes, al is dat keuzemenu van u een crime. Ik heb hier twee brieven van vanmorgen, en die kunnen niet allebei waar zijn."
          }
        ],
        "causes": [
          {
            "by": "manner",
            "rule": "plain-opening"
          }
        ],
        "feeling": null,
        "kinds": [],
        "mood": {
          "patience": 66,
          "tension": 45,
          "trust": 58
        },
        "reply": {
          "marks": [
            {
              "acts": [
                "greet"
              ],
              "blunder": false,
              "earned": [
                "greeting"
              ],
              "end": 11,
              "signs": [],
              "start": 0
            },
            {
              "acts": [
                "introduce"
              ],
              "blunder": false,
              "earned": [
                "greeting"
              ],
              "end": 26,
              "signs": [],
              "start": 13
            }
          ],
          "text": "Goedemiddag, u spreekt met Sanne."
        },
        "turn": 1,
        "understood": true
      },
      {
        "answer": [
          {
            "role": null,
            "text": "Zo komen we niet verder. Hoe zit het nu met die brief?"
          }
        ],
        "causes": [],
        "feeling": null,
        "kinds": [
          "objection",
          "question"
        ],
        "mood": {
          "patience": 66,
          "tension": 45,
          "trust": 58
        },
        "reply": {
          "marks": [],
          "text": "=1+1"
        },
        "turn": 2,
        "understood": false
      }
    ]
    "#);
}

#[test]
fn json_is_never_localised() {
    let (home, name) = played(REPLIES);
    let ran = report(&home, &[&name, "--format", "json"]).ok();
    let english = report(&home, &[&name, "--format", "json", "--ui", "en"]).ok();
    assert_eq!(english.out, ran.out, "JSON is never localised");
}

#[test]
fn separators_and_the_byte_order_mark() {
    let (home, name) = played(REPLIES);
    let first = |arguments: &[&str]| {
        let all: Vec<&str> = [&*name, "--format", "csv"]
            .iter()
            .chain(arguments)
            .copied()
            .collect();
        let out = report(&home, &all).ok().out;
        out.lines().next().unwrap().to_owned()
    };
    assert!(first(&[]).starts_with("rij;sessie;van;"));
    assert!(first(&["--ui", "en"]).starts_with("row,session,by,"));
    assert!(first(&["--separator", "tab"]).starts_with("rij\tsessie\tvan\t"));
    assert!(first(&["--bom"]).starts_with("\u{feff}rij;"));
    let wrong = report(&home, &[&name, "--format", "csv", "--separator", "\""]);
    assert_eq!(wrong.code, 2, "{wrong:?}");
}
