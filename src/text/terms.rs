//! The terms that stand for one place of a pattern.

use std::sync::Arc;

use crate::text::vocabulary::TermId;

/// The terms of which one must stand in a place, sorted. Most places have but one, and it is looked at most:
/// that stands where it is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Terms {
    One([TermId; 1]),
    Several(Arc<[TermId]>),
}

impl Terms {
    /// These terms, each once.
    pub(super) fn new(mut terms: Vec<TermId>) -> Self {
        terms.sort_unstable();
        terms.dedup();
        match terms[..] {
            [only] => Self::One([only]),
            _ => Self::Several(terms.into()),
        }
    }

    /// Whether one of these words' terms is among them.
    pub(super) fn meet(&self, found: &[TermId]) -> bool {
        match self {
            Self::One([only]) => found.contains(only),
            Self::Several(terms) => found.iter().any(|it| terms.binary_search(it).is_ok()),
        }
    }
}

impl AsRef<[TermId]> for Terms {
    fn as_ref(&self) -> &[TermId] {
        match self {
            Self::One(only) => only,
            Self::Several(terms) => terms,
        }
    }
}

/// Which terms there are, roughly: each stands for one of a few signs and shares it with others. It is enough
/// to see that a word is missing without going through a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Signs(u128);

impl Signs {
    /// Those of all terms.
    pub(super) const ALL: Self = Self(u128::MAX);

    /// Those of these terms.
    pub(super) fn of(terms: &[TermId]) -> Self {
        Self(terms.iter().fold(0, |all, it| all | 1 << (it % u128::BITS)))
    }

    /// Whether some term may be among both.
    pub(super) const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_met_by_any_of_them() {
        let [one, several] = [vec![7, 7], vec![9, 3, 5]].map(Terms::new);
        assert_eq!([one.as_ref(), several.as_ref()], [&[7][..], &[3, 5, 9]]);
        assert!(one.meet(&[1, 7]) && several.meet(&[5]));
        assert!(!one.meet(&[1, 8]) && !several.meet(&[4]) && !several.meet(&[]));
    }

    #[test]
    fn what_shares_a_term_shares_a_sign() {
        let signs = Signs::of(&[3, 200]);
        assert!(signs.meet(Signs::of(&[200, 7])) && signs.meet(Signs::ALL));
        assert!(!signs.meet(Signs::of(&[4, 5])) && !signs.meet(Signs::of(&[])));
    }
}
