//! The shapes in which programs get a calibration report; never localised.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    acts::Act as _,
    calibration::{
        ActAgreement, Bias, CriterionAgreement, Dispute, EntryDispute, Figure, FoundBy, Grade,
        MACHINE, Pair, Report,
    },
};

/// What the machine is called.
const MACHINE_NAME: &str = "machine";

/// A calibration report. A figure that cannot be reckoned is `null`.
#[derive(Debug, Serialize)]
pub struct CalibrationJson<'r> {
    round: &'r str,
    at: i64,
    rubric: &'r str,
    items: usize,
    compared: usize,
    few: bool,
    coaches: Vec<CoachJson<'r>>,
    criteria: Vec<CriterionJson<'r>>,
    bias: Vec<BiasJson<'r>>,
    again: Vec<PairJson<'r>>,
    acts: Vec<ActsJson<'r>>,
    disputes: Vec<DisputeJson<'r>>,
    entries: Vec<EntryJson<'r>>,
}

#[derive(Debug, Serialize)]
struct CoachJson<'r> {
    coach: &'r str,
    items: usize,
    levels: usize,
    replies: usize,
    times: u32,
    damaged: usize,
}

#[derive(Debug, Clone, Copy, Serialize)]
struct FigureJson {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

#[derive(Debug, Serialize)]
struct CriterionJson<'r> {
    criterion: &'r str,
    compared: usize,
    alpha: FigureJson,
    alpha_with_machine: FigureJson,
    pairs: Vec<PairJson<'r>>,
}

#[derive(Debug, Serialize)]
struct PairJson<'r> {
    criterion: &'r str,
    one: &'r str,
    other: &'r str,
    both: usize,
    kappa: FigureJson,
    equal: Option<f64>,
    near: Option<f64>,
    applies_for_one: usize,
}

#[derive(Debug, Serialize)]
struct BiasJson<'r> {
    who: &'r str,
    compared: usize,
    all: FigureJson,
    criteria: BTreeMap<&'r str, FigureJson>,
}

#[derive(Debug, Serialize)]
struct ActsJson<'r> {
    one: &'r str,
    other: &'r str,
    replies: usize,
    f1: FigureJson,
}

#[derive(Debug, Serialize)]
struct DisputeJson<'r> {
    item: &'r str,
    source: &'r str,
    criterion: &'r str,
    apart: u8,
    coaches: BTreeMap<&'r str, Grade>,
    machine: Option<Grade>,
}

#[derive(Debug, Serialize)]
struct EntryJson<'r> {
    act: &'static str,
    /// `entry`, `model` or `nothing`.
    found_by: &'static str,
    entry: Option<&'r str>,
    judged: usize,
    against: usize,
    item: &'r str,
    reply: usize,
    text: &'r str,
}

impl<'r> CalibrationJson<'r> {
    /// The shape of a report.
    pub fn of(report: &'r Report) -> Self {
        let coaches = report.coaches.iter().map(|it| CoachJson {
            coach: &it.name,
            items: it.items,
            levels: it.levels,
            replies: it.replies,
            times: it.passes,
            damaged: it.damaged,
        });
        let again = report.twice.iter();
        Self {
            round: &report.round,
            at: report.at.0,
            rubric: &report.rubric,
            items: report.items,
            compared: report.compared,
            few: report.compared < crate::calibration::FEW,
            coaches: coaches.collect(),
            criteria: report.criteria.iter().map(criterion).collect(),
            bias: report.bias.iter().map(bias).collect(),
            again: again.map(|(criterion, it)| pair(criterion, it)).collect(),
            acts: report.acts.iter().map(acts).collect(),
            disputes: report.disputes.iter().map(dispute).collect(),
            entries: report.entries.iter().map(entry).collect(),
        }
    }
}

/// One row a figure: `table,criterion,one,other,n,value,low,high`, cells empty where nothing can be
/// reckoned.
///
/// # Errors
/// When the rows cannot be written, which memory does not refuse.
pub fn calibration_csv(report: &Report) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = [
        "table",
        "criterion",
        "one",
        "other",
        "n",
        "value",
        "low",
        "high",
    ];
    writer.write_record(head)?;
    for row in rows(report) {
        let (n, [value, low, high]) = (row.n.to_string(), row.figure.cells());
        writer.write_record([
            row.table,
            row.criterion,
            row.one,
            row.other,
            &n,
            &value,
            &low,
            &high,
        ])?;
    }
    let bytes = writer
        .into_inner()
        .map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

