//! How coaches move over rounds in time.

use crate::{
    calibration::report::{Report, Standing},
    ground::clock::Instant,
};

/// How one coach stood in one round.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundStanding {
    /// The round's name.
    pub round: String,
    /// When it was made.
    pub at: Instant,
    /// How they stood to the others.
    pub standing: Standing,
}

/// A coach over rounds in time.
#[derive(Debug, Clone, PartialEq)]
pub struct Drift {
    /// Who.
    pub coach: String,
    /// The rounds that they rated, oldest first.
    pub rounds: Vec<RoundStanding>,
}

impl Drift {
    /// Of every coach in these reports, in order of name.
    pub fn all(reports: &[Report]) -> Vec<Self> {
        let mut reports: Vec<&Report> = reports.iter().collect();
        reports.sort_by(|one, other| (one.at, &one.round).cmp(&(other.at, &other.round)));
        let mut all: Vec<Self> = Vec::new();
        for report in reports {
            for standing in report.standings() {
                let coach = standing.coach.clone();
                let round = RoundStanding {
                    round: report.round.clone(),
                    at: report.at,
                    standing,
                };
                match all.iter_mut().find(|it| it.coach == coach) {
                    Some(known) => known.rounds.push(round),
                    None => all.push(Self {
                        coach,
                        rounds: vec![round],
                    }),
                }
            }
        }
        all.sort_by(|one, other| one.coach.cmp(&other.coach));
        all
    }
}
