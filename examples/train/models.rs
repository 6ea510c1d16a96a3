//! The two models of a language, the customer's and the agent's: what each is made from, and the models
//! themselves.

mod again;
mod data;
mod figures;
pub(crate) mod fingerprint;
mod lexicon;
mod solver;
mod telling;
mod trainer;

use oefenlijn::{
    acts::{Act, AgentAct, CustomerAct, Reader},
    content::Content,
    ground::diagnostic::Source,
    library::Library,
};

use self::{data::Row, trainer::Learning};

pub(crate) use self::data::Corpus;

/// What the customer's model finds.
pub(crate) const FLAGS: [CustomerAct; 2] = [CustomerAct::Emotion, CustomerAct::Objection];

/// All content with models learned from `corpus`.
pub(crate) fn learn(language: &str, corpus: &Corpus) -> anyhow::Result<Content> {
    let mut content = without_models(language);
    // the customer's model first: what it finds is among the features of the agent's
    let rows = corpus.customer_rows(&reader(&content, language)?);
    let model = train(&FLAGS, &rows, corpus);
    content.insert(Source::new(&path(language, "customer"), &model));
    let rows = corpus.agent_rows(&reader(&content, language)?);
    let model = train(&codebook(), &rows, corpus);
    content.insert(Source::new(&path(language, "agent"), &model));
    Ok(content)
}

/// Where the model of a speaker stands.
pub(crate) fn path(language: &str, speaker: &str) -> String {
    format!("lexicon/{language}/model-{speaker}.txt")
}

/// Trains a model for those of `acts` that can be learned, and prints how good it is.
fn train<A: Act>(acts: &[A], rows: &[Row<A>], corpus: &Corpus) -> String {
    let made_from = fingerprint::of(acts, rows);
    let learning = Learning::of(acts, rows);
    learning.print(&corpus.files);
    learning.file(&made_from)
}

/// What the agent's model finds, as far as there are examples enough.
pub(crate) fn codebook() -> Vec<AgentAct> {
    let acts = AgentAct::ALL.iter().copied();
    acts.filter(|it| it.is_codebook()).collect()
}

/// All content but the models of this language.
pub(crate) fn without_models(language: &str) -> Content {
    let mut content = Content::embedded();
    for speaker in ["agent", "customer"] {
        content.remove(&path(language, speaker));
    }
    content
}

/// A reader by this content, as far as it has models.
pub(crate) fn reader(content: &Content, language: &str) -> anyhow::Result<Reader> {
    Ok(Library::new(content.clone()).reader(language)?)
}
