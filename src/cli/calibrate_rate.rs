//! `oefenlijn calibrate rate`: a coach on their way through a round.

use std::io;

use crate::{
    calibration::{Answer, Place, Refusal, Store, Walk},
    cli::{
        calibrate::{pass, rubric_of},
        calibrate_arguments::RateArguments,
        failure::Failure,
        input::{Input, Piped, Terminal, Typed},
        world::World,
    },
    report,
    session::LineLog,
};

pub(super) fn run(
    world: &mut World,
    store: &Store,
    arguments: &RateArguments,
) -> Result<(), Failure> {
    let (round, source) = store.open(&arguments.name)?;
    let rubric = rubric_of(world, &round, &source)?;
    let log = store.log(&round.name, &arguments.coach)?;
    // read under the lock: nobody else writes meanwhile
    let ratings = store.ratings_of(&round.name, &arguments.coach)?;
    if !ratings.damaged.is_empty() {
        anstream::eprintln!("{}", report::damaged(&world.words, &ratings.damaged));
    }
    let pass = pass(world, &round, &rubric, &ratings, arguments.again)?;
    let walk = Walk::new(&round, &rubric, &arguments.coach, pass, &ratings.ratings);
    let intro = report::rating_intro(&world.words, &round, walk.open(), world.width);
    world.write(&intro)?;
    let mut rater = Rater {
        input: input(world)?,
        world,
        walk,
        log,
        shown: None,
    };
    let done = rater.walk();
    rater.log.sync()?;
    let left = rater.walk.open();
    done?;
    let again = format!(
        "oefenlijn calibrate rate {} --as {}",
        arguments.name, arguments.coach
    );
    let told = report::rating_left(&world.words, left, &again);
    world.write(&told)?;
    Ok(())
}

fn input(world: &World) -> io::Result<Box<dyn Input>> {
    if world.interactive {
        Ok(Box::new(Terminal::new("> ".to_owned(), None)?))
    } else {
        Ok(Box::new(Piped(io::stdin().lock())))
    }
}

struct Rater<'w, 'r> {
    world: &'w mut World,
    walk: Walk<'r>,
    log: LineLog,
    input: Box<dyn Input>,
    /// The conversation that is on the screen.
    shown: Option<usize>,
}

impl Rater<'_, '_> {
    fn walk(&mut self) -> Result<(), Failure> {
        let begun_with = self.walk.open();
        loop {
            match self.walk.place() {
                Some(place) => self.ask(place)?,
                None if begun_with > 0 => return Ok(()),
                None => {
                    let told = self.world.words.say("calibrate-all-rated");
                    self.world.write(&format!("{told}\n"))?;
                }
            }
            let Typed::Line(line) = self.input.next()? else {
                return Ok(());
            };
            match Answer::parse(&line) {
                Ok(Answer::Quit) => return Ok(()),
                Ok(answer) => self.take(&answer)?,
                Err(refusal) => self.refuse(&refusal)?,
            }
        }
    }

    fn ask(&mut self, place: Place) -> Result<(), Failure> {
        if self.shown != Some(place.nth) {
            self.show(place)?;
        }
        if let Some(criterion) = self.walk.criterion(place) {
            let before = self.walk.grade(place);
            let text = report::rating_question(&self.world.words, criterion, before);
            self.world.write(&text)?;
        }
        Ok(())
    }

    fn show(&mut self, place: Place) -> Result<(), Failure> {
        if let Some(item) = self.walk.item(place) {
            let nth = (place.nth + 1, self.walk.items());
            let text = report::rating_item(&self.world.words, item, nth, self.world.width);
            self.world.write(&text)?;
        }
        self.shown = Some(place.nth);
        Ok(())
    }

    fn take(&mut self, answer: &Answer) -> Result<(), Failure> {
        match self.walk.rating(answer) {
            Ok(Some(rating)) => {
                // first kept, then counted
                self.log.write(&rating)?;
                self.walk.take(&rating);
                return Ok(());
            }
            Ok(None) => {}
            Err(refusal) => return self.refuse(&refusal),
        }
        let place = self.walk.place();
        let criterion = place.and_then(|it| self.walk.criterion(it));
        match (answer, criterion) {
            (Answer::Meaning, Some(criterion)) => {
                let text = report::rating_meaning(&self.world.words, criterion, self.world.width);
                self.world.write(&text)?;
            }
            (Answer::ListActs, _) => {
                let text = report::rating_acts(&self.world.words);
                self.world.write(&text)?;
            }
            (Answer::Show, _) => self.shown = None,
            _ => {
                if let Err(refusal) = self.walk.go(answer) {
                    self.refuse(&refusal)?;
                }
            }
        }
        Ok(())
    }

    fn refuse(&mut self, refusal: &Refusal) -> Result<(), Failure> {
        let text = report::rating_refused(&self.world.words, refusal, self.world.width);
        self.world.write(&text)?;
        Ok(())
    }
}
