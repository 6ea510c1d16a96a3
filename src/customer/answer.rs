//! Answering what was asked, every question of it, sentence by sentence.

use crate::{
    acts::{AgentAct, Family},
    customer::{
        echo::{Echo, echo},
        exchange::{Exchange, Topic},
        formula::FORMULAS,
        kinds::{Answer, Chosen},
        planned::Planned,
        sentence::{Asked, REFUSING, SentenceMeaning},
        unmatched::{STEPS, is_blunder},
    },
    scenario::{Band, CueName, Fact, FactId, Part, Polarity, SolutionId},
};

/// In fright or haste nobody answers more questions at once.
const QUESTIONS_AT_ONCE: usize = 3;

/// Saying something without asking anything.
const TELLING: [AgentAct; 4] = [
    AgentAct::Explain,
    AgentAct::Decline,
    AgentAct::Note,
    AgentAct::Correct,
];

impl<'a> Exchange<'a> {
    /// Answers the sentences of the reply in order.
    pub(super) fn answer(&mut self) {
        let mut planned = self.planned();
        self.note_what_is_met(&planned);
        self.leave_unsaid(&mut planned);
        self.note_remarks(&planned);
        self.narrow(&mut planned);
        self.spoken_for = self.offers_answered(&planned);
        let placed = |it: Planned<'_>| (it.sentence.tokens.start, it.answer);
        let mut answers: Vec<(usize, Answer)> = planned.into_iter().map(placed).collect();
        if answers.is_empty() && self.hearing.offered.is_empty() {
            answers.extend(self.remark().map(|it| (0, it)));
        }
        self.answered |= !answers.is_empty();
        let data = answers.iter().filter(|(_, it)| self.gives_data(it)).count();
        let at_once = answers.len() - data.saturating_sub(1);
        let overwhelmed = at_once > QUESTIONS_AT_ONCE && self.band() != Band::Calm;
        if overwhelmed {
            answers.truncate(QUESTIONS_AT_ONCE - 1);
        }
        if answers.iter().any(|(_, it)| *it == Answer::Confirm) {
            // who says that it is so has said how they take it
            self.drop_relief();
        }
        for (place, answer) in answers {
            let from = self.parts.len();
            self.give(&answer);
            self.note_place(from, place);
        }
        if overwhelmed {
            self.cue(CueName::TooManyQuestions);
        }
    }

