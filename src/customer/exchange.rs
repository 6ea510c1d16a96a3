//! One exchange in the making: what was heard, what changes, what is said.

use crate::{
    acts::AgentAct,
    customer::{
        echo::{Echo, echo},
        hearing::Hearing,
        situation::Situation,
        state::State,
    },
    ground::dice::Dice,
    scenario::{
        Band, Condition, CueName, EndingId, FactId, Follows, LineId, Lines, Mood, MoodChange,
        MoveId, Part, Scenario, ShiftId, SolutionId, StageId, WorryId,
    },
};

/// Whoever has said so much in a turn adds nothing unasked.
const ENOUGH_SAID: usize = 2;

/// What a part of the customer's turn is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The first words of a customer who speaks first.
    Opening,
    /// A fact is told.
    Fact(FactId),
    /// A worry is brought up.
    Raised(WorryId),
    /// An open worry is brought up again.
    Pressed(WorryId),
    /// A worry is put to rest.
    Settled(WorryId),
    /// What they think of a solution.
    Solution(SolutionId, Verdict),
    /// A move of the scenario or of the common ones.
    Move(MoveId),
    /// A line that the engine calls for by name.
    Cue(CueName),
    /// What now?
    Push,
    /// The last words.
    Ending(EndingId),
    /// The first words of a stage.
    Stage(StageId),
    /// What a stage says to everything that it has no other answer to.
    Otherwise,
}

impl Topic {
    /// Whether a worry is put to rest.
    pub(super) const fn is_relief(self) -> bool {
        matches!(self, Self::Settled(_))
    }

    /// Whether it turns something down, or comes back to a fear instead of taking it.
    pub(super) const fn declines(self) -> bool {
        matches!(
            self,
            Self::Solution(_, Verdict::Refused | Verdict::Early) | Self::Pressed(_)
        )
    }

    /// Whether it tells or asks something of the case: what somebody wants to hear again who did not
    /// catch it.
    pub(super) fn tells(self, scenario: &Scenario) -> bool {
        match self {
            Self::Move(made) => {
                let made = &scenario.moves[made];
                !made.common && made.part == Part::Answer
            }
            Self::Opening | Self::Fact(_) | Self::Raised(_) | Self::Solution(..) => true,
            Self::Pressed(_)
            | Self::Settled(_)
            | Self::Cue(_)
            | Self::Push
            | Self::Ending(_)
            | Self::Stage(_)
            | Self::Otherwise => false,
        }
    }
}

/// What the customer says to a solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Yes.
    Accepted,
    /// No, and never.
    Refused,
    /// It comes before the case is known.
    Early,
    /// It was offered before.
    Again,
}

/// A part of what the customer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spoken {
    /// The words.
    pub line: LineId,
    /// What it is about.
    pub topic: Topic,
}

/// What moved the mood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// A mood rule.
    Shift(ShiftId),
    /// Something offered.
    Solution(SolutionId),
    /// Something that the scenario answers in its own way.
    Move(MoveId),
}

/// One exchange in the making. Each step of the turn is a method, in the file of its subject.
pub(super) struct Exchange<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) hearing: &'a Hearing<'a>,
    pub(super) state: &'a mut State,
    pub(super) parts: Vec<Spoken>,
    pub(super) causes: Vec<Cause>,
    /// Whether a question, an offer or a remark got its answer.
    pub(super) answered: bool,
    /// Whether the reply counts as rude.
    pub(super) struck: bool,
    /// The stage that a move of this turn leads to.
    pub(super) leads_to: Option<StageId>,
    /// Moves of this turn that remark on kind words.
    pub(super) remarks: Vec<MoveId>,
    /// Whether the case has words of its own for what would else give offence.
    pub(super) met: bool,
    /// Facts that moves of this turn have told already.
    pub(super) told_now: Vec<FactId>,
    /// Where in the reply, by token, the sentence begins that what is said answers.
    pub(super) places: Vec<(Topic, usize)>,
    /// Solutions offered in a choice for which the case has a move of its own: that says what they think.
    pub(super) spoken_for: Vec<SolutionId>,
    dice: Dice,
    before: Mood,
    change: MoodChange,
}

impl<'a> Exchange<'a> {
    pub(super) fn new(
        scenario: &'a Scenario,
        hearing: &'a Hearing<'a>,
        state: &'a mut State,
        dice: Dice,
    ) -> Self {
        let before = state.mood;
        Self {
            scenario,
            hearing,
            state,
            parts: Vec::new(),
            causes: Vec::new(),
            answered: false,
            struck: false,
            leads_to: None,
            remarks: Vec::new(),
            met: false,
            told_now: Vec::new(),
            places: Vec::new(),
            spoken_for: Vec::new(),
            dice,
            before,
            change: MoodChange::default(),
        }
    }

    pub(super) fn holds(&self, condition: &Condition) -> bool {
        condition.holds(&self.situation())
    }

