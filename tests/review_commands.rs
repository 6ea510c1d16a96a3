//! `review` and `dispute`: what is typed, what is shown, and the log beside the sessions.

use std::{fs, path::Path};

use oefenlijn::review::ReviewEvent;

use crate::{review::REPLIES, support::Home};

/// A session of ster's, by name.
pub(crate) fn practised(home: &Home) -> String {
    let arguments = ["play", "two-letters", "--seed", "11", "--trainee", "ster"];
    home.run(&arguments, REPLIES.join("\n")).ok();
    let log = home.logs().pop().unwrap();
    log.file_stem().unwrap().to_string_lossy().into_owned()
}

fn reviews(home: &Home, session: &str) -> std::path::PathBuf {
    home.path()
        .join(format!("oefenlijn/reviews/{session}.jsonl"))
}

/// What is said without what differs from time to time: the heading, and the ids in brackets.
fn settled(text: &str) -> String {
    let body = text.split_once("\n\n").unwrap().1;
    let mut pieces = body.split('[');
    let mut settled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (id, rest) = piece.split_once(']').unwrap();
        let is_id = id.len() == 12 && id.bytes().all(|it| it.is_ascii_hexdigit());
        settled.push_str(if is_id { "[id]" } else { piece });
        settled.push_str(if is_id { rest } else { "" });
    }
    settled
}

