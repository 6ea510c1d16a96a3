//! A chat desk in play: several conversations on one clock.
//!
//! The clock advances by what the trainee does, by a stated rule ([`Pace`]), or by the seconds that
//! really passed where the session is played in real time; those are events then, so that a session
//! is rebuilt the same either way.

use std::sync::Arc;

use crate::{
    acts::Reader,
    customer::Present,
    ground::dice::Dice,
    library::{Library, LoadError},
    scenario::{Card, ChatDesk, Lines, Mood, MoodChange, Pace, Scenario, Whose},
    session::{
        chat::{Chat, Impatience},
        event::{Event, Header},
        play::Play,
        practice::Practice,
    },
    text::Utterance,
};

/// What waiting in vain does to a customer.
const NEGLECTED: MoodChange = MoodChange {
    tension: 6,
    trust: -4,
    patience: -8,
};

/// What being taken for somebody else does to them.
const MISTAKEN: MoodChange = MoodChange {
    tension: 8,
    trust: -10,
    patience: -8,
};

/// Why somebody at the desk said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// They have just come.
    Enters,
    /// They answer a reply.
    Answers,
    /// They answer a reply that was meant for somebody else.
    MixedUp,
    /// They have waited long.
    Nudges,
    /// They have waited too long.
    Leaves,
}

/// Something that a customer at the desk said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The customer's number, from 0, in order of coming.
    pub chat: usize,
    /// When, in seconds from the start.
    pub at: u32,
    /// Why.
    pub occasion: Occasion,
    /// The exchange of that chat that it belongs to; `None` where the customer spoke unasked.
    pub exchange: Option<usize>,
    /// How they felt then.
    pub mood: Mood,
    /// The words.
    pub text: String,
    /// Whether the chat is over with them.
    pub closes: bool,
}

/// The chats at one desk.
#[derive(Debug, Clone)]
pub struct Floor {
    desk: Arc<ChatDesk>,
    reader: Reader,
    seed: u64,
    chats: Vec<Chat>,
    whose: Whose,
    clock: u32,
    present: usize,
    real_time: bool,
    closed: bool,
    messages: Vec<Message>,
}

impl Floor {
    /// Opens the desk: who comes first is there. `scenarios` are those of the desk's chats, in order;
    /// in real time the clock advances by [`Event::Wait`] alone.
    pub fn new(
        desk: Arc<ChatDesk>,
        scenarios: impl IntoIterator<Item = Arc<Scenario>>,
        reader: &Reader,
        seed: u64,
        real_time: bool,
    ) -> Self {
        let cases = desk.chats.iter().zip(scenarios).zip(0..);
        let chats = cases.map(|((chat, scenario), number)| {
            let practice = Practice::new(scenario, reader.clone(), seed.wrapping_add(number));
            Chat::new(practice, chat.enters)
        });
        let chats: Vec<Chat> = chats.collect();
        let scenarios = chats.iter().map(|it| it.practice.scenario());
        let mut floor = Self {
            whose: Whose::new(scenarios, &desk.anyone, reader.lexicon().language()),
            chats,
            desk,
            reader: reader.clone(),
            seed,
            clock: 0,
            present: 0,
            real_time,
            closed: false,
            messages: Vec::new(),
        };
        floor.welcome();
        floor
    }

    /// Reads whose words are whose on a thread of its own, before a reply is compared with them.
    pub fn warm_up(&self) {
        self.whose.warm_up();
    }

    /// The chats, in order of coming.
    pub fn chats(&self) -> &[Chat] {
        &self.chats
    }

    /// The chat that the trainee is in.
    pub const fn present(&self) -> usize {
        self.present
    }

    /// Seconds since the start.
    pub const fn clock(&self) -> u32 {
        self.clock
    }

    /// How time passes.
    pub fn pace(&self) -> Pace {
        self.desk.pace
    }

    /// What was said, in order.
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// The open chat that has waited longest, the present one aside.
    pub fn longest_waiting(&self) -> Option<usize> {
        let open = self.chats.iter().enumerate();
        let others = open.filter(|(number, it)| it.is_open() && *number != self.present);
        others
            .min_by_key(|(number, it)| (it.waits_since.is_none(), it.waits_since, *number))
            .map(|(number, _)| number)
    }

