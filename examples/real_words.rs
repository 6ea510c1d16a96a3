//! Makes `lexicon/<language>/real-words.txt`: the words of a dictionary that differ by one letter
//! from a word of the lexicon or of a scenario, and so are never taken for its typing error.
//!
//! ```sh
//! cargo run --release --example real_words -- nl /usr/share/dict/dutch > lexicon/nl/real-words.txt
//! ```
//!
//! The dictionary is a plain list, one word a line. For Dutch it is `OpenTaal`'s (Debian's package
//! `wdutch`), for English SCOWL's (`wamerican` and `wbritish`, one after the other); the licences
//! stand beside the lists that are made.

use std::{
    collections::BTreeSet,
    io::{self, Write as _},
};

use anyhow::Context as _;
use oefenlijn::{content::Content, library::Library, text::RealWords};

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let language = arguments.next().context("which language?")?;
    let path = arguments.next().context("which dictionary?")?;
    let dictionary = std::fs::read_to_string(&path).context(path)?;
    let library = Library::new(Content::embedded()).in_language(&language)?;
    let (lexicon, _) = library.lexicon(&language);
    let reader = library.reader(&language)?;
    let mut scenarios = Vec::new();
    for name in library.case_names() {
        scenarios.push(library.scenario(&name, &reader)?);
    }
    // each set of patterns repairs by itself: a word that one knows may be next to a word of another
    let sets = scenarios.iter().map(|it| it.repair_words());
    let mut real = BTreeSet::new();
    for known in sets.chain([lexicon.repair_words()]) {
        real.append(&mut RealWords::gather(dictionary.lines(), &known));
    }
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "# Real words one letter away from a word of the lexicon; made by examples/real_words.rs."
    )?;
    for word in real {
        writeln!(out, "{word}")?;
    }
    Ok(())
}
