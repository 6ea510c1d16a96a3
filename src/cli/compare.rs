//! `oefenlijn compare`: two sessions side by side.

use std::io::Write as _;

use crate::{
    cli::{
        arguments::{CompareArguments, PageFormat},
        failure::Failure,
        found::Found,
        world::World,
    },
    comparison::{Comparison, DeskComparison, Side},
    report::{self, Compared, Page},
    session::{Header, Kept},
};

/// What a session turned out to be.
enum Sides {
    Answered(Side),
    Called(Side),
    Desk(Vec<Side>, u32),
}

pub(super) fn run(world: &mut World, arguments: &CompareArguments) -> Result<(), Failure> {
    let (first, a) = look_up(world, &arguments.a)?;
    let (second, b) = look_up(world, &arguments.b)?;
    let compared = match (a, b) {
        (Sides::Answered(a), Sides::Answered(b)) | (Sides::Called(a), Sides::Called(b)) => {
            Compared::One(Box::new(Comparison::new(a, b)))
        }
        (Sides::Desk(a, of_a), Sides::Desk(b, of_b)) => {
            Compared::Desk(DeskComparison::new(a, b, [of_a, of_b]))
        }
        (a, b) => return Err(unlike(world, [&first, &second], [&a, &b])),
    };
    let heads = [&first, &second];
    let page = match arguments.format {
        PageFormat::Json => {
            serde_json::to_writer(&mut world.out, &report::comparison_json(heads, &compared))
                .map_err(std::io::Error::from)?;
            return Ok(world.out.write_all(b"\n")?);
        }
        PageFormat::Text => Page::Text(world.width),
        PageFormat::Md => Page::Markdown,
    };
    let text = report::comparison(&world.words, heads, &compared, page);
    Ok(world.write(&text)?)
}

fn look_up(world: &World, name: &str) -> Result<(Header, Sides), Failure> {
    let found = Found::open(world, name)?;
    found.warn(world);
    let opened = found.opened;
    let sides = match &opened.kept {
        Kept::Desk(floor, assessed) => {
            let chats = assessed.chats.iter().filter_map(|(number, card)| {
                let chat = floor.chats().get(*number)?;
                let mut side = Side::new(&chat.practice, Some(card));
                side.ending = crate::session::chat_ending(chat);
                Some(side)
            });
            Sides::Desk(chats.collect(), assessed.total())
        }
        Kept::Caller(practice) => Sides::Called(Side::new(practice, None)),
        Kept::Call(practice, card) => Sides::Answered(Side::new(practice, Some(card))),
    };
    Ok((opened.contents.header, sides))
}

fn unlike(world: &World, heads: [&Header; 2], kept: [&Sides; 2]) -> Failure {
    let kind = |it: &Sides| {
        world.words.say(match it {
            Sides::Answered(_) => "compare-kind-answered",
            Sides::Called(_) => "compare-kind-called",
            Sides::Desk(..) => "compare-kind-desk",
        })
    };
    let values = [
        ("a", heads[0].session.as_str().into()),
        ("kind-a", kind(kept[0]).into()),
        ("b", heads[1].session.as_str().into()),
        ("kind-b", kind(kept[1]).into()),
    ];
    Failure::Misuse(world.words.with("compare-unlike", &values))
}
