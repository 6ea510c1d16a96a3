//! How a conversation is shown: as text, or as JSON Lines.

use std::io::{self, Write as _};

use crate::{
    cli::{failure::Failure, world::World},
    customer::State,
    report,
    scenario::Trainee,
    session::{Assessment, DeskRecord, Exchange, Mode, Practice, Session},
    transcript::{Speaker, Speakers},
};

/// What is seen of a conversation.
pub(super) trait Show {
    /// The desk, and the customer's first words where they speak first.
    fn begins(&mut self, world: &mut World, session: &Session) -> io::Result<()>;
    /// What was said before a session was broken off.
    fn goes_on(&mut self, world: &mut World, session: &Session) -> io::Result<()>;
    /// The latest exchange.
    fn exchange(&mut self, world: &mut World, session: &Session) -> io::Result<()>;
    /// A word of the program to the trainee.
    fn remark(&mut self, world: &mut World, text: &str) -> io::Result<()>;
    /// The ending and the scorecard.
    fn ends(&mut self, world: &mut World, session: &Session) -> Result<(), Failure>;
}

/// The way of showing that was asked for.
pub(super) fn show(world: &World, json: bool) -> Result<Box<dyn Show>, Failure> {
    if json {
        return Ok(Box::new(Json));
    }
    Ok(Box::new(Text::new(world.library.speakers()?)))
}

/// Text for people.
pub(super) struct Text {
    /// Roles are named in the scenario's language, whatever the screen speaks.
    speakers: Speakers,
}

impl Text {
    pub(super) const fn new(speakers: Speakers) -> Self {
        Self { speakers }
    }

    fn name(&self, practice: &Practice, speaker: Speaker) -> String {
        let language = &practice.scenario().card.language;
        self.speakers
            .name(language, speaker)
            .unwrap_or_default()
            .to_owned()
    }

    /// What was said in an exchange, each speaker with the role's own name where it is no customer.
    fn said(
        &self,
        world: &World,
        practice: &Practice,
        exchange: &Exchange,
        before: &State,
    ) -> String {
        let spoken = practice.spoken(exchange, before).into_iter();
        let lines = spoken.map(|(role, line)| {
            let role = role.map_or_else(|| self.name(practice, Speaker::Customer), str::to_owned);
            Self::line(world, &role, &line)
        });
        lines.collect()
    }

    /// What was said in the exchange at `at`.
    fn said_at(&self, world: &World, practice: &Practice, at: usize) -> String {
        let exchange = practice.exchanges().get(at);
        exchange
            .map(|it| self.said(world, practice, it, practice.before(at)))
            .unwrap_or_default()
    }

    fn line(world: &World, role: &str, line: &str) -> String {
        if !world.interactive {
            return format!("{role}: {line}\n");
        }
        let head = format!("{role}: ");
        let blanks = " ".repeat(head.chars().count());
        let text = report::wrapped(&format!("{head}{line}"), world.width, "", &blanks);
        format!(
            "{}\n",
            text.replacen(&head, &format!("{} ", report::bold(head.trim_end())), 1)
        )
    }
}

impl Show for Text {
    fn begins(&mut self, world: &mut World, session: &Session) -> io::Result<()> {
        let practice = session.practice();
        if world.interactive {
            let card = report::card(&world.words, &practice.scenario().card, world.width);
            let desk = report::desk(&world.words, &practice.scenario().desk, world.width);
            let how = world.words.say("play-how");
            world.write(&format!("\n{card}\n{desk}\n{}\n\n", report::dim(&how)))?;
        }
        if let Some(opening) = practice.opening() {
            let text = self.said(world, practice, opening, practice.before(0));
            return world.write(&text);
        }
        if world.interactive {
            let begin = world.words.say("play-you-begin");
            world.write(&format!("{}\n", report::dim(&begin)))?;
        }
        Ok(())
    }

