//! `oefenlijn export`: kept sessions as xAPI statements, written or sent.

use std::env;

use serde_json::Value;

use crate::{
    cli::{
        arguments::{ExportArguments, Names},
        failure::Failure,
        found::{Found, elsewhere},
        masking::{masker, private, pseudonyms},
        world::World,
    },
    ground::clock::Instant,
    outbound::{Address, Outbox, PushError, Store},
    session::{
        Assessment, Event, Floor, FloorAssessment, Folder, Kept, LogContents, Play as _, Practice,
        Shelf, chat_ending,
    },
    trust::Authorities,
    xapi::{Actor, Naming, Reported, statements},
};

pub(super) fn run(world: &mut World, arguments: &ExportArguments) -> Result<(), Failure> {
    let store = arguments
        .push
        .as_deref()
        .map(|it| store(world, arguments, it))
        .transpose()?;
    let folder = Folder::of_the_user()?;
    let naming = match arguments.names {
        Names::Keep => Naming::Keep,
        Names::Mask | Names::Pseudonym => pseudonyms(&folder)?,
    };
    let export = Export {
        folder,
        naming,
        arguments,
    };
    let mut all = Vec::new();
    for name in export.names(world)? {
        all.extend(export.session(world, &name)?);
    }
    if let Some((address, store)) = store {
        return push(world, &export.folder, &address, &store, &all);
    }
    let mut lines: Vec<String> = all.iter().map(Value::to_string).collect();
    lines.push(String::new());
    let lines = lines.join("\n");
    match &arguments.output {
        Some(path) => private(path, lines.as_bytes(), false)?,
        None => world.write(&lines)?,
    }
    Ok(())
}

struct Export<'a> {
    folder: Folder,
    naming: Naming,
    arguments: &'a ExportArguments,
}

impl Export<'_> {
    fn names(&self, world: &World) -> Result<Vec<String>, Failure> {
        if !self.arguments.sessions.is_empty() {
            return Ok(self.arguments.sessions.clone());
        }
        let (summaries, unreadable) = self.folder.list()?;
        for name in unreadable {
            let said = world
                .words
                .with("export-unreadable", &[("name", name.into())]);
            anstream::eprintln!("{said}");
        }
        let wanted = self.arguments.trainee.as_deref();
        let here = summaries
            .into_iter()
            .filter(|it| wanted.is_none_or(|name| it.header.is_of(name)));
        let others = match wanted {
            Some(_) => elsewhere(world, &self.folder, wanted)?,
            // all of this machine: each machine exports its own
            None => Vec::new(),
        };
        Ok(here.chain(others).map(|it| it.header.session).collect())
    }

    fn session(&self, world: &World, name: &str) -> Result<Vec<Value>, Failure> {
        let opened = if self.folder.has(name) {
            Shelf::new(&self.folder, &world.library).open(name)?
        } else {
            Found::open(world, name)?.opened
        };
        match &opened.kept {
            Kept::Desk(floor, scored) => self.desk(world, &opened.contents, floor, scored),
            Kept::Call(practice, scored) => {
                self.call(world, &opened.contents, practice, Some(scored))
            }
            // a call that the trainee made is counted, not scored
            Kept::Caller(practice) => self.call(world, &opened.contents, practice, None),
        }
    }

    fn call(
        &self,
        world: &World,
        contents: &LogContents,
        practice: &Practice,
        scored: Option<&Assessment>,
    ) -> Result<Vec<Value>, Failure> {
        let card = &practice.scenario().card;
        let replies = self.replies(world, contents, &card.language, None)?;
        Ok(statements(&Reported {
            header: &contents.header,
            scenario: &card.name,
            title: &card.title,
            language: &card.language,
            chat: None,
            actor: self.actor(contents),
            last: last(contents),
            over: practice.is_over(),
            ending: practice.ending_kind(),
            assessment: scored,
            replies,
        }))
    }

    /// Each conversation at the desk by itself.
    fn desk(
        &self,
        world: &World,
        contents: &LogContents,
        floor: &Floor,
        scored: &FloorAssessment,
    ) -> Result<Vec<Value>, Failure> {
        let mut all = Vec::new();
        for (number, assessment) in &scored.chats {
            let Some(chat) = floor.chats().get(*number) else {
                continue;
            };
            let card = &chat.practice.scenario().card;
            let replies = self.replies(world, contents, &card.language, Some(*number))?;
            all.extend(statements(&Reported {
                header: &contents.header,
                scenario: &card.name,
                title: &card.title,
                language: &card.language,
                chat: Some(*number),
                actor: self.actor(contents),
                last: last(contents),
                over: !chat.is_open() || floor.is_over(),
                ending: chat_ending(chat),
                assessment: Some(assessment),
                replies,
            }));
        }
        Ok(all)
    }

    fn actor(&self, contents: &LogContents) -> Actor {
        Actor::new(contents.header.trainee.as_deref(), &self.naming)
    }

    /// The replies that stand, with their times; masked unless names are kept.
    fn replies(
        &self,
        world: &World,
        contents: &LogContents,
        language: &str,
        chat: Option<usize>,
    ) -> Result<Vec<(Instant, String)>, Failure> {
        if !self.arguments.replies {
            return Ok(Vec::new());
        }
        let mut replies = standing(contents, chat);
        if self.arguments.names == Names::Keep {
            return Ok(replies);
        }
        // a masker for each conversation: what a statement says does not hang on what else is exported
        let header = &contents.header;
        let trainee = header.trainee.as_deref();
        let mut masker = masker(world, language, &header.scenario, trainee)?;
        for (_, text) in &replies {
            masker.learn(text);
        }
        for (_, text) in &mut replies {
            *text = masker.mask(text);
        }
        Ok(replies)
    }
}

