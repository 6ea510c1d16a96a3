//! The trained model: which acts an utterance performs, as a linear function of its features.
//!
//! Acts hang on one sentence more often than on all of a reply: what speaks for an act is what was
//! said before, half of what the whole utterance says, and half of what its strongest sentence says.
//!
//! One weight per feature and act, whole numbers throughout, so that the same text gives the same
//! acts on any machine. `cargo run --release --example train` makes the weights from the labelled
//! conversations in `training/`. The model finds acts; it never scores: levels come from the rubric.
//!
//! A model is a text file, so that it is pinned and kept like all content: a line with the format, one with
//! the fingerprint of what it was made from, one with the acts, one with their biases, one with the margins beyond which an act is clear, then
//! a line of characters per row of the table, one character per act, which stand for the weights.

use std::ops::Range;

use crate::{
    acts::{
        act::{Act, ActSet},
        evidence::Evidence,
        features::{ROWS, View},
    },
    ground::{
        diagnostic::{Diagnostic, Source},
        source::SourceText,
    },
};

const FORMAT: &str = "oefenlijn-model 3";

/// The format before it, which kept sessions rest on: nothing says what the model was made from.
const FORMAT_WITHOUT_ORIGIN: &str = "oefenlijn-model 2";

/// The character that stands for a weight of zero; `ZERO + w` stands for `w`.
const ZERO: u8 = b'O';

/// The largest weight, in either direction: all its characters are printable ASCII.
pub const LARGEST_WEIGHT: i8 = 46;

/// A trained model for the acts of one speaker.
#[derive(Debug, Clone)]
pub struct Model<A> {
    text: SourceText,
    /// The fingerprint of what it was made from, where the file says so.
    made_from: Option<Box<str>>,
    /// Where in the text the table begins.
    table: usize,
    acts: Vec<A>,
    /// What is added to each act's sum; an act is performed where the result is not negative.
    biases: Vec<i32>,
    /// From which result on it is clear.
    margins: Vec<i32>,
}

/// What a model makes of an utterance.
struct Judgement<A> {
    performed: ActSet<A>,
    clear: ActSet<A>,
}

impl<A: Act> Model<A> {
    /// Reads a model file.
    ///
    /// # Errors
    /// When it is no model for these acts, or damaged.
    pub fn parse(source: &Source) -> Result<Self, Diagnostic> {
        let faulty = |what: &str| {
            Diagnostic::error("model", format!("the trained model is unusable: {what}"))
                .at(source, (0..0).into())
                .help("make it anew with `cargo run --release --example train`")
        };
        let (format, rest) = source.text.split_once('\n').unwrap_or_default();
        let (made_from, rest) = match format {
            FORMAT => {
                let (line, rest) = rest.split_once('\n').unwrap_or_default();
                let made_from = line.strip_prefix("from ");
                let made_from = made_from.ok_or_else(|| faulty("it has no origin"))?;
                (Some(made_from.into()), rest)
            }
            FORMAT_WITHOUT_ORIGIN => (None, rest),
            _ => return Err(faulty("it has another format")),
        };
        let mut lines = rest.splitn(4, '\n');
        let acts = words(lines.next(), "acts").ok_or_else(|| faulty("it names no acts"))?;
        let acts: Option<Vec<A>> = acts.map(A::from_name).collect();
        let acts = acts.ok_or_else(|| faulty("it has acts that do not exist"))?;
        let biases = numbers(lines.next(), "bias").ok_or_else(|| faulty("its biases are off"))?;
        let margins =
            numbers(lines.next(), "clear").ok_or_else(|| faulty("its margins are off"))?;
        let table = lines.next().unwrap_or_default();
        let whole = table.is_ascii() && table.len() == ROWS * (acts.len() + 1);
        if !whole || biases.len() != acts.len() || margins.len() != acts.len() {
            return Err(faulty("its table is not whole"));
        }
        Ok(Self {
            table: source.text.len() - table.len(),
            text: source.text.clone(),
            made_from,
            acts,
            biases,
            margins,
        })
    }

    /// The fingerprint of what it was made from; `None` for files that are older than that.
    pub fn made_from(&self) -> Option<&str> {
        self.made_from.as_deref()
    }