    pub(super) fn situation(&self) -> Situation<'_> {
        Situation {
            hearing: self.hearing,
            state: self.state,
        }
    }

    /// Moves the mood; all changes of a turn together stay within the bounds of one turn.
    pub(super) fn feel(&mut self, change: MoodChange, cause: Cause) {
        if change == MoodChange::default() {
            return;
        }
        self.change = self.change.and(change);
        self.state.mood = self.before.after(self.change);
        self.causes.push(cause);
    }

    /// Says one of these lines, if there are any, in words as far as can be from what was said in this turn. Nobody
    /// tells the same twice in one breath; what can be left out is where it adds hardly anything.
    pub(super) fn say(&mut self, lines: &Lines, topic: Topic) -> bool {
        let scenario = self.scenario;
        let said = &self.parts;
        let echo = |line: LineId| {
            let line = scenario.line(line);
            let echoes = said.iter().map(|it| echo(scenario.line(it.line), line));
            echoes.max().unwrap_or(Echo::Nothing)
        };
        let line = self.state.draw(lines, &mut self.dice, echo);
        let Some(line) = line else { return false };
        if echo(line) <= self.bearable(topic) {
            self.parts.push(Spoken { line, topic });
            true
        } else {
            self.state.take_back(line);
            false
        }
    }

    /// How much of an echo is said all the same. What the conversation turns on is said in any case; a move that tells
    /// facts has told them by what was said already.
    fn bearable(&self, topic: Topic) -> Echo {
        match topic {
            _ if self.can_be_left_out(topic) => Echo::Partly,
            Topic::Fact(_) | Topic::Cue(_) => Echo::Mostly,
            Topic::Move(made) if self.scenario.moves[made].to.is_none() => Echo::Mostly,
            _ => Echo::Wholly,
        }
    }

    /// Whether nothing is lost if it is not said: relief, a yes to an offer, a remark of which nothing comes.
    fn can_be_left_out(&self, topic: Topic) -> bool {
        match topic {
            Topic::Settled(_) | Topic::Solution(_, Verdict::Accepted) => true,
            Topic::Move(made) => {
                let it = &self.scenario.moves[made];
                let answers = it.part == Part::Answer && !it.once && it.counts.is_empty();
                answers && !self.leads_somewhere(made) && !self.has_consequences(made)
            }
            _ => false,
        }
    }

    pub(super) fn cue(&mut self, cue: CueName) -> bool {
        self.say_in_the_words_of(cue, Topic::Cue(cue))
    }

    /// Says to this topic what a cue has words for.
    pub(super) fn say_in_the_words_of(&mut self, cue: CueName, topic: Topic) -> bool {
        let scenario = self.scenario;
        if !self.state.has_common_moves(scenario) {
            return false;
        }
        scenario
            .cue(cue)
            .is_some_and(|lines| self.say(lines, topic))
    }

    /// Notes that what was said from part `from` on answers the sentence that begins at token `place`.
    pub(super) fn note_place(&mut self, from: usize, place: usize) {
        let said = self.parts.iter().skip(from);
        self.places.extend(said.map(|it| (it.topic, place)));
    }

    /// Moves what was said from part `from` on before what answers later words of the reply than those at token
    /// `place`: people take up one thing after the other.
    pub(super) fn put_in_place(&mut self, from: usize, place: usize) {
        let answers_later = |it: &Spoken| {
            let mut places = self.places.iter();
            places.any(|(topic, other)| *topic == it.topic && *other > place)
        };
        let before = self.parts.iter().take(from).position(answers_later);
        if let Some(before) = before {
            let moved = self.parts.len() - from;
            self.parts[before..].rotate_right(moved);
        }
    }

    /// Says nothing of worries that are put to rest.
    pub(super) fn drop_relief(&mut self) {
        self.parts.retain(|it| !it.topic.is_relief());
    }

    pub(super) fn says(&self, wanted: impl Fn(Topic) -> bool) -> bool {
        self.parts.iter().any(|it| wanted(it.topic))
    }

    pub(super) fn does(&self, acts: &[AgentAct]) -> bool {
        self.hearing.does(acts)
    }

    pub(super) fn band(&self) -> Band {
        self.state.mood.band()
    }

    /// Whether they would say something of their own beside what they have said in this turn.
    pub(super) const fn has_breath(&self) -> bool {
        self.parts.len() < ENOUGH_SAID
    }

    /// Makes a move: says its words, with all that comes of it.
    pub(super) fn make(&mut self, number: MoveId) {
        let scenario = self.scenario;
        let it = &scenario.moves[number];
        self.say(&it.says, Topic::Move(number));
        self.feel(it.mood, Cause::Move(number));
        for fact in &it.tells {
            self.state.told[*fact] = true;
            self.told_now.push(*fact);
        }
        self.state.moves_made.insert(number);
        self.state.count(&it.counts);
        self.leads_to = self.leads_to.or(it.to);
        match it.follows {
            Some(Follows::Story) => self.tell_story(),
            Some(Follows::LastLine) => self.say_again(),
            None => {}
        }
    }

    /// Says once more, part by part, what they told last; the last line where they told nothing yet. What they have
    /// other words for they put in those.
    fn say_again(&mut self) {
        let told = &self.state.told_parts;
        let again = if told.is_empty() {
            self.state.said.clone()
        } else {
            told.clone()
        };
        let scenario = self.scenario;
        for it in again {
            let lines = match it.topic {
                Topic::Move(number)
                    if scenario.moves[number].follows == Some(Follows::LastLine) =>
                {
                    continue;
                }
                Topic::Move(number) => Some(&scenario.moves[number].says),
                Topic::Fact(fact) => Some(&scenario.facts[fact].says),
                _ => None,
            };
            let other = lines.and_then(|it| self.state.draw_new(it, &mut self.dice));
            let line = other.unwrap_or(it.line);
            self.parts.push(Spoken { line, ..it });
        }
    }

    /// Whether the move may be made now, its condition aside.
    pub(super) fn is_free(&self, number: MoveId) -> bool {
        let made = self.says(|topic| topic == Topic::Move(number));
        !made && self.state.may_make(number, self.scenario)
    }
}
