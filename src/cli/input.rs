//! Where replies come from: a terminal with line editing, or any other input, a line a reply.

use std::{
    io::{self, BufRead},
    path::PathBuf,
};

use rustyline::{
    Editor, ExternalPrinter, Helper, completion::Completer, error::ReadlineError,
    highlight::Highlighter, hint::Hinter, history::FileHistory, validate::Validator,
};

use crate::cli::slash::Slash;

/// A line of input.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// A line without its end.
    Line(String),
    /// The person stopped (Ctrl-C, Ctrl-D).
    Stopped,
    /// There is no more.
    End,
}

/// Where replies come from.
pub(super) trait Input {
    fn next(&mut self) -> io::Result<Typed>;
}

/// Any input that is no terminal.
pub(super) struct Piped<R>(pub(super) R);

impl<R: BufRead> Input for Piped<R> {
    fn next(&mut self) -> io::Result<Typed> {
        let mut bytes = Vec::new();
        if self.0.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(Typed::End);
        }
        let line = String::from_utf8_lossy(&bytes);
        Ok(Typed::Line(line.trim_end_matches(['\n', '\r']).to_owned()))
    }
}

/// A terminal with line editing, history and completion of commands.
pub(super) struct Terminal {
    editor: Editor<Commands, FileHistory>,
    prompt: String,
    history: Option<PathBuf>,
}

impl Terminal {
    /// A terminal that asks with `prompt` and keeps what was typed in `history`.
    pub(super) fn new(prompt: String, history: Option<PathBuf>) -> io::Result<Self> {
        let mut editor = Editor::new().map_err(other)?;
        editor.set_helper(Some(Commands));
        if let Some(path) = &history {
            // there is none yet the first time
            let _ = editor.load_history(path);
        }
        Ok(Self {
            editor,
            prompt,
            history,
        })
    }
}

/// Writes above the line that is being typed.
pub(super) struct Printer(Box<dyn ExternalPrinter + Send>);

impl Printer {
    /// Writes a text; a terminal that has gone away takes nothing.
    pub(super) fn print(&mut self, text: String) {
        let _ = self.0.print(text);
    }
}

impl Terminal {
    /// Something to write with while a line is being typed.
    pub(super) fn printer(&mut self) -> io::Result<Printer> {
        let printer = self.editor.create_external_printer().map_err(other)?;
        Ok(Printer(Box::new(printer)))
    }
}

impl Input for Terminal {
    fn next(&mut self) -> io::Result<Typed> {
        match self.editor.readline(&self.prompt) {
            Ok(line) => {
                if !line.trim().is_empty() {
                    let _ = self.editor.add_history_entry(&line);
                }
                Ok(Typed::Line(line))
            }
            Err(ReadlineError::Interrupted | ReadlineError::Eof) => Ok(Typed::Stopped),
            Err(ReadlineError::Io(error)) => Err(error),
            Err(error) => Err(other(error)),
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if let Some(path) = &self.history {
            // what was typed before is a convenience; the session itself is in its log
            let _ = self.editor.save_history(path);
        }
    }
}

fn other(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(error.to_string())
}

/// Completes the commands that begin with `/`.
struct Commands;

impl Helper for Commands {}
impl Highlighter for Commands {}
impl Validator for Commands {}

impl Hinter for Commands {
    type Hint = String;
}

impl Completer for Commands {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        position: usize,
        _: &rustyline::Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        let typed = line.get(..position).unwrap_or_default();
        let matching = Slash::NAMES
            .iter()
            .filter(|it| typed.starts_with('/') && it.starts_with(typed));
        Ok((0, matching.map(|it| (*it).to_owned()).collect()))
    }
}
