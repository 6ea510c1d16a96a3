//! `oefenlijn store`, and what other commands need of it: the figures of all sessions.

use std::io::Write as _;

use indicatif::{ProgressBar, ProgressStyle};

use crate::{
    cli::{
        arguments::{StoreArguments, StoreWork},
        failure::Failure,
        world::World,
    },
    session::Folder,
    store::{CaughtUp, Keeping, Place, Store, StoreError},
};

pub(super) fn run(world: &mut World, arguments: &StoreArguments) -> Result<(), Failure> {
    let folder = Folder::of_the_user()?;
    let place = Place::of_the_environment(folder.path());
    let mut store = Store::open(&place)?;
    let keeping = Keeping {
        folder: &folder,
        library: &world.library,
    };
    let done = match arguments.work {
        Some(StoreWork::Rebuild) => {
            if let Place::File(_) = place {
                // a server knows the groups of all machines
                store.restore_groups(&folder.group_changes()?)?;
            }
            rebuild(world, &mut store, keeping)?
        }
        None => store.catch_up(keeping)?,
    };
    say_what_was_left(world, &done);
    let place = match &place {
        Place::File(path) => path.display().to_string(),
        Place::Server(_) => world.words.say("store-server"),
    };
    let state = [("count", store.count()?.into()), ("place", place.into())];
    writeln!(world.out, "{}", world.words.with("store-state", &state))?;
    let put = world.words.with("store-put", &[("count", done.put.into())]);
    writeln!(world.out, "{put}")?;
    if done.failed.is_empty() {
        Ok(())
    } else {
        Err(Failure::Shown)
    }
}

/// The store with all sessions of this machine in it. What could not be read, and that nothing can be
/// added to what is there, is said on standard error.
pub(super) fn up_to_date(world: &World, folder: &Folder) -> Result<Store, Failure> {
    let mut store = Store::open(&Place::of_the_environment(folder.path()))?;
    let done = store.catch_up(Keeping {
        folder,
        library: &world.library,
    });
    match done {
        Ok(done) => say_what_was_left(world, &done),
        Err(error) if error.leaves_it_readable() => {
            let values = [("error", error.to_string().into())];
            anstream::eprintln!("{}", world.words.with("store-behind", &values));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(store)
}

/// Where the database is shared with other machines, puts there what is new. A file beside the
/// sessions is brought up to date by whoever reads it, so that playing never waits for it. That a
/// server is out of reach is no failure of the play: the session stays marked.
pub(super) fn share(world: &World, folder: Option<&Folder>) {
    let Some(folder) = folder else {
        return;
    };
    let place @ Place::Server(_) = Place::of_the_environment(folder.path()) else {
        return;
    };
    let keeping = Keeping {
        folder,
        library: &world.library,
    };
    let shared: Result<_, StoreError> = Store::open(&place).and_then(|mut it| it.catch_up(keeping));
    if let Err(error) = shared {
        let values = [("error", error.to_string().into())];
        anstream::eprintln!("{}", world.words.with("store-not-shared", &values));
    }
}

fn rebuild(world: &World, store: &mut Store, keeping: Keeping<'_>) -> Result<CaughtUp, Failure> {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}") {
        bar.set_style(style);
    }
    bar.set_message(world.words.say("store-progress"));
    let done = store.rebuild(keeping, |number, all| {
        bar.set_length(u64::try_from(all).unwrap_or(u64::MAX));
        bar.set_position(u64::try_from(number).unwrap_or(u64::MAX));
    })?;
    bar.finish_and_clear();
    Ok(done)
}

fn say_what_was_left(world: &World, done: &CaughtUp) {
    for session in &done.busy {
        let values = [("session", session.as_str().into())];
        anstream::eprintln!("{}", world.words.with("store-busy", &values));
    }
    for (session, error) in &done.failed {
        let values = [
            ("session", session.as_str().into()),
            ("error", error.as_str().into()),
        ];
        anstream::eprintln!("{}", world.words.with("store-failed", &values));
    }
}
