//! What a reply comes to at the desk: its promise, what it gives, how it passes the customer on, and
//! whether it tells from the file before the customer is known.

use std::ops::Range;

use crate::{
    acts::{ActSet, AgentAct, AgentReading, Language, SaidTime, TimePhrase},
    customer::{promise, state::State},
    scenario::{Desk, DeskWork, FactId, Promise, Role, Scenario, Transfer},
    text::{Mark, Sentence, Utterance, whole_units},
};

/// Acts in which a time is a commitment.
const COMMITS: [AgentAct; 4] = [
    AgentAct::PromiseTime,
    AgentAct::Own,
    AgentAct::Propose,
    AgentAct::Goodwill,
];

/// What makes a transfer warm: it is explained, agreed, or the colleague is told (practice, "Hold and
/// transfer").
const WARMS: [AgentAct; 3] = [
    AgentAct::Explain,
    AgentAct::CheckAgreement,
    AgentAct::Summarise,
];

/// What the reply comes to, `heard` being the phrases found in it and `at_once` the sentences that
/// offer what works at once.
pub(super) fn desk_work(
    scenario: &Scenario,
    language: &Language,
    state: &State,
    reading: &AgentReading,
    heard: &[bool],
    at_once: &[Range<usize>],
) -> DeskWork {
    let desk = &scenario.desk;
    let acts = reading.taken_as();
    let times = language.times(&reading.utterance);
    DeskWork {
        promised: promised(desk, reading, &times, at_once),
        goodwill_over: acts.contains(AgentAct::Goodwill)
            && gives_too_much(desk, language, state, reading, &times),
        transfer: acts
            .contains(AgentAct::Refer)
            .then(|| transfer(acts, language.hands_over_warmly(&reading.utterance))),
        leaked: leaks(desk, state, heard),
        read_back: read_back(scenario, acts, heard),
    }
}

/// The facts that a note holds.
pub fn noted(scenario: &Scenario, language: &Language, note: &str) -> Vec<FactId> {
    let read = Utterance::parse(note, language.orthography());
    let mut heard = vec![false; scenario.heard];
    for hit in scenario.patterns.find(&read) {
        if let Some(Role::Heard(list)) = scenario.roles.get(hit.pattern as usize) {
            heard[*list] = true;
        }
    }
    held(scenario, &heard).collect()
}

fn held<'a>(scenario: &'a Scenario, heard: &'a [bool]) -> impl Iterator<Item = FactId> + 'a {
    let facts = scenario.facts.iter().enumerate();
    facts
        .filter(|(_, it)| it.key && it.noted.is_some_and(|list| heard[list]))
        .map(|(number, _)| number)
}

fn promised(
    desk: &Desk,
    reading: &AgentReading,
    times: &[TimePhrase],
    at_once: &[Range<usize>],
) -> Option<Promise> {
    if desk.calendar.is_none() && desk.step.is_none() {
        // there is nothing to hold it against
        return None;
    }
    let commits: ActSet<AgentAct> = COMMITS.into_iter().collect();
    let mut vague = false;
    for sentence in reading.utterance.sentences() {
        let comes_by_itself = at_once.iter().any(|it| sentence.tokens.contains(&it.start));
        let acts = reading.taken_as_in(sentence.span);
        let promises = acts.contains(AgentAct::PromiseTime);
        let asks = sentence.mark == Mark::Question && !promises;
        let refuses = acts.contains(AgentAct::Hold) || acts.contains(AgentAct::Decline);
        if asks || refuses || comes_by_itself || !acts.meets(commits) {
            continue;
        }
        let told = times
            .iter()
            .filter(|it| sentence.tokens.contains(&it.tokens.start));
        let ahead =
            |it: &&TimePhrase| it.said != SaidTime::Vague && !promise::is_past(desk, it.said);
        let exact = told.clone().filter(ahead);
        let mut judged = exact.map(|it| promise::judge(desk, it.said));
        // whoever sums up names more times than the one that counts
        let sums_up = acts.contains(AgentAct::Summarise);
        let fits = sums_up && judged.clone().any(|it| it == Promise::Fits);
        if let Some(first) = judged.next() {
            return Some(if fits { Promise::Fits } else { first });
        }
        // what is long past is told, not promised
        let past = told
            .clone()
            .filter(|it| promise::is_past(desk, it.said))
            .count();
        let named = told.count();
        vague |= named > past || promises && named == 0;
    }
    vague.then_some(Promise::Vague)
}

/// Whether more is given than the mandate allows, or before it is known what for.
fn gives_too_much(
    desk: &Desk,
    language: &Language,
    state: &State,
    reading: &AgentReading,
    times: &[TimePhrase],
) -> bool {
    let Some(mandate) = &desk.goodwill else {
        return false;
    };
    if !mandate.after.iter().all(|it| state.told(*it)) {
        return true;
    }
    let utterance = &reading.utterance;
    let in_time = |at: &usize| times.iter().any(|it| it.tokens.contains(at));
    let gives = |it: &&Sentence| reading.taken_as_in(it.span).contains(AgentAct::Goodwill);
    let too_much = |amount: &u32| *amount > mandate.most;
    let mut giving = utterance.sentences().iter().filter(gives);
    giving.any(|sentence| {
        let tokens = sentence.tokens.clone();
        let mut named = language.amounts(utterance, tokens.clone()).into_iter();
        // "I can give you 20 off"
        let bare = tokens.filter(|at| utterance.tokens()[*at].number && !in_time(at));
        let mut bare = bare.filter_map(|at| whole_units(utterance.word_at(at)));
        named.any(|it| too_much(&it)) || bare.any(|it| too_much(&it))
    })
}

fn transfer(acts: ActSet<AgentAct>, told: bool) -> Transfer {
    if told || acts.meets(WARMS.into_iter().collect()) {
        Transfer::Warm
    } else {
        Transfer::Cold
    }
}

/// Whether it tells what stands only in the file before it is known who is asking.
fn leaks(desk: &Desk, state: &State, heard: &[bool]) -> bool {
    let identified = desk.identity.iter().all(|it| state.told(*it));
    !identified
        && desk.secrets.iter().any(|it| {
            let known = it.known.iter().any(|fact| state.told(*fact));
            heard[it.heard] && !known
        })
}

/// How many of the key facts are read back.
fn read_back(scenario: &Scenario, acts: ActSet<AgentAct>, heard: &[bool]) -> usize {
    let reads = [
        AgentAct::Note,
        AgentAct::Summarise,
        AgentAct::CheckAgreement,
    ];
    if acts.meets(reads.into_iter().collect()) {
        held(scenario, heard).count()
    } else {
        0
    }
}
