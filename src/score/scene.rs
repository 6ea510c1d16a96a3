//! What of a conversation counts: sets of acts per turn, the moments, and the places of a rubric.
//!
//! A scene is small and cheap to copy, since finding the smallest change scores it many times.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::{
    acts::{ActSet, AgentAct, AgentReading, CustomerAct, CustomerReading, Family},
    ground::span::Span,
    rubric::{MomentKind, Place, Rubric},
    score::conversation::Conversation,
    text::Utterance,
};

/// A customer's turn of at least so many words tells something; the first says what it is about.
const MATTER_WORDS: usize = 5;

/// Among so many of the customer's first turns stands what it is about.
const MATTER_TURNS: usize = 2;

/// So many replies are the closing, and as many more as only take leave.
const CLOSING_REPLIES: usize = 2;

/// A sentence of fewer words cannot restate, explain or propose anything: "Samenvattend."
const WORDS_WITH_CONTENT: usize = 3;

/// A reply of so many acts in sentences of so few words on average is a list of catchwords: "Wat
/// vervelend. Samenvattend. Fijne dag."
const CATCHWORDS: (usize, usize) = (3, 3);

/// A reply of at least so many words, of which so many in a hundred pairs of neighbours stand in the
/// customer's turn before, is that turn said back.
const ECHO: (usize, usize) = (5, 60);

/// A reply, as far as it counts.
#[derive(Debug, Clone)]
pub(super) struct Reply {
    /// All that was done.
    pub(super) acts: ActSet<AgentAct>,
    /// The same without what was but said again in the same words.
    pub(super) counted: ActSet<AgentAct>,
    /// The signs found, by number, with their places.
    pub(super) signs: Vec<(usize, Span)>,
}

/// A customer's turn, as far as it counts.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) acts: ActSet<CustomerAct>,
    /// Whether it says what it is about.
    matter: bool,
    /// Whether it has words enough to say something.
    tells: bool,
}

/// Something asked of the agent, and the replies that can meet it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) kind: MomentKind,
    /// The customer's turn; `None` where the agent speaks first.
    pub(super) line: Option<usize>,
    pub(super) replies: Range<usize>,
}

#[derive(Debug, Clone)]
pub(super) struct Scene {
    pub(super) replies: Vec<Reply>,
    pub(super) lines: Vec<Line>,
    pub(super) moments: Vec<Moment>,
    agent_began: bool,
    /// How many replies are the opening.
    opening: usize,
    /// The first reply of the closing.
    closing: usize,
}

impl Scene {
    pub(super) fn of(conversation: &Conversation, rubric: &Rubric) -> Self {
        let mut said = Said::default();
        let replies = conversation
            .replies()
            .iter()
            .enumerate()
            .map(|(number, it)| {
                let line = conversation.line_before(number);
                let before = line.and_then(|it| conversation.lines().get(it));
                reply(it, before, rubric, &mut said)
            });
        let replies: Vec<Reply> = replies.collect();
        let lines = lines(conversation.lines());
        let mut scene = Self {
            replies,
            lines,
            moments: Vec::new(),
            agent_began: conversation.agent_began(),
            opening: 0,
            closing: 0,
        };
        scene.divide();
        scene
    }

    /// The same conversation, had a reply done other acts.
    pub(super) fn with(&self, reply: usize, change: impl Fn(&mut ActSet<AgentAct>)) -> Self {
        let mut scene = self.clone();
        change(&mut scene.replies[reply].acts);
        change(&mut scene.replies[reply].counted);
        // what opens, what closes and so which moments there are hangs on what is done
        scene.divide();
        scene
    }

    fn divide(&mut self) {
        self.opening = self.find_opening();
        self.closing = closing(&self.replies);
        self.moments = self.find_moments();
    }

    /// How many replies are the opening: one, or two where the first only greeted.
    fn find_opening(&self) -> usize {
        let Some(first) = self.replies.first() else {
            return 0;
        };
        let only_opened =
            !first.acts.is_empty() && first.acts.iter().all(|it| it.family() == Family::Opening);
        let answered = self.lines.get(usize::from(!self.agent_began));
        let in_short = answered.is_some_and(|it| !it.tells);
        if only_opened && in_short {
            self.replies.len().min(2)
        } else {
            1
        }
    }

    /// The customer's turn that the reply answers.
    pub(super) fn line_before(&self, reply: usize) -> Option<&Line> {
        let line = if self.agent_began {
            reply.checked_sub(1)?
        } else {
            reply
        };
        self.lines.get(line)
    }

