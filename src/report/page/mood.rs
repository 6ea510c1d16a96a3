//! The mood over the turns: a chart, its key, and the same in figures and words.

use maud::{Markup, html};

use super::{
    Part,
    chart::{self, Line},
};
use crate::report::{coach::band, pulse::beats_per_minute};

impl Part<'_> {
    pub(super) fn mood(&self) -> Markup {
        if !self.conversation.mood_shown {
            return html! {};
        }
        let inside = html! {
            (self.pulse())
            figure.chart {
                (self.charts())
                figcaption {
                    @for line in Line::ALL {
                        span.entry { (chart::sample(line)) " " (self.say(line.id())) }
                    }
                }
            }
            (self.figures())
        };
        self.section("mood", "report-mood", &inside)
    }

    fn pulse(&self) -> Markup {
        let moods = self.conversation.moods();
        let first = moods.first().map_or(0, |it| it.1.tension);
        let last = moods.last().map_or(0, |it| it.1.tension);
        let values = [
            ("from", beats_per_minute(first).into()),
            ("to", beats_per_minute(last).into()),
        ];
        html! { p.pulse { (self.page.wording.words().with("end-pulse", &values)) } }
    }

    /// One chart for wide screens and paper, one for narrow screens; one of them shows.
    fn charts(&self) -> Markup {
        let moods = self.conversation.moods();
        let title = self.say("report-chart");
        let bands = ["band-panicked", "band-tense", "band-calm"].map(|it| self.say(it));
        let turn = self.say("report-turn");
        html! {
            div.wide { (chart::chart(&moods, &title, &bands, &turn, chart::WIDE)) }
            div.narrow { (chart::chart(&moods, &title, &bands, &turn, chart::NARROW)) }
        }
    }

    fn figures(&self) -> Markup {
        let wording = self.page.wording;
        let moods = self.conversation.moods();
        let causes = |turn: usize| {
            let turn = self.conversation.turns.iter().find(|it| it.turn == turn);
            let turn = turn.filter(|it| it.turn > 0);
            turn.map(|it| wording.causes(it)).unwrap_or_default()
        };
        html! {
            table.figures {
                caption { (self.say("report-figures")) }
                thead {
                    tr {
                        th scope="col" { (self.say("report-turn")) }
                        th scope="col" { (self.say("report-tension")) }
                        th scope="col" { (self.say("report-trust")) }
                        th scope="col" { (self.say("report-patience")) }
                        th scope="col" { (self.say("report-cause")) }
                    }
                }
                tbody {
                    @for (turn, mood) in moods {
                        tr {
                            th scope="row" { (turn) }
                            td { (mood.tension) " " span.band { (self.say(band(mood.band()))) } }
                            td { (mood.trust) }
                            td { (mood.patience) }
                            td.cause { (causes(turn)) }
                        }
                    }
                }
            }
        }
    }
}
