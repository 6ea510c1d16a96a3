//! Learns how much each sign of an answer weighs: `scenarios/weights.toml`, from the labelled replies in
//! `training/answers/nl.jsonl`. The same replies and scenarios give the same bytes.
//!
//! ```sh
//! cargo run --release --example weigh
//! cargo run --release --example weigh -- --show
//! ```
//!
//! Prints how many sentences of each case are answered rightly by weights learned from all other cases; with
//! `--show` every sentence that is not, and writes nothing.

mod regression;
mod replies;

use std::{collections::BTreeSet, fmt::Write as _};

use anyhow::Context as _;
use oefenlijn::{content::Content, ground::diagnostic::Source, scenario::Sign};

use crate::{
    regression::Regression,
    replies::{Choice, Labelled},
};

const FILE: &str = "scenarios/weights.toml";

/// The odds from which on a question is answered so, as a logarithm: one to three, since a wrong answer to
/// it is hardly worse than none.
const QUESTION: f64 = -1.1;

/// … and a statement: as much, though to that a word that fits anything can be said.
const STATEMENT: f64 = -1.1;

fn main() -> anyhow::Result<()> {
    let show = std::env::args().any(|it| it == "--show");
    let replies = replies::read()?;
    let mut content = Content::embedded();
    content.remove(FILE);
    // what the customer says, and so what may be said next, hangs on the weights themselves: play first
    // without any
    let sentences = replies::play(&replies, content.clone())?;
    let learned = Regression::learn(sentences.iter().flat_map(|it| &it.options));
    content.insert(Source::new(FILE, &file(&learned)));
    let sentences = replies::play(&replies, content)?;
    let cases: BTreeSet<&str> = sentences.iter().map(|it| &*it.case).collect();
    let mut all = Tally::default();
    for case in cases {
        let others = sentences.iter().filter(|it| it.case != case);
        let learned = Regression::learn(others.flat_map(|it| &it.options));
        let mut tally = Tally::default();
        for it in sentences.iter().filter(|it| it.case == case) {
            tally.add(it, &learned, show);
        }
        tally.print(case);
        all.join(&tally);
    }
    all.print("all");
    if !show {
        let learned = Regression::learn(sentences.iter().flat_map(|it| &it.options));
        std::fs::write(FILE, file(&learned)).context(FILE)?;
    }
    Ok(())
}

/// How sentences are answered.
#[derive(Default)]
struct Tally {
    right: usize,
    /// Not what raters wanted to hear, but fitting.
    fitting: usize,
    wrong: usize,
    missed: usize,
    rightly_none: usize,
}

impl Tally {
    #[expect(clippy::print_stdout, reason = "a tool that shows")]
    fn add(&mut self, sentence: &Labelled, learned: &Regression, show: bool) {
        let odds = |it: &Choice| learned.odds(it.signs.numbers());
        let options = sentence.options.iter();
        let best = options.max_by(|one, other| odds(one).total_cmp(&odds(other)));
        let enough = if sentence.asks { QUESTION } else { STATEMENT };
        let best = best.filter(|it| odds(it) >= enough);
        let wanted = !sentence.wanted.is_empty();
        let count = match best {
            Some(it) if it.right => &mut self.right,
            Some(it) if it.fits => &mut self.fitting,
            Some(_) => &mut self.wrong,
            None if wanted => &mut self.missed,
            None => &mut self.rightly_none,
        };
        *count += 1;
        if show && best.map_or(wanted, |it| !it.fits) {
            let said = best.map_or("-", |it| &it.name);
            println!(
                "{} | {} | said {said} | wanted {}",
                sentence.case,
                sentence.text,
                sentence.wanted.join(" ")
            );
        }
    }

    const fn join(&mut self, other: &Self) {
        self.right += other.right;
        self.fitting += other.fitting;
        self.wrong += other.wrong;
        self.missed += other.missed;
        self.rightly_none += other.rightly_none;
    }

    #[expect(clippy::print_stdout, reason = "the trainer tells how it goes")]
    fn print(&self, case: &str) {
        let Self {
            right,
            fitting,
            wrong,
            missed,
            rightly_none,
        } = self;
        println!(
            "{case:24} right {right:4}  fitting {fitting:4}  wrong {wrong:4}  missed {missed:4}  rightly none {rightly_none:4}"
        );
    }
}

/// `scenarios/weights.toml`.
fn file(learned: &Regression) -> String {
    let mut text = format!(
        "# What speaks for an answer to a sentence, and how much; see docs/architecture.md. Made by\n\
         # `cargo run --release --example weigh` from training/answers/nl.jsonl: mend that, not this.\n\n\
         bias = {:.3}\n\
         # from which odds on, as a logarithm, a question or a statement is answered so\n\
         question = {QUESTION:.3}\n\
         statement = {STATEMENT:.3}\n\n\
         [sign]\n",
        learned.bias
    );
    for (sign, weight) in Sign::ALL.iter().zip(&learned.weights) {
        let _ = writeln!(text, "{} = {weight:.3}", sign.name());
    }
    text
}
