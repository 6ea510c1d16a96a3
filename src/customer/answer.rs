//! Answering what was asked, every question of it, sentence by sentence.

use std::{cmp::Reverse, ops::Range};

use crate::{
    acts::{ActSet, AgentAct, Family, PolarKind, QuestionAim, QuestionForm},
    customer::{
        exchange::{Exchange, Topic},
        hearing::FORMULAS,
        sentence::{Asked, SentenceMeaning, overlap},
    },
    scenario::{Band, CueName, Follows, Likely, MoveId, Part, Polarity},
};

/// In fright or haste nobody answers more questions at once.
const QUESTIONS_AT_ONCE: usize = 3;

/// A statement of so many words before "klopt dat?" counts as a summary.
const STATEMENT_WORDS: usize = 4;

/// A question of more words than this is about more than a name.
const NAME_QUESTION: usize = 6;

/// Shorter parts of a name are words of their own: "de", "van".
const LONG_NAME: usize = 4;

/// The fact that tells the customer's name.
const NAME: &str = "name";

/// A sentence of no more words hangs on what was said before it: "since when?"
const FOLLOW_UP: usize = 5;

/// What the agent says they will or could do.
const STEPS: [AgentAct; 6] = [
    AgentAct::Propose,
    AgentAct::Own,
    AgentAct::Goodwill,
    AgentAct::PromiseTime,
    AgentAct::Refer,
    AgentAct::Hold,
];

/// What the agent takes on.
const TAKEN_ON: [AgentAct; 4] = [
    AgentAct::Own,
    AgentAct::Goodwill,
    AgentAct::PromiseTime,
    AgentAct::Hold,
];

/// Saying something without asking anything.
const TELLING: [AgentAct; 4] = [
    AgentAct::Explain,
    AgentAct::Decline,
    AgentAct::Note,
    AgentAct::Correct,
];

/// An answer with the words that call for it and how many of them the pattern asks for.
type Found = (Range<usize>, usize, Answer);

/// How a sentence is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Answer {
    Fact(Asked),
    Move(MoveId),
    /// The summary is right.
    Confirm,
    /// They agree to the step.
    Agree,
    /// Asked to agree with nothing on the table.
    AgreeToWhat,
    /// Whether there is anything else.
    AnythingElse,
    /// They go on with their story.
    Story,
    /// They do not know what was asked.
    Unknown(CueName),
}

