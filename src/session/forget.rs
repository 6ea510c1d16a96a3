//! Sessions that shall not be kept any longer, or not under a name. The one place where a log is not
//! only added to.

use std::{collections::BTreeSet, fs, io, path::Path};

use serde_json::Value;

use crate::{
    ground::{clock::Instant, fingerprint::Fingerprint},
    session::{error::SessionError, folder::Folder, line_log::LineLog, private::write_private},
};

/// What belongs to one session: folders, each with a file of its name.
const OF_A_SESSION: [(&str, &str); 3] = [
    ("sessions", ".jsonl"),
    ("reviews", ".jsonl"),
    ("pending", ""),
];

impl Folder {
    /// The sessions of this trainee, by whatever capitals, oldest first. Whoever cannot be read belongs to nobody.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn of_trainee(&self, name: &str) -> Result<Vec<String>, SessionError> {
        let mut found = Vec::new();
        for session in self.names()? {
            let theirs = self.read(&session).is_ok_and(|it| it.header.is_of(name));
            if theirs {
                found.push(session);
            }
        }
        Ok(found)
    }

    /// The sessions whose last event was before this moment, oldest first. A log without a readable
    /// event counts by its header; one without a header is kept, as nobody knows its age.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn older_than(&self, before: Instant) -> Result<Vec<String>, SessionError> {
        let mut found = Vec::new();
        for session in self.names()? {
            let Ok(contents) = self.read(&session) else {
                continue;
            };
            let last = contents.records.iter().map(|it| it.at).max();
            if last.unwrap_or(contents.header.at) < before {
                found.push(session);
            }
        }
        Ok(found)
    }

    /// Removes a session with all that was said of it.
    ///
    /// # Errors
    /// When another process is using it, or a file cannot be removed.
    pub fn erase(&self, session: &str) -> Result<(), SessionError> {
        let log = self
            .path()
            .join("sessions")
            .join(format!("{session}.jsonl"));
        let held = hold(&log)?;
        for (folder, ending) in OF_A_SESSION {
            let path = self.path().join(folder).join(format!("{session}{ending}"));
            absent_is_fine(fs::remove_file(&path)).map_err(SessionError::of("remove", &path))?;
        }
        drop(held);
        Ok(())
    }

    /// Puts `pseudonym` where a session names its trainee: in its heading, in what they typed and in
    /// what was said of it.
    ///
    /// # Errors
    /// When another process is using it, or a file cannot be written.
    pub fn pseudonymise(
        &self,
        session: &str,
        name: &str,
        pseudonym: &str,
    ) -> Result<(), SessionError> {
        for (folder, ending) in OF_A_SESSION.into_iter().take(2) {
            let path = self.path().join(folder).join(format!("{session}{ending}"));
            rename_in_file(&path, name, pseudonym)?;
        }
        Ok(())
    }

    /// Puts `pseudonym` where this person is named in what was said of anybody's session: as a coach,
    /// too, a person can be forgotten.
    ///
    /// # Errors
    /// When another process is using a file, or it cannot be written.
    pub fn pseudonymise_reviews(&self, name: &str, pseudonym: &str) -> Result<(), SessionError> {
        for session in self.names()? {
            let path = self.path().join("reviews").join(format!("{session}.jsonl"));
            rename_in_file(&path, name, pseudonym)?;
        }
        Ok(())
    }

    /// Removes pinned content that no session rests on any more, beginnings of sessions, and what was typed before (the
    /// history of the terminal, which does not say whose it is).
    ///
    /// # Errors
    /// When the folder cannot be read or a file cannot be removed.
    pub fn sweep(&self) -> Result<(), SessionError> {
        self.drop_drafts()?;
        let mut needed = BTreeSet::new();
        for session in self.names()? {
            match self.read(&session) {
                Ok(contents) => needed.extend(contents.header.pins.files.into_values()),
                // nobody knows what it rests on
                Err(_) => return self.drop_history(),
            }
        }
        let content = self.path().join("content");
        let names: BTreeSet<&str> = needed.iter().map(Fingerprint::as_str).collect();
        if content.is_dir() {
            for entry in fs::read_dir(&content).map_err(SessionError::of("read", &content))? {
                let path = entry.map_err(SessionError::of("read", &content))?.path();
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                if !names.contains(&*name) {
                    absent_is_fine(fs::remove_file(&path))
                        .map_err(SessionError::of("remove", &path))?;
                }
            }
        }
        self.drop_history()
    }

    fn drop_history(&self) -> Result<(), SessionError> {
        let history = self.path().join("history");
        absent_is_fine(fs::remove_file(&history)).map_err(SessionError::of("remove", &history))
    }
}

