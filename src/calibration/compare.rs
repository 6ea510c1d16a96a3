//! Levels held against each other: two raters by kappa, all of them by alpha.

use crate::{
    agreement::{Interval, LevelTable, Metric, alpha, spread},
    calibration::{rating::Grade, report::Rater},
};

/// A figure with how sure it is.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Figure {
    /// As measured; `None` where it cannot be reckoned.
    pub value: Option<f64>,
    /// 95% of the bootstrap samples; `None` where too few of them have a figure.
    pub interval: Option<Interval>,
}

/// How two raters agree on one criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// One of them.
    pub one: String,
    /// The other.
    pub other: String,
    /// Conversations that both gave a level.
    pub both: usize,
    /// Weighted kappa with quadratic weights.
    pub kappa: Figure,
    /// The share given the same level; `None` without any.
    pub equal: Option<f64>,
    /// The share given levels no more than one apart.
    pub near: Option<f64>,
    /// Conversations to which the criterion applies for one of them alone.
    pub applies_for_one: usize,
}

/// How all raters agree on one criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionAgreement {
    /// Its name.
    pub criterion: String,
    /// Conversations that at least two coaches gave a level.
    pub compared: usize,
    /// Krippendorff's alpha over the coaches.
    pub alpha: Figure,
    /// The same with the machine as one more rater.
    pub alpha_with_machine: Figure,
    /// Every two coaches.
    pub coaches: Vec<Pair>,
    /// Every coach and the machine.
    pub machine: Vec<Pair>,
}

impl Figure {
    /// A figure over `items` conversations, of which each sample draws some.
    pub(super) fn over(items: usize, figure: impl Fn(&[usize]) -> Option<f64>) -> Self {
        let all: Vec<usize> = (0..items).collect();
        let value = figure(&all);
        Self {
            value,
            interval: value.and_then(|_| spread(items, figure)),
        }
    }
}

impl CriterionAgreement {
    /// Of the raters of a round, the machine beside the coaches.
    pub(super) fn of(
        criterion: &str,
        items: &[String],
        coaches: &[Rater],
        machine: &Rater,
        metric: Metric,
    ) -> Self {
        let mut everyone: Vec<&Rater> = coaches.iter().collect();
        let units = units(criterion, items, &everyone);
        everyone.push(machine);
        let with_machine = self::units(criterion, items, &everyone);
        let mut pairs = Vec::new();
        for (at, one) in coaches.iter().enumerate() {
            let others = coaches.iter().skip(at + 1);
            pairs.extend(others.map(|other| Pair::of(criterion, items, one, other)));
        }
        let machine = coaches
            .iter()
            .map(|it| Pair::of(criterion, items, it, machine));
        Self {
            criterion: criterion.to_owned(),
            compared: units.iter().filter(|it| it.len() > 1).count(),
            alpha: alpha_of(&units, metric),
            alpha_with_machine: alpha_of(&with_machine, metric),
            coaches: pairs,
            machine: machine.collect(),
        }
    }
}

impl Pair {
    /// Of two raters.
    pub(super) fn of(criterion: &str, items: &[String], one: &Rater, other: &Rater) -> Self {
        let grades = |it: &String| Some((one.grade(it, criterion)?, other.grade(it, criterion)?));
        let met: Vec<(Grade, Grade)> = items.iter().filter_map(grades).collect();
        let levels: Vec<(u8, u8)> = met
            .iter()
            .filter_map(|it| it.0.level().zip(it.1.level()))
            .collect();
        let table = table(levels.iter());
        let share = |it: f64| (!levels.is_empty()).then_some(it);
        let alone = met
            .iter()
            .filter(|it| it.0.level().is_some() != it.1.level().is_some());
        Self {
            one: one.name.clone(),
            other: other.name.clone(),
            both: levels.len(),
            // one conversation says nothing about chance
            kappa: Figure::over(levels.len(), |drawn| {
                if levels.len() < 2 {
                    return None;
                }
                self::table(drawn.iter().map(|it| &levels[*it])).weighted_kappa()
            }),
            equal: share(table.within(0)),
            near: share(table.within(1)),
            applies_for_one: alone.count(),
        }
    }
}

fn table<'l>(levels: impl Iterator<Item = &'l (u8, u8)>) -> LevelTable {
    let mut table = LevelTable::default();
    for (one, other) in levels {
        table.cells[usize::from(*one)][usize::from(*other)] += 1;
    }
    table
}

/// Per conversation the levels that raters gave.
fn units(criterion: &str, items: &[String], raters: &[&Rater]) -> Vec<Vec<u8>> {
    let levels = |item: &String| {
        let grades = raters.iter().filter_map(|it| it.grade(item, criterion));
        grades.filter_map(Grade::level).collect()
    };
    items.iter().map(levels).collect()
}

fn alpha_of(units: &[Vec<u8>], metric: Metric) -> Figure {
    if units.iter().filter(|it| it.len() > 1).count() < 2 {
        return Figure::default();
    }
    Figure::over(units.len(), |drawn| {
        let drawn: Vec<Vec<u8>> = drawn.iter().map(|it| units[*it].clone()).collect();
        alpha(&drawn, metric)
    })
}
