//! `oefenlijn list`: scenarios, or sessions.

use std::io::{self, Write as _};

use crate::{
    cli::{arguments::ListArguments, failure::Failure, found::elsewhere, world::World},
    report,
    session::{Folder, Summary},
};

pub(super) fn run(world: &mut World, arguments: &ListArguments) -> Result<(), Failure> {
    if arguments.sessions {
        sessions(world, arguments)
    } else {
        scenarios(world, arguments)
    }
}

fn scenarios(world: &mut World, arguments: &ListArguments) -> Result<(), Failure> {
    let library = match &arguments.lang {
        Some(language) => world.library.clone().in_language(language)?,
        None => world.library.clone(),
    };
    for card in library.cards() {
        if arguments.json {
            line(world, &report::CardJson::of(&card))?;
        } else {
            let text = report::card(&world.words, &card, world.width);
            world.write(&format!("{text}\n"))?;
        }
    }
    Ok(())
}

/// Those of this machine, then those that others share.
fn sessions(world: &mut World, arguments: &ListArguments) -> Result<(), Failure> {
    let folder = Folder::of_the_user()?;
    let (mut here, unreadable) = folder.list()?;
    let wanted = arguments.trainee.as_deref();
    here.retain(|it| wanted.is_none_or(|name| it.header.is_of(name)));
    let others = elsewhere(world, &folder, wanted)?;
    for summary in &here {
        session(world, arguments, summary, false)?;
    }
    for summary in &others {
        session(world, arguments, summary, true)?;
    }
    if here.is_empty() && others.is_empty() && !arguments.json {
        let text = world.words.say("list-no-sessions");
        world.write(&format!("{text}\n"))?;
    }
    for name in unreadable {
        anstream::eprintln!(
            "{}",
            world
                .words
                .with("list-unreadable", &[("name", name.into())])
        );
    }
    Ok(())
}

fn session(
    world: &mut World,
    arguments: &ListArguments,
    summary: &Summary,
    elsewhere: bool,
) -> io::Result<()> {
    if arguments.json {
        return line(world, &report::SessionJson::of(summary, elsewhere));
    }
    let text = report::session_line(&world.words, summary, elsewhere);
    world.write(&format!("{text}\n"))
}

fn line(world: &mut World, value: &impl serde::Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut world.out, value)?;
    writeln!(world.out)
}