    fn reply(&mut self, text: &str) {
        if text.trim().is_empty() {
            self.pass(self.desk.pace.pauses, None);
            return;
        }
        let pace = self.desk.pace;
        let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let seconds = pace.thinks.saturating_add(letters / pace.letters_a_second);
        self.pass(seconds, Some(self.present));
        // who has left while it was typed does not read it
        if self.chats[self.present].is_open() {
            self.deliver(text);
        }
        self.go_on();
    }

    fn deliver(&mut self, text: &str) {
        let number = self.present;
        let mixed_up = self.is_for_somebody_else(text);
        let line = self.waiting_line(number, |it| &it.mixed_up);
        let chat = &mut self.chats[number];
        let occasion = if mixed_up {
            chat.mixed_up += 1;
            chat.practice.mistake(text, &line, MISTAKEN);
            Occasion::MixedUp
        } else {
            chat.practice.reply(text);
            Occasion::Answers
        };
        let language = self.reader.lexicon().language();
        chat.begin_to_wait(self.clock, self.desk.pace, language);
        let exchanges = chat.practice.exchanges();
        let Some((exchange, last)) = exchanges.iter().enumerate().next_back() else {
            return;
        };
        let closes = chat.practice.is_over();
        let (mood, text) = (last.turn.mood, last.turn.line.clone());
        self.messages.push(Message {
            chat: number,
            at: self.clock,
            occasion,
            exchange: Some(exchange),
            mood,
            text,
            closes,
        });
    }

    /// Whether the words concern other customers and not the present one: they name what is particular to
    /// another, or offer what would help only another.
    fn is_for_somebody_else(&self, text: &str) -> bool {
        let mut others = (0..self.chats.len()).filter(|it| *it != self.present);
        if !others.any(|it| self.chats[it].has_come()) {
            return false;
        }
        let orthography = self.reader.lexicon().language().orthography();
        let utterance = Utterance::parse(text, orthography);
        let concerned = self.desk.concerned(&utterance);
        if concerned.iter().any(|(chat, _)| *chat == self.present) {
            return false;
        }
        let practice = &self.chats[self.present].practice;
        let present = Present {
            whose: &self.whose,
            case: self.present,
            scenario: practice.scenario(),
            state: practice.state(),
        };
        let names_another = |(chat, sentence): &(usize, usize)| {
            let tokens = utterance.sentences().get(*sentence);
            self.chats.get(*chat).is_some_and(Chat::has_come)
                && !tokens
                    .is_some_and(|it| present.is_likelier_said_here(&utterance, it.tokens.clone()))
        };
        let open = |it: usize| self.chats.get(it).is_some_and(Chat::is_open);
        concerned.iter().any(names_another)
            || present.is_offered_what_helps_another(&self.reader, text, open)
    }

    fn switch(&mut self, to: usize) {
        if self.chats.get(to).is_some_and(Chat::is_open) && to != self.present {
            self.pass(self.desk.pace.switches, None);
            self.present = to;
            self.go_on();
        }
    }

    /// Lets time pass by the desk's rule, while the trainee types to a customer or to none; in real time it passes by
    /// itself.
    fn pass(&mut self, seconds: u32, typed_to: Option<usize>) {
        if !self.real_time {
            self.advance(seconds, typed_to);
        }
    }

    fn advance(&mut self, seconds: u32, typed_to: Option<usize>) {
        for _ in 0..seconds {
            self.clock = self.clock.saturating_add(1);
            self.welcome();
            for number in 0..self.chats.len() {
                self.wait(number, typed_to == Some(number));
            }
        }
    }

    /// Where the present chat is over the trainee goes to the one that has waited longest; where none
    /// is open, the next customer comes.
    fn go_on(&mut self) {
        if self.chats[self.present].is_open() {
            return;
        }
        if self.longest_waiting().is_none() {
            let next = self.chats.iter().filter(|it| !it.has_come());
            if let Some(enters) = next.map(|it| it.enters).min() {
                self.clock = self.clock.max(enters);
                self.welcome();
            }
        }
        self.present = self.longest_waiting().unwrap_or(self.present);
    }

