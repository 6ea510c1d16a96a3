//! What a model is made from, as a fingerprint: the rows as the trainer sees them, and how it learns.
//!
//! Of files nothing is taken. A word that joins the lexicon and changes no feature of any labelled
//! utterance changes no model; one that does changes its row. How the trainer learns is shown by what it
//! makes of a few of the rows, so that nobody needs to remember to count up a version.

use oefenlijn::{
    acts::{Act, Model},
    ground::fingerprint::Fingerprint,
};

use super::{
    data::{Features, Row},
    trainer::{FEW, FEWEST, FOLDS, Learning, learnable},
};

/// So many rows show how the trainer learns: enough that a few acts can be learned from them, few enough
/// that it takes no time.
const SAMPLE: usize = 300;

/// So many of them follow each other, as replies of one conversation do.
const RUN: usize = 6;

/// The fingerprint of what the model of these acts and rows is made from.
pub(crate) fn of<A: Act>(acts: &[A], rows: &[Row<A>]) -> String {
    let acts = learnable(acts, rows);
    let names: Vec<&str> = acts.iter().map(|it| it.name()).collect();
    let mut all = format!(
        "{} of {} rows, from {FEWEST}, own from {FEW}\n",
        names.join(" "),
        Model::<A>::rows()
    );
    let mut before = None;
    for row in rows {
        let follows = before == Some(row.group);
        all.push_str(Fingerprint::of(&bytes(&acts, row, follows)).as_str());
        before = Some(row.group);
    }
    let sample: Vec<Row<A>> = rows
        .chunks(RUN)
        .step_by((rows.len() / SAMPLE).max(1))
        .flatten()
        .cloned()
        .collect();
    all.push_str(&Learning::of(&acts, &sample).file(""));
    Fingerprint::of(all.as_bytes()).short().to_owned()
}

/// All of a row that the trainer uses, and whether it follows the one before in their conversation.
fn bytes<A: Act>(acts: &[A], row: &Row<A>, follows: bool) -> Vec<u8> {
    let mut bytes = vec![u8::from(follows)];
    bytes.extend(row.weight.to_bits().to_le_bytes());
    let fold = row.fold(FOLDS).map_or(u64::MAX, |it| it as u64);
    bytes.extend(fold.to_le_bytes());
    let labels = acts.iter().map(|it| {
        let known = row.known.contains(*it);
        u8::from(known) + u8::from(known && row.acts.contains(*it))
    });
    bytes.extend(labels);
    add(&row.readings.whole, &mut bytes);
    for sentence in &row.readings.by_sentence {
        add(sentence, &mut bytes);
    }
    bytes
}

fn add(features: &Features, bytes: &mut Vec<u8>) {
    bytes.extend((features.len() as u64).to_le_bytes());
    for (row, value) in features {
        bytes.extend(row.to_le_bytes());
        bytes.extend(value.to_bits().to_le_bytes());
    }
}
