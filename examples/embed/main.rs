//! Learns what sentences mean: `lexicon/<language>/embedding.txt`, from the wordings of all cases in
//! `scenarios/<language>/wordings/`. The same wordings give the same bytes.
//!
//! ```sh
//! cargo run --release --example embed -- nl
//! ```
//!
//! Prints how often a wording that was left out is nearest to its own topic, as learning goes on.

// as tests/models.rs takes it in, too
#[path = "vectors.rs"]
mod vectors;

use anyhow::Context as _;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [language] = &arguments[..] else {
        anyhow::bail!("usage: embed LANGUAGE");
    };
    let path = vectors::path(language);
    let learned = vectors::learn(&vectors::Corpus::read(language)?);
    std::fs::write(&path, learned).context(path)
}
