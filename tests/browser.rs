//! Reports in a real browser: accessible, offline, escaped, on every width and on paper.
//!
//! `scripts/setup` installs what this needs; where it is missing, the test fails and says so. The
//! pictures in `docs/` are written where they are missing, or where `UPDATE_SCREENSHOTS` is set, so
//! that a run on another machine, with other fonts, changes nothing.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::json;

use crate::{report::MARKUP, support::Home};

/// Longer than this no run takes.
const LIMIT: Duration = Duration::from_mins(4);
/// A picture in the documents is smaller than this.
const LARGEST: u64 = 300_000;

const DUTCH: &str = "\
Goedemiddag, u spreekt met Sanne van de klantenservice. Waarmee kan ik u helpen?
Wat vervelend, ik begrijp dat u daarvan schrikt. Wat staat er precies in de brieven?
Dat is niet waar, u heeft dat gewoon zelf besteld.
Excuses, dat had ik niet zo moeten zeggen. Heeft u de tweede brief bij de hand?
/note twee brieven, kenmerk CP-30418
Dus u heeft twee brieven gekregen en het abonnement heeft u niet besteld. Klopt dat?
Ik zet het abonnement stop en bel u morgen voor twaalf uur terug. Is dat goed?
Kan ik verder nog iets voor u doen?
Dank u wel voor uw geduld en een fijne dag nog.
";

const ENGLISH: &str = "\
Good afternoon, you are speaking with Sam. How can I help you?
I am sorry to hear that. What exactly do the letters say?
So you received two letters and never ordered the second subscription. Is that right?
I will cancel it today and send you a confirmation. Does that suit you?
Is there anything else I can do for you? Thank you and goodbye.
";

const CHATS: &str = "\
Goedemiddag, wat vervelend. Wat is er precies gebeurd?
/next
Goedemiddag, ik kijk het meteen voor u na. Een ogenblik geduld, ik zoek het op.
/next
Wat is uw ordernummer?
/end
";

const MENU: &str = "1\nIk heb een vraag over mijn rekening\nU spreekt met Jansen, mijn factuur klopt niet\nDank u wel\n/end\n";

/// Pages to look at, and the folder that they stand in.
struct Pages {
    home: Home,
    tasks: Vec<serde_json::Value>,
}

impl Pages {
    /// Plays, and writes the report as a page. The session gets a name and a time of its own, so that
    /// a page looks the same in every run.
    fn add(
        &mut self,
        name: &str,
        scenario: &str,
        more: &[&str],
        input: &str,
        says: &[&str],
    ) -> PathBuf {
        let play = ["play", scenario, "--seed", "7", "--trainee", "sanne"];
        let play: Vec<&str> = play.iter().chain(more).copied().collect();
        let before = self.home.logs();
        self.home.run(&play, input).ok();
        let new = self.home.logs().into_iter().find(|it| !before.contains(it));
        let session = renamed(&new.unwrap(), self.tasks.len());
        let file = self.home.path().join(format!("{name}.html"));
        let language = if more.contains(&"en") { "en" } else { "nl" };
        let output = file.to_str().unwrap();
        let report = [
            "report", &session, "--format", "html", "--output", output, "--ui", language,
        ];
        self.home.run(&report, "").ok();
        self.tasks.push(json!({ "file": file, "texts": says }));
        file
    }

    /// Writes the report on many sessions as a page.
    fn add_many(&mut self, name: &str, target: [&str; 2], language: &str, says: &[&str]) {
        let file = self.home.path().join(format!("{name}.html"));
        let output = file.to_str().unwrap();
        let [what, who] = target;
        let report = [
            "report", what, who, "--format", "html", "--output", output, "--ui", language,
        ];
        self.home.run(&report, "").ok();
        self.tasks.push(json!({ "file": file, "texts": says }));
    }
}