impl Exchange<'_> {
    /// Answers the sentences of the reply in order.
    pub(super) fn answer(&mut self) {
        let mut answers = self.planned();
        self.narrow(&mut answers);
        self.answered |= !answers.is_empty();
        let overwhelmed = answers.len() > QUESTIONS_AT_ONCE && self.band() != Band::Calm;
        if overwhelmed {
            answers.truncate(QUESTIONS_AT_ONCE - 1);
        }
        for answer in answers {
            self.give(&answer);
        }
        if overwhelmed {
            self.cue(CueName::TooManyQuestions);
        }
    }

    /// What the sentences ask for, one by one; of what is only remarked on one thing.
    fn planned(&mut self) -> Vec<Answer> {
        let hearing = self.hearing;
        let mut planned: Vec<(Answer, bool)> = Vec::new();
        for (number, sentence) in hearing.sentences.iter().enumerate() {
            for answer in self.plan(number) {
                let remarks = self.is_remark_on(number, &answer);
                if remarks && !self.has_told_what_it_is_about() {
                    // they have not even said why they call
                    continue;
                }
                if planned.iter().any(|(it, _)| it.says_the_same(&answer)) {
                    continue;
                }
                if let Answer::Move(made) = answer
                    && remarks
                    && sentence.does(&FORMULAS)
                {
                    self.remarks.push(made);
                }
                planned.push((answer, remarks));
            }
        }
        let remarks = planned.iter().filter(|it| it.1).map(|it| &it.0);
        let own = remarks.clone().rev().find(|it| !self.is_common(it));
        let kept = own.or_else(|| remarks.clone().next_back()).cloned();
        planned.retain(|(it, remarks)| !remarks || Some(it) == kept.as_ref());
        planned.into_iter().map(|(it, _)| it).collect()
    }

    /// Leaves out what nobody would say beside the rest.
    fn narrow(&self, answers: &mut Vec<Answer>) {
        if answers.iter().any(|it| matches!(it, Answer::Fact(_))) {
            answers.retain(|it| !self.tells_on(it));
        }
        drop_needless(answers);
        if self.says_more() {
            // who takes an offer or is relieved has understood
            answers.retain(|it| !matches!(it, Answer::Unknown(_)));
        }
        if !self.has_told_what_it_is_about() {
            // they say that first; "I don't know" would be a strange way to begin
            answers.retain(|it| !matches!(it, Answer::Unknown(_) | Answer::AgreeToWhat));
        }
        if answers.len() > 1 || self.says_more() {
            answers.retain(|it| !self.is_last_resort(it));
        }
        if answers.is_empty() && self.hearing.offered.is_empty() {
            answers.extend(self.remark());
        }
    }

    /// Whether it is a remark on a sentence that asks nothing.
    fn is_remark_on(&self, sentence: usize, answer: &Answer) -> bool {
        let asks = self.hearing.sentences[sentence].asks;
        let tells = |number: &MoveId| {
            let it = &self.scenario.moves[*number];
            it.follows.is_some() || it.to.is_some() || !it.tells.is_empty()
        };
        !asks && matches!(answer, Answer::Move(number) if !tells(number))
    }

    /// Whether something is said beside the answers: a verdict on an offer, or relief.
    fn says_more(&self) -> bool {
        !self.hearing.offered.is_empty() || self.says(|it| matches!(it, Topic::Settled(_)))
    }

    fn plan(&self, number: usize) -> Vec<Answer> {
        let hearing = self.hearing;
        let sentence = &hearing.sentences[number];
        let matched = self.matched(sentence);
        let denied =
            |it: &Answer| matches!(it, Answer::Fact(asked) if asked.polarity == Polarity::No);
        if sentence.does(&[AgentAct::Summarise]) && !matched.iter().any(denied) {
            // what is surely like something of the case is answered with that
            let sure = sentence.alike.is_some_and(|it| it.is_sure());
            let known = self.alike(sentence).filter(|_| sure);
            return vec![known.unwrap_or(Answer::Confirm)];
        }
        let matched = self.with_alike(matched, sentence);
        if !matched.is_empty() {
            return matched;
        }
        self.unmatched(number).into_iter().collect()
    }

    /// Facts asked for and moves called for, in order of place; of overlapping ones the surest.
    fn matched(&self, sentence: &SentenceMeaning) -> Vec<Answer> {
        let asked = sentence
            .asked
            .iter()
            .map(|it| (it.tokens.clone(), it.words, Answer::Fact(it.clone())));
        let moves = sentence.phrases.iter().flat_map(|phrase| {
            let made = self.moves_for(phrase.list);
            // what an offer comes to is said by the verdict on it
            made.filter(|it| {
                !(self.scenario.moves[*it].common && sentence.offers_at(&phrase.tokens))
            })
            .map(|it| (phrase.tokens.clone(), phrase.words, Answer::Move(it)))
        });
        let mut found: Vec<Found> = asked.chain(moves).collect();
        self.prefer_the_case(&mut found);
        // surest first; the scenario's own before the common, of its own a move before a fact, since its
        // author wrote it for particular circumstances
        found.sort_by_key(|(tokens, words, answer)| {
            let sureness = Reverse((tokens.len(), *words));
            let fact = matches!(answer, Answer::Fact(_));
            let put_off = self.tells_on(answer) || self.is_last_resort(answer);
            (put_off, sureness, self.is_common(answer), fact)
        });
        let mut kept: Vec<(Range<usize>, Answer)> = Vec::new();
        for (tokens, _, answer) in found {
            let taken = kept.iter().any(|(it, other)| {
                overlap(it, &tokens) && !(*it != tokens && self.are_data(&answer, other))
            });
            if !taken && (kept.is_empty() || answer.can_be_one_of_several()) {
                kept.push((tokens, answer));
            }
        }
        kept.sort_by_key(|(tokens, _)| tokens.start);
        kept.into_iter().map(|(_, answer)| answer).collect()
    }

    /// What patterns found, with what the sentence is like: where that is sure it counts, beside the
    /// data of a list; else it only comes before a last resort.
    fn with_alike(&self, mut matched: Vec<Answer>, sentence: &SentenceMeaning) -> Vec<Answer> {
        let Some(alike) = self.alike(sentence) else {
            return matched;
        };
        if matched.iter().any(|it| it.says_the_same(&alike)) {
            return matched;
        }
        if sentence.tokens.len() <= FOLLOW_UP && matched.iter().any(|it| self.is_bound_to_last(it))
        {
            return matched;
        }
        if sentence.alike.is_some_and(|it| it.is_sure()) {
            matched.retain(|it| self.are_data(it, &alike));
            matched.push(alike);
        } else if matched.iter().all(|it| self.is_last_resort(it))
            || sentence.alike.is_some_and(|it| it.is_clear())
                && matched.iter().all(|it| self.is_general(it) || is_weak(it))
        {
            matched = vec![alike];
        }
        matched
    }

    /// Whether it is what every customer would say to these words.
    fn is_general(&self, answer: &Answer) -> bool {
        matches!(answer, Answer::Move(_)) && self.is_common(answer)
    }

    /// Whether it answers what follows on the customer's last line.
    fn is_bound_to_last(&self, answer: &Answer) -> bool {
        let bound = |number: &MoveId| self.scenario.moves[*number].when.is_bound_to_last();
        matches!(answer, Answer::Move(number) if bound(number))
    }

    fn is_last_resort(&self, answer: &Answer) -> bool {
        matches!(answer, Answer::Move(number) if self.scenario.moves[*number].last)
    }

    /// The answer to what the sentence is like.
    fn alike(&self, sentence: &SentenceMeaning) -> Option<Answer> {
        match sentence.alike?.likely {
            Likely::Asks(_) => sentence.alike_question().map(Answer::Fact),
            Likely::Calls(made) => {
                let it = &self.scenario.moves[made];
                let may = it.part == Part::Answer
                    && self.is_free(made)
                    && it.when.allows(&self.situation());
                may.then_some(Answer::Move(made))
            }
            Likely::Offers(_) => None,
        }
    }

    fn moves_for(&self, list: usize) -> impl Iterator<Item = MoveId> {
        let moves = self.scenario.moves.iter().enumerate();
        moves
            .filter(move |(number, it)| {
                it.part == Part::Answer
                    && it.when.heard_lists().any(|own| own == list)
                    && self.is_free(*number)
                    && it.when.holds_by(list, &self.situation())
            })
            .map(|(number, _)| number)
    }

    /// Where the words ask for a fact of the case, what every customer would say to them gives way.
    fn prefer_the_case(&self, found: &mut Vec<Found>) {
        let asked: Vec<Range<usize>> = found
            .iter()
            .filter(|(_, _, it)| matches!(it, Answer::Fact(asked) if asked.is_plain()))
            .filter(|(_, _, it)| !self.is_common(it))
            .map(|(tokens, ..)| tokens.clone())
            .collect();
        found.retain(|(tokens, _, it)| {
            let general = matches!(it, Answer::Move(_)) && self.is_common(it);
            !(general && asked.iter().any(|it| overlap(it, tokens)))
        });
    }

    /// Whether it only goes on with the story: what was asked in particular comes first.
    fn tells_on(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Story => true,
            Answer::Move(number) => self.scenario.moves[*number].follows == Some(Follows::Story),
            _ => false,
        }
    }

    /// Whether both are data asked for in one list: "uw naam, adres en geboortedatum".
    fn are_data(&self, one: &Answer, other: &Answer) -> bool {
        let datum = |it: &Answer| {
            matches!(it, Answer::Fact(asked) if asked.polarity == Polarity::Asked
                && self.scenario.facts[asked.fact].identity)
        };
        datum(one) && datum(other)
    }

    fn is_common(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Fact(asked) => self.scenario.facts[asked.fact].common,
            Answer::Move(number) => self.scenario.moves[*number].common,
            _ => false,
        }
    }

    /// The answer to a sentence that nothing in the scenario knows in so many words.
    fn unmatched(&self, number: usize) -> Option<Answer> {
        let sentence = &self.hearing.sentences[number];
        if sentence.does(&[AgentAct::AnythingElse]) {
            return Some(Answer::AnythingElse);
        }
        if sentence.offers() || !sentence.asks || is_blunder(sentence.acts) {
            return None;
        }
        if sentence.form == Some(QuestionForm::Choice) && sentence.does(&STEPS) {
            return Some(Answer::Unknown(CueName::LeaveChoice));
        }
        if sentence.does(&[AgentAct::CheckAgreement]) {
            return Some(self.agreement(number));
        }
        if let Some(own_name) = self.own_name(sentence) {
            return Some(own_name);
        }
        let told = sentence.form.is_some() || sentence.does(&[AgentAct::AskOpen]);
        if sentence.aim == Some(QuestionAim::Request) && !told && !sentence.does(&TAKEN_ON) {
            return Some(Answer::Unknown(CueName::AskedToDo));
        }
        if sentence.does(&STEPS) {
            return Some(Answer::Agree);
        }
        if sentence.does(&[AgentAct::OfferHelp]) {
            return Some(Answer::Story);
        }
        let courtesy = sentence.does(&[
            AgentAct::Greet,
            AgentAct::NameFeeling,
            AgentAct::Validate,
            AgentAct::Reassure,
            AgentAct::Acknowledge,
        ]);
        if sentence.does(&[AgentAct::AskOpen]) && self.is_invitation(sentence) {
            return Some(Answer::Story);
        }
        let asks = sentence.does(&[AgentAct::AskOpen, AgentAct::AskClosed, AgentAct::Verify]);
        (asks || !courtesy).then(|| Answer::Unknown(unknown(sentence.form, sentence.kind)))
    }

    /// Whether an open question can be taken as one to go on with the story: not one for a moment, a place
    /// or a reason, nor one about something of which the case knows nothing.
    fn is_invitation(&self, sentence: &SentenceMeaning) -> bool {
        let wide = matches!(
            sentence.form,
            None | Some(QuestionForm::What | QuestionForm::How | QuestionForm::Which)
        );
        self.has_more_to_tell() && (!self.has_told_what_it_is_about() || wide && !sentence.strange)
    }

    /// Yes to a short question that holds their own name: "and you are Rudi?"
    fn own_name(&self, sentence: &SentenceMeaning) -> Option<Answer> {
        let utterance = &self.hearing.reading.utterance;
        let own = &self.scenario.customer.name;
        let mut words = sentence.tokens.clone().map(|it| utterance.word_at(it));
        let asks = sentence.aim == Some(QuestionAim::Identity) && sentence.form.is_none();
        let short = sentence.tokens.len() <= NAME_QUESTION;
        let named = asks && short && words.any(|it| is_part_of(own, it));
        let fact = self.scenario.facts.iter().position(|it| &*it.id == NAME)?;
        named.then(|| {
            Answer::Fact(Asked {
                fact,
                polarity: Polarity::Yes,
                pattern: u32::MAX,
                tokens: sentence.tokens.clone(),
                words: sentence.tokens.len(),
            })
        })
    }

    /// What "klopt dat?" or "is dat goed?" asks about.
    fn agreement(&self, number: usize) -> Answer {
        if self.hearing.sentences[number].aim == Some(QuestionAim::Truth) {
            return Answer::Confirm;
        }
        let before = &self.hearing.sentences[..number];
        let stated = |it: &SentenceMeaning| !it.asks && it.tokens.len() >= STATEMENT_WORDS;
        let so_far = &self.hearing.sentences[..=number];
        if !self.hearing.offered.is_empty() || so_far.iter().any(|it| it.does(&STEPS)) {
            Answer::Agree
        } else if before.iter().any(stated)
            || self.hearing.sentences[number].tokens.len() > 3 * STATEMENT_WORDS
        {
            Answer::Confirm
        } else if self.state.any_accepted() {
            Answer::Agree
        } else {
            Answer::AgreeToWhat
        }
    }

    /// The answer to a reply in which no sentence asks for one.
    fn remark(&self) -> Option<Answer> {
        let moves = self.scenario.moves.iter().enumerate();
        // moves with examples answer what is like them, and nothing else
        let mut free = moves.filter(|(number, it)| {
            it.part == Part::Answer && !it.by_example && self.is_free(*number)
        });
        let called_for = free.find(|(_, it)| it.when.holds_unheard(&self.situation()));
        called_for.map(|(number, _)| Answer::Move(number))
    }

    fn give(&mut self, answer: &Answer) {
        match answer {
            Answer::Fact(asked) => self.tell_asked(asked),
            Answer::Move(number) => self.make(*number),
            Answer::AnythingElse => self.name_what_is_left(),
            Answer::Story => self.tell_story(),
            // the verdict says it
            Answer::Agree if !self.hearing.offered.is_empty() => {}
            Answer::Confirm => {
                self.cue(CueName::ConfirmSummary);
            }
            Answer::Agree => {
                self.cue(CueName::AgreeStep);
            }
            Answer::AgreeToWhat => {
                self.cue(CueName::OrderedOffer);
            }
            Answer::Unknown(cue) => {
                self.cue(*cue);
            }
        }
    }

    fn tell_asked(&mut self, asked: &Asked) {
        let scenario = self.scenario;
        let fact = &scenario.facts[asked.fact];
        if self.told_now.contains(&asked.fact) {
            return;
        }
        let known = self.state.told(asked.fact);
        let asked_before = !self.state.asked.insert(asked.pattern);
        let own = match asked.polarity {
            Polarity::Asked => None,
            Polarity::Yes => Some((CueName::Yes, &fact.yes_says)),
            Polarity::No => Some((CueName::No, &fact.no_says)),
        };
        let topic = Topic::Fact(asked.fact);
        if let Some((word, says)) = own {
            self.cue(word);
            if !known {
                let _ = self.say(says, topic) || self.say(&fact.says, topic);
            } else if asked_before {
                self.say(&fact.again, topic);
            } else {
                let _ = self.say(&fact.again, topic) || self.say(says, topic);
            }
        } else if known {
            if asked_before && !fact.common {
                self.cue(CueName::RepeatQuestion);
            }
            let _ = self.say(&fact.again, topic) || self.say(&fact.says, topic);
        } else {
            self.say(&fact.says, topic);
        }
        self.state.told[asked.fact] = true;
    }

    /// What the agent knows already need not be told; what they asked for in the same breath is
    /// answered all the same.
    pub(super) fn take_as_told(&mut self) {
        for fact in &self.hearing.mentioned {
            self.state.told[*fact] = true;
        }
    }

    /// "Anything else?": an open worry, a new one, or nothing.
    fn name_what_is_left(&mut self) {
        let open = (0..self.scenario.worries.len()).find(|it| self.state.is_open(*it));
        let next = self.raisable().next();
        match (open, next) {
            (Some(worry), _) => {
                self.cue(CueName::SomethingElse);
                self.press(worry);
            }
            (None, Some(worry)) => {
                self.cue(CueName::SomethingElse);
                self.raise(worry);
            }
            (None, None) => {
                self.cue(CueName::NothingElse);
            }
        }
    }

    /// A word for what was explained, promised or refused without a question.
    pub(super) fn take_note(&mut self) {
        if self.answered || !self.parts.is_empty() {
            return;
        }
        let refuses = self.does(&[AgentAct::Decline, AgentAct::Dismiss]);
        if self.does(&STEPS) && !refuses {
            self.cue(CueName::AgreeStep);
        } else if self.does(&STEPS) || self.does(&TELLING) {
            self.cue(CueName::TakeIn);
        } else if self.does(&FORMULAS) && !self.hearing.worn {
            self.cue(CueName::KindWords);
        }
    }
}

