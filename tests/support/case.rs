//! A conversation that reads like prose.

use std::sync::{Arc, LazyLock};

use oefenlijn::{
    acts::Reader,
    content::Content,
    customer::{Topic, Turn, Verdict},
    library::Library,
    scenario::{EndingKind, Scenario, Trainee},
    session::Practice,
};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::new(Content::embedded()));
static READER: LazyLock<Reader> = LazyLock::new(|| LIBRARY.reader("nl").unwrap());

/// All that is built in.
pub(crate) fn library() -> &'static Library {
    &LIBRARY
}

/// The names of all scenarios in which the trainee answers one customer.
pub(crate) fn case_names() -> Vec<String> {
    let cards = LIBRARY.cards().into_iter();
    let agents = cards.filter(|it| it.trainee == Trainee::Agent);
    let mut names: Vec<String> = agents.map(|it| it.name.to_string()).collect();
    names.retain(|it| !LIBRARY.is_chat_desk(it).unwrap());
    names.sort_unstable();
    names
}

/// A conversation under test.
pub(crate) struct Case {
    practice: Practice,
}

impl Case {
    pub(crate) fn scenario(name: &str) -> Self {
        Self::seeded(name, 1)
    }

    pub(crate) fn seeded(name: &str, seed: u64) -> Self {
        let scenario = LIBRARY.scenario(name, &READER).unwrap();
        Self {
            practice: Practice::new(Arc::new(scenario), READER.clone(), seed),
        }
    }

    /// In English.
    pub(crate) fn english(name: &str) -> Self {
        let library = LIBRARY.clone().in_language("en").unwrap();
        let (reader, scenario) = library.case(name).unwrap();
        Self {
            practice: Practice::new(Arc::new(scenario), reader, 1),
        }
    }

    /// The agent says this.
    #[track_caller]
    pub(crate) fn says(mut self, reply: &str) -> Self {
        assert!(
            self.practice.reply(reply).is_some(),
            "the conversation was over before: {reply}"
        );
        self
    }

    /// The agent says all this, as long as the customer is there.
    pub(crate) fn says_all(mut self, replies: &[&str]) -> Self {
        for reply in replies {
            self.practice.reply(reply);
        }
        self
    }

    pub(crate) fn practice(&self) -> &Practice {
        &self.practice
    }

    pub(crate) fn case(&self) -> &Scenario {
        self.practice.scenario()
    }

    pub(crate) fn turn(&self) -> &Turn {
        &self.practice.exchanges().last().unwrap().turn
    }

    pub(crate) fn line(&self) -> &str {
        &self.turn().line
    }

    pub(crate) fn tension(&self) -> u8 {
        self.practice.state().mood.tension
    }

    pub(crate) fn trust(&self) -> u8 {
        self.practice.state().mood.trust
    }

    pub(crate) fn patience(&self) -> u8 {
        self.practice.state().mood.patience
    }

    /// What the last line was about, in words: `fact:amount`, `raised:trust`, `cue:unclear`.
    pub(crate) fn topics(&self) -> Vec<String> {
        let case = self.case();
        let topics = self.turn().parts.iter().map(|it| match it.topic {
            Topic::Opening => "opening".to_owned(),
            Topic::Fact(it) => format!("fact:{}", case.facts[it].id),
            Topic::Raised(it) => format!("raised:{}", case.worries[it].id),
            Topic::Pressed(it) => format!("pressed:{}", case.worries[it].id),
            Topic::Settled(it) => format!("settled:{}", case.worries[it].id),
            Topic::Solution(it, Verdict::Accepted) => format!("accepted:{}", case.solutions[it].id),
            Topic::Solution(it, Verdict::Refused) => format!("refused:{}", case.solutions[it].id),
            Topic::Solution(it, Verdict::Early) => format!("early:{}", case.solutions[it].id),
            Topic::Solution(it, Verdict::Again) => format!("again:{}", case.solutions[it].id),
            Topic::Move(it) => format!("move:{}", case.moves[it].id),
            Topic::Cue(it) => format!("cue:{}", it.id()),
            Topic::Otherwise => "otherwise".to_owned(),
            Topic::Push => "push".to_owned(),
            Topic::Ending(it) => format!("ending:{}", case.endings[it].id),
            Topic::Stage(it) => format!("stage:{}", case.stages[it].id),
        });
        topics.collect()
    }

    /// The last line speaks of this.
    #[track_caller]
    pub(crate) fn speaks_of(self, topic: &str) -> Self {
        assert!(
            self.topics().iter().any(|it| it == topic),
            "{topic}: {self:?}"
        );
        self
    }

    /// The last line says that what was summed up is right, in words of every customer or of the case.
    #[track_caller]
    pub(crate) fn confirms(self) -> Self {
        let confirming = ["cue:confirm-summary", "move:understood-right"];
        let topics = self.topics();
        assert!(
            topics.iter().any(|it| confirming.contains(&it.as_ref())),
            "{self:?}"
        );
        self
    }

    /// The last line does not speak of this.
    #[track_caller]
    pub(crate) fn says_nothing_of(self, topic: &str) -> Self {
        assert!(
            self.topics().iter().all(|it| it != topic),
            "{topic}: {self:?}"
        );
        self
    }

    #[track_caller]
    pub(crate) fn ends(self, kind: EndingKind) -> Self {
        assert_eq!(self.practice.ending_kind(), Some(kind), "{self:?}");
        self
    }

    #[track_caller]
    pub(crate) fn goes_on(self) -> Self {
        assert!(!self.practice.is_over(), "{self:?}");
        self
    }
}

/// The whole conversation, as a failing test shows it.
impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f)?;
        for exchange in self.practice.exchanges() {
            let turn = &exchange.turn;
            let acts = turn.reading.as_ref().map(|it| it.acts).unwrap_or_default();
            let acts: Vec<&str> = acts.iter().map(oefenlijn::acts::Act::name).collect();
            writeln!(f, "  agent    {}  {acts:?}", exchange.reply)?;
            writeln!(f, "  customer {}  {:?}", turn.line, turn.mood)?;
        }
        write!(f, "  last parts: {:?}", self.topics())
    }
}