/// Gives a session the name and the time of a day in the past.
fn renamed(log: &Path, number: usize) -> String {
    let name = format!("20260310-10400{number}-0000");
    let text = fs::read_to_string(log).unwrap();
    let (first, rest) = text.split_once('\n').unwrap();
    let mut header: serde_json::Value = serde_json::from_str(first).unwrap();
    header["session"] = json!(name);
    header["at"] = json!(1_773_139_200_000_i64 + i64::try_from(number).unwrap() * 1000);
    let new = log.with_file_name(format!("{name}.jsonl"));
    fs::write(&new, format!("{header}\n{rest}")).unwrap();
    fs::remove_file(log).unwrap();
    name
}

/// Runs the check; it ends in time or is ended.
fn check(tasks: &Path) -> (bool, String) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/check.mjs");
    let mut child = Command::new("node")
        .arg(script)
        .arg(tasks)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("node is missing; run scripts/setup");
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > LIMIT {
            child.kill().unwrap();
            panic!("the browser took longer than {LIMIT:?}");
        }
        thread::sleep(Duration::from_millis(50));
    }
    let output = child.wait_with_output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (
        output.status.success(),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

#[test]
fn reports_read_well_in_a_browser() {
    let mut pages = Pages {
        home: Home::new(),
        tasks: Vec::new(),
    };
    let shown = pages.add(
        "dutch",
        "two-letters",
        &[],
        DUTCH,
        &["Wat vervelend", "Sanne"],
    );
    pages.add(
        "english",
        "two-letters",
        &["--lang", "en"],
        ENGLISH,
        &["two letters"],
    );
    let hostile = format!("Goedemiddag.\n{MARKUP}\n");
    pages.add("markup", "two-letters", &[], &hostile, &[MARKUP]);
    pages.add(
        "chat-desk",
        "chat-desk",
        &[],
        CHATS,
        &["Wat is uw ordernummer?"],
    );
    pages.add(
        "switchboard",
        "switchboard",
        &[],
        MENU,
        &["mijn factuur klopt niet"],
    );
    // the sessions have other names now than when they were marked
    pages.home.run(&["store", "rebuild"], "").ok();
    let members = ["group", "<b>all</b>", "--add", "sanne", "nobody"];
    pages.home.run(&members, "").ok();
    pages.add_many("person", ["--trainee", "sanne"], "nl", &["sanne"]);
    pages.add_many("group", ["--group", "<b>all</b>"], "en", &["<b>all</b>"]);
    pages.add_many("scenario", ["--scenario", "two-letters"], "nl", &[MARKUP]);
    let picture = |name: &str| pages.home.path().join(name);
    let (desktop, phone) = (picture("report-desktop.png"), picture("report-phone.png"));
    let tasks = json!({
        "pages": pages.tasks,
        "screenshots": [
            { "file": shown, "width": 1280, "height": 1800, "to": desktop },
            { "file": shown, "width": 390, "height": 1500, "to": phone },
        ],
    });
    let file = pages.home.path().join("tasks.json");
    fs::write(&file, tasks.to_string()).unwrap();
    let (good, said) = check(&file);
    assert!(good, "{said}");
    let figures: serde_json::Value = serde_json::from_str(said.trim()).expect(&said);
    assert_eq!(figures["pages"], 8, "{figures}");
    assert!(figures["axe"].as_u64().unwrap() > 300, "{figures}");
    assert!(figures["focusable"].as_u64().unwrap() > 20, "{figures}");
    for made in [desktop, phone] {
        keep(&made);
    }
}

/// Puts a picture among the documents, where it is missing or asked for.
fn keep(made: &Path) {
    let size = fs::metadata(made).unwrap().len();
    assert!(
        size > 10_000 && size < LARGEST,
        "{}: {size} bytes",
        made.display()
    );
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let kept = docs.join(made.file_name().unwrap());
    if !kept.exists() || std::env::var_os("UPDATE_SCREENSHOTS").is_some() {
        fs::copy(made, kept).unwrap();
    }
}
