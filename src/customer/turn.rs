//! One turn: the reply is read, the customer answers, the state moves on.

use crate::{
    acts::{AgentAct, AgentReading, CustomerReading, Reader},
    customer::{
        echo::Echo,
        exchange::{Cause, Exchange, Spoken, Topic},
        formula::formulas,
        hearing::Hearing,
        state::State,
        weigh::WeighedSentence,
    },
    ground::dice::Dice,
    scenario::{CueName, DeskWork, EndingId, FactId, Mood, MoodChange, Scenario},
};

/// Acts by which a conversation moves on, even where nothing new comes of it.
const MOVES_ON: [AgentAct; 6] = [
    AgentAct::Own,
    AgentAct::Propose,
    AgentAct::PromiseTime,
    AgentAct::Goodwill,
    AgentAct::Summarise,
    AgentAct::Hold,
];

/// What came of a reply.
#[derive(Debug, Clone)]
pub struct Turn {
    /// What the agent did; `None` where the customer speaks first.
    pub reading: Option<AgentReading>,
    /// What the customer said.
    pub line: String,
    /// What the customer did in it.
    pub heard: CustomerReading,
    /// Its parts, in order.
    pub parts: Vec<Spoken>,
    /// How the customer feels now.
    pub mood: Mood,
    /// What moved the mood.
    pub causes: Vec<Cause>,
    /// What the reply comes to at the desk.
    pub desk_work: DeskWork,
    /// Whether anything in the reply was recognised; a silence always is.
    pub understood: bool,
    /// The ending reached.
    pub ended: Option<EndingId>,
}

/// The first words of a customer who speaks first: turn 0. `None` where the agent begins.
pub fn open(scenario: &Scenario, reader: &Reader, state: &mut State, seed: u64) -> Option<Turn> {
    if !scenario.customer.opens {
        return None;
    }
    let line = state.draw(&scenario.customer.opening, &mut Dice::new(seed, 0), |_| {
        Echo::Nothing
    })?;
    if let Some(told) = scenario
        .customer
        .story
        .first()
        .and_then(|it| state.told.get_mut(*it))
    {
        *told = true;
    }
    let parts = vec![Spoken {
        line,
        topic: Topic::Opening,
    }];
    let (line, heard) = remember(scenario, reader, state, &parts);
    let (mood, causes) = (state.mood, Vec::new());
    Some(Turn {
        reading: None,
        line,
        heard,
        parts,
        mood,
        causes,
        desk_work: DeskWork::default(),
        understood: true,
        ended: None,
    })
}

/// What speaks for each answer that the sentences of a reply may call for; the customer says nothing.
pub fn weigh(
    scenario: &Scenario,
    reader: &Reader,
    state: &State,
    reply: &str,
) -> Vec<WeighedSentence> {
    let mut state = state.clone();
    let reading = read(scenario, reader, &mut state, reply);
    let language = reader.lexicon().language();
    let hearing = Hearing::new(scenario, language, &state, &reading);
    let mut exchange = Exchange::new(scenario, &hearing, &mut state, Dice::new(0, 0));
    exchange.be_moved();
    let sentences = hearing.sentences.iter();
    sentences.map(|it| exchange.weighing().named(it)).collect()
}

/// Reads a reply in its turn.
fn read(scenario: &Scenario, reader: &Reader, state: &mut State, reply: &str) -> AgentReading {
    state.turn += 1;
    if let Some(stage) = scenario.stages.get(state.stage) {
        state.count(&stage.counts);
    }
    let reading = reader.read_agent(reply, &state.history);
    state.done = state.done.union(reading.taken_as());
    reading
}

/// Reads `reply` and lets the customer answer. Call it only while the conversation has not ended.
pub fn step(
    scenario: &Scenario,
    reader: &Reader,
    state: &mut State,
    reply: &str,
    seed: u64,
) -> Turn {
    let reading = read(scenario, reader, state, reply);
    let hearing = Hearing::new(scenario, reader.lexicon().language(), state, &reading);
    let dice = Dice::new(seed, u64::from(state.turn));
    let mut exchange = Exchange::new(scenario, &hearing, state, dice);
    exchange.be_moved();
    if reading.utterance.tokens().is_empty() {
        exchange.meet_silence();
    } else {
        exchange.meet_words();
    }
    let Exchange { parts, causes, .. } = exchange;
    let desk_work = hearing.desk_work;
    let understood = reading.utterance.is_blank() || hearing.is_understood();
    state.formulas.extend(formulas(&reading));
    state.on_hold = reading.acts.contains(AgentAct::Hold);
    state.history.hear_agent(&reading);
    let (line, heard) = remember(scenario, reader, state, &parts);
    let (mood, ended) = (state.mood, state.ended);
    Turn {
        reading: Some(reading),
        line,
        heard,
        parts,
        mood,
        causes,
        desk_work,
        understood,
        ended,
    }
}

/// The customer answers with `line` to a reply that was meant for somebody else.
pub fn be_mistaken(
    scenario: &Scenario,
    reader: &Reader,
    state: &mut State,
    reply: &str,
    line: &str,
    change: MoodChange,
) -> Turn {
    let reading = read(scenario, reader, state, reply);
    state.history.hear_agent(&reading);
    let heard = interject(reader, state, line, change);
    // "what do you mean?" asks about this line, which tells nothing of the case, and not about the one before
    state.said.clear();
    state.told_last.clear();
    state.on_hold = false;
    Turn {
        heard,
        understood: !reading.acts.is_empty(),
        reading: Some(reading),
        line: line.to_owned(),
        parts: Vec::new(),
        mood: state.mood,
        causes: Vec::new(),
        desk_work: DeskWork::default(),
        ended: None,
    }
}

