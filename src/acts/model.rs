//! The trained model: which acts an utterance performs, as a linear function of its features.
//!
//! Acts hang on one sentence more often than on all of a reply: what speaks for an act is what was
//! said before, half of what the whole utterance says, and half of what its strongest sentence says.
//!
//! That is a first pass. A second one weighs what it saw of all acts, here and in what the speaker said last
//! (see [`Surroundings`]), and decides.
//!
//! One weight per feature and act, whole numbers throughout, so that the same text gives the same
//! acts on any machine. `cargo run --release --example train` makes the weights from the labelled
//! conversations in `training/`. The model finds acts; it never scores: levels come from the rubric.
//!
//! A model is a text file, so that it is pinned and kept like all content: a line with the format, one with
//! the fingerprint of what it was made from, one with the acts, one for each act with the numbers of its
//! [`Column`], then a line of characters per row of the table, one character per act, which stand for the weights.

use std::ops::Range;

use crate::{
    acts::{
        act::{Act, ActSet},
        evidence::Evidence,
        features::{ROWS, View},
        surroundings::{BLOCKS, Levels, SURE, Surroundings, level},
    },
    ground::{
        diagnostic::{Diagnostic, Source},
        source::SourceText,
    },
};

const FORMAT: &str = "oefenlijn-model 4";

/// The format before it, which kept sessions rest on: there is no second pass, and all acts' numbers stand on
/// two lines.
const FORMAT_OF_ONE_PASS: &str = "oefenlijn-model 3";

/// The format before that: nothing says what the model was made from, either.
const FORMAT_WITHOUT_ORIGIN: &str = "oefenlijn-model 2";

/// The largest number in a column of a model file, in either direction.
pub const LARGEST_NUMBER: i32 = 100_000;

/// The second pass takes away no more than a fifth of what an act's score is meant to be, its unit divided by this:
/// a single slip of somebody who was kind so far is a slip.
pub const DOUBT: i32 = 5;

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
    columns: Vec<Column>,
}

/// What a model knows of one act beside the weights in its table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// What is added to the sum of the first pass.
    pub bias: i32,
    /// What the result is meant to be where the act is performed, and its negative where it is not.
    pub unit: i32,
    /// What the second pass adds to it beside what it weighs.
    pub shift: i32,
    /// From which result on the act is performed.
    pub threshold: i32,
    /// From how much more on it is clear.
    pub margin: i32,
    /// What the second pass gives for the highest level of each act, a block of acts after the other; empty
    /// where there is no second pass.
    pub weights: Vec<i32>,
}

/// What a model makes of an utterance.
struct Judgement<A> {
    performed: ActSet<A>,
    clear: ActSet<A>,
    levels: Levels,
}

impl Column {
    /// How much `seen` changes the result of the first pass, in a model of so many acts; what the words say
    /// plainly is not undone by what surrounds them.
    fn again(&self, seen: &[&[u8]; BLOCKS], acts: usize) -> i32 {
        let blocks = self.weights.chunks(acts.max(1)).zip(seen);
        let sums = blocks.map(|(weights, levels)| {
            let each = weights.iter().zip(*levels);
            each.map(|(weight, level)| weight * i32::from(*level))
                .sum::<i32>()
        });
        let again = self.shift + sums.sum::<i32>().div_euclid(i32::from(SURE));
        again.max(-self.unit / DOUBT)
    }

    fn line(&self) -> String {
        let numbers = [
            self.bias,
            self.unit,
            self.shift,
            self.threshold,
            self.margin,
        ];
        let numbers = numbers.iter().chain(&self.weights).map(i32::to_string);
        numbers.collect::<Vec<_>>().join(" ")
    }

