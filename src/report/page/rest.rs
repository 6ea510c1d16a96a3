//! Desk work, notes, reflections, what was not assessed, and the foot of the page.

use maud::{Markup, html};

use super::{Page, Part};
use crate::report::{desk_record::desk_lines, floor::figure_lines};

impl Part<'_> {
    pub(super) fn rest(&self) -> Markup {
        let wording = self.page.wording;
        let conversation = self.conversation;
        let desk = desk_lines(wording.words(), &conversation.record);
        html! {
            (self.list("unjudged", "report-not-assessed", &wording.unjudged(conversation)))
            (self.list("desk", "desk-record-title", &desk))
            (self.list("notes-taken", "card-notes", &conversation.notes))
            (self.list("counts", "experience-title", &wording.counts(conversation)))
            (self.reflections())
        }
    }

    fn list(&self, name: &str, title: &str, lines: &[String]) -> Markup {
        if lines.is_empty() {
            return html! {};
        }
        self.section(
            name,
            title,
            &html! { ul.plain { @for line in lines { li { (line) } } } },
        )
    }

    fn reflections(&self) -> Markup {
        if self.conversation.reflections.is_empty() {
            return html! {};
        }
        let inside = html! {
            dl.why {
                @for reflection in &self.conversation.reflections {
                    dt { (reflection.question) } dd { (reflection.answer) }
                }
            }
        };
        self.section("reflections", "experience-reflect", &inside)
    }
}

/// The figures of a chat desk.
pub(super) fn desk(page: &Page<'_>) -> Markup {
    let Some(desk) = &page.sheet.desk else {
        return html! {};
    };
    let lines = figure_lines(page.wording.words(), &desk.figures, desk.norm);
    html! {
        section.desk aria-labelledby="floor" {
            h2.title #floor { (page.say("desk-record-title")) }
            ul.plain { @for line in lines { li { (line) } } }
        }
    }
}

pub(super) fn foot(page: &Page<'_>) -> Markup {
    html! { footer { p { (page.say("report-foot")) } } }
}
