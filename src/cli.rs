//! The command line: thin commands over the library.

mod agree;
mod arguments;
mod calibrate;
mod calibrate_arguments;
mod calibrate_rate;
mod calibrate_report;
mod calibrate_sessions;
mod cases;
mod check;
mod compare;
mod converse;
mod converse_desk;
mod dispute;
mod export;
mod failure;
mod forget;
mod found;
mod group;
mod input;
mod list;
mod masking;
mod names;
mod play;
mod rehearse;
mod replay;
mod report;
mod resume;
mod review;
mod review_walk;
mod score;
mod show;
mod slash;
mod store;
mod verdict;
mod world;

use std::process::ExitCode;

use clap::Parser as _;

use crate::cli::{
    arguments::{Arguments, Command, PlayArguments},
    failure::Failure,
    world::World,
};

/// Runs the program with the arguments of this process. Exit status: 0 done, 1 bad data or a
/// failure of input or output, 2 misuse.
pub fn run() -> ExitCode {
    work_along();
    let arguments = Arguments::parse();
    let mut world = match World::new(&arguments) {
        Ok(world) => world,
        Err(failure) => return failure.report(),
    };
    let done = match arguments.command {
        Some(Command::Play(arguments)) => play::run(&mut world, &arguments),
        Some(Command::Score(arguments)) => score::run(&mut world, &arguments),
        Some(Command::Agree(arguments)) => agree::run(&mut world, &arguments),
        Some(Command::Calibrate(arguments)) => calibrate::run(&mut world, &arguments),
        Some(Command::List(arguments)) => list::run(&mut world, &arguments),
        Some(Command::Check(arguments)) => check::run(&mut world, &arguments),
        Some(Command::Rehearse(arguments)) => rehearse::run(&mut world, &arguments),
        Some(Command::Export(arguments)) => export::run(&mut world, &arguments),
        Some(Command::Resume(arguments)) => resume::run(&mut world, &arguments),
        Some(Command::Replay(arguments)) => replay::run(&mut world, &arguments),
        Some(Command::Group(arguments)) => group::run(&mut world, &arguments),
        Some(Command::Store(arguments)) => store::run(&mut world, &arguments),
        Some(Command::Forget(arguments)) => forget::forget(&mut world, &arguments),
        Some(Command::Retain(arguments)) => forget::retain(&mut world, &arguments),
        Some(Command::Compare(arguments)) => compare::run(&mut world, &arguments),
        Some(Command::Report(arguments)) => report::run(&mut world, &arguments),
        Some(Command::Review(arguments)) => review::run(&mut world, &arguments),
        Some(Command::Dispute(arguments)) => dispute::run(&mut world, &arguments),
        Some(Command::Cases { command }) => {
            cases::run(&mut world, &command, arguments.content.as_deref())
        }
        None => play::choose(&mut world).and_then(|chosen| match chosen {
            Some(scenario) => play::run(&mut world, &PlayArguments::of(scenario)),
            None => Ok(()),
        }),
    };
    done.map_or_else(Failure::report, |()| ExitCode::SUCCESS)
}

/// Makes this thread, the first, one of rayon's, in place of another that it would only wait for and that needs
/// memory of its own. So only this thread may begin rayon's work: with one core nobody else would do it.
fn work_along() {
    // where that fails, threads are made when they are needed
    let _ = rayon::ThreadPoolBuilder::new()
        .use_current_thread()
        .build_global();
}