    fn from_line(line: &str, acts: usize) -> Option<Self> {
        let numbers: Option<Vec<i32>> = line.split(' ').map(number).collect();
        let numbers = numbers?;
        let (&[bias, unit, shift, threshold, margin], weights) = numbers.split_first_chunk()?;
        (unit > 0 && weights.len() == acts * BLOCKS).then(|| Self {
            bias,
            unit,
            shift,
            threshold,
            margin,
            weights: weights.to_vec(),
        })
    }
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
        let mut rest = &*source.text;
        let format = line(&mut rest);
        if ![FORMAT, FORMAT_OF_ONE_PASS, FORMAT_WITHOUT_ORIGIN].contains(&format) {
            return Err(faulty("it has another format"));
        }
        let made_from = if format == FORMAT_WITHOUT_ORIGIN {
            None
        } else {
            let made_from = line(&mut rest).strip_prefix("from ");
            Some(made_from.ok_or_else(|| faulty("it has no origin"))?.into())
        };
        let acts = words(line(&mut rest), "acts").ok_or_else(|| faulty("it names no acts"))?;
        let acts: Option<Vec<A>> = acts.map(A::from_name).collect();
        let acts = acts.ok_or_else(|| faulty("it has acts that do not exist"))?;
        let columns = if format == FORMAT {
            let lines = (0..acts.len()).map(|_| line(&mut rest));
            lines.map(|it| Column::from_line(it, acts.len())).collect()
        } else {
            columns_of_one_pass(&mut rest)
        };
        let columns: Vec<Column> = columns.ok_or_else(|| faulty("its numbers are off"))?;
        let whole = rest.is_ascii() && rest.len() == ROWS * (acts.len() + 1);
        if !whole || columns.len() != acts.len() {
            return Err(faulty("its table is not whole"));
        }
        Ok(Self {
            table: source.text.len() - rest.len(),
            text: source.text.clone(),
            made_from,
            acts,
            columns,
        })
    }

    /// The fingerprint of what it was made from; `None` for files that are older than that.
    pub fn made_from(&self) -> Option<&str> {
        self.made_from.as_deref()
    }

    /// The file of a model with these weights: the fingerprint of what it was made from, per act its
    /// column, and a weight per row, none beyond [`LARGEST_WEIGHT`].
    pub fn write(
        made_from: &str,
        acts: &[A],
        columns: &[Column],
        weight: impl Fn(usize, usize) -> i8,
    ) -> String {
        let names: Vec<&str> = acts.iter().map(|it| it.name()).collect();
        let mut head = format!("{FORMAT}\nfrom {made_from}\nacts {}\n", names.join(" "));
        for column in columns {
            head.push_str(&column.line());
            head.push('\n');
        }
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
    /// stay as they are. Returns how surely the first pass saw each.
    pub(super) fn settle(&self, view: &View<'_, A>, evidence: &mut Vec<Evidence<A>>) -> Levels {
        let known: ActSet<A> = self.acts.iter().copied().collect();
        let Judgement {
            performed,
            clear,
            levels,
        } = self.judge(view);
        evidence.retain(|it| !known.contains(it.act) || performed.contains(it.act));
        let shown: ActSet<A> = evidence.iter().map(|it| it.act).collect();
        for act in performed.iter().filter(|it| !shown.contains(*it)) {
            evidence.extend(self.show(view, act, clear.contains(act)));
        }
        levels
    }

    fn judge(&self, view: &View<'_, A>) -> Judgement<A> {
        let scores = self.scores(view);
        let level = |(score, column): (&i32, &Column)| level(*score, column.unit);
        let levels = |scores: &[i32]| scores.iter().zip(&self.columns).map(level).collect();
        let width = self.acts.len().max(1);
        let seen = Surroundings::new(
            scores.chunks(width).map(levels).collect(),
            view.setting.own.levels.clone(),
        );
        let (mut performed, mut clear) = (ActSet::EMPTY, ActSet::EMPTY);
        for (at, (act, column)) in self.acts.iter().zip(&self.columns).enumerate() {
            let said = scores.iter().skip(at).step_by(width).enumerate();
            // of equally strong sentences the first
            let strongest = said.max_by_key(|(number, score)| (**score, -signed(*number)));
            let (sentence, score) = strongest.map_or((0, column.bias), |it| (it.0, *it.1));
            let again = column.again(&seen.blocks(sentence), self.acts.len());
            let result = score + again - column.threshold;
            if result >= 0 {
                performed.insert(*act);
            }
            if result >= column.margin {
                clear.insert(*act);
            }
        }
        Judgement {
            performed,
            clear,
            levels: seen.levels().clone(),
        }
    }

    /// The first pass: a score per act for each sentence, as if it were the strongest one.
    fn scores(&self, view: &View<'_, A>) -> Vec<i32> {
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
        let alike: Vec<i32> = (0..width)
            .map(|act| {
                let said: i32 = (0..sentences).map(|it| sum(it, act)).sum();
                self.columns[act].bias + 2 * sum(sentences, act) + said
            })
            .collect();
        let scores =
            (0..sentences * width).map(|at| alike[at % width] + sum(at / width, at % width));
        scores.collect()
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

/// The next line, which `rest` then begins behind.
fn line<'t>(rest: &mut &'t str) -> &'t str {
    let (line, behind) = rest.split_once('\n').unwrap_or_default();
    *rest = behind;
    line
}

