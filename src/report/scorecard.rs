//! A scorecard in words: levels, the phrases that earned them, what was missed, what to change.

use std::fmt::Write as _;

use crate::{
    ground::span::Span,
    report::{
        coach::act_name,
        style::{BAD, BOLD, DIM, FAIR, GOOD, bold, painted, wrapped},
    },
    rubric::{Criterion, Rubric},
    score::{
        CapHit, Change, Conversation, CriterionScore, MissedMoment, Proof, Scorecard, Shown, Step,
    },
    session::Assessment,
    words::Words,
};

/// How many phrases are quoted for a level.
const QUOTES: usize = 3;
/// Longer quotations are cut.
const LONGEST_QUOTE: usize = 90;
/// The highest level.
const HIGHEST: u8 = 4;

/// A scorecard as text.
pub fn scorecard(
    words: &Words,
    conversation: &Conversation,
    rubric: &Rubric,
    card: &Scorecard,
    width: usize,
) -> String {
    let writer = Writer {
        words,
        conversation,
        rubric,
        width,
    };
    let mut text = format!(
        "{}  {}\n\n",
        bold(&words.say("card-title")),
        words.with("card-total", &[("total", card.total.into())])
    );
    for (score, criterion) in card.criteria.iter().zip(&rubric.criteria) {
        text.push_str(&writer.criterion(score, criterion));
        text.push('\n');
    }
    text.push_str(&writer.not_assessed(card));
    text
}

/// The levels alone, and for the lowest what would have been better.
pub(super) fn short_scorecard(words: &Words, assessment: &Assessment, width: usize) -> String {
    let Assessment {
        conversation,
        rubric,
        card,
        ..
    } = assessment;
    let writer = Writer {
        words,
        conversation,
        rubric,
        width,
    };
    let mut text = String::new();
    let scored = card.criteria.iter().zip(&rubric.criteria);
    for (score, criterion) in scored.clone() {
        let title = words.of(&criterion.title);
        let grade = score.level.map_or_else(
            || words.say("card-na"),
            |it| {
                let grade = words.with("card-level", &[("level", it.into())]);
                format!("{}  {grade}", bar(it))
            },
        );
        let _ = writeln!(text, "  {title}  {grade}");
    }
    let lowest = scored
        .filter(|(score, _)| score.level.is_some_and(|it| it < HIGHEST))
        .min_by_key(|(score, _)| score.level);
    if let Some((score, criterion)) = lowest {
        text.push_str(&writer.how_to_do_better(score, criterion));
    }
    text
}

struct Writer<'a> {
    words: &'a Words,
    conversation: &'a Conversation,
    rubric: &'a Rubric,
    width: usize,
}

