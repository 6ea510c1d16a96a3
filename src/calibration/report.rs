//! How far the coaches of a round agree, with each other and with the machine.

use crate::{
    acts::{ActSet, AgentAct},
    agreement::Metric,
    calibration::{
        acts::{ActAgreement, EntryDispute},
        compare::{CriterionAgreement, Figure, Pair},
        dispute::Dispute,
        machine::Reading,
        rating::{Grade, Rating, Said, Sheet},
        round::Round,
        severity::{Bias, mean},
        store::Ratings,
    },
    ground::clock::Instant,
    rubric::Rubric,
};

/// With fewer conversations than this, intervals are so wide that little can be said.
pub const FEW: usize = 15;

/// What the machine is called among the raters; no coach can be called so.
pub const MACHINE: &str = "(machine)";

/// Somebody's ratings, under a name.
#[derive(Debug, Clone)]
pub(super) struct Rater {
    pub(super) name: String,
    sheet: Sheet,
}

/// One coach of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coach {
    /// The name.
    pub name: String,
    /// How often they have begun to rate the round.
    pub passes: u32,
    /// Conversations rated the first time, at least in part.
    pub items: usize,
    /// Levels given the first time.
    pub levels: usize,
    /// Replies whose acts were named the first time.
    pub replies: usize,
    /// Lines of the log that could not be read.
    pub damaged: usize,
}

/// How far the coaches of a round agree.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The round's name.
    pub round: String,
    /// When it was made.
    pub at: Instant,
    /// The rubric's name.
    pub rubric: String,
    /// How many conversations it has.
    pub items: usize,
    /// How many of them at least two coaches rated, or one where there is but one.
    pub compared: usize,
    /// How far apart alpha takes levels to lie.
    pub metric: Metric,
    /// Who rated, in order of name.
    pub coaches: Vec<Coach>,
    /// By criterion in the rubric's order.
    pub criteria: Vec<CriterionAgreement>,
    /// How severe each coach is, then the machine against all coaches.
    pub bias: Vec<Bias>,
    /// Per coach that rated twice and criterion, the first time against the second.
    pub twice: Vec<(String, Pair)>,
    /// Acts: every two coaches, then each coach and the machine; only who have replies in common.
    pub acts: Vec<ActAgreement>,
    /// Where coaches lie furthest apart.
    pub disputes: Vec<Dispute>,
    /// What in the lexicon coaches disagree with.
    pub entries: Vec<EntryDispute>,
}

/// How one coach stands to the others in one round.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Who.
    pub coach: String,
    /// The mean weighted kappa with each other coach, over the criteria of which something can be said.
    pub kappa: Option<f64>,
    /// The share of levels equal to those of each other coach.
    pub equal: Option<f64>,
    /// How severe.
    pub bias: Figure,
    /// Levels that they and at least one other gave.
    pub compared: usize,
}

impl Rater {
    /// A coach's ratings of one pass, under the name `name`.
    pub(super) fn coach(name: &str, ratings: &Ratings, pass: u32) -> Self {
        Self {
            name: name.to_owned(),
            sheet: Sheet::of(&ratings.ratings, pass),
        }
    }

    /// The machine as one more rater.
    pub(super) fn machine(round: &Round, readings: &[Reading]) -> Self {
        let mut sheet = Sheet::default();
        for (item, reading) in round.items.iter().zip(readings) {
            let levels = reading.levels.iter().map(|(criterion, level)| Said::Level {
                criterion: criterion.clone(),
                level: *level,
            });
            let acts = reading.replies.iter().enumerate();
            let acts = acts.map(|(at, reply)| Said::Acts {
                reply: at + 1,
                acts: reply.acts.iter().collect(),
            });
            for said in levels.chain(acts) {
                sheet.take(&Rating {
                    at: round.at,
                    coach: MACHINE.to_owned(),
                    pass: 1,
                    item: item.id.clone(),
                    said,
                });
            }
        }
        Self {
            name: MACHINE.to_owned(),
            sheet,
        }
    }

    pub(super) fn grade(&self, item: &str, criterion: &str) -> Option<Grade> {
        self.sheet.grade(item, criterion)
    }

    pub(super) fn acts(&self, item: &str, reply: usize) -> Option<ActSet<AgentAct>> {
        self.sheet.acts(item, reply)
    }
}

