//! Where rounds are kept: a folder each, with the conversations, the rubric and a log per coach.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    calibration::{
        rating::Rating,
        round::{FORMAT, Round},
    },
    ground::{diagnostic::Source, fingerprint::Fingerprint},
    session::{Folder, LineLog, Lines, is_name, make_private, write_private},
};

/// What can go wrong with a round that is kept.
#[derive(Debug, thiserror::Error)]
pub enum CalibrationError {
    /// A file or folder cannot be used.
    #[error("cannot {doing} {path}: {error}")]
    File {
        /// What was being done.
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// There is no such round.
    #[error("unknown calibration round `{name}`{}", those("rounds", .known))]
    UnknownRound {
        /// The name asked for.
        name: String,
        /// All names, sorted.
        known: Vec<String>,
    },
    /// Nobody of that name has rated.
    #[error("unknown coach `{name}`{}", those("coaches", .known))]
    UnknownCoach {
        /// The name asked for.
        name: String,
        /// All names, sorted.
        known: Vec<String>,
    },
    /// There is such a round already.
    #[error("there is a calibration round `{0}` already; choose another name")]
    Taken(String),
    /// The name cannot be that of a file.
    #[error("`{0}` cannot be a name: use letters a–z, digits and hyphens")]
    Name(String),
    /// The rubric's file is not the one that the round began with.
    #[error("{0} is not the rubric that the round began with; put it back from a copy")]
    RubricChanged(PathBuf),
}

fn those(what: &str, known: &[String]) -> String {
    if known.is_empty() {
        return format!("; there are no {what} yet");
    }
    format!("; the {what} are: {}", known.join(", "))
}

/// What a coach's log holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ratings {
    /// Whose they are.
    pub coach: String,
    /// In the order in which they were given.
    pub ratings: Vec<Rating>,
    /// Numbers, from 1, of lines that could not be read.
    pub damaged: Vec<usize>,
}

/// The folder of all rounds.
#[derive(Debug, Clone)]
pub struct Store {
    root: PathBuf,
}

impl Ratings {
    /// How often the coach has begun to rate the round.
    pub fn passes(&self) -> u32 {
        self.ratings.iter().map(|it| it.pass).max().unwrap_or(0)
    }
}

impl Store {
    /// The rounds in this data folder.
    pub fn of(folder: &Folder) -> Self {
        Self {
            root: folder.path().join("calibrations"),
        }
    }

    /// Keeps a new round with its rubric.
    ///
    /// # Errors
    /// When there is one of that name, the name cannot be used, or the folder cannot be written.
    pub fn create(&self, round: &Round, rubric: &Source) -> Result<(), CalibrationError> {
        check_name(&round.name)?;
        make_private(&self.root).map_err(failed("create", &self.root))?;
        let folder = self.folder(&round.name);
        if let Err(error) = private_folder(&folder) {
            return Err(match error.kind() {
                io::ErrorKind::AlreadyExists => CalibrationError::Taken(round.name.clone()),
                _ => failed("create", &folder)(error),
            });
        }
        let ratings = folder.join("ratings");
        make_private(&ratings).map_err(failed("create", &ratings))?;
        let path = self.rubric_path(&round.name);
        write_private(&path, rubric.text.as_bytes()).map_err(failed("write", &path))?;
        let path = self.round_path(&round.name);
        let text = serde_json::to_string_pretty(round).map_err(io::Error::from);
        // the round last: where it is, the rest is
        text.and_then(|it| write_private(&path, it.as_bytes()))
            .map_err(failed("write", &path))
    }