    /// The file of a model with these weights: the fingerprint of what it was made from, per act its
    /// bias, the margin beyond which it is clear, and a weight per row, none beyond [`LARGEST_WEIGHT`].
    pub fn write(
        made_from: &str,
        acts: &[A],
        biases: &[i32],
        margins: &[i32],
        weight: impl Fn(usize, usize) -> i8,
    ) -> String {
        let names: Vec<&str> = acts.iter().map(|it| it.name()).collect();
        let list = |numbers: &[i32]| {
            let numbers: Vec<String> = numbers.iter().map(i32::to_string).collect();
            numbers.join(" ")
        };
        let (sums, beyond) = (list(biases), list(margins));
        let head = format!(
            "{FORMAT}\nfrom {made_from}\nacts {}\nbias {sums}\nclear {beyond}\n",
            names.join(" ")
        );
        let mut text = String::with_capacity(head.len() + ROWS * (acts.len() + 1));
        text.push_str(&head);
        for row in 0..ROWS {
            for act in 0..acts.len() {
                let weight = weight(row, act).clamp(-LARGEST_WEIGHT, LARGEST_WEIGHT);
                text.push(char::from(ZERO.saturating_add_signed(weight)));
            }
            text.push('\n');
        }
        text
    }

    /// How many rows a feature can stand in.
    pub const fn rows() -> usize {
        ROWS
    }

    /// Settles which acts are performed: evidence of acts that the model does not see goes, and
    /// what it sees beside that is shown by the words that weigh most. Acts that it does not know
    /// stay as they are.
    pub(super) fn settle(&self, view: &View<'_, A>, evidence: &mut Vec<Evidence<A>>) {
        let known: ActSet<A> = self.acts.iter().copied().collect();
        let Judgement { performed, clear } = self.judge(view);
        evidence.retain(|it| !known.contains(it.act) || performed.contains(it.act));
        let shown: ActSet<A> = evidence.iter().map(|it| it.act).collect();
        for act in performed.iter().filter(|it| !shown.contains(*it)) {
            evidence.extend(self.show(view, act, clear.contains(act)));
        }
    }

    fn judge(&self, view: &View<'_, A>) -> Judgement<A> {
        let width = self.acts.len();
        let table = &self.text.as_bytes()[self.table..];
        // a line of sums per sentence, and a last one for the context
        let sentences = view.utterance.sentences().len();
        let mut sums = vec![0; (sentences + 1) * width];
        let mut values = vec![0; sentences + 1];
        view.each(&mut |row: u32, value: i32, tokens: Range<usize>| {
            let from = row as usize * (width + 1);
            let place = view.sentence_of(&tokens).unwrap_or(sentences);
            let sums = &mut sums[place * width..(place + 1) * width];
            values[place] += value;
            for (sum, weight) in sums.iter_mut().zip(&table[from..from + width]) {
                *sum += value * i32::from(*weight);
            }
        });
        let sum =
            |place: usize, act: usize| sums[place * width + act] - values[place] * i32::from(ZERO);
        let totals: Vec<i32> = (0..width)
            .map(|act| {
                let said = (0..sentences).map(|it| sum(it, act));
                let strongest = said.clone().max().unwrap_or(0);
                self.biases[act] + 2 * sum(sentences, act) + said.sum::<i32>() + strongest
            })
            .collect();
        let from = |least: &dyn Fn(usize) -> i32| {
            let totals = totals.iter().enumerate();
            let reached = totals.filter(|(act, total)| **total >= least(*act));
            reached.map(|(act, _)| self.acts[act]).collect()
        };
        Judgement {
            performed: from(&|_| 0),
            clear: from(&|act| self.margins[act]),
        }
    }