/// Puts another name in the place of one, in a log that need not be there. A file in which nothing
/// changes is left alone.
fn rename_in_file(path: &Path, name: &str, pseudonym: &str) -> Result<(), SessionError> {
    let Some(held) = hold(path)? else {
        return Ok(());
    };
    let bytes = fs::read(path).map_err(SessionError::of("read", path))?;
    let text = String::from_utf8_lossy(&bytes);
    if replaced(&text, name, pseudonym) != text {
        let whole = renamed_log(&text, name, pseudonym);
        write_private(path, whole.as_bytes()).map_err(SessionError::of("write", path))?;
    }
    drop(held);
    Ok(())
}

/// A log of JSON Lines in which another name stands in the place of one. One in which it does not stand
/// is left as it is.
pub fn renamed_log(log: &str, name: &str, pseudonym: &str) -> String {
    if replaced(log, name, pseudonym) == log {
        return log.to_owned();
    }
    let lines = log.lines().map(|it| renamed(it, name, pseudonym) + "\n");
    lines.collect()
}

/// A line of a log with another name in every text of it. A line that is no JSON holds nobody's words
/// whole; the name is taken out of it all the same.
fn renamed(line: &str, name: &str, pseudonym: &str) -> String {
    let Ok(mut value) = serde_json::from_str::<Value>(line) else {
        return replaced(line, name, pseudonym);
    };
    rename_within(&mut value, name, pseudonym);
    value.to_string()
}

fn rename_within(value: &mut Value, name: &str, pseudonym: &str) {
    match value {
        Value::String(text) => *text = replaced(text, name, pseudonym),
        Value::Array(values) => {
            for it in values {
                rename_within(it, name, pseudonym);
            }
        }
        Value::Object(fields) => {
            for (key, it) in fields {
                // what the program wrote itself names no trainee
                if !matches!(
                    key.as_str(),
                    "session" | "scenario" | "rubric" | "pins" | "event"
                ) {
                    rename_within(it, name, pseudonym);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The text with `name`, wherever it is a word of its own and however it is capitalised, replaced.
fn replaced(text: &str, name: &str, by: &str) -> String {
    let name: Vec<char> = name.to_lowercase().chars().collect();
    let letters: Vec<char> = text.chars().collect();
    if name.is_empty() {
        return text.to_owned();
    }
    let is_letter = |it: Option<&char>| it.is_some_and(|it| it.is_alphanumeric());
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let end = at + name.len();
        let found = letters.get(at..end).is_some_and(|it| {
            it.iter()
                .zip(&name)
                .all(|(letter, wanted)| letter.to_lowercase().eq(wanted.to_lowercase()))
        });
        let alone = !is_letter(at.checked_sub(1).and_then(|it| letters.get(it)))
            && !is_letter(letters.get(end));
        if found && alone {
            result.push_str(by);
            at = end;
        } else {
            result.extend(letters.get(at));
            at += 1;
        }
    }
    result
}

fn hold(path: &Path) -> Result<Option<LineLog>, SessionError> {
    match LineLog::hold(path) {
        Ok(log) => Ok(Some(log)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(SessionError::of("open", path)(error)),
    }
}

fn absent_is_fine(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn a_name_is_replaced_where_it_is_a_word() {
        let of = |text| replaced(text, "Sanne", "p-1");
        assert_eq!(of("met Sanne, SANNE en sanne."), "met p-1, p-1 en p-1.");
        assert_eq!(of("Sannemiek en Rosanne"), "Sannemiek en Rosanne");
        assert_eq!(of("Sanne's bril"), "p-1's bril");
        assert_eq!(replaced("É", "é", "x"), "x");
        assert_eq!(replaced("tekst", "", "x"), "tekst");
    }
}