    /// The names of all rounds, sorted.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn names(&self) -> Result<Vec<String>, CalibrationError> {
        let names = names_in(&self.root)?;
        let whole = |it: &String| is_name(it) && self.round_path(it).is_file();
        Ok(names.into_iter().filter(whole).collect())
    }

    /// A round and its rubric, as pinned.
    ///
    /// # Errors
    /// When there is no such round, or its files cannot be read or are not those that it began with.
    pub fn open(&self, name: &str) -> Result<(Round, Source), CalibrationError> {
        let path = self.round_path(name);
        if !is_name(name) || !path.is_file() {
            return Err(CalibrationError::UnknownRound {
                name: name.to_owned(),
                known: self.names()?,
            });
        }
        let text = fs::read_to_string(&path).map_err(failed("read", &path))?;
        let round: Round = serde_json::from_str(&text)
            .map_err(|error| failed("read", &path)(io::Error::from(error)))?;
        if round.format != FORMAT {
            let message = format!("format {} is not known to this version", round.format);
            return Err(failed("read", &path)(io::Error::other(message)));
        }
        let path = self.rubric_path(name);
        let text = fs::read_to_string(&path).map_err(failed("read", &path))?;
        if Fingerprint::of(text.as_bytes()) != round.rubric_hash {
            return Err(CalibrationError::RubricChanged(path));
        }
        let rubric = Source::new(&format!("rubrics/{}.toml", round.rubric), &text);
        Ok((round, rubric))
    }

    /// All ratings of a round, by coach in order of name.
    ///
    /// # Errors
    /// When a log cannot be read.
    pub fn ratings(&self, round: &str) -> Result<Vec<Ratings>, CalibrationError> {
        let coaches = self.coaches(round)?;
        let each = coaches.iter();
        each.map(|it| self.ratings_of(round, it)).collect()
    }

    /// Who has rated in a round, in order of name.
    pub(super) fn coaches(&self, round: &str) -> Result<Vec<String>, CalibrationError> {
        let logs = names_in(&self.folder(round).join("ratings"))?;
        let coaches = logs.iter().filter_map(|it| it.strip_suffix(".jsonl"));
        Ok(coaches.map(str::to_owned).collect())
    }

    /// The ratings of one coach; none where there are none yet.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn ratings_of(&self, round: &str, coach: &str) -> Result<Ratings, CalibrationError> {
        let path = self.log_path(round, coach);
        let bytes = match fs::read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            read => read.map_err(failed("read", &path))?,
        };
        let Lines { lines, damaged } = Lines::parse(&bytes, 1);
        Ok(Ratings {
            coach: coach.to_owned(),
            ratings: lines,
            damaged,
        })
    }

    /// Opens a coach's log to write, beginning it where there is none. Nobody else can write it
    /// meanwhile.
    ///
    /// # Errors
    /// When it cannot be written, or another process has it open.
    pub fn log(&self, round: &str, coach: &str) -> Result<LineLog, CalibrationError> {
        check_name(coach)?;
        let path = self.log_path(round, coach);
        let log = match LineLog::create(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => LineLog::append_to(&path),
            made => made,
        };
        log.map_err(failed("write", &path))
    }

    fn folder(&self, round: &str) -> PathBuf {
        self.root.join(round)
    }

    fn round_path(&self, round: &str) -> PathBuf {
        self.folder(round).join("round.json")
    }

    fn rubric_path(&self, round: &str) -> PathBuf {
        self.folder(round).join("rubric.toml")
    }

    pub(super) fn log_path(&self, round: &str, coach: &str) -> PathBuf {
        let name = format!("{coach}.jsonl");
        self.folder(round).join("ratings").join(name)
    }
}

/// Names lead to files, also on systems that take `Anna` and `anna` for one: capitals are not used.
fn check_name(name: &str) -> Result<(), CalibrationError> {
    if is_name(name) && !name.bytes().any(|it| it.is_ascii_uppercase()) {
        return Ok(());
    }
    Err(CalibrationError::Name(name.to_owned()))
}

fn names_in(folder: &Path) -> Result<Vec<String>, CalibrationError> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed("read", folder))? {
        let entry = entry.map_err(failed("read", folder))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.sort_unstable();
    Ok(names)
}

pub(super) fn failed(
    doing: &'static str,
    path: &Path,
) -> impl FnOnce(io::Error) -> CalibrationError + use<> {
    let path = path.to_owned();
    move |error| CalibrationError::File { doing, path, error }
}

/// Makes one folder that was not there.
fn private_folder(folder: &Path) -> io::Result<()> {
    if folder.exists() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    make_private(folder)
}