impl Writer<'_> {
    fn criterion(&self, score: &CriterionScore, criterion: &Criterion) -> String {
        let title = painted(BOLD, self.words.of(&criterion.title));
        let Some(level) = score.level else {
            return format!("{title}  {}\n", self.words.say("card-na"));
        };
        let meaning = criterion
            .levels
            .get(usize::from(level))
            .map(|it| self.words.of(&it.meaning));
        let grade = self.words.with("card-level", &[("level", level.into())]);
        let mut text = format!("{title}  {}  {grade}", bar(level));
        text.push('\n');
        text.push_str(&self.line(meaning.unwrap_or_default()));
        for proof in score.evidence.iter().take(QUOTES) {
            text.push_str(&self.line(&self.earned(proof)));
        }
        if let Some(cap) = &score.cap {
            text.push_str(&self.line(&self.capped(cap)));
        }
        if level < HIGHEST {
            text.push_str(&self.how_to_do_better(score, criterion));
        }
        text
    }

    fn how_to_do_better(&self, score: &CriterionScore, criterion: &Criterion) -> String {
        let mut text = String::new();
        if let Some(missed) = score.missed.first() {
            text.push_str(&self.missed(missed));
        }
        match &score.change {
            Some(change) => text.push_str(&self.line(&self.change(change))),
            None => text.push_str(&self.line(self.words.of(&criterion.advice))),
        }
        text
    }

    fn earned(&self, proof: &Proof) -> String {
        let shown = match &proof.shown {
            Shown::Act(act) => act_name(self.words, *act),
            Shown::Sign(sign) => {
                let known = self.rubric.signs.iter().find(|it| it.id == *sign);
                known.map_or_else(
                    || sign.to_string(),
                    |it| self.words.of(&it.title).to_owned(),
                )
            }
        };
        self.words.with(
            "card-earned",
            &[
                ("turn", (proof.reply + 1).into()),
                ("phrase", self.reply_quote(proof.reply, proof.span).into()),
                ("act", shown.into()),
            ],
        )
    }

    fn capped(&self, cap: &CapHit) -> String {
        let values = [
            ("turn", (cap.reply + 1).into()),
            ("act", act_name(self.words, cap.act).into()),
        ];
        self.words.with("card-capped", &values)
    }

    fn missed(&self, missed: &MissedMoment) -> String {
        let said = missed
            .line
            .and_then(|it| self.conversation.lines().get(it))
            .map(|it| {
                let text = it.utterance.text();
                quote(missed.said.map_or(text, |span| span.of(text)))
            });
        let turn = (missed.reply + 1).into();
        let told = match said {
            Some(said) => self
                .words
                .with("card-missed", &[("turn", turn), ("phrase", said.into())]),
            None => self.words.with("card-missed-opening", &[("turn", turn)]),
        };
        let mut text = self.line(&told);
        if let Some(better) = &missed.better {
            text.push_str(
                &self.line(
                    &self
                        .words
                        .with("card-better", &[("reply", better.as_str().into())]),
                ),
            );
        }
        text
    }

    fn change(&self, change: &Change) -> String {
        let steps: Vec<String> = change.steps.iter().map(|it| self.step(*it)).collect();
        self.words.with(
            "card-change",
            &[
                (
                    "steps",
                    steps.join(&format!(" {} ", self.words.say("and"))).into(),
                ),
                ("level", change.to.into()),
            ],
        )
    }

    fn step(&self, step: Step) -> String {
        let (id, act) = match step {
            Step::Add { act, .. } => ("card-step-add", act),
            Step::Leave { act, .. } => ("card-step-leave", act),
        };
        let values = [
            ("turn", (step.reply() + 1).into()),
            ("act", act_name(self.words, act).into()),
        ];
        self.words.with(id, &values)
    }

    fn not_assessed(&self, card: &Scorecard) -> String {
        let unjudged = &card.not_assessed;
        if unjudged.replies.is_empty() && unjudged.criteria.is_empty() {
            return String::new();
        }
        let mut text = format!("{}\n", bold(&self.words.say("card-not-assessed")));
        for reply in &unjudged.replies {
            let said = self.conversation.replies()[*reply].utterance.text();
            text.push_str(&self.line(&self.words.with(
                "card-not-understood",
                &[("turn", (reply + 1).into()), ("reply", quote(said).into())],
            )));
        }
        for id in &unjudged.criteria {
            let known = self.rubric.criteria.iter().find(|it| it.id == *id);
            let title = known.map_or(&**id, |it| self.words.of(&it.title));
            let values = [("criterion", title.into())];
            text.push_str(&self.line(&self.words.with("card-rests-on-nothing", &values)));
        }
        text
    }

    fn reply_quote(&self, reply: usize, span: Span) -> String {
        let said = self.conversation.replies().get(reply);
        said.map(|it| quote(span.of(it.utterance.text())))
            .unwrap_or_default()
    }

    fn line(&self, text: &str) -> String {
        let mut line = wrapped(text, self.width, "  ", "    ");
        let _ = writeln!(line);
        line
    }
}

/// On one line, and not too long.
fn quote(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= LONGEST_QUOTE {
        return text;
    }
    let cut: String = text.chars().take(LONGEST_QUOTE).collect();
    let whole_words = cut.rsplit_once(' ').map_or(&*cut, |it| it.0);
    format!("{whole_words} …")
}

/// A level as a bar; the figure stands beside it.
fn bar(level: u8) -> String {
    let filled = usize::from(level.min(HIGHEST));
    let style = match level {
        0 | 1 => BAD,
        2 => FAIR,
        _ => GOOD,
    };
    let empty = "·".repeat(usize::from(HIGHEST) - filled);
    format!(
        "{}{}",
        painted(style, &"█".repeat(filled)),
        painted(DIM, &empty)
    )
}
