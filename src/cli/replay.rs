//! `oefenlijn replay`: a session again, with its scorecard.

use crate::{
    cli::{arguments::ReplayArguments, failure::Failure, show::show, world::World},
    report,
    session::{Folder, Session},
};

pub(super) fn run(world: &mut World, arguments: &ReplayArguments) -> Result<(), Failure> {
    let folder = Folder::of_the_user()?;
    let (session, contents, drift) = Session::look_up(&folder, &world.library, &arguments.session)?;
    if !drift.is_none() {
        anstream::eprintln!("{}", report::drift(&world.words, &drift));
    }
    if !contents.damaged.is_empty() {
        anstream::eprintln!("{}", report::damaged(&world.words, &contents.damaged));
    }
    let mut show = show(world, arguments.json)?;
    if !arguments.json {
        let heading = report::session(&world.words, session.header());
        world.write(&heading)?;
    }
    show.goes_on(world, &session)?;
    show.ends(world, &session)
}