impl Answer {
    /// Whether both come to the same words.
    fn says_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Fact(one), Self::Fact(another)) => one.fact == another.fact,
            (Self::Unknown(_), Self::Unknown(_)) => true,
            _ => self == other,
        }
    }

    /// A list of data asked for in one sentence is answered in full; a yes-or-no question or a
    /// remark has one meaning.
    fn can_be_one_of_several(&self) -> bool {
        matches!(self, Self::Fact(asked) if asked.polarity == Polarity::Asked)
    }
}

/// "I don't know" and going on with the story are needless beside a true answer: whoever answers
/// has understood, and people answer what they can of two questions.
fn drop_needless(answers: &mut Vec<Answer>) {
    let real =
        |it: &Answer| !matches!(it, Answer::Unknown(_) | Answer::Story | Answer::AgreeToWhat);
    if answers.iter().any(real) {
        answers
            .retain(|it| !matches!(it, Answer::Story | Answer::AgreeToWhat | Answer::Unknown(_)));
    }
    if answers.iter().any(|it| matches!(it, Answer::Confirm)) {
        answers.retain(|it| !matches!(it, Answer::Agree));
    }
}

/// Whether `word`, folded, is one of the longer words of `name`.
fn is_part_of(name: &str, word: &str) -> bool {
    let long = |it: &&str| it.chars().count() >= LONG_NAME;
    let mut parts = name.split_whitespace().filter(long);
    parts.any(|it| it.to_lowercase() == word)
}

