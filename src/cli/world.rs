//! What every command works with: content, words, and where output goes.

use std::io::{self, IsTerminal as _, Write};

use crate::{
    cli::{arguments::Arguments, failure::Failure},
    content::Content,
    library::Library,
    words::{Ui, Words},
};

/// Output that is no terminal is this wide, everywhere the same.
const PLAIN_WIDTH: usize = 100;
/// Longer lines are hard to read on any screen.
const WIDEST: usize = 110;

pub(super) struct World {
    pub(super) library: Library,
    pub(super) words: Words,
    /// Standard output; styles are dropped where they would not show.
    pub(super) out: Box<dyn Write>,
    /// Columns.
    pub(super) width: usize,
    /// Whether a person types.
    pub(super) interactive: bool,
}

impl World {
    pub(super) fn new(arguments: &Arguments) -> Result<Self, Failure> {
        let mut content = Content::embedded();
        if let Some(folder) = &arguments.content {
            if !folder.is_dir() {
                return Err(Failure::Misuse(format!(
                    "{} is no folder",
                    folder.display()
                )));
            }
            content.overlay(folder)?;
        }
        Ok(Self {
            library: Library::new(content),
            words: Words::new(arguments.ui.unwrap_or_else(Ui::of_the_environment)),
            out: Box::new(anstream::stdout()),
            width: width(),
            interactive: io::stdin().is_terminal(),
        })
    }

    /// Writes a text as it is.
    pub(super) fn write(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }
}

fn width() -> usize {
    if !io::stdout().is_terminal() {
        return PLAIN_WIDTH;
    }
    terminal_size::terminal_size()
        .map_or(PLAIN_WIDTH, |(width, _)| usize::from(width.0))
        .min(WIDEST)
}
