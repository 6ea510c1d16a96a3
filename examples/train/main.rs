//! Trains the models that find acts: `lexicon/<language>/model-agent.txt` and `model-customer.txt`,
//! from the labelled conversations in `training/<language>/`. The same data gives the same bytes.
//!
//! ```sh
//! cargo run --release --example train -- nl
//! ```
//!
//! Prints how well the model agrees with the labels of conversations that it was not trained on
//! (five folds over conversations), then writes the models, trained on everything.

mod data;
mod figures;
mod solver;
mod trainer;

use anyhow::Context as _;
use oefenlijn::{
    acts::{Act, AgentAct, CustomerAct, Reader},
    content::Content,
    ground::diagnostic::Source,
    library::Library,
};

use crate::{data::Corpus, trainer::train};

fn main() -> anyhow::Result<()> {
    let language = std::env::args().nth(1).unwrap_or_else(|| "nl".to_owned());
    let corpus = Corpus::read(&language)?;
    // the customer's model first: what it finds is among the features of the agent's
    let mut content = Content::embedded();
    for speaker in ["agent", "customer"] {
        content.remove(&path(&language, speaker));
    }
    let mut library = Library::new(content.clone());
    let flags = [CustomerAct::Emotion, CustomerAct::Objection];
    let rows = corpus.customer_rows(&reader(&library, &language)?);
    let model = train(&flags, &rows, &corpus.files);
    write(&language, "customer", &model)?;

    content.insert(Source::new(&path(&language, "customer"), &model));
    library = Library::new(content);
    let acts: Vec<AgentAct> = AgentAct::ALL
        .iter()
        .copied()
        .filter(|it| it.is_codebook())
        .collect();
    let rows = corpus.agent_rows(&reader(&library, &language)?);
    write(&language, "agent", &train(&acts, &rows, &corpus.files))
}

fn path(language: &str, speaker: &str) -> String {
    format!("lexicon/{language}/model-{speaker}.txt")
}

fn reader(library: &Library, language: &str) -> anyhow::Result<Reader> {
    Ok(library.reader(language)?)
}

fn write(language: &str, speaker: &str, model: &str) -> anyhow::Result<()> {
    let path = path(language, speaker);
    std::fs::write(&path, model).context(path)
}
