//! Trains the models that find acts: `lexicon/<language>/model-agent.txt` and `model-customer.txt`,
//! from the labelled conversations in `training/<language>/`. The same data gives the same bytes.
//!
//! ```sh
//! cargo run --release --example train -- nl
//! cargo run --release --example train -- nl --validate scored.jsonl
//! ```
//!
//! The first prints how well acts agree with the labels of conversations that were not trained on
//! (five folds over conversations), then writes the models, trained on everything. The second
//! writes no model: it trains five times, each time without a fifth of the conversations, and
//! writes what `oefenlijn score --json` would for that fifth, levels and all.

mod data;
mod figures;
mod solver;
mod trainer;

use std::fmt::Write as _;

use anyhow::Context as _;
use oefenlijn::{
    acts::{Act, AgentAct, CustomerAct, Reader},
    content::Content,
    ground::diagnostic::Source,
    library::Library,
    score::{BetterReplies, Conversation, Record, score},
};

use crate::{data::Corpus, trainer::train};

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

/// All content with models learned from `corpus`.
fn learn(language: &str, corpus: &Corpus) -> anyhow::Result<Content> {
    let mut content = Content::embedded();
    for speaker in ["agent", "customer"] {
        content.remove(&path(language, speaker));
    }
    // the customer's model first: what it finds is among the features of the agent's
    let flags = [CustomerAct::Emotion, CustomerAct::Objection];
    let rows = corpus.customer_rows(&reader(&content, language)?);
    let model = train(&flags, &rows, &corpus.files);
    content.insert(Source::new(&path(language, "customer"), &model));
    let acts: Vec<AgentAct> = AgentAct::ALL
        .iter()
        .copied()
        .filter(|it| it.is_codebook())
        .collect();
    let rows = corpus.agent_rows(&reader(&content, language)?);
    let model = train(&acts, &rows, &corpus.files);
    content.insert(Source::new(&path(language, "agent"), &model));
    Ok(content)
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

fn path(language: &str, speaker: &str) -> String {
    format!("lexicon/{language}/model-{speaker}.txt")
}

fn reader(content: &Content, language: &str) -> anyhow::Result<Reader> {
    Ok(Library::new(content.clone()).reader(language)?)
}