#[test]
fn a_review_is_scripted_a_command_a_line() {
    let home = Home::new();
    let session = practised(&home);
    let before = fs::read(&home.logs()[0]).unwrap();
    home.run(
        &[
            "dispute", &session, "--as", "ster", "--turn", "4", "--act", "own", "ik", "nam", "het",
            "op", "me",
        ],
        "",
    )
    .ok();
    let lines = "accept goed punt\n\n\n-check_agreement dat is samenvatten\nsamenvaten\n+samenvaten \"Dus\" want\n+het gevoel benoemen \"hier niet\" zo\nlevel Inleven 4 raak\nlevel charm 2 x\nlevel closing 7 x\n+own\nquit\n";
    let ran = home
        .run(&["review", &session, "--as", "anna", "--ui", "nl"], lines)
        .ok();
    let shown = settled(&ran.out);
    let end = shown.split("Antwoord 3 van 4").nth(1).unwrap();
    insta::assert_snapshot!(end, @r#"
Klant: In de eerste staat mijn tabletabonnement van tien euro, dat is goed. In de tweede staat een
    abonnement van dertig euro per maand dat ik niet ken.
Medewerker: Dus u heeft twee brieven gekregen. Klopt dat?
  samenvatten (summarise)  "Dus"
  vragen of het zo goed is (check_agreement)  "Klopt dat"
Genoteerd [id].
"samenvaten" is geen opdracht; ? toont ze.
"samenvaten" is geen handeling. Bedoelde u samenvatten?
"hier niet" staat niet in dit antwoord.
Genoteerd [id].
"charm" is geen criterium. Bedoelde u omgaan met bezwaren? De criteria zijn: greeting, listening, objections, empathy, closing
Noem een niveau van 0 tot 4, of na.
Zeg er ook bij waarom.

Uitslag                  programma            mens
Begroeting               3                    3
Luisteren en doorvragen  3                    3
Omgaan met bezwaren      niet van toepassing  niet van toepassing
Inleven                  2                    4  ←
Afronding                3                    3
Totaal                   69 van 100           81 van 100  ←
"#);
    assert_eq!(
        fs::read(&home.logs()[0]).unwrap(),
        before,
        "the session's own log never changes"
    );
    let json = home
        .run(&["review", &session, "--show", "--json"], "")
        .ok()
        .json();
    let one = &json[0]["conversations"][0];
    assert_eq!(one["disputes"][0]["state"], "accepted");
    assert_eq!(one["human"]["scores"]["empathy"], 4);
    assert_eq!(one["acts"].as_array().unwrap().len(), 2);
    let text = home
        .run(&["review", &session, "--show", "--ui", "en"], "")
        .ok()
        .out;
    insta::assert_snapshot!(settled(&text), @r#"
  reply 3: − ask whether that suits (check_agreement) · anna: dat is samenvatten  [id]
  reply 4: + take it on yourself (own) · anna: goed punt  [id]
  Empathy (empathy): 2 → 4 · anna: raak  [id]
  ster misses reply 4: take it on yourself (own): ik nam het op me  [id]
    accepted · anna: goed punt  [id]

Scorecard              program         human
Greeting               3               3
Listening and probing  3               3
Handling objections    not applicable  not applicable
Empathy                2               4  ←
Closing                3               3
Total                  69 of 100       81 of 100  ←
"#);
}

#[test]
fn only_who_practised_disputes_and_mistakes_name_what_there_is() {
    let home = Home::new();
    let session = practised(&home);
    for (arguments, named) in [
        (&["--as", "maan", "--criterion", "empathy", "x"][..], "ster"),
        (
            &["--as", "ster", "--criterion", "empaty", "x"],
            "greeting, listening, objections, empathy, closing",
        ),
        (&["--as", "ster", "--turn", "5", "--act", "own", "x"], "4"),
        (&["--as", "ster", "--turn", "1", "--act", "oun", "x"], "own"),
        (&["--as", "ster", "--turn", "1", "x"], "--act"),
        (&["--as", "ster", "--criterion", "empathy"], "REASON"),
        (
            &["--as", "ster", "--chat", "2", "--criterion", "empathy", "x"],
            "2",
        ),
    ] {
        let all: Vec<&str> = ["dispute", &session]
            .into_iter()
            .chain(arguments.iter().copied())
            .collect();
        let ran = home.run(&all, "");
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.err.contains(named), "{named}: {}", ran.err);
    }
    assert!(!reviews(&home, &session).exists(), "nothing was noted");
    assert_eq!(home.run(&["review", &session], "").code, 2);
    assert_eq!(home.run(&["review", "../x", "--as", "anna"], "").code, 2);
    home.run(&["play", "switchboard", "--seed", "1"], "Hallo\n")
        .ok();
    let caller = home.logs().pop().unwrap();
    let caller = caller.file_stem().unwrap().to_string_lossy().into_owned();
    let caller = if caller == session {
        home.logs()[0]
            .file_stem()
            .unwrap()
            .to_string_lossy()
            .into_owned()
    } else {
        caller
    };
    assert_eq!(home.run(&["review", &caller, "--as", "anna"], "").code, 2);
}

#[test]
fn a_report_shows_what_coaches_come_to_and_what_to_practise_by_that() {
    let home = Home::new();
    let session = practised(&home);
    let report = |format: &str| {
        let ran = home.run(&["report", &session, "--format", format, "--ui", "en"], "");
        ran.ok().out
    };
    let json = |key: &str| {
        let json: serde_json::Value = serde_json::from_str(&report("json")).unwrap();
        (
            json[key].clone(),
            json["conversations"][0]["practise"][0]["criterion"].clone(),
        )
    };
    assert_eq!(json("coach_total").0, serde_json::Value::Null);
    let lines = "level empathy 4 raak\nlevel closing 0 kortaf\n";
    home.run(&["review", &session, "--as", "anna"], lines).ok();
    let (total, first) = json("coach_total");
    assert_eq!((&total, &first), (&63.into(), &"closing".into()));
    for format in ["text", "md", "html"] {
        assert!(report(format).contains("Coach: 63 of 100"), "{format}");
    }
    let csv = report("csv");
    let row = csv.lines().find(|it| it.starts_with("total")).unwrap();
    assert!(row.contains("69,63"), "{row}");
}

#[test]
fn at_a_chat_desk_each_chat_is_reviewed() {
    let home = Home::new();
    home.run(
        &["play", "chat-desk", "--seed", "3"],
        "Goedemiddag, waarmee kan ik u helpen?\nWat vervelend voor u.\n/end\n",
    )
    .ok();
    let log = home.logs().pop().unwrap();
    let session = log.file_stem().unwrap().to_string_lossy().into_owned();
    assert_eq!(
        home.run(
            &[
                "dispute",
                &session,
                "--as",
                "wie",
                "--criterion",
                "empathy",
                "x"
            ],
            ""
        )
        .code,
        2
    );
    home.run(
        &[
            "dispute",
            &session,
            "--as",
            "wie",
            "--chat",
            "1",
            "--criterion",
            "empathy",
            "raak",
        ],
        "",
    )
    .ok();
    let ran = home
        .run(
            &["review", &session, "--as", "anna", "--ui", "nl"],
            "accept 4 ja\nquit\n",
        )
        .ok();
    assert!(ran.out.contains("Gesprek 1:"), "{}", ran.out);
    let json = home
        .run(&["review", &session, "--show", "--json"], "")
        .ok()
        .json();
    let first = &json[0]["conversations"][0];
    assert_eq!(
        (&first["chat"], &first["human"]["scores"]["empathy"]),
        (&0.into(), &4.into())
    );
}

#[test]
fn a_torn_line_is_said_and_what_follows_stands_on_its_own() {
    let home = Home::new();
    let session = practised(&home);
    home.run(
        &["review", &session, "--as", "anna"],
        "level empathy 1 kil\n",
    )
    .ok();
    let log = reviews(&home, &session);
    let mut text = fs::read_to_string(&log).unwrap();
    text.push_str("{\"id\":\"ab\",\"at\":1,\"who\":\"an");
    fs::write(&log, &text).unwrap();
    let ran = home
        .run(
            &["review", &session, "--as", "bram"],
            "level closing 1 kort\n",
        )
        .ok();
    assert!(ran.err.contains('2'), "{}", ran.err);
    assert!(
        fs::read_to_string(&log).unwrap().starts_with(&text),
        "what was there stays"
    );
    let json = home
        .run(&["review", &session, "--show", "--json"], "")
        .ok()
        .json();
    let scores = &json[0]["conversations"][0]["human"]["scores"];
    assert_eq!(
        (&scores["empathy"], &scores["closing"]),
        (&1.into(), &1.into())
    );
}

#[test]
fn two_coaches_at_once_lose_nothing_and_only_the_owner_reads() {
    let home = Home::new();
    let session = practised(&home);
    let lines = "level empathy 3 zo\n".repeat(12);
    std::thread::scope(|scope| {
        for who in ["anna", "bram"] {
            let (home, session, lines) = (&home, &session, &lines);
            scope.spawn(move || home.run(&["review", session, "--as", who], lines).ok());
        }
    });
    let text = fs::read_to_string(reviews(&home, &session)).unwrap();
    let ids: std::collections::BTreeSet<String> = text
        .lines()
        .map(|it| serde_json::from_str::<ReviewEvent>(it).unwrap().id)
        .collect();
    assert_eq!(ids.len(), 24);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&reviews(&home, &session)), 0o600);
        assert_eq!(mode(reviews(&home, &session).parent().unwrap()), 0o700);
    }
}
