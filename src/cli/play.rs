//! `oefenlijn play`: a conversation from greeting to scorecard.

use std::{
    fmt::Write as _,
    io::{self, Write as _},
    sync::Arc,
};

use crate::{
    cli::{
        arguments::PlayArguments,
        converse::Conversation,
        converse_desk::DeskConversation,
        failure::Failure,
        input::{Input, Piped, Terminal, Typed},
        store,
        world::World,
    },
    ground::{clock::Instant, dice::Dice},
    library::Library,
    report,
    session::{Floor, Folder, Play, Practice, Session, SessionError, Settings},
};

pub(super) fn run(world: &mut World, arguments: &PlayArguments) -> Result<(), Failure> {
    let library = match &arguments.lang {
        Some(language) => world.library.clone().in_language(language)?,
        None => world.library.clone(),
    };
    let folder = if arguments.no_save {
        None
    } else {
        Some(Folder::of_the_user()?)
    };
    let seed = arguments.seed.unwrap_or_else(fresh_seed);
    let (json, settings) = (arguments.json, arguments.settings());
    if library.is_chat_desk(&arguments.scenario)? {
        let (reader, desk, scenarios) = library.chat_desk(&arguments.scenario)?;
        let real_time = settings.real_time;
        let scenarios = scenarios.into_iter().map(Arc::new);
        let floor = Floor::new(Arc::new(desk), scenarios, &reader, seed, real_time);
        let session = begin(world, folder.as_ref(), &library, floor, settings)?;
        DeskConversation::new(world, session, json, folder.is_some())?.run(folder.as_ref())?;
        store::share(world, folder.as_ref());
        return Ok(());
    }
    let (reader, scenario) = library.case(&arguments.scenario)?;
    let practice = Practice::new(Arc::new(scenario), reader, seed);
    let session = begin(world, folder.as_ref(), &library, practice, settings)?;
    Conversation::new(world, session, json, folder.is_some())?.run(folder.as_ref())?;
    store::share(world, folder.as_ref());
    Ok(())
}

fn begin<P: Play>(
    world: &World,
    folder: Option<&Folder>,
    library: &Library,
    play: P,
    settings: Settings,
) -> Result<Session<P>, Failure> {
    let session = Session::begin(folder, library, play, settings);
    session.map_err(|error| match error {
        SessionError::File { .. } => {
            let values = [("error", error.plain().into())];
            Failure::Data(world.words.with("play-cannot-keep", &values))
        }
        other => other.into(),
    })
}

/// Asks which scenario to play; `None` when the person stops.
pub(super) fn choose(world: &mut World) -> Result<Option<String>, Failure> {
    let cards = world.library.cards();
    let mut text = format!("\n{}\n\n", report::bold(&world.words.say("choose-title")));
    for (number, card) in (1..).zip(&cards) {
        let card = report::card(&world.words, card, world.width);
        let _ = writeln!(text, "{number:>2}. {card}");
    }
    world.write(&text)?;
    let mut input = questions(world)?;
    loop {
        let Typed::Line(answer) = input.next()? else {
            return Ok(None);
        };
        let answer = answer.trim();
        if answer.is_empty() {
            return Ok(None);
        }
        let by_number = answer
            .parse::<usize>()
            .ok()
            .and_then(|it| cards.get(it.checked_sub(1)?));
        let chosen = by_number.or_else(|| cards.iter().find(|it| *it.name == *answer));
        if let Some(card) = chosen {
            return Ok(Some(card.name.to_string()));
        }
        let again = world
            .words
            .with("choose-again", &[("answer", answer.into())]);
        writeln!(world.out, "{again}")?;
    }
}

fn questions(world: &World) -> io::Result<Box<dyn Input>> {
    if !world.interactive {
        return Ok(Box::new(Piped(io::stdin().lock())));
    }
    let prompt = format!("{} ", world.words.say("choose-prompt"));
    Ok(Box::new(Terminal::new(prompt, None)?))
}

/// A seed short enough to read out, from the clock.
fn fresh_seed() -> u64 {
    let now = Instant::now().0.unsigned_abs();
    Dice::new(now, u64::from(std::process::id())).below(10_000) as u64
}
