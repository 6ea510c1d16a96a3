//! Files and folders that only their owner can read.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write as _},
    path::Path,
    process,
};

/// Makes a folder, and those above it.
///
/// # Errors
/// When it cannot be made.
pub fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// Writes a file, which is there whole or not at all, also when several processes write it.
///
/// # Errors
/// When it cannot be written.
pub fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let half = path.with_extension(format!("{}.part", process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    let written = owner_only(&mut options)
        .open(&half)
        .and_then(|mut it| it.write_all(bytes))
        .and_then(|()| fs::rename(&half, path));
    if written.is_err() {
        // half a file is of no use, and takes room where there may be none
        let _ = fs::remove_file(&half);
    }
    written
}

/// A file made with these options can be read by its owner only.
#[cfg(unix)]
pub fn owner_only(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600)
}

/// A file made with these options can be read by its owner only, where the platform knows owners.
#[cfg(not(unix))]
pub const fn owner_only(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}
