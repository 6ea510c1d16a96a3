//! How far coaches agree, in words and tables.

use crate::{
    acts::Act as _,
    calibration::{
        CriterionAgreement, Dispute, Drift, EntryDispute, FEW, FoundBy, MACHINE, Pair, Report,
    },
    report::{
        figure::{NOTHING, bar, figure, percent, plain, signed, signed_plain},
        parts::{Part, Sheet},
        rating::grade,
    },
    rubric::Rubric,
    words::Words,
};

/// The whole report; `most` disagreements of each kind.
pub fn calibration(words: &Words, rubric: &Rubric, report: &Report, most: usize) -> Sheet {
    let criteria = Criteria { words, rubric };
    let parts = [
        about(words, report),
        coaches(words, report),
        agreement(&criteria, report),
        pairs(&criteria, report),
        severity(&criteria, report),
        twice(&criteria, report),
        acts(words, report),
        disputes(&criteria, &report.disputes, most),
        entries(words, &report.entries, most),
    ];
    let parts = parts.into_iter();
    Sheet {
        parts: parts
            .filter(|it| !it.lines.is_empty() || it.table.len() > 1)
            .collect(),
    }
}

/// How coaches move over rounds in time.
pub fn calibration_drift(words: &Words, all: &[Drift]) -> Sheet {
    let mut parts = Vec::new();
    if all.is_empty() {
        parts.push(Part {
            title: words.say("calibrate-drift"),
            lines: vec![words.say("calibrate-drift-nothing")],
            ..Part::default()
        });
    }
    parts.extend(all.iter().map(|it| drift(words, it)));
    Sheet { parts }
}

fn drift(words: &Words, drift: &Drift) -> Part {
    let mut table = vec![heads(
        words,
        &[
            "calibrate-head-round",
            "calibrate-head-when",
            "calibrate-head-n",
            "calibrate-head-kappa",
            "calibrate-head-equal",
            "calibrate-head-bias",
        ],
    )];
    for it in &drift.rounds {
        let standing = &it.standing;
        table.push(vec![
            it.round.clone(),
            it.at.to_utc_minute(),
            standing.compared.to_string(),
            plain(standing.kappa),
            percent(standing.equal),
            signed(standing.bias),
        ]);
    }
    let line = |id, values: Vec<Option<f64>>, low: f64, high: f64| {
        let bars: String = values.into_iter().map(|it| bar(it, low, high)).collect();
        words.with(id, &[("bars", bars.into())])
    };
    let of = |figure: fn(&crate::calibration::Standing) -> Option<f64>| {
        let standings = drift.rounds.iter().map(|it| figure(&it.standing));
        standings.collect::<Vec<_>>()
    };
    Part {
        title: drift.coach.clone(),
        table,
        notes: vec![
            line("calibrate-bars-kappa", of(|it| it.kappa), 0.0, 1.0),
            line("calibrate-bars-bias", of(|it| it.bias.value), -2.0, 2.0),
        ],
        ..Part::default()
    }
}

struct Criteria<'a> {
    words: &'a Words,
    rubric: &'a Rubric,
}

impl Criteria<'_> {
    fn title(&self, id: &str) -> String {
        let number = self.rubric.criterion(id);
        let criterion = number.and_then(|it| self.rubric.criteria.get(it));
        criterion
            .map_or(id, |it| self.words.of(&it.title))
            .to_owned()
    }
}

fn about(words: &Words, report: &Report) -> Part {
    let values = [
        ("name", report.round.as_str().into()),
        ("rubric", report.rubric.as_str().into()),
        ("count", report.items.into()),
        ("at", report.at.to_utc_minute().into()),
    ];
    let mut lines = vec![words.with("calibrate-about", &values)];
    match report.coaches.len() {
        0 => lines.push(words.say("calibrate-no-coach")),
        1 => lines.push(words.say("calibrate-one-coach")),
        _ => {}
    }
    if report.compared < FEW && !report.coaches.is_empty() {
        let values = [("count", report.compared.into()), ("few", FEW.into())];
        lines.push(words.with("calibrate-few", &values));
    }
    Part {
        title: words.with("calibrate-title", &[("name", report.round.as_str().into())]),
        lines,
        ..Part::default()
    }
}

fn coaches(words: &Words, report: &Report) -> Part {
    let mut table = vec![heads(
        words,
        &[
            "calibrate-head-coach",
            "calibrate-head-items",
            "calibrate-head-levels",
            "calibrate-head-replies",
            "calibrate-head-times",
            "calibrate-head-damaged",
        ],
    )];
    for it in &report.coaches {
        table.push(vec![
            it.name.clone(),
            it.items.to_string(),
            it.levels.to_string(),
            it.replies.to_string(),
            it.passes.to_string(),
            it.damaged.to_string(),
        ]);
    }
    Part {
        title: words.say("calibrate-coaches"),
        table,
        ..Part::default()
    }
}

fn agreement(criteria: &Criteria<'_>, report: &Report) -> Part {
    let words = criteria.words;
    let mut table = vec![heads(
        words,
        &[
            "calibrate-head-criterion",
            "calibrate-head-n",
            "calibrate-head-alpha",
            "calibrate-head-alpha-with-machine",
        ],
    )];
    for it in &report.criteria {
        table.push(vec![
            criteria.title(&it.criterion),
            it.compared.to_string(),
            figure(it.alpha),
            figure(it.alpha_with_machine),
        ]);
    }
    let undefined = |it: &CriterionAgreement| it.alpha.value.is_none();
    let mut notes = vec![words.say("calibrate-alpha-note")];
    if report.criteria.iter().any(undefined) {
        notes.push(words.say("calibrate-undefined"));
    }
    if report.coaches.is_empty() {
        return Part::default();
    }
    Part {
        title: words.say("calibrate-alpha"),
        table,
        notes,
        ..Part::default()
    }
}

