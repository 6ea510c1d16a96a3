//! What sessions came to, in figures that last: of one, of a person over time, of a group, of a
//! scenario. This room knows neither screens nor databases.

mod figures;
mod moments;
mod of;

pub use figures::{
    CriterionLevels, GroupFigures, ItemFigures, ItemSums, PersonFigures, PersonRow,
    ScenarioFigures, SessionFigures, Standing, UnheardReply,
};
pub use moments::{Met, MomentMet, moments};
pub use of::{Outcome, Unheard};
