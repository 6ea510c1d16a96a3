//! Texts as vectors, near each other where they mean the same: the sum of a learned vector for each word,
//! pair and piece of a word (as fastText does; Joulin and others 2017), brought to length 1.
//!
//! `cargo run --release --example embed` learns them from the wordings of all cases, so that two words
//! which ask for the same in one case are near each other in all. A file of them is text, like all
//! content: a line with the format, one with the fingerprint of what it was made from, then a line of
//! characters per row of the table, each of which stands for a number.

use crate::{
    ground::{
        diagnostic::{Diagnostic, Source},
        source::SourceText,
    },
    text::likeness::Features,
};

const FORMAT: &str = "oefenlijn-embedding 1";

/// How many numbers a vector has.
pub const DIMENSIONS: usize = 64;

/// How many rows the table has: features share them by their hash (Weinberger and others 2009).
pub const ROWS: usize = 1 << 15;

/// The character that stands for zero; `ZERO + n` stands for `n`.
const ZERO: u8 = b'O';

/// The largest number in the table, in either direction: all its characters are printable ASCII.
pub const LARGEST: i8 = 46;

/// A text as a vector.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vector(pub [f32; DIMENSIONS]);

impl Vector {
    /// The one without a direction.
    pub const ZERO: Self = Self([0.0; DIMENSIONS]);

    /// Adds another, so many times.
    pub fn add(&mut self, other: &Self, times: f32) {
        for (own, it) in self.0.iter_mut().zip(&other.0) {
            *own += times * it;
        }
    }

    /// The sum of the products of their numbers: of vectors of length 1 the cosine between them.
    pub fn dot(&self, other: &Self) -> f32 {
        // several sums side by side, always the same ones
        const SUMS: usize = 16;
        let mut sums = [0.0_f32; SUMS];
        let (own, others) = (self.0.as_chunks::<SUMS>().0, other.0.as_chunks::<SUMS>().0);
        for (own, other) in own.iter().zip(others) {
            for at in 0..SUMS {
                sums[at] += own[at] * other[at];
            }
        }
        sums.iter().sum()
    }

    /// How long it is.
    pub fn length(&self) -> f32 {
        self.dot(self).sqrt()
    }

    /// The same direction at length 1; zero stays as it is.
    #[must_use]
    pub fn unit(mut self) -> Self {
        let length = self.length();
        if length > 0.0 {
            for it in &mut self.0 {
                *it /= length;
            }
        }
        self
    }
}

/// The learned vectors of a language.
#[derive(Debug, Clone)]
pub struct Embedding {
    text: SourceText,
    made_from: Box<str>,
    /// Where in the text the table begins.
    table: usize,
}

impl Embedding {
    /// Reads a file of vectors.
    ///
    /// # Errors
    /// When it is no such file, or damaged.
    pub fn parse(source: &Source) -> Result<Self, Diagnostic> {
        let faulty = |what: &str| {
            Diagnostic::error("embedding", format!("the vectors are unusable: {what}"))
                .at(source, (0..0).into())
                .help("make them anew with `cargo run --release --example embed`")
        };
        let (format, rest) = source.text.split_once('\n').unwrap_or_default();
        if format != FORMAT {
            return Err(faulty("the file has another format"));
        }
        let (origin, table) = rest.split_once('\n').unwrap_or_default();
        let made_from = origin.strip_prefix("from ");
        let made_from = made_from.ok_or_else(|| faulty("the file has no origin"))?;
        if !table.is_ascii() || table.len() != ROWS * (DIMENSIONS + 1) {
            return Err(faulty("the table is not whole"));
        }
        Ok(Self {
            table: source.text.len() - table.len(),
            made_from: made_from.into(),
            text: source.text.clone(),
        })
    }

    /// The fingerprint of what it was made from.
    pub fn made_from(&self) -> &str {
        &self.made_from
    }

    /// The file of these vectors: the fingerprint of what they were made from, and [`ROWS`] rows of
    /// numbers, none beyond [`LARGEST`].
    pub fn write(made_from: &str, number: impl Fn(usize, usize) -> i8) -> String {
        let head = format!("{FORMAT}\nfrom {made_from}\n");
        let mut text = String::with_capacity(head.len() + ROWS * (DIMENSIONS + 1));
        text.push_str(&head);
        for row in 0..ROWS {
            for at in 0..DIMENSIONS {
                let number = number(row, at).clamp(-LARGEST, LARGEST);
                text.push(char::from(ZERO.saturating_add_signed(number)));
            }
            text.push('\n');
        }
        text
    }

    /// The vector of a text with these features, of length 1; zero where none of them is known.
    pub fn embed(&self, features: &Features) -> Vector {
        let table = &self.text.as_bytes()[self.table..];
        let mut sum = Vector::ZERO;
        for (row, weight) in features.rows() {
            let numbers = table[row * (DIMENSIONS + 1)..].iter();
            for (own, number) in sum.0.iter_mut().zip(numbers) {
                *own += weight * (f32::from(*number) - f32::from(ZERO));
            }
        }
        sum.unit()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Orthography, Utterance};

    fn features(text: &str) -> Features {
        Features::of(&Utterance::parse(text, &Orthography::default()))
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = Embedding::write("here", |row, at| {
            i8::try_from((row + at) % 11).unwrap_or(0) - 5
        });
        let embedding = Embedding::parse(&Source::new("embedding.txt", &text)).unwrap();
        assert_eq!(embedding.made_from(), "here");
        let vector = embedding.embed(&features("hello there"));
        assert!((vector.length() - 1.0).abs() < 1e-5, "{vector:?}");
        assert_eq!(embedding.embed(&features("")), Vector::ZERO);
    }

    #[test]
    fn a_damaged_file_is_refused() {
        let text = Embedding::write("here", |_, _| 0);
        for broken in [
            "",
            "oefenlijn-embedding 1",
            &text[1..],
            &text[..text.len() - 1],
        ] {
            assert!(Embedding::parse(&Source::new("embedding.txt", broken)).is_err());
        }
    }
}
