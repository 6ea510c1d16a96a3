//! Wordings that ask for two facts: nobody can tell which is meant.

use rustc_hash::FxHashMap;

use crate::{
    ground::{
        diagnostic::{Diagnostic, Source},
        span::Span,
    },
    scenario::{Fact, FactId, Likely, Scenario},
};

/// A warning for every wording that asks for two facts which can be told in one stage; `files` are those of wordings, the
/// case's own first.
pub fn ambiguous(scenario: &Scenario, files: &[&Source]) -> Vec<Diagnostic> {
    let mut known: FxHashMap<String, Vec<FactId>> = FxHashMap::default();
    let mut found = Vec::new();
    for (text, likely) in scenario.wordings.all() {
        let Likely::Asks(fact, _) = likely else {
            continue;
        };
        if scenario.facts[fact].common {
            continue;
        }
        let facts = known.entry(scenario.wordings.folded(text)).or_default();
        if facts.contains(&fact) {
            continue;
        }
        let beside = |it: &&FactId| meet(&scenario.facts[**it], &scenario.facts[fact]);
        if let Some(&other) = facts.iter().find(beside) {
            found.push(told_twice(scenario, files, text, [other, fact]));
        }
        facts.push(fact);
    }
    found
}

/// Whether both can be told in one stage.
fn meet(one: &Fact, other: &Fact) -> bool {
    let anywhere = one.stages.is_empty() || other.stages.is_empty();
    anywhere || one.stages.iter().any(|it| other.stages.contains(it))
}

fn told_twice(
    scenario: &Scenario,
    files: &[&Source],
    text: &str,
    [one, other]: [FactId; 2],
) -> Diagnostic {
    let id = |it: FactId| &scenario.facts[it].id;
    let message = format!("this asks for `{}` and for `{}`", id(one), id(other));
    let finding = Diagnostic::warning("wording-twice", message)
        .help("leave it where it is more often meant, or make one fact of the two");
    let quoted = format!("\"{text}\"");
    let place = files
        .iter()
        .find_map(|it| Some((it, it.text.rfind(&quoted)?)));
    match place {
        Some((file, at)) => finding.at(file, Span::new(at + 1, at + 1 + text.len())),
        None => finding,
    }
}
