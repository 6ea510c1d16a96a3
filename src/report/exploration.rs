//! What a walk through a scenario has shown: endings, reach, stages, lines that nobody heard.

use std::fmt::Write as _;

use crate::{
    exploration::{Exploration, StageReached, Stuck, Unheard},
    report::{
        ending::ending_name,
        style::{BAD, FAIR, bold, dim, indent, painted, wrapped},
    },
    scenario::{Band, Scenario},
    words::Words,
};

/// What was found in `scenario`, in lines of at most `width` columns.
pub fn exploration(
    words: &Words,
    scenario: &Scenario,
    found: &Exploration,
    width: usize,
) -> String {
    let page = Page {
        words,
        scenario,
        found,
        width,
    };
    let mut text = page.heading();
    text.push_str(&page.endings());
    text.push_str(&page.reach());
    text.push_str(&page.stages());
    text.push_str(&page.unheard());
    text
}

struct Page<'a> {
    words: &'a Words,
    scenario: &'a Scenario,
    found: &'a Exploration,
    width: usize,
}

impl Page<'_> {
    fn heading(&self) -> String {
        let card = &self.scenario.card;
        let about = [
            ("scenario", (&*card.name).into()),
            ("language", (&*card.language).into()),
            ("states", self.found.states.into()),
            ("different", self.found.different.into()),
        ];
        let about = self.words.with("explore-scenario", &about);
        let end = if self.found.whole {
            self.words.say("explore-whole")
        } else {
            let bound = [("states", self.found.bound.into())];
            self.words.with("explore-bound", &bound)
        };
        format!("\n{}\n{}\n", bold(&about), dim(&end))
    }

    fn title(&self, id: &str) -> String {
        format!("\n{}\n", bold(&self.words.say(id)))
    }

    fn endings(&self) -> String {
        let mut text = self.title("explore-endings");
        for way in &self.found.endings {
            let ending = &self.scenario.endings[way.ending];
            let kind = format!("ending-{}", ending_name(Some(ending.kind)));
            let about = [
                ("ending", (&*ending.id).into()),
                ("kind", self.words.say(&kind).into()),
                ("states", self.found.states.into()),
            ];
            let Some(replies) = &way.replies else {
                let missing = self.words.with("explore-not-shown", &about);
                let _ = writeln!(text, "{}", painted(BAD, &indent(&missing, self.width, 2)));
                continue;
            };
            let shown = self.words.with("explore-ending", &about);
            let _ = writeln!(text, "{}", indent(&shown, self.width, 2));
            for (number, reply) in replies.iter().enumerate() {
                let first = format!("    {} ", number + 1);
                let reply = wrapped(&self.spoken(reply), self.width, &first, "      ");
                let _ = writeln!(text, "{}", dim(&reply));
            }
        }
        text
    }

    fn spoken(&self, reply: &str) -> String {
        if reply.is_empty() {
            self.words.say("explore-silence")
        } else {
            reply.to_owned()
        }
    }

    fn reach(&self) -> String {
        let reach = &self.found.reach;
        let all = reach.good + reach.mild + reach.meant + reach.lost.states + reach.unknown.states;
        let say = |id: &str, states: usize| {
            let numbers = [("states", states.into()), ("all", all.into())];
            indent(&self.words.with(id, &numbers), self.width, 2)
        };
        let mut text = self.title("explore-reach");
        let _ = writeln!(text, "{}", say("explore-good", reach.good));
        for (id, states) in [("explore-mild", reach.mild), ("explore-meant", reach.meant)] {
            if states > 0 {
                let _ = writeln!(text, "{}", say(id, states));
            }
        }
        for (id, stuck, style) in [
            ("explore-lost", &reach.lost, BAD),
            ("explore-unknown", &reach.unknown, FAIR),
        ] {
            if stuck.states > 0 {
                let _ = writeln!(text, "{}", painted(style, &say(id, stuck.states)));
                text.push_str(&self.instances(stuck));
            }
        }
        text
    }

    fn instances(&self, stuck: &Stuck) -> String {
        let mut text = String::new();
        for replies in &stuck.examples {
            let replies: Vec<String> = replies.iter().map(|it| self.spoken(it)).collect();
            let instance = self.words.with(
                "explore-instance",
                &[("replies", replies.join(" / ").into())],
            );
            let _ = writeln!(text, "{}", dim(&indent(&instance, self.width, 4)));
        }
        text
    }

    fn stages(&self) -> String {
        if self.found.stages.is_empty() {
            return String::new();
        }
        let mut text = self.title("explore-stages");
        for stage in &self.found.stages {
            let _ = writeln!(text, "{}", indent(&self.stage(stage), self.width, 2));
        }
        text
    }

    fn stage(&self, reached: &StageReached) -> String {
        let endings = reached.endings.iter();
        let endings: Vec<&str> = endings.map(|it| &*self.scenario.endings[*it].id).collect();
        let about = [
            ("stage", (&*self.scenario.stages[reached.stage].id).into()),
            ("endings", endings.join(", ").into()),
        ];
        if !reached.entered {
            painted(FAIR, &self.words.with("explore-stage-never", &about))
        } else if reached.leads_nowhere(self.scenario) {
            painted(BAD, &self.words.with("explore-stage-nowhere", &about))
        } else if reached.shows_no_way_out(self.scenario) {
            painted(FAIR, &self.words.with("explore-stage-unknown", &about))
        } else if reached.left {
            self.words.with("explore-stage-left", &about)
        } else {
            self.words.with("explore-stage-ends", &about)
        }
    }

    /// A paragraph for each kind of table.
    fn unheard(&self) -> String {
        let unheard = &self.found.unheard;
        if unheard.is_empty() {
            return String::new();
        }
        let mut text = self.title("explore-unheard");
        for tables in unheard.chunk_by(|one, other| one.table == other.table) {
            let Some(first) = tables.first() else {
                continue;
            };
            let items = tables.chunk_by(|one, other| one.id == other.id);
            let items: Vec<String> = items.map(|it| self.item(it)).collect();
            let head = format!("  {}: ", first.table);
            let paragraph = wrapped(&items.join("; "), self.width, &head, "    ");
            let _ = writeln!(text, "{}", dim(&paragraph));
        }
        text
    }

    /// `icon yes_says, says (calm)`
    fn item(&self, of_one: &[Unheard]) -> String {
        let keys = of_one.iter().map(|it| {
            if it.in_every_mood() {
                return it.key.to_owned();
            }
            let bands: Vec<String> = it.bands.iter().map(|it| self.band(*it)).collect();
            let about = [("key", it.key.into()), ("bands", bands.join(", ").into())];
            self.words.with("explore-stands", &about)
        });
        let keys = keys.collect::<Vec<_>>().join(", ");
        let id = of_one.first().map_or("", |it| &it.id);
        format!("{id} {keys}").trim().to_owned()
    }

    fn band(&self, band: Band) -> String {
        match band {
            Band::Calm => self.words.say("band-calm"),
            Band::Tense => self.words.say("band-tense"),
            Band::Panicked => self.words.say("band-panicked"),
        }
    }
}
