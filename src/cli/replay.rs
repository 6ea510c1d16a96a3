//! `oefenlijn replay`: a session again, with its scorecard.

use crate::{
    cli::{
        arguments::ReplayArguments, converse_desk::DeskConversation, failure::Failure, show::show,
        world::World,
    },
    report,
    session::{Drift, Floor, Folder, LogContents, Play, Session},
};

pub(super) fn run(world: &mut World, arguments: &ReplayArguments) -> Result<(), Failure> {
    let folder = Folder::of_the_user()?;
    let scenario = folder.read(&arguments.session)?.header.scenario;
    if world.library.is_chat_desk(&scenario)? {
        let found = Session::<Floor>::look_up(&folder, &world.library, &arguments.session)?;
        let session = introduce(world, arguments, found)?;
        return DeskConversation::new(world, session, arguments.json, true)?.show();
    }
    let found = Session::look_up(&folder, &world.library, &arguments.session)?;
    let session = introduce(world, arguments, found)?;
    let mut show = show(world, arguments.json)?;
    show.goes_on(world, &session)?;
    show.ends(world, &session)
}

/// Says what has changed since and what the session is.
fn introduce<P: Play>(
    world: &mut World,
    arguments: &ReplayArguments,
    (session, contents, drift): (Session<P>, LogContents, Drift),
) -> Result<Session<P>, Failure> {
    if !drift.is_none() {
        anstream::eprintln!("{}", report::drift(&world.words, &drift));
    }
    if !contents.damaged.is_empty() {
        anstream::eprintln!("{}", report::damaged(&world.words, &contents.damaged));
    }
    if !arguments.json {
        let heading = report::session(&world.words, session.header());
        world.write(&heading)?;
    }
    Ok(session)
}
