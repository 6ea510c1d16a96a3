//! A session's report as one HTML page that needs nothing but itself: no script, no style, no font
//! and no picture from elsewhere. Everything that was said goes through `maud`, which escapes it.

mod chart;
mod criteria;
pub(super) mod head;
mod missed;
mod mood;
mod rest;
mod talk;
mod top;

use maud::{DOCTYPE, Markup, html};

use crate::report::{
    sheet::{ConversationSheet, SessionSheet},
    wording::Wording,
};

/// What the parts of a page share.
struct Page<'a> {
    wording: &'a Wording<'a>,
    sheet: &'a SessionSheet,
}

/// One conversation on the page.
struct Part<'a> {
    page: &'a Page<'a>,
    conversation: &'a ConversationSheet,
    /// Its number on the page, from 0: names of places must differ.
    number: usize,
}

/// The whole page.
pub(super) fn page(wording: &Wording<'_>, sheet: &SessionSheet) -> String {
    let page = Page { wording, sheet };
    let words = wording.words();
    let language = words.language();
    let body = html! {
        (DOCTYPE)
        html lang=(language) {
            (head::head(&page))
            body {
                a.skip href="#main" { (words.say("report-skip")) }
                (top::top(&page))
                main #main tabindex="-1" {
                    @for part in page.parts() { (part.all()) }
                    (rest::desk(&page))
                }
                (rest::foot(&page))
            }
        }
    };
    body.into_string()
}

impl Page<'_> {
    /// A message of the screen.
    fn say(&self, id: &str) -> String {
        self.wording.words().say(id)
    }

    fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        let conversations = self.sheet.conversations.iter().enumerate();
        conversations.map(|(number, conversation)| Part {
            page: self,
            conversation,
            number,
        })
    }
}

impl Part<'_> {
    fn say(&self, id: &str) -> String {
        self.page.say(id)
    }

    /// The name of a place on the page.
    fn place(&self, name: &str) -> String {
        format!("{name}-{}", self.number + 1)
    }

    /// The language of what was said, where it is not that of the page.
    fn language(&self) -> Option<&str> {
        let spoken = self.page.sheet.language.as_str();
        (spoken != self.page.wording.words().language()).then_some(spoken)
    }

    fn all(&self) -> Markup {
        let inside = html! {
            (self.levels())
            (self.next())
            (self.missed())
            (self.talk())
            (self.mood())
            (self.criteria())
            (self.rest())
        };
        let words = self.page.wording.words();
        match self.conversation.customer {
            None => inside,
            Some(number) => html! {
                article.customer aria-labelledby=(self.place("customer")) {
                    h2 #(self.place("customer")) {
                        span.over { (self.page.wording.customer()) " " (number) }
                        " " (words.of(&self.conversation.title))
                    }
                    (self.fared())
                    (inside)
                }
            },
        }
    }

    /// A part with a heading of its own, one step below what it stands in.
    fn section(&self, name: &str, title: &str, inside: &Markup) -> Markup {
        let id = self.place(name);
        // at a desk every customer has such a part: the name tells them apart
        let named = match self.conversation.customer {
            Some(_) => format!("{} {id}", self.place("customer")),
            None => id.clone(),
        };
        html! {
            section class=(name) aria-labelledby=(named) {
                @if self.conversation.customer.is_some() {
                    h3.title #(id) { (self.say(title)) }
                } @else {
                    h2.title #(id) { (self.say(title)) }
                }
                (inside)
            }
        }
    }

    /// A heading within a part.
    fn heading(&self, inside: &Markup) -> Markup {
        html! {
            @if self.conversation.customer.is_some() { h4 { (inside) } } @else { h3 { (inside) } }
        }
    }
}
