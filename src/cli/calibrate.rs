//! `oefenlijn calibrate`: coaches rate the same conversations and see how far they agree.

use std::collections::{BTreeSet, btree_map::Entry};

use crate::{
    agreement,
    calibration::{self, Hiding, Round, Store, Walk},
    cli::{
        agree,
        calibrate_arguments::{
            CalibrateArguments, CalibrateCommand, ImportArguments, NewArguments,
        },
        calibrate_rate, calibrate_report, calibrate_sessions,
        failure::Failure,
        score::read_all,
        world::World,
    },
    ground::{
        diagnostic::{Source, has_errors},
        fingerprint::Fingerprint,
    },
    library::LoadError,
    report,
    rubric::{self, Rubric},
    session::Folder,
    transcript::Transcript,
};

pub(super) fn run(world: &mut World, arguments: &CalibrateArguments) -> Result<(), Failure> {
    let folder = Folder::of_the_user()?;
    let store = Store::of(&folder);
    match &arguments.command {
        CalibrateCommand::New(arguments) => new(world, &store, arguments),
        CalibrateCommand::Rate(arguments) => calibrate_rate::run(world, &store, arguments),
        CalibrateCommand::Import(arguments) => import(world, &store, arguments),
        CalibrateCommand::Report(arguments) => calibrate_report::report(world, &store, arguments),
        CalibrateCommand::Drift(arguments) => calibrate_report::drift(world, &store, arguments),
    }
}

fn new(world: &mut World, store: &Store, arguments: &NewArguments) -> Result<(), Failure> {
    let mut transcripts = read_all(world, &arguments.files, "calibrate-faulty-new")?;
    let mut hiding = Hiding {
        names: arguments.hide.clone(),
        ..Hiding::default()
    };
    for session in &arguments.sessions {
        let kept = calibrate_sessions::transcripts(world, session)?;
        transcripts.extend(kept.transcripts);
        hiding.names.extend(kept.names);
    }
    check_names(world, &transcripts)?;
    let source = world.library.rubric_file(&arguments.rubric)?;
    for transcript in &transcripts {
        load_rubric(world, &source, &transcript.language)?;
        if let Entry::Vacant(free) = hiding.stand_ins.entry(transcript.language.clone()) {
            let stand_in = world.library.stand_in(&transcript.language)?;
            free.insert(stand_in);
        }
    }
    let hash = Fingerprint::of(source.text.as_bytes());
    let rubric = (arguments.rubric.as_str(), hash);
    let round = Round::new(&arguments.name, rubric, &transcripts, &hiding);
    store.create(&round, &source)?;
    let values = [
        ("name", round.name.as_str().into()),
        ("count", round.items.len().into()),
    ];
    let told = world.words.with("calibrate-made", &values);
    world.write(&format!("{told}\n"))?;
    Ok(())
}

/// Labels are taken in by name: no two conversations can have the same.
fn check_names(world: &World, transcripts: &[Transcript]) -> Result<(), Failure> {
    let mut seen = BTreeSet::new();
    match transcripts.iter().find(|it| !seen.insert(it.id.as_str())) {
        Some(twice) => {
            let values = [("id", twice.id.as_str().into())];
            Err(Failure::Data(world.words.with("calibrate-twice", &values)))
        }
        None => Ok(()),
    }
}

/// A rubric's file, for conversations in `language`.
pub(super) fn load_rubric(
    world: &World,
    source: &Source,
    language: &str,
) -> Result<Rubric, Failure> {
    let reader = world.library.reader(language)?;
    let (rubric, found) = rubric::load(source, language, reader.lexicon().language());
    Ok(rubric.ok_or(LoadError::Faulty(found))?)
}

/// The rubric of a round, as pinned, with the words of its first conversation's language.
pub(super) fn rubric_of(world: &World, round: &Round, source: &Source) -> Result<Rubric, Failure> {
    let language = round.items.first().map_or("nl", |it| it.language.as_str());
    load_rubric(world, source, language)
}

/// Which time of rating a coach is at: the first, the one that they are busy with, or, where they want
/// to rate again and have finished, the next.
pub(super) fn pass(
    world: &World,
    round: &Round,
    rubric: &Rubric,
    ratings: &calibration::Ratings,
    again: bool,
) -> Result<u32, Failure> {
    let latest = ratings.passes().max(1);
    let open = Walk::new(round, rubric, &ratings.coach, latest, &ratings.ratings).open();
    match (again, open, latest) {
        (true, 0, _) => Ok(latest + 1),
        (true, open, 1) => {
            let values = [("count", open.into())];
            Err(Failure::Misuse(
                world.words.with("calibrate-not-yet-again", &values),
            ))
        }
        _ => Ok(latest),
    }
}

fn import(world: &mut World, store: &Store, arguments: &ImportArguments) -> Result<(), Failure> {
    let (round, source) = store.open(&arguments.name)?;
    let rubric = rubric_of(world, &round, &source)?;
    let text = agree::text(&arguments.file)?;
    let (labelled, found) = agreement::read(&Source::new(&arguments.file, &text));
    if has_errors(&found) {
        anstream::eprint!("{}", report::findings(&found, world.width));
        let values = [("count", found.len().into())];
        let told = world.words.with("calibrate-faulty-import", &values);
        return Err(Failure::Data(told));
    }
    let mut log = store.log(&round.name, &arguments.coach)?;
    let ratings = store.ratings_of(&round.name, &arguments.coach)?;
    let pass = pass(world, &round, &rubric, &ratings, arguments.again)?;
    let imported = calibration::import(&round, &rubric, &labelled, &arguments.coach, pass)
        .map_err(|error| Failure::Data(format!("{}: {error}", arguments.file)))?;
    for rating in &imported.ratings {
        log.write(rating)?;
    }
    log.sync()?;
    if !imported.strangers.is_empty() {
        let values = [("ids", imported.strangers.join(", ").into())];
        anstream::eprintln!("{}", world.words.with("calibrate-strangers", &values));
    }
    let values = [
        ("coach", arguments.coach.as_str().into()),
        ("count", imported.items.into()),
    ];
    let told = world.words.with("calibrate-imported", &values);
    world.write(&format!("{told}\n"))?;
    Ok(())
}
