//! What stands in a session's report in words, whatever form the report takes.

use crate::{
    acts::{Act as _, AgentAct, CustomerAct},
    report::{
        coach::{act_name, band},
        sheet::{
            By, CapSheet, CauseSheet, ChangeSheet, CoachLevel, ConversationSheet, GapSheet, Mark,
            MissedSheet, ProofSheet, TurnSheet,
        },
    },
    words::Words,
};

/// The words of the screen, and how speakers are called in the conversation's language.
#[derive(Debug)]
pub struct Wording<'a> {
    words: &'a Words,
    customer: String,
    agent: String,
}

impl<'a> Wording<'a> {
    /// `customer` and `agent` are the names of the two roles.
    pub fn new(words: &'a Words, customer: &str, agent: &str) -> Self {
        Self {
            words,
            customer: customer.to_owned(),
            agent: agent.to_owned(),
        }
    }

    /// The words of the screen.
    pub(super) const fn words(&self) -> &'a Words {
        self.words
    }

    /// What a customer is called.
    pub(super) fn customer(&self) -> &str {
        &self.customer
    }

    /// What the trainee is called.
    pub(super) fn agent(&self) -> &str {
        &self.agent
    }

    /// `3 of 4`.
    pub(super) fn level(&self, level: Option<u8>) -> String {
        level.map_or_else(
            || self.words.say("card-na"),
            |it| self.words.with("card-level", &[("level", it.into())]),
        )
    }

    /// A coach's level, with who and why.
    pub(super) fn coach(&self, coach: &CoachLevel) -> String {
        let values = [
            ("level", self.level(coach.level).into()),
            ("by", coach.by.as_str().into()),
            ("why", coach.why.as_str().into()),
        ];
        self.words.with("report-coach-level", &values)
    }

    /// Criteria by name, from their places.
    pub(super) fn criteria(&self, conversation: &ConversationSheet, places: &[usize]) -> String {
        let known = places
            .iter()
            .filter_map(|it| conversation.criteria.get(*it));
        let titles: Vec<&str> = known.map(|it| self.words.of(&it.title)).collect();
        titles.join(", ")
    }

    /// What a mark shows, and what it earned.
    pub(super) fn mark(&self, conversation: &ConversationSheet, mark: &Mark) -> String {
        let mut shown = self.shown(mark);
        if !mark.earned.is_empty() {
            let earned = self.criteria(conversation, &mark.earned);
            let values = [("criteria", earned.into())];
            shown = format!("{shown} {}", self.words.with("report-earned", &values));
        }
        shown
    }

    /// What a mark shows.
    pub(super) fn shown(&self, mark: &Mark) -> String {
        let acts = mark.acts.iter().map(|it| act_name(self.words, *it));
        let signs = mark
            .sign_titles
            .iter()
            .map(|it| self.words.of(it).to_owned());
        let shown: Vec<String> = acts.chain(signs).collect();
        let shown = shown.join(", ");
        if mark.blunder {
            return self.words.with("report-blunder", &[("acts", shown.into())]);
        }
        shown
    }

    /// What a customer's turn does.
    pub(super) fn kinds(&self, turn: &TurnSheet) -> String {
        let kinds = turn.kinds.iter().map(|it| self.kind(*it, turn));
        kinds.collect::<Vec<_>>().join(", ")
    }

    /// One kind of a customer's turn, a feeling with its name and strength.
    pub(super) fn kind(&self, kind: CustomerAct, turn: &TurnSheet) -> String {
        let name = self.words.say(&format!("report-kind-{}", kind.name()));
        let feeling = turn.feeling.filter(|_| kind == CustomerAct::Emotion);
        let Some(it) = feeling else {
            return name;
        };
        let feeling = format!("report-feeling-{:?}", it.feeling).to_lowercase();
        let strength = format!("report-strength-{}", it.strength);
        format!(
            "{name}: {} ({})",
            self.words.say(&feeling),
            self.words.say(&strength)
        )
    }

    /// How the mood moved in a turn and by what; empty where no mood is shown or nothing moved.
    pub(super) fn moved(&self, conversation: &ConversationSheet, turn: &TurnSheet) -> String {
        if !conversation.mood_shown || turn.turn == 0 {
            return String::new();
        }
        let moods = conversation.moods();
        let before = moods.iter().rev().find(|it| it.0 < turn.turn);
        let before = before.map_or(conversation.start, |it| it.1);
        let now = turn.mood;
        let values = [
            ("from", before.tension.into()),
            ("to", now.tension.into()),
            ("band", self.words.say(band(now.band())).into()),
            ("trust", now.trust.into()),
            ("patience", now.patience.into()),
        ];
        let same = before.tension == now.tension;
        let id = if same {
            "report-mood-same"
        } else {
            "report-mood-moved"
        };
        let mut text = self.words.with(id, &values);
        if !turn.causes.is_empty() {
            text = format!("{text}: {}", self.causes(turn));
        }
        text
    }

    /// All that moved the mood in a turn, none twice.
    pub(super) fn causes(&self, turn: &TurnSheet) -> String {
        let mut causes: Vec<String> = Vec::new();
        for cause in turn.causes.iter().map(|it| self.cause(it)) {
            if !causes.contains(&cause) {
                causes.push(cause);
            }
        }
        causes.join(", ")
    }

    /// What moved the mood.
    pub(super) fn cause(&self, cause: &CauseSheet) -> String {
        if let Some(words) = &cause.words {
            return self.words.of(words).to_owned();
        }
        self.words.say(match cause.by {
            By::Manner => "report-by-manner",
            By::Offer => "report-by-offer",
            By::Answer => "report-by-answer",
            By::Desk => "report-by-desk",
        })
    }

    /// Where something was missed, and by which criteria.
    pub(super) fn missed_head(
        &self,
        conversation: &ConversationSheet,
        missed: &MissedSheet,
    ) -> String {
        let (moment, criteria) = self.missed_what(conversation, missed);
        let values = [
            ("turn", missed.turn.into()),
            ("moment", moment.into()),
            ("criteria", criteria.into()),
        ];
        let id = if missed.half {
            "report-half-missed"
        } else {
            "report-was-missed"
        };
        self.words.with(id, &values)
    }

    /// What kind of moment was missed, and by which criteria.
    fn missed_what(
        &self,
        conversation: &ConversationSheet,
        missed: &MissedSheet,
    ) -> (String, String) {
        let moment = self.words.say(&format!("report-moment-{}", missed.moment));
        (moment, self.criteria(conversation, &missed.criteria))
    }

    /// What was missed, where it is known which turn is meant.
    pub(super) fn missed_here(
        &self,
        conversation: &ConversationSheet,
        missed: &MissedSheet,
    ) -> String {
        let (moment, criteria) = self.missed_what(conversation, missed);
        let values = [("moment", moment.into()), ("criteria", criteria.into())];
        self.words.with("report-missed-here", &values)
    }

    /// Of each group that was wanted the act to try first.
    pub(super) fn wanted(&self, missed: &MissedSheet) -> String {
        let mut acts: Vec<AgentAct> = Vec::new();
        for act in missed.wanted.iter().filter_map(|it| it.first()) {
            if !acts.contains(act) {
                acts.push(*act);
            }
        }
        let names: Vec<String> = acts.iter().map(|it| act_name(self.words, *it)).collect();
        self.words
            .with("report-wanted", &[("acts", names.join(", ").into())])
    }

    /// Words that earned a level.
    pub(super) fn earned(&self, proof: &ProofSheet) -> String {
        let shown = proof.act.map_or_else(
            || self.words.of(&proof.sign_title).to_owned(),
            |it| act_name(self.words, it),
        );
        let values = [
            ("turn", proof.turn.into()),
            ("phrase", proof.phrase.as_str().into()),
            ("act", shown.into()),
        ];
        self.words.with("card-earned", &values)
    }

    /// Where such words stand and what they do.
    pub(super) fn proof(&self, proof: &ProofSheet) -> String {
        let shown = proof.act.map_or_else(
            || self.words.of(&proof.sign_title).to_owned(),
            |it| act_name(self.words, it),
        );
        let values = [("turn", proof.turn.into()), ("act", shown.into())];
        self.words.with("report-proof", &values)
    }

    /// What kept a level down.
    pub(super) fn capped(&self, cap: &CapSheet) -> String {
        let values = [
            ("turn", cap.turn.into()),
            ("act", act_name(self.words, cap.act).into()),
            ("earned", cap.earned.into()),
            ("to", cap.to.into()),
        ];
        let mut text = self.words.with("report-capped", &values);
        if let Some(turn) = cap.repaired {
            let values = [("turn", turn.into())];
            text = format!("{text} {}", self.words.with("report-repaired", &values));
        }
        text
    }

    /// What the next level asks.
    pub(super) fn gap(&self, gap: &GapSheet) -> String {
        let id = if gap.at_least {
            "report-gap"
        } else {
            "report-gap-below"
        };
        let values = [
            ("what", self.words.of(&gap.title).into()),
            ("have", gap.have.into()),
            ("need", gap.need.into()),
        ];
        self.words.with(id, &values)
    }

    /// The smallest change, and what it brings.
    pub(super) fn change(&self, change: &ChangeSheet) -> String {
        let steps = change.steps.iter().map(|it| {
            let id = if it.add {
                "card-step-add"
            } else {
                "card-step-leave"
            };
            let act = act_name(self.words, it.act);
            let values = [("turn", it.turn.into()), ("act", act.into())];
            self.words.with(id, &values)
        });
        let steps: Vec<String> = steps.collect();
        let and = format!(" {} ", self.words.say("and"));
        let values = [
            ("steps", steps.join(&and).into()),
            ("level", change.level.into()),
            ("total", change.total.into()),
        ];
        self.words.with("report-change", &values)
    }

    /// A case to go on with.
    pub(super) fn next_case(&self, conversation: &ConversationSheet) -> Option<String> {
        let next = conversation.practise.first()?;
        let name = next.scenario.as_deref()?;
        let again = name == conversation.scenario;
        let id = if again {
            "report-again"
        } else {
            "report-go-on"
        };
        let title = self.words.of(&next.scenario_title);
        let values = [("title", title.into()), ("name", name.into())];
        Some(self.words.with(id, &values))
    }

    /// What could not be judged.
    pub(super) fn unjudged(&self, conversation: &ConversationSheet) -> Vec<String> {
        let replies = conversation.not_understood.iter().map(|turn| {
            let said = conversation.turns.iter().find(|it| it.turn == *turn);
            let said = said.and_then(|it| it.reply.as_ref());
            let said = said.map(|it| it.text.as_str()).unwrap_or_default();
            let values = [("turn", (*turn).into()), ("reply", said.into())];
            self.words.with("card-not-understood", &values)
        });
        let criteria = conversation.criteria.iter().filter(|it| it.not_assessed);
        let criteria = criteria.map(|it| {
            let values = [("criterion", self.words.of(&it.title).into())];
            self.words.with("card-rests-on-nothing", &values)
        });
        replies.chain(criteria).collect()
    }

    /// What was counted.
    pub(super) fn counts(&self, conversation: &ConversationSheet) -> Vec<String> {
        let counts = conversation.counts.iter();
        counts
            .map(|it| format!("{}: {}", self.words.of(&it.title), it.number))
            .collect()
    }
}
