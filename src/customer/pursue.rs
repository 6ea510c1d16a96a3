//! What still matters to them, when nothing else is to be said.

use crate::{
    customer::{
        exchange::{Exchange, Topic},
        sentence::SentenceMeaning,
        state::WorryState,
    },
    scenario::{Band, CueName, FactId, WorryId},
};

/// After so many turns an open worry comes back for the first time; each time it takes one longer.
const PATIENCE_WITH_A_WORRY: u32 = 2;

/// Nobody comes back to the same thing more often.
const MOST_PRESSED: u32 = 2;

/// Whoever is asked one thing after the other brings up no fear of their own for so many turns.
const QUIET_BETWEEN_WORRIES: u32 = 5;

/// After so many turns without one something that worries them comes out.
const LONG_QUIET: u32 = 7;

/// Of several open worries no more than one comes back in so many turns.
const PATIENCE_BETWEEN_WORRIES: u32 = 3;

/// Which worries may be brought up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    /// None of them.
    Nothing,
    /// Those that cannot wait.
    Urgent,
    /// Those, and those of which the reply itself reminds.
    Reminded,
    /// All.
    Any,
}

impl Exchange<'_> {
    /// Goes on by themselves: always with what is urgent; when tense with what the reply reminds of, in
    /// fright with other worries too, with less where the reply asks something; with anything at all when it
    /// left a silence.
    pub(super) fn pursue(&mut self) {
        if self.bring_up(Which::Urgent) || !self.has_breath() {
            return;
        }
        let solved = self.state.any_accepted();
        // whoever is just relieved of one fear has no other at once
        let relieved = self.says(|topic| matches!(topic, Topic::Settled(_)));
        let which = if self.answered {
            self.beside_an_answer()
        } else {
            Some(Which::Any)
        };
        if let Some(which) = which.filter(|_| !relieved) {
            if self.bring_up(which) {
                return;
            }
            // nobody lets slip more of a case that is solved
            if !solved && self.blurt_out() {
                return;
            }
        }
        // once something was offered they wait for what comes of it
        let offered = self.state.offered_before.contains(&true);
        // only fright makes them go on with their story when they have already reacted
        let room = self.parts.is_empty() || self.band() == Band::Panicked;
        let goes_on = !solved && !offered && room;
        if self.answered || (goes_on && self.tell_next(1)) || !self.parts.is_empty() {
            return;
        }
        if solved {
            self.cue(CueName::TakeIn);
        } else {
            self.push();
        }
    }

    /// The worries that they add to an answer, if any.
    fn beside_an_answer(&self) -> Option<Which> {
        let voiced = self.last_voiced();
        let quiet_for = |turns: u32| voiced.unwrap_or_default() + turns < self.state.turn;
        let lately = voiced.is_some() && !quiet_for(QUIET_BETWEEN_WORRIES);
        if lately || !self.speaks_of_the_case() {
            return None;
        }
        // beside what they were asked they speak of something else only when they must
        let asked = self
            .hearing
            .sentences
            .iter()
            .any(SentenceMeaning::is_question);
        match self.band() {
            Band::Panicked if asked => Some(Which::Reminded),
            Band::Panicked => Some(Which::Any),
            Band::Tense if quiet_for(LONG_QUIET) => Some(Which::Any),
            Band::Tense if asked => Some(Which::Nothing),
            Band::Tense => Some(Which::Reminded),
            Band::Calm => None,
        }
    }

    /// Whether what was said so far is about the case: nobody adds their fears to their postcode or to
    /// the weather.
    fn speaks_of_the_case(&self) -> bool {
        let about = |topic| match topic {
            Topic::Fact(fact) => !self.scenario.facts[fact].identity,
            Topic::Move(number) => !self.scenario.moves[number].common,
            Topic::Solution(..) => true,
            _ => false,
        };
        self.says(about)
    }

    /// The turn in which a worry that is open was last spoken of.
    fn last_voiced(&self) -> Option<u32> {
        let voiced = self.state.worries.iter().filter_map(|it| match it {
            WorryState::Open { since, .. } => Some(*since),
            WorryState::Dormant | WorryState::Settled => None,
        });
        voiced.max()
    }

    /// Brings up a worry: a new one whose moment has come, else an open one that was left lying.
    fn bring_up(&mut self, which: Which) -> bool {
        let new = self.raisable().find(|it| self.wants(*it, which));
        if let Some(worry) = new {
            self.hear_out();
            return self.raise(worry);
        }
        // whoever has just said something waits for what comes of it
        let waits = !self.parts.is_empty();
        let due = (0..self.scenario.worries.len())
            .find(|worry| !waits && self.is_due(*worry) && self.wants(*worry, which));
        due.is_some_and(|worry| {
            self.hear_out();
            self.press(worry)
        })
    }

    /// Whoever has something of their own to say shows first that they heard what was said.
    fn hear_out(&mut self) {
        let asked = self.hearing.sentences.iter().any(|it| it.asks);
        if self.parts.is_empty() && !asked {
            self.cue(CueName::HearOut);
        }
    }

    /// Whether an open worry was left lying long enough to come back.
    fn is_due(&self, worry: WorryId) -> bool {
        let WorryState::Open { since, pressed } = self.state.worry(worry) else {
            return false;
        };
        let rested = self.state.pressed_at + PATIENCE_BETWEEN_WORRIES;
        let due = since + PATIENCE_WITH_A_WORRY + pressed;
        pressed < MOST_PRESSED
            && self.state.turn >= due
            && (self.state.pressed_at == 0 || self.state.turn >= rested)
    }

    fn wants(&self, worry: WorryId, which: Which) -> bool {
        let worry = &self.scenario.worries[worry];
        match which {
            Which::Nothing => false,
            Which::Urgent => worry.urgent,
            Which::Reminded => worry.urgent || worry.raise.hangs_on_the_reply(),
            Which::Any => true,
        }
    }

    /// Dormant worries whose moment has come.
    pub(super) fn raisable(&self) -> impl Iterator<Item = WorryId> {
        let worries = self.scenario.worries.iter().enumerate();
        worries
            .filter(|(number, it)| {
                self.state.worry(*number) == WorryState::Dormant
                    && self.state.is_here(&it.stages)
                    && self.holds(&it.raise)
                    && !self.holds(&it.settle)
            })
            .map(|(number, _)| number)
    }

    pub(super) fn raise(&mut self, number: WorryId) -> bool {
        let scenario = self.scenario;
        self.state.worries[number] = WorryState::Open {
            since: self.state.turn,
            pressed: 0,
        };
        self.say(&scenario.worries[number].says, Topic::Raised(number))
    }

    pub(super) fn press(&mut self, number: WorryId) -> bool {
        let scenario = self.scenario;
        let worry = &scenario.worries[number];
        let pressed = match self.state.worry(number) {
            WorryState::Open { pressed, .. } => pressed + 1,
            _ => 0,
        };
        self.state.pressed_at = self.state.turn;
        self.state.worries[number] = WorryState::Open {
            since: self.state.turn,
            pressed,
        };
        self.say(&worry.presses, Topic::Pressed(number))
            || self.say(&worry.says, Topic::Pressed(number))
    }

    /// Tells a fact that this mood lets slip.
    fn blurt_out(&mut self) -> bool {
        let band = self.band();
        let mut facts = self.scenario.facts.iter().enumerate();
        let next = facts.find(|(number, it)| {
            it.unasked == Some(band)
                && !self.state.told(*number)
                && self.state.is_here(&it.stages)
                && self.is_reached(*number)
        });
        let next = next.map(|(number, _)| number);
        next.is_some_and(|it| self.tell(it))
    }

    /// Whether a fact may be told without a question: nothing of the story goes before its turn.
    fn is_reached(&self, fact: FactId) -> bool {
        let first = self.scenario.customer.story.first();
        first.is_none_or(|it| *it == fact || self.state.told(*it))
    }

    /// Whether they have said why they call.
    pub(super) fn has_told_what_it_is_about(&self) -> bool {
        let first = self.scenario.customer.story.first();
        first.is_none_or(|it| self.state.told(*it))
    }

    /// Whether some of the story is left.
    pub(super) fn has_more_to_tell(&self) -> bool {
        let story = &self.scenario.customer.story;
        story.iter().any(|it| !self.state.told(*it))
    }

    /// Tells as much of the story as people tell at once in this mood.
    pub(super) fn tell_story(&mut self) {
        let much = match self.band() {
            Band::Calm => 1,
            Band::Tense => 2,
            Band::Panicked => 3,
        };
        // beside an offer the verdict on it is enough
        if !self.tell_next(much) && self.hearing.offered.is_empty() {
            self.cue(CueName::ToldEverything);
        }
    }

    /// Tells up to `much` of what is left of the story.
    pub(super) fn tell_next(&mut self, much: usize) -> bool {
        let scenario = self.scenario;
        let left = scenario
            .customer
            .story
            .iter()
            .copied()
            .filter(|it| !self.state.told(*it));
        let next: Vec<FactId> = left.take(much).collect();
        for fact in &next {
            self.tell(*fact);
        }
        !next.is_empty()
    }

    /// Tells a fact by themselves.
    pub(super) fn tell(&mut self, fact: FactId) -> bool {
        let scenario = self.scenario;
        self.state.told[fact] = true;
        self.say(&scenario.facts[fact].says, Topic::Fact(fact))
    }

    fn push(&mut self) {
        let scenario = self.scenario;
        let own = &scenario.customer.pushes;
        let fresh = own.all().into_iter().any(|it| self.state.spoken(it) == 0);
        let _ = (fresh && self.say(own, Topic::Push)) || self.cue(CueName::PushOn);
    }
}
