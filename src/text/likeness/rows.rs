//! Lists of different lengths, kept in one.

use std::ops::Range;

/// Rows of different lengths, one after the other.
#[derive(Debug)]
pub(super) struct Rows<T> {
    pub(super) items: Vec<T>,
    ends: Vec<usize>,
}

impl<T> Rows<T> {
    pub(super) fn end_row(&mut self) {
        self.ends.push(self.items.len());
    }

    fn range(&self, at: usize) -> Range<usize> {
        let start = at.checked_sub(1).map_or(0, |it| self.ends[it]);
        start..self.ends[at]
    }

    pub(super) fn row(&self, at: usize) -> &[T] {
        &self.items[self.range(at)]
    }

    pub(super) fn row_mut(&mut self, at: usize) -> &mut [T] {
        let range = self.range(at);
        &mut self.items[range]
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            ends: Vec::new(),
        }
    }
}

impl<T: Copy + Default> Rows<T> {
    /// `many` rows of what belongs to each, in the order in which it comes.
    pub(super) fn grouped(items: &[(u32, T)], many: usize) -> Self {
        let mut ends = vec![0_usize; many];
        for (row, _) in items {
            ends[*row as usize] += 1;
        }
        let mut end = 0;
        for it in &mut ends {
            end += *it;
            *it = end;
        }
        // each row is filled from its end
        let mut sorted = vec![T::default(); items.len()];
        let mut next = ends.clone();
        for (row, item) in items.iter().rev() {
            let place = &mut next[*row as usize];
            *place -= 1;
            sorted[*place] = *item;
        }
        Self {
            items: sorted,
            ends,
        }
    }
}
