//! The trained models are made from the present lexicon and labelled data, by the present trainer, and the
//! vectors from the present wordings.

#[path = "../examples/train/models.rs"]
#[expect(dead_code, reason = "the trainer also trains, prints and validates")]
mod training;

#[path = "../examples/embed/vectors.rs"]
#[expect(dead_code, reason = "the learner also learns from all and prints")]
mod vectors;

use oefenlijn::{
    acts::{Act, AgentAct, CustomerAct, Model},
    content::Content,
    ground::diagnostic::Source,
    text::Embedding,
};

use self::training::{Corpus, FLAGS, codebook, fingerprint, path, reader, without_models};

fn present(language: &str, speaker: &str) -> Source {
    let content = Content::embedded();
    content.file(&path(language, speaker)).unwrap().clone()
}

fn made_from<A: Act>(model: &Source) -> String {
    let model = Model::<A>::parse(model).unwrap();
    model.made_from().unwrap_or("nothing that it names").into()
}

/// In the order in which they are made: what the customer's model finds is among the features of the
/// agent's.
fn the_models_are_up_to_date(language: &str) {
    let corpus = Corpus::read(language).unwrap();
    let mut content = without_models(language);
    let rows = corpus.customer_rows(&reader(&content, language).unwrap());
    let customer = fingerprint::of(&FLAGS, &rows);
    let model = present(language, "customer");
    assert_eq!(
        made_from::<CustomerAct>(&model),
        customer,
        "{}",
        advice(language)
    );
    content.insert(model);
    let rows = corpus.agent_rows(&reader(&content, language).unwrap());
    let agent = fingerprint::of(&codebook(), &rows);
    let model = present(language, "agent");
    assert_eq!(made_from::<AgentAct>(&model), agent, "{}", advice(language));
}

fn advice(language: &str) -> String {
    format!(
        "a model (left) was not made from the present lexicon, labelled data and trainer (right); make it \
         anew with\n\n    cargo run --locked --release --example train -- {language}\n"
    )
}

#[test]
fn the_dutch_models_are_up_to_date() {
    the_models_are_up_to_date("nl");
}

#[test]
fn the_english_models_are_up_to_date() {
    the_models_are_up_to_date("en");
}

fn the_vectors_are_up_to_date(language: &str) {
    let file = Content::embedded()
        .file(&vectors::path(language))
        .unwrap()
        .clone();
    let embedding = Embedding::parse(&file).unwrap();
    let present = vectors::fingerprint(&vectors::Corpus::read(language).unwrap());
    assert_eq!(
        embedding.made_from(),
        present,
        "the vectors (left) were not made from the present wordings and learner (right); make them anew with\n\n    \
         cargo run --locked --release --example embed -- {language}\n\nand then the weights, which rest on them:\n\n    \
         cargo run --locked --release --example weigh\n"
    );
}

#[test]
fn the_dutch_vectors_are_up_to_date() {
    the_vectors_are_up_to_date("nl");
}

#[test]
fn the_english_vectors_are_up_to_date() {
    the_vectors_are_up_to_date("en");
}
