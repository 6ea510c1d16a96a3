//! Reviews: what coaches correct and trainees dispute, and what becomes of it.

use std::{
    fs,
    path::Path,
    sync::{Arc, LazyLock},
};

use oefenlijn::{
    acts::{Act as _, AgentAct},
    content::Content,
    ground::clock::Instant,
    library::Library,
    review::{
        ActCorrection, Correction, Decision, Dispute, DisputeState, Level, LevelCorrection,
        ReviewEvent, Reviewed, Target, What, Withdrawal, prove,
    },
    session::{Assessment, Practice},
};
use proptest::prelude::*;

use crate::support::{Home, library};

const REPLIES: [&str; 4] = [
    "Goedemiddag, u spreekt met Sanne. Waarmee kan ik u helpen?",
    "Wat vervelend. Wat staat er precies in de brieven?",
    "Dus u heeft twee brieven gekregen. Klopt dat?",
    "Daar zet ik mijn tanden in.",
];

static ASSESSMENT: LazyLock<Assessment> = LazyLock::new(|| {
    let (reader, scenario) = library().case("two-letters").unwrap();
    let mut practice = Practice::new(Arc::new(scenario), reader, 11);
    for reply in REPLIES {
        practice.reply(reply).unwrap();
    }
    Assessment::of(&practice, library()).unwrap()
});

fn event(at: i64, who: &str, what: What) -> ReviewEvent {
    ReviewEvent::new("s", Instant(at), who, what)
}

fn act(reply: usize, act: AgentAct, shown: bool) -> ActCorrection {
    ActCorrection {
        chat: None,
        reply,
        phrase: None,
        act,
        shown,
        reason: "daarom".to_owned(),
    }
}

fn level(criterion: &str, level: Option<u8>) -> LevelCorrection {
    LevelCorrection {
        chat: None,
        criterion: criterion.to_owned(),
        level: Level(level),
        reason: "daarom".to_owned(),
    }
}

fn reviewed(events: &[ReviewEvent]) -> Reviewed {
    Reviewed::of(ASSESSMENT.clone(), None, events)
}

fn level_of(assessment: &Assessment, criterion: &str) -> Option<u8> {
    assessment.card.criterion(criterion).unwrap().level
}

#[test]
fn a_corrected_act_is_scored_again_and_the_machines_figure_stays() {
    let mut correction = act(4, AgentAct::Own, true);
    correction.phrase = Some("zet ik mijn TANDEN in".to_owned());
    let closed = event(
        1,
        "anna",
        What::CorrectAct(act(2, AgentAct::AskOpen, false)),
    );
    let reviewed = reviewed(&[event(2, "anna", What::CorrectAct(correction)), closed]);
    let reading = &reviewed.human.conversation.replies()[3];
    let phrases: Vec<&str> = reading.phrases(AgentAct::Own).collect();
    assert_eq!(phrases, ["zet ik mijn tanden in"]);
    assert!(
        !reviewed.machine.conversation.replies()[3]
            .acts
            .contains(AgentAct::Own)
    );
    let listening = |it| level_of(it, "listening").unwrap();
    assert!(listening(&reviewed.human) < listening(&reviewed.machine));
    assert_eq!(reviewed.machine.card, ASSESSMENT.card);
    assert_ne!(reviewed.machine.card.total, reviewed.human.card.total);
}

#[test]
fn the_later_word_wins_and_what_is_withdrawn_no_longer_counts() {
    let first = event(1, "anna", What::CorrectLevel(level("empathy", Some(1))));
    let second = event(2, "bram", What::CorrectLevel(level("empathy", Some(4))));
    let events = [second.clone(), first];
    let both = reviewed(&events);
    assert_eq!(level_of(&both.human, "empathy"), Some(4));
    assert_eq!((both.levels.len(), &*both.levels[0].who), (1, "bram"));
    let withdrawal = Withdrawal {
        correction: second.id,
        reason: "vergist".to_owned(),
    };
    // a clock that runs behind changes nothing
    let [one, other] = events;
    let taken_back = reviewed(&[one, event(0, "bram", What::Withdraw(withdrawal)), other]);
    assert_eq!(level_of(&taken_back.human, "empathy"), Some(1));
}

#[test]
fn a_level_that_does_not_apply_leaves_the_total_alone() {
    let all = ["greeting", "listening", "empathy", "closing"];
    let set = |value| {
        let events = all.iter().zip(1..);
        let events = events.map(|(it, at)| event(at, "anna", What::CorrectLevel(level(it, value))));
        reviewed(&events.collect::<Vec<_>>()).human.card.total
    };
    assert_eq!((set(Some(4)), set(Some(2)), set(None)), (100, 50, 0));
}

