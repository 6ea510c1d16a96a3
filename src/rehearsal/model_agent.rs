//! The model agent: says what the scenario itself holds for good, when the customer needs it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    acts::CustomerAct,
    customer::Need,
    ground::dice::Dice,
    rehearsal::play::Player,
    rubric::MomentKind,
    scenario::{FactId, SolutionId, WorryId, WorryKind},
    session::Practice,
};

/// A worry that so many replies have not settled is left alone.
const TRIES_AT_A_WORRY: usize = 2;

/// A fact that so many questions have not brought is left alone.
const QUESTIONS_FOR_A_FACT: usize = 2;

/// So many invitations to tell more are enough.
const INVITATIONS: usize = 4;

/// After so many replies a solution goes before what is not known yet.
const SOLVES_AFTER: usize = 12;

/// In one of so many conversations it is any solution that is offered first, not the first.
const ANY_SOLUTION: usize = 4;

/// A model agent in one conversation: what it has said so far.
pub(super) struct ModelAgent<'a> {
    player: &'a Player<'a>,
    tried: BTreeMap<WorryId, usize>,
    asked: BTreeMap<FactId, usize>,
    offered: BTreeSet<SolutionId>,
    invited: usize,
    /// What of the scenario's own it has said, by criterion.
    said: BTreeSet<&'static str>,
}

impl<'a> ModelAgent<'a> {
    pub(super) const fn new(player: &'a Player<'a>) -> Self {
        Self {
            player,
            tried: BTreeMap::new(),
            asked: BTreeMap::new(),
            offered: BTreeSet::new(),
            invited: 0,
            said: BTreeSet::new(),
        }
    }

    /// The next reply: a greeting; a word about what they feel, with an invitation to go on; what
    /// the customer needs, most pressing first; a summary and a goodbye.
    pub(super) fn reply(&mut self, practice: &Practice, dice: &mut Dice) -> String {
        if practice.exchanges().is_empty() {
            return self
                .once(practice, "greeting")
                .unwrap_or_else(|| self.player.pools.opening.draw("", dice).to_owned());
        }
        if let Some(feeling) = self.once(practice, "empathy") {
            return format!("{feeling} {}", self.invite(dice));
        }
        let needs = practice.needs();
        self.settle(practice, &needs)
            .or_else(|| self.meet_objection(practice))
            .or_else(|| self.go_on(practice, &needs, dice))
            .or_else(|| self.once(practice, "listening"))
            .or_else(|| self.once(practice, "closing"))
            .unwrap_or_else(|| self.player.pools.closing.draw("", dice).to_owned())
    }

    /// An invitation to tell more.
    fn invite(&mut self, dice: &mut Dice) -> &'a str {
        self.invited += 1;
        self.player.pools.middle.draw("", dice)
    }

    /// Asks for what is not known and then offers what would help; late in the conversation the
    /// other way about.
    fn go_on(&mut self, practice: &Practice, needs: &[Need], dice: &mut Dice) -> Option<String> {
        if practice.exchanges().len() < SOLVES_AFTER {
            self.ask(practice, needs, dice)
                .or_else(|| self.offer(practice, dice))
        } else {
            self.offer(practice, dice)
                .or_else(|| self.ask(practice, needs, dice))
        }
    }

    /// Whether they have taken the best that there is, or something that was offered on purpose.
    fn has_solved(&self, practice: &Practice) -> bool {
        let state = practice.state();
        let mut solutions = practice.scenario().solutions.iter();
        let best = solutions.position(|it| !it.refused);
        best.is_some_and(|it| state.accepted(it))
            || !self.offered.is_empty() && state.any_accepted()
    }

    /// Meets an open worry: first with the scenario's own reply, then with a general one.
    fn settle(&mut self, practice: &Practice, needs: &[Need]) -> Option<String> {
        let open = needs.iter().filter_map(|it| match it {
            Need::Settle(worry) => Some(*worry),
            _ => None,
        });
        for worry in open {
            let tries = self.tried.entry(worry).or_default();
            if *tries >= TRIES_AT_A_WORRY {
                continue;
            }
            *tries += 1;
            let it = &practice.scenario().worries[worry];
            let (criterion, moment) = at_stake(it.kind);
            let turn = practice.exchanges().len();
            let general = self.player.general.find(criterion, moment, turn);
            let first = it.better.as_deref().filter(|_| *tries == 1);
            if let Some(reply) = first.or(general) {
                return Some(reply.to_owned());
            }
        }
        None
    }

    /// Meets an objection that is no open worry.
    fn meet_objection(&mut self, practice: &Practice) -> Option<String> {
        let last = practice.exchanges().last()?;
        if !last.turn.heard.acts.contains(CustomerAct::Objection) {
            return None;
        }
        self.once(practice, "objections")
    }

    /// Asks for a fact that is needed: by an example of the scenario's, else openly.
    fn ask(&mut self, practice: &Practice, needs: &[Need], dice: &mut Dice) -> Option<String> {
        if self.has_solved(practice) {
            return None;
        }
        let unknown = needs.iter().filter_map(|it| match it {
            Need::Learn(fact) => Some(*fact),
            _ => None,
        });
        for fact in unknown {
            let asked = self.asked.entry(fact).or_default();
            if *asked >= QUESTIONS_FOR_A_FACT {
                continue;
            }
            *asked += 1;
            let questions: Vec<&str> = practice.scenario().questions(fact).collect();
            let question = questions.get(dice.below(questions.len()));
            if let Some(question) = question {
                return Some((*question).to_owned());
            }
            if self.invited < INVITATIONS {
                return Some(self.invite(dice).to_owned());
            }
        }
        None
    }

    /// Offers a solution that is ripe and was not offered yet, with a summary before the first.
    fn offer(&mut self, practice: &Practice, dice: &mut Dice) -> Option<String> {
        if self.has_solved(practice) {
            return None;
        }
        let state = practice.state();
        let solutions = practice.scenario().solutions.iter().enumerate();
        let ripe = solutions.filter(|(number, it)| {
            let known = it.needs.iter().all(|fact| state.told(*fact));
            !it.refused && known && !state.accepted(*number) && !self.offered.contains(number)
        });
        let fresh: Vec<(SolutionId, &str)> = ripe
            .filter_map(|(number, it)| Some((number, it.better.as_deref()?)))
            .collect();
        let first = *fresh.first()?;
        if let Some(summary) = self.once(practice, "listening") {
            return Some(summary);
        }
        let any = dice.below(ANY_SOLUTION) == 0;
        let drawn = fresh.get(dice.below(fresh.len())).copied();
        let (solution, reply) = drawn.filter(|_| any).unwrap_or(first);
        self.offered.insert(solution);
        Some(reply.to_owned())
    }

    /// What the scenario itself would say for a criterion of the default rubric, once.
    fn once(&mut self, practice: &Practice, criterion: &'static str) -> Option<String> {
        let own = practice.scenario().better.get(criterion);
        own.filter(|_| self.said.insert(criterion)).cloned()
    }
}

/// The criterion of the default rubric that a worry puts at stake, and the kind of its moment.
const fn at_stake(kind: WorryKind) -> (&'static str, MomentKind) {
    match kind {
        WorryKind::Emotion => ("empathy", MomentKind::Feeling),
        WorryKind::Objection => ("objections", MomentKind::Objection),
        WorryKind::Question => ("listening", MomentKind::Question),
    }
}
