//! Several chats at once on the screen.

use std::{
    io::{self, Write as _},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use crate::{
    cli::{
        failure::{Failure, not_saved},
        input::{Input, Piped, Printer, Terminal, Typed},
        slash::Slash,
        world::World,
    },
    report,
    session::{Chat, Event, Floor, Folder, Mode, Play as _, Practice, Session},
    transcript::Speaker,
    words::Words,
};

/// How often a desk in real time looks whether somebody has lost patience.
const TICK: Duration = Duration::from_millis(500);

/// A chat desk on the screen.
pub(super) struct DeskConversation<'w> {
    world: &'w mut World,
    timed: Arc<Mutex<Timed>>,
    names: report::DeskNames,
    json: bool,
    kept: bool,
}

/// A session with the real time that it knows of.
struct Timed {
    session: Session<Floor>,
    /// Since when real time has passed that the session does not know of; `None` where its clock is not
    /// the real one.
    since: Option<Instant>,
    /// Messages shown so far.
    shown: usize,
    /// Whether the conversation is over for the ticker.
    done: bool,
}

impl Timed {
    /// Whole seconds that the session does not know of yet.
    fn pending(&self) -> u32 {
        let passed = self.since.map_or(0, |it| it.elapsed().as_secs());
        u32::try_from(passed).unwrap_or(u32::MAX)
    }

    /// Lets the session know of the time that has passed.
    fn catch_up(&mut self) -> io::Result<()> {
        let seconds = self.pending();
        if seconds == 0 {
            return Ok(());
        }
        self.since = self
            .since
            .map(|it| it + Duration::from_secs(seconds.into()));
        self.session.take(&Event::Wait { seconds })
    }

    /// Whether somebody would say something by now.
    fn is_something_due(&self) -> bool {
        let mut floor = self.session.practice().clone();
        let said = floor.messages().len();
        floor.happen(&Event::Wait {
            seconds: self.pending(),
        });
        floor.messages().len() > said
    }

    fn take(&mut self, event: &Event) -> io::Result<()> {
        self.catch_up()?;
        self.session.take(event)
    }
}