#[test]
fn a_dispute_is_open_until_somebody_decides_and_the_last_decision_counts() {
    let dispute = event(
        1,
        "ster",
        What::Dispute(Dispute {
            about: Target::Act {
                chat: None,
                reply: 4,
                act: AgentAct::Own,
            },
            reason: "ik nam het op me".to_owned(),
        }),
    );
    let decide = |at, who, accepted: bool| {
        let correction = accepted.then(|| Correction::Act(act(4, AgentAct::Own, true)));
        let dispute = dispute.id.clone();
        let reason = "zo is het".to_owned();
        event(
            at,
            who,
            What::Decide(Decision {
                dispute,
                accepted,
                reason,
                correction,
            }),
        )
    };
    let has_own = |it: &Reviewed| {
        it.human.conversation.replies()[3]
            .acts
            .contains(AgentAct::Own)
    };
    let open = reviewed(std::slice::from_ref(&dispute));
    assert_eq!(open.disputes[0].state, DisputeState::Open);
    let (accepted, kept) = (decide(2, "anna", true), decide(3, "bram", false));
    let granted = reviewed(&[dispute.clone(), accepted.clone()]);
    assert!(matches!(&granted.disputes[0].state, DisputeState::Accepted(it) if it.who == "anna"));
    assert!(has_own(&granted) && !has_own(&open));
    let then_kept = reviewed(&[dispute, kept, accepted]);
    assert!(matches!(&then_kept.disputes[0].state, DisputeState::Kept(it) if it.who == "bram"));
    assert!(!has_own(&then_kept) && then_kept.acts.is_empty());
}

#[test]
fn what_is_about_nothing_is_named_and_harms_nothing() {
    let far = event(1, "anna", What::CorrectAct(act(99, AgentAct::Own, true)));
    let zero = event(2, "anna", What::CorrectAct(act(0, AgentAct::Own, true)));
    let other = event(3, "anna", What::CorrectLevel(level("charm", Some(4))));
    let reviewed = reviewed(&[far.clone(), zero.clone(), other.clone()]);
    assert_eq!(reviewed.astray, [far.id, zero.id, other.id]);
    assert_eq!(reviewed.human.card, reviewed.machine.card);
}

fn any_what() -> impl Strategy<Value = What> {
    let acts = (1..6usize, 0..AgentAct::ALL.len(), any::<bool>())
        .prop_map(|(reply, it, shown)| What::CorrectAct(act(reply, AgentAct::ALL[it], shown)));
    let levels = (0..3usize, proptest::option::of(0..5u8)).prop_map(|(it, value)| {
        What::CorrectLevel(level(["empathy", "closing", "listening"][it], value))
    });
    prop_oneof![acts, levels]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn two_coaches_logs_merge_in_any_order_and_as_often_as_one_likes(
        said in proptest::collection::vec((any_what(), 0..4i64, any::<bool>()), 1..8),
        withdrawn in 0..8usize,
        seed in any::<u64>(),
    ) {
        let mut events: Vec<ReviewEvent> = said
            .into_iter()
            .map(|(what, at, anna)| event(at, if anna { "anna" } else { "bram" }, what))
            .collect();
        if let Some(it) = events.get(withdrawn) {
            let correction = it.id.clone();
            let reason = "toch niet".to_owned();
            events.push(event(9, "bram", What::Withdraw(Withdrawal { correction, reason })));
        }
        let told = |events: &[ReviewEvent]| {
            let it = reviewed(events);
            let acts: Vec<_> = it.human.conversation.replies().iter().map(|it| it.acts).collect();
            (it.acts, it.levels, it.disputes, it.astray, it.human.card, acts)
        };
        let once = told(&events);
        let turn = usize::try_from(seed % events.len() as u64).unwrap();
        let mut merged = events.clone();
        merged.rotate_left(turn);
        merged.extend(events.into_iter().rev());
        prop_assert_eq!(once, told(&merged));
    }
}

