//! What is built in is sound, rich enough, and reads its own lines as it means them.

use std::{collections::HashSet, sync::Arc};

use oefenlijn::{
    acts::{Act as _, AgentAct, CustomerAct, History, Reader, prove},
    content::Content,
    ground::diagnostic::Source,
    library::Library,
    scenario::{Channel, EndingKind, Scenario, WorryKind, ambiguous},
    session::Practice,
};

use crate::support::{Case, case_names, library};

#[test]
fn every_lexicon_entry_proves_itself() {
    for language in library().languages() {
        let (_, found) = library().lexicon(&language);
        assert!(found.is_empty(), "{found:#?}");
        let reader = library().reader(&language).unwrap();
        let failures = prove(&reader, &library().lexicon_files(&language).entries);
        let told: Vec<String> = failures
            .iter()
            .map(|it| {
                let place = it
                    .source
                    .as_deref()
                    .map(|(source, span)| span.of(&source.text).to_owned());
                format!("{}  {}", it.message, place.unwrap_or_default())
            })
            .collect();
        assert!(told.is_empty(), "{} failures: {told:#?}", told.len());
    }
}

#[test]
fn every_act_has_entries() {
    let reader = library().reader("nl").unwrap();
    for act in AgentAct::ALL {
        let entries = reader
            .lexicon()
            .agent_entries()
            .iter()
            .filter(|it| it.act == *act)
            .count();
        assert!(entries > 0, "{}", act.name());
    }
    for act in CustomerAct::ALL {
        let entries = reader
            .lexicon()
            .customer_entries()
            .iter()
            .filter(|it| it.act == *act)
            .count();
        assert!(entries > 0, "{}", act.name());
    }
}

#[test]
fn every_scenario_is_rich_enough() {
    let reader = library().reader("nl").unwrap();
    let bad = [EndingKind::GivenUp, EndingKind::HungUp];
    for name in case_names() {
        let scenario = library().scenario(&name, &reader).unwrap();
        let own = scenario.facts.iter().filter(|it| !it.common).count();
        assert!(own >= 15, "{name}: {own} facts");
        assert!(
            scenario.worries.len() >= 5,
            "{name}: {} worries",
            scenario.worries.len()
        );
        let ill = scenario
            .endings
            .iter()
            .filter(|it| bad.contains(&it.kind))
            .count();
        let well = scenario.endings.len() - ill;
        assert!(
            well >= 3 && ill >= 2,
            "{name}: {well} good and {ill} bad endings"
        );
        for key in ["greeting", "listening", "objections", "empathy", "closing"] {
            assert!(
                scenario.better.contains_key(key),
                "{name}: no better reply for {key}"
            );
        }
    }
}

#[test]
fn all_that_the_common_wordings_name_is_there_in_some_scenario() {
    for language in ["nl", "en"] {
        let library = library().clone().in_language(language).unwrap();
        let files = library.scenario_files("two-letters").unwrap();
        let wordings: toml::Table = toml::from_str(&files.common_wordings.unwrap().text).unwrap();
        let cases = library.case_names();
        let scenarios: Vec<_> = cases.iter().map(|it| library.case(it).unwrap().1).collect();
        let facts = scenarios.iter().flat_map(|it| &it.facts).map(|it| &*it.id);
        let moves = scenarios.iter().flat_map(|it| &it.moves).map(|it| &*it.id);
        let known: HashSet<&str> = facts.chain(moves).collect();
        let tables = wordings.values().filter_map(|it| it.as_table());
        for name in tables.flat_map(|it| it.keys()) {
            assert!(known.contains(&**name), "{language}: {name}");
        }
    }
}

/// A conversation in which the customer has said why they call: nobody begins with a worry.
fn begun(reader: &Reader, scenario: &Scenario) -> History {
    let mut history = History::default();
    let first = scenario.customer.story.first();
    let first = first.and_then(|it| scenario.facts[*it].says.all().first().copied());
    let told = first.map(|it| reader.read_customer(scenario.line(it), &history));
    history.hear_customer(&told.unwrap());
    let answer = reader.read_agent("Goed, ik kijk even mee.", &history);
    history.hear_agent(&answer);
    history
}

