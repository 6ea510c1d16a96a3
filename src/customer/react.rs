//! First: how they were spoken to.

use crate::{
    acts::{AgentAct, Family},
    customer::{
        exchange::{Exchange, Topic, Verdict},
        formula::FORMULAS,
        sentence::SentenceMeaning,
        state::WorryState,
    },
    scenario::{CueName, MoveId, Part, WorryId},
};

/// A reply of more words than this is a ramble.
const RAMBLE_WORDS: usize = 120;

/// Acts by which an agent shows to understand how somebody feels.
const UNDERSTANDING: [AgentAct; 2] = [AgentAct::NameFeeling, AgentAct::Validate];

/// Acts for which they are thanked beside an answer.
const HEARTFELT: [AgentAct; 3] = [
    AgentAct::NameFeeling,
    AgentAct::Validate,
    AgentAct::Apologise,
];

/// What deserves a word whatever else is said.
const MORE_THAN_WORDS: [AgentAct; 2] = [AgentAct::Goodwill, AgentAct::Limit];

/// Understanding of fewer words is shown in passing …
const A_KIND_WORD: usize = 4;

/// … and so is regret, and comfort.
const KIND_WORDS: usize = 5;

impl Exchange<'_> {
    /// Puts to rest every worry that the reply settles, and speaks of one that was open and that it is
    /// about: a kind word settles much of which nobody speaks. What is
    /// settled in the very moment that it would have come up is never brought up.
    pub(super) fn be_relieved(&mut self) {
        let scenario = self.scenario;
        for (number, worry) in scenario.worries.iter().enumerate() {
            let open = self.state.is_open(number);
            let due = self.state.worry(number) == WorryState::Dormant
                && self.state.is_here(&worry.stages)
                && self.holds(&worry.raise);
            if !(open || due) || !self.holds(&worry.settle) {
                continue;
            }
            let about_it = open && self.is_about(number);
            self.state.worries[number] = WorryState::Settled;
            if about_it && !self.says(|topic| matches!(topic, Topic::Settled(_))) {
                self.say(&worry.settled, Topic::Settled(number));
            }
        }
    }

    /// Whether the reply speaks of an open worry: by its words, or as what comes right after it.
    fn is_about(&self, number: WorryId) -> bool {
        let settle = &self.scenario.worries[number].settle;
        let just_said = matches!(self.state.worry(number),
            WorryState::Open { since, .. } if since + 1 >= self.state.turn);
        just_said || settle.holds_by_what_is_said(&self.situation())
    }

    /// Says one thing about the way of speaking, if it asks for that. Relief, consent and a summary
    /// that is right are reaction enough, unless the reply was rude.
    pub(super) fn react(&mut self) {
        let content = self.says(|topic| {
            matches!(
                topic,
                Topic::Settled(_)
                    | Topic::Solution(_, Verdict::Accepted)
                    | Topic::Cue(CueName::ConfirmSummary)
            )
        });
        if content && !self.struck || self.met {
            return;
        }
        let mut at = self.parts.len();
        if let Some(number) = self.reaction() {
            // the same words are acknowledged once: in the case's own way, if it has one
            let own = |it: &MoveId| !self.scenario.moves[*it].common;
            let blunder = |it: AgentAct| it.family() == Family::Blunder;
            if self.remarks.iter().any(own) && !self.hearing.acts().iter().any(blunder) {
                return;
            }
            let remarks = std::mem::take(&mut self.remarks);
            let kind = self.does(&FORMULAS);
            self.parts.retain(|it| match it.topic {
                Topic::Move(made) => !remarks.contains(&made),
                // "so they sent you away, I hear?" is no question to whoever feels understood
                Topic::Cue(CueName::UnknownYesOrNo) => !kind,
                _ => true,
            });
            at = self.parts.len();
            self.make(number);
        } else if self.hearing.reading.utterance.is_shouted() {
            self.cue(CueName::Shout);
        } else if self.hearing.reading.utterance.tokens().len() > RAMBLE_WORDS {
            self.cue(CueName::LongRamble);
        }
        // it comes before whatever was said already
        let said = self.parts.len() - at;
        self.parts.rotate_right(said);
    }

    /// Whether it thanks for kind words that were but dropped in passing: an "oh" by itself, a "sorry" or a
    /// "don't worry" beside a question. Understanding and regret in a sentence of their own, in words that are
    /// known to show them, are more than that. Words that wear out are not: nobody complains of them to whoever asks
    /// something new.
    fn is_for_words_in_passing(&self, reaction: MoveId) -> bool {
        let formulas = FORMULAS.into_iter().collect();
        let kind = self.scenario.moves[reaction].when.acts();
        let mut sentences = self.hearing.sentences.iter();
        let is_enough = |it: &SentenceMeaning| {
            let words = it.tokens.len();
            words >= KIND_WORDS || it.does(&UNDERSTANDING) && words >= A_KIND_WORD
        };
        let meant = sentences.any(|it| {
            let mut shown = HEARTFELT.iter().filter(|act| kind.contains(**act));
            !it.asks && is_enough(it) && shown.any(|act| self.hearing.is_worded(it, *act))
        });
        kind.meets(formulas) && (!meant || self.hearing.worn)
    }

    /// Whether it takes kind words kindly, other than an apology and what is more than words: whoever is asked something
    /// says what was asked. Of 38 such lines beside an answer raters, language models, struck out 17 and found 2 called
    /// for.
    fn is_for_kind_words(&self, reaction: MoveId) -> bool {
        let acts = self.scenario.moves[reaction].when.acts();
        let but_words =
            |act: AgentAct| act.family() != Family::Blunder && !MORE_THAN_WORDS.contains(&act);
        let apologises = [AgentAct::Apologise];
        let sorry = acts.contains(AgentAct::Apologise) && self.does(&apologises);
        !acts.is_empty() && acts.iter().all(but_words) && !sorry
    }

    /// Whether something was asked with a question mark, and told.
    fn has_told_what_was_plainly_asked(&self) -> bool {
        let mut sentences = self.hearing.sentences.iter();
        sentences.any(|it| it.marked) && self.has_told_what_was_asked()
    }

    /// Whether it takes offence at a slip of which no entry of the lexicon knows the words: beside an answer to what
    /// was asked nobody does.
    fn is_for_a_doubtful_slip(&self, reaction: MoveId) -> bool {
        let slips = self.scenario.moves[reaction].when.acts();
        let mut slips = slips
            .iter()
            .filter(|it| it.family() == Family::Blunder)
            .peekable();
        let worded = |act: AgentAct| {
            let mut sentences = self.hearing.sentences.iter();
            sentences.any(|it| self.hearing.is_worded(it, act))
        };
        slips.peek().is_some() && !slips.any(worded)
    }

    /// Whether so much is said already, or something so unwelcome, that thanks for a kind word in passing would
    /// be out of place.
    fn says_enough(&self) -> bool {
        !self.has_breath() || self.says(Topic::declines)
    }

    /// Whether something was asked, and something told that is more than a remark.
    fn has_told_what_was_asked(&self) -> bool {
        let mut sentences = self.hearing.sentences.iter();
        let asked = sentences.any(SentenceMeaning::is_question);
        asked
            && self.says(|topic| match topic {
                Topic::Fact(_) | Topic::Cue(CueName::Yes | CueName::No) => true,
                Topic::Move(made) => !self.remarks.contains(&made),
                _ => false,
            })
    }

    /// Whether the case has answered in its own way what was but said.
    fn has_answered_what_was_said(&self) -> bool {
        self.says(|topic| {
            matches!(topic, Topic::Move(made)
                if !self.scenario.moves[made].common && !self.remarks.contains(&made))
        })
    }

    fn reaction(&self) -> Option<MoveId> {
        let moves = self.scenario.moves.iter().enumerate();
        let mut reactions = moves.filter(|(_, it)| it.part == Part::Reaction);
        let asked = self.has_told_what_was_asked();
        let spoken = self.has_told_what_was_plainly_asked() || self.has_answered_what_was_said();
        let told = asked || self.has_answered_what_was_said();
        let full = self.says_enough();
        let made = reactions.find(|(number, it)| {
            let acts = it.when.acts();
            let needless = told || full && !acts.contains(AgentAct::Apologise);
            // whoever is told that they answered the wrong question thanks nobody for that
            let misheard = self.hearing.rejects && acts.contains(AgentAct::Correct);
            self.is_free(*number)
                && self.holds(&it.when)
                && !misheard
                && !(needless && self.is_for_words_in_passing(*number))
                && !(spoken && self.is_for_kind_words(*number))
                && !(asked && self.is_for_a_doubtful_slip(*number))
        });
        made.map(|(number, _)| number)
    }
}