    /// The words that speak most for `act`, all in one sentence.
    fn show(&self, view: &View<'_, A>, act: A, sure: bool) -> Option<Evidence<A>> {
        let column = self.acts.iter().position(|it| *it == act)?;
        let table = &self.text.as_bytes()[self.table..];
        // shares of a feature's weight for its tokens, in sixtieths to stay whole
        let mut weights = vec![0i64; view.utterance.tokens().len()];
        view.each(&mut |row: u32, value: i32, tokens: Range<usize>| {
            let weight = table[row as usize * (self.acts.len() + 1) + column];
            let weight = i64::from(value) * (i64::from(weight) - i64::from(ZERO));
            let share = weight * 60 / i64::try_from(tokens.len().max(1)).unwrap_or(1);
            for token in tokens {
                weights[token] += share;
            }
        });
        let sentences = view.utterance.sentences().iter().enumerate();
        let runs = sentences.map(|(number, sentence)| {
            let (weight, tokens) = heaviest_run(&weights, sentence.tokens.clone());
            (weight, number, tokens)
        });
        let (_, sentence, tokens) =
            runs.max_by_key(|(weight, number, _)| (*weight, -signed(*number)))?;
        Some(Evidence {
            act,
            span: view.utterance.span_of(tokens),
            sentence,
            entry: None,
            sure,
        })
    }
}

/// The words after `key` on a line that begins with it.
fn words<'t>(line: Option<&'t str>, key: &str) -> Option<impl Iterator<Item = &'t str>> {
    let mut words = line?.split(' ');
    (words.next() == Some(key)).then_some(words)
}

fn numbers(line: Option<&str>, key: &str) -> Option<Vec<i32>> {
    words(line, key)?.map(|it| it.parse().ok()).collect()
}

fn signed(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The run of tokens with the largest sum (Kadane); the heaviest token where none is positive.
fn heaviest_run(weights: &[i64], tokens: Range<usize>) -> (i64, Range<usize>) {
    let mut best = (i64::MIN, tokens.start..tokens.start);
    let (mut sum, mut from) = (0, tokens.start);
    for at in tokens {
        if sum <= 0 {
            (sum, from) = (0, at);
        }
        sum += weights[at];
        if sum > best.0 {
            best = (sum, from..at + 1);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::AgentAct;

    fn source(text: &str) -> Source {
        Source::new("lexicon/xx/model-agent.txt", text)
    }

    #[test]
    fn what_is_written_can_be_read() {
        let acts = [AgentAct::Greet, AgentAct::Insult];
        let text = Model::write("abc", &acts, &[-7, 12], &[0, 90], |row, act| {
            if row == 3 && act == 1 { 46 } else { 0 }
        });
        let model = Model::<AgentAct>::parse(&source(&text)).unwrap();
        assert_eq!(model.made_from(), Some("abc"));
        assert_eq!(
            (model.acts, model.biases, model.margins),
            (acts.to_vec(), vec![-7, 12], vec![0, 90])
        );
        assert_eq!(&text.as_bytes()[model.table + 9..model.table + 11], b"O}");
    }

    #[test]
    fn models_of_kept_sessions_that_name_no_origin_are_read() {
        let text = Model::write("abc", &[AgentAct::Greet], &[5], &[0], |_, _| 1);
        let older = text
            .replacen(FORMAT, FORMAT_WITHOUT_ORIGIN, 1)
            .replacen("from abc\n", "", 1);
        let [now, before] =
            [&text, &older].map(|it| Model::<AgentAct>::parse(&source(it)).unwrap());
        assert_eq!(before.made_from(), None);
        assert_eq!(before.biases, now.biases);
        assert_eq!(older[before.table..], text[now.table..]);
    }

    #[test]
    fn damaged_models_are_refused() {
        let whole = Model::write("abc", &[AgentAct::Greet], &[0], &[0], |_, _| 0);
        let cut = &whole[..whole.len() - 5];
        let strange = whole.replace("greet", "sing");
        let other = whole.replacen(FORMAT, "oefenlijn-model 9", 1);
        let origin = whole.replacen("from abc\n", "", 1);
        for text in ["", cut, &strange, &other, &origin] {
            assert!(Model::<AgentAct>::parse(&source(text)).is_err());
        }
    }

    #[test]
    fn the_heaviest_run_is_found() {
        assert_eq!(heaviest_run(&[1, -5, 4, -1, 3, -9], 0..6), (6, 2..5));
        assert_eq!(heaviest_run(&[-3, -2, -4], 0..3), (-2, 1..2));
    }
}
