//! The conversations and criteria on which raters disagree most.

use crate::calibration::{
    rating::Grade,
    report::Rater,
    round::{Item, Round},
};

/// How far apart two raters are where the criterion applies for one of them alone, in levels: more
/// than a shade, less than the opposite.
const APPLIES_OR_NOT: u8 = 2;

/// One criterion of one conversation, with what each gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// The conversation's name for coaches.
    pub item: String,
    /// Its name in the file that it came from.
    pub source: String,
    /// The criterion's name.
    pub criterion: String,
    /// How far the coaches lie apart, in levels; with one coach alone, how far from the machine.
    pub apart: u8,
    /// Who gave what, the coaches in order of name.
    pub coaches: Vec<(String, Grade)>,
    /// What the machine gives.
    pub machine: Option<Grade>,
}

impl Dispute {
    /// All on which somebody differs, the widest apart first.
    pub(super) fn all(
        round: &Round,
        criteria: &[&str],
        coaches: &[Rater],
        machine: &Rater,
    ) -> Vec<Self> {
        let pairs = round
            .items
            .iter()
            .flat_map(|item| criteria.iter().map(move |it| (item, *it)));
        let disputes = pairs.map(|(item, criterion)| Self::of(item, criterion, coaches, machine));
        let mut disputes: Vec<Self> = disputes.filter(|it| it.apart > 0).collect();
        // a stable sort keeps equals in the order of the round
        disputes.sort_by_key(|it| std::cmp::Reverse((it.apart, it.machine_apart())));
        disputes
    }

    fn of(item: &Item, criterion: &str, coaches: &[Rater], machine: &Rater) -> Self {
        let given = coaches.iter().filter_map(|it| {
            let grade = it.grade(&item.id, criterion)?;
            Some((it.name.clone(), grade))
        });
        let given: Vec<(String, Grade)> = given.collect();
        let machine = machine.grade(&item.id, criterion);
        let mut grades: Vec<Grade> = given.iter().map(|it| it.1).collect();
        if grades.len() == 1 {
            grades.extend(machine);
        }
        Self {
            item: item.id.clone(),
            source: item.source.clone(),
            criterion: criterion.to_owned(),
            apart: spread(&grades),
            coaches: given,
            machine,
        }
    }

    /// How far the machine lies from the coach that is furthest from it.
    fn machine_apart(&self) -> u8 {
        let machine = self.machine.iter();
        let apart = machine.flat_map(|it| self.coaches.iter().map(|coach| spread(&[*it, coach.1])));
        apart.max().unwrap_or(0)
    }
}

fn spread(grades: &[Grade]) -> u8 {
    let levels = || grades.iter().filter_map(|it| it.level());
    let apart = levels().max().unwrap_or(0) - levels().min().unwrap_or(0);
    let applies = levels().count();
    if applies == 0 || applies == grades.len() {
        apart
    } else {
        apart.max(APPLIES_OR_NOT)
    }
}
