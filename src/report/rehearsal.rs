//! What a rehearsal came to, for authors of scenarios.

use std::{cmp::Reverse, fmt::Write as _};

use crate::{
    rehearsal::{Owned, Record, Rehearsal, own_lines},
    report::{
        ending::ending_name,
        style::{bold, dim, wrapped},
    },
    rubric::Rubric,
    scenario::{EndingKind, Scenario},
    words::Words,
};

/// So many of the lines that nobody heard are shown.
const MOST_LINES: usize = 20;

/// The kinds of endings, best first.
const KINDS: [EndingKind; 6] = [
    EndingKind::Resolved,
    EndingKind::HandedOver,
    EndingKind::CalledBack,
    EndingKind::Mild,
    EndingKind::GivenUp,
    EndingKind::HungUp,
];

/// How each trainee fared, and what none of them reached.
pub fn rehearsal(
    words: &Words,
    rehearsal: &Rehearsal,
    scenario: &Scenario,
    rubric: &Rubric,
    width: usize,
) -> String {
    let writer = Writer {
        words,
        scenario,
        width,
    };
    let about = words.with(
        "rehearse-about",
        &[
            ("title", words.of(&scenario.card.title).into()),
            ("name", (&*scenario.card.name).into()),
            ("trainees", rehearsal.records.len().into()),
            ("runs", rehearsal.runs.into()),
            ("seed", rehearsal.seed.to_string().into()),
        ],
    );
    let mut text = format!("{}\n", bold(&about));
    for record in &rehearsal.records {
        text.push_str(&writer.record(record, rubric));
    }
    text.push_str(&writer.reach(rehearsal));
    text
}

struct Writer<'a> {
    words: &'a Words,
    scenario: &'a Scenario,
    width: usize,
}

impl Writer<'_> {
    fn record(&self, record: &Record, rubric: &Rubric) -> String {
        let means = record.tally.means();
        let levels = rubric.criteria.iter().zip(record.tally.mean_levels());
        let levels: Vec<String> = levels
            .filter_map(|(it, mean)| Some((self.words.of(&it.title), mean?)))
            .map(|(title, mean)| format!("{title} {}", self.tenths(mean)))
            .collect();
        let says = |id: &str, values: &[(&'static str, String)]| {
            let values: Vec<_> = values
                .iter()
                .map(|(name, it)| (*name, it.as_str().into()))
                .collect();
            let told = self.words.with(id, &values);
            wrapped(&told, self.width, "  ", "    ")
        };
        let lines = [
            says(
                "rehearse-total",
                &[
                    ("total", self.tenths(means.total)),
                    ("replies", self.tenths(means.replies)),
                ],
            ),
            says("rehearse-endings", &[("endings", self.endings(record))]),
            says("rehearse-levels", &[("levels", levels.join(" · "))]),
            says(
                "rehearse-mood",
                &[
                    ("tension", self.tenths(means.tension)),
                    ("trust", self.tenths(means.trust)),
                    ("patience", self.tenths(means.patience)),
                ],
            ),
        ];
        let title = dim(self.words.of(&record.title));
        format!("\n{}  {title}\n{}\n", bold(&record.name), lines.join("\n"))
    }

    /// How often it ended how: by kind, with the endings of the scenario.
    fn endings(&self, record: &Record) -> String {
        let tally = &record.tally;
        let mut kinds = Vec::new();
        for kind in KINDS {
            let count = tally.ended(self.scenario, kind);
            if count == 0 {
                continue;
            }
            let endings = self.scenario.endings.iter().zip(&tally.endings);
            let own: Vec<String> = endings
                .filter(|(it, count)| it.kind == kind && **count > 0)
                .map(|(it, count)| format!("{} {count}", it.id))
                .collect();
            let name = self.ending(Some(kind));
            kinds.push(format!("{name} {count} ({})", own.join(", ")));
        }
        if tally.unfinished() > 0 {
            kinds.push(format!("{} {}", self.ending(None), tally.unfinished()));
        }
        kinds.join(" · ")
    }

    fn ending(&self, kind: Option<EndingKind>) -> String {
        self.words.say(&format!("ending-{}", ending_name(kind)))
    }

    fn tenths(&self, value: u64) -> String {
        let values = [
            ("whole", (value / 10).into()),
            ("tenths", (value % 10).into()),
        ];
        self.words.with("rehearse-tenths", &values)
    }

    fn reach(&self, rehearsal: &Rehearsal) -> String {
        let (reach, scenario) = (&rehearsal.reach, self.scenario);
        let mut text = format!("\n{}\n", bold(&self.words.say("rehearse-reach")));
        let named = |id: &str, about: &str| format!("{id}  {}", dim(about));
        let worry = |it: usize| named(&scenario.worries[it].id, &scenario.worries[it].about);
        let never_raised = reach.worries_never_raised().into_iter().map(worry);
        let never_settled = reach.worries_never_settled().into_iter().map(worry);
        let never_told = reach.facts_never_told(scenario).into_iter();
        let never_accepted = reach.solutions_never_accepted(scenario).into_iter();
        let never_reached = reach.endings_never_reached().into_iter();
        self.list(
            &mut text,
            "rehearse-unreached",
            never_reached.map(|it| {
                let ending = &scenario.endings[it];
                named(&ending.id, &self.ending(Some(ending.kind)))
            }),
        );
        self.list(
            &mut text,
            "rehearse-solutions",
            never_accepted
                .map(|it| named(&scenario.solutions[it].id, &scenario.solutions[it].about)),
        );
        self.list(&mut text, "rehearse-worries", never_raised);
        self.list(&mut text, "rehearse-unsettled", never_settled);
        self.list(
            &mut text,
            "rehearse-facts",
            never_told.map(|it| named(&scenario.facts[it].id, &scenario.facts[it].about)),
        );
        self.lines(&mut text, &reach.lines_never_spoken(scenario));
        let mut puzzling: Vec<(&String, &u64)> = reach.not_understood.iter().collect();
        puzzling.sort_by_key(|(reply, count)| (Reverse(**count), *reply));
        let puzzling = puzzling
            .into_iter()
            .map(|(reply, count)| format!("{count}×  {reply}"));
        self.list(&mut text, "rehearse-puzzling", puzzling);
        text
    }

    /// The lines that nobody heard, the first of them in full.
    fn lines(&self, text: &mut String, lines: &[Owned<'_>]) {
        let values = [
            ("count", lines.len().into()),
            ("all", own_lines(self.scenario).len().into()),
        ];
        let heading = self.words.with("rehearse-lines", &values);
        let shown = lines.iter().take(MOST_LINES).map(|it| {
            let owner = format!("{} {}", it.part.name(), it.id);
            format!("{}  {}", owner.trim_end(), dim(self.scenario.line(it.line)))
        });
        self.items(text, &heading, shown);
        if lines.len() > MOST_LINES {
            let values = [("count", (lines.len() - MOST_LINES).into())];
            let more = self.words.with("rehearse-lines-more", &values);
            let _ = writeln!(text, "    {more}");
        }
    }

    fn list(&self, text: &mut String, id: &str, items: impl Iterator<Item = String>) {
        let items: Vec<String> = items.collect();
        let heading = self.words.with(id, &[("count", items.len().into())]);
        self.items(text, &heading, items.into_iter());
    }

    fn items(&self, text: &mut String, heading: &str, items: impl Iterator<Item = String>) {
        let _ = writeln!(text, "  {heading}");
        for item in items {
            let _ = writeln!(text, "{}", wrapped(&item, self.width, "    ", "      "));
        }
    }
}