fn pairs(criteria: &Criteria<'_>, report: &Report) -> Part {
    let words = criteria.words;
    let mut table = vec![pair_heads(words)];
    for it in &report.criteria {
        for pair in it.coaches.iter().chain(&it.machine) {
            let between = format!("{} – {}", who(words, &pair.one), who(words, &pair.other));
            table.push(pair_row(criteria.title(&it.criterion), between, pair));
        }
    }
    Part {
        title: words.say("calibrate-pairs"),
        table,
        notes: vec![words.say("calibrate-pairs-note")],
        ..Part::default()
    }
}

fn twice(criteria: &Criteria<'_>, report: &Report) -> Part {
    let words = criteria.words;
    let mut table = vec![pair_heads(words)];
    for (criterion, pair) in &report.twice {
        table.push(pair_row(criteria.title(criterion), pair.one.clone(), pair));
    }
    Part {
        title: words.say("calibrate-again"),
        table,
        ..Part::default()
    }
}

fn pair_heads(words: &Words) -> Vec<String> {
    let names = [
        "calibrate-head-criterion",
        "calibrate-head-who",
        "calibrate-head-n",
        "calibrate-head-kappa",
        "calibrate-head-equal",
        "calibrate-head-near",
        "calibrate-head-na",
    ];
    heads(words, &names)
}

fn pair_row(criterion: String, who: String, pair: &Pair) -> Vec<String> {
    vec![
        criterion,
        who,
        pair.both.to_string(),
        figure(pair.kappa),
        percent(pair.equal),
        percent(pair.near),
        pair.applies_for_one.to_string(),
    ]
}

fn severity(criteria: &Criteria<'_>, report: &Report) -> Part {
    let words = criteria.words;
    let mut head = heads(
        words,
        &[
            "calibrate-head-who",
            "calibrate-head-n",
            "calibrate-head-all",
        ],
    );
    head.extend(criteria.rubric.criteria.iter().map(|it| it.id.to_string()));
    let mut table = vec![head];
    for it in report.bias.iter().filter(|it| it.compared > 0) {
        let mut row = vec![who(words, &it.who), it.compared.to_string(), signed(it.all)];
        let each = it.criteria.iter();
        row.extend(each.map(|(_, it)| signed_plain(it.value)));
        table.push(row);
    }
    Part {
        title: words.say("calibrate-severity"),
        table,
        notes: vec![words.say("calibrate-severity-note")],
        ..Part::default()
    }
}

fn acts(words: &Words, report: &Report) -> Part {
    let mut table = vec![heads(
        words,
        &[
            "calibrate-head-who",
            "calibrate-head-replies",
            "calibrate-head-f1",
        ],
    )];
    for it in &report.acts {
        table.push(vec![
            format!("{} – {}", who(words, &it.one), who(words, &it.other)),
            it.replies.to_string(),
            figure(it.f1),
        ]);
    }
    Part {
        title: words.say("calibrate-acts"),
        table,
        ..Part::default()
    }
}

fn disputes(criteria: &Criteria<'_>, all: &[Dispute], most: usize) -> Part {
    let words = criteria.words;
    let mut table = vec![heads(
        words,
        &[
            "calibrate-head-item",
            "calibrate-head-source",
            "calibrate-head-criterion",
            "calibrate-head-given",
            "calibrate-machine",
        ],
    )];
    for it in all.iter().take(most) {
        let given: Vec<String> = it
            .coaches
            .iter()
            .map(|(coach, level)| format!("{coach} {}", grade(*level)))
            .collect();
        table.push(vec![
            it.item.clone(),
            it.source.clone(),
            criteria.title(&it.criterion),
            given.join(", "),
            it.machine.map_or(NOTHING.to_owned(), grade),
        ]);
    }
    Part {
        title: words.say("calibrate-disputes"),
        table,
        ..Part::default()
    }
}

fn entries(words: &Words, all: &[EntryDispute], most: usize) -> Part {
    let mut table = vec![heads(
        words,
        &[
            "calibrate-head-act",
            "calibrate-head-found-by",
            "calibrate-head-against",
            "calibrate-head-example",
        ],
    )];
    for it in all.iter().take(most) {
        let by = match &it.source {
            FoundBy::Entry(id) => id.clone(),
            FoundBy::Model => words.say("calibrate-by-model"),
            FoundBy::Nothing => words.say("calibrate-by-nothing"),
        };
        let (item, reply, text) = &it.example;
        table.push(vec![
            it.act.name().to_owned(),
            by,
            format!("{}/{}", it.against, it.judged),
            format!("{item}, {reply}: {}", short(text)),
        ]);
    }
    Part {
        title: words.say("calibrate-entries"),
        table,
        notes: vec![words.say("calibrate-entries-note")],
        ..Part::default()
    }
}

/// The beginning of a reply, on one line.
fn short(text: &str) -> String {
    let line: Vec<&str> = text.split_whitespace().collect();
    let line = line.join(" ");
    match line.char_indices().nth(44) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or_default().trim_end()),
        None => line,
    }
}

fn heads(words: &Words, ids: &[&str]) -> Vec<String> {
    ids.iter().map(|it| words.say(it)).collect()
}

fn who(words: &Words, name: &str) -> String {
    if name == MACHINE {
        words.say("calibrate-machine")
    } else {
        name.to_owned()
    }
}
