//! The conversation itself: replies and commands, until the end.

use std::io;

use crate::{
    cli::{
        failure::{Failure, not_saved},
        input::{Input, Piped, Terminal, Typed},
        show::{Show, show},
        slash::Slash,
        world::World,
    },
    report,
    session::{Event, Folder, Mode, Session},
};

/// Whether the conversation goes on.
enum Next {
    On,
    /// Show the scorecard.
    Over,
    /// Leave; the session is kept.
    Left,
}

/// A session on the screen.
pub(super) struct Conversation<'w> {
    world: &'w mut World,
    session: Session,
    show: Box<dyn Show>,
    kept: bool,
}

impl<'w> Conversation<'w> {
    pub(super) fn new(
        world: &'w mut World,
        session: Session,
        json: bool,
        kept: bool,
    ) -> Result<Self, Failure> {
        let show = show(world, json)?;
        Ok(Self {
            world,
            session,
            show,
            kept,
        })
    }

    /// From the first word to the scorecard.
    pub(super) fn run(mut self, folder: Option<&Folder>) -> Result<(), Failure> {
        self.show.begins(self.world, &self.session)?;
        self.session.practice().scenario().warm_up_if_opened();
        self.carry_on(folder)
    }

    /// After a break: what was said, then the rest.
    pub(super) fn run_on(mut self, folder: &Folder) -> Result<(), Failure> {
        self.show.goes_on(self.world, &self.session)?;
        self.carry_on(Some(folder))
    }

    fn carry_on(mut self, folder: Option<&Folder>) -> Result<(), Failure> {
        let mut input = self.input(folder)?;
        let mut next = Next::On;
        while !self.session.practice().is_over() {
            next = match input.next()? {
                Typed::Line(line) => self.take(&line)?,
                Typed::Stopped => Next::Left,
                Typed::End => Next::Over,
            };
            if !matches!(next, Next::On) {
                break;
            }
        }
        drop(input);
        self.session.sync()?;
        if matches!(next, Next::Left) {
            self.leave()
        } else {
            self.show.ends(self.world, &self.session)?;
            self.reflect()
        }
    }

    /// Asks what it was like, where the case has questions about that; a blank answer is none.
    fn reflect(&mut self) -> Result<(), Failure> {
        let questions = self.session.practice().scenario().reflections.clone();
        if questions.is_empty() || !self.world.interactive {
            return Ok(());
        }
        for question in questions {
            let question = self.world.words.of(&question).to_owned();
            let shown = report::wrapped(&question, self.world.width, "", "");
            self.show.remark(self.world, &format!("\n{shown}"))?;
            let Typed::Line(text) = self.input(None)?.next()? else {
                return Ok(());
            };
            if !text.trim().is_empty() {
                let typed = text.clone();
                let kept = self.session.take(&Event::Reflect { question, text });
                kept.map_err(|error| not_saved(&self.world.words, &error, &typed))?;
            }
        }
        self.session.sync()?;
        Ok(self.remark("experience-kept")?)
    }

    fn input(&self, folder: Option<&Folder>) -> io::Result<Box<dyn Input>> {
        if !self.world.interactive {
            return Ok(Box::new(Piped(io::stdin().lock())));
        }
        let history = folder.map(|it| it.path().join("history"));
        let prompt = format!("{} ", self.world.words.say("play-prompt"));
        Ok(Box::new(Terminal::new(prompt, history)?))
    }

    fn take(&mut self, line: &str) -> Result<Next, Failure> {
        let Some(slash) = Slash::parse(line) else {
            self.reply(line)?;
            return Ok(Next::On);
        };
        match slash {
            Slash::End => {
                self.session.take(&Event::End)?;
                return Ok(Next::Over);
            }
            Slash::Quit => return Ok(Next::Left),
            Slash::Back => self.back()?,
            Slash::Note(text) => self.note(text)?,
            Slash::Help => self.remark("play-help")?,
            Slash::Desk => {
                let desk = &self.session.practice().scenario().desk;
                let text = report::desk(&self.world.words, desk, self.world.width);
                self.show.remark(self.world, text.trim_end())?;
            }
            Slash::Chat(_) | Slash::Next | Slash::Who => self.remark("play-one-customer")?,
            Slash::Hint => self.unless_exam(report::hint)?,
            Slash::Mood => self.unless_exam(|words, practice, _| report::mood(words, practice))?,
            Slash::Unknown(name) => {
                let values = [
                    ("name", name.into()),
                    ("known", Slash::NAMES.join(", ").into()),
                ];
                let text = self.world.words.with("play-unknown-command", &values);
                self.show.remark(self.world, &text)?;
            }
        }
        Ok(Next::On)
    }

    fn reply(&mut self, text: &str) -> Result<(), Failure> {
        let kept = self.session.reply(text);
        kept.map_err(|error| not_saved(&self.world.words, &error, text))?;
        self.show.exchange(self.world, &self.session)?;
        Ok(())
    }

    fn back(&mut self) -> Result<(), Failure> {
        if self.session.practice().exchanges().is_empty() {
            return Ok(self.remark("play-nothing-to-take-back")?);
        }
        self.session.take(&Event::Back)?;
        self.remark("play-taken-back")?;
        let practice = self.session.practice();
        if practice.exchanges().is_empty() {
            return Ok(());
        }
        self.show.exchange(self.world, &self.session)?;
        Ok(())
    }

    fn note(&mut self, text: String) -> Result<(), Failure> {
        if text.is_empty() {
            return Ok(self.remark("play-empty-note")?);
        }
        let typed = text.clone();
        let kept = self.session.take(&Event::Note { text });
        kept.map_err(|error| not_saved(&self.world.words, &error, &typed))?;
        Ok(self.remark("play-noted")?)
    }

    fn unless_exam(
        &mut self,
        text: impl Fn(&crate::words::Words, &crate::session::Practice, usize) -> String,
    ) -> io::Result<()> {
        if self.session.header().mode == Mode::Exam {
            return self.remark("play-not-in-exam");
        }
        let text = text(&self.world.words, self.session.practice(), self.world.width);
        self.show.remark(self.world, text.trim_end())
    }

    fn leave(mut self) -> Result<(), Failure> {
        let id = if self.kept {
            "play-kept"
        } else {
            "play-not-kept"
        };
        let values = [("session", self.session.header().session.as_str().into())];
        let text = self.world.words.with(id, &values);
        Ok(self.show.remark(self.world, &text)?)
    }

    fn remark(&mut self, id: &str) -> io::Result<()> {
        let text = self.world.words.say(id);
        self.show.remark(self.world, &text)
    }
}