/// The customer says something unasked; `line` is all that they have said since the last reply, what was told before
/// it included.
pub fn interject(
    reader: &Reader,
    state: &mut State,
    line: &str,
    change: MoodChange,
) -> CustomerReading {
    let reading = reader.read_customer(line, &state.history);
    state.history.hear_customer(&reading);
    state.mood = state.mood.after(change);
    reading
}

impl Exchange<'_> {
    /// A reply without words.
    fn meet_silence(&mut self) {
        if self.hearing.reading.utterance.is_only_signs() {
            self.cue(CueName::Emoji);
        } else if self.state.on_hold {
            self.cue(CueName::Wait);
        } else {
            let again = self.state.silent > 0;
            self.cue(if again {
                CueName::SilenceAgain
            } else {
                CueName::Silence
            });
            self.state.silent += 1;
        }
        self.state.quiet += 1;
        if !self.end() && !self.change_stage() {
            self.say_otherwise();
        }
    }

    /// A reply with words: react, answer, pursue.
    fn meet_words(&mut self) {
        self.state.silent = 0;
        let before = self.state.progress();
        let accepted = self.state.accepted.clone();
        self.be_relieved();
        self.answer();
        self.take_as_told();
        self.judge_offers();
        self.react();
        self.tell_what_it_is_about();
        self.drop_late_yes();
        self.drop_idle_questions();
        if self.state.progress() > before || self.state.accepted != accepted {
            self.state.quiet = 0;
        } else if !self.does(&MOVES_ON) {
            self.state.quiet += 1;
        }
        if self.end() || self.change_stage() || self.say_otherwise() {
            return;
        }
        if self.hearing.is_understood() {
            self.state.unclear = 0;
            self.take_note();
            self.greet_back();
            self.pursue();
        } else {
            self.be_puzzled();
        }
    }

    /// Whatever the agent's first words were, the customer says why they call: beside something that tells more of it,
    /// before that.
    fn tell_what_it_is_about(&mut self) {
        let first = self.scenario.customer.story.first().copied();
        if let Some(fact) = first.filter(|it| !self.state.told(*it)) {
            let tells = |it: &Spoken| matches!(it.topic, Topic::Fact(_));
            let before = self.parts.iter().position(tells);
            let from = self.parts.len();
            self.tell(fact);
            if let Some(before) = before {
                let told = self.parts.len() - from;
                self.parts[before..].rotate_right(told);
            }
            self.answered = true;
        }
    }

    /// A remark that is no business of theirs is heard out; what is unclear is queried, twice; then they
    /// go on by themselves.
    fn be_puzzled(&mut self) {
        self.state.unclear += 1;
        if self.answered || !self.parts.is_empty() {
            return;
        }
        if self.consent_to_bidding() {
            return;
        }
        let remark = !self.hearing.sentences.iter().any(|it| it.asks) && self.is_plain_language();
        match self.state.unclear {
            1 | 2 if remark => self.cue(CueName::HearOut),
            1 => self.cue(CueName::Unclear),
            2 => self.cue(CueName::UnclearAgain),
            _ => {
                self.pursue();
                true
            }
        };
    }

    /// Whether people would understand most of its words, whatever it is about.
    fn is_plain_language(&self) -> bool {
        let likeness = self.scenario.wordings.likeness();
        let utterance = &self.hearing.reading.utterance;
        let words = utterance.tokens();
        let known =
            (0..words.len()).filter(|at| !words[*at].number && likeness.knows(utterance, *at));
        known.count() * 2 > words.len()
    }

    /// A greeting that is only that.
    fn greet_back(&mut self) {
        let only = [AgentAct::Greet, AgentAct::Introduce];
        let greets = self.hearing.acts().iter().all(|it| only.contains(&it));
        if greets && self.does(&only) && self.parts.is_empty() {
            self.cue(CueName::GreetBack);
        }
    }
}

/// Joins the parts to one line, reads it and keeps in mind what it did.
fn remember(
    scenario: &Scenario,
    reader: &Reader,
    state: &mut State,
    parts: &[Spoken],
) -> (String, CustomerReading) {
    let line = joined(parts.iter().map(|it| scenario.line(it.line)));
    let heard = reader.read_customer(&line, &state.history);
    state.history.hear_customer(&heard);
    state.said = parts.to_vec();
    let telling = parts.iter().filter(|it| it.topic.tells(scenario));
    let telling: Vec<Spoken> = telling.copied().collect();
    if !telling.is_empty() {
        state.told_parts = telling;
    }
    state.told_last = told_by(scenario, parts);
    (line, heard)
}

/// The facts that these parts tell, and those whose place they have taken.
fn told_by(scenario: &Scenario, parts: &[Spoken]) -> Vec<FactId> {
    let told = parts.iter().flat_map(|it| match it.topic {
        Topic::Fact(fact) => [fact]
            .into_iter()
            .chain(scenario.facts[fact].instead_of)
            .collect(),
        Topic::Move(made) => scenario.moves[made].tells.to_vec(),
        _ => Vec::new(),
    });
    told.collect()
}

/// What is said in several parts, as one text: a part that ends in no mark, as people chat, gets one.
pub fn joined<'t>(parts: impl IntoIterator<Item = &'t str>) -> String {
    let mut text = String::new();
    for part in parts.into_iter().filter(|it| !it.is_empty()) {
        if text.ends_with(char::is_alphanumeric) {
            text.push('.');
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(part);
    }
    text
}
