//! Krippendorff's alpha: how well any number of raters agree, also where some of them left some
//! items out (Krippendorff 2011, "Computing Krippendorff's alpha-reliability").

use std::collections::BTreeMap;

/// How far two values are taken to lie apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Metric {
    /// Values are the same or not.
    Nominal,
    /// Values have an order: the more ratings lie between two, the further they are apart.
    #[default]
    Ordinal,
    /// Values are numbers: the square of their difference.
    Interval,
}

/// How often each value met each value, over the units that at least two raters valued.
#[derive(Debug, Default)]
struct Coincidences {
    /// In order.
    values: Vec<u8>,
    /// By place in `values`.
    cells: Vec<Vec<f64>>,
}

/// Alpha over `units`, each with the values that raters gave it: 1 where all agree, 0 where they agree
/// no more than by chance, below that where they agree less. `None` where nothing can be said: no
/// unit has two values, or all values are the same.
pub fn alpha(units: &[Vec<u8>], metric: Metric) -> Option<f64> {
    let met = Coincidences::of(units);
    let totals: Vec<f64> = met.cells.iter().map(|it| it.iter().sum()).collect();
    let all: f64 = totals.iter().sum();
    let (mut seen, mut by_chance) = (0.0, 0.0);
    for (one, row) in met.cells.iter().enumerate() {
        for (other, count) in row.iter().enumerate() {
            let apart = metric.apart(&met.values, &totals, one, other);
            seen += count * apart;
            by_chance += totals[one] * totals[other] * apart;
        }
    }
    (by_chance > 0.0).then(|| 1.0 - (all - 1.0) * seen / by_chance)
}

impl Metric {
    /// The squared distance of the values at two places.
    fn apart(self, values: &[u8], totals: &[f64], one: usize, other: usize) -> f64 {
        let (low, high) = (one.min(other), one.max(other));
        let apart = match self {
            Self::Nominal => f64::from(u8::from(low != high)),
            Self::Ordinal => {
                let between: f64 = totals[low..=high].iter().sum();
                between - f64::midpoint(totals[low], totals[high])
            }
            Self::Interval => f64::from(values[high] - values[low]),
        };
        apart * apart
    }
}

impl Coincidences {
    fn of(units: &[Vec<u8>]) -> Self {
        let paired = units.iter().filter(|it| it.len() > 1);
        let places: BTreeMap<u8, usize> = paired.clone().flatten().map(|it| (*it, 0)).collect();
        let values: Vec<u8> = places.into_keys().collect();
        let mut cells = vec![vec![0.0; values.len()]; values.len()];
        for unit in paired {
            let share = 1.0 / (count(unit.len()) - 1.0);
            for (at, value) in unit.iter().enumerate() {
                for (other_at, other) in unit.iter().enumerate() {
                    let place = |it: &u8| values.binary_search(it);
                    if let (true, Ok(row), Ok(column)) =
                        (at != other_at, place(value), place(other))
                    {
                        cells[row][column] += share;
                    }
                }
            }
        }
        Self { values, cells }
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The raters' values as in the paper, a row a rater, `.` for a missing one; as units.
    fn units(rows: &[&str]) -> Vec<Vec<u8>> {
        let rows: Vec<Vec<Option<u8>>> = rows
            .iter()
            .map(|row| {
                let values = row.split_whitespace();
                values
                    .map(|it| it.bytes().next().filter(|it| *it != b'.'))
                    .collect()
            })
            .collect();
        let width = rows.first().map_or(0, Vec::len);
        (0..width)
            .map(|at| rows.iter().filter_map(|it| it[at]).collect())
            .collect()
    }

    /// To three digits, as the paper gives it.
    fn told(units: &[Vec<u8>], metric: Metric) -> String {
        alpha(units, metric).map_or("–".to_owned(), |it| format!("{it:.3}"))
    }

    #[test]
    fn the_published_example_of_four_observers_with_missing_values() {
        let units = units(&[
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .",
        ]);
        let metrics = [Metric::Nominal, Metric::Ordinal, Metric::Interval];
        let told = metrics.map(|it| told(&units, it));
        assert_eq!(told, ["0.743", "0.815", "0.849"]);
    }

    #[test]
    fn the_published_examples_of_two_observers() {
        let binary = units(&["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"]);
        assert_eq!(told(&binary, Metric::Nominal), "0.095");
        let nominal = units(&["a a b b d c c c e d d a", "b a b b b c c c e d d d"]);
        assert_eq!(told(&nominal, Metric::Nominal), "0.692");
    }

    #[test]
    fn perfect_constant_and_empty_ratings() {
        for metric in [Metric::Nominal, Metric::Ordinal, Metric::Interval] {
            assert_eq!(alpha(&[vec![0, 0], vec![4, 4, 4]], metric), Some(1.0));
            assert_eq!(alpha(&[vec![3, 3], vec![3, 3]], metric), None);
            assert_eq!(alpha(&[vec![3], vec![], vec![1]], metric), None);
            assert_eq!(alpha(&[], metric), None);
        }
    }

    #[test]
    fn a_unit_with_one_value_changes_nothing() {
        let without = [vec![0, 1], vec![2, 2], vec![4, 3]];
        let mut with = without.to_vec();
        with.push(vec![1]);
        assert_eq!(
            alpha(&without, Metric::Ordinal),
            alpha(&with, Metric::Ordinal)
        );
    }

    proptest::proptest! {
        #[test]
        fn never_above_one_and_the_order_of_raters_is_nothing(
            mut units in proptest::collection::vec(proptest::collection::vec(0u8..5, 0..5), 0..12)
        ) {
            let before = alpha(&units, Metric::Ordinal);
            for it in &mut units {
                it.reverse();
            }
            let after = alpha(&units, Metric::Ordinal);
            proptest::prop_assert_eq!(before.is_some(), after.is_some());
            if let (Some(before), Some(after)) = (before, after) {
                proptest::prop_assert!(before <= 1.0 + 1e-9 && (before - after).abs() < 1e-9);
            }
        }
    }
}
