//! `oefenlijn group`: who belongs together.

use std::io::Write as _;

use crate::{
    cli::{arguments::GroupArguments, failure::Failure, world::World},
    ground::clock::Instant,
    session::{Folder, GroupChange, GroupChangeKind},
    store::{Place, Store},
};

pub(super) fn run(world: &mut World, arguments: &GroupArguments) -> Result<(), Failure> {
    let folder = Folder::of_the_user()?;
    let mut store = Store::open(&Place::of_the_environment(folder.path()))?;
    if let Some(group) = &arguments.group {
        change(world, &folder, &mut store, group, arguments)?;
    }
    show(world, &mut store, arguments.group.as_deref())
}

/// Each change is kept beside the sessions first: the store can be made anew from what stands there.
fn change(
    world: &mut World,
    folder: &Folder,
    store: &mut Store,
    group: &str,
    arguments: &GroupArguments,
) -> Result<(), Failure> {
    let keep = |kind, person: &String| {
        folder.change_group(&GroupChange {
            at: Instant::now(),
            kind,
            person: person.clone(),
            group: group.to_owned(),
        })
    };
    for person in &arguments.add {
        keep(GroupChangeKind::Join, person)?;
        store.join(person, group)?;
    }
    for person in &arguments.remove {
        keep(GroupChangeKind::Leave, person)?;
        if !store.part(person, group)? {
            let values = [("person", person.as_str().into()), ("group", group.into())];
            writeln!(world.out, "{}", world.words.with("group-not-in", &values))?;
        }
    }
    Ok(())
}

fn show(world: &mut World, store: &mut Store, wanted: Option<&str>) -> Result<(), Failure> {
    let mut groups = store.groups()?;
    groups.retain(|it| wanted.is_none_or(|wanted| wanted == it.0));
    for (group, people) in &groups {
        let values = [
            ("group", group.as_str().into()),
            ("people", people.join(", ").into()),
        ];
        writeln!(world.out, "{}", world.words.with("group-line", &values))?;
    }
    if groups.is_empty() {
        let text = match wanted {
            Some(group) => world.words.with("group-empty", &[("group", group.into())]),
            None => world.words.say("group-none"),
        };
        writeln!(world.out, "{text}")?;
    }
    Ok(())
}
