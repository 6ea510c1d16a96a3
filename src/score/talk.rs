//! Builders of conversations for tests: by what is done, so that the rules are tried apart from the
//! reader, and by words, with a small lexicon of their own.

use std::sync::Arc;

use crate::{
    acts::{
        Act, ActSet, AgentAct, AgentReading, CustomerAct, CustomerReading, Levels, Lexicon,
        LexiconFiles, Reader,
    },
    content::Content,
    ground::diagnostic::Source,
    rubric::{self, Rubric},
    score::{BetterReplies, Conversation, Record, Scorecard, score},
    text::{Orthography, Utterance},
    transcript::Speaker,
};

/// What stands for the customer's words where only the acts matter: long enough to be the matter of a
/// call.
const WORDS: &str = "one two three four five six";

/// What stands for the agent's.
const OTHER_WORDS: &str = "seven eight nine ten eleven twelve";

/// Enough of a language to test formulas with.
const LEXICON: &str = r#"
[[entry]]
id = "name-feeling-annoying"
speaker = "agent"
act = "name_feeling"
why = ""
patterns = ["how annoying"]
[[entry]]
id = "acknowledge-understand"
speaker = "agent"
act = "acknowledge"
why = ""
patterns = ["i understand"]
[[entry]]
id = "summarise-summing"
speaker = "agent"
act = "summarise"
why = ""
patterns = ["summing up"]
[[entry]]
id = "ask-open-what"
speaker = "agent"
act = "ask_open"
why = ""
patterns = ["what happened"]
[[entry]]
id = "farewell-day"
speaker = "agent"
act = "farewell"
why = ""
patterns = ["nice day"]
[[entry]]
id = "emotion-afraid"
speaker = "customer"
act = "emotion"
why = ""
feeling = "fright"
strength = 2
patterns = ["so afraid"]
"#;

/// The lexicon above as a reader.
pub(super) fn reader() -> Reader {
    let source = Source::new("lexicon/xx/test.toml", LEXICON);
    let (lexicon, found) = Lexicon::load(&LexiconFiles {
        entries: vec![source],
        ..LexiconFiles::default()
    });
    assert_eq!(found, []);
    Reader::new(Arc::new(lexicon))
}

/// The rubric that scenarios use.
pub(super) fn service_call() -> Rubric {
    let content = Content::embedded();
    let source = content.file("rubrics/service-call.toml").unwrap();
    let (rubric, found) = rubric::load(source, "xx", reader().lexicon().language());
    assert_eq!(found, []);
    rubric.unwrap()
}

/// A conversation being written down.
#[derive(Debug, Clone, Default)]
pub(super) struct Talk {
    conversation: Conversation,
}

impl Talk {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// The customer does these acts: `"emotion objection"`.
    pub(super) fn customer(mut self, acts: &str) -> Self {
        self.conversation.add_line(CustomerReading {
            utterance: Utterance::parse(WORDS, &Orthography::default()),
            evidence: Vec::new(),
            acts: named::<CustomerAct>(acts),
            emotion: None,
            levels: Levels::new(),
        });
        self
    }

    /// The agent does these acts: `"greet introduce"`.
    pub(super) fn agent(self, acts: &str) -> Self {
        self.agent_does(named::<AgentAct>(acts))
    }

    pub(super) fn agent_does(mut self, acts: ActSet<AgentAct>) -> Self {
        self.conversation.add_reply(AgentReading {
            utterance: Utterance::parse(OTHER_WORDS, &Orthography::default()),
            evidence: Vec::new(),
            acts,
            levels: Levels::new(),
        });
        self
    }

    /// Somebody says these words.
    pub(super) fn says(mut self, speaker: Speaker, text: &str) -> Self {
        self.conversation.hear(speaker, text, &reader());
        self
    }

    pub(super) fn card(&self) -> Scorecard {
        score(
            &self.conversation,
            &service_call(),
            &BetterReplies::default(),
        )
    }

    pub(super) fn score(&self, criterion: &str) -> Option<u8> {
        self.card().criterion(criterion).and_then(|it| it.level)
    }

    pub(super) fn json(&self) -> String {
        let rubric = service_call();
        let card = score(&self.conversation, &rubric, &BetterReplies::default());
        serde_json::to_string(&Record::new("t1", &self.conversation, &card)).unwrap()
    }
}

fn named<A: Act>(names: &str) -> ActSet<A> {
    let acts = names.split_whitespace();
    acts.map(|it| A::from_name(it).unwrap_or_else(|| panic!("no act {it}")))
        .collect()
}
