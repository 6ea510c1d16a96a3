//! `oefenlijn dispute`: a trainee says that something in the scorecard is not right.

use crate::{
    acts::AgentAct,
    cli::{
        arguments::DisputeArguments,
        failure::Failure,
        names::{Names, UnknownName},
        review::Desk,
        store,
        world::World,
    },
    review::{Dispute, Reviewed, Target, What},
    session::Folder,
};

pub(super) fn run(world: &mut World, arguments: &DisputeArguments) -> Result<(), Failure> {
    let mut desk = Desk::open(world, &arguments.session)?;
    let header = &desk.subject.header;
    if let Some(trainee) = header.trainee.as_ref().filter(|it| **it != arguments.who) {
        let values = [
            ("session", header.session.as_str().into()),
            ("trainee", trainee.as_str().into()),
        ];
        return Err(Failure::Misuse(world.words.with("dispute-whose", &values)));
    }
    let reviewed = conversation(world, &desk, arguments.chat)?;
    let dispute = Dispute {
        about: target(world, reviewed, arguments)?,
        reason: reason(world, &arguments.reason)?,
    };
    let id = desk.add(&arguments.who, What::Dispute(dispute))?;
    store::share(world, Folder::of_the_user().ok().as_ref());
    let values = [
        ("id", id.into()),
        ("session", arguments.session.as_str().into()),
    ];
    let noted = world.words.with("dispute-noted", &values);
    Ok(world.write(&format!("{noted}\n"))?)
}

/// The conversation that is meant; at a chat desk by its number, from 1.
fn conversation<'d>(
    world: &World,
    desk: &'d Desk,
    chat: Option<usize>,
) -> Result<&'d Reviewed, Failure> {
    let all = desk.reviewed.len();
    let wanted = chat.and_then(|it| it.checked_sub(1));
    let found = desk.reviewed.iter().find(|it| it.chat == wanted);
    // who names a chat where there is but one conversation, means it
    let only = desk.reviewed.first();
    let only = only.filter(|it| it.chat.is_none() && chat.unwrap_or(1) == 1);
    found.or(only).ok_or_else(|| {
        let values = |chat: usize| [("chat", chat.into()), ("all", all.into())];
        Failure::Misuse(match chat {
            Some(chat) => world.words.with("review-unknown-chat", &values(chat)),
            None => world.words.with("review-which-chat", &values(0)),
        })
    })
}

fn target(
    world: &World,
    reviewed: &Reviewed,
    arguments: &DisputeArguments,
) -> Result<Target, Failure> {
    let words = &world.words;
    let chat = reviewed.chat;
    if let Some(typed) = &arguments.criterion {
        let names = Names::criteria(words, &reviewed.machine.rubric);
        let criterion = names.find(typed).map_err(|UnknownName { nearest, .. }| {
            let known = reviewed.machine.rubric.criterion_names().join(", ");
            let values = [
                ("typed", typed.as_str().into()),
                ("near", nearest.into()),
                ("known", known.into()),
            ];
            Failure::Misuse(words.with("review-unknown-criterion", &values))
        })?;
        return Ok(Target::Criterion { chat, criterion });
    }
    let (reply, typed) = (arguments.turn.unwrap_or_default(), &arguments.act);
    let all = reviewed.machine.conversation.replies().len();
    if !(1..=all).contains(&reply) {
        let values = [("turn", reply.into()), ("all", all.into())];
        let message = words.with("review-unknown-turn", &values);
        return Err(Failure::Misuse(message));
    }
    let act = act(world, typed.as_deref().unwrap_or_default())?;
    Ok(Target::Act { chat, reply, act })
}

fn act(world: &World, typed: &str) -> Result<AgentAct, Failure> {
    let found = Names::acts(&world.words).find(typed);
    found.map_err(|UnknownName { nearest, .. }| {
        let values = [("typed", typed.into()), ("near", nearest.into())];
        Failure::Misuse(world.words.with("review-unknown-act", &values))
    })
}

fn reason(world: &World, words: &[String]) -> Result<String, Failure> {
    let reason = words.join(" ").trim().to_owned();
    if reason.is_empty() {
        return Err(Failure::Misuse(world.words.say("review-no-reason")));
    }
    Ok(reason)
}