impl Report {
    /// Of a round, what its coaches said of it, and what the machine makes of each conversation, in
    /// the order of the round. A coach's first time counts; later ones only against the first.
    pub fn of(
        round: &Round,
        rubric: &Rubric,
        ratings: &[Ratings],
        machine: &[Reading],
        metric: Metric,
    ) -> Self {
        let coaches: Vec<Rater> = ratings
            .iter()
            .map(|it| Rater::coach(&it.coach, it, 1))
            .collect();
        let own = Rater::machine(round, machine);
        let items: Vec<String> = round.items.iter().map(|it| it.id.clone()).collect();
        let names = rubric.criterion_names();
        let agreement = |it: &&str| CriterionAgreement::of(it, &items, &coaches, &own, metric);
        let mut bias: Vec<Bias> = coaches
            .iter()
            .map(|it| Bias::of(it, &coaches, &items, rubric))
            .collect();
        bias.push(Bias::of(&own, &coaches, &items, rubric));
        Self {
            round: round.name.clone(),
            at: round.at,
            rubric: round.rubric.clone(),
            items: items.len(),
            compared: compared(&items, &names, &coaches),
            metric,
            coaches: ratings.iter().map(Coach::of).collect(),
            criteria: names.iter().map(agreement).collect(),
            bias,
            twice: twice(ratings, &names, &items),
            acts: acts(round, &coaches, &own),
            disputes: Dispute::all(round, &names, &coaches, &own),
            entries: EntryDispute::all(round, &coaches, machine),
        }
    }

    /// How each coach stands to the others.
    pub fn standings(&self) -> Vec<Standing> {
        let coaches = self.bias.iter().filter(|it| it.who != MACHINE);
        let standing = |bias: &Bias| {
            let theirs: Vec<&Pair> = self
                .criteria
                .iter()
                .flat_map(|it| &it.coaches)
                .filter(|it| it.one == bias.who || it.other == bias.who)
                .collect();
            // every level weighs the same, whichever criterion or coach it belongs to
            let shares = theirs
                .iter()
                .filter_map(|it| Some(std::iter::repeat_n(it.equal?, it.both)));
            Standing {
                coach: bias.who.clone(),
                kappa: mean(theirs.iter().filter_map(|it| it.kappa.value)),
                equal: mean(shares.flatten()),
                bias: bias.all,
                compared: bias.compared,
            }
        };
        coaches.map(standing).collect()
    }
}

impl Coach {
    fn of(ratings: &Ratings) -> Self {
        let sheet = Sheet::of(&ratings.ratings, 1);
        Self {
            name: ratings.coach.clone(),
            passes: ratings.passes(),
            items: sheet.items(),
            levels: sheet.given(),
            replies: sheet.replies(),
            damaged: ratings.damaged.len(),
        }
    }
}

fn compared(items: &[String], criteria: &[&str], coaches: &[Rater]) -> usize {
    let rated = |coach: &&Rater, item: &str| {
        let mut grades = criteria.iter().map(|it| coach.grade(item, it));
        grades.any(|it| it.is_some())
    };
    let wanted = coaches.len().clamp(1, 2);
    let by = |item: &&String| coaches.iter().filter(|it| rated(it, item)).count() >= wanted;
    items.iter().filter(by).count()
}

/// The first time against the second, for who rated twice.
fn twice(ratings: &[Ratings], criteria: &[&str], items: &[String]) -> Vec<(String, Pair)> {
    let mut pairs = Vec::new();
    for coach in ratings.iter().filter(|it| it.passes() > 1) {
        let first = Rater::coach(&coach.coach, coach, 1);
        let second = Rater::coach(&coach.coach, coach, 2);
        for criterion in criteria {
            let pair = Pair::of(criterion, items, &first, &second);
            pairs.push(((*criterion).to_owned(), pair));
        }
    }
    pairs
}

fn acts(round: &Round, coaches: &[Rater], machine: &Rater) -> Vec<ActAgreement> {
    let mut pairs = Vec::new();
    for (at, one) in coaches.iter().enumerate() {
        let others = coaches.iter().skip(at + 1);
        pairs.extend(others.map(|other| ActAgreement::of(round, one, other)));
    }
    let with_machine = coaches.iter();
    pairs.extend(with_machine.map(|it| ActAgreement::of(round, it, machine)));
    pairs.retain(|it| it.replies > 0);
    pairs
}
