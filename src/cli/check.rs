//! `oefenlijn check`: load everything, and run the examples in it.

use crate::{
    acts::prove,
    cli::{arguments::CheckArguments, failure::Failure, world::World},
    ground::diagnostic::{Diagnostic, has_errors},
    library::Library,
    report,
};

pub(super) fn run(world: &mut World, arguments: &CheckArguments) -> Result<(), Failure> {
    let mut found = findings(&world.library)?;
    let wanted = |it: &Diagnostic| {
        let path = it.source.as_ref().map(|(source, _)| &*source.path);
        arguments.parts.is_empty()
            || path.is_none_or(|path| arguments.parts.iter().any(|part| path.contains(&**part)))
    };
    found.retain(wanted);
    let text = report::findings(&found, world.width);
    world.write(&text)?;
    let summary = world.words.with(
        "check-summary",
        &[
            ("scenarios", world.library.scenario_names().len().into()),
            ("languages", world.library.languages().len().into()),
            ("findings", found.len().into()),
        ],
    );
    world.write(&format!("{summary}\n"))?;
    if has_errors(&found) {
        Err(Failure::Shown)
    } else {
        Ok(())
    }
}

/// All that is wrong with the content.
fn findings(library: &Library) -> Result<Vec<Diagnostic>, Failure> {
    let mut found = Vec::new();
    for language in library.languages() {
        let (lexicon, findings) = library.lexicon(&language);
        let usable = !has_errors(&findings);
        found.extend(findings);
        if usable {
            let reader = crate::acts::Reader::new(std::sync::Arc::new(lexicon));
            found.extend(prove(&reader, &library.lexicon_files(&language).entries));
        }
    }
    for name in library.scenario_names() {
        let language = library.language_of(&name)?;
        let (lexicon, _) = library.lexicon(&language);
        let files = library.scenario_files(&name)?;
        let (scenario, mut findings) = crate::scenario::load(&files, lexicon.language());
        if let Some(scenario) = scenario {
            let reader = crate::acts::Reader::new(std::sync::Arc::new(lexicon));
            findings.extend(crate::customer::prove(&scenario, &reader));
        }
        // common moves belong to every scenario; one mention suffices
        found.extend(
            findings
                .into_iter()
                .filter(|it| !found.contains(it))
                .collect::<Vec<_>>(),
        );
    }
    Ok(found)
}
