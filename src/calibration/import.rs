//! Ratings made elsewhere: labelled conversations become ratings of a coach.

use crate::{
    acts::AgentAct,
    agreement::Labelled,
    calibration::{
        rating::{Grade, Rating, Said},
        round::{Item, Round},
    },
    ground::clock::Instant,
    rubric::Rubric,
};

/// What a labelled file comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// In the order of the file.
    pub ratings: Vec<Rating>,
    /// How many conversations they are about.
    pub items: usize,
    /// Names in the file that the round has no conversation of.
    pub strangers: Vec<String>,
}

/// Why a labelled file cannot be taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// None of its conversations is in the round.
    #[error("none of the conversations in the file is in the round; its own are: {}", .0.join(", "))]
    NothingKnown(Vec<String>),
    /// A criterion that the rubric does not have.
    #[error("`{id}`: the rubric has no criterion `{criterion}`; its criteria are: {}", .known.join(", "))]
    UnknownCriterion {
        /// The conversation.
        id: String,
        /// The criterion.
        criterion: String,
        /// Those that there are.
        known: Vec<String>,
    },
    /// `na` where the rubric does not allow it.
    #[error("`{id}`: `{criterion}` applies to every conversation; give it 0 to 4")]
    Applies {
        /// The conversation.
        id: String,
        /// The criterion.
        criterion: String,
    },
    /// Another number of replies than the conversation has.
    #[error("`{id}`: acts for {labelled} replies, but the conversation has {replies}")]
    Replies {
        /// The conversation.
        id: String,
        /// Replies in the file.
        labelled: usize,
        /// Replies in the round.
        replies: usize,
    },
}

/// The ratings that labels come to. Labels without acts at all say nothing about acts.
///
/// # Errors
/// When one of them does not fit the round; then none should be taken in.
pub fn import(
    round: &Round,
    rubric: &Rubric,
    labelled: &[Labelled],
    coach: &str,
    pass: u32,
) -> Result<Imported, ImportError> {
    let mut imported = Imported {
        ratings: Vec::new(),
        items: 0,
        strangers: Vec::new(),
    };
    let at = Instant::now();
    for labels in labelled {
        let Some(item) = round.item(&labels.id) else {
            imported.strangers.push(labels.id.clone());
            continue;
        };
        imported.items += 1;
        let said = levels(labels, rubric)?.into_iter();
        for said in said.chain(acts(labels, item)?) {
            imported.ratings.push(Rating {
                at,
                coach: coach.to_owned(),
                pass,
                item: item.id.clone(),
                said,
            });
        }
    }
    if imported.items == 0 {
        let own = round.items.iter().map(|it| it.source.clone());
        return Err(ImportError::NothingKnown(own.collect()));
    }
    Ok(imported)
}

fn levels(labels: &Labelled, rubric: &Rubric) -> Result<Vec<Said>, ImportError> {
    let said = labels.levels.iter().map(|(criterion, level)| {
        let number = rubric.criterion(criterion);
        let Some(known) = number.and_then(|it| rubric.criteria.get(it)) else {
            let known = rubric.criterion_names();
            return Err(ImportError::UnknownCriterion {
                id: labels.id.clone(),
                criterion: criterion.clone(),
                known: known.iter().map(ToString::to_string).collect(),
            });
        };
        if level.is_none() && known.only_with.is_none() {
            return Err(ImportError::Applies {
                id: labels.id.clone(),
                criterion: criterion.clone(),
            });
        }
        Ok(Said::Level {
            criterion: criterion.clone(),
            level: Grade::of(*level),
        })
    });
    said.collect()
}

fn acts(labels: &Labelled, item: &Item) -> Result<Vec<Said>, ImportError> {
    if labels.agent.is_empty() {
        return Ok(Vec::new());
    }
    let replies = item.replies().count();
    if labels.agent.len() != replies {
        return Err(ImportError::Replies {
            id: labels.id.clone(),
            labelled: labels.agent.len(),
            replies,
        });
    }
    let said = labels
        .agent
        .iter()
        .enumerate()
        .map(|(at, acts)| Said::Acts {
            reply: at + 1,
            acts: acts
                .iter()
                .filter(|it: &AgentAct| it.is_codebook())
                .collect(),
        });
    Ok(said.collect())
}
