//! How the reply moves the mood.

use crate::{
    customer::exchange::{Cause, Exchange},
    scenario::Band,
};

impl Exchange<'_> {
    /// Applies every mood rule that holds. However many blunders a reply holds, it is one strike; who is calm again when
    /// nothing strikes them has forgiven the earlier ones.
    pub(super) fn be_moved(&mut self) {
        let scenario = self.scenario;
        let holding: Vec<usize> = scenario
            .shifts
            .iter()
            .enumerate()
            .filter(|(number, it)| {
                !(it.once && self.state.shifts_made.contains(number)) && self.holds(&it.when)
            })
            .map(|(number, _)| number)
            .collect();
        for number in holding {
            let shift = &scenario.shifts[number];
            self.feel(shift.change, Cause::Shift(number));
            self.struck |= shift.strike;
            self.state.shifts_made.insert(number);
        }
        if self.struck {
            self.state.strikes = self.state.strikes.saturating_add(1);
        } else if self.band() == Band::Calm {
            self.state.strikes = 0;
        }
    }
}