    /// Lets in whoever comes now.
    fn welcome(&mut self) {
        for number in 0..self.chats.len() {
            let (clock, chat) = (self.clock, &mut self.chats[number]);
            if chat.has_come() || chat.enters > clock {
                continue;
            }
            chat.come(clock);
            let opening = chat.practice.opening();
            let text = opening.map(|it| it.turn.line.clone()).unwrap_or_default();
            self.messages.push(Message {
                chat: number,
                at: clock,
                occasion: Occasion::Enters,
                exchange: None,
                mood: chat.practice.state().mood,
                text,
                closes: false,
            });
        }
    }

    /// Lets a customer lose patience, if it is time for that.
    fn wait(&mut self, number: usize, typed_to: bool) {
        let impatience = self.chats[number].impatience(self.clock, self.desk.pace, typed_to);
        match impatience {
            Some(Impatience::Leaves) => {
                self.speak(number, Occasion::Leaves);
                self.chats[number].leave(self.clock);
                if number == self.present {
                    self.go_on();
                }
            }
            Some(Impatience::Asks) => {
                self.chats[number].has_asked();
                self.speak(number, Occasion::Nudges);
            }
            None => {}
        }
    }

    /// Lets a customer say something unasked.
    fn speak(&mut self, number: usize, occasion: Occasion) {
        let text = self.waiting_line(number, |it| match occasion {
            Occasion::Leaves => &it.leaves,
            _ => &it.nudge,
        });
        self.chats[number].practice.interject(&text, NEGLECTED);
        self.messages.push(Message {
            chat: number,
            at: self.clock,
            occasion,
            exchange: None,
            mood: self.chats[number].practice.state().mood,
            text,
            closes: occasion == Occasion::Leaves,
        });
    }

    /// One of the lines of waiting, in this customer's mood; none twice while another is left.
    fn waiting_line(
        &self,
        number: usize,
        lines: impl Fn(&crate::scenario::WaitingLines) -> &Lines,
    ) -> String {
        let waiting = &self.desk.waiting;
        let band = self.chats[number].practice.state().mood.band();
        let own = lines(waiting).nearest(band).next().unwrap_or_default();
        let said = |text: &str| self.messages.iter().any(|it| it.text == text);
        let fresh: Vec<&str> = own
            .iter()
            .map(|it| waiting.line(*it))
            .filter(|it| !said(it))
            .collect();
        let all: Vec<&str> = own.iter().map(|it| waiting.line(*it)).collect();
        let from = if fresh.is_empty() { all } else { fresh };
        let mut dice = Dice::new(self.seed, self.messages.len() as u64);
        from.get(dice.below(from.len()))
            .map(|it| (*it).to_owned())
            .unwrap_or_default()
    }
}

impl Play for Floor {
    fn card(&self) -> &Card {
        &self.desk.card
    }

    fn seed(&self) -> u64 {
        self.seed
    }

    fn load(library: &Library, header: &Header) -> Result<Self, LoadError> {
        let (reader, desk, scenarios) = library.chat_desk(&header.scenario)?;
        let desk = Arc::new(desk);
        Ok(Self::new(
            desk,
            scenarios.into_iter().map(Arc::new),
            &reader,
            header.seed,
            header.real_time,
        ))
    }

    fn happen(&mut self, event: &Event) {
        if self.is_over() {
            return;
        }
        match event {
            Event::Reply { text } => self.reply(text),
            Event::Switch { to } => self.switch(*to),
            Event::Wait { seconds } => {
                self.advance(*seconds, None);
                self.go_on();
            }
            Event::Note { .. } => self.chats[self.present].practice.take(event),
            Event::End => self.closed = true,
            Event::Said { .. } | Event::Back | Event::Reflect { .. } => {}
        }
    }

    fn said(&self) -> Vec<Event> {
        let messages = (0..).zip(&self.messages);
        let said = messages.map(|(turn, it)| Event::Said {
            turn,
            to: Some(it.chat),
            text: it.text.clone(),
        });
        said.collect()
    }

    fn is_over(&self) -> bool {
        let done = |it: &Chat| it.has_come() && !it.is_open();
        self.closed || self.chats.iter().all(done)
    }
}
