//! What tells who somebody is, in what was said, replaced by a token that can be read on.
//!
//! Word lists are data (`privacy/<language>.toml`); this room knows how they are applied.

mod masker;
mod names;
mod numbers;
mod tokens;
mod word_lists;

pub use masker::{Instead, Labels, Masker};
pub use word_lists::WordLists;
