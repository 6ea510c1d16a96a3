//! `oefenlijn calibrate report` and `drift`.

use std::{
    collections::BTreeMap,
    io::{self, Write as _},
};

use crate::{
    agreement::Metric,
    calibration::{CalibrationError, Drift, Machine, Reading, Report, Round, Store},
    cli::{
        calibrate::{load_rubric, rubric_of},
        calibrate_arguments::{AlphaMetric, CalibrationReportArguments, DriftArguments, Format},
        failure::Failure,
        world::World,
    },
    ground::diagnostic::Source,
    report,
};

pub(super) fn report(
    world: &mut World,
    store: &Store,
    arguments: &CalibrationReportArguments,
) -> Result<(), Failure> {
    let (round, source) = store.open(&arguments.name)?;
    let rubric = rubric_of(world, &round, &source)?;
    let ratings = store.ratings(&round.name)?;
    let machine = read_all(world, &round, &source)?;
    let metric = match arguments.metric {
        AlphaMetric::Ordinal => Metric::Ordinal,
        AlphaMetric::Interval => Metric::Interval,
        AlphaMetric::Nominal => Metric::Nominal,
    };
    let found = Report::of(&round, &rubric, &ratings, &machine, metric);
    match arguments.format {
        Format::Text => {
            let sheet = report::calibration(&world.words, &rubric, &found, arguments.most);
            world.write(&sheet.text(world.width))?;
        }
        Format::Md => {
            let sheet = report::calibration(&world.words, &rubric, &found, arguments.most);
            world.write(&sheet.markdown())?;
        }
        Format::Json => {
            let shape = report::CalibrationJson::of(&found);
            serde_json::to_writer_pretty(&mut world.out, &shape).map_err(io::Error::from)?;
            writeln!(world.out)?;
        }
        Format::Csv => {
            let text = report::calibration_csv(&found).map_err(io::Error::other)?;
            world.write(&text)?;
        }
    }
    Ok(())
}

/// What the machine makes of every conversation, in the order of the round.
fn read_all(world: &World, round: &Round, source: &Source) -> Result<Vec<Reading>, Failure> {
    let mut machines: BTreeMap<&str, Machine> = BTreeMap::new();
    let mut readings = Vec::new();
    for item in &round.items {
        let language = item.language.as_str();
        if !machines.contains_key(language) {
            let rubric = load_rubric(world, source, language)?;
            machines.insert(
                language,
                Machine::new(world.library.reader(language)?, rubric),
            );
        }
        readings.extend(machines.get(language).map(|it| it.read(item)));
    }
    Ok(readings)
}

pub(super) fn drift(
    world: &mut World,
    store: &Store,
    arguments: &DriftArguments,
) -> Result<(), Failure> {
    let mut reports = Vec::new();
    for name in store.names()? {
        let (round, source) = store.open(&name)?;
        let rubric = rubric_of(world, &round, &source)?;
        let ratings = store.ratings(&name)?;
        // the machine has no part in how coaches stand to each other
        let report = Report::of(&round, &rubric, &ratings, &[], Metric::default());
        reports.push(report);
    }
    let mut all = Drift::all(&reports);
    if let Some(coach) = &arguments.coach {
        let known = all.iter().map(|it| it.coach.clone()).collect();
        all.retain(|it| it.coach == *coach);
        if all.is_empty() {
            let name = coach.clone();
            return Err(CalibrationError::UnknownCoach { name, known }.into());
        }
    }
    let sheet = report::calibration_drift(&world.words, &all);
    world.write(&sheet.text(world.width))?;
    Ok(())
}
