//! What was said, with evidence marked in it.

use maud::{Markup, html};

use super::Part;
use crate::report::sheet::{Mark, Said, TurnSheet};

impl Part<'_> {
    pub(super) fn talk(&self) -> Markup {
        let inside = html! {
            p.key {
                span.sample { mark.earned { (self.say("report-key-earned")) } }
                " " span.sample { mark.seen { (self.say("report-key-seen")) } }
                " " span.sample { mark.blunder { (self.say("report-key-blunder")) } }
            }
            ol.talk {
                @for turn in &self.conversation.turns {
                    li #(self.place(&format!("turn-{}", turn.turn))) { (self.turn(turn)) }
                }
            }
        };
        self.section("conversation", "report-conversation", &inside)
    }

    fn turn(&self, turn: &TurnSheet) -> Markup {
        let wording = self.page.wording;
        let moved = wording.moved(self.conversation, turn);
        html! {
            @if let Some(reply) = &turn.reply {
                div.reply {
                    p.who { span.number { (turn.turn) } " " (wording.agent()) }
                    p.words lang=[self.language()] { (self.marked(reply)) }
                    (self.notes(reply))
                    (self.missed_here(turn.turn))
                    @if !turn.understood { p.remark { (self.say("coach-nothing")) } }
                }
            }
            div.answer {
                @for answer in &turn.answer {
                    p.who {
                        (answer.role.as_deref().unwrap_or_else(|| wording.customer()))
                        @if answer.role.is_none() { (self.kinds(turn)) }
                    }
                    p.words lang=[self.language()] { (answer.text) }
                }
                @if !moved.is_empty() { p.moved { (moved) } }
            }
        }
    }

    /// What this reply missed, with a way to the better one.
    fn missed_here(&self, turn: usize) -> Markup {
        let all = self.conversation.missed.iter().enumerate();
        html! {
            @for (number, missed) in all.filter(|it| it.1.turn == turn) {
                p.missed-here {
                    a href={ "#" (self.place(&format!("moment-{}", number + 1))) } {
                        (self.page.wording.missed_here(self.conversation, missed))
                    }
                }
            }
        }
    }

    fn kinds(&self, turn: &TurnSheet) -> Markup {
        html! {
            @for kind in &turn.kinds {
                " " span.kind { (self.page.wording.kind(*kind, turn)) }
            }
        }
    }

    /// The words of a reply; each phrase that shows something carries the number of its note.
    fn marked(&self, reply: &Said) -> Markup {
        let text = reply.text.as_str();
        if text.trim().is_empty() {
            return html! { i { (self.say("report-silence")) } };
        }
        let mut from = 0;
        let mut parts = Vec::new();
        for (number, mark) in reply.marks.iter().enumerate() {
            let before = text.get(from..mark.span.start).unwrap_or_default();
            let phrase = mark.span.of(text);
            from = mark.span.end;
            parts.push(html! {
                (before)
                mark class=(look(mark)) { (phrase) sup { (number + 1) } }
            });
        }
        let after = text.get(from..).unwrap_or_default();
        html! { @for part in parts { (part) } (after) }
    }

    /// What the marked phrases show, by number.
    fn notes(&self, reply: &Said) -> Markup {
        if reply.marks.is_empty() {
            return html! {};
        }
        let wording = self.page.wording;
        html! {
            ol.notes {
                @for (number, mark) in reply.marks.iter().enumerate() {
                    li class=(look(mark)) {
                        span.nth { (number + 1) } " " (wording.shown(mark))
                        @if !mark.earned.is_empty() {
                            " " b { (wording.criteria(self.conversation, &mark.earned)) }
                        }
                    }
                }
            }
        }
    }
}

/// How a mark looks; what it means is always said in words too.
const fn look(mark: &Mark) -> &'static str {
    if mark.blunder {
        "blunder"
    } else if mark.earned.is_empty() {
        "seen"
    } else {
        "earned"
    }
}
