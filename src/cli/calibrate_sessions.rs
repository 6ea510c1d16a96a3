//! Kept sessions as conversations to rate.

use crate::{
    cli::{failure::Failure, found::Found, world::World},
    report, scenario,
    session::{Kept, Practice},
    transcript::{Channel, Transcript},
};

/// What a session comes to, and the names that coaches should not see.
pub(super) struct Rateable {
    pub(super) transcripts: Vec<Transcript>,
    pub(super) names: Vec<String>,
}

/// The conversations of a session: one, or at a chat desk one for each chat.
pub(super) fn transcripts(world: &World, name: &str) -> Result<Rateable, Failure> {
    let opened = Found::open(world, name)?.opened;
    if !opened.drift.is_none() {
        anstream::eprintln!("{}", report::drift(&world.words, &opened.drift));
    }
    let transcripts: Vec<Transcript> = match &opened.kept {
        Kept::Desk(floor, _) => {
            let chats = floor.chats().iter().enumerate();
            let chats = chats.filter(|(_, it)| !it.practice.exchanges().is_empty());
            chats
                .map(|(at, chat)| recorded(&chat.practice, &format!("{name}-{}", at + 1)))
                .collect()
        }
        Kept::Caller(_) => {
            return Err(Failure::Misuse(refused(world, "calibrate-caller", name)));
        }
        Kept::Call(practice, _) => vec![recorded(practice, name)],
    };
    if transcripts.iter().all(|it| it.turns.is_empty()) {
        return Err(Failure::Misuse(refused(
            world,
            "calibrate-nothing-said",
            name,
        )));
    }
    Ok(Rateable {
        transcripts,
        names: names(opened.contents.header.trainee.as_deref()),
    })
}

fn recorded(practice: &Practice, id: &str) -> Transcript {
    let channel = match practice.scenario().card.channel {
        scenario::Channel::Phone => Channel::Phone,
        scenario::Channel::Chat => Channel::Chat,
    };
    practice.transcript(id, channel)
}

/// A trainee's name, and each word of it that is no mere initial.
fn names(trainee: Option<&str>) -> Vec<String> {
    let whole = trainee.map(str::to_owned);
    let words = trainee
        .into_iter()
        .flat_map(|it| it.split([' ', '-', '.', '_']));
    let words = words.filter(|it| it.chars().count() > 2).map(str::to_owned);
    whole.into_iter().chain(words).collect()
}

fn refused(world: &World, id: &str, session: &str) -> String {
    world.words.with(id, &[("session", session.into())])
}
