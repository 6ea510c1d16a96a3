//! `oefenlijn review`: a coach goes through a session and says what should be otherwise.

use crate::{
    cli::{
        arguments::ReviewArguments, failure::Failure, found::Found, review_walk::Walk, store,
        world::World,
    },
    ground::clock::Instant,
    report::{self, ReviewJson, ReviewText, Roles},
    review::{NotReviewable, ReviewEvent, Reviewed, Subject, What},
    session::Folder,
    transcript::Speaker,
};

/// A session with all that was said of it so far.
pub(super) struct Desk {
    pub(super) subject: Subject,
    pub(super) reviewed: Vec<Reviewed>,
    pub(super) roles: Roles,
    found: Found,
}

pub(super) fn run(world: &mut World, arguments: &ReviewArguments) -> Result<(), Failure> {
    let mut desk = Desk::open(world, &arguments.session)?;
    if arguments.show {
        return show(world, &desk, arguments.json);
    }
    let Some(who) = &arguments.who else {
        return Err(Failure::Misuse(world.words.say("review-as")));
    };
    let walked = Walk::new(world, &mut desk, who).run();
    // what was kept before something went wrong reaches the others too
    store::share(world, Folder::of_the_user().ok().as_ref());
    walked
}

fn show(world: &mut World, desk: &Desk, json: bool) -> Result<(), Failure> {
    if json {
        let json = ReviewJson::of(&desk.subject.header, &desk.reviewed);
        let text = serde_json::to_string(&json).map_err(std::io::Error::from)?;
        return Ok(world.write(&format!("{text}\n"))?);
    }
    let mut text = report::session(&world.words, &desk.subject.header);
    for reviewed in &desk.reviewed {
        let shown = desk.text(world, reviewed);
        for part in [shown.all(), shown.scorecards()] {
            text.push_str(&part);
            text.push('\n');
        }
    }
    Ok(world.write(&text)?)
}

impl Desk {
    /// Opens a session; what has changed since, and what cannot be read, is said.
    pub(super) fn open(world: &World, session: &str) -> Result<Self, Failure> {
        let found = Found::open(world, session)?;
        found.warn(world);
        let subject = Subject::of(&found.opened)?;
        let speakers = world.library.speakers()?;
        let name = |it| speakers.name(&subject.language, it).unwrap_or_default();
        Ok(Self {
            reviewed: subject.reviewed(&found.said.lines),
            roles: Roles {
                agent: name(Speaker::Agent).to_owned(),
                customer: name(Speaker::Customer).to_owned(),
            },
            subject,
            found,
        })
    }

    /// All that was said of the session so far.
    pub(super) fn events(&self) -> &[ReviewEvent] {
        &self.found.said.lines
    }

    /// What can be written about one of the conversations.
    pub(super) const fn text<'a>(
        &'a self,
        world: &'a World,
        reviewed: &'a Reviewed,
    ) -> ReviewText<'a> {
        ReviewText {
            words: &world.words,
            roles: &self.roles,
            reviewed,
            width: world.width,
        }
    }

    /// Keeps what somebody says of the session, and what others said meanwhile comes with it.
    pub(super) fn add(&mut self, who: &str, what: What) -> Result<String, Failure> {
        let session = &self.subject.header.session;
        // whoever has seen what was said before speaks after it, whatever the clocks say
        let last = self.events().iter().map(|it| it.at.0.saturating_add(1));
        let last = last.max();
        let at = Instant(Instant::now().0.max(last.unwrap_or_default()));
        let event = ReviewEvent::new(session, at, who, what);
        self.found.add(&self.subject, &event)?;
        self.reviewed = self.subject.reviewed(&self.found.said.lines);
        Ok(event.id)
    }
}

impl From<NotReviewable> for Failure {
    fn from(error: NotReviewable) -> Self {
        Self::Misuse(error.to_string())
    }
}