struct Row<'r> {
    table: &'static str,
    criterion: &'r str,
    one: &'r str,
    other: &'r str,
    n: usize,
    figure: FigureJson,
}

fn rows(report: &Report) -> Vec<Row<'_>> {
    let row = |table, criterion, (one, other), n, figure: Figure| Row {
        table,
        criterion,
        one,
        other,
        n,
        figure: figure.into(),
    };
    let mut rows = Vec::new();
    for it in &report.criteria {
        let id = it.criterion.as_str();
        rows.push(row("alpha", id, ("", ""), it.compared, it.alpha));
        let machine = ("", MACHINE_NAME);
        rows.push(row(
            "alpha",
            id,
            machine,
            it.compared,
            it.alpha_with_machine,
        ));
        for pair in it.coaches.iter().chain(&it.machine) {
            let who = (name(&pair.one), name(&pair.other));
            rows.push(row("kappa", id, who, pair.both, pair.kappa));
        }
    }
    for it in &report.bias {
        rows.push(row("bias", "", (name(&it.who), ""), it.compared, it.all));
    }
    for (criterion, it) in &report.twice {
        let who = (name(&it.one), name(&it.other));
        rows.push(row("again", criterion, who, it.both, it.kappa));
    }
    for it in &report.acts {
        let who = (name(&it.one), name(&it.other));
        rows.push(row("acts", "", who, it.replies, it.f1));
    }
    rows
}

impl FigureJson {
    fn cells(self) -> [String; 3] {
        let cell = |it: Option<f64>| it.map(|it| format!("{it:.4}")).unwrap_or_default();
        [cell(self.value), cell(self.low), cell(self.high)]
    }
}

impl From<Figure> for FigureJson {
    fn from(figure: Figure) -> Self {
        Self {
            value: figure.value,
            low: figure.interval.map(|it| it.low),
            high: figure.interval.map(|it| it.high),
        }
    }
}

fn name(who: &str) -> &str {
    if who == MACHINE { MACHINE_NAME } else { who }
}

fn criterion(it: &CriterionAgreement) -> CriterionJson<'_> {
    let pairs = it.coaches.iter().chain(&it.machine);
    CriterionJson {
        criterion: &it.criterion,
        compared: it.compared,
        alpha: it.alpha.into(),
        alpha_with_machine: it.alpha_with_machine.into(),
        pairs: pairs.map(|pair| self::pair(&it.criterion, pair)).collect(),
    }
}

fn pair<'r>(criterion: &'r str, it: &'r Pair) -> PairJson<'r> {
    PairJson {
        criterion,
        one: name(&it.one),
        other: name(&it.other),
        both: it.both,
        kappa: it.kappa.into(),
        equal: it.equal,
        near: it.near,
        applies_for_one: it.applies_for_one,
    }
}

fn bias(it: &Bias) -> BiasJson<'_> {
    let criteria = it.criteria.iter();
    BiasJson {
        who: name(&it.who),
        compared: it.compared,
        all: it.all.into(),
        criteria: criteria
            .map(|(id, it)| (id.as_str(), (*it).into()))
            .collect(),
    }
}

fn acts(it: &ActAgreement) -> ActsJson<'_> {
    ActsJson {
        one: name(&it.one),
        other: name(&it.other),
        replies: it.replies,
        f1: it.f1.into(),
    }
}

fn dispute(it: &Dispute) -> DisputeJson<'_> {
    let coaches = it.coaches.iter();
    DisputeJson {
        item: &it.item,
        source: &it.source,
        criterion: &it.criterion,
        apart: it.apart,
        coaches: coaches.map(|it| (it.0.as_str(), it.1)).collect(),
        machine: it.machine,
    }
}

fn entry(it: &EntryDispute) -> EntryJson<'_> {
    let (found_by, entry) = match &it.source {
        FoundBy::Entry(id) => ("entry", Some(id.as_str())),
        FoundBy::Model => ("model", None),
        FoundBy::Nothing => ("nothing", None),
    };
    EntryJson {
        act: it.act.name(),
        found_by,
        entry,
        judged: it.judged,
        against: it.against,
        item: &it.example.0,
        reply: it.example.1,
        text: &it.example.2,
    }
}