fn lock(timed: &Mutex<Timed>) -> MutexGuard<'_, Timed> {
    // a ticker that panicked leaves a session that is still whole
    timed.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<'w> DeskConversation<'w> {
    pub(super) fn new(
        world: &'w mut World,
        session: Session<Floor>,
        json: bool,
        kept: bool,
    ) -> Result<Self, Failure> {
        let speakers = world.library.speakers()?;
        let language = &session.practice().card().language;
        let customer = speakers.name(language, Speaker::Customer);
        let names = report::DeskNames::new(&world.words, customer.unwrap_or_default());
        let since = session.header().real_time.then(Instant::now);
        let timed = Timed {
            session,
            since,
            shown: 0,
            done: false,
        };
        Ok(Self {
            world,
            timed: Arc::new(Mutex::new(timed)),
            names,
            json,
            kept,
        })
    }

    /// From the first customer to the scorecards; a session that is carried on shows what was said.
    pub(super) fn run(mut self, folder: Option<&Folder>) -> Result<(), Failure> {
        if self.world.interactive && !self.json {
            let card = report::card(
                &self.world.words,
                lock(&self.timed).session.practice().card(),
                self.world.width,
            );
            let how = self.world.words.say("desk-how");
            let how = report::wrapped(&how, self.world.width, "", "");
            self.world
                .write(&format!("\n{card}\n{}\n\n", report::dim(&how)))?;
        }
        self.show_new()?;
        lock(&self.timed).session.practice().warm_up();
        for chat in lock(&self.timed).session.practice().chats() {
            chat.practice.scenario().warm_up_if_opened();
        }
        let (mut input, printer) = self.input(folder)?;
        let ticker = printer.map(|printer| self.tick(printer));
        let left = self.talk(&mut *input)?;
        lock(&self.timed).done = true;
        drop(input);
        if let Some(ticker) = ticker {
            // it ends by itself within a tick
            let _ = ticker.join();
        }
        lock(&self.timed).session.sync()?;
        if left { self.leave() } else { self.end() }
    }

    /// Shows a session again, with its scorecards.
    pub(super) fn show(mut self) -> Result<(), Failure> {
        self.show_new()?;
        self.end()
    }

    /// Reads and answers until the end; whether the trainee left before it.
    fn talk(&mut self, input: &mut dyn Input) -> Result<bool, Failure> {
        while !lock(&self.timed).session.practice().is_over() {
            match input.next()? {
                Typed::Line(line) => {
                    if let Some(left) = self.take(&line)? {
                        return Ok(left);
                    }
                }
                Typed::Stopped => return Ok(true),
                Typed::End => return Ok(false),
            }
        }
        Ok(false)
    }

    fn take(&mut self, line: &str) -> Result<Option<bool>, Failure> {
        let Some(slash) = Slash::parse(line) else {
            self.reply(line)?;
            return Ok(None);
        };
        match slash {
            Slash::Chat(number) => self.switch(number.checked_sub(1))?,
            Slash::Next => {
                let next = lock(&self.timed).session.practice().longest_waiting();
                self.switch(next)?;
            }
            Slash::Who => {
                lock(&self.timed).catch_up()?;
                self.show_new()?;
                let text = self.status();
                self.remark(&text)?;
            }
            Slash::Note(text) if !text.is_empty() => {
                self.keep(&text, |text| Event::Note { text })?;
                self.remark_of("play-noted")?;
            }
            Slash::Note(_) => self.remark_of("play-empty-note")?,
            Slash::Desk => self.show_desk()?,
            Slash::End => {
                lock(&self.timed).take(&Event::End)?;
                return Ok(Some(false));
            }
            Slash::Quit => return Ok(Some(true)),
            Slash::Help => self.remark_of("desk-help")?,
            Slash::Hint => self.unless_exam(report::hint)?,
            Slash::Mood => self.unless_exam(|words, practice, _| report::mood(words, practice))?,
            Slash::Back => self.remark_of("desk-no-way-back")?,
            Slash::Unknown(name) => {
                let values = [
                    ("name", name.into()),
                    ("known", Slash::NAMES.join(", ").into()),
                ];
                let text = self.world.words.with("play-unknown-command", &values);
                self.remark(&text)?;
            }
        }
        Ok(None)
    }

    fn reply(&mut self, text: &str) -> Result<(), Failure> {
        let answered = lock(&self.timed).session.practice().present();
        self.keep(text, |text| Event::Reply { text })?;
        self.show_new()?;
        if self.mode() == Mode::Coach && !self.json {
            let advice = report::coach_line(
                &self.world.words,
                &self.practice(answered),
                self.world.width,
            );
            self.remark(&report::dim(&advice))?;
        }
        self.show_status()
    }

    fn mode(&self) -> Mode {
        lock(&self.timed).session.header().mode
    }

    /// The conversation with a customer, as it stands.
    fn practice(&self, chat: usize) -> Practice {
        lock(&self.timed).session.practice().chats()[chat]
            .practice
            .clone()
    }

    /// Says something about the conversation that the trainee is in.
    fn unless_exam(
        &mut self,
        text: impl Fn(&Words, &Practice, usize) -> String,
    ) -> Result<(), Failure> {
        if self.mode() == Mode::Exam {
            return Ok(self.remark_of("play-not-in-exam")?);
        }
        let present = lock(&self.timed).session.practice().present();
        let text = text(&self.world.words, &self.practice(present), self.world.width);
        Ok(self.remark(text.trim_end())?)
    }

    fn keep(&self, text: &str, event: impl FnOnce(String) -> Event) -> Result<(), Failure> {
        let kept = lock(&self.timed).take(&event(text.to_owned()));
        kept.map_err(|error| not_saved(&self.world.words, &error, text))
    }

    fn switch(&mut self, to: Option<usize>) -> Result<(), Failure> {
        let open = |floor: &Floor, to: usize| floor.chats().get(to).is_some_and(Chat::is_open);
        let to = to.filter(|it| open(lock(&self.timed).session.practice(), *it));
        let Some(to) = to else {
            return Ok(self.remark_of("desk-nobody-there")?);
        };
        lock(&self.timed).take(&Event::Switch { to })?;
        self.show_new()?;
        self.show_status()
    }

    fn show_desk(&mut self) -> Result<(), Failure> {
        let text = {
            let timed = lock(&self.timed);
            let floor = timed.session.practice();
            let desk = floor.chats().get(floor.present());
            let desk = desk.map(|it| &it.practice.scenario().desk);
            desk.map(|it| report::desk(&self.world.words, it, self.world.width))
        };
        Ok(self.remark(text.unwrap_or_default().trim_end())?)
    }

    /// Shows what was said since the last time.
    fn show_new(&mut self) -> Result<(), Failure> {
        let mut timed = lock(&self.timed);
        let floor = timed.session.practice();
        let mut text = String::new();
        for (number, message) in floor.messages().iter().enumerate().skip(timed.shown) {
            if self.json {
                let json = report::MessageJson::of(number, message, floor);
                text.push_str(&serde_json::to_string(&json).map_err(io::Error::from)?);
                text.push('\n');
            } else {
                let width = self.world.interactive.then_some(self.world.width);
                text.push_str(&report::message(&self.names, message, width));
            }
        }
        timed.shown = floor.messages().len();
        drop(timed);
        Ok(self.world.write(&text)?)
    }

    fn status(&self) -> String {
        let timed = lock(&self.timed);
        report::desk_status(&self.world.words, &self.names, timed.session.practice())
    }

    fn show_status(&mut self) -> Result<(), Failure> {
        if !self.world.interactive || lock(&self.timed).session.practice().is_over() {
            return Ok(());
        }
        let text = report::dim(&self.status());
        Ok(self.remark(&text)?)
    }

    fn remark_of(&mut self, id: &str) -> io::Result<()> {
        let text = self.world.words.say(id);
        self.remark(&text)
    }

    fn remark(&mut self, text: &str) -> io::Result<()> {
        if self.json {
            return Ok(());
        }
        self.world.write(&format!("{text}\n"))
    }

    /// Where replies come from, and in real time something to write beside the line being typed.
    fn input(&self, folder: Option<&Folder>) -> io::Result<(Box<dyn Input>, Option<Printer>)> {
        if !self.world.interactive {
            return Ok((Box::new(Piped(io::stdin().lock())), None));
        }
        let history = folder.map(|it| it.path().join("history"));
        let prompt = format!("{} ", self.world.words.say("play-prompt"));
        let mut terminal = Terminal::new(prompt, history)?;
        let real_time = lock(&self.timed).since.is_some();
        let printer = real_time.then(|| terminal.printer()).transpose()?;
        Ok((Box::new(terminal), printer))
    }

    /// Shows what customers say while the trainee types.
    fn tick(&self, mut printer: Printer) -> thread::JoinHandle<()> {
        let timed = Arc::clone(&self.timed);
        let names = self.names.clone();
        thread::spawn(move || {
            loop {
                thread::sleep(TICK);
                let mut timed = lock(&timed);
                if timed.done || timed.session.practice().is_over() {
                    return;
                }
                if !timed.is_something_due() {
                    continue;
                }
                let known = timed.shown;
                // a full disk shows itself at the next reply
                if timed.catch_up().is_err() {
                    return;
                }
                let messages = timed.session.practice().messages().iter().skip(known);
                let text: String = messages
                    .map(|it| report::message(&names, it, None))
                    .collect();
                timed.shown = timed.session.practice().messages().len();
                drop(timed);
                printer.print(text);
            }
        })
    }

    fn leave(mut self) -> Result<(), Failure> {
        let id = if self.kept {
            "play-kept"
        } else {
            "play-not-kept"
        };
        let session = lock(&self.timed).session.header().session.clone();
        let text = self.world.words.with(id, &[("session", session.into())]);
        Ok(self.remark(&text)?)
    }

    fn end(self) -> Result<(), Failure> {
        let timed = lock(&self.timed);
        let floor = timed.session.practice();
        let assessment = crate::session::FloorAssessment::of(floor, &self.world.library)?;
        let text = if self.json {
            let json = report::FloorJson::of(floor, &assessment);
            serde_json::to_string(&json).map_err(io::Error::from)? + "\n"
        } else {
            report::floor(
                &self.world.words,
                &self.names,
                floor,
                &assessment,
                self.world.width,
            )
        };
        drop(timed);
        self.world.out.write_all(text.as_bytes())?;
        Ok(self.world.out.flush()?)
    }
}
