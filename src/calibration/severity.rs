//! Who is severe and who is lenient: the mean difference from the others.

use crate::{
    calibration::{compare::Figure, rating::Grade, report::Rater},
    rubric::Rubric,
};

/// A rater's difference from the mean of the others, in levels; below 0 is severe.
#[derive(Debug, Clone, PartialEq)]
pub struct Bias {
    /// Who.
    pub who: String,
    /// Levels that they and at least one other gave.
    pub compared: usize,
    /// Over all criteria.
    pub all: Figure,
    /// By criterion in the rubric's order.
    pub criteria: Vec<(String, Figure)>,
}

impl Bias {
    /// Of `rater` against `others`; whoever is both is no other.
    pub(super) fn of(rater: &Rater, others: &[Rater], items: &[String], rubric: &Rubric) -> Self {
        let names: Vec<&str> = rubric.criterion_names();
        let of = |criteria: &[&str]| {
            let per_item: Vec<Vec<f64>> = items
                .iter()
                .map(|item| {
                    let differences = criteria.iter();
                    let differences = differences.filter_map(|it| apart(rater, others, item, it));
                    differences.collect()
                })
                .collect();
            let compared = per_item.iter().flatten().count();
            let given: Vec<Vec<f64>> = per_item.into_iter().filter(|it| !it.is_empty()).collect();
            let mean = |drawn: &[usize]| mean(drawn.iter().flat_map(|it| &given[*it]).copied());
            (compared, Figure::over(given.len(), mean))
        };
        let (compared, all) = of(&names);
        let criteria = names.iter().map(|it| ((*it).to_owned(), of(&[*it]).1));
        Self {
            who: rater.name.clone(),
            compared,
            all,
            criteria: criteria.collect(),
        }
    }
}

/// The level of one minus the mean level of the others.
fn apart(rater: &Rater, others: &[Rater], item: &str, criterion: &str) -> Option<f64> {
    let level = |it: &Rater| {
        it.grade(item, criterion)
            .and_then(Grade::level)
            .map(f64::from)
    };
    let others = others.iter().filter(|it| it.name != rater.name);
    Some(level(rater)? - mean(others.filter_map(level))?)
}

/// The mean; `None` of nothing.
pub(super) fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut number) = (0.0, 0.0);
    for value in values {
        sum += value;
        number += 1.0;
    }
    (number > 0.0).then(|| sum / number)
}
