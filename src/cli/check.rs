//! `oefenlijn check`: load everything, and run the examples in it.

use crate::{
    acts::{UNREADABLE, prove},
    cli::{arguments::CheckArguments, failure::Failure, world::World},
    exploration::{self, SampleReplies},
    ground::{
        diagnostic::{Diagnostic, has_errors},
        span::Span,
    },
    library::{Library, LoadError},
    rehearsal, report, review,
    scenario::ambiguous,
};

pub(super) fn run(world: &mut World, arguments: &CheckArguments) -> Result<(), Failure> {
    let mut found = findings(&world.library)?;
    let wanted = |it: &Diagnostic| {
        let path = it.source.as_deref().map(|(source, _)| &*source.path);
        // nothing can be looked at of a language whose lexicon cannot be read
        arguments.parts.is_empty()
            || it.code == UNREADABLE
            || path.is_none_or(|path| arguments.parts.iter().any(|part| path.contains(&**part)))
    };
    found.retain(wanted);
    let text = report::findings(&found, world.width);
    world.write(&text)?;
    let summary = world.words.with(
        "check-summary",
        &[
            ("scenarios", count(&world.library)?.into()),
            ("languages", world.library.languages().len().into()),
            ("findings", found.len().into()),
        ],
    );
    world.write(&format!("{summary}\n"))?;
    if has_errors(&found) {
        return Err(Failure::Shown);
    }
    if arguments.explore && !explored(world, arguments)? {
        return Err(Failure::Shown);
    }
    Ok(())
}

/// Walks through the scenarios that are wanted and tells what was found; whether all is well.
fn explored(world: &mut World, arguments: &CheckArguments) -> Result<bool, Failure> {
    let mut sound = true;
    for language in world.library.languages() {
        let library = world.library.clone().in_language(&language)?;
        for name in library.case_names() {
            let path = library.scenario_files(&name)?.own.path;
            let mut parts = arguments.parts.iter();
            if !arguments.parts.is_empty() && !parts.any(|it| path.contains(&**it)) {
                continue;
            }
            let (reader, scenario) = library.case(&name)?;
            let samples = library.sample_replies(&language);
            let samples = samples
                .map(|it| SampleReplies::load(it).0)
                .unwrap_or_default();
            let found = exploration::explore(&scenario, &reader, &samples, arguments.states);
            sound &= found.is_sound(&scenario);
            let text = report::exploration(&world.words, &scenario, &found, world.width);
            world.write(&text)?;
        }
    }
    Ok(sound)
}

/// How many scenarios there are, each language's own.
fn count(library: &Library) -> Result<usize, Failure> {
    let mut count = 0;
    for language in library.languages() {
        let library = library.clone().in_language(&language)?;
        count += library.scenario_names().len();
    }
    Ok(count)
}

/// What was wrong with something that could not be loaded.
fn faults<T>(loaded: Result<T, LoadError>) -> Result<Vec<Diagnostic>, Failure> {
    match loaded {
        Ok(_) => Ok(Vec::new()),
        Err(LoadError::Faulty(found)) => Ok(found),
        Err(other) => Err(other.into()),
    }
}

/// All that is wrong with the content.
fn findings(library: &Library) -> Result<Vec<Diagnostic>, Failure> {
    let mut found = Vec::new();
    let mut readable = Vec::new();
    for language in library.languages() {
        let (lexicon, findings) = library.lexicon(&language);
        let usable = !has_errors(&findings);
        // scenarios of a language that cannot be read would show nothing but that
        if !findings.iter().any(|it| it.code == UNREADABLE) {
            readable.push(language.clone());
        }
        found.extend(findings);
        if usable {
            let reader = crate::acts::Reader::new(std::sync::Arc::new(lexicon));
            found.extend(prove(&reader, &library.lexicon_files(&language).entries));
            found.extend(review::prove(library, &reader, &language));
            for rubric in library.rubric_names() {
                found.extend(faults(library.rubric(&rubric, &language, &reader))?);
            }
        }
        found.extend(faults(library.better_replies(&language))?);
        // who has no trainees cannot rehearse, and is none the worse for it otherwise
        if let Ok(file) = library.trainees_file(&language) {
            found.extend(rehearsal::load(&file).1);
        }
        let samples = library.sample_replies(&language);
        found.extend(
            samples
                .map(|it| SampleReplies::load(it).1)
                .unwrap_or_default(),
        );
    }
    found.extend(faults(library.speakers())?);
    for language in readable {
        found.extend(scenarios(&library.clone().in_language(&language)?, &found)?);
    }
    Ok(found)
}

/// All that is wrong with the scenarios of one language, `known` findings aside.
fn scenarios(library: &Library, known: &[Diagnostic]) -> Result<Vec<Diagnostic>, Failure> {
    let stray = library.stray_wordings().into_iter().map(|it| {
        let message = "these wordings belong to no scenario";
        let names = library.scenario_names().join(", ");
        Diagnostic::error("wordings-stray", message)
            .at(&it, Span::new(0, 0))
            .help(format!("name the file after one of: {names}, common"))
    });
    let mut found: Vec<Diagnostic> = stray.collect();
    for name in library.scenario_names() {
        let (lexicon, _) = library.lexicon(&library.language_of(&name)?);
        if library.is_chat_desk(&name)? {
            found.extend(faults(library.chat_desk(&name))?);
            continue;
        }
        let files = library.scenario_files(&name)?;
        let (scenario, mut findings) = crate::scenario::load(&files, lexicon.language());
        if let Some(scenario) = scenario {
            let reader = crate::acts::Reader::new(std::sync::Arc::new(lexicon));
            findings.extend(crate::customer::prove(&scenario, &reader));
            let wordings = files.wordings.iter().chain(&files.common_wordings);
            findings.extend(ambiguous(&scenario, &wordings.collect::<Vec<_>>()));
        }
        // common moves belong to every scenario; one mention suffices
        found.extend(
            findings
                .into_iter()
                .filter(|it| !found.contains(it) && !known.contains(it))
                .collect::<Vec<_>>(),
        );
    }
    Ok(found)
}
