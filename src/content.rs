//! Lexicons, scenarios, rubrics, trainees and sample replies: those inside the binary, with a folder of one's own laid over
//! them.
//!
//! This room owns reading content files. Others get texts with their paths.

use std::{collections::BTreeMap, fs, io, path::Path};

use include_dir::{Dir, include_dir};

use crate::ground::diagnostic::Source;

static LEXICON: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/lexicon");
static SCENARIOS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");
static RUBRICS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rubrics");
static REHEARSAL: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rehearsal");
static PRIVACY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/privacy");
static EXPLORATION: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/exploration");

/// The folders that content stands in, with what the binary carries of each.
static ROOTS: [(&str, &Dir<'_>); 6] = [
    ("lexicon", &LEXICON),
    ("scenarios", &SCENARIOS),
    ("rubrics", &RUBRICS),
    ("rehearsal", &REHEARSAL),
    ("exploration", &EXPLORATION),
    ("privacy", &PRIVACY),
];

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
        let mut files = BTreeMap::new();
        for (root, dir) in ROOTS {
            gather_embedded(root, dir, &mut files);
        }
        Self { files }
    }

    /// Lays the folders `lexicon`, `scenarios`, `rubrics`, `rehearsal`, `exploration` and `privacy` of `folder` over the
    /// present content: a file of the same path replaces ours, others are added.
    ///
    /// # Errors
    /// When a folder or file below it cannot be read, or a file is not UTF-8.
    pub fn overlay(&mut self, folder: &Path) -> Result<(), ContentError> {
        for (root, _) in ROOTS {
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

fn gather_embedded(path: &str, dir: &Dir<'_>, files: &mut BTreeMap<String, Source>) {
    for file in dir.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        if let (true, Some(text)) = (is_content(&name), file.contents_utf8()) {
            let path = format!("{path}/{name}");
            files.insert(path.clone(), Source::new(&path, text));
        }
    }
    for inner in dir.dirs() {
        // paths of embedded files are relative to the root already
        gather_embedded(path, inner, files);
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
