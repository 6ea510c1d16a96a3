//! `oefenlijn rehearse`: what built-in trainees make of a scenario.

use std::io::{IsTerminal as _, stderr};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::{
    cli::{arguments::RehearseArguments, failure::Failure, world::World},
    rehearsal::Cast,
    report,
};

pub(super) fn run(world: &mut World, arguments: &RehearseArguments) -> Result<(), Failure> {
    let mut library = world.library.clone();
    if let Some(language) = &arguments.lang {
        library = library.in_language(language)?;
    }
    let cast = Cast::load(&library, &arguments.scenario)?;
    let trainees = u64::try_from(cast.trainees().len()).unwrap_or_default();
    let bar = bar(trainees * u64::from(arguments.runs));
    let rehearsal = cast.rehearse(arguments.runs, arguments.seed, &|| bar.inc(1));
    bar.finish_and_clear();
    let (scenario, rubric) = (cast.scenario(), cast.rubric());
    let text = if arguments.json {
        let shape = report::RehearsalJson::of(&rehearsal, scenario, rubric);
        let json = serde_json::to_string(&shape).map_err(std::io::Error::from)?;
        format!("{json}\n")
    } else {
        report::rehearsal(&world.words, &rehearsal, scenario, rubric, world.width)
    };
    world.write(&text)?;
    Ok(())
}

/// A bar for whoever watches; nothing where nobody does.
fn bar(conversations: u64) -> ProgressBar {
    if !stderr().is_terminal() {
        return ProgressBar::with_draw_target(Some(conversations), ProgressDrawTarget::hidden());
    }
    let bar = ProgressBar::new(conversations);
    // a template that does not parse leaves the usual bar
    match ProgressStyle::with_template("{wide_bar} {pos}/{len}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