    /// The replies of a place.
    pub(super) fn is_at(&self, reply: usize, place: Place) -> bool {
        let last = self.replies.len();
        match place {
            Place::Conversation => true,
            Place::Answers => self.line_before(reply).is_some(),
            Place::Opening | Place::At(MomentKind::Opening) => reply < self.opening,
            Place::Closing | Place::At(MomentKind::Goodbye) => reply >= self.closing,
            Place::Last => reply + 1 == last,
            Place::Need => self.is_needed(reply),
            Place::At(kind) => self.line_before(reply).is_some_and(|line| line.is(kind)),
        }
    }

    /// Whether the turn before calls for understanding, or says so little ("hallo?") that the turn
    /// before that still does.
    fn is_needed(&self, reply: usize) -> bool {
        let needs = |reply: usize| self.line_before(reply).is_some_and(Line::needs);
        let brief = self.line_before(reply).is_some_and(|it| !it.tells);
        needs(reply) || (brief && reply.checked_sub(1).is_some_and(needs))
    }

    fn find_moments(&self) -> Vec<Moment> {
        let mut moments = vec![Moment {
            kind: MomentKind::Opening,
            line: (!self.agent_began && !self.lines.is_empty()).then_some(0),
            replies: 0..self.opening,
        }];
        let between = [
            MomentKind::Story,
            MomentKind::Feeling,
            MomentKind::Objection,
            MomentKind::Question,
        ];
        for (number, line) in self.lines.iter().enumerate() {
            for kind in between.into_iter().filter(|kind| line.is(*kind)) {
                let replies = self.answer(number, kind);
                moments.push(Moment {
                    kind,
                    line: Some(number),
                    replies,
                });
            }
        }
        if self.closing < self.replies.len() {
            moments.push(Moment {
                kind: MomentKind::Goodbye,
                line: if self.agent_began {
                    self.closing.checked_sub(1)
                } else {
                    Some(self.closing)
                },
                replies: self.closing..self.replies.len(),
            });
        }
        moments
    }

    /// The replies that answer a line: the next one, and the one after it where the customer does
    /// not press the same point in between.
    fn answer(&self, line: usize, kind: MomentKind) -> Range<usize> {
        let first = line + usize::from(self.agent_began);
        let pressed = self.lines.get(line + 1).is_none_or(|it| it.is(kind));
        let end = first + if pressed { 1 } else { 2 };
        first.min(self.replies.len())..end.min(self.replies.len())
    }
}

impl Line {
    /// Whether understanding is called for: a feeling or an objection shows, or they tell something
    /// that is no mere consent, thanks or goodbye.
    fn needs(&self) -> bool {
        let done = [
            CustomerAct::Accept,
            CustomerAct::Thanks,
            CustomerAct::Farewell,
        ];
        let hard = [
            MomentKind::Story,
            MomentKind::Feeling,
            MomentKind::Objection,
        ];
        hard.into_iter().any(|kind| self.is(kind))
            || (self.tells && !done.into_iter().any(|act| self.acts.contains(act)))
    }

    fn is(&self, kind: MomentKind) -> bool {
        let has = |act| self.acts.contains(act);
        match kind {
            MomentKind::Opening | MomentKind::Goodbye => false,
            // who tells at length why they object is not telling what it is about
            MomentKind::Story => {
                let protests = has(CustomerAct::Objection) || has(CustomerAct::Threat);
                self.matter || (has(CustomerAct::Story) && !protests)
            }
            MomentKind::Feeling => has(CustomerAct::Emotion),
            MomentKind::Objection => has(CustomerAct::Objection) || has(CustomerAct::Threat),
            MomentKind::Question => has(CustomerAct::Question),
        }
    }
}

fn lines(readings: &[CustomerReading]) -> Vec<Line> {
    let mut told = false;
    let lines = readings.iter().enumerate().map(|(number, reading)| {
        let tells = reading.utterance.tokens().len() >= MATTER_WORDS;
        let matter = !told && number < MATTER_TURNS && tells;
        told |= matter;
        Line {
            acts: reading.acts,
            matter,
            tells,
        }
    });
    lines.collect()
}

/// The first reply of the closing. The very first reply opens, unless it is the only one.
fn closing(replies: &[Reply]) -> usize {
    let takes_leave = |it: &&Reply| {
        !it.acts.is_empty() && it.acts.iter().all(|act| act.family() == Family::Closing)
    };
    let leaving = replies
        .iter()
        .rev()
        .take(CLOSING_REPLIES)
        .filter(takes_leave)
        .count();
    let from = replies.len().saturating_sub(CLOSING_REPLIES + leaving);
    if replies.len() > 1 { from.max(1) } else { from }
}

