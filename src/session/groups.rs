//! Who belongs together: `groups.jsonl` beside the sessions, from which a store that was lost gets its
//! groups back.

use std::{fs, io};

use serde::{Deserialize, Serialize};

use crate::{
    ground::{clock::Instant, person},
    session::{
        error::SessionError,
        folder::Folder,
        line_log::{LineLog, Lines},
        private::write_private,
    },
};

/// The file's name.
const GROUPS: &str = "groups.jsonl";

/// A person joins a group or leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupChange {
    /// When it was said.
    pub at: Instant,
    /// What happens.
    #[serde(rename = "event")]
    pub kind: GroupChangeKind,
    /// Whose code name it is.
    pub person: String,
    /// The group's name.
    pub group: String,
}

/// What happens to a person in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupChangeKind {
    /// They join it.
    Join,
    /// They leave it.
    Leave,
}

impl Folder {
    /// Keeps that somebody joins or leaves a group. When this returns, the disk has it. Another process
    /// that writes at the same time is waited for.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn change_group(&self, change: &GroupChange) -> Result<(), SessionError> {
        let path = self.beside("")?.join(GROUPS);
        let written = LineLog::share(&path).and_then(|mut log| {
            log.write(change)?;
            log.sync()
        });
        written.map_err(SessionError::of("write", path))
    }

    /// Every change of groups that was kept, in order. Lines that cannot be read are left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn group_changes(&self) -> Result<Vec<GroupChange>, SessionError> {
        let path = self.path().join(GROUPS);
        match fs::read(&path) {
            Ok(bytes) => Ok(Lines::parse(&bytes, 1).lines),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(SessionError::of("read", path)(error)),
        }
    }

    /// Gives a person another name in what is kept of groups, or with none takes them out of it.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn rename_in_groups(&self, person: &str, name: Option<&str>) -> Result<(), SessionError> {
        let path = self.path().join(GROUPS);
        if !path.is_file() {
            return Ok(());
        }
        let held = LineLog::share(&path).map_err(SessionError::of("open", path.clone()))?;
        let mut changes = self.group_changes()?;
        match name {
            Some(name) => {
                for change in changes
                    .iter_mut()
                    .filter(|it| person::same(&it.person, person))
                {
                    name.clone_into(&mut change.person);
                }
            }
            None => changes.retain(|it| !person::same(&it.person, person)),
        }
        let lines: Result<Vec<String>, _> = changes.iter().map(serde_json::to_string).collect();
        let mut text = lines
            .map_err(|error| SessionError::of("write", path.clone())(error.into()))?
            .join("\n");
        if !text.is_empty() {
            text.push('\n');
        }
        write_private(&path, text.as_bytes()).map_err(SessionError::of("write", path))?;
        drop(held);
        Ok(())
    }
}
