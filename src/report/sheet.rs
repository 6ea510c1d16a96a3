//! What is known of one session, ready to be shown: the one source of the report as text, Markdown,
//! HTML, JSON and CSV. It holds names and both languages of what content says; the words around
//! them are chosen by whoever shows it.

mod build;
mod criterion;
mod marks;
mod masked;
mod next;
mod turn;

use serde::Serialize;

use crate::{
    acts::{AgentAct, CustomerAct, Feeling},
    ground::{clock::Instant, localised::Localised, span::Span},
    report::json::DeskJson,
    scenario::{Channel, Mood, MoodChange},
    session::{DeskRecord, Drift, FloorFigures, Mode},
};

pub use build::Look;

/// One session.
#[derive(Debug, Serialize)]
pub struct SessionSheet {
    /// Its name.
    pub session: String,
    /// When it began, in milliseconds since 1970.
    pub at: Instant,
    /// Whose it is, by code name.
    pub trainee: Option<String>,
    /// What was practised.
    pub scenario: String,
    /// Its name for people.
    #[serde(skip)]
    pub title: Localised,
    /// What is practised by it.
    #[serde(skip)]
    pub goal: Localised,
    /// The language of what was said.
    pub language: String,
    /// By phone or by chat.
    pub channel: Channel,
    /// What it is scored by.
    pub rubric: String,
    /// What the dice depended on.
    pub seed: u64,
    /// How it was practised.
    pub mode: Mode,
    /// Version of the program that it began with.
    pub engine: String,
    /// One hash over all content that it rests on, short.
    pub content: String,
    /// What has changed since.
    pub drift: DriftSheet,
    /// Lines of the log that could not be read.
    pub damaged: Vec<usize>,
    /// How it ended, as the interfaces name it.
    pub ending: &'static str,
    /// 0–100; `None` where nothing is scored.
    pub total: Option<u32>,
    /// The same with the levels that coaches set, where they set any.
    pub coach_total: Option<u32>,
    /// One, or at a chat desk one for each customer who came.
    pub conversations: Vec<ConversationSheet>,
    /// The figures of a chat desk.
    pub desk: Option<DeskSheet>,
}

/// What has changed since the session began.
#[derive(Debug, Serialize)]
pub struct DriftSheet {
    /// Files that read differently now.
    pub changed: Vec<String>,
    /// Files whose pinned text is gone.
    pub lost: Vec<String>,
    /// The version of the program that it began with, where that was another.
    pub engine: Option<String>,
    /// Turns in which something else would be said now.
    pub otherwise: Vec<u32>,
    /// The same, for those who put it into words.
    #[serde(skip)]
    pub(super) whole: Drift,
}

/// A chat desk as a whole; times in seconds.
#[derive(Debug, Serialize)]
pub struct DeskSheet {
    /// What it came to.
    #[serde(flatten)]
    pub figures: FloorFigures,
    /// Who answers within so many seconds answers in time.
    pub norm: u32,
}

/// One conversation.
#[derive(Debug, Serialize)]
pub struct ConversationSheet {
    /// At a chat desk, the customer's number, from 1.
    pub customer: Option<usize>,
    /// The case.
    pub scenario: String,
    /// Its name for people.
    #[serde(skip)]
    pub title: Localised,
    /// How it ended.
    pub ending: &'static str,
    /// Why, as the case tells it.
    #[serde(skip)]
    pub why: Option<Localised>,
    /// 0–100; `None` where nothing is scored.
    pub total: Option<u32>,
    /// The same with the levels that coaches set, where they set any.
    pub coach_total: Option<u32>,
    /// How the customer felt before the first reply.
    pub start: Mood,
    /// Whether one customer's mood can be followed: not where the partner changes.
    pub mood_shown: bool,
    /// What was said.
    pub turns: Vec<TurnSheet>,
    /// The levels, in the rubric's order.
    pub criteria: Vec<CriterionSheet>,
    /// What was missed, by turn.
    pub missed: Vec<MissedSheet>,
    /// What to practise next, most useful first.
    pub practise: Vec<PractiseSheet>,
    /// Turns that were not understood.
    pub not_understood: Vec<usize>,
    /// Desk work, where the case asks for any.
    pub desk: Option<DeskJson>,
    /// The same, for those who put it into words.
    #[serde(skip)]
    pub(super) record: DeskRecord,
    /// What was written down.
    pub notes: Vec<String>,
    /// Questions to think about, with the answers given.
    pub reflections: Vec<ReflectionSheet>,
    /// What was counted, where it is counted and not scored.
    pub counts: Vec<CountSheet>,
    /// At a chat desk: how this customer fared.
    pub waiting: Option<WaitingSheet>,
}

