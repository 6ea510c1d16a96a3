//! Where in a text something stands.

use std::ops::Range;

/// A half-open range of **bytes** in a text; both ends lie on character boundaries.
///
/// Inside the program all positions are bytes; [`Span::to_chars`] converts once, at the edge, to
/// the Unicode scalar values that the JSON interfaces count in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The piece of `text` that the span covers; empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The same place counted in Unicode scalar values of `text`, half open.
    pub fn to_chars(self, text: &str) -> (usize, usize) {
        let count = |to: usize| text.get(..to).map_or(0, |head| head.chars().count());
        (count(self.start), count(self.end))
    }

    /// Whether the two spans share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self {
            start: range.start,
            end: range.end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_not_bytes() {
        let text = "één ✓ ok";
        let span = Span::new(text.find('✓').unwrap(), text.len());
        assert_eq!(span.of(text), "✓ ok");
        assert_eq!(span.to_chars(text), (4, 8));
    }
}
