//! What kind of answer a question asks for.

use std::{cmp::Reverse, collections::BTreeMap, ops::Range};

use serde::Deserialize;
use toml::Spanned;

use crate::{
    ground::diagnostic::{Diagnostic, Source},
    text::{Break, Hit, Mark, PatternSet, PatternSetBuilder, RealWords, Utterance, WordLists},
};

/// Fewer words are no clause.
const CLAUSE: usize = 2;

/// Fewer words before a question belong to it: "quickly, what is it?"
const LEAD_IN: usize = 3;

/// The kind of answer that a question asks for; a question of none of these kinds wants yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionForm {
    /// A moment.
    When,
    /// A place.
    Where,
    /// A person.
    Who,
    /// A reason.
    Why,
    /// An amount or number.
    HowMuch,
    /// A duration.
    HowLong,
    /// A way of doing.
    How,
    /// One of several.
    Which,
    /// Anything else that is named or told.
    What,
    /// One of the things that the question itself names: "a or b".
    Choice,
}

/// What a question that wants yes or no is about; of several kinds that show the first counts. Even who
/// does not know the answer answers "have you",
/// "would you" and "is there" with other words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PolarKind {
    /// Whether the hearer wants to be told something: "would you like to know how …?"
    Hear,
    /// Whether the hearer means what it names.
    Mean,
    /// What the hearer knows or remembers.
    Know,
    /// What the hearer has, or has done.
    Have,
    /// What there is.
    Exist,
    /// What the hearer thinks of something.
    Think,
    /// What the speaker is to do: "shall I", "may I", "would you like me to".
    Leave,
    /// What the hearer would like or would do.
    Would,
    /// How or what the hearer is.
    Be,
    /// What the hearer does as a rule.
    Use,
    /// Whether it is really not so: "no?"
    Deny,
    /// Whether the hearer thinks so, too: "don't you agree?"
    Agree,
}

/// What may begin an exclamation as well, or be found in the middle of a sentence only.
const MAY_EXCLAIM: [QuestionForm; 3] =
    [QuestionForm::What, QuestionForm::How, QuestionForm::Choice];

/// How a language asks.
#[derive(Debug)]
pub(super) struct Questions {
    patterns: PatternSet,
    roles: Vec<QuestionRole>,
}

/// What a pattern of `[questions]` stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(untagged)]
pub(super) enum QuestionRole {
    /// A question of this form.
    Form(QuestionForm),
    /// A question of this kind, where it wants yes or no.
    Kind(PolarKind),
    /// A question that is after this.
    Aim(QuestionAim),
    /// Something else about questions.
    Sign(QuestionSign),
}

/// What shows a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum QuestionSign {
    /// It names examples, or leaves more open than one of two: no choice …
    Open,
    /// … unless it goes on as only a choice does: "have you got an account or do you order as a guest?"
    Either,
    /// At its end it names what to choose from, whatever it asks: "what do you drink, tea or coffee?"
    Alternatives,
    /// It asks whether what the speaker said just before is so: "did you do that?"
    Back,
    /// It goes on with the question before it and is no choice by itself: "… or did you go there?"
    GoesOn,
    /// Its first word joins a second question to a first one, or an offer to a refusal: "… and when was
    /// that?", "… but I can …"
    Joint,
    /// A sentence that begins so asks for yes or no, with a question mark or without.
    Polar,
    /// A question word in it does not ask: "is there anything where …", "what I can do is …"
    Embedded,
    /// Its first word begins a question of its own where a comma or colon stands before it: "one more
    /// thing: when was that?"
    AfterComma,
    /// Its first word begins what may be a clause of its own, with a comma before it or without: "… or has somebody else
    /// done that?"
    Loose,
    /// A sentence that begins so says under what condition it asks: "if I look there, what do I see?"
    Condition,
    /// It asks which of the things named before it they would rather have: "what do you prefer?"
    Preference,
    /// It advises against what it names, or takes it back: "I thought of that first, but no, that would not suit you".
    Dissuades,
    /// It says what not to do, or what need not be done: "please don't reinstall it".
    Forbids,
    /// A sentence without a question mark in which this is found asks nothing, whatever it reminds of: "I'll wait",
    /// "why that is I can't see".
    Tells,
}

