//! `oefenlijn list`: scenarios, or sessions.

use std::io::{self, Write as _};

use crate::{
    cli::{arguments::ListArguments, failure::Failure, world::World},
    report,
    session::Folder,
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

fn sessions(world: &mut World, arguments: &ListArguments) -> Result<(), Failure> {
    let (summaries, unreadable) = Folder::of_the_user()?.list()?;
    let wanted = arguments.trainee.as_deref();
    let theirs = summaries
        .iter()
        .filter(|it| wanted.is_none() || it.header.trainee.as_deref() == wanted);
    let mut any = false;
    for summary in theirs {
        any = true;
        if arguments.json {
            line(world, &report::SessionJson::of(summary))?;
        } else {
            let text = report::session_line(&world.words, summary);
            world.write(&format!("{text}\n"))?;
        }
    }
    if !any && !arguments.json {
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

fn line(world: &mut World, value: &impl serde::Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut world.out, value)?;
    writeln!(world.out)
}
