//! Sums by number, of which few are ever touched.

/// A sum for each of so many numbers, all zero but while something is added up.
#[derive(Debug, Default)]
pub(super) struct Sums {
    totals: Vec<f32>,
    /// Which of them are no longer zero, of `many` the first; what stands behind them means nothing.
    touched: Vec<u32>,
    many: usize,
}

impl Sums {
    /// Makes room for so many numbers and leaves what there is.
    pub(super) fn make_room(&mut self, numbers: usize) {
        if self.totals.len() < numbers {
            self.totals.resize(numbers, 0.0);
            self.touched.resize(numbers + 1, 0);
        }
    }

    /// Adds `amount`, which is above 0, to the sum of a number.
    pub(super) fn add(&mut self, number: u32, amount: f32) {
        let sum = &mut self.totals[number as usize];
        // whether it is new nobody can foresee: what is not is written over by the next
        self.touched[self.many] = number;
        self.many += usize::from(*sum <= 0.0);
        *sum += amount;
    }

    /// The numbers that something was added to, in order of that, each with its sum, which is zero again.
    pub(super) fn take(&mut self) -> impl Iterator<Item = (u32, f32)> {
        let touched = self.touched[..std::mem::take(&mut self.many)].iter();
        let totals = &mut self.totals;
        touched.map(|it| (*it, std::mem::take(&mut totals[*it as usize])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_comes_once_with_its_sum_and_is_zero_after() {
        let mut sums = Sums::default();
        sums.make_room(3);
        for (number, amount) in [(2, 0.5), (0, 1.0), (2, 0.25), (2, 0.25)] {
            sums.add(number, amount);
        }
        assert_eq!(sums.take().collect::<Vec<_>>(), [(2, 1.0), (0, 1.0)]);
        assert_eq!(sums.take().count(), 0);
        sums.add(2, 3.0);
        assert_eq!(sums.take().collect::<Vec<_>>(), [(2, 3.0)]);
    }
}
