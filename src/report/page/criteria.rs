//! Each criterion with its level and what explains it.

use maud::{Markup, html};

use super::{Part, top::meter};
use crate::report::sheet::{CriterionSheet, ProofSheet};

/// More phrases than these are counted, not shown: they stand in the conversation.
const QUOTED: usize = 4;

impl Part<'_> {
    pub(super) fn criteria(&self) -> Markup {
        if self.conversation.criteria.is_empty() {
            return html! {};
        }
        let inside = html! {
            @for (place, criterion) in self.conversation.criteria.iter().enumerate() {
                div.criterion #(self.place(&format!("criterion-{place}"))) { (self.criterion(criterion)) }
            }
        };
        self.section("criteria", "report-criteria", &inside)
    }

    fn criterion(&self, criterion: &CriterionSheet) -> Markup {
        let wording = self.page.wording;
        let words = wording.words();
        html! {
            (self.heading(&html! { (words.of(&criterion.title)) }))
            div.verdicts {
                p.verdict {
                    span.label { (self.say("report-program")) } " "
                    @if criterion.level.is_some() { (meter(criterion.level)) " " }
                    strong { (wording.level(criterion.level)) }
                }
                @if let Some(coach) = &criterion.coach {
                    p.verdict.human {
                        span.label { (self.say("report-coach")) " (" (coach.by) ")" } " "
                        @if coach.level.is_some() { (meter(coach.level)) " " }
                        strong { (wording.level(coach.level)) }
                        @if !coach.why.is_empty() { " " span.reason { (coach.why) } }
                    }
                }
            }
            @if criterion.level.is_some() { p.meaning { (words.of(&criterion.meaning)) } }
            @if criterion.not_assessed { p.remark { (self.say("report-rests-on-nothing")) } }
            dl.why {
                (self.evidence(&criterion.evidence))
                @if let Some(cap) = &criterion.cap {
                    dt { (self.say("report-cap")) } dd { (wording.capped(cap)) }
                }
                @if !criterion.gaps.is_empty() {
                    dt { (self.say("report-gaps")) }
                    @for gap in &criterion.gaps { dd { (wording.gap(gap)) } }
                }
                @if let Some(change) = &criterion.change {
                    dt { (self.say("report-smallest-change")) } dd { (wording.change(change)) }
                }
            }
        }
    }

    fn evidence(&self, evidence: &[ProofSheet]) -> Markup {
        if evidence.is_empty() {
            return html! {};
        }
        let more = evidence.len().saturating_sub(QUOTED);
        let words = self.page.wording.words();
        html! {
            dt { (self.say("report-counted")) }
            @for proof in evidence.iter().take(QUOTED) {
                dd {
                    q lang=[self.language()] { (proof.phrase) } " "
                    span.what { (self.page.wording.proof(proof)) }
                }
            }
            @if more > 0 {
                dd { (words.with("report-more", &[("count", more.into())])) }
            }
        }
    }
}
