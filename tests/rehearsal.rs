//! Built-in trainees fare as one would expect, in every scenario, and the same each time.

use std::fs;

use oefenlijn::{
    ground::diagnostic::Source,
    rehearsal::{Cast, Rehearsal, Tally, load},
    scenario::{EndingKind, Scenario, Trainee},
    score::{BetterReplies, Conversation, score},
    session::Judge,
    transcript::Speaker,
};

use crate::support::{Case, Home, library};

/// By so many points of 1000 a warm agent who solves little may score above the model.
const WARMTH: u64 = 80;

/// Conversations of each trainee: enough for means to keep their order.
const RUNS: u32 = 40;

/// Every scenario of every language, with its rehearsal.
fn rehearsals() -> Vec<(Cast, Rehearsal)> {
    let mut all = Vec::new();
    for language in library().languages() {
        let library = library().clone().in_language(&language).unwrap();
        for name in library.case_names() {
            let cast = Cast::load(&library, &name).unwrap();
            if cast.scenario().card.trainee == Trainee::Caller {
                continue;
            }
            let rehearsal = cast.rehearse(RUNS, 1, &|| ());
            all.push((cast, rehearsal));
        }
    }
    assert!(all.len() > 3);
    all
}

fn tally<'r>(rehearsal: &'r Rehearsal, trainee: &str) -> &'r Tally {
    let mut records = rehearsal.records.iter();
    &records.find(|it| &*it.name == trainee).unwrap().tally
}

fn ended(tally: &Tally, scenario: &Scenario, kinds: &[EndingKind]) -> u64 {
    kinds.iter().map(|it| tally.ended(scenario, *it)).sum()
}

#[test]
fn trainees_fare_as_they_behave() {
    use EndingKind::{CalledBack, GivenUp, HandedOver, HungUp, Resolved};
    let runs = u64::from(RUNS);
    for (cast, rehearsal) in rehearsals() {
        let scenario = cast.scenario();
        let name = format!("{} in {}", scenario.card.name, scenario.card.language);
        let total = |trainee| tally(&rehearsal, trainee).means().total;
        let ended = |trainee, kinds: &[_]| ended(tally(&rehearsal, trainee), scenario, kinds);

        // warmth alone scores well where the customer shows little; it solves less
        assert!(total("model") + WARMTH > total("chatterer"), "{name}");
        let good = [Resolved, HandedOver, CalledBack];
        assert!(ended("model", &good) > ended("chatterer", &good), "{name}");
        assert!(total("model") > total("repairer"), "{name}");
        assert!(total("chatterer") >= total("parrot"), "{name}");
        for bad in ["kevin", "rude", "silent"] {
            assert!(total("parrot") > total(bad), "{name}: {bad}");
            assert_eq!(ended(bad, &[Resolved]), 0, "{name}: {bad}");
        }
        for bad in ["kevin", "rude"] {
            let left = ended(bad, &[HungUp, GivenUp]);
            assert!(left * 2 > runs, "{name}: {bad} {left}");
        }
        let well = ended("model", &[Resolved, HandedOver, CalledBack]);
        assert!(
            well * 4 >= runs * 3,
            "{name}: the model ended well {well} times"
        );
    }
}

