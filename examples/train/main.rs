//! Trains the models that find acts: `lexicon/<language>/model-agent.txt` and `model-customer.txt`,
//! from the labelled conversations in `training/<language>/`. The same data gives the same bytes.
//!
//! ```sh
//! cargo run --release --example train -- nl
//! cargo run --release --example train -- nl --validate scored.jsonl
//! ```
//!
//! The first prints how well acts agree with the labels of conversations that were not trained on
//! (five folds over conversations), then writes the models, trained on everything, each with the
//! fingerprint of what it was made from, by which a test knows a model that was not made anew. The second
//! writes no model: it trains five times, each time without a fifth of the conversations, and
//! writes what `oefenlijn score --json` would for that fifth, levels and all.

// as tests/models.rs takes it in, too
#[path = "models.rs"]
mod models;

use std::fmt::Write as _;

use anyhow::Context as _;
use oefenlijn::{
    library::Library,
    score::{BetterReplies, Conversation, Record, score},
};

use crate::models::{Corpus, learn, path};

/// How often the conversations are divided to validate.
const FOLDS: usize = 5;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [language] => write_models(language),
        [language, "--validate", file] => {
            let scored = validate(language, &Corpus::read(language)?)?;
            std::fs::write(file, scored).context(file.to_owned())
        }
        _ => anyhow::bail!("usage: train LANGUAGE [--validate FILE]"),
    }
}

fn write_models(language: &str) -> anyhow::Result<()> {
    let content = learn(language, &Corpus::read(language)?)?;
    for speaker in ["agent", "customer"] {
        let path = path(language, speaker);
        let model = content.file(&path).context("a model was learned")?;
        std::fs::write(&path, &*model.text).context(path)?;
    }
    Ok(())
}

/// Scores every conversation by models that never saw it.
fn validate(language: &str, corpus: &Corpus) -> anyhow::Result<String> {
    let mut scored = String::new();
    for fold in 0..FOLDS {
        let (held, rest) = corpus.split(fold, FOLDS);
        let library = Library::new(learn(language, &rest)?);
        let reader = library.reader(language)?;
        let rubric = library.rubric("service-call", language, &reader)?;
        for transcript in held.transcripts() {
            let conversation = Conversation::read(&transcript, &reader);
            let card = score(&conversation, &rubric, &BetterReplies::default());
            let record = Record::new(&transcript.id, &conversation, &card);
            writeln!(scored, "{}", serde_json::to_string(&record)?)?;
        }
    }
    Ok(scored)
}
