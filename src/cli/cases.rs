//! `oefenlijn cases`: what coaches corrected becomes what the program is held to.

use std::{fs, io, path::Path};

use crate::{
    cli::{
        arguments::{AddCasesArguments, CasesCommand},
        failure::Failure,
        review::Desk,
        world::World,
    },
    review,
};

/// Cases go into the folder named, else into the `content` folder, else into that of the moment.
pub(super) fn run(
    world: &mut World,
    command: &CasesCommand,
    content: Option<&Path>,
) -> Result<(), Failure> {
    let CasesCommand::Add(arguments) = command;
    add(world, arguments, content)
}

fn add(
    world: &mut World,
    arguments: &AddCasesArguments,
    content: Option<&Path>,
) -> Result<(), Failure> {
    let desk = Desk::open(world, &arguments.session)?;
    let root = arguments.to.as_deref().or(content).unwrap_or(Path::new(""));
    let cases = review::cases(&world.library, &desk.subject, &desk.reviewed)?;
    if cases.is_empty() {
        let values = [("session", arguments.session.as_str().into())];
        let none = world.words.with("cases-none", &values);
        return Ok(world.write(&format!("{none}\n"))?);
    }
    for case in cases {
        let path = root.join(&case.path);
        write(&path, &case.text).map_err(|error| cannot(&path, &error))?;
        let values = [("path", path.display().to_string().into())];
        let written = world.words.with("cases-written", &values);
        world.write(&format!("{written}\n"))?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

fn cannot(path: &Path, error: &io::Error) -> Failure {
    Failure::Data(format!("cannot write {}: {error}", path.display()))
}
