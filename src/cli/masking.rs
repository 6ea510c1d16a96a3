//! What masks that which leaves this machine: exports, and reports for other programs.

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
};

use crate::{
    cli::{failure::Failure, world::World},
    ground::fingerprint::Fingerprint,
    privacy::{Instead, Labels, Masker},
    session::Folder,
    words::{Ui, Words},
    xapi::Naming,
};

/// The masker of what people said in a session of this scenario, with tokens in its language; the
/// names of these people go wherever they stand.
pub(super) fn masker<'a>(
    world: &World,
    language: &str,
    scenario: &str,
    people: impl IntoIterator<Item = &'a str>,
) -> Result<Masker, Failure> {
    let mut lists = world.library.word_lists_in(language, scenario)?;
    for name in people {
        lists = lists.hiding(name);
    }
    let words = Words::new(Ui::of_locale(language));
    let labels = Labels {
        name: words.say("mask-name"),
        number: words.say("mask-number"),
        email: words.say("mask-email"),
    };
    Ok(Masker::new(lists, Instead::Tokens(labels)))
}

/// What hides code names: a pseudonym of this machine.
pub(super) fn pseudonyms(folder: &Folder) -> Result<Naming, Failure> {
    Ok(Naming::Pseudonym(salt(folder.path())?))
}

/// What makes pseudonyms of this machine its own; made once.
fn salt(folder: &Path) -> Result<String, Failure> {
    let path = folder.join("pseudonym-salt");
    if let Ok(salt) = fs::read_to_string(&path) {
        return Ok(salt.trim().to_owned());
    }
    fs::create_dir_all(folder)?;
    let salt = Fingerprint::of(&rand::random::<[u8; 32]>());
    match private(&path, salt.as_str().as_bytes(), true) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error.into()),
        _ => Ok(fs::read_to_string(&path)?.trim().to_owned()),
    }
}

/// Writes a file that only its owner can read.
pub(super) fn private(path: &Path, bytes: &[u8], new: bool) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options
        .write(true)
        .create(true)
        .create_new(new)
        .truncate(!new);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)?.write_all(bytes)
}
