//! Where two conversations parted, and what made the difference, in sentences.

use crate::{
    acts::{ActSet, AgentAct},
    comparison::{Comparison, CriterionPair, CriterionSide, Turn},
    report::{
        coach::act_name,
        comparison::{names, signed},
    },
    words::Words,
};

/// How many criteria are explained.
const MOST: usize = 3;
/// The names of the sides.
const SIDES: [&str; 2] = ["A", "B"];

/// Where they parted.
pub(super) fn parting(words: &Words, it: &Comparison) -> String {
    let Some(parting) = &it.parting else {
        return words.say("compare-never-parted");
    };
    let Some(pair) = it.pairs.get(parting.pair) else {
        return String::new();
    };
    let mut sentences = Vec::new();
    let number = pair.turns[0].or(pair.turns[1]).unwrap_or(0) + 1;
    sentences.push(if parting.pair == 0 {
        words.say("compare-from-the-start")
    } else {
        let both = [
            ("turn", number.into()),
            ("acts", names(words, parting.common).into()),
        ];
        words.with("compare-until", &both)
    });
    let scored = it.sides[0].total.is_some();
    for ((side, turn), acts) in SIDES.into_iter().zip(it.turns(pair)).zip(parting.only) {
        let did = match turn {
            None => words.with("compare-stopped", &[("side", side.into())]),
            Some(turn) if scored => did(words, side, turn, acts),
            Some(turn) => words.with(
                "compare-said",
                &[("side", side.into()), ("reply", turn.reply.as_str().into())],
            ),
        };
        sentences.push(did);
    }
    if let ([Some(a), Some(b)], true) = (it.turns(pair), scored) {
        let change = [
            ("a", signed(a.change).into()),
            ("b", signed(b.change).into()),
        ];
        sentences.push(words.with("compare-tension", &change));
    }
    sentences.join(" ")
}

fn did(words: &Words, side: &str, turn: &Turn, acts: ActSet<AgentAct>) -> String {
    if acts.is_empty() {
        return words.with("compare-nothing-more", &[("side", side.to_owned().into())]);
    }
    let quoted = acts.iter().map(|act| {
        let name = act_name(words, act);
        turn.quote(act).map_or_else(
            || name.clone(),
            |it| format!("{name} (\u{201c}{it}\u{201d})"),
        )
    });
    let quoted: Vec<String> = quoted.collect();
    words.with(
        "compare-did",
        &[
            ("side", side.to_owned().into()),
            ("acts", quoted.join(", ").into()),
        ],
    )
}

/// At most about ninety letters: enough to find the place again.
fn shortened(text: &str) -> String {
    if text.chars().count() <= 90 {
        return text.to_owned();
    }
    let start: String = text.chars().take(90).collect();
    let whole = start.rsplit_once(' ').map_or(&*start, |it| it.0);
    format!("{whole} …")
}

/// What made the difference: the criteria that differ most, with what was said.
pub(super) fn reasons(words: &Words, it: &Comparison) -> Vec<String> {
    let differing = it.differing().into_iter().take(MOST);
    differing.map(|it| reason(words, it)).collect()
}

fn reason(words: &Words, pair: &CriterionPair) -> String {
    let better = usize::from(pair.difference().is_some_and(|it| it > 0));
    let level = |side: usize| pair.level(side).unwrap_or(0);
    let values = [
        ("criterion", words.of(&pair.title).into()),
        ("better", SIDES[better].into()),
        ("high", level(better).into()),
        ("worse", SIDES[1 - better].into()),
        ("low", level(1 - better).into()),
    ];
    let mut sentences = vec![words.with("compare-higher", &values)];
    let [good, bad] = [better, 1 - better].map(|it| pair.sides[it].as_ref());
    if let Some(good) = good {
        sentences.extend(earned(words, SIDES[better], good, pair.only[better]));
    }
    if let Some(bad) = bad {
        sentences.extend(held_down(words, SIDES[1 - better], bad));
    }
    sentences.join(" ")
}

/// What earned the level: best something that the other never did.
fn earned(
    words: &Words,
    side: &'static str,
    own: &CriterionSide,
    only: ActSet<AgentAct>,
) -> Option<String> {
    let first = own.earned.iter().find(|it| only.contains(it.1));
    let (turn, act, quote) = first.or_else(|| own.earned.first())?;
    let values = [
        ("side", side.into()),
        ("turn", (*turn).into()),
        ("act", act_name(words, *act).into()),
        ("quote", quote.as_str().into()),
    ];
    Some(words.with("compare-earned", &values))
}

fn held_down(words: &Words, side: &'static str, own: &CriterionSide) -> Option<String> {
    if let Some((turn, act, quote, to)) = &own.cap {
        let values = [
            ("side", side.into()),
            ("turn", (*turn).into()),
            ("act", act_name(words, *act).into()),
            ("quote", quote.as_str().into()),
            ("to", (*to).into()),
        ];
        return Some(words.with("compare-capped", &values));
    }
    let (turn, said, wanted) = own.missed.iter().find(|it| !it.1.is_empty())?;
    let wanted: ActSet<AgentAct> = wanted.iter().copied().take(3).collect();
    let values = [
        ("side", side.into()),
        ("turn", (*turn).into()),
        ("said", shortened(said).into()),
        ("acts", names(words, wanted).into()),
    ];
    Some(words.with("compare-missed", &values))
}
