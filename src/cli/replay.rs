//! `oefenlijn replay`: a session again, with its scorecard.

use crate::{
    cli::{
        arguments::ReplayArguments, converse_desk::DeskConversation, failure::Failure,
        found::Found, show::show, world::World,
    },
    report,
    session::{Kept, Opened, Session},
};

pub(super) fn run(world: &mut World, arguments: &ReplayArguments) -> Result<(), Failure> {
    let opened = Found::open(world, &arguments.session)?.opened;
    introduce(world, arguments, &opened)?;
    let header = opened.contents.header;
    match opened.kept {
        Kept::Desk(floor, _) => {
            let session = Session::seen(*floor, header);
            DeskConversation::new(world, session, arguments.json, true)?.show()
        }
        Kept::Call(practice, _) | Kept::Caller(practice) => {
            let session = Session::seen(*practice, header);
            let mut show = show(world, arguments.json)?;
            show.goes_on(world, &session)?;
            show.ends(world, &session)
        }
    }
}

/// Says what has changed since and what the session is.
fn introduce(
    world: &mut World,
    arguments: &ReplayArguments,
    opened: &Opened,
) -> Result<(), Failure> {
    if !opened.drift.is_none() {
        anstream::eprintln!("{}", report::drift(&world.words, &opened.drift));
    }
    let damaged = &opened.contents.damaged;
    if !damaged.is_empty() {
        anstream::eprintln!("{}", report::damaged(&world.words, damaged));
    }
    if !arguments.json {
        let heading = report::session(&world.words, &opened.contents.header);
        world.write(&heading)?;
    }
    Ok(())
}
