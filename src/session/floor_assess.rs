//! A chat desk, scored: each conversation like any other, and the desk by its clock.

use std::collections::BTreeMap;

use crate::{
    library::{Library, LoadError},
    scenario::EndingKind,
    session::{
        assess::{Assessment, Judge},
        chat::Chat,
        floor::Floor,
    },
};

/// The scorecards of a chat desk.
#[derive(Debug)]
pub struct FloorAssessment {
    /// One for each chat whose customer has come, answered or not, in order of coming.
    pub chats: Vec<(usize, Assessment)>,
    /// What the desk as a whole comes to.
    pub desk: FloorFigures,
}

/// The figures of a desk; times in seconds of its clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct FloorFigures {
    /// From the first customer to the last word.
    pub seconds: u32,
    /// The longest that anybody waited.
    pub longest_wait: u32,
    /// How many messages were answered.
    pub answers: usize,
    /// How many of them within the norm.
    pub in_time: usize,
    /// How many waits were announced.
    pub announced: u32,
    /// How often a customer was taken for another.
    pub mixed_up: u32,
    /// How many customers left without an answer.
    pub left: usize,
}

impl FloorAssessment {
    /// Scores every chat, and the desk.
    ///
    /// # Errors
    /// When a rubric, or the file of better replies, cannot be loaded.
    pub fn of(floor: &Floor, library: &Library) -> Result<Self, LoadError> {
        let judges = floor.chats().iter().map(|it| {
            let (scenario, reader) = (it.practice.scenario(), it.practice.reader());
            Judge::of(&scenario.card, library, reader)
        });
        let judges: Vec<Judge> = judges.collect::<Result<_, _>>()?;
        Ok(Self::judged(floor, &judges))
    }

    /// The same by judges that were loaded before, one for each chat of the desk.
    pub fn judged(floor: &Floor, judges: &[Judge]) -> Self {
        let chats = floor.chats().iter().zip(judges).enumerate();
        let come = chats.filter(|(_, (chat, _))| chat.has_come());
        Self {
            chats: come
                .map(|(number, (chat, judge))| (number, judge.assess(&chat.practice)))
                .collect(),
            desk: figures(floor),
        }
    }

    /// The levels of all chats together: of each criterion the mean, rounded down.
    pub fn levels(&self) -> BTreeMap<String, Option<u8>> {
        mean_levels(self.chats.iter().map(|it| &it.1))
    }

    /// The mean of all totals, 0–100.
    pub fn total(&self) -> u32 {
        let totals = self.chats.iter().map(|it| it.1.card.total);
        let count = u32::try_from(self.chats.len()).unwrap_or(u32::MAX);
        totals.sum::<u32>().checked_div(count).unwrap_or(0)
    }
}

/// The levels of several conversations together: of each criterion the mean, rounded down.
pub fn mean_levels<'a>(all: impl Iterator<Item = &'a Assessment>) -> BTreeMap<String, Option<u8>> {
    let mut levels: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for assessment in all {
        let scores = assessment.card.criteria.iter();
        for (score, criterion) in scores.zip(&assessment.rubric.criteria) {
            let these = levels.entry(criterion.id.to_string()).or_default();
            these.extend(score.level);
        }
    }
    let mean = |levels: Vec<u8>| {
        let sum: usize = levels.iter().map(|it| usize::from(*it)).sum();
        sum.checked_div(levels.len())
            .and_then(|it| u8::try_from(it).ok())
    };
    levels
        .into_iter()
        .map(|(criterion, levels)| (criterion, mean(levels)))
        .collect()
}

/// How a chat ended: who leaves without an answer has given up.
pub fn chat_ending(chat: &Chat) -> Option<EndingKind> {
    if chat.left {
        Some(EndingKind::GivenUp)
    } else {
        chat.practice.ending_kind()
    }
}

/// How the desk ended: as its least happy customer; `None` while somebody is still there.
pub fn floor_ending(floor: &Floor) -> Option<EndingKind> {
    let endings: Option<Vec<EndingKind>> = floor.chats().iter().map(chat_ending).collect();
    // in order from resolved to hung up
    endings?.into_iter().max()
}

fn figures(floor: &Floor) -> FloorFigures {
    let chats = floor.chats();
    let answered = |chat: &Chat| chat.waits.len() - usize::from(chat.left);
    let longest = |chat: &Chat| chat.longest_wait(floor.clock());
    let in_time = |chat: &Chat| {
        let answers = chat.waits.iter().take(answered(chat));
        answers.filter(|it| **it <= floor.pace().norm).count()
    };
    FloorFigures {
        seconds: floor.clock(),
        longest_wait: chats.iter().map(longest).max().unwrap_or(0),
        answers: chats.iter().map(answered).sum(),
        in_time: chats.iter().map(in_time).sum(),
        announced: chats.iter().map(|it| it.announced).sum(),
        mixed_up: chats.iter().map(|it| it.mixed_up).sum(),
        left: chats.iter().filter(|it| it.left).count(),
    }
}
