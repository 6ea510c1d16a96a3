//! What the customer was heard to say: every list of lines of the scenario, per mood.

use std::{collections::BTreeMap, iter};

use crate::{
    customer::{Spoken, Topic},
    exploration::{distance::speakable, outcome::Unheard},
    scenario::{Band, CueName, LineId, Lines, MoveId, Scenario},
};

/// A list of lines, by number.
pub(super) type VoiceId = usize;

/// One list of lines: what is said about one thing, in these moods.
#[derive(Debug)]
pub(super) struct Voice {
    /// What it is about.
    pub(super) about: About,
    /// The key that it stands under in the file.
    key: &'static str,
    /// Lists that are the same in several moods count as one.
    pub(super) bands: Vec<Band>,
    lines: Vec<LineId>,
    pub(super) heard: bool,
}

/// What lines are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum About {
    Opening,
    Push,
    Fact(usize),
    Worry(usize),
    Solution(usize),
    Move(usize),
    Ending(usize),
    Stage(usize),
}

/// All lists of lines of a scenario, the common ones aside: they serve every scenario.
#[derive(Debug, Default)]
pub(super) struct Voices {
    all: Vec<Voice>,
    facts: Vec<Vec<VoiceId>>,
    worries: Vec<Vec<VoiceId>>,
    solutions: Vec<Vec<VoiceId>>,
    moves: Vec<Vec<VoiceId>>,
    endings: Vec<Vec<VoiceId>>,
    stages: Vec<Vec<VoiceId>>,
    cues: BTreeMap<CueName, MoveId>,
    opening: Vec<VoiceId>,
    pushes: Vec<VoiceId>,
}

impl Voices {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let mut all = Self {
            cues: scenario.cues.clone(),
            ..Self::default()
        };
        if scenario.customer.opens {
            let lines = [("opening", &scenario.customer.opening)];
            all.opening = all.add(About::Opening, &lines);
        }
        let speaks = speakable(scenario);
        all.pushes = all.add(About::Push, &[("pushes", &scenario.customer.pushes)]);
        for (number, it) in scenario.facts.iter().enumerate() {
            let lines = [
                ("says", &it.says),
                ("yes_says", &it.yes_says),
                ("no_says", &it.no_says),
                ("again", &it.again),
            ];
            // what is told by a move alone, in its words, has no voice of its own
            let own = if it.common || !speaks[number] {
                &lines[..0]
            } else {
                &lines[..]
            };
            let own = all.add(About::Fact(number), own);
            all.facts.push(own);
        }
        for (number, it) in scenario.worries.iter().enumerate() {
            let lines = [
                ("says", &it.says),
                ("presses", &it.presses),
                ("settled", &it.settled),
            ];
            let own = all.add(About::Worry(number), &lines);
            all.worries.push(own);
        }
        for (number, it) in scenario.solutions.iter().enumerate() {
            let verdict = if it.refused { "refuses" } else { "accepts" };
            let lines = [
                (verdict, &it.verdict),
                ("early", &it.early),
                ("again", &it.again),
            ];
            let own = all.add(About::Solution(number), &lines);
            all.solutions.push(own);
        }
        all.take_in_single_lists(scenario);
        all
    }

    fn take_in_single_lists(&mut self, scenario: &Scenario) {
        for (number, it) in scenario.moves.iter().enumerate() {
            let lines = [("says", &it.says)];
            // what is said in the place of another is said to the same words
            let own = if it.common || it.instead_of.is_some() {
                &lines[..0]
            } else {
                &lines[..]
            };
            let own = self.add(About::Move(number), own);
            self.moves.push(own);
        }
        for (number, it) in scenario.endings.iter().enumerate() {
            let own = self.add(About::Ending(number), &[("says", &it.says)]);
            self.endings.push(own);
        }
        for (number, it) in scenario.stages.iter().enumerate() {
            let exits = scenario.stages.iter().flat_map(|it| &it.exits);
            let leading_here = exits.filter(|it| it.to == number);
            let says = leading_here.map(|it| ("says", &it.says));
            let own: Vec<(&str, &Lines)> = iter::once(("enters", &it.enters)).chain(says).collect();
            let own = self.add(About::Stage(number), &own);
            self.stages.push(own);
        }
    }

    fn add(&mut self, about: About, lists: &[(&'static str, &Lines)]) -> Vec<VoiceId> {
        let from = self.all.len();
        for (key, lines) in lists {
            let first = self.all.len();
            for band in Band::ALL {
                let own = lines.of(band);
                let same = self.all[first..].iter_mut().find(|it| it.lines == own);
                match same {
                    Some(same) => same.bands.push(band),
                    None if own.is_empty() => {}
                    None => self.all.push(Voice {
                        about,
                        key,
                        bands: vec![band],
                        lines: own.to_vec(),
                        heard: false,
                    }),
                }
            }
        }
        (from..self.all.len()).collect()
    }

    /// Marks what was said.
    pub(super) fn hear(&mut self, parts: &[Spoken]) {
        for spoken in parts {
            let own = match spoken.topic {
                Topic::Opening => Some(&self.opening),
                Topic::Push => Some(&self.pushes),
                Topic::Fact(it) => self.facts.get(it),
                Topic::Raised(it) | Topic::Pressed(it) | Topic::Settled(it) => self.worries.get(it),
                Topic::Solution(it, _) => self.solutions.get(it),
                Topic::Move(it) => self.moves.get(it),
                Topic::Ending(it) => self.endings.get(it),
                Topic::Stage(it) => self.stages.get(it),
                Topic::Cue(it) => self.cues.get(&it).and_then(|it| self.moves.get(*it)),
                Topic::Otherwise => None,
            };
            for number in own.into_iter().flatten() {
                let voice = &mut self.all[*number];
                voice.heard |= voice.lines.contains(&spoken.line);
            }
        }
    }

    /// All lists.
    pub(super) fn all(&self) -> &[Voice] {
        &self.all
    }

    /// The lists that nobody heard.
    pub(super) fn unheard(&self, scenario: &Scenario) -> Vec<Unheard> {
        let mut unheard: Vec<Unheard> = Vec::new();
        for voice in self.all.iter().filter(|it| !it.heard) {
            let it = voice.named(scenario);
            let same = unheard
                .last_mut()
                .filter(|last| (last.table, &last.id, last.key) == (it.table, &it.id, it.key));
            match same {
                Some(same) => same.bands.extend(it.bands),
                None => unheard.push(it),
            }
        }
        unheard
    }
}

impl Voice {
    /// Whether it raises a worry or accepts a solution, which can be done but once.
    pub(super) fn comes_first(&self) -> bool {
        matches!(self.key, "says" | "accepts")
    }

    /// Whether a solution that is not to be accepted is enough for it.
    pub(super) fn comes_early(&self) -> bool {
        matches!(self.key, "early" | "refuses")
    }

    fn named(&self, scenario: &Scenario) -> Unheard {
        let (table, id) = match self.about {
            About::Opening | About::Push => ("customer", ""),
            About::Fact(it) => ("fact", &*scenario.facts[it].id),
            About::Worry(it) => ("worry", &*scenario.worries[it].id),
            About::Solution(it) => ("solution", &*scenario.solutions[it].id),
            About::Move(it) => ("move", &*scenario.moves[it].id),
            About::Ending(it) => ("ending", &*scenario.endings[it].id),
            About::Stage(it) => ("stage", &*scenario.stages[it].id),
        };
        Unheard {
            table,
            id: id.to_owned(),
            key: self.key,
            bands: self.bands.clone(),
        }
    }
}