/// What kind of question a sentence is, were it one.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent observations of one sentence"
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct QuestionShape {
    /// The kind of answer that it wants; `None` for yes or no.
    pub form: Option<QuestionForm>,
    /// What it is about, if it wants yes or no and that shows.
    pub kind: Option<PolarKind>,
    /// Whether the order of its words asks, whatever mark ends it.
    pub inverted: bool,
    /// What it is after, beside an answer.
    pub aim: Option<QuestionAim>,
    /// Whether it names at its end what to choose from.
    pub alternatives: bool,
    /// Whether it asks about what the speaker said just before.
    pub back: bool,
    /// Whether its words tell something, unless a question mark ends it.
    pub tells: bool,
    /// Whether it asks which of the things named before it they would rather have.
    pub prefers: bool,
    /// Whether it advises against what it names.
    pub dissuades: bool,
    /// Whether it says what not to do, or what need not be done.
    pub forbids: bool,
}

impl QuestionShape {
    /// Whether its words ask, whatever mark ends it.
    const fn asks(self) -> bool {
        self.inverted || self.form.is_some() || self.kind.is_some()
    }
}

/// What a question is after, whatever it is about; of several the first counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionAim {
    /// To be told whether the rest of the sentence is true: "you ordered it in May, is that right?"
    Truth,
    /// To know who somebody is: "and you are …?"
    Identity,
    /// That something be done; a bidding without a question mark, too.
    Request,
    /// To have what it names: "I need your number, or else …"
    Want,
}

/// `[questions]`: patterns by what they stand for.
pub(super) type QuestionTable = BTreeMap<QuestionRole, Vec<Spanned<String>>>;