    fn goes_on(&mut self, world: &mut World, session: &Session) -> io::Result<()> {
        let practice = session.practice();
        let agent = self.name(practice, Speaker::Agent);
        if let Some(opening) = practice.opening() {
            let text = self.said(world, practice, opening, practice.before(0));
            world.write(&text)?;
        }
        for (at, exchange) in practice.exchanges().iter().enumerate() {
            world.write(&format!("{agent}: {}\n", exchange.reply))?;
            let text = self.said_at(world, practice, at);
            world.write(&text)?;
        }
        Ok(())
    }

    fn exchange(&mut self, world: &mut World, session: &Session) -> io::Result<()> {
        let practice = session.practice();
        let Some(last) = practice.exchanges().len().checked_sub(1) else {
            return Ok(());
        };
        let text = self.said_at(world, practice, last);
        world.write(&text)?;
        if session.header().mode == Mode::Coach {
            let advice = report::coach_line(&world.words, practice, world.width);
            world.write(&format!("{}\n", report::dim(&advice)))?;
        }
        Ok(())
    }

    fn remark(&mut self, world: &mut World, text: &str) -> io::Result<()> {
        world.write(&format!("{text}\n"))
    }

    fn ends(&mut self, world: &mut World, session: &Session) -> Result<(), Failure> {
        let practice = session.practice();
        if practice.scenario().card.trainee == Trainee::Caller {
            let (words, width) = (&world.words, world.width);
            let text = format!(
                "{}\n{}",
                report::ending(words, practice, width),
                report::experience(words, practice, width)
            );
            world.write(&text)?;
            return Ok(());
        }
        let Assessment {
            conversation,
            rubric,
            card,
            ..
        } = Assessment::of(practice, &world.library)?;
        let (words, width) = (&world.words, world.width);
        let mut text = report::ending(words, practice, width);
        text.push('\n');
        text.push_str(&report::scorecard(
            words,
            &conversation,
            &rubric,
            &card,
            width,
        ));
        text.push_str(&report::desk_record(
            words,
            &DeskRecord::of(practice),
            width,
        ));
        text.push_str(&report::notes(words, practice.notes(), width));
        world.write(&text)?;
        Ok(())
    }
}

/// JSON Lines for programs.
pub(super) struct Json;

impl Show for Json {
    fn begins(&mut self, world: &mut World, session: &Session) -> io::Result<()> {
        if let Some(opening) = session.practice().opening() {
            line(world, &report::TurnJson::of(0, opening))?;
        }
        Ok(())
    }

    fn goes_on(&mut self, world: &mut World, session: &Session) -> io::Result<()> {
        self.begins(world, session)?;
        for (turn, exchange) in (1..).zip(session.practice().exchanges()) {
            line(world, &report::TurnJson::of(turn, exchange))?;
        }
        Ok(())
    }

    fn exchange(&mut self, world: &mut World, session: &Session) -> io::Result<()> {
        let practice = session.practice();
        match practice.exchanges().last() {
            Some(last) => line(
                world,
                &report::TurnJson::of(practice.exchanges().len(), last),
            ),
            None => Ok(()),
        }
    }

    fn remark(&mut self, _: &mut World, _: &str) -> io::Result<()> {
        Ok(())
    }

    fn ends(&mut self, world: &mut World, session: &Session) -> Result<(), Failure> {
        if session.practice().scenario().card.trainee == Trainee::Caller {
            return Ok(line(
                world,
                &report::ExperienceJson::of(session.practice()),
            )?);
        }
        let assessment = Assessment::of(session.practice(), &world.library)?;
        line(
            world,
            &report::EndJson::of(session.practice(), &assessment.card),
        )?;
        Ok(())
    }
}

fn line(world: &mut World, value: &impl serde::Serialize) -> io::Result<()> {
    let mut bytes = serde_json::to_vec(value)?;
    bytes.push(b'\n');
    world.out.write_all(&bytes)?;
    world.out.flush()
}
