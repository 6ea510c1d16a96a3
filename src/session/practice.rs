//! A conversation in memory: the pure part of a session.

use std::sync::Arc;

use crate::{
    acts::Reader,
    customer::{self, Need, State, Topic, Turn},
    library::{Library, LoadError},
    scenario::{Card, Ending, EndingKind, MoodChange, Scenario},
    session::{
        event::{Event, Header},
        play::Play,
    },
};

/// A reply and what came of it.
#[derive(Debug, Clone)]
pub struct Exchange {
    /// As typed; empty where the customer speaks first.
    pub reply: String,
    /// What came of it.
    pub turn: Turn,
    /// How things stand after it.
    after: State,
}

impl Exchange {
    /// How things stood after it.
    pub const fn state(&self) -> &State {
        &self.after
    }
}

/// A conversation that is being practised.
#[derive(Debug, Clone)]
pub struct Practice {
    scenario: Arc<Scenario>,
    reader: Reader,
    seed: u64,
    opening: Option<Exchange>,
    exchanges: Vec<Exchange>,
    notes: Vec<String>,
    reflections: Vec<(String, String)>,
    start: State,
    closed: bool,
}

impl Practice {
    /// Begins: where the customer speaks first, they have done so.
    pub fn new(scenario: Arc<Scenario>, reader: Reader, seed: u64) -> Self {
        let mut start = State::new(&scenario);
        let opening = customer::open(&scenario, &reader, &mut start, seed);
        let opening = opening.map(|turn| Exchange {
            reply: String::new(),
            turn,
            after: start.clone(),
        });
        Self {
            scenario,
            reader,
            seed,
            opening,
            exchanges: Vec::new(),
            notes: Vec::new(),
            reflections: Vec::new(),
            start,
            closed: false,
        }
    }

    /// Lets one event happen. What the customer said is no event of the trainee.
    pub fn take(&mut self, event: &Event) {
        match event {
            Event::Reply { text } => {
                self.reply(text);
            }
            Event::Note { text } => self.notes.push(text.clone()),
            Event::Reflect { question, text } => {
                self.reflections.push((question.clone(), text.clone()));
            }
            Event::Back => {
                self.exchanges.pop();
                self.closed = false;
            }
            Event::End => self.closed = true,
            Event::Said { .. } | Event::Switch { .. } | Event::Wait { .. } => {}
        }
    }

    /// The customer's answer to `text`; `None` when the conversation is over.
    pub fn reply(&mut self, text: &str) -> Option<&Turn> {
        if self.is_over() {
            return None;
        }
        let mut state = self.state().clone();
        let turn = customer::step(&self.scenario, &self.reader, &mut state, text, self.seed);
        self.exchanges.push(Exchange {
            reply: text.to_owned(),
            turn,
            after: state,
        });
        self.exchanges.last().map(|it| &it.turn)
    }

    /// The customer answers with `line` to a reply that was meant for somebody else.
    pub(super) fn mistake(&mut self, text: &str, line: &str, change: MoodChange) {
        let mut state = self.state().clone();
        let turn =
            customer::be_mistaken(&self.scenario, &self.reader, &mut state, text, line, change);
        self.exchanges.push(Exchange {
            reply: text.to_owned(),
            turn,
            after: state,
        });
    }

    /// The customer adds `line` unasked.
    pub(super) fn interject(&mut self, line: &str, change: MoodChange) {
        let first = self.exchanges.is_empty();
        let last = self.exchanges.last_mut().or(self.opening.as_mut());
        let Some(exchange) = last else {
            return;
        };
        let line = format!("{} {line}", exchange.turn.line);
        exchange.turn.heard = customer::interject(&self.reader, &mut exchange.after, &line, change);
        exchange.turn.mood = exchange.after.mood;
        exchange.turn.line = line;
        if first {
            self.start = exchange.after.clone();
        }
    }

    /// How things stand.
    pub fn state(&self) -> &State {
        self.exchanges.last().map_or(&self.start, |it| &it.after)
    }

    /// The case.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// What reads the replies.
    pub const fn reader(&self) -> &Reader {
        &self.reader
    }

    /// What the dice depend on.
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// The customer's first words, where they speak first.
    pub const fn opening(&self) -> Option<&Exchange> {
        self.opening.as_ref()
    }

    /// All replies that stand, with what came of them.
    pub fn exchanges(&self) -> &[Exchange] {
        &self.exchanges
    }

    /// What the trainee wrote down.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// What the trainee was asked when it was over, with the answers.
    pub fn reflections(&self) -> &[(String, String)] {
        &self.reflections
    }

    /// What the partner said in the exchange before which things stood as in `before`: by role, `None`
    /// for the customer. Whoever takes over speaks for themselves.
    pub fn spoken<'a>(
        &'a self,
        exchange: &'a Exchange,
        before: &State,
    ) -> Vec<(Option<&'a str>, String)> {
        let scenario = &self.scenario;
        let role = |stage: usize| {
            let own = scenario.stages.get(stage).and_then(|it| it.role.as_deref());
            own.or(scenario.customer.role.as_deref())
        };
        let mut spoken: Vec<(Option<&str>, String)> = Vec::new();
        let mut stage = before.stage;
        for part in &exchange.turn.parts {
            if let Topic::Stage(next) = part.topic {
                stage = next;
            }
            let line = scenario.line(part.line);
            match spoken.last_mut().filter(|it| it.0 == role(stage)) {
                Some((_, text)) => *text = customer::joined([text.as_str(), line]),
                None => spoken.push((role(stage), line.to_owned())),
            }
        }
        if spoken.is_empty() {
            spoken.push((role(stage), String::new()));
        }
        spoken
    }

    /// How things stood before the exchange at `at`.
    pub fn before(&self, at: usize) -> &State {
        let earlier = at.checked_sub(1).and_then(|it| self.exchanges.get(it));
        earlier.map_or(&self.start, |it| &it.after)
    }

    /// What would help now, most pressing first.
    pub fn needs(&self) -> Vec<Need> {
        customer::needs(&self.scenario, self.state())
    }

    /// The ending reached.
    pub fn ending(&self) -> Option<&Ending> {
        self.state()
            .ended
            .and_then(|it| self.scenario.endings.get(it))
    }

    /// The kind of the ending reached.
    pub fn ending_kind(&self) -> Option<EndingKind> {
        self.ending().map(|it| it.kind)
    }

    /// Whether nothing more will be answered.
    pub fn is_over(&self) -> bool {
        self.closed || self.state().ended.is_some()
    }
}

impl Play for Practice {
    fn card(&self) -> &Card {
        &self.scenario.card
    }

    fn seed(&self) -> u64 {
        self.seed
    }

    fn load(library: &Library, header: &Header) -> Result<Self, LoadError> {
        let (reader, scenario) = library.case(&header.scenario)?;
        Ok(Self::new(Arc::new(scenario), reader, header.seed))
    }

    fn happen(&mut self, event: &Event) {
        self.take(event);
    }

    fn said(&self) -> Vec<Event> {
        let opening = self.opening.iter().map(|it| (0, it));
        let exchanges = opening.chain((1..).zip(&self.exchanges));
        let said = exchanges.map(|(turn, it)| Event::Said {
            turn,
            to: None,
            text: it.turn.line.clone(),
        });
        said.collect()
    }

    fn is_over(&self) -> bool {
        self.closed || self.state().ended.is_some()
    }
}