/// How a customer at a chat desk fared; times in seconds.
#[derive(Debug, Serialize)]
pub struct WaitingSheet {
    /// The longest wait.
    pub longest: u32,
    /// How often they were taken for another.
    pub mixed_up: u32,
    /// Whether they left without an answer.
    pub left: bool,
}

/// A question and its answer.
#[derive(Debug, Serialize)]
pub struct ReflectionSheet {
    /// As it was asked.
    pub question: String,
    /// As typed.
    pub answer: String,
}

/// Something counted.
#[derive(Debug, Serialize)]
pub struct CountSheet {
    /// Its name in the scenario.
    pub count: String,
    /// Its name for people.
    #[serde(skip)]
    pub title: Localised,
    /// How much.
    pub number: u32,
}

/// A reply and its answer.
#[derive(Debug, Serialize)]
pub struct TurnSheet {
    /// Its number; 0 where the customer speaks first.
    pub turn: usize,
    /// What the trainee said; `None` in turn 0.
    pub reply: Option<Said>,
    /// Whether anything in it was understood.
    pub understood: bool,
    /// What was answered, by role: `None` for the customer.
    pub answer: Vec<AnswerSheet>,
    /// What the customer did.
    pub kinds: Vec<CustomerAct>,
    /// The strongest feeling shown.
    pub feeling: Option<FeelingSheet>,
    /// How they felt then.
    pub mood: Mood,
    /// What moved them.
    pub causes: Vec<CauseSheet>,
}

/// What somebody said in answer.
#[derive(Debug, Serialize)]
pub struct AnswerSheet {
    /// Who, where it is not the customer.
    pub role: Option<String>,
    /// The words.
    pub text: String,
}

/// A feeling.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct FeelingSheet {
    /// Which.
    pub feeling: Feeling,
    /// 1 slight, 2 clear, 3 strong.
    pub strength: u8,
}

/// Something that moved the mood.
#[derive(Debug, Serialize)]
pub struct CauseSheet {
    /// In words; `None` where the case has none for it.
    #[serde(skip)]
    pub words: Option<Localised>,
    /// The name of the rule, where it is one.
    pub rule: Option<String>,
    /// What kind.
    pub by: By,
    /// How far.
    #[serde(skip)]
    pub change: MoodChange,
}

/// What kind of thing moved the mood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// How they were spoken to.
    Manner,
    /// What was offered.
    Offer,
    /// Something that the case answers in its own way.
    Answer,
    /// Waiting, or being taken for another.
    Desk,
}

/// What the trainee said, with its marks.
#[derive(Debug, Serialize)]
pub struct Said {
    /// As typed.
    pub text: String,
    /// Phrases that show something, in order, none within another.
    pub marks: Vec<Mark>,
}

/// A phrase that shows something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Its place in bytes.
    #[serde(skip)]
    pub span: Span,
    /// Its first character, from 0.
    pub start: usize,
    /// One past its last character.
    pub end: usize,
    /// What was done.
    pub acts: Vec<AgentAct>,
    /// Signs of the rubric, by name.
    pub signs: Vec<String>,
    /// The same for people.
    #[serde(skip)]
    pub sign_titles: Vec<Localised>,
    /// Criteria whose level it earned, by place in the list.
    #[serde(skip)]
    pub earned: Vec<usize>,
    /// The same by name.
    #[serde(rename = "earned")]
    pub earned_names: Vec<String>,
    /// Whether it drives customers away.
    pub blunder: bool,
}

/// One criterion.
#[derive(Debug, Serialize)]
pub struct CriterionSheet {
    /// Its name.
    pub criterion: String,
    /// Its name for people.
    #[serde(skip)]
    pub title: Localised,
    /// 0–4; `None` where it does not apply.
    pub level: Option<u8>,
    /// What a coach makes of it, where one has looked.
    pub coach: Option<CoachLevel>,
    /// What the level means.
    #[serde(skip)]
    pub meaning: Localised,
    /// The words that earned it.
    pub evidence: Vec<ProofSheet>,
    /// What the next level asks.
    pub gaps: Vec<GapSheet>,
    /// What kept it down.
    pub cap: Option<CapSheet>,
    /// The smallest change that would have raised it.
    pub change: Option<ChangeSheet>,
    /// What to do better, in general.
    #[serde(skip)]
    pub advice: Localised,
    /// Whether it rests on nothing that was recognised.
    pub not_assessed: bool,
    /// How heavily it weighs in the total.
    #[serde(skip)]
    pub(super) weight: u32,
}

impl CriterionSheet {
    /// The level by the coach, where one has looked, else by the program.
    pub(super) fn holds(&self) -> Option<u8> {
        self.coach.as_ref().map_or(self.level, |it| it.level)
    }
}

