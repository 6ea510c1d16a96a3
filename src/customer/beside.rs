//! What nobody says beside the rest of an answer.

use std::cmp::Ordering;

use crate::{
    acts::PolarKind,
    customer::{
        choose::EVEN,
        exchange::{Exchange, Spoken, Topic, Verdict},
        kinds::Answer,
        planned::Planned,
        sentence::SentenceMeaning,
        unmatched::STEPS,
        weigh::SURE,
    },
    scenario::{CueName, Follows, Polarity},
};

/// The odds from which on a word on what was but said is worth saying, as a logarithm.
const WORTH_A_WORD: f32 = 1.0;

/// The odds from which on a second question is answered: half an answer is as bad as one that is beside it.
const NOT_LEFT_LYING: f32 = -0.7;

impl Exchange<'_> {
    /// Leaves out what is doubtful beside something that is not, what was only said back to the customer
    /// beside a question, and of all remarks but one.
    pub(super) fn leave_unsaid(&self, planned: &mut Vec<Planned<'_>>) {
        self.leave_out_what_is_doubtful(planned);
        if planned.len() > 1 || self.says_more() {
            planned.retain(|it| !self.only_says_it_back(it));
        }
        if planned.iter().any(Planned::confirms_a_summary) {
            // who confirms all of it says nothing of a part
            planned.retain(|it| !it.but_mentions() || self.is_false_claim(&it.answer));
        }
        let known = |it: &Planned<'_>| self.is_known(&it.answer);
        let tells = |it: &Planned<'_>| it.answers_a_question() && !known(it);
        let answers = planned.iter().any(tells);
        if answers {
            planned.retain(|it| !known(it) && !it.but_confirms());
        }
        if answers || self.asks_openly() {
            for it in planned.iter_mut().filter(|it| is_claimed(&it.answer)) {
                // "you chatted with a colleague; what did she say?" waits for no yes
                it.tell_without_yes();
            }
        }
        let kept = self.remark_to_make(planned).cloned();
        planned.retain(|it| !it.remarks || Some(&it.answer) == kept.as_ref());
        self.go_one_way(planned);
        self.say_one_thing(planned);
    }

    /// A recording says one thing at a time: what is likeliest to have been called for, of equals the first.
    fn say_one_thing(&self, planned: &mut Vec<Planned<'_>>) {
        let stage = self.scenario.stages.get(self.state.stage);
        if !stage.is_some_and(|it| it.says_one_thing) {
            return;
        }
        let order = |one: &&Planned<'_>, other: &&Planned<'_>| {
            let order = self.leads_away(one).cmp(&self.leads_away(other));
            order.then(one.odds.partial_cmp(&other.odds).unwrap_or(Ordering::Equal))
        };
        let likeliest = planned.iter().rev().max_by(order);
        let said = likeliest.map(|it| it.answer.clone());
        planned.retain(|it| Some(&it.answer) == said.as_ref());
    }

    /// Nobody is sent to two places: of moves that lead to another stage the likeliest is made, of equals the last; and
    /// it is made last, since whoever puts somebody through says nothing more.
    fn go_one_way(&self, planned: &mut Vec<Planned<'_>>) {
        let ways = planned.iter().filter(|it| self.leads_away(it));
        let likeliest =
            ways.max_by(|one, other| one.odds.partial_cmp(&other.odds).unwrap_or(Ordering::Equal));
        let taken = likeliest.map(|it| it.answer.clone());
        planned.retain(|it| !self.leads_away(it) || Some(&it.answer) == taken.as_ref());
        planned.sort_by_key(|it| self.leads_away(it));
    }

    /// Whether it leads to another stage.
    fn leads_away(&self, planned: &Planned<'_>) -> bool {
        matches!(planned.answer, Answer::Move(made) if self.scenario.moves[made].to.is_some())
    }

    /// Beside something new that is told to a question they leave out what is not worth saying then, and whoever is
    /// sure of anything says nothing doubtful to what asks nothing. Of a list of data they leave out nothing.
    fn leave_out_what_is_doubtful(&self, planned: &mut Vec<Planned<'_>>) {
        let worth = |it: &Planned<'_>| it.odds.is_some_and(|odds| odds >= self.worth_saying(it));
        let tells =
            |it: &Planned<'_>| it.answers_a_question() && !self.was_told(&it.answer) && worth(it);
        let sure = planned
            .iter()
            .filter(|it| it.odds.is_some() && !it.is_doubtful());
        let sure: Vec<(Answer, bool)> = sure.map(|it| (it.answer.clone(), tells(it))).collect();
        let listed = |it: &Answer| sure.iter().any(|(other, _)| self.are_data(it, other));
        planned.retain(|it| {
            let outdone = sure
                .iter()
                .any(|(other, tells)| *tells && *other != it.answer);
            let needless = if outdone {
                it.odds.is_some() && !worth(it)
            } else {
                it.is_doubtful() && !it.sentence.is_question() && !sure.is_empty()
            };
            !needless || listed(&it.answer)
        });
    }

    /// From which odds on something is worth saying beside an answer to a question, as a logarithm: higher for what
    /// they told before, for what every customer would say and for a word on what the agent but says, lower for what
    /// is asked; never for what the agent but mentions, unless that is wrong. Raters, language models, struck out 20 of
    /// 32 things told again, 7 of 8 that every customer would say with lower odds than [`SURE`], 15 of 26 that were but
    /// mentioned, whatever the odds, and 7 of 15 words on what was said with lower odds than [`WORTH_A_WORD`].
    fn worth_saying(&self, planned: &Planned<'_>) -> f32 {
        let answer = &planned.answer;
        if planned.but_mentions() && !self.is_false_claim(answer) {
            f32::INFINITY
        } else if self.was_told(answer) || self.is_general(answer) {
            SURE
        } else if self.is_a_mere_word(planned) {
            WORTH_A_WORD
        } else if planned.tells_what_is_plainly_asked() {
            NOT_LEFT_LYING
        } else {
            EVEN
        }
    }

    /// Whether a question of the reply wants more than yes or no.
    fn asks_openly(&self) -> bool {
        let mut sentences = self.hearing.sentences.iter();
        sentences.any(|it| it.marked && it.form.is_some())
    }

    /// Whether it tells what the agent but says, in much the same words.
    fn only_says_it_back(&self, planned: &Planned<'_>) -> bool {
        let said = |it: &Answer| matches!(it, Answer::Fact(asked) if self.is_said_by_the_agent(asked.fact));
        planned.but_mentions() && !self.is_false_claim(&planned.answer) && said(&planned.answer)
    }

    /// Whether it gives data that a question asks for.
    fn gives_data_asked_for(&self, planned: &Planned<'_>) -> bool {
        planned.answers_a_question() && self.gives_data(&planned.answer)
    }

    /// Whether it is a word on what asks nothing, of which nothing comes.
    fn is_a_mere_word(&self, planned: &Planned<'_>) -> bool {
        self.is_but_said(&planned.answer) && !planned.sentence.is_question()
    }

    /// Whether it is a move that leads to no other stage.
    fn is_but_said(&self, answer: &Answer) -> bool {
        matches!(answer, Answer::Move(made) if self.scenario.moves[*made].to.is_none())
    }

    /// Whether it tells a fact that they told before.
    fn was_told(&self, answer: &Answer) -> bool {
        matches!(answer, Answer::Fact(asked) if self.state.told(asked.fact))
    }

    /// Whether it only tells once more what they told last, to whoever asks what they mean. Who did not hear it
    /// wants it in any case.
    fn tells_again(&self, planned: &Planned<'_>) -> bool {
        planned.sentence.form.is_some()
            && matches!(planned.answer, Answer::Move(made)
                if self.scenario.moves[made].follows == Some(Follows::LastLine))
    }

    /// Whether it is a yes to what was but said, and what they have told already.
    fn is_known(&self, answer: &Answer) -> bool {
        is_claimed(answer) && self.was_told(answer)
    }

    /// Of the remarks among what is `planned` the one to make, the case's own before what every customer
    /// would say: none beside an answer to what was asked, and beside a verdict on what was offered only the
    /// case's own on the very words that offer it, since nobody answers every sentence of a reply.
    fn remark_to_make<'p>(&self, planned: &'p [Planned<'_>]) -> Option<&'p Answer> {
        let offered = !self.hearing.offered.is_empty();
        if planned
            .iter()
            .any(|it| !it.remarks && (!it.answer.is_unsure() || it.makes_something_of_a_question()))
        {
            return None;
        }
        let remarks = planned.iter().filter(|it| it.remarks);
        let mut own = remarks
            .clone()
            .rev()
            .filter(|it| !self.is_common(&it.answer));
        let own = own.find(|it| !offered || it.sentence.offers());
        let any = || remarks.clone().next_back().filter(|_| !offered);
        own.or_else(any).map(|it| &it.answer)
    }

    /// Leaves out what nobody would say beside the rest.
    pub(super) fn narrow(&self, planned: &mut Vec<Planned<'_>>) {
        if is_any(planned, |it| self.tells_something(it)) {
            keep(planned, |it| !self.tells_on(it));
        }
        if planned.len() > 1 || self.says_more() {
            // "I don't know" to a question says more than "I see" to the sentence beside it
            keep(planned, |it| !self.is_last_resort(it));
        }
        drop_contradictions(planned);
        if planned
            .iter()
            .any(|it| it.answers_a_question() && !self.tells_again(it))
        {
            // what is explained need not be told again
            planned.retain(|it| !self.tells_again(it));
        }
        if planned.iter().any(|it| self.gives_data_asked_for(it)) {
            // whoever gives them has said that they may be asked for
            planned.retain(|it| {
                let announced = !it.sentence.marked && self.is_but_said(&it.answer);
                self.gives_data(&it.answer) || !announced
            });
        }
        self.drop_what_others_tell(planned);
        self.drop_needless(planned);
        if self.takes_an_offer() {
            // the verdict on what is offered says it
            planned.retain(|it| {
                let sums_up = it.answer == Answer::Confirm && it.sentence.offers();
                let consents = it.sentence.but_asks_consent() || it.but_says_what_they_think();
                !(sums_up || consents && self.but_consents(&it.answer))
            });
        }
        if self.says_more() {
            // who takes an offer or is relieved has understood, and has chosen
            planned.retain(|it| !it.is_makeshift());
        }
        if !self.has_told_what_it_is_about() {
            // they say that first; "I don't know" would be a strange way to begin, and so would what hardly was asked
            let needless = |it: &Planned<'_>| it.is_makeshift() || it.answer == Answer::AgreeToWhat;
            let unsure = |it: &Planned<'_>| it.odds.is_some_and(|odds| odds < WORTH_A_WORD);
            planned.retain(|it| !(needless(it) || unsure(it) && self.is_beside_the_story(it)));
        }
    }

    /// Whether it tells something that is neither part of their story nor a datum.
    fn is_beside_the_story(&self, planned: &Planned<'_>) -> bool {
        let Answer::Fact(asked) = &planned.answer else {
            return false;
        };
        let fact = &self.scenario.facts[asked.fact];
        let story = &self.scenario.customer.story;
        !fact.key && !fact.identity && !story.contains(&asked.fact)
    }

    /// Leaves out every move that tells only facts which another answer, as likely to be called for, tells as well:
    /// "yes, that's my address" beside the address.
    fn drop_what_others_tell(&self, planned: &mut Vec<Planned<'_>>) {
        let told = |answer: &Answer| match answer {
            Answer::Fact(asked) => vec![asked.fact],
            Answer::Move(made) => self.scenario.moves[*made].tells.to_vec(),
            _ => Vec::new(),
        };
        let all = planned.iter().map(|it| (it.answer.clone(), it.odds));
        let all: Vec<(Answer, Option<f32>)> = all.collect();
        planned.retain(|it| {
            let own = told(&it.answer);
            let tells_it_as_well = |(other, odds): &(Answer, Option<f32>)| {
                let theirs = told(other);
                let whole = own.iter().all(|it| theirs.contains(it));
                let more = theirs.len() > own.len() || matches!(other, Answer::Fact(_));
                whole && more && *odds >= it.odds
            };
            let needless =
                self.is_but_said(&it.answer) && !own.is_empty() && all.iter().any(tells_it_as_well);
            !needless
        });
    }

    /// "I don't know" and going on with the story are needless beside a true answer: whoever answers has
    /// understood, and people answer what they can of two questions. But what is asked last is waited for, and
    /// what they make of a question is not left lying where nothing else answers one.
    fn drop_needless(&self, planned: &mut Vec<Planned<'_>>) {
        if planned.iter().any(Planned::is_real) {
            let answers = planned
                .iter()
                .any(|it| it.is_real() && it.sentence.is_question());
            planned.retain(|it| {
                let missed = if answers {
                    it.is_plainly_asked() && self.is_asked_last(it)
                } else {
                    it.makes_something_of_a_question()
                };
                it.is_real() || missed
            });
        }
        let answered: Vec<usize> = planned
            .iter()
            .filter(|it| it.answers_a_question())
            .map(|it| it.sentence.tokens.start)
            .collect();
        planned.retain(|it| {
            let before = answered
                .iter()
                .any(|start| *start < it.sentence.tokens.start);
            !(before && it.chooses_in_passing())
        });
        if is_any(planned, |it| *it == Answer::Confirm) {
            // "have I got it all, or is anything missing?" leaves no choice once all of it is right
            keep(planned, |it| *it != Answer::Choose);
        }
        if is_any(planned, |it| *it == Answer::AnythingElse) {
            // "then that is settled; anything else?" asks for no word on what was settled
            keep(planned, |it| *it != Answer::Confirm);
        }
        let taken = |it: &Planned<'_>| it.sentence.does(&STEPS) && self.tells_something(&it.answer);
        if is_any(planned, |it| *it == Answer::Confirm) || planned.iter().any(taken) {
            // what they say to the step itself is enough
            keep(planned, |it| *it != Answer::Agree);
        }
    }

    /// Whether it is to what is asked last. What an agent asks leave to tell is not asked: "shall I explain how
    /// this came about, and how it can be avoided?"
    fn is_asked_last(&self, planned: &Planned<'_>) -> bool {
        let sentences = self.hearing.sentences.iter();
        let mut asking = sentences.filter(|it| it.is_question()).rev();
        let last = asking.next().map(|it| it.tokens.start);
        let told_with = |it: &SentenceMeaning| {
            it.kind == Some(PolarKind::Leave) && self.are_of_one_sentence(it, planned.sentence)
        };
        last == Some(planned.sentence.tokens.start) && !asking.next().is_some_and(told_with)
    }

    /// Whether both were written as one sentence.
    pub(super) fn are_of_one_sentence(
        &self,
        one: &SentenceMeaning,
        other: &SentenceMeaning,
    ) -> bool {
        let mut written = self.hearing.reading.utterance.sentences().iter();
        let both = [one.tokens.start, other.tokens.start];
        written.any(|it| both.iter().all(|start| it.tokens.contains(start)))
    }

    /// Whether they say yes to something that is offered.
    fn takes_an_offer(&self) -> bool {
        let mut offered = self.hearing.offered.iter();
        offered.any(|it| self.can_take(*it) && self.is_likely_offered(*it))
    }

    /// Whether a yes to what is offered says as much: not where something is put right, nor where more comes of it.
    fn but_consents(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Fact(asked) => asked.polarity != Polarity::No,
            Answer::Move(made) => !self.has_consequences(*made) && !self.leads_somewhere(*made),
            _ => true,
        }
    }

    /// Whether it is a fact or a move of the case, rather than the next part of the story.
    fn tells_something(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Fact(_) => true,
            Answer::Move(_) => !self.is_common(answer) && !self.tells_on(answer),
            _ => false,
        }
    }

    /// Says no yes in the middle of a line before what tells as much: of 21 of those raters, language models, struck
    /// out 14.
    pub(super) fn drop_late_yes(&mut self) {
        let tells = |it: &Spoken| matches!(it.topic, Topic::Fact(_));
        let mut at = 1;
        while at + 1 < self.parts.len() {
            if self.parts[at].topic == Topic::Cue(CueName::Yes) && tells(&self.parts[at + 1]) {
                self.parts.remove(at);
            }
            at += 1;
        }
    }

    /// Of several moves that ask something back to what asks nothing only the last is made, and none beside an offer that
    /// they take: nobody asks "and can you put it right?" and says "gladly" to that in the same breath.
    pub(super) fn drop_idle_questions(&mut self) {
        let accepts = |it: &Spoken| matches!(it.topic, Topic::Solution(_, Verdict::Accepted));
        let taken = self.parts.iter().any(accepts);
        let idle: Vec<bool> = self.parts.iter().map(|it| self.asks_back(it)).collect();
        let last = idle.iter().rposition(|it| *it).filter(|_| !taken);
        let mut idle = idle.into_iter().enumerate();
        self.parts
            .retain(|_| idle.next().is_none_or(|(at, it)| !it || Some(at) == last));
    }

    /// Whether it is a move that ends in a question and answers what asks nothing.
    fn asks_back(&self, spoken: &Spoken) -> bool {
        let place = self.places.iter().find(|(topic, _)| *topic == spoken.topic);
        let answers_a_question = |place: usize| {
            let mut sentences = self.hearing.sentences.iter();
            let there = sentences.find(|it| it.tokens.start == place);
            there.is_none_or(SentenceMeaning::is_question)
        };
        matches!(spoken.topic, Topic::Move(_))
            && self.scenario.line(spoken.line).ends_with('?')
            && place.is_some_and(|(_, place)| !answers_a_question(*place))
    }

    /// Whether something is said beside the answers: a verdict on an offer, or relief.
    fn says_more(&self) -> bool {
        !self.hearing.offered.is_empty() || self.says(|it| matches!(it, Topic::Settled(_)))
    }
}

fn is_any(planned: &[Planned<'_>], wanted: impl Fn(&Answer) -> bool) -> bool {
    planned.iter().any(|it| wanted(&it.answer))
}

fn keep(planned: &mut Vec<Planned<'_>>, wanted: impl Fn(&Answer) -> bool) {
    planned.retain(|it| wanted(&it.answer));
}

/// Whoever denies what an agent but says confirms nothing beside it, nor says yes to something else in the same
/// breath: that they tell without.
fn drop_contradictions(planned: &mut Vec<Planned<'_>>) {
    let denies = |it: &Planned<'_>| {
        !it.sentence.is_question()
            && matches!(&it.answer, Answer::Fact(asked) if asked.polarity == Polarity::No)
    };
    if !planned.iter().any(denies) {
        return;
    }
    keep(planned, |it| *it != Answer::Confirm);
    for it in planned {
        it.tell_without_yes();
    }
}

/// Whether it is a yes to what an agent but says.
fn is_claimed(answer: &Answer) -> bool {
    matches!(answer, Answer::Fact(asked) if asked.claimed)
}