impl Questions {
    pub(super) fn gather<'a>(
        tables: impl Iterator<Item = (&'a Source, &'a QuestionTable)>,
        lists: &WordLists,
        real_words: &RealWords,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut builder = PatternSetBuilder::new(lists);
        let mut roles = Vec::new();
        for (source, table) in tables {
            let patterns = table
                .iter()
                .flat_map(|(role, patterns)| patterns.iter().map(|it| (*role, it)));
            for (role, pattern) in patterns {
                match builder.add(pattern.get_ref()) {
                    Ok(_) => roles.push(role),
                    Err(error) => diagnostics.push(
                        Diagnostic::error("pattern", error.to_string())
                            .at(source, pattern.span().into())
                            .help("docs/patterns.md describes the pattern language"),
                    ),
                }
            }
        }
        Self {
            patterns: builder.build(real_words.clone()),
            roles,
        }
    }

    /// The same words, every question in a sentence of its own.
    pub(super) fn told_apart(&self, utterance: &Utterance) -> Utterance {
        let hits = self.patterns.find(utterance);
        let role = |it: &Hit| self.roles[it.pattern as usize];
        let conditional = |sentence: usize| {
            let condition = QuestionRole::Sign(QuestionSign::Condition);
            let mut inside = hits.iter().filter(|it| it.sentence == sentence);
            inside.any(|it| role(it) == condition)
        };
        let mut joints: Vec<(Range<usize>, Option<Mark>)> = Vec::new();
        for hit in &hits {
            match role(hit) {
                // "just tell me, though, what …": a word with a pause behind it joins nothing
                QuestionRole::Sign(QuestionSign::Joint)
                    if utterance.has_pause_before(hit.tokens.start + 1) => {}
                QuestionRole::Sign(QuestionSign::Joint) => joints.push((hit.tokens.clone(), None)),
                // what leads in to a question asks nothing; a condition belongs to what hangs on it
                QuestionRole::Sign(QuestionSign::AfterComma) => {
                    let sentence = &utterance.sentences()[hit.sentence];
                    let leads_in = hit.tokens.start >= sentence.tokens.start + LEAD_IN
                        && utterance.has_pause_before(hit.tokens.start);
                    if sentence.mark == Mark::Question && leads_in && !conditional(hit.sentence) {
                        joints.push((hit.tokens.clone(), Some(Mark::None)));
                    }
                }
                _ => {}
            }
        }
        joints.sort_by_key(|(it, _)| (it.start, Reverse(it.end)));
        // "since when do you" is not broken before "when do you"
        joints.dedup_by(|(next, before), (kept, mark)| {
            let overlap = next.start < kept.end;
            if overlap && next.start == kept.start {
                *mark = mark.or(*before);
            }
            overlap
        });
        let breaks = joints.into_iter().map(|(it, before)| Break {
            at: it.start,
            before,
        });
        utterance.broken_at(&breaks.collect::<Vec<_>>())
    }

    /// Where sentences may be broken into several: where words say so, and at a comma or colon with a question after it, be
    /// it that no question mark ends it.
    /// A condition belongs to what hangs on it.
    pub(super) fn clauses(&self, utterance: &Utterance) -> Vec<Break> {
        let hits = self.patterns.find(utterance);
        let role = |it: &Hit| self.roles[it.pattern as usize];
        let is = |hit: &Hit, sign| role(hit) == QuestionRole::Sign(sign);
        let mut breaks = Vec::new();
        for (number, sentence) in utterance.sentences().iter().enumerate() {
            let inside = || hits.iter().filter(|it| it.sentence == number);
            let conditional = inside().any(|it| is(it, QuestionSign::Condition));
            if sentence.mark == Mark::Exclamation || conditional {
                continue;
            }
            let joins = |it: &&Hit| !utterance.has_pause_before(it.tokens.start + 1);
            let loose = inside().filter(|it| is(it, QuestionSign::Loose));
            let loose: Vec<usize> = loose.filter(joins).map(|it| it.tokens.start).collect();
            let Range { start, end } = sentence.tokens;
            for at in start + CLAUSE..(end + 1).saturating_sub(CLAUSE) {
                let joined = loose.contains(&at);
                if joined || utterance.has_pause_before(at) {
                    // two questions that are joined both ask; what leads in to one need not
                    let before = (!joined).then_some(Mark::None);
                    breaks.push(Break { at, before });
                }
            }
        }
        if breaks.is_empty() {
            return breaks;
        }
        let broken = utterance.broken_at(&breaks);
        let clauses = broken.sentences().iter().zip(self.shapes(&broken));
        let asking: Vec<usize> = clauses
            .filter(|(_, shape)| shape.inverted || shape.kind == Some(PolarKind::Leave))
            .map(|(it, _)| it.tokens.start)
            .collect();
        // "how annoying" begins as a question does
        let plainly = |it: &Range<usize>| {
            let mut roles = hits
                .iter()
                .filter(|hit| hit.tokens.start == it.start)
                .map(role);
            roles.any(|it| match it {
                QuestionRole::Kind(_)
                | QuestionRole::Sign(QuestionSign::Polar | QuestionSign::AfterComma) => true,
                QuestionRole::Form(form) => !MAY_EXCLAIM.contains(&form),
                QuestionRole::Sign(_) | QuestionRole::Aim(_) => false,
            })
        };
        breaks.retain(|it| it.before.is_none() || asking.contains(&it.at));
        for it in &mut breaks {
            let mut clauses = broken.sentences().iter();
            if clauses.any(|that| that.tokens.end == it.at && plainly(&that.tokens)) {
                it.before = None;
            }
        }
        breaks
    }

    /// The shape of each sentence. What stands before a colon leads in to a question after it: "one more thing: was
    /// it this or that?"
    pub(super) fn shapes(&self, utterance: &Utterance) -> Vec<QuestionShape> {
        let mut shapes = self.shapes_as_they_stand(utterance);
        let colons: Vec<Break> = behind_colons(utterance).collect();
        if colons.is_empty() {
            return shapes;
        }
        let broken = utterance.broken_at(&colons);
        let pieces = broken.sentences().iter();
        for (piece, shape) in pieces.zip(self.shapes_as_they_stand(&broken)) {
            let sentences = utterance.sentences().iter().zip(&mut shapes);
            let mut whole = sentences.filter(|(it, _)| it.tokens.contains(&piece.tokens.start));
            if let Some((sentence, whole)) = whole.next()
                && sentence.tokens.start < piece.tokens.start
                && shape.asks()
            {
                let aim = shape.aim.or(whole.aim);
                *whole = QuestionShape { aim, ..shape };
            }
        }
        shapes
    }

    /// The shape of each sentence by itself: its form is that of the words that come first, of those the longest; a
    /// choice only where no other form is found.
    fn shapes_as_they_stand(&self, utterance: &Utterance) -> Vec<QuestionShape> {
        let hits = self.patterns.find(utterance);
        let mut shapes = vec![QuestionShape::default(); utterance.sentences().len()];
        let none = || vec![false; shapes.len()];
        let (mut open, mut either, mut goes_on) = (none(), none(), none());
        let mut embedded: Vec<Range<usize>> = Vec::new();
        for hit in &hits {
            let shape = &mut shapes[hit.sentence];
            match self.roles[hit.pattern as usize] {
                QuestionRole::Sign(QuestionSign::Polar) => shape.inverted = true,
                QuestionRole::Sign(QuestionSign::Alternatives) => shape.alternatives = true,
                QuestionRole::Sign(QuestionSign::Back) => shape.back = true,
                QuestionRole::Sign(QuestionSign::Tells) => shape.tells = true,
                QuestionRole::Sign(QuestionSign::Preference) => shape.prefers = true,
                QuestionRole::Sign(QuestionSign::Dissuades) => shape.dissuades = true,
                QuestionRole::Sign(QuestionSign::Forbids) => shape.forbids = true,
                QuestionRole::Aim(aim) => {
                    shape.aim = Some(shape.aim.map_or(aim, |it| it.min(aim)));
                }
                QuestionRole::Sign(QuestionSign::Open) => open[hit.sentence] = true,
                QuestionRole::Sign(QuestionSign::Either) => either[hit.sentence] = true,
                QuestionRole::Sign(QuestionSign::GoesOn) => goes_on[hit.sentence] = true,
                QuestionRole::Sign(QuestionSign::Embedded) => embedded.push(hit.tokens.clone()),
                QuestionRole::Sign(
                    QuestionSign::Joint
                    | QuestionSign::AfterComma
                    | QuestionSign::Loose
                    | QuestionSign::Condition,
                )
                | QuestionRole::Form(_) => {}
                QuestionRole::Kind(kind) => {
                    shape.kind = Some(shape.kind.map_or(kind, |it| it.min(kind)));
                }
            }
        }
        let mut found: Vec<(Hit, QuestionForm)> = hits
            .into_iter()
            .filter_map(|it| match self.roles[it.pattern as usize] {
                QuestionRole::Form(form) => Some((it, form)),
                QuestionRole::Kind(_) | QuestionRole::Aim(_) | QuestionRole::Sign(_) => None,
            })
            .collect();
        found.sort_by_key(|(it, form)| {
            let choice = *form == QuestionForm::Choice;
            let length = Reverse(it.tokens.len());
            (it.sentence, choice, it.tokens.start, length, it.pattern)
        });
        for (hit, form) in found {
            let choice = form == QuestionForm::Choice;
            let asked_by = hit.tokens.end.saturating_sub(1);
            let hidden = !choice && embedded.iter().any(|it| it.contains(&asked_by));
            let open = open[hit.sentence] && !either[hit.sentence] || goes_on[hit.sentence];
            if choice && open || hidden {
                continue;
            }
            let shape = &mut shapes[hit.sentence];
            // a question word at the head asks; one after a verb of saying need not
            let head = utterance.sentences()[hit.sentence].tokens.start;
            shape.inverted |= hit.tokens.start == head && !choice;
            shape.form = shape.form.or(Some(form));
        }
        for (number, shape) in shapes.iter_mut().enumerate() {
            shape.alternatives &= either[number] || !open[number];
        }
        shapes
    }
}

/// Where questions go on after a colon.
fn behind_colons(utterance: &Utterance) -> impl Iterator<Item = Break> {
    let questions = utterance
        .sentences()
        .iter()
        .filter(|it| it.mark == Mark::Question);
    let places = questions.flat_map(|it| it.tokens.start + 1..it.tokens.end);
    let places = places.filter(|at| utterance.has_colon_before(*at));
    places.map(|at| Break { at, before: None })
}
