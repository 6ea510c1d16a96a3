//! A coach who shall not be known any longer in rounds. What they rated stays, under another name.

use std::{fs, io, path::Path};

use crate::{
    calibration::store::{CalibrationError, Store, failed},
    session::{LineLog, renamed_log, write_private},
};

impl Store {
    /// Whether anybody of this name, in capitals or not, has rated in any round.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn knows(&self, coach: &str) -> Result<bool, CalibrationError> {
        let coach = coach.to_lowercase();
        for round in self.names()? {
            if self.coaches(&round)?.contains(&coach) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Puts `pseudonym` in the place of a coach in every round. It must be a name that can be that of a
    /// file, and that nobody has yet.
    ///
    /// # Errors
    /// When a log cannot be read or written, or another process has it open.
    pub fn pseudonymise(&self, coach: &str, pseudonym: &str) -> Result<(), CalibrationError> {
        let name = coach.to_lowercase();
        for round in self.names()? {
            if self.coaches(&round)?.contains(&name) {
                let path = self.log_path(&round, &name);
                let renamed = self.log_path(&round, pseudonym);
                rename(&path, &renamed, coach, pseudonym).map_err(failed("rename", &path))?;
            }
        }
        Ok(())
    }
}

/// The name of the file goes last: whoever is stopped half-way can begin again.
fn rename(from: &Path, to: &Path, coach: &str, pseudonym: &str) -> io::Result<()> {
    let held = LineLog::hold(from)?;
    let bytes = fs::read(from)?;
    let text = renamed_log(&String::from_utf8_lossy(&bytes), coach, pseudonym);
    write_private(from, text.as_bytes())?;
    fs::rename(from, to)?;
    drop(held);
    Ok(())
}
