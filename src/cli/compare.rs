//! `oefenlijn compare`: two sessions side by side.

use std::io::Write as _;

use crate::{
    cli::{
        arguments::{CompareArguments, PageFormat},
        failure::Failure,
        world::World,
    },
    comparison::{Comparison, DeskComparison, Side},
    report::{self, Compared, Page},
    scenario::Trainee,
    session::{Assessment, Floor, FloorAssessment, Folder, Header, Play, Session},
};

/// What a session turned out to be.
enum Kept {
    Answered(Side),
    Called(Side),
    Desk(Vec<Side>, u32),
}

pub(super) fn run(world: &mut World, arguments: &CompareArguments) -> Result<(), Failure> {
    let folder = Folder::of_the_user()?;
    let (first, a) = look_up(world, &folder, &arguments.a)?;
    let (second, b) = look_up(world, &folder, &arguments.b)?;
    let compared = match (a, b) {
        (Kept::Answered(a), Kept::Answered(b)) | (Kept::Called(a), Kept::Called(b)) => {
            Compared::One(Box::new(Comparison::new(a, b)))
        }
        (Kept::Desk(a, of_a), Kept::Desk(b, of_b)) => {
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

fn look_up(world: &World, folder: &Folder, name: &str) -> Result<(Header, Kept), Failure> {
    let scenario = folder.read(name)?.header.scenario;
    if world.library.is_chat_desk(&scenario)? {
        let session = open::<Floor>(world, folder, name)?;
        let floor = session.practice();
        let assessed = FloorAssessment::of(floor, &world.library)?;
        let chats = assessed.chats.iter().filter_map(|(number, card)| {
            let chat = floor.chats().get(*number)?;
            let mut side = Side::new(&chat.practice, Some(card));
            side.ending = crate::session::chat_ending(chat);
            Some(side)
        });
        let kept = Kept::Desk(chats.collect(), assessed.total());
        return Ok((session.header().clone(), kept));
    }
    let session = open(world, folder, name)?;
    let practice: &crate::session::Practice = session.practice();
    let kept = if practice.scenario().card.trainee == Trainee::Caller {
        Kept::Called(Side::new(practice, None))
    } else {
        let card = Assessment::of(practice, &world.library)?;
        Kept::Answered(Side::new(practice, Some(&card)))
    };
    Ok((session.header().clone(), kept))
}

fn open<P: Play>(world: &World, folder: &Folder, name: &str) -> Result<Session<P>, Failure> {
    let (session, contents, drift) = Session::<P>::look_up(folder, &world.library, name)?;
    if !drift.is_none() {
        anstream::eprintln!("{}", report::drift(&world.words, &drift));
    }
    if !contents.damaged.is_empty() {
        anstream::eprintln!("{}", report::damaged(&world.words, &contents.damaged));
    }
    Ok(session)
}

fn unlike(world: &World, heads: [&Header; 2], kept: [&Kept; 2]) -> Failure {
    let kind = |it: &Kept| {
        world.words.say(match it {
            Kept::Answered(_) => "compare-kind-answered",
            Kept::Called(_) => "compare-kind-called",
            Kept::Desk(..) => "compare-kind-desk",
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
