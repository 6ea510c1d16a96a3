//! The way of one coach through the conversations: one criterion after another.

use crate::{
    calibration::{
        answer::{Answer, Refusal},
        rating::{Grade, Rating, Said, Sheet},
        round::{Item, Round},
    },
    ground::clock::Instant,
    rubric::{Criterion, Rubric},
};

/// Where a coach is: a conversation of their order and a criterion, both from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which conversation of the coach's order.
    pub nth: usize,
    /// Which criterion.
    pub criterion: usize,
}

/// A coach on their way. It knows nothing of what others said.
#[derive(Debug)]
pub struct Walk<'r> {
    round: &'r Round,
    rubric: &'r Rubric,
    order: Vec<usize>,
    coach: String,
    pass: u32,
    sheet: Sheet,
    place: Option<Place>,
}

impl<'r> Walk<'r> {
    /// Carries on at the first criterion that the coach has not rated in this pass.
    pub fn new(
        round: &'r Round,
        rubric: &'r Rubric,
        coach: &str,
        pass: u32,
        ratings: &[Rating],
    ) -> Self {
        let mut walk = Self {
            round,
            rubric,
            order: round.order(coach, pass),
            coach: coach.to_owned(),
            pass,
            sheet: Sheet::of(ratings, pass),
            place: None,
        };
        walk.place = walk.first_open();
        walk
    }

    /// Where the coach is; `None` when everything is rated.
    pub const fn place(&self) -> Option<Place> {
        self.place
    }

    /// The conversation at a place.
    pub fn item(&self, place: Place) -> Option<&'r Item> {
        let number = self.order.get(place.nth)?;
        self.round.items.get(*number)
    }

    /// The criterion at a place.
    pub fn criterion(&self, place: Place) -> Option<&'r Criterion> {
        self.rubric.criteria.get(place.criterion)
    }

    /// What the coach said there before, in this pass.
    pub fn grade(&self, place: Place) -> Option<Grade> {
        let (item, criterion) = (self.item(place)?, self.criterion(place)?);
        self.sheet.grade(&item.id, &criterion.id)
    }

    /// How many conversations there are.
    pub fn items(&self) -> usize {
        self.order.len()
    }

    /// How many levels are still to be given.
    pub fn open(&self) -> usize {
        self.places().filter(|it| self.grade(*it).is_none()).count()
    }

    /// The rating that an answer makes, where it makes one. It counts once [`Self::take`] has it.
    ///
    /// # Errors
    /// When the answer does not fit where the coach is.
    pub fn rating(&self, answer: &Answer) -> Result<Option<Rating>, Refusal> {
        let Some((item, criterion)) = self
            .place
            .and_then(|it| self.item(it).zip(self.criterion(it)))
        else {
            return match answer {
                Answer::Grade(_) | Answer::Acts { .. } => Err(Refusal::Blank),
                _ => Ok(None),
            };
        };
        let said = match answer {
            Answer::Grade(Grade::NotApplicable) if criterion.only_with.is_none() => {
                return Err(Refusal::Applies);
            }
            Answer::Grade(level) => Said::Level {
                criterion: criterion.id.to_string(),
                level: *level,
            },
            Answer::Acts { reply, acts } => {
                let replies = item.replies().count();
                if !(1..=replies).contains(reply) {
                    return Err(Refusal::NoSuchReply(replies));
                }
                Said::Acts {
                    reply: *reply,
                    acts: acts.clone(),
                }
            }
            _ => return Ok(None),
        };
        Ok(Some(Rating {
            at: Instant::now(),
            coach: self.coach.clone(),
            pass: self.pass,
            item: item.id.clone(),
            said,
        }))
    }

    /// Lets a rating count; after a level the coach goes on.
    pub fn take(&mut self, rating: &Rating) {
        self.sheet.take(rating);
        if let (Said::Level { .. }, Some(place)) = (&rating.said, self.place) {
            self.place = self.next(place);
        }
    }

    /// Goes where an answer leads.
    ///
    /// # Errors
    /// When there is no such place.
    pub fn go(&mut self, answer: &Answer) -> Result<(), Refusal> {
        match answer {
            Answer::Back => self.back(),
            Answer::Go(number) => {
                let nth = number.checked_sub(1).filter(|it| *it < self.items());
                let nth = nth.ok_or(Refusal::NoSuchItem(self.items()))?;
                self.place = Some(Place { nth, criterion: 0 });
            }
            Answer::Keep => {
                let kept = self.place.filter(|it| self.grade(*it).is_some());
                self.place = self.next(kept.ok_or(Refusal::Blank)?);
            }
            _ => {}
        }
        Ok(())
    }

    fn back(&mut self) {
        let before = self
            .places()
            .filter(|it| self.place.is_none_or(|at| *it < at));
        self.place = before.last().or(self.place);
    }

    /// The next criterion of the same conversation, rated or not, so that going back is undone by going
    /// on; else the first that is still open.
    fn next(&self, place: Place) -> Option<Place> {
        let next = Place {
            criterion: place.criterion + 1,
            ..place
        };
        if self.criterion(next).is_some() && self.open() > 0 {
            return Some(next);
        }
        let later = self.places().filter(|it| *it > place);
        let mut later = later.filter(|it| self.grade(*it).is_none());
        later.next().or_else(|| self.first_open())
    }

    fn first_open(&self) -> Option<Place> {
        self.places().find(|it| self.grade(*it).is_none())
    }

    fn places(&self) -> impl Iterator<Item = Place> + use<'_, 'r> {
        let criteria = self.rubric.criteria.len();
        let conversations = 0..self.order.len();
        conversations
            .flat_map(move |nth| (0..criteria).map(move |criterion| Place { nth, criterion }))
    }
}
