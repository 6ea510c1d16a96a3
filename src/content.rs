//! Lexicons, scenarios, rubrics, trainees, sample replies and cases: those inside the binary, with a
//! folder of one's own laid over them.
//!
//! This room owns reading content files. Others get texts with their paths.

use std::{collections::BTreeMap, fs, io, path::Path};

use crate::ground::diagnostic::Source;

/// A file that the binary carries.
struct Embedded {
    path: &'static str,
    text: &'static str,
    /// 64 hexadecimal digits.
    fingerprint: &'static str,
}

// `EMBEDDED`, and `ROOTS`, the folders that content stands in; made by build.rs
include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// All content files by path: `lexicon/nl/agent/greet.toml`, `scenarios/nl/two-letters.toml`.
#[derive(Debug, Clone, Default)]
pub struct Content {
    files: BTreeMap<String, Source>,
}

/// A content folder that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot read {path}: {error}")]
pub struct ContentError {
    path: String,
    error: io::Error,
}

impl Content {
    /// What the binary carries.
    pub fn embedded() -> Self {
        let files = EMBEDDED.iter().map(|it| {
            let source = Source::embedded(it.path, it.text, it.fingerprint);
            (it.path.to_owned(), source)
        });
        Self {
            files: files.collect(),
        }
    }

    /// Lays the folders `lexicon`, `scenarios`, `rubrics`, `rehearsal`, `exploration`, `cases` and `privacy` of
    /// `folder` over the present content: a file of the same path replaces ours, others are added.
    ///
    /// # Errors
    /// When a folder or file below it cannot be read, or a file is not UTF-8.
    pub fn overlay(&mut self, folder: &Path) -> Result<(), ContentError> {
        for root in ROOTS {
            let below = folder.join(root);
            if below.is_dir() {
                gather_folder(root, &below, &mut self.files)?;
            }
        }
        Ok(())
    }

    /// The files whose path begins with `prefix` and ends with `suffix`, in order of path.
    pub fn files(&self, prefix: &str, suffix: &str) -> Vec<Source> {
        let matching = self.files.range(prefix.to_owned()..);
        matching
            .take_while(|(path, _)| path.starts_with(prefix))
            .filter(|(path, _)| path.ends_with(suffix))
            .map(|(_, source)| source.clone())
            .collect()
    }

    /// The file at `path`.
    pub fn file(&self, path: &str) -> Option<&Source> {
        self.files.get(path)
    }

    /// Leaves out one file, if it is there.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
    }

    /// Replaces or adds one file, as a session's pinned copy of it.
    pub fn insert(&mut self, source: Source) {
        self.files.insert(source.path.to_string(), source);
    }
}

fn gather_folder(
    path: &str,
    folder: &Path,
    files: &mut BTreeMap<String, Source>,
) -> Result<(), ContentError> {
    let wrap = |path: &Path| {
        let path = path.display().to_string();
        move |error| ContentError { path, error }
    };
    for entry in fs::read_dir(folder).map_err(wrap(folder))? {
        let entry = entry.map_err(wrap(folder))?;
        let name = format!("{path}/{}", entry.file_name().to_string_lossy());
        let place = entry.path();
        if place.is_dir() {
            gather_folder(&name, &place, files)?;
        } else if is_content(&name) {
            let text = fs::read_to_string(&place).map_err(wrap(&place))?;
            files.insert(name.clone(), Source::new(&name, &text));
        }
    }
    Ok(())
}

fn is_content(name: &str) -> bool {
    let ending = Path::new(name).extension().and_then(|it| it.to_str());
    matches!(ending, Some("toml" | "txt" | "ftl"))
}