/// The words after `key` on a line that begins with it.
fn words<'t>(line: &'t str, key: &str) -> Option<impl Iterator<Item = &'t str>> {
    let mut words = line.split(' ');
    (words.next() == Some(key)).then_some(words)
}

/// The columns of a model without a second pass, from a line with all biases and one with all margins.
fn columns_of_one_pass(rest: &mut &str) -> Option<Vec<Column>> {
    let mut numbers = |key| -> Option<Vec<i32>> {
        let words = words(line(rest), key)?;
        words.map(number).collect()
    };
    let (biases, margins) = (numbers("bias")?, numbers("clear")?);
    let each = biases.iter().zip(&margins);
    let columns = each.map(|(bias, margin)| Column {
        bias: *bias,
        margin: *margin,
        ..Column::default()
    });
    (biases.len() == margins.len()).then(|| columns.collect())
}

/// A number of a column, within bounds that no trained model comes near: sums of them are no overflow.
fn number(word: &str) -> Option<i32> {
    let number: i32 = word.parse().ok()?;
    (-LARGEST_NUMBER..=LARGEST_NUMBER)
        .contains(&number)
        .then_some(number)
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

    fn column(bias: i32, acts: usize) -> Column {
        Column {
            bias,
            unit: 900,
            shift: -12,
            threshold: 30,
            margin: 90,
            weights: (0..acts * BLOCKS)
                .map(|it| i32::try_from(it).unwrap())
                .collect(),
        }
    }

    #[test]
    fn what_is_written_can_be_read() {
        let acts = [AgentAct::Greet, AgentAct::Insult];
        let columns = [column(-7, 2), column(12, 2)];
        let text = Model::write("abc", &acts, &columns, |row, act| {
            if row == 3 && act == 1 { 46 } else { 0 }
        });
        let model = Model::<AgentAct>::parse(&source(&text)).unwrap();
        assert_eq!(model.made_from(), Some("abc"));
        assert_eq!((model.acts, model.columns), (acts.to_vec(), columns.into()));
        assert_eq!(&text.as_bytes()[model.table + 9..model.table + 11], b"O}");
    }

    #[test]
    fn models_of_kept_sessions_without_a_second_pass_or_an_origin_are_read() {
        let table = "P\n".repeat(ROWS);
        let earlier = format!("oefenlijn-model 3\nfrom abc\nacts greet\nbias 5\nclear 7\n{table}");
        let first = format!("oefenlijn-model 2\nacts greet\nbias 5\nclear 7\n{table}");
        let [earlier, first] =
            [&earlier, &first].map(|it| Model::<AgentAct>::parse(&source(it)).unwrap());
        assert_eq!(
            (earlier.made_from(), first.made_from()),
            (Some("abc"), None)
        );
        assert_eq!(earlier.columns, first.columns);
        let Column { bias, margin, .. } = earlier.columns[0];
        assert_eq!((bias, margin), (5, 7));
        assert_eq!(earlier.columns[0].again(&[&[64]; BLOCKS], 1), 0);
    }

    #[test]
    fn a_second_pass_weighs_the_levels_of_each_block() {
        // the weights are 0, 1, 2 … of two acts a block
        let seen: [&[u8]; BLOCKS] = [&[64, 32], &[], &[0, 64], &[32, 0]];
        assert_eq!(
            column(0, 2).again(&seen, 2),
            -12 + (32 + 5 * 64 + 6 * 32) / 64
        );
    }

    #[test]
    fn damaged_models_are_refused() {
        let whole = Model::write("abc", &[AgentAct::Greet], &[column(0, 1)], |_, _| 0);
        let cut = &whole[..whole.len() - 5];
        let strange = whole.replace("greet", "sing");
        let other = whole.replacen(FORMAT, "oefenlijn-model 9", 1);
        let large = whole.replacen("0 900 ", "2147483647 900 ", 1);
        let negative = whole.replacen("0 900 ", "0 -900 ", 1);
        for numbers in [large, negative] {
            assert_ne!(numbers, whole);
            assert!(Model::<AgentAct>::parse(&source(&numbers)).is_err());
        }
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
