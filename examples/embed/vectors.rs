//! The vectors of a language: what they are learned from, and how.

mod adam;
mod corpus;
mod episode;
mod learner;

use std::fmt::Write as _;

use oefenlijn::{
    ground::{dice::Dice, fingerprint::Fingerprint},
    text::{DIMENSIONS, Embedding, LARGEST, ROWS},
};

use self::learner::Learner;

pub(crate) use self::corpus::Corpus;

/// Every case is learned from so often.
const ROUNDS: usize = 30;

/// From this round on steps are smaller, so that what was learned settles.
const SETTLING: usize = 21;

/// So many wordings of a case show how the learner learns.
const SAMPLE: usize = 200;

/// Numbers so many times as large as usual are as large as any that are kept.
const FAR_OUT: f32 = 4.0;

/// Where the vectors of a language stand.
pub(crate) fn path(language: &str) -> String {
    format!("lexicon/{language}/embedding.txt")
}

/// The file of the vectors that are learned from all cases.
pub(crate) fn learn(corpus: &Corpus) -> String {
    let mut learner = Learner::new(corpus);
    for round in 0..ROUNDS {
        let mut right = 0.0;
        for (at, case) in corpus.cases.iter().enumerate() {
            let mut dice = Dice::new(at as u64, round as u64);
            right += learner.episode(case, round >= SETTLING, &mut dice);
        }
        #[expect(clippy::print_stdout, reason = "the trainer tells how it goes")]
        {
            let share = 100.0 * right / learner::small(corpus.cases.len());
            println!("round {:2}: {share:.1}% right", round + 1);
        }
    }
    file(&learner, &fingerprint(corpus))
}

/// The fingerprint of what vectors are made from: the wordings as the learner sees them, and how it
/// learns, which is shown by what it makes of a few.
pub(crate) fn fingerprint(corpus: &Corpus) -> String {
    let mut all = format!("{ROWS} {DIMENSIONS} {ROUNDS} {SETTLING}\n");
    for case in &corpus.cases {
        for wording in &case.wordings {
            let _ = write!(all, "{}", wording.topic);
            for (row, weight) in &wording.features {
                let _ = write!(all, " {row}:{:x}", weight.to_bits());
            }
            all.push('\n');
        }
    }
    if let Some(case) = corpus.cases.first() {
        let few = case.first(SAMPLE);
        let mut learner = Learner::new(&Corpus { cases: vec![few] });
        let few = case.first(SAMPLE);
        for settling in [false, true] {
            learner.episode(&few, settling, &mut Dice::new(0, 0));
        }
        all.push_str(&file(&learner, ""));
    }
    Fingerprint::of(all.as_bytes()).short().to_owned()
}

/// What was learned as whole numbers.
fn file(learner: &Learner, made_from: &str) -> String {
    let scale = f32::from(LARGEST) / (FAR_OUT * learner.usual_size()).max(f32::MIN_POSITIVE);
    Embedding::write(made_from, |row, at| {
        let number = (learner.number(row, at) * scale).round();
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the cast saturates, as is wanted"
        )]
        let number = number as i8;
        number
    })
}
