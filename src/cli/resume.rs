//! `oefenlijn resume`: carry on where a session was broken off.

use crate::{
    cli::{
        arguments::ResumeArguments, converse::Conversation, converse_desk::DeskConversation,
        failure::Failure, store, world::World,
    },
    report,
    session::{Drift, Floor, Folder, Session},
};

pub(super) fn run(world: &mut World, arguments: &ResumeArguments) -> Result<(), Failure> {
    let folder = Folder::of_the_user()?;
    let name = match &arguments.session {
        Some(name) => name.clone(),
        None => folder.latest_unfinished(arguments.trainee.as_deref())?,
    };
    let scenario = folder.read(&name)?.header.scenario;
    if world.library.is_chat_desk(&scenario)? {
        let (session, drift) = Session::<Floor>::resume(&folder, &world.library, &name)?;
        show_drift(world, &drift);
        DeskConversation::new(world, session, arguments.json, true)?.run(Some(&folder))?;
        store::share(world, Some(&folder));
        return Ok(());
    }
    let (session, drift) = Session::resume(&folder, &world.library, &name)?;
    show_drift(world, &drift);
    Conversation::new(world, session, arguments.json, true)?.run_on(&folder)?;
    store::share(world, Some(&folder));
    Ok(())
}

fn show_drift(world: &World, drift: &Drift) {
    if !drift.is_none() {
        // standard output may be JSON
        anstream::eprintln!("{}", report::drift(&world.words, drift));
    }
}