#[test]
fn every_trainee_has_all_its_conversations() {
    for (cast, rehearsal) in rehearsals() {
        assert_eq!(rehearsal.records.len(), cast.trainees().len());
        for record in &rehearsal.records {
            let tally = &record.tally;
            let ended: u64 = tally.endings.iter().sum();
            assert_eq!(tally.conversations, u64::from(RUNS));
            assert_eq!(ended + tally.unfinished(), tally.conversations);
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_on_any_number_of_threads() {
    let cast = Cast::load(library(), "two-letters").unwrap();
    let on = |threads: usize, seed: u64| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        let pool = pool.build().unwrap();
        pool.install(|| cast.rehearse(10, seed, &|| ()))
    };
    let one = on(1, 7);
    assert_eq!(one, on(1, 7));
    assert_eq!(one, on(5, 7));
    assert_ne!(one, on(1, 8));
}

#[test]
fn what_is_written_is_the_same_each_time() {
    let home = Home::new();
    let arguments = ["rehearse", "two-letters", "--runs", "5", "--json"];
    let run = |threads: &str| {
        let mut command = home.command(&arguments);
        command.env("RAYON_NUM_THREADS", threads);
        crate::support::run(command, b"").ok().out
    };
    assert_eq!(run("1"), run("4"));
}

#[test]
fn the_report_speaks_both_languages_and_json_names_everything() {
    let home = Home::new();
    for (ui, words) in [
        ("nl", ["Wat geen gesprek bereikte", "zinnen nooit gezegd"]),
        ("en", ["What no conversation reached", "lines never spoken"]),
    ] {
        let ran = home
            .run(&["rehearse", "two-letters", "--runs", "2", "--ui", ui], "")
            .ok();
        assert!(words.iter().all(|it| ran.out.contains(it)), "{}", ran.out);
        assert_eq!(ran.err, "", "no bar where nobody watches");
    }
    let ran = home
        .run(&["rehearse", "two-letters", "--runs", "2", "--json"], "")
        .ok();
    let [json] = &ran.json()[..] else {
        panic!("one object")
    };
    assert_eq!(json["scenario"], "two-letters");
    assert_eq!(json["trainees"][0]["trainee"], "model");
    assert_eq!(json["trainees"][0]["conversations"], 2);
    for key in [
        "lines_never_spoken",
        "facts_never_told",
        "worries_never_raised",
        "worries_never_settled",
        "solutions_never_accepted",
        "endings_never_reached",
    ] {
        assert!(json[key].is_array(), "{key}");
    }
    assert!(json["not_understood"].is_object());
}

#[test]
fn one_can_bring_trainees_of_ones_own() {
    let home = Home::new();
    fs::create_dir_all(home.path().join("own/rehearsal")).unwrap();
    let file = home.path().join("own/rehearsal/nl.toml");
    let own = |text: &str| fs::write(&file, text).unwrap();
    let folder = home.path().join("own");
    let folder = folder.to_str().unwrap();
    own(
        "format = 1\n[[trainee]]\nname = \"shouter\"\ntitle = { nl = \"roeper\", en = \"shouter\" }\n\
         opening = [{ say = [\"HALLO!\"] }]\nmiddle = [{ say = [\"Blorg.\"] }]\n\
         closing = [{ say = [\"DAG!\"] }]\n",
    );
    let arguments = [
        "rehearse",
        "two-letters",
        "--runs",
        "3",
        "--content",
        folder,
    ];
    let ran = home.run(&[&arguments[..], &["--json"]].concat(), "").ok();
    let json = &ran.json()[0];
    assert_eq!(json["trainees"].as_array().unwrap().len(), 1);
    assert!(json["not_understood"]["Blorg."].as_u64().unwrap() > 3);

    own("format = 1\n[[trainee]]\nname = \"shouter\"\n");
    let faulty = home.run(&arguments, "");
    assert_eq!(faulty.code, 1, "{faulty:?}");
    let checked = home.run(&["check", "--content", folder, "rehearsal/"], "");
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains("rehearsal/nl.toml"), "{}", checked.out);
}

#[test]
fn misuse_is_told_from_bad_data() {
    let home = Home::new();
    assert_eq!(home.run(&["rehearse", "no-such-case"], "").code, 2);
    let none = home.run(&["rehearse", "two-letters", "--runs", "0"], "");
    assert_eq!(none.code, 2);
}

#[test]
fn what_is_wrong_with_trainees_is_said() {
    let codes = |trainee: &str| {
        let text = format!(
            "format = 1\n[[trainee]]\nname = \"x\"\ntitle = {{ nl = \"x\", en = \"x\" }}\n{trainee}"
        );
        let (_, found) = load(&Source::new("rehearsal/nl.toml", &text));
        found.iter().map(|it| it.code).collect::<Vec<_>>()
    };
    let phases = "middle = [{ say = [\"a\"] }]\nclosing = [{ from = \"offers\" }]\n";
    let with = |opening: &str| codes(&format!("opening = {opening}\n{phases}"));
    assert!(with("[{ say = [\"a\"], weight = 3 }]").is_empty());
    assert_eq!(with("[]"), ["trainee-phase"]);
    assert_eq!(with("[{ weight = 0, say = [\"a\"] }]"), ["trainee-weight"]);
    assert_eq!(with("[{ weight = 2 }]"), ["trainee-replies"]);
    let both = "[{ say = [\"a\"], from = \"lexicon\" }]";
    assert_eq!(with(both), ["trainee-replies"]);
    assert_eq!(with("[{ from = \"nowhere\" }]"), ["trainees-file"]);
    let closes = format!("closes = [9, 4]\nopening = [{{ say = [\"a\"] }}]\n{phases}");
    assert_eq!(codes(&closes), ["trainee-range"]);
}

#[test]
fn levels_alone_are_those_of_the_scorecard_and_of_the_transcript() {
    let case = Case::scenario("two-letters").says_all(&[
        "Goedemorgen, u spreekt met Sanne. Waarmee kan ik u helpen?",
        "Wat vervelend dat u daarvan geschrokken bent. Wat staat er in de brieven?",
        "Ik trek het abonnement meteen in, en u krijgt een bevestiging per mail. Is dat goed?",
        "Kan ik verder nog iets voor u doen? Dan wens ik u een fijne dag.",
    ]);
    let practice = case.practice();
    let judge = Judge::of(&case.case().card, library(), practice.reader()).unwrap();
    let card = judge.assess(practice).card;
    let levels = judge.levels(practice);
    assert!(levels.total > 50, "{levels:?}");
    let of_card: Vec<Option<u8>> = card.criteria.iter().map(|it| it.level).collect();
    assert_eq!((levels.levels, levels.total), (of_card, card.total));

    // a conversation that is read anew, as `score` reads it, comes to the same
    let mut anew = Conversation::default();
    for exchange in practice.exchanges() {
        anew.hear(Speaker::Agent, &exchange.reply, practice.reader());
        anew.hear(Speaker::Customer, &exchange.turn.line, practice.reader());
    }
    let read = score(&anew, judge.rubric(), &BetterReplies::default());
    assert_eq!(read.scores(), card.scores());
}
