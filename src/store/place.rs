//! Where a store is.

use std::{
    env,
    path::{Path, PathBuf},
};

/// Names a PostgreSQL server: `postgres://user:password@host/database`.
const URL: &str = "OEFENLIJN_DATABASE_URL";

/// A file of this machine, or a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// An SQLite file, made when first opened.
    File(PathBuf),
    /// A PostgreSQL database.
    Server(String),
}

impl Place {
    /// What the environment asks for, else the file of this name in the data folder.
    pub fn of_the_environment(data: &Path) -> Self {
        let url = env::var(URL).ok().filter(|it| !it.trim().is_empty());
        url.map_or_else(|| Self::File(data.join("oefenlijn.sqlite")), Self::Server)
    }
}
