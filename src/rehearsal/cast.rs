//! All that a rehearsal needs, loaded once, and the rehearsal itself.

use std::sync::Arc;

use rayon::prelude::*;

use crate::{
    acts::{Reader, agent_examples},
    ground::{diagnostic::has_errors, dice::Dice, localised::Localised},
    library::{Library, LoadError},
    rehearsal::{
        load::load, play::Player, pool::Springs, reach::Reach, tally::Tally, trainee::Trainee,
    },
    rubric::Rubric,
    scenario::Scenario,
    session::{Judge, Practice},
};

/// Conversations have seeds below this, so that people can type them.
const SEEDS: usize = 1_000_000_000;

/// The dice of trainees lie this far from those of their customers, which count turns.
const TRAINEES_DICE: u64 = 1 << 32;

/// Those who rehearse one scenario, with all that it is read, played and scored by.
#[derive(Debug)]
pub struct Cast {
    scenario: Arc<Scenario>,
    reader: Reader,
    judge: Judge,
    trainees: Vec<Trainee>,
    springs: Springs,
}

/// What a rehearsal came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rehearsal {
    /// How many conversations each trainee had.
    pub runs: u32,
    /// What chance hung on.
    pub seed: u64,
    /// What each trainee came to, in the order of their file.
    pub records: Vec<Record>,
    /// What all of them together reached.
    pub reach: Reach,
}

/// What one trainee's conversations came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The trainee's name.
    pub name: Box<str>,
    /// The same for people.
    pub title: Localised,
    /// The counts.
    pub tally: Tally,
}

impl Cast {
    /// Loads the scenario `name`, and the trainees of its language.
    ///
    /// # Errors
    /// When one of them is not there, or has errors.
    pub fn load(library: &Library, name: &str) -> Result<Self, LoadError> {
        let (reader, scenario) = library.case(name)?;
        let language = &scenario.card.language;
        let (trainees, found) = load(&library.trainees_file(language)?);
        if has_errors(&found) {
            return Err(LoadError::Faulty(found));
        }
        let examples = agent_examples(&library.lexicon_files(language).entries);
        Ok(Self {
            judge: Judge::of(&scenario.card, library, &reader)?,
            springs: Springs::new(&scenario, examples),
            scenario: Arc::new(scenario),
            reader: reader.remembering(),
            trainees,
        })
    }

    /// The case.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// What the conversations are scored by.
    pub fn rubric(&self) -> &Rubric {
        self.judge.rubric()
    }

    /// The trainees, in the order of their file.
    pub fn trainees(&self) -> &[Trainee] {
        &self.trainees
    }

    /// Lets every trainee have `runs` conversations, as many at once as there are cores; `played`
    /// is called after each. What comes of it does not depend on the order.
    pub fn rehearse(&self, runs: u32, seed: u64, played: &(dyn Fn() + Sync)) -> Rehearsal {
        let players = self.players();
        let counted = (0..runs)
            .into_par_iter()
            .flat_map_iter(|run| players.iter().enumerate().map(move |it| (it, run)))
            .fold(
                || Counted::new(self),
                |mut counted, ((trainee, player), run)| {
                    let practice = self.practise(player, trainee, seed, run);
                    counted.add(trainee, &practice, self);
                    played();
                    counted
                },
            )
            .reduce(|| Counted::new(self), Counted::and);
        let records = self.trainees.iter().zip(counted.tallies);
        Rehearsal {
            runs,
            seed,
            records: records
                .map(|(trainee, tally)| Record {
                    name: trainee.name.clone(),
                    title: trainee.title.clone(),
                    tally,
                })
                .collect(),
            reach: counted.reach,
        }
    }

    /// The same conversations themselves, one after the other: run by run those of all trainees.
    pub fn conversations(&self, runs: u32, seed: u64) -> impl Iterator<Item = Practice> {
        let players = self.players();
        let trainees = players.len();
        let each = (0..runs).flat_map(move |run| (0..trainees).map(move |it| (it, run)));
        each.map(move |(trainee, run)| self.practise(&players[trainee], trainee, seed, run))
    }

    /// Every trainee with its words for the scenario, in order.
    fn players(&self) -> Vec<Player<'_>> {
        let general = self.judge.general();
        let trainees = self.trainees.iter();
        trainees
            .map(|it| Player::new(it, &self.springs, general))
            .collect()
    }

    /// One conversation. Run by run all trainees meet the same customer.
    fn practise(&self, player: &Player<'_>, trainee: usize, seed: u64, run: u32) -> Practice {
        let drawn = Dice::new(seed, u64::from(run)).below(SEEDS);
        let own = u64::try_from(drawn).unwrap_or_default();
        let stream = u64::try_from(trainee).unwrap_or_default() + TRAINEES_DICE;
        let scenario = Arc::clone(&self.scenario);
        let mut practice = Practice::new(scenario, self.reader.clone(), own);
        player.play(&mut practice, &mut Dice::new(own, stream));
        practice
    }
}

/// What was counted so far, by one of those who count.
struct Counted {
    tallies: Vec<Tally>,
    reach: Reach,
}

impl Counted {
    fn new(cast: &Cast) -> Self {
        let none = Tally::new(&cast.scenario, cast.rubric());
        Self {
            tallies: vec![none; cast.trainees.len()],
            reach: Reach::new(&cast.scenario),
        }
    }

    fn add(&mut self, trainee: usize, practice: &Practice, cast: &Cast) {
        if let Some(tally) = self.tallies.get_mut(trainee) {
            tally.add(practice, &cast.judge.levels(practice));
        }
        self.reach.add(practice);
    }

    fn and(mut self, other: Self) -> Self {
        for (own, more) in self.tallies.iter_mut().zip(&other.tallies) {
            own.merge(more);
        }
        self.reach.merge(other.reach);
        self
    }
}
