//! `oefenlijn resume`: carry on where a session was broken off.

use crate::{
    cli::{arguments::ResumeArguments, converse::Conversation, failure::Failure, world::World},
    report,
    session::{Folder, Session},
};

pub(super) fn run(world: &mut World, arguments: &ResumeArguments) -> Result<(), Failure> {
    let folder = Folder::of_the_user()?;
    let name = match &arguments.session {
        Some(name) => name.clone(),
        None => folder.latest_unfinished(arguments.trainee.as_deref())?,
    };
    let (session, drift) = Session::resume(&folder, &world.library, &name)?;
    if !drift.is_none() {
        // standard output may be JSON
        anstream::eprintln!("{}", report::drift(&world.words, &drift));
    }
    Conversation::new(world, session, arguments.json, true)?.run_on(&folder)
}
