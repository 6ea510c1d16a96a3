//! The top of the page: what was practised, by whom, and what it came to.

use maud::{Markup, html};

use super::{Page, Part};
use crate::report::{
    outline::{about, coach_total, goal, waited},
    session::{damaged, drift},
};

pub(super) fn top(page: &Page<'_>) -> Markup {
    let words = page.wording.words();
    let sheet = page.sheet;
    html! {
        header.top {
            div.lead {
                p.over { (page.say("report-kind")) }
                h1 { (words.of(&sheet.title)) }
                p.goal { (goal(words, sheet)) }
            }
            div.result {
                p.ending { (page.say(&format!("ending-{}", sheet.ending))) }
                @if let Some(total) = sheet.total {
                    p.total { span.figure { (total) } " " span.of { (page.say("report-of")) } }
                }
                @if let Some(total) = sheet.coach_total { p.coach { (coach_total(words, total)) } }
            }
            dl.about {
                @for (name, value) in about(words, sheet, false) {
                    div { dt { (name) } dd { (value) } }
                }
            }
            @if !sheet.drift.whole.is_none() {
                p.notice { strong { (page.say("report-drift")) } " " (drift(words, &sheet.drift.whole)) }
            }
            @if !sheet.damaged.is_empty() {
                p.notice { (damaged(words, &sheet.damaged)) }
            }
        }
    }
}

impl Part<'_> {
    /// How a customer at a chat desk fared.
    pub(super) fn fared(&self) -> Markup {
        let words = self.page.wording.words();
        let ending = self.say(&format!("ending-{}", self.conversation.ending));
        html! {
            p.fared {
                strong { (ending) }
                @if let Some(total) = self.conversation.total {
                    " · " (words.with("card-total", &[("total", total.into())]))
                }
                @if let Some(total) = self.conversation.coach_total { " · " (coach_total(words, total)) }
                @if let Some(waited) = waited(words, self.conversation) { " · " (waited) }
            }
        }
    }

    /// The levels at a glance.
    pub(super) fn levels(&self) -> Markup {
        if self.conversation.criteria.is_empty() {
            return html! {};
        }
        let words = self.page.wording.words();
        let inside = html! {
            @if let Some(why) = &self.conversation.why { p.why { (words.of(why)) } }
            ul.glance {
                @for (place, criterion) in self.conversation.criteria.iter().enumerate() {
                    li {
                        a href={ "#" (self.place(&format!("criterion-{place}"))) } {
                            span.name { (words.of(&criterion.title)) }
                            (meter(criterion.level))
                            span.level {
                                (self.page.wording.level(criterion.level))
                                @if let Some(coach) = &criterion.coach {
                                    " "
                                    span.coach {
                                        (self.say("report-coach")) ": "
                                        (self.page.wording.level(coach.level))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        };
        self.section("levels", "report-levels", &inside)
    }

    /// What to practise next.
    pub(super) fn next(&self) -> Markup {
        let words = self.page.wording.words();
        if self.conversation.practise.is_empty() {
            return html! {};
        }
        let inside = html! {
            ol.steps {
                @for next in &self.conversation.practise {
                    @if let Some(criterion) = self.conversation.criteria.get(next.place) {
                        li {
                            (self.heading(&html! { (words.of(&criterion.title)) }))
                            p { (words.of(&criterion.advice)) }
                        }
                    }
                }
            }
            @if let Some(case) = self.page.wording.next_case(self.conversation) {
                p.case { (case) }
            }
        };
        self.section("next", "report-next", &inside)
    }
}

/// A level as four boxes, filled so far; the figure stands beside it in words. What does not apply has
/// no boxes: empty ones would say that nothing was earned.
pub(super) fn meter(level: Option<u8>) -> Markup {
    let Some(filled) = level else {
        return html! { span.meter aria-hidden="true" {} };
    };
    html! {
        svg.meter viewBox="0 0 76 14" aria-hidden="true" focusable="false" {
            @for box_number in 0..4_u8 {
                rect class=(if box_number < filled { "full" } else { "empty" })
                    x=(u32::from(box_number) * 19 + 1) y="1" width="16" height="12" rx="2" {}
            }
        }
    }
}
