//! A comparison as one JSON object; never localised.

use serde_json::{Value, json};

use crate::{
    acts::{ActSet, AgentAct},
    comparison::{Comparison, CustomerPair, Side, Turn},
    report::{comparison::Compared, ending::ending_name},
    session::Header,
};

/// `A` and `B` are the keys of the sides; turns count from 1; a criterion that does not apply is `null`.
pub fn comparison_json(heads: [&Header; 2], compared: &Compared) -> Value {
    let [a, b] = heads.map(|it| {
        json!({"session": it.session, "at": it.at.0, "trainee": it.trainee,
            "scenario": it.scenario, "seed": it.seed})
    });
    match compared {
        Compared::One(it) => json!({"kind": "conversation", "same": it.is_same(),
            "sessions": {"A": a, "B": b}, "comparison": one(it)}),
        Compared::Desk(it) => {
            let customers = it.customers.iter().map(|it| match it {
                CustomerPair::Both(it) => {
                    json!({"scenario": it.sides[0].scenario, "comparison": one(it)})
                }
                CustomerPair::One(side, it) => json!({"scenario": it.scenario,
                    "only": if *side == 0 { "A" } else { "B" }, "outcome": outcome(it)}),
            });
            json!({"kind": "chat-desk", "same": it.is_same(), "sessions": {"A": a, "B": b},
                "totals": {"A": it.totals[0], "B": it.totals[1]},
                "customers": customers.collect::<Vec<_>>()})
        }
    }
}

fn names(acts: ActSet<AgentAct>) -> Vec<AgentAct> {
    acts.iter().collect()
}

fn both(acts: [ActSet<AgentAct>; 2]) -> Value {
    json!({"A": names(acts[0]), "B": names(acts[1])})
}

fn outcome(it: &Side) -> Value {
    let counts = it
        .counts
        .iter()
        .map(|it| (it.id.to_string(), it.count.into()));
    json!({"ending": ending_name(it.ending), "total": it.total,
        "counts": counts.collect::<serde_json::Map<String, Value>>()})
}

fn one(it: &Comparison) -> Value {
    let turns = it.pairs.iter().map(|pair| {
        let number = |side: usize| pair.turns[side].map_or(0, |it| it + 1);
        let [a, b] = it.turns(pair);
        json!({"A": a.map(|it| turn(number(0), it)), "B": b.map(|it| turn(number(1), it))})
    });
    let criteria = it.criteria.iter().map(|it| {
        json!({"criterion": it.criterion, "A": it.level(0), "B": it.level(1),
            "difference": it.difference(), "only": both(it.only)})
    });
    let parted = it.parting.as_ref().map(|parting| {
        let turns = it
            .pairs
            .get(parting.pair)
            .map(|it| it.turns.map(|it| it.map(|it| it + 1)));
        let [a, b] = turns.unwrap_or_default();
        json!({"A": a, "B": b, "common": names(parting.common), "only": both(parting.only)})
    });
    json!({"outcomes": {"A": outcome(&it.sides[0]), "B": outcome(&it.sides[1])},
        "parted": parted, "criteria": criteria.collect::<Vec<_>>(), "only": both(it.only()),
        "turns": turns.collect::<Vec<_>>()})
}

fn turn(number: usize, it: &Turn) -> Value {
    json!({"turn": number, "reply": it.reply, "acts": names(it.acts), "customer": it.line,
        "tension": it.tension, "change": it.change, "causes": it.causes})
}
