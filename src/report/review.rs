//! A review in words: a reply with what was seen in it, what was corrected and disputed, and the
//! machine's figures beside the human's.

use std::fmt::Write as _;

use crate::{
    acts::{Act as _, AgentAct},
    report::{
        coach::act_name,
        style::{bold, dim, wrapped},
    },
    review::{
        ActCorrection, Corrected, Decision, DisputeState, Disputed, Level, LevelCorrection,
        Reviewed, Target,
    },
    words::Words,
};

/// What the two speakers are called.
#[derive(Debug, Clone)]
pub struct Roles {
    /// The one who helps.
    pub agent: String,
    /// The one who is helped.
    pub customer: String,
}

/// Writes about one reviewed conversation.
#[derive(Debug)]
pub struct ReviewText<'a> {
    /// The language of the screen.
    pub words: &'a Words,
    /// What the two speakers are called.
    pub roles: &'a Roles,
    /// The conversation.
    pub reviewed: &'a Reviewed,
    /// Columns.
    pub width: usize,
}

impl ReviewText<'_> {
    /// A reply (from 1): what was said from the reply `from` on, what is seen in it, and what people
    /// said of that.
    pub fn reply(&self, reply: usize, from: usize) -> String {
        let all = self.reviewed.machine.conversation.replies().len();
        let heading = self.words.with(
            "review-reply",
            &[("reply", reply.into()), ("all", all.into())],
        );
        let mut text = format!("\n{}\n", bold(&format!("{}{heading}", self.chat())));
        text.push_str(&self.conversation(from, reply));
        text.push_str(&self.acts(reply));
        for dispute in &self.reviewed.disputes {
            if matches!(dispute.what.about, Target::Act { reply: it, .. } if it == reply) {
                text.push_str(&self.dispute(dispute));
            }
        }
        text
    }

    /// A dispute, with what it is about.
    pub fn open_dispute(&self, dispute: &Disputed) -> String {
        if let Target::Act { reply, .. } = dispute.what.about
            && reply <= self.reviewed.machine.conversation.replies().len()
        {
            return self.reply(reply, 1);
        }
        let all = self.reviewed.machine.conversation.replies().len();
        let heading = bold(&format!(
            "{}{}",
            self.chat(),
            self.words.say("review-whole")
        ));
        format!(
            "\n{heading}\n{}{}",
            self.conversation(1, all),
            self.dispute(dispute)
        )
    }

    /// All that was corrected and disputed.
    pub fn all(&self) -> String {
        let mut text = String::new();
        if self.reviewed.is_untouched() {
            let nothing = self.words.say("review-nothing");
            let _ = writeln!(text, "{}{nothing}", self.chat());
        }
        for it in &self.reviewed.acts {
            let line = self.words.with(
                "review-about-reply",
                &[
                    ("reply", it.what.reply.into()),
                    ("what", self.act_correction(it).into()),
                ],
            );
            text.push_str(&self.entry(&line, &it.id));
        }
        for it in &self.reviewed.levels {
            text.push_str(&self.entry(&self.level_correction(it), &it.id));
        }
        for it in &self.reviewed.disputes {
            text.push_str(&self.dispute(it));
        }
        if !self.reviewed.astray.is_empty() {
            let values = [("ids", self.reviewed.astray.join(", ").into())];
            text.push_str(&self.line(&self.words.with("review-astray", &values)));
        }
        text
    }

    /// The machine's scorecard and the human's beside each other.
    pub fn scorecards(&self) -> String {
        let (machine, human) = (&self.reviewed.machine, &self.reviewed.human);
        let mut rows = vec![[
            format!("{}{}", self.chat(), self.words.say("card-title")),
            self.words.say("review-machine"),
            self.words.say("review-human"),
        ]];
        let levels = machine.card.criteria.iter().zip(&human.card.criteria);
        for ((one, other), criterion) in levels.zip(&machine.rubric.criteria) {
            let title = self.words.of(&criterion.title).to_owned();
            rows.push([title, self.grade(one.level), self.grade(other.level)]);
        }
        let totals = [machine.card.total, human.card.total];
        let [one, other] =
            totals.map(|it| self.words.with("review-total", &[("total", it.into())]));
        rows.push([self.words.say("review-together"), one, other]);
        let width = |column: usize| rows.iter().map(|it| it[column].chars().count()).max();
        let widths = [0, 1].map(|it| width(it).unwrap_or_default() + 2);
        let mut text = String::new();
        for (number, [title, one, other]) in rows.iter().enumerate() {
            let mark = if number > 0 && one != other {
                "  ←"
            } else {
                ""
            };
            let row = format!("{title:<0$}{one:<1$}{other}{mark}", widths[0], widths[1]);
            let _ = writeln!(text, "{}", if number == 0 { bold(&row) } else { row });
        }
        text
    }

    fn chat(&self) -> String {
        let chat = self.reviewed.chat;
        chat.map(|it| self.words.with("review-chat", &[("chat", (it + 1).into())]) + " ")
            .unwrap_or_default()
    }

    fn grade(&self, level: Option<u8>) -> String {
        level.map_or_else(|| self.words.say("card-na"), |it| it.to_string())
    }

    /// What was said from one reply to another (from 1), each after the customer's turn before it.
    fn conversation(&self, from: usize, to: usize) -> String {
        let conversation = &self.reviewed.machine.conversation;
        let mut text = String::new();
        for number in from.saturating_sub(1)..to {
            let line = conversation.line_before(number);
            if let Some(line) = line.and_then(|it| conversation.lines().get(it)) {
                text.push_str(&self.said(&self.roles.customer, line.utterance.text()));
            }
            if let Some(reply) = conversation.replies().get(number) {
                text.push_str(&self.said(&self.roles.agent, reply.utterance.text()));
            }
        }
        text
    }

    fn said(&self, role: &str, text: &str) -> String {
        wrapped(&format!("{role}: {text}"), self.width, "", "    ") + "\n"
    }

    /// What the program sees in a reply (from 1), and what people see otherwise.
    fn acts(&self, reply: usize) -> String {
        let Some(reading) = self.reviewed.machine.conversation.replies().get(reply - 1) else {
            return String::new();
        };
        let mut text = String::new();
        for act in reading.acts.iter() {
            let mut phrases: Vec<String> = Vec::new();
            for phrase in reading.phrases(act).map(|it| format!("\"{it}\"")) {
                if !phrases.contains(&phrase) {
                    phrases.push(phrase);
                }
            }
            text.push_str(&self.line(&format!("{}  {}", self.act(act), phrases.join(", "))));
        }
        if reading.acts.is_empty() {
            text.push_str(&self.line(&self.words.say("review-no-acts")));
        }
        let own = self
            .reviewed
            .acts
            .iter()
            .filter(|it| it.what.reply == reply);
        for it in own {
            text.push_str(&self.entry(&self.act_correction(it), &it.id));
        }
        text
    }

    /// An act by the name that is typed and the one that is read.
    fn act(&self, act: AgentAct) -> String {
        format!("{} ({})", act_name(self.words, act), act.name())
    }

    fn act_correction(&self, it: &Corrected<ActCorrection>) -> String {
        let id = if it.what.shown {
            "review-shown"
        } else {
            "review-not-shown"
        };
        let phrase = it.what.phrase.as_deref();
        let phrase = phrase.map(|it| format!(" \"{it}\"")).unwrap_or_default();
        let values = [
            ("who", it.who.as_str().into()),
            ("act", self.act(it.what.act).into()),
            ("phrase", phrase.into()),
            ("reason", it.what.reason.as_str().into()),
        ];
        self.words.with(id, &values)
    }

    fn level_correction(&self, it: &Corrected<LevelCorrection>) -> String {
        let Level(level) = it.what.level;
        let machine = self.reviewed.machine.card.criterion(&it.what.criterion);
        let values = [
            ("who", it.who.as_str().into()),
            ("criterion", self.criterion(&it.what.criterion).into()),
            (
                "machine",
                self.grade(machine.and_then(|it| it.level)).into(),
            ),
            ("level", self.grade(level).into()),
            ("reason", it.what.reason.as_str().into()),
        ];
        self.words.with("review-level", &values)
    }

    fn criterion(&self, id: &str) -> String {
        let known = self.reviewed.machine.rubric.criteria.iter();
        known.clone().find(|it| *it.id == *id).map_or_else(
            || id.to_owned(),
            |it| format!("{} ({id})", self.words.of(&it.title)),
        )
    }

    fn dispute(&self, dispute: &Disputed) -> String {
        let (id, about) = match &dispute.what.about {
            Target::Act { reply, act, .. } => {
                let about = [("reply", (*reply).into()), ("what", self.act(*act).into())];
                let seen = self
                    .reviewed
                    .machine
                    .conversation
                    .replies()
                    .get(reply.saturating_sub(1));
                let id = if seen.is_some_and(|it| it.acts.contains(*act)) {
                    "review-disputes-act"
                } else {
                    "review-misses-act"
                };
                (id, self.words.with("review-about-reply", &about))
            }
            Target::Criterion { criterion, .. } => {
                ("review-disputes-level", self.criterion(criterion))
            }
        };
        let values = [
            ("who", dispute.who.as_str().into()),
            ("about", about.into()),
            ("reason", dispute.what.reason.as_str().into()),
        ];
        let mut text = self.entry(&self.words.with(id, &values), &dispute.id);
        text.push_str(&match &dispute.state {
            DisputeState::Open => self.line(&format!("  {}", self.words.say("review-open"))),
            DisputeState::Kept(it) => self.decision("review-kept", it),
            DisputeState::Accepted(it) => self.decision("review-accepted", it),
        });
        text
    }

    fn decision(&self, id: &str, decision: &Corrected<Decision>) -> String {
        let values = [
            ("who", decision.who.as_str().into()),
            ("reason", decision.what.reason.as_str().into()),
        ];
        self.entry(&format!("  {}", self.words.with(id, &values)), &decision.id)
    }

    /// A line with the id by which it can be taken back.
    fn entry(&self, text: &str, id: &str) -> String {
        wrapped(
            &format!("{text}  {}", dim(&format!("[{id}]"))),
            self.width,
            "  ",
            "      ",
        ) + "\n"
    }

    fn line(&self, text: &str) -> String {
        wrapped(text, self.width, "  ", "      ") + "\n"
    }
}
