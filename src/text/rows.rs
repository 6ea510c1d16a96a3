//! Lists of different lengths, kept in one.

use std::ops::Range;

/// Rows of different lengths, one after the other.
#[derive(Debug)]
pub(in crate::text) struct Rows<T> {
    pub(in crate::text) items: Vec<T>,
    ends: Vec<usize>,
}

impl<T> Rows<T> {
    pub(in crate::text) fn end_row(&mut self) {
        self.ends.push(self.items.len());
    }

    fn range(&self, at: usize) -> Range<usize> {
        let start = at.checked_sub(1).map_or(0, |it| self.ends[it]);
        start..self.ends[at]
    }

    pub(in crate::text) fn row(&self, at: usize) -> &[T] {
        &self.items[self.range(at)]
    }

    pub(in crate::text) fn row_mut(&mut self, at: usize) -> &mut [T] {
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
    /// The same with the rows of another after these, each of their items changed.
    pub(in crate::text) fn append(&mut self, other: &Self, change: impl Fn(T) -> T) {
        let before = self.items.len();
        self.ends.extend(other.ends.iter().map(|it| before + it));
        self.items.extend(other.items.iter().map(|it| change(*it)));
    }

    /// `many` rows of what belongs to each, in the order in which it comes. The items are gone through
    /// twice: to keep them would take more time.
    pub(in crate::text) fn grouped(
        items: impl Iterator<Item = (u32, T)> + Clone,
        many: usize,
    ) -> Self {
        let mut ends = vec![0_usize; many];
        items.clone().for_each(|(row, _)| ends[row as usize] += 1);
        let mut end = 0;
        for it in &mut ends {
            end += std::mem::replace(it, end);
        }
        // from where a row begins to where it ends
        let mut sorted = vec![T::default(); end];
        items.for_each(|(row, item)| {
            let place = &mut ends[row as usize];
            sorted[*place] = item;
            *place += 1;
        });
        Self {
            items: sorted,
            ends,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_together_stands_in_one_row_in_the_order_in_which_it_came() {
        let items = [(2, 'a'), (0, 'b'), (2, 'c'), (4, 'd'), (2, 'e')];
        let rows = Rows::grouped(items.into_iter(), 5);
        let rows: Vec<String> = (0..5).map(|it| rows.row(it).iter().collect()).collect();
        assert_eq!(rows, ["b", "", "ace", "", "d"]);
    }
}
