//! What was made of texts lately, kept for when they come again.

use std::{
    fmt,
    sync::{Arc, PoisonError, RwLock},
};

use rustc_hash::FxHashMap;

/// When so many are kept, all are forgotten.
const MOST: usize = 16384;

/// What is made of a longer text, in bytes, is not kept.
const LONGEST: usize = 2048;

/// What a pure function made of texts. Rehearsals and explorations say the same things thousands of
/// times over, from many threads.
pub(crate) struct Memo<T>(RwLock<FxHashMap<Box<str>, Arc<T>>>);

impl<T> Memo<T> {
    /// What is kept of this text, else what is made of it.
    pub(crate) fn of(&self, text: &str, make: impl FnOnce() -> T) -> Arc<T> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept.get(text) {
            return Arc::clone(known);
        }
        drop(kept);
        let new = Arc::new(make());
        if text.len() > LONGEST {
            return new;
        }
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(text.into(), Arc::clone(&new));
        new
    }
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<T> fmt::Debug for Memo<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memo").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_again_is_made_once() {
        let memo = Memo::default();
        assert_eq!(*memo.of("one", || 1), 1);
        assert_eq!(*memo.of("one", || unreachable!("it is kept")), 1);
        assert_eq!(*memo.of("two", || 2), 2);
    }

    #[test]
    fn what_is_made_of_a_long_text_is_not_kept() {
        let memo = Memo::default();
        let text = "a".repeat(LONGEST + 1);
        assert_eq!(*memo.of(&text, || 1), 1);
        assert_eq!(*memo.of(&text, || 2), 2);
    }

    #[test]
    fn it_never_grows_beyond_its_bound() {
        let memo = Memo::default();
        for number in 0..3 * MOST {
            memo.of(&number.to_string(), || number);
        }
        assert!(memo.0.read().expect("nobody panicked").len() <= MOST);
    }
}
