//! Text as words: folding, tokens, sentences, and patterns over them.
//!
//! This room knows nothing of acts or scenarios. A raw text becomes an [`Utterance`]; a
//! [`PatternSet`] finds patterns of the pattern language (`docs/patterns.md`) in it.

mod compile;
mod edit;
mod embedding;
mod fold;
mod likeness;
mod matcher;
mod numbers;
mod pattern;
mod real_words;
mod rows;
mod terms;
mod utterance;
mod value;
mod vocabulary;

pub use compile::{PatternSet, PatternSetBuilder};
pub use embedding::{DIMENSIONS, Embedding, LARGEST, ROWS, Vector};
pub(crate) use fold::fold;
pub use likeness::{Comparison, Features, Like, Likeness, LikenessBuilder, LongWords};
pub use matcher::Hit;
pub use numbers::{LongNumber, whole_units};
pub use pattern::{PatternError, WordLists};
pub use real_words::RealWords;
pub use utterance::{Break, Mark, Orthography, Sentence, Token, Utterance};
pub use value::{Value, ValueKind, Values};