fn reply(
    reading: &AgentReading,
    before: Option<&CustomerReading>,
    rubric: &Rubric,
    said: &mut Said,
) -> Reply {
    let mut signs: Vec<(usize, Span)> = Vec::new();
    for hit in rubric.patterns.find(&reading.utterance) {
        let sign = rubric.sign_of[hit.pattern as usize];
        if signs.iter().all(|(known, _)| *known != sign) {
            signs.push((sign, reading.utterance.span_of(hit.tokens)));
        }
    }
    let acts = reading.plain_acts();
    let empty = is_catchwords(reading) || before.is_some_and(|it| is_echo(reading, it));
    let counts = |act: &AgentAct| match act.family() {
        Family::Blunder => true,
        Family::Opening => said.counts(reading, *act),
        _ => !empty && said.counts(reading, *act),
    };
    let counted = acts.iter().filter(counts).collect();
    said.remember(reading);
    Reply {
        acts,
        counted,
        signs,
    }
}

fn is_catchwords(reading: &AgentReading) -> bool {
    let (fewest, words) = CATCHWORDS;
    let sentences = reading.utterance.sentences().len();
    sentences >= fewest
        && reading.acts.len() >= fewest
        && reading.utterance.tokens().len() <= sentences * words
}

/// Whether the reply says the customer's own words back.
fn is_echo(reading: &AgentReading, line: &CustomerReading) -> bool {
    let own: Vec<(&str, &str)> = pairs(&reading.utterance).collect();
    let theirs: FxHashSet<(&str, &str)> = pairs(&line.utterance).collect();
    let echoed = own.iter().filter(|it| theirs.contains(it)).count();
    own.len() + 1 >= ECHO.0 && echoed * 100 >= own.len() * ECHO.1
}

/// Each word with the one after it.
fn pairs(utterance: &Utterance) -> impl Iterator<Item = (&str, &str)> {
    let pairs = 1..utterance.tokens().len();
    pairs.map(|at| (utterance.word_at(at - 1), utterance.word_at(at)))
}

/// The words in which acts were performed so far: a formula counts once.
#[derive(Debug, Default)]
struct Said {
    words: FxHashSet<(AgentAct, String)>,
    /// Whole sentences: what was said before word for word does nothing new, whatever it is taken for.
    sentences: FxHashSet<String>,
}

impl Said {
    /// Whether the reply does `act` in a way that counts. Blunders always count.
    fn counts(&self, reading: &AgentReading, act: AgentAct) -> bool {
        if act.family() == Family::Blunder {
            return true;
        }
        let mut shown = reading
            .evidence
            .iter()
            .filter(|it| it.act == act)
            .peekable();
        shown.peek().is_none()
            || shown.any(|it| {
                let words = words(reading, act, it.span, it.sentence);
                let empty = needs_content(act)
                    && sentence_length(&reading.utterance, it.sentence) < WORDS_WITH_CONTENT;
                let whole = sentence(&reading.utterance, it.sentence);
                !empty && !self.words.contains(&(act, words)) && !self.sentences.contains(&whole)
            })
    }

    fn remember(&mut self, reading: &AgentReading) {
        let sentences = 0..reading.utterance.sentences().len();
        self.sentences
            .extend(sentences.map(|it| sentence(&reading.utterance, it)));
        for it in &reading.evidence {
            let words = words(reading, it.act, it.span, it.sentence);
            self.words.insert((it.act, words));
        }
    }
}

const fn needs_content(act: AgentAct) -> bool {
    matches!(
        act,
        AgentAct::Summarise | AgentAct::Explain | AgentAct::Propose
    )
}

fn sentence_length(utterance: &Utterance, sentence: usize) -> usize {
    let sentence = utterance.sentences().get(sentence);
    sentence.map_or(0, |it| it.tokens.len())
}

/// The words by which an act is known again: of empathy the formula itself, since what surrounds it
/// changes nothing; of other acts the whole sentence, since the formula is but its frame.
fn words(reading: &AgentReading, act: AgentAct, span: Span, sentence: usize) -> String {
    let utterance = &reading.utterance;
    let formula = act.family() == Family::Empathy || act == AgentAct::Acknowledge;
    let span = match utterance.sentences().get(sentence) {
        Some(whole) if !formula => whole.span,
        _ => span,
    };
    within(utterance, span)
}

/// The words of a whole sentence.
fn sentence(utterance: &Utterance, number: usize) -> String {
    let sentence = utterance.sentences().get(number);
    sentence.map_or_else(String::new, |it| within(utterance, it.span))
}

fn within(utterance: &Utterance, span: Span) -> String {
    let words = utterance.tokens_in(span).map(|it| utterance.word_at(it));
    words.collect::<Vec<_>>().join(" ")
}
