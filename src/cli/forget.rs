//! `oefenlijn forget` and `oefenlijn retain`: what shall not be kept.

use std::{collections::BTreeSet, io::Write as _};

use crate::{
    calibration::Store as Rounds,
    cli::{
        arguments::{ForgetArguments, RetainArguments},
        failure::Failure,
        world::World,
    },
    ground::{clock::Instant, fingerprint::Fingerprint, person},
    review::Reviews,
    session::Folder,
    store::{Place, Store},
};

/// Milliseconds in a day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// Erases a person, or puts a pseudonym in the place of their name.
pub(super) fn forget(world: &mut World, arguments: &ForgetArguments) -> Result<(), Failure> {
    let folder = Folder::of_the_user()?;
    let mut store = Store::open(&Place::of_the_environment(folder.path()))?;
    let name = arguments.name.as_str();
    let theirs = folder.of_trainee(name)?;
    let practised = !theirs.is_empty() || store.people()?.iter().any(|it| person::same(it, name));
    let rounds = Rounds::of(&folder);
    let coached = rounds.knows(name)?
        || store.said_anything(name)?
        || Reviews::of(folder.clone()).knows(name)?;
    if !practised && !coached {
        let values = [("name", name.into())];
        return Err(Failure::Misuse(world.words.with("forget-unknown", &values)));
    }
    store.must_be_writable()?;
    let pseudonym = fresh_pseudonym(name);
    for session in &theirs {
        if arguments.erase {
            folder.erase(session)?;
        } else {
            folder.pseudonymise(session, name, &pseudonym)?;
        }
    }
    folder.pseudonymise_reviews(name, &pseudonym)?;
    rounds.pseudonymise(name, &pseudonym)?;
    folder.rename_in_groups(name, (!arguments.erase).then_some(&*pseudonym))?;
    folder.sweep()?;
    let (id, there) = if arguments.erase {
        ("forget-erased", store.forget(name, &pseudonym)?)
    } else {
        let renamed = store.rename(name, &pseudonym)?;
        // the logs that the store holds are those that were renamed
        for session in &theirs {
            folder.mark(session)?;
        }
        ("forget-renamed", usize::try_from(renamed).unwrap_or(0))
    };
    // a shared database holds those of other machines too
    let count = theirs.len().max(there);
    let values = [
        ("name", name.into()),
        ("count", count.into()),
        ("pseudonym", pseudonym.into()),
    ];
    if practised {
        writeln!(world.out, "{}", world.words.with(id, &values))?;
    }
    if coached {
        let said = world.words.with("forget-coach", &values);
        writeln!(world.out, "{said}")?;
    }
    writeln!(world.out, "{}", world.words.say("forget-elsewhere"))?;
    if !arguments.erase {
        crate::cli::store::up_to_date(world, &folder)?;
    }
    Ok(())
}

/// Removes what is older than so many days.
pub(super) fn retain(world: &mut World, arguments: &RetainArguments) -> Result<(), Failure> {
    let folder = Folder::of_the_user()?;
    let before = Instant(
        Instant::now()
            .0
            .saturating_sub(i64::from(arguments.days).saturating_mul(DAY)),
    );
    let old = folder.older_than(before)?;
    let mut store = Store::open(&Place::of_the_environment(folder.path()))?;
    let all: BTreeSet<String> = old
        .iter()
        .cloned()
        .chain(store.older_than(before)?)
        .collect();
    let values = [("count", all.len().into()), ("days", arguments.days.into())];
    if arguments.dry_run {
        writeln!(world.out, "{}", world.words.with("retain-would", &values))?;
        for session in &all {
            writeln!(world.out, "  {session}")?;
        }
        return Ok(());
    }
    store.must_be_writable()?;
    for session in &old {
        folder.erase(session)?;
    }
    folder.sweep()?;
    store.forget_before(before)?;
    writeln!(world.out, "{}", world.words.with("retain-done", &values))?;
    Ok(())
}

/// A name that says nothing of the person, and that nobody can find again from theirs.
fn fresh_pseudonym(name: &str) -> String {
    let unique = format!("{name}-{}-{}", Instant::now().0, std::process::id());
    let digits = Fingerprint::of(unique.as_bytes());
    let short: String = digits.as_str().chars().take(8).collect();
    format!("p-{short}")
}