fn standing(contents: &LogContents, chat: Option<usize>) -> Vec<(Instant, String)> {
    let (mut replies, mut present) = (Vec::new(), 0);
    for record in &contents.records {
        match &record.event {
            Event::Reply { text } => replies.push((present, record.at, text.clone())),
            Event::Switch { to } => present = *to,
            Event::Back => {
                replies.pop();
            }
            _ => {}
        }
    }
    let wanted = replies
        .into_iter()
        .filter(|it| chat.is_none_or(|chat| chat == it.0));
    wanted.map(|(_, at, text)| (at, text)).collect()
}

fn last(contents: &LogContents) -> Instant {
    let last = contents.records.last();
    last.map_or(contents.header.at, |it| it.at)
}

fn store(
    world: &World,
    arguments: &ExportArguments,
    url: &str,
) -> Result<(Address, Store), Failure> {
    let misuse = |id: &str| Failure::Misuse(world.words.say(id));
    let address = Address::new(url).ok_or_else(|| misuse("push-scheme"))?;
    let user = arguments
        .user
        .clone()
        .or_else(|| env::var("OEFENLIJN_LRS_USER").ok());
    let password = env::var("OEFENLIJN_LRS_PASSWORD").ok();
    let (Some(user), Some(password)) = (user, password) else {
        return Err(misuse("push-credentials"));
    };
    let trusted = Authorities::of_the_environment()?;
    let store = Store::new(address.clone(), &user, &password, &trusted);
    Ok((address, store))
}

fn push(
    world: &mut World,
    folder: &Folder,
    address: &Address,
    store: &Store,
    all: &[Value],
) -> Result<(), Failure> {
    let mut outbox = Outbox::open(&folder.path().join("outbox"), address.as_str())?;
    let sent = store.push(all, &mut outbox).map_err(|error| match error {
        PushError::Outbox(error) => error.into(),
        PushError::Refused(status, message) => Failure::Data(world.words.with(
            "push-refused",
            &[
                ("status", status.to_string().into()),
                ("message", message.into()),
            ],
        )),
        PushError::Unreached(tries, message) => Failure::Data(world.words.with(
            "push-unreached",
            &[("tries", tries.into()), ("message", message.into())],
        )),
        PushError::Untrusted(distrust) => Failure::Data(world.words.with(
            "push-untrusted",
            &[
                ("doubt", distrust.doubt.name().into()),
                ("message", distrust.said.into()),
            ],
        )),
    })?;
    let said = world.words.with(
        "push-done",
        &[("count", sent.new.into()), ("known", sent.known.into())],
    );
    world.write(&format!("{said}\n"))?;
    Ok(())
}
