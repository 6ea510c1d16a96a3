//! A trainee's words, gathered for one scenario, and drawing from them.

use crate::{
    ground::dice::Dice,
    rehearsal::trainee::{Phase, Replies, Spring},
    scenario::Scenario,
};

/// The replies of one phase: groups with their weights, none of them empty.
#[derive(Debug)]
pub(super) struct Pool<'a> {
    groups: Vec<(usize, &'a [String])>,
}

/// Replies that do not stand with any trainee.
#[derive(Debug)]
pub(super) struct Springs {
    questions: Vec<String>,
    offers: Vec<String>,
    lexicon: Vec<String>,
}

impl Springs {
    /// Those of this scenario, beside the examples of the lexicon.
    pub(super) fn new(scenario: &Scenario, lexicon: Vec<String>) -> Self {
        let facts = 0..scenario.facts.len();
        let questions = facts.flat_map(|it| scenario.questions(it));
        let taken = scenario.solutions.iter().filter(|it| !it.refused);
        let offers = taken.filter_map(|it| it.better.as_deref());
        Self {
            questions: questions.map(str::to_owned).collect(),
            offers: offers.map(str::to_owned).collect(),
            lexicon,
        }
    }

    fn of(&self, spring: Spring) -> &[String] {
        match spring {
            Spring::Questions => &self.questions,
            Spring::Offers => &self.offers,
            Spring::Lexicon => &self.lexicon,
        }
    }
}

impl<'a> Pool<'a> {
    /// The words of a phase. A group whose spring is dry is left out.
    pub(super) fn new(phase: &'a Phase, springs: &'a Springs) -> Self {
        let groups = phase.iter().map(|group| {
            let weight = usize::try_from(group.weight).unwrap_or(usize::MAX);
            let replies = match &group.replies {
                Replies::Said(replies) => replies,
                Replies::Drawn(spring) => springs.of(*spring),
            };
            (weight, replies)
        });
        Self {
            groups: groups.filter(|(_, it)| !it.is_empty()).collect(),
        }
    }

    /// One of them, or a silence where there is none. Where it is what was said `last`, it is drawn
    /// once more.
    pub(super) fn draw(&self, last: &str, dice: &mut Dice) -> &'a str {
        let drawn = self.draw_any(dice);
        if drawn == last {
            self.draw_any(dice)
        } else {
            drawn
        }
    }

    fn draw_any(&self, dice: &mut Dice) -> &'a str {
        let mut at = dice.below(self.groups.iter().map(|it| it.0).sum());
        for (weight, replies) in &self.groups {
            if at < *weight {
                let place = dice.below(replies.len());
                return replies.get(place).map_or("", |it| it);
            }
            at -= weight;
        }
        ""
    }
}
