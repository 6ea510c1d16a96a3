//! What they think of what is offered.

use crate::{
    acts::{AgentAct, PolarKind},
    customer::{
        choose::EVEN,
        exchange::{Cause, Exchange, Topic, Verdict},
        sentence::SentenceMeaning,
        weigh::{OFFERED, SURE},
    },
    scenario::{CueName, Solution, SolutionId, WorryId},
};

impl Exchange<'_> {
    /// Gives a verdict on what the reply offers: of several solutions one that they would rather have than another of
    /// them, else the one that the case names first, else one that is likely offered. Whatever else they can take is
    /// theirs too, without more words, and so is what hardly is an offer beside an answer.
    pub(super) fn judge_offers(&mut self) {
        let offered = self.worth_a_word();
        let Some(chosen) = self.preferred(&offered) else {
            return;
        };
        if self.is_verdict_needless(chosen) {
            return;
        }
        self.answered = true;
        let from = self.parts.len();
        if let Some(worry) = self.stands_in_the_way(chosen) {
            self.press(worry);
        } else {
            self.give_verdict(chosen);
        }
        if let Some(place) = self.place_of_offer(chosen) {
            self.put_in_place(from, place);
        }
        if self.is_relief_needless() {
            self.drop_relief();
        }
        self.state.offered_before[chosen] = true;
        for other in offered {
            let either = self.replaces(chosen, other) || self.replaces(other, chosen);
            if other != chosen && !either {
                self.state.offered_before[other] = true;
                self.take_silently(other);
            }
        }
    }

    /// Where the reply offers it, by token.
    fn place_of_offer(&self, offered: SolutionId) -> Option<usize> {
        let sentence = self.sentences_offering(offered).next();
        sentence.map(|it| it.tokens.start)
    }

    /// What is offered and gets a word: beside an answer only what likely is an offer; of the rest is taken what can
    /// be and may well be one, if its very words are those of an offer.
    fn worth_a_word(&mut self) -> Vec<SolutionId> {
        let offered = self.hearing.offered.clone();
        if !self.has_answered() {
            return offered;
        }
        let likely = |it: &SolutionId| self.is_likely_offered(*it);
        let (likely, hardly): (Vec<_>, Vec<_>) = offered.into_iter().partition(likely);
        for solution in hardly {
            if self.is_plainly_offered(solution) && self.best_odds_of_offer(solution) >= OFFERED {
                self.take_silently(solution);
            }
        }
        likely
    }

    /// The one of several that gets the verdict.
    fn preferred(&self, offered: &[SolutionId]) -> Option<SolutionId> {
        let acceptable = offered.iter().filter(|it| self.can_take(**it));
        let mut rather = acceptable
            .clone()
            .filter(|it| offered.iter().any(|other| self.replaces(**it, *other)));
        let preferred = rather.next().or_else(|| acceptable.min());
        let likely = || offered.iter().find(|it| self.is_likely_offered(**it));
        preferred.or_else(likely).or(offered.first()).copied()
    }

    /// Whether they would rather have `one` than `other`.
    fn replaces(&self, one: SolutionId, other: SolutionId) -> bool {
        self.scenario.solutions[one].replaces.contains(&other)
    }

    /// Accepts it, if they can, without a word.
    fn take_silently(&mut self, solution: SolutionId) {
        if self.can_take(solution) {
            self.state.offered_before[solution] = true;
            self.accept(solution);
            let change = self.scenario.solutions[solution].mood;
            self.feel(change, Cause::Solution(solution));
        }
    }

    /// Whether something but relief is said already.
    fn has_answered(&self) -> bool {
        self.says(|it| !it.is_relief())
    }

    /// Whether a word on what is offered is too much beside what is said already: once more that they want what
    /// they have taken, unless they are asked whether they do, or that something comes too early which may be no
    /// offer. That they would rather have what they took in its place they say only to what hardly leaves a doubt: "then I
    /// arrange that for you" means what was agreed.
    fn is_verdict_needless(&self, offered: SolutionId) -> bool {
        let plainly = self.is_plainly_offered(offered);
        let again = self.state.accepted(offered) && !self.is_asked_for_consent(offered);
        let early = !self.is_ripe(offered) && !plainly;
        let leaves = self.does(&[AgentAct::Farewell]) || !plainly;
        let off = self.replaced_by(offered).is_some() && !self.gives_way(offered);
        let mut offers = self.sentences_offering(offered).flat_map(|it| &it.offers);
        let named = offers.any(|it| it.solution == offered && it.by_pattern);
        let doubtful = !named && self.best_odds_of_offer(offered) < SURE;
        self.has_answered() && (again || early) || again && leaves || off && doubtful
    }

    /// Whether a pattern or likeness to offers finds it, and not weighing alone.
    fn is_plainly_offered(&self, offered: SolutionId) -> bool {
        let mut offers = self.sentences_offering(offered).flat_map(|it| &it.offers);
        offers.any(|it| it.solution == offered && !it.weighed)
    }

    /// Whether the reply asks them to say yes to it.
    fn is_asked_for_consent(&self, offered: SolutionId) -> bool {
        let consent = |it: &SentenceMeaning| {
            matches!(it.kind, Some(PolarKind::Leave | PolarKind::Would)) && it.asks
        };
        self.sentences_offering(offered).any(consent)
    }

    /// The sentences of the reply that offer it.
    fn sentences_offering(
        &self,
        offered: SolutionId,
    ) -> impl Iterator<Item = &'_ SentenceMeaning> + Clone {
        let offers = move |it: &&SentenceMeaning| it.offers.iter().any(|it| it.solution == offered);
        self.hearing.sentences.iter().filter(offers)
    }

    /// Whether it is as likely as not that a sentence which seems to offer it does: of 17 verdicts on what was less
    /// likely, accepted beside answers, raters (language models) struck out 14.
    pub(super) fn is_likely_offered(&self, offered: SolutionId) -> bool {
        self.best_odds_of_offer(offered) >= EVEN
    }

    /// The odds, as a logarithm, that a sentence which seems to offer it does.
    fn best_odds_of_offer(&self, offered: SolutionId) -> f32 {
        let weighing = self.weighing();
        let odds = self
            .sentences_offering(offered)
            .map(|it| weighing.odds_of_offer(&weighing.candidates(it), offered));
        odds.fold(f32::NEG_INFINITY, f32::max)
    }

    /// Whether a word of relief is too much: nobody is relieved by what they turn down, and an answer and a
    /// verdict are enough.
    fn is_relief_needless(&self) -> bool {
        let said = self.parts.iter().filter(|it| !it.topic.is_relief());
        self.says(Topic::declines) || said.count() > 1
    }

    /// Whether they would say yes to it.
    pub(super) fn can_take(&self, solution: SolutionId) -> bool {
        let it = &self.scenario.solutions[solution];
        !it.refused
            && !self.state.accepted(solution)
            && self.is_ripe(solution)
            && (self.replaced_by(solution).is_none() || self.gives_way(solution))
            && self.stands_in_the_way(solution).is_none()
    }

    /// Whether the reply offers something else that they could have, or asks which they prefer: "that" would not tell
    /// which.
    fn is_one_of_several(&self, solution: SolutionId) -> bool {
        let mut offered = self.hearing.offered.iter();
        let mut sentences = self.hearing.sentences.iter();
        offered.any(|it| *it != solution && self.can_take(*it)) || sentences.any(|it| it.prefers)
    }

    /// What was accepted in its place.
    fn replaced_by(&self, solution: SolutionId) -> Option<SolutionId> {
        let solutions = self.scenario.solutions.iter().enumerate();
        let mut accepted = solutions.filter(|(number, _)| self.state.accepted(*number));
        let replaces = accepted.find(|(_, it)| it.replaces.contains(&solution));
        replaces.map(|(number, _)| number)
    }

    fn accept(&mut self, solution: SolutionId) {
        while let Some(other) = self.replaced_by(solution) {
            self.state.accepted[other] = false;
        }
        self.state.accepted[solution] = true;
        for other in &self.scenario.solutions[solution].replaces {
            self.state.accepted[*other] = false;
            self.state.turned_down.remove(other);
        }
    }

    /// Whether they said already that they would rather have something else, and are offered this again and
    /// not the other: then they take what they can get.
    fn gives_way(&self, solution: SolutionId) -> bool {
        let mut offered = self.hearing.offered.iter();
        let other = offered.any(|it| self.scenario.solutions[*it].replaces.contains(&solution));
        self.state.turned_down.contains(&solution) && !other
    }

    /// Whether all that must be known first was told.
    fn is_ripe(&self, solution: SolutionId) -> bool {
        self.scenario.solutions[solution]
            .needs
            .iter()
            .all(|it| self.state.told(*it))
    }

    fn stands_in_the_way(&self, solution: SolutionId) -> Option<WorryId> {
        let it = &self.scenario.solutions[solution];
        let open = |worry: &&WorryId| self.state.is_open(**worry);
        if self.is_ripe(solution) {
            it.after.iter().find(open).copied()
        } else {
            None
        }
    }

    fn give_verdict(&mut self, number: SolutionId) {
        let scenario = self.scenario;
        let solution = &scenario.solutions[number];
        let topic = |verdict| Topic::Solution(number, verdict);
        let preferred = self.replaced_by(number);
        if let Some(other) = preferred.filter(|_| !self.gives_way(number)) {
            self.state.turned_down.insert(number);
            let Solution { instead, again, .. } = &scenario.solutions[other];
            let said = Topic::Solution(other, Verdict::Again);
            let _ = self.say(instead, said)
                || self.say(again, said)
                || self.cue(CueName::AcceptedAlready);
        } else if !self.is_ripe(number) {
            let _ =
                self.say(&solution.early, topic(Verdict::Early)) || self.cue(CueName::OfferEarly);
        } else if self.state.accepted(number) {
            let _ = self.is_asked_for_consent(number) && self.cue(CueName::AgreeStep)
                || self.say(&solution.again, topic(Verdict::Again))
                || self.cue(CueName::AcceptedAlready);
        } else if solution.refused {
            let again = self.state.offered_before[number];
            let _ = again && self.say(&solution.again, topic(Verdict::Again))
                || self.say(&solution.verdict, topic(Verdict::Refused));
            self.feel(solution.mood, Cause::Solution(number));
        } else {
            let one_of_several = self.is_one_of_several(number);
            self.accept(number);
            if !self.spoken_for.contains(&number) {
                let taken = topic(Verdict::Accepted);
                let _ = one_of_several && self.say(&solution.chosen, taken)
                    || self.say(&solution.verdict, taken);
            }
            self.feel(solution.mood, Cause::Solution(number));
        }
    }
}
