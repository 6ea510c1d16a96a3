//! Whether a sentence is better understood as a whole or clause by clause: "how annoying, what happened?" is two things,
//! "a name, an address and a date" one.

use crate::{
    acts::{PolarKind, QuestionForm},
    customer::{
        choose::EVEN,
        hearing::Hearing,
        sentence::{FOLLOW_UP, SentenceMeaning},
        state::State,
        weigh::{Candidate, SURE, Weighing},
    },
    scenario::{Likely, Scenario},
};

/// What has such odds, as a logarithm, is said in the very words of a wording.
const CERTAIN: f32 = 6.0;

/// By so much higher must the odds of a single clause be than those of the whole, as a logarithm.
const BETTER: f32 = 0.5;

impl Hearing<'_> {
    /// Takes the clauses of `by_clause`, which is the same reply parted more finely, in the place of every sentence that
    /// is better understood so.
    pub(super) fn take_clauses(&mut self, by_clause: Self, scenario: &Scenario, state: &State) {
        let likely = |hearing: &Self, sentence: &SentenceMeaning| {
            let weighing = Weighing {
                scenario,
                hearing,
                state,
            };
            let candidates = weighing.candidates(sentence);
            Candidate::best(&candidates).map(|it| (it.likely, it.odds))
        };
        let mut apart = Vec::new();
        for (number, sentence) in self.sentences.iter().enumerate() {
            let within = |it: &&SentenceMeaning| sentence.holds(it);
            let clauses = by_clause.sentences.iter().filter(within);
            // "…, is that right?" asks about the rest
            if clauses.clone().count() < 2 || clauses.clone().any(SentenceMeaning::but_checks) {
                continue;
            }
            let whole = likely(self, sentence);
            if whole.is_some_and(|(_, odds)| odds >= CERTAIN) {
                continue;
            }
            let asking = clauses.filter(|it| it.asks);
            let mut asked: Vec<(Likely, f32)> =
                asking.filter_map(|it| likely(&by_clause, it)).collect();
            asked.retain(|(it, odds)| *odds >= EVEN && !is_common(*it, scenario));
            // for a choice between things the case may have words of its own
            let choice = sentence.form == Some(QuestionForm::Choice);
            let chooses = choice && asked.iter().any(|(it, _)| matches!(it, Likely::Calls(_)));
            if !chooses && are_better(whole, &asked) {
                apart.push(number);
            }
        }
        if apart.is_empty() {
            return;
        }
        let mut clauses = by_clause.sentences.into_iter().peekable();
        let mut sentences = Vec::new();
        for (number, sentence) in std::mem::take(&mut self.sentences).into_iter().enumerate() {
            let mut own = Vec::new();
            while let Some(clause) = clauses.next_if(|it| sentence.holds(it)) {
                own.push(clause);
            }
            if apart.contains(&number) {
                let last = own.len() - 1;
                for clause in &mut own[..last] {
                    clause.lead_in();
                }
                for clause in &mut own {
                    clause.one_of_two = sentence.form == Some(QuestionForm::Choice);
                }
                sentences.append(&mut own);
            } else {
                sentences.push(sentence);
            }
        }
        for phrase in sentences.iter().flat_map(|it| &it.phrases) {
            self.heard[phrase.list] = true;
        }
        self.sentences = sentences;
        self.gather_offers();
    }
}

impl SentenceMeaning {
    /// Whether it holds the words of a clause.
    const fn holds(&self, clause: &Self) -> bool {
        self.tokens.start <= clause.tokens.start && clause.tokens.end <= self.tokens.end
    }

    /// Makes what is no question by itself but lead in to the one after it: who asks leave to ask does not wait for it.
    fn lead_in(&mut self) {
        let leave = self.kind == Some(PolarKind::Leave) && self.tokens.len() <= FOLLOW_UP;
        if leave {
            self.near.clear();
            self.phrases.clear();
        }
        if leave || !self.marked {
            self.asks = false;
            self.asked.clear();
            self.near
                .retain(|it| !matches!(it.likely, Likely::Asks(..)));
        }
    }
}

/// Whether what is `asked` by single clauses is better understood than the whole: two things, none of which the whole
/// leaves lying that it plainly asks; or one, where the whole is hardly understood.
fn are_better(whole: Option<(Likely, f32)>, asked: &[(Likely, f32)]) -> bool {
    let [(first, odds), others @ ..] = asked else {
        return false;
    };
    let sure = whole.filter(|(_, odds)| *odds >= SURE).map(|(it, _)| it);
    if let Some(sure) = sure {
        let lies = asked.iter().all(|(it, _)| *it != sure);
        return !lies && others.iter().any(|(it, _)| it != first);
    }
    let whole = whole.map_or(f32::NEG_INFINITY, |(_, odds)| odds);
    others.iter().any(|(it, _)| it != first) || *odds >= whole + BETTER
}

/// Whether it is a move of every customer.
fn is_common(likely: Likely, scenario: &Scenario) -> bool {
    matches!(likely, Likely::Calls(made) if scenario.moves[made].common)
}
