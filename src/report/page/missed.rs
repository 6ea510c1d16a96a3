//! Moments that were missed: what was said beside what could have been.

use maud::{Markup, html};

use super::Part;
use crate::report::sheet::MissedSheet;

impl Part<'_> {
    pub(super) fn missed(&self) -> Markup {
        if self.conversation.missed.is_empty() {
            return html! {};
        }
        let inside = html! {
            ol.moments {
                @for (number, missed) in self.conversation.missed.iter().enumerate() {
                    li #(self.place(&format!("moment-{}", number + 1))) { (self.moment(missed)) }
                }
            }
        };
        self.section("missed", "report-missed", &inside)
    }

    fn moment(&self, missed: &MissedSheet) -> Markup {
        let wording = self.page.wording;
        let head = wording.missed_head(self.conversation, missed);
        let turn = self.place(&format!("turn-{}", missed.turn));
        html! {
            (self.heading(&html! { a href={ "#" (turn) } { (head) } }))
            @if let Some(said) = &missed.said {
                blockquote.said lang=[self.language()] { p { (said) } }
            }
            div.beside {
                div.given {
                    p.label { (self.say("report-given")) }
                    p lang=[self.language()] {
                        @if missed.given.trim().is_empty() { (self.say("report-silence")) }
                        @else { (missed.given) }
                    }
                }
                @if let Some(better) = &missed.better {
                    div.better {
                        p.label { (self.say("report-better")) }
                        p lang=[self.language()] { (better) }
                    }
                }
            }
            @if !missed.wanted.is_empty() { p.wanted { (wording.wanted(missed)) } }
        }
    }
}
