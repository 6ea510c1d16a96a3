//! A coach who sits at another machine than the trainee: what they share is a database.

use std::fs;

use serde_json::Value;

use crate::support::{Home, Ran, Server, run};

const REPLIES: &str = "\
Goedemiddag, u spreekt met Sanne. Waarmee kan ik u helpen?
Wat vervelend. Wat staat er precies in de brieven?
Dus u heeft twee brieven gekregen. Klopt dat?
/end
";

/// A machine with a data folder of its own.
pub(crate) struct Machine {
    pub(crate) home: Home,
    url: String,
}

impl Machine {
    pub(crate) fn new(url: &str) -> Self {
        let home = Home::new();
        Self {
            home,
            url: url.to_owned(),
        }
    }

    pub(crate) fn run(&self, arguments: &[&str], input: &str) -> Ran {
        let mut command = self.home.command(arguments);
        command.env("OEFENLIJN_DATABASE_URL", &self.url);
        run(command, input.as_bytes())
    }

    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let ran = self.run(arguments, "").ok();
        serde_json::from_str(&ran.out).expect(&ran.out)
    }

    /// Plays a session; its name.
    pub(crate) fn play(&self, more: &[&str]) -> String {
        let play = ["play", "two-letters", "--seed", "11"];
        self.run(&[&play, more].concat(), REPLIES).ok();
        let log = self.home.logs().pop().unwrap();
        log.file_stem().unwrap().to_string_lossy().into_owned()
    }

    /// The level by people of a criterion, as the figures of a trainee have it.
    fn figures(&self, trainee: &str) -> String {
        let report = ["report", "--trainee", trainee, "--format", "json"];
        empathy(&self.json(&report)).to_string()
    }
}

/// What the figures of a trainee's first session say of a criterion.
fn empathy(figures: &Value) -> Value {
    let levels = figures["sessions"][0]["levels"].as_array().unwrap().iter();
    let mut empathy = levels.filter(|it| it["criterion"] == "empathy");
    empathy.next().unwrap().clone()
}

/// A machine on which customers are gentler than elsewhere: what a session rests on must travel with it.
pub(crate) fn gentler(machine: &Machine) -> String {
    let content = machine.home.path().join("content");
    fs::create_dir_all(content.join("scenarios")).unwrap();
    let gentle = "[[shift]]\nid = \"only\"\nwhen = { turn_from = 1 }\ntension = -9\n\
                  cause = { nl = \"x\", en = \"x\" }\n";
    fs::write(content.join("scenarios/mood.toml"), gentle).unwrap();
    content.to_string_lossy().into_owned()
}

#[test]
fn a_session_of_another_machine_is_reported_reviewed_disputed_and_forgotten() {
    let server = Server::start();
    let url = server.database();
    let (trainee, coach) = (Machine::new(&url), Machine::new(&url));
    let content = gentler(&trainee);
    let session = trainee.play(&["--trainee", "ster", "--content", &content]);
    reported_as_it_was(&trainee, &coach, &session, &content);
    reviewed_from_afar(&trainee, &coach, &session, &content);
    disputed_to_and_fro(&trainee, &coach, &session);
    listed_and_exported(&trainee, &coach, &session);
    compared_and_said_where_unknown(&trainee, &coach, &session);
    forgotten_for_both(&trainee, &coach, &session);
}

fn reported_as_it_was(trainee: &Machine, coach: &Machine, session: &str, content: &str) {
    let report = ["report", session, "--format", "json"];
    let theirs = trainee.json(&[&report[..], &["--content", content]].concat());
    let ran = coach.run(&report, "").ok();
    let here: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(here["conversations"], theirs["conversations"]);
    assert!(
        here["drift"].to_string().contains("mood.toml"),
        "{}",
        here["drift"]
    );
    assert!(
        coach.home.logs().is_empty(),
        "nothing of others is left here"
    );
}

