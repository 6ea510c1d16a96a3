//! How well two labellings agree, for people who calibrate.

use std::fmt::Write as _;

use crate::{
    acts::{ActSet, AgentAct},
    agreement::{Agreement, Counts, Disagreement, Estimate, LevelTable},
    report::{
        coach::act_name,
        style::{bold, dim, wrapped},
    },
    words::Words,
};

/// The whole report: acts, flags, criteria with their tables, and the `most` replies that are read
/// most differently. `other` says whose labels are held against the gold ones.
pub fn agreement(
    words: &Words,
    agreement: &Agreement,
    other: &str,
    most: usize,
    width: usize,
) -> String {
    let mut text = String::new();
    let about = words.with(
        "agree-about",
        &[
            ("other", other.to_owned().into()),
            ("conversations", agreement.conversations.into()),
        ],
    );
    let _ = writeln!(text, "{}", bold(&about));
    for (id, which) in [
        ("agree-missing", &agreement.missing),
        ("agree-unlike", &agreement.unlike),
    ] {
        if !which.is_empty() {
            let told = words.with(id, &[("ids", which.join(", ").into())]);
            let _ = writeln!(text, "{}", wrapped(&told, width, "", "  "));
        }
    }
    text.push_str(&acts(words, agreement));
    text.push_str(&flags(words, agreement));
    text.push_str(&criteria(words, agreement));
    text.push_str(&disagreements(words, &agreement.disagreements, most, width));
    text
}

fn acts(words: &Words, agreement: &Agreement) -> String {
    let mut text = format!("\n{}\n", bold(&words.say("agree-acts")));
    let _ = writeln!(text, "{}", dim(&heading(words)));
    let mut rows: Vec<_> = agreement
        .acts
        .iter()
        .filter(|it| it.1.given() > 0)
        .collect();
    rows.sort_by_key(|it| std::cmp::Reverse(it.1.given()));
    for (act, counts) in rows {
        let _ = writeln!(text, "{}", row(&act_name(words, *act), *counts));
    }
    let figures = [
        ("agree-macro", agreement.macro_f1),
        ("agree-micro", agreement.micro_f1),
    ];
    for (id, figure) in figures {
        let _ = writeln!(text, "{}: {}", words.say(id), estimate(figure));
    }
    text
}

fn heading(words: &Words) -> String {
    format!(
        "{:36} {:>5} {:>5} {:>5} {:>5}",
        "",
        words.say("agree-number"),
        words.say("agree-precision"),
        words.say("agree-recall"),
        "F1"
    )
}

fn row(name: &str, counts: Counts) -> String {
    format!(
        "{name:36} {:5} {:5.2} {:5.2} {:5.2}",
        counts.given(),
        counts.precision(),
        counts.recall(),
        counts.f1()
    )
}

fn flags(words: &Words, agreement: &Agreement) -> String {
    let mut text = format!("\n{}\n", bold(&words.say("agree-flags")));
    for (id, (counts, f1)) in [
        ("agree-emotion", agreement.emotion),
        ("agree-objection", agreement.objection),
    ] {
        let row = row(&words.say(id), counts);
        let _ = writeln!(text, "{row}   {}", dim(&interval(f1)));
    }
    text
}

fn criteria(words: &Words, agreement: &Agreement) -> String {
    let mut text = format!("\n{}\n", bold(&words.say("agree-criteria")));
    for (criterion, table, kappa) in &agreement.criteria {
        let figures = words.with(
            "agree-criterion",
            &[
                ("criterion", criterion.clone().into()),
                ("kappa", estimate(*kappa).into()),
                ("exact", percent(table.within(0)).into()),
                ("near", percent(table.within(1)).into()),
                ("number", table.scored().into()),
            ],
        );
        let _ = writeln!(text, "{figures}");
        text.push_str(&level_table(table));
    }
    let _ = writeln!(
        text,
        "{}: {}",
        words.say("agree-mean-kappa"),
        estimate(agreement.mean_kappa)
    );
    text
}

/// The table of levels: rows gold, columns the other side.
fn level_table(table: &LevelTable) -> String {
    let mut text = String::from("        0   1   2   3   4\n");
    for (level, cells) in table.cells.iter().enumerate() {
        let _ = write!(text, "    {level}");
        for count in cells {
            let shown = if *count == 0 {
                "·".to_owned()
            } else {
                count.to_string()
            };
            let _ = write!(text, "{shown:>4}");
        }
        text.push('\n');
    }
    dim(text.trim_end()) + "\n"
}

fn disagreements(words: &Words, all: &[Disagreement], most: usize, width: usize) -> String {
    if all.is_empty() || most == 0 {
        return String::new();
    }
    let mut text = format!("\n{}\n", bold(&words.say("agree-disagreements")));
    for it in all.iter().take(most) {
        let place = words.with(
            "agree-reply",
            &[("id", it.id.clone().into()), ("reply", it.reply.into())],
        );
        let _ = writeln!(
            text,
            "{}",
            wrapped(&format!("{place} {}", it.text), width, "", "  ")
        );
        for (id, acts) in [
            ("agree-only-gold", it.missed),
            ("agree-only-other", it.added),
        ] {
            if !acts.is_empty() {
                let told = words.with(id, &[("acts", names(words, acts).into())]);
                let _ = writeln!(text, "{}", dim(&format!("  {told}")));
            }
        }
    }
    text
}

fn names(words: &Words, acts: ActSet<AgentAct>) -> String {
    let names: Vec<String> = acts.iter().map(|it| act_name(words, it)).collect();
    names.join(", ")
}

fn estimate(it: Estimate) -> String {
    format!("{:.3} {}", it.value, interval(it))
}

fn interval(it: Estimate) -> String {
    format!("[{:.2}–{:.2}]", it.interval.low, it.interval.high)
}

fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}