    /// What the sentences ask for, one by one, each thing once.
    fn planned(&self) -> Vec<Planned<'a>> {
        let hearing = self.hearing;
        let mut planned: Vec<Planned<'a>> = Vec::new();
        let summary = hearing.summary();
        for (number, sentence) in hearing.sentences.iter().enumerate() {
            let summed_up = summary.contains(&number) && !sentence.is_question();
            for Chosen { answer, odds } in self.plan(number) {
                if summed_up && !is_harsh(sentence) && self.is_said_by_confirming(&answer) {
                    // a summary is right as a whole, or wrong in what is not so
                    continue;
                }
                let remarks = self.is_remark_on(number, &answer);
                if remarks && !self.has_told_what_it_is_about() {
                    // they have not even said why they call
                    continue;
                }
                let mut new = Planned {
                    answer,
                    odds,
                    remarks,
                    sentence,
                };
                if sentence.is_of_a_choice() {
                    new.tell_without_yes_or_no();
                }
                let mut others = planned.iter_mut();
                match others.find(|it| it.answer.says_the_same(&new.answer)) {
                    Some(same) => same.join(new),
                    None => planned.push(new),
                }
            }
        }
        if hearing.sentences[summary].iter().any(is_harsh) {
            // nobody says yes to being blamed or turned away, whatever else the summary holds
            planned.retain(|it| it.answer != Answer::Confirm);
        }
        planned
    }

    /// Notes whether the case knows words that would else give offence, said or not: it takes them for what they are.
    fn note_what_is_met(&mut self, planned: &[Planned<'_>]) {
        let own =
            |it: &&Planned<'_>| matches!(it.answer, Answer::Move(_)) && !self.is_common(&it.answer);
        let meets =
            |it: &Planned<'_>| !it.is_doubtful() && it.sentence.acts.iter().any(may_be_meant_well);
        self.met = planned.iter().filter(own).any(meets);
    }

    /// Notes what is to be remarked on kind words.
    fn note_remarks(&mut self, planned: &[Planned<'_>]) {
        let kind = planned
            .iter()
            .filter(|it| it.remarks && it.sentence.does(&FORMULAS));
        let moves = kind.filter_map(|it| match it.answer {
            Answer::Move(made) => Some(made),
            _ => None,
        });
        self.remarks.extend(moves);
    }

    /// Whether "yes, that's right" to a summary says as much.
    fn is_said_by_confirming(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Confirm => false,
            Answer::Move(made) => !self.has_consequences(*made) && !self.leads_somewhere(*made),
            _ => !self.is_false_claim(answer),
        }
    }

    /// What is offered where the case chooses in words of its own: "by mail or by post?" Where the choice offers
    /// nothing itself it is between what was offered before it: "… or would you rather stop?"
    fn offers_answered(&self, planned: &[Planned<'_>]) -> Vec<SolutionId> {
        let own = |it: &&Planned<'_>| it.chooses() && !self.is_common(&it.answer);
        let choices = planned.iter().filter(own).map(|it| it.sentence);
        let chosen = choices.flat_map(|choice| {
            let offers = |it: &&SentenceMeaning| {
                if choice.offers() {
                    it.tokens == choice.tokens
                } else {
                    it.tokens.start < choice.tokens.start
                }
            };
            self.hearing.sentences.iter().filter(offers)
        });
        let offers = chosen.flat_map(|it| &it.offers);
        offers.map(|it| it.solution).collect()
    }

    /// Whether it is a remark on a sentence that asks nothing.
    fn is_remark_on(&self, sentence: usize, answer: &Answer) -> bool {
        let sentence = &self.hearing.sentences[sentence];
        let remarks = match answer {
            Answer::Move(number) => !self.leads_somewhere(*number),
            // "let me explain how that came about" waits for no word if that is what comes next
            Answer::Fact(_) => !self.is_false_claim(answer) && !self.leads_in(sentence),
            _ => false,
        };
        remarks && !sentence.asks
    }

    /// The answer to a reply in which no sentence asks for one.
    pub(super) fn remark(&self) -> Option<Answer> {
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
            Answer::Fact(asked) | Answer::Guess(asked) => self.tell_asked(asked),
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
            Answer::Choose => {
                self.cue(CueName::UnknownChoice);
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
        let asked_before = asked.pattern.is_some_and(|it| !self.state.asked.insert(it));
        let topic = Topic::Fact(asked.fact);
        match asked.polarity {
            Polarity::Yes | Polarity::No => self.tell_yes_or_no(asked, asked_before),
            Polarity::Asked if known => {
                if asked_before && !fact.common && !self.hearing.rejects {
                    self.cue(CueName::RepeatQuestion);
                }
                let _ = self.say(&fact.again, topic) || self.say(&fact.says, topic);
            }
            Polarity::Asked => {
                self.say(&fact.says, topic);
            }
        }
        self.state.told[asked.fact] = true;
    }

    /// Yes or no, and what there is to say to it; where that is nothing new, the word is the whole answer.
    fn tell_yes_or_no(&mut self, asked: &Asked, asked_before: bool) {
        let scenario = self.scenario;
        let fact = &scenario.facts[asked.fact];
        let topic = Topic::Fact(asked.fact);
        let known = self.state.told(asked.fact);
        let (word, says) = match asked.polarity {
            Polarity::No => (CueName::No, &fact.no_says),
            Polarity::Yes | Polarity::Asked => (CueName::Yes, &fact.yes_says),
        };
        // who names the datum itself hears yes even to a choice
        let yes = word == CueName::Yes && (!asked.bare || fact.identity);
        if yes && self.is_said_by_the_agent(asked.fact) && self.say_in_the_words_of(word, topic) {
            return;
        }
        if known && asked.claimed {
            self.cue(word);
            return;
        }
        let before = self.parts.len();
        if !asked.bare {
            self.cue(word);
        }
        let with_the_word = self.parts.len();
        let own = |it: &mut Self| it.say(says, topic) || it.say(&fact.says, topic);
        if !known {
            own(self);
        } else if asked_before {
            self.say(&fact.again, topic);
        } else {
            let _ = self.say(&fact.again, topic) || own(self);
        }
        if self.parts.len() == with_the_word
            && let Some(word) = self.parts.get_mut(before)
        {
            word.topic = topic;
        }
    }

    /// Whether the reply itself holds what the fact tells: all of it, or of data enough to tell which are meant. Then
    /// yes is enough: "is your address still Mill Lane 9?"
    pub(super) fn is_said_by_the_agent(&self, fact: FactId) -> bool {
        let fact = &self.scenario.facts[fact];
        let enough = if fact.identity {
            Echo::Partly
        } else {
            Echo::Wholly
        };
        self.repeats(fact, enough)
    }

    /// Whether the reply itself holds all that the fact tells.
    pub(super) fn is_wholly_said_by_the_agent(&self, fact: FactId) -> bool {
        self.repeats(&self.scenario.facts[fact], Echo::Wholly)
    }

    /// Whether the reply says what each line of the fact says, as far as that.
    fn repeats(&self, fact: &Fact, enough: Echo) -> bool {
        let reply = self.hearing.reading.utterance.text();
        let lines = if fact.yes_says.is_empty() {
            &fact.says
        } else {
            &fact.yes_says
        };
        let mut lines = lines.all().into_iter();
        lines.all(|it| echo(reply, self.scenario.line(it)) >= enough)
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

    /// What is to be done is clear enough, whatever it is for.
    pub(super) fn consent_to_bidding(&mut self) -> bool {
        self.hearing.bids() && self.cue(CueName::AskedToDo)
    }

    /// A word for what was explained, promised or refused without a question.
    pub(super) fn take_note(&mut self) {
        if self.answered || !self.parts.is_empty() {
            return;
        }
        if !self.does(&STEPS) && self.consent_to_bidding() {
            return;
        }
        let refuses = self.does(&REFUSING);
        if self.does(&STEPS) && !refuses {
            self.cue(CueName::NoteStep);
        } else if self.does(&STEPS) || self.does(&TELLING) {
            self.cue(CueName::TakeIn);
        } else if self.does(&FORMULAS) && !self.hearing.worn {
            self.cue(CueName::KindWords);
        }
    }
}

/// Whether it is a blunder that other words of the same sentence may outweigh.
fn may_be_meant_well(act: AgentAct) -> bool {
    act.family() == Family::Blunder && act != AgentAct::Insult
}

/// Whether it blames them or turns them away.
fn is_harsh(sentence: &SentenceMeaning) -> bool {
    sentence.does(&REFUSING) || is_blunder(sentence.acts)
}
