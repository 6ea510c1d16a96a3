//! The situation that conditions are tried in: what a reply means and the state as it stands.

use crate::{
    acts::{ActSet, AgentAct, CustomerAct},
    customer::{
        hearing::Hearing,
        sentence::SentenceMeaning,
        state::{State, WorryState},
    },
    scenario::{CountId, DeskWork, Facing, FactId, HeardId, Mood, SolutionId, StageId, WorryId},
};

/// The reply and the state as it stands.
pub(super) struct Situation<'a> {
    pub(super) hearing: &'a Hearing<'a>,
    pub(super) state: &'a State,
}

impl Facing for Situation<'_> {
    fn acts(&self) -> ActSet<AgentAct> {
        self.hearing.acts()
    }

    fn done(&self) -> ActSet<AgentAct> {
        self.state.done
    }

    fn after(&self) -> ActSet<CustomerAct> {
        self.state.history.customer_acts()
    }

    fn heard(&self, list: HeardId) -> bool {
        self.hearing.heard.get(list).copied().unwrap_or_default()
    }

    fn told_last(&self, fact: FactId) -> bool {
        self.state.told_last.contains(&fact)
    }

    fn asks(&self) -> bool {
        let mut sentences = self.hearing.sentences.iter();
        sentences.any(SentenceMeaning::is_question)
    }

    fn desk_work(&self) -> DeskWork {
        self.hearing.desk_work
    }

    fn told(&self, fact: FactId) -> bool {
        self.state.told(fact)
    }

    fn open(&self, worry: WorryId) -> bool {
        self.state.is_open(worry)
    }

    fn settled(&self, worry: WorryId) -> bool {
        self.state.worry(worry) == WorryState::Settled
    }

    fn accepted(&self, solution: SolutionId) -> bool {
        self.state.accepted(solution)
    }

    fn offered(&self, solution: SolutionId) -> bool {
        self.hearing.offered.contains(&solution)
    }

    fn mood(&self) -> Mood {
        self.state.mood
    }

    fn turn(&self) -> u32 {
        self.state.turn
    }

    fn strikes(&self) -> u8 {
        self.state.strikes
    }

    fn quiet(&self) -> u32 {
        self.state.quiet
    }

    fn worn(&self) -> bool {
        self.hearing.worn
    }

    fn counted(&self, count: CountId) -> u32 {
        self.state.counted(count)
    }

    fn stage(&self) -> StageId {
        self.state.stage
    }
}