#[test]
fn worries_read_as_what_they_are() {
    let reader = library().reader("nl").unwrap();
    let (mut all, mut wrong) = (0, Vec::new());
    for name in case_names() {
        let scenario = library().scenario(&name, &reader).unwrap();
        let begun = begun(&reader, &scenario);
        for worry in &scenario.worries {
            let wanted = match worry.kind {
                WorryKind::Emotion => CustomerAct::Emotion,
                WorryKind::Objection => CustomerAct::Objection,
                WorryKind::Question => CustomerAct::Question,
            };
            for line in worry.says.all() {
                all += 1;
                let acts = reader.read_customer(scenario.line(line), &begun).acts;
                if !acts.contains(wanted) {
                    wrong.push(format!(
                        "{name} {}: {:?} {}",
                        worry.id,
                        worry.kind,
                        scenario.line(line)
                    ));
                }
            }
        }
    }
    // reading is never perfect, and what an author calls an objection ("must I tell all that again?")
    // a rater may call a worry: one in six may be read otherwise
    assert!(
        wrong.len() * 6 <= all,
        "{} of {all} lines: {wrong:#?}",
        wrong.len()
    );
}

#[test]
fn better_replies_hold_no_blunder_and_say_something() {
    let reader = library().reader("nl").unwrap();
    let mut wrong: Vec<String> = Vec::new();
    for name in case_names() {
        let scenario = library().scenario(&name, &reader).unwrap();
        let worries = scenario
            .worries
            .iter()
            .filter_map(|it| it.better.as_deref());
        let solutions = scenario
            .solutions
            .iter()
            .filter_map(|it| it.better.as_deref());
        for reply in scenario
            .better
            .values()
            .map(String::as_str)
            .chain(worries)
            .chain(solutions)
        {
            let reading = reader.read_agent(reply, &History::default());
            let acts = reading.plain_acts();
            if reading.acts.is_empty() {
                wrong.push(format!("{name}: nothing in {reply}"));
            }
            let blunders = acts
                .iter()
                .filter(|it| it.family() == oefenlijn::acts::Family::Blunder);
            wrong.extend(blunders.map(|it| format!("{name}: {} in {reply}", it.name())));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_customer_line_can_stand_alone() {
    let reader = library().reader("nl").unwrap();
    for name in case_names() {
        let scenario = library().scenario(&name, &reader).unwrap();
        for number in 0..scenario.line_count() {
            let line = scenario.line(u32::try_from(number).unwrap());
            // people who chat leave out capitals and full stops
            if scenario.card.channel == Channel::Phone {
                let whole = line.trim_end_matches(['\'', '"']);
                assert!(
                    whole.ends_with(['.', '!', '?', ':', ')', '…']),
                    "{name}: {line}"
                );
                let first = line.chars().next().unwrap();
                assert!(
                    first.is_uppercase() || !first.is_alphabetic(),
                    "{name}: {line}"
                );
            }
            assert!(!line.contains('*') && !line.contains('['), "{name}: {line}");
        }
    }
}

#[test]
fn a_conversation_of_pushes_never_says_the_same_twice_at_first() {
    let reader = library().reader("nl").unwrap();
    for name in case_names() {
        let scenario = Arc::new(library().scenario(&name, &reader).unwrap());
        for seed in 0..20 {
            let mut practice = Practice::new(Arc::clone(&scenario), reader.clone(), seed);
            let mut said: Vec<u32> = Vec::new();
            for _ in 0..4 {
                let Some(turn) = practice.reply("Ik begrijp het.") else {
                    break;
                };
                said.extend(turn.parts.iter().map(|it| it.line));
            }
            let mut unique = said.clone();
            unique.sort_unstable();
            unique.dedup();
            assert_eq!(unique.len(), said.len(), "{name} with seed {seed}");
        }
    }
}

#[test]
fn no_wording_asks_for_two_facts() {
    for name in case_names() {
        let files = library().scenario_files(&name).unwrap();
        let wordings = files.wordings.iter().chain(&files.common_wordings);
        let found = ambiguous(Case::scenario(&name).case(), &wordings.collect::<Vec<_>>());
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

#[test]
fn a_wording_of_two_facts_is_found_however_it_is_pointed() {
    let wordings = Source::new(
        "scenarios/nl/wordings/two-letters.toml",
        "[fact.age]\nasked = [\"Hoe oud bent u?\"]\n[fact.garden-size]\nasked = [\"hoe oud bent ú\"]\n",
    );
    let mut content = Content::embedded();
    content.insert(wordings.clone());
    let (_, scenario) = Library::new(content).case("two-letters").unwrap();
    let found = ambiguous(&scenario, &[&wordings]);
    let [found] = &found[..] else {
        panic!("{found:#?}");
    };
    let (source, span) = found.source.as_deref().unwrap();
    assert_eq!(span.of(&source.text), "hoe oud bent ú");
    assert!(found.message.contains("`age`") && found.message.contains("`garden-size`"));
}
