//! Several chats at once at one desk: who comes when, and how long they wait.

use crate::{
    acts::Language,
    ground::{
        diagnostic::{Diagnostic, Source, has_errors},
        span::Span,
    },
    scenario::{
        file::{ChatTable, PaceTable, ScenarioFile, WaitingTable},
        heading::Heading,
        lines::{LineId, LineStore, Lines},
        model::Card,
    },
    text::{PatternSet, PatternSetBuilder, Utterance},
};

/// The fewest and the most chats at one desk: beginners handle two or three, experts six (practice,
/// "Chat").
const CHATS: std::ops::RangeInclusive<usize> = 3..=6;

/// How time passes at a chat desk, in seconds of its own clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Letters that a reply takes a second to type.
    pub letters_a_second: u32,
    /// What reading and thinking take before each reply.
    pub thinks: u32,
    /// What going to another chat takes.
    pub switches: u32,
    /// What a blank line lets pass.
    pub pauses: u32,
    /// Who is answered within so much is answered in time.
    pub norm: u32,
    /// Waiting customers ask once after this, a second time after the double of it.
    pub nudges: u32,
    /// Waiting customers leave after this.
    pub leaves: u32,
    /// By how much longer they wait who were told that it would take a while.
    pub patience: u32,
}

/// One of the chats.
#[derive(Debug, Clone)]
pub struct DeskChat {
    /// The case.
    pub scenario: Box<str>,
    /// When the customer comes, in seconds from the start.
    pub enters: u32,
}

/// What waiting customers say.
#[derive(Debug)]
pub struct WaitingLines {
    /// Asking whether anybody is there.
    pub nudge: Lines,
    /// Leaving.
    pub leaves: Lines,
    /// On being taken for somebody else.
    pub mixed_up: Lines,
    texts: Vec<Box<str>>,
}

impl WaitingLines {
    /// The words of a line.
    pub fn line(&self, id: LineId) -> &str {
        self.texts.get(id as usize).map_or("", |it| it)
    }
}

/// A desk with several chats on one clock.
#[derive(Debug)]
pub struct ChatDesk {
    /// What a trainee reads before choosing.
    pub card: Card,
    /// How time passes.
    pub pace: Pace,
    /// The chats, in order of coming.
    pub chats: Vec<DeskChat>,
    /// What all of them say when they wait.
    pub waiting: WaitingLines,
    /// What could be said to any of them.
    pub anyone: Vec<Box<str>>,
    /// Words that only concern one of the chats.
    own: PatternSet,
    /// The chat that each pattern of `own` concerns.
    concerns: Vec<usize>,
}

impl ChatDesk {
    /// The chats that words of a reply concern alone, each with the number of the sentence where they
    /// stand.
    pub fn concerned(&self, reply: &Utterance) -> Vec<(usize, usize)> {
        let hits = self.own.find(reply).into_iter();
        let mut chats: Vec<(usize, usize)> = hits
            .map(|it| (self.concerns[it.pattern as usize], it.sentence))
            .collect();
        chats.sort_unstable();
        chats.dedup();
        chats
    }
}

/// Whether a scenario file holds a desk with several chats.
pub fn is_chat_desk(source: &Source) -> bool {
    !chat_names(source).is_empty()
}

/// The scenarios of a chat desk; none for a file with one customer.
pub fn chat_names(source: &Source) -> Vec<String> {
    // the files of cases are large, and say so early
    if !source.text.contains("[[chat]]") {
        return Vec::new();
    }
    let file = toml::from_str::<ScenarioFile>(&source.text).unwrap_or_default();
    file.chats.into_iter().map(|it| it.scenario).collect()
}

/// The chat desk in a scenario file; `None` for a file with one customer.
pub fn load_chat_desk(
    source: &Source,
    language: &Language,
) -> Option<(Option<ChatDesk>, Vec<Diagnostic>)> {
    let file: ScenarioFile = toml::from_str(&source.text).ok()?;
    if file.chats.is_empty() {
        return None;
    }
    let loader = Loader {
        source,
        language,
        diagnostics: Vec::new(),
    };
    Some(loader.load(&file))
}

struct Loader<'a> {
    source: &'a Source,
    language: &'a Language,
    diagnostics: Vec<Diagnostic>,
}

impl Loader<'_> {
    fn load(mut self, file: &ScenarioFile) -> (Option<ChatDesk>, Vec<Diagnostic>) {
        let mut heading = Heading::new(self.source, file);
        let card = heading.card();
        self.diagnostics.extend(heading.diagnostics);
        if !CHATS.contains(&file.chats.len()) {
            let (from, to) = (CHATS.start(), CHATS.end());
            self.wrong(&format!("a chat desk has {from} to {to} tables [[chat]]"));
        }
        let (Some(pace), Some(waiting)) = (&file.pace, &file.waiting) else {
            self.wrong("a chat desk needs the tables [pace] and [waiting]");
            return (None, self.diagnostics);
        };
        let (own, concerns) = self.own(&file.chats);
        let desk = ChatDesk {
            card,
            pace: self.pace(pace),
            chats: file.chats.iter().map(chat).collect(),
            waiting: lines(waiting),
            anyone: file.anyone.said.iter().map(Into::into).collect(),
            own,
            concerns,
        };
        let usable = !has_errors(&self.diagnostics);
        (usable.then_some(desk), self.diagnostics)
    }

    fn pace(&mut self, table: &PaceTable) -> Pace {
        if table.letters_a_second == 0 || table.nudges == 0 || table.leaves <= table.nudges {
            self.wrong("`letters-a-second` and `nudges` are above 0, and `leaves` above `nudges`");
        }
        Pace {
            letters_a_second: table.letters_a_second,
            thinks: table.thinks,
            switches: table.switches,
            pauses: table.pauses,
            norm: table.norm,
            nudges: table.nudges,
            leaves: table.leaves,
            patience: table.patience,
        }
    }

    fn own(&mut self, chats: &[ChatTable]) -> (PatternSet, Vec<usize>) {
        let mut builder = PatternSetBuilder::new(self.language.word_lists());
        let mut concerns = Vec::new();
        for (number, chat) in chats.iter().enumerate() {
            for pattern in &chat.own {
                match builder.add(pattern.get_ref()) {
                    Ok(_) => concerns.push(number),
                    Err(error) => self.diagnostics.push(
                        Diagnostic::error("pattern", error.to_string())
                            .at(self.source, pattern.span().into())
                            .help("docs/patterns.md describes the pattern language"),
                    ),
                }
            }
        }
        (builder.build(self.language.real_words().clone()), concerns)
    }

    fn wrong(&mut self, message: &str) {
        let finding = Diagnostic::error("chat-desk", message);
        self.diagnostics
            .push(finding.at(self.source, Span::new(0, 0)));
    }
}

fn chat(table: &ChatTable) -> DeskChat {
    DeskChat {
        scenario: table.scenario.as_str().into(),
        enters: table.enters,
    }
}

fn lines(table: &WaitingTable) -> WaitingLines {
    let mut store = LineStore::default();
    let nudge = table.nudge.put_into(&mut store);
    let leaves = table.leaves.put_into(&mut store);
    let mixed_up = table.mixed_up.put_into(&mut store);
    WaitingLines {
        nudge,
        leaves,
        mixed_up,
        texts: store.texts,
    }
}