fn reviewed_from_afar(trainee: &Machine, coach: &Machine, session: &str, content: &str) {
    let before = trainee.figures("ster");
    let line = "level empathy na niets te voelen\n";
    coach.run(&["review", session, "--as", "anna"], line).ok();
    let none: Value = serde_json::from_str(&coach.figures("ster")).unwrap();
    assert_eq!(
        (&none["human"], &none["corrected"]),
        (&Value::Null, &true.into())
    );
    let report = ["report", "--trainee", "ster", "--ui", "en"];
    let told = coach.run(&report, "").ok().out;
    assert!(told.contains("– (coach; program"), "{told}");
    let line = "level empathy 1 kil\n";
    coach.run(&["review", session, "--as", "anna"], line).ok();
    let show = ["review", session, "--show", "--json"];
    let shown = coach.json(&show);
    assert_eq!(shown["conversations"][0]["human"]["scores"]["empathy"], 1);
    // the figures of everybody, and the trainee's own report
    assert_ne!(coach.figures("ster"), before);
    assert_eq!(coach.figures("ster"), trainee.figures("ster"));
    let own = trainee.json(&[&show[..], &["--content", content]].concat());
    assert_eq!(own["conversations"], shown["conversations"]);
    let log = trainee.home.path().join("oefenlijn/reviews");
    let log = fs::read_to_string(log.join(format!("{session}.jsonl"))).unwrap();
    assert_eq!(log.lines().count(), 2, "taken over, once: {log}");
    let set = coach.figures("ster");
    trainee.run(&["store", "rebuild"], "").ok();
    assert_eq!(
        coach.figures("ster"),
        set,
        "made anew, with what was said elsewhere"
    );
}

fn disputed_to_and_fro(trainee: &Machine, coach: &Machine, session: &str) {
    let reason = ["ik", "noemde", "het"];
    let dispute = ["dispute", session, "--as", "ster", "--criterion", "empathy"];
    trainee.run(&[&dispute[..], &reason].concat(), "").ok();
    let show = ["review", session, "--show", "--json"];
    let disputes = |it: &Machine| it.json(&show)["conversations"][0]["disputes"].clone();
    assert_eq!(disputes(coach)[0]["state"], "open");
    let accept = "accept 4 klopt\nquit\n";
    coach.run(&["review", session, "--as", "anna"], accept).ok();
    assert_eq!(disputes(trainee)[0]["state"], "accepted");
    assert_eq!(disputes(trainee), disputes(coach));
}

fn listed_and_exported(trainee: &Machine, coach: &Machine, session: &str) {
    let list = ["list", "--sessions", "--json"];
    let there = coach.json(&list);
    assert_eq!(
        (&there["session"], &there["elsewhere"]),
        (&session.into(), &true.into())
    );
    let here = trainee.json(&list);
    assert_eq!(here["elsewhere"], false, "once, and here: {here}");
    let list = ["list", "--sessions", "--ui", "en", "--trainee"];
    let shown = coach.run(&[&list[..], &["ster"]].concat(), "").ok().out;
    assert!(shown.contains("on another machine"), "{shown}");
    let nobody = coach.run(&[&list[..], &["nobody"]].concat(), "").ok().out;
    assert!(!nobody.contains(session), "{nobody}");
    let export = ["export", "--xapi", "--names", "keep", "--replies"];
    let by = |it: &Machine, more: &[&str]| it.run(&[&export, more].concat(), "").ok().out;
    let theirs = by(trainee, &[session]);
    assert!(theirs.contains("ster"));
    assert_eq!(by(coach, &[session]), theirs);
    assert_eq!(by(coach, &["--trainee", "ster"]), theirs);
    assert_eq!(by(coach, &["--all"]), "", "each machine its own");
    // where the database is out of reach, what is here is listed all the same
    let mut command = trainee.home.command(&["list", "--sessions", "--ui", "en"]);
    command.env(
        "OEFENLIJN_DATABASE_URL",
        "postgres://trainer@127.0.0.1:9/none",
    );
    let cut_off = run(command, b"").ok();
    assert!(cut_off.out.contains(session), "{cut_off:?}");
    assert!(cut_off.err.contains("not among these"), "{cut_off:?}");
}