#[test]
fn an_event_reads_back_as_it_was_written() {
    let decision = Decision {
        dispute: "ab".to_owned(),
        accepted: true,
        reason: "ja".to_owned(),
        correction: Some(Correction::Level(level("objections", None))),
    };
    let event = event(7, "anna", What::Decide(decision));
    let written = serde_json::to_string(&event).unwrap();
    insta::assert_snapshot!(written.replace(&event.id, "ID"), @r#"{"id":"ID","at":7,"who":"anna","review":"decide","dispute":"ab","accepted":true,"reason":"ja","correction":{"correct":"level","criterion":"objections","level":"na","reason":"daarom"}}"#);
    assert_eq!(
        serde_json::from_str::<ReviewEvent>(&written).unwrap(),
        event
    );
    let again = ReviewEvent::new("s", event.at, &event.who, event.what.clone());
    assert_eq!(again.id, event.id);
    assert_ne!(
        ReviewEvent::new("t", event.at, &event.who, event.what).id,
        event.id
    );
}

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
Klant: Fijn dat u dat begrijpt. In de eerste staat mijn tabletabonnement van tien euro, dat is goed.
    In de tweede staat een abonnement van dertig euro per maand dat ik niet ken.
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

const MENDED: &str = r#"
[[entry]]
id = "own-teeth"
speaker = "agent"
act = "own"
why = "Taking something on, as a figure of speech."
patterns = ["zet ik mijn tanden in", "ga ik mijn tanden in zetten", "zet ik de tanden in"]
examples = ["Daar zet ik mijn tanden in.", "Daar ga ik mijn tanden in zetten.", "Hier zet ik de tanden in."]
counter = ["Daar zet u uw tanden in.", "Mijn tanden doen pijn.", "Hij zet er zijn tanden in."]
"#;

#[test]
fn a_correction_becomes_a_case_that_check_reports_until_the_lexicon_is_mended() {
    let home = Home::new();
    let session = practised(&home);
    home.run(
        &["review", &session, "--as", "anna"],
        "\n\n\n+own \"zet ik mijn tanden in\" neemt het op zich, zegt Pieter\n",
    )
    .ok();
    let folder = home.path().join("content");
    let content = folder.to_str().unwrap();
    fs::create_dir_all(&folder).unwrap();
    let written = home
        .run(&["cases", "add", &session, "--content", content], "")
        .ok()
        .out;
    let name = format!("two-letters-{session}-reply-4.toml");
    assert!(written.contains(&name), "{written}");
    let case = fs::read_to_string(folder.join("cases/nl").join(&name)).unwrap();
    assert!(
        case.contains("zegt Xxxxxx") && case.contains("shows = [\"own\"]"),
        "{case}"
    );
    let checked = home.run(&["check", "--content", content, "cases/"], "");
    assert_eq!(checked.code, 1, "{checked:?}");
    let place = format!("cases/nl/{name}:");
    assert!(
        checked.out.contains("case-missed") && checked.out.contains(&place),
        "{}",
        checked.out
    );
    let lexicon = folder.join("lexicon/nl/agent");
    fs::create_dir_all(&lexicon).unwrap();
    fs::write(lexicon.join("own-teeth.toml"), MENDED).unwrap();
    home.run(&["check", "--content", content, "cases/", "own-teeth"], "")
        .ok();
}

#[test]
fn levels_become_a_case_of_the_whole_conversation_and_nothing_becomes_none() {
    let home = Home::new();
    let session = practised(&home);
    let to = home.path().join("mine");
    let arguments = ["cases", "add", &session, "--to", to.to_str().unwrap()];
    assert!(!home.run(&arguments, "").ok().out.contains(".toml"));
    home.run(
        &["review", &session, "--as", "anna"],
        "level empathy 4 raak\n",
    )
    .ok();
    home.run(&arguments, "").ok();
    let case = to.join(format!("cases/nl/two-letters-{session}-levels.toml"));
    let case = fs::read_to_string(case).unwrap();
    assert!(case.ends_with("[levels]\nempathy = 4\n"), "{case}");
    // somebody calls themselves Sanne, and the scenario's using the name makes it no less theirs
    let masked = |it: &&str| case.contains(&it.replace("Sanne", "Xxxxx"));
    assert!(REPLIES.iter().all(masked), "{case}");
    let checked = home.run(&["check", "--content", to.to_str().unwrap(), "cases/"], "");
    assert!(
        checked.code == 1 && checked.out.contains("case-level"),
        "{checked:?}"
    );
}

#[test]
fn a_faulty_case_is_said_so() {
    let home = Home::new();
    let folder = home.path().join("cases/nl");
    fs::create_dir_all(&folder).unwrap();
    let head = "format = 1\nwhy = \"x\"\nturns = [{ customer = \"Ja.\" }, { agent = \"Nee.\" }]\n";
    let faulty = [
        (format!("{head}shows = [\"dance\"]\n"), "case-file"),
        (head.to_owned(), "case-expects-nothing"),
        (format!("{head}[levels]\ncharm = 2\n"), "case-criterion"),
        (format!("{head}[levels]\nempathy = 5\n"), "case-file"),
        (head.replace("= 1", "= 2"), "case-format"),
        (head.replace("agent", "customer"), "case-turns"),
        (
            format!("{head}rubric = \"none\"\n[levels]\nempathy = 0\n"),
            "case-rubric",
        ),
    ];
    for (number, (text, _)) in faulty.iter().enumerate() {
        fs::write(folder.join(format!("{number}.toml")), text).unwrap();
    }
    let mut content = Content::embedded();
    content.overlay(home.path()).unwrap();
    let reader = library().reader("nl").unwrap();
    let found = prove(&Library::new(content), &reader, "nl");
    let told: Vec<(String, &str)> = found
        .iter()
        .map(|it| (it.source.as_ref().unwrap().0.path.to_string(), it.code))
        .collect();
    let wanted = faulty.iter().enumerate();
    let wanted: Vec<(String, &str)> = wanted
        .map(|(number, (_, code))| (format!("cases/nl/{number}.toml"), *code))
        .collect();
    assert_eq!(told, wanted);
}

#[test]
fn the_cases_that_are_built_in_are_fulfilled() {
    let cases = library().content().files("cases/nl/", ".toml");
    assert!(cases.len() >= 3, "{}", cases.len());
    let found = prove(library(), &library().reader("nl").unwrap(), "nl");
    assert!(found.is_empty(), "{found:#?}");
}