/// A coach's own level beside the program's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoachLevel {
    /// 0–4; `None` for "does not apply".
    pub level: Option<u8>,
    /// Who, by code name.
    pub by: String,
    /// Why, in their words.
    pub why: String,
}

/// Words that earned a level.
#[derive(Debug, Serialize)]
pub struct ProofSheet {
    /// The turn.
    pub turn: usize,
    /// The words.
    pub phrase: String,
    /// What they do, where it is an act.
    pub act: Option<AgentAct>,
    /// The sign, where it is one.
    pub sign: Option<String>,
    /// The sign's name for people.
    #[serde(skip)]
    pub sign_title: Localised,
}

/// What the next level asks.
#[derive(Debug, Serialize)]
pub struct GapSheet {
    /// What is counted, by name.
    pub measure: String,
    /// The same for people.
    #[serde(skip)]
    pub title: Localised,
    /// What it came to.
    pub have: u32,
    /// What is asked.
    pub need: u32,
    /// Whether that is the least; else it must stay below.
    pub at_least: bool,
}

/// What kept a level down.
#[derive(Debug, Serialize)]
pub struct CapSheet {
    /// The highest level left.
    pub to: u8,
    /// The level without it.
    pub earned: u8,
    /// The turn that went wrong.
    pub turn: usize,
    /// What it did.
    pub act: AgentAct,
    /// The turn that made it good in part.
    pub repaired: Option<usize>,
}

/// The smallest change that raises a level.
#[derive(Debug, Serialize)]
pub struct ChangeSheet {
    /// What to do or leave.
    pub steps: Vec<StepSheet>,
    /// The level that it brings.
    pub level: u8,
    /// The total that it brings, 0–100, other criteria moving with it.
    pub total: u32,
}

/// One step of a change.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct StepSheet {
    /// In which turn.
    pub turn: usize,
    /// What.
    pub act: AgentAct,
    /// To be done; else to be left.
    pub add: bool,
}

/// A moment that was missed.
#[derive(Debug, Serialize)]
pub struct MissedSheet {
    /// The turn that should have met it.
    pub turn: usize,
    /// What kind of moment.
    pub moment: &'static str,
    /// What the customer said.
    pub said: Option<String>,
    /// What was replied.
    pub given: String,
    /// What could have been said.
    pub better: Option<String>,
    /// Whether part of what was wanted came.
    pub half: bool,
    /// Of each of these groups one act was wanted.
    pub wanted: Vec<Vec<AgentAct>>,
    /// The criteria that wanted it, by place in the list.
    #[serde(skip)]
    pub criteria: Vec<usize>,
    /// The same by name.
    #[serde(rename = "criteria")]
    pub criteria_names: Vec<String>,
}

/// Something to practise next.
#[derive(Debug, Serialize)]
pub struct PractiseSheet {
    /// The criterion, by place in the list.
    #[serde(skip)]
    pub place: usize,
    /// The same by name.
    pub criterion: String,
    /// A case to practise it in.
    pub scenario: Option<String>,
    /// The case's name for people.
    #[serde(skip)]
    pub scenario_title: Localised,
}

impl SessionSheet {
    /// Puts a coach's level beside the program's: `conversation` counts from 0. Nothing happens where
    /// there is no such criterion.
    pub fn correct(&mut self, conversation: usize, criterion: &str, coach: CoachLevel) {
        let found = self
            .conversations
            .get_mut(conversation)
            .and_then(|it| it.criteria.iter_mut().find(|it| it.criterion == criterion));
        if let Some(found) = found {
            found.coach = Some(coach);
        }
    }

    /// Puts the total that coaches come to beside the program's: `conversation` counts from 0. What to
    /// practise next follows the coaches.
    pub fn correct_total(&mut self, conversation: usize, total: u32) {
        if let Some(found) = self.conversations.get_mut(conversation) {
            found.coach_total = Some(total);
            next::anew(found);
        }
        let totals = self.conversations.iter();
        let totals: Option<Vec<u32>> = totals.map(|it| it.coach_total.or(it.total)).collect();
        let totals = totals.unwrap_or_default();
        let count = u32::try_from(totals.len()).unwrap_or(u32::MAX);
        self.coach_total = totals.iter().sum::<u32>().checked_div(count);
    }

    /// Whether several customers came at once.
    pub const fn is_desk(&self) -> bool {
        self.desk.is_some()
    }
}

impl ConversationSheet {
    /// How the customer felt at the start and after each reply.
    pub fn moods(&self) -> Vec<(usize, Mood)> {
        let after = self.turns.iter().filter(|it| it.turn > 0);
        let after = after.map(|it| (it.turn, it.mood));
        std::iter::once((0, self.start)).chain(after).collect()
    }
}