/// Whether but one word calls for it.
fn is_weak(answer: &Answer) -> bool {
    matches!(answer, Answer::Fact(asked) if !asked.is_plain())
}

/// How a customer says that they do not know.
const fn unknown(form: Option<QuestionForm>, kind: Option<PolarKind>) -> CueName {
    match form {
        None => unknown_yes_or_no(kind),
        Some(QuestionForm::When) => CueName::UnknownWhen,
        Some(QuestionForm::Where) => CueName::UnknownWhere,
        Some(QuestionForm::Who) => CueName::UnknownWho,
        Some(QuestionForm::Why) => CueName::UnknownWhy,
        Some(QuestionForm::HowMuch | QuestionForm::HowLong) => CueName::UnknownHowMuch,
        Some(QuestionForm::Choice) => CueName::UnknownChoice,
        Some(QuestionForm::How | QuestionForm::Which | QuestionForm::What) => {
            CueName::UnknownQuestion
        }
    }
}

/// How they answer what they cannot say yes to.
const fn unknown_yes_or_no(kind: Option<PolarKind>) -> CueName {
    match kind {
        None => CueName::UnknownYesOrNo,
        Some(PolarKind::Have) => CueName::UnknownHave,
        Some(PolarKind::Know) => CueName::UnknownKnow,
        Some(PolarKind::Exist) => CueName::UnknownExist,
        Some(PolarKind::Think) => CueName::UnknownThink,
        Some(PolarKind::Would) => CueName::UnknownWould,
        Some(PolarKind::Be) => CueName::UnknownBe,
        Some(PolarKind::Use) => CueName::UnknownUse,
    }
}

fn is_blunder(acts: ActSet<AgentAct>) -> bool {
    acts.iter().any(|it| it.family() == Family::Blunder)
}
