//! Kept sessions as conversations to rate.

use crate::{
    cli::{failure::Failure, world::World},
    report,
    scenario::{self, Trainee},
    session::{Drift, Floor, Folder, Practice, Session},
    transcript::{Channel, Transcript},
};

/// What a session comes to, and the names that coaches should not see.
pub(super) struct Kept {
    pub(super) transcripts: Vec<Transcript>,
    pub(super) names: Vec<String>,
}

/// The conversations of a session: one, or at a chat desk one for each chat.
pub(super) fn transcripts(world: &World, folder: &Folder, name: &str) -> Result<Kept, Failure> {
    let header = folder.read(name)?.header;
    let transcripts = if world.library.is_chat_desk(&header.scenario)? {
        let (session, _, drift) = Session::<Floor>::look_up(folder, &world.library, name)?;
        tell(world, &drift);
        let chats = session.practice().chats().iter().enumerate();
        let chats = chats.filter(|(_, it)| !it.practice.exchanges().is_empty());
        chats
            .map(|(at, chat)| recorded(&chat.practice, &format!("{name}-{}", at + 1)))
            .collect()
    } else {
        let (session, _, drift) = Session::<Practice>::look_up(folder, &world.library, name)?;
        tell(world, &drift);
        if session.practice().scenario().card.trainee == Trainee::Caller {
            return Err(Failure::Misuse(refused(world, "calibrate-caller", name)));
        }
        vec![recorded(session.practice(), name)]
    };
    if transcripts.iter().all(|it| it.turns.is_empty()) {
        return Err(Failure::Misuse(refused(
            world,
            "calibrate-nothing-said",
            name,
        )));
    }
    Ok(Kept {
        transcripts,
        names: names(header.trainee.as_deref()),
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

fn tell(world: &World, drift: &Drift) {
    if !drift.is_none() {
        anstream::eprintln!("{}", report::drift(&world.words, drift));
    }
}

fn refused(world: &World, id: &str, session: &str) -> String {
    world.words.with(id, &[("session", session.into())])
}