fn compared_and_said_where_unknown(trainee: &Machine, coach: &Machine, session: &str) {
    let other = trainee.play(&["--trainee", "zwaluw"]);
    let other = if other == session {
        let logs = trainee.home.logs();
        logs[0].file_stem().unwrap().to_string_lossy().into_owned()
    } else {
        other
    };
    let compared = coach.run(&["compare", session, &other], "").ok();
    assert!(
        compared.out.contains("Waar ze uiteengingen"),
        "{compared:?}"
    );
    coach.run(&["replay", &other], "").ok();
    let unknown = coach.run(&["report", "20200101-000000-abcd"], "");
    assert_eq!(unknown.code, 2, "{unknown:?}");
    // without the database nothing is known, and the trainee's own report is there all the same
    let alone = coach.home.run(&["report", session], "");
    assert_eq!(alone.code, 2, "{alone:?}");
    let mut command = trainee.home.command(&["report", session]);
    command.env(
        "OEFENLIJN_DATABASE_URL",
        "postgres://trainer@127.0.0.1:9/none",
    );
    let cut_off = run(command, b"").ok();
    assert!(
        cut_off.err.contains("127.0.0.1") || cut_off.err.contains("elders"),
        "{cut_off:?}"
    );
}

/// Everything in the database, as text.
fn all_of(url: &str) -> String {
    let mut client = postgres::Client::connect(url, postgres::NoTls).unwrap();
    let mut all = String::new();
    for table in ["session", "log", "review", "membership", "unheard"] {
        let sql = format!("SELECT CAST({table} AS TEXT) FROM {table}");
        for row in client.query(&sql, &[]).unwrap() {
            all.push_str(&row.get::<_, String>(0));
        }
    }
    all
}

fn forgotten_for_both(trainee: &Machine, coach: &Machine, session: &str) {
    assert!(all_of(&trainee.url).contains("ster"));
    // from the coach's machine, which has none of the logs
    coach.run(&["forget", "ster", "--pseudonym"], "").ok();
    assert!(
        !all_of(&trainee.url).contains("ster"),
        "{}",
        all_of(&trainee.url)
    );
    coach.run(&["report", session], "").ok();
    // who only coached, and left nothing on any machine
    assert!(all_of(&trainee.url).contains("anna"));
    coach.run(&["forget", "anna", "--erase"], "").ok();
    assert!(!all_of(&trainee.url).contains("anna"));
    coach.run(&["forget", "zwaluw", "--erase"], "").ok();
    assert!(!all_of(&trainee.url).contains("zwaluw"));
    trainee.run(&["forget", "ster", "--erase"], "").ok();
    assert!(
        !trainee
            .home
            .path()
            .join(format!("oefenlijn/sessions/{session}.jsonl"))
            .exists()
    );
}

#[test]
fn what_a_coach_makes_of_one_chat_shows_in_the_figures_of_the_desk() {
    let home = Home::new();
    let replies = "Goedemiddag, waarmee kan ik u helpen?\nWat vervelend voor u.\n/next\n\
                   Goedemiddag, met Sanne.\n/end\n";
    let play = ["play", "chat-desk", "--seed", "3", "--trainee", "ster"];
    home.run(&play, replies).ok();
    let figures = || {
        let report = ["report", "--trainee", "ster", "--format", "json"];
        empathy(&serde_json::from_str(&home.run(&report, "").ok().out).unwrap())
    };
    let before = figures();
    assert!(before["human"].is_null(), "{before}");
    let session = home.logs()[0].file_stem().unwrap().display().to_string();
    let review = ["review", &session, "--as", "anna"];
    home.run(&review, "level empathy 4 raak\nquit\n").ok();
    let after = figures();
    assert!(after["human"].is_u64(), "{after}");
    assert_eq!(after["machine"], before["machine"]);
}
