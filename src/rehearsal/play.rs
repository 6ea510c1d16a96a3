//! One conversation of one trainee.

use crate::{
    ground::dice::Dice,
    rehearsal::{
        model_agent::ModelAgent,
        pool::{Pool, Springs},
        trainee::{MOST_REPLIES, Plays, Trainee},
    },
    rubric::GeneralReplies,
    session::Practice,
};

/// A trainee with its words for one scenario.
pub(super) struct Player<'a> {
    plays: Plays,
    closes: Option<(u32, u32)>,
    turns: (u32, u32),
    pub(super) pools: Pools<'a>,
    /// What the model agent says where the scenario has nothing of its own.
    pub(super) general: &'a GeneralReplies,
}

/// The replies of each phase.
pub(super) struct Pools<'a> {
    pub(super) opening: Pool<'a>,
    pub(super) middle: Pool<'a>,
    pub(super) closing: Pool<'a>,
}

impl<'a> Player<'a> {
    pub(super) fn new(
        trainee: &'a Trainee,
        springs: &'a Springs,
        general: &'a GeneralReplies,
    ) -> Self {
        Self {
            plays: trainee.plays,
            closes: trainee.closes,
            turns: trainee.turns,
            pools: Pools {
                opening: Pool::new(&trainee.opening, springs),
                middle: Pool::new(&trainee.middle, springs),
                closing: Pool::new(&trainee.closing, springs),
            },
            general,
        }
    }

    /// Speaks until the conversation ends, or until nobody would go on.
    pub(super) fn play(&self, practice: &mut Practice, dice: &mut Dice) {
        match self.plays {
            Plays::Chance => self.play_by_chance(practice, dice),
            Plays::Needs => self.play_by_needs(practice, dice),
        }
    }

    fn play_by_chance(&self, practice: &mut Practice, dice: &mut Dice) {
        let closes = self.closes.map(|it| drawn_between(it, dice));
        let mut said = "";
        for number in 1..=MOST_REPLIES {
            let pool = match number {
                1 => &self.pools.opening,
                _ if closes.is_some_and(|it| it <= number) => &self.pools.closing,
                _ => &self.pools.middle,
            };
            said = pool.draw(said, dice);
            if practice.reply(said).is_none() {
                break;
            }
        }
    }

    fn play_by_needs(&self, practice: &mut Practice, dice: &mut Dice) {
        let turns = drawn_between(self.turns, dice);
        let mut agent = ModelAgent::new(self);
        let mut said = "";
        for number in 1..=MOST_REPLIES {
            if practice.is_over() {
                break;
            }
            if number < turns {
                said = self.pools.opening.draw(said, dice);
                practice.reply(said);
            } else {
                let reply = agent.reply(practice, dice);
                practice.reply(&reply);
            }
        }
    }
}

/// A number from the first up to and with the last.
fn drawn_between((first, last): (u32, u32), dice: &mut Dice) -> u32 {
    let choices = usize::try_from(last.saturating_sub(first)).unwrap_or_default() + 1;
    first.saturating_add(u32::try_from(dice.below(choices)).unwrap_or_default())
}
