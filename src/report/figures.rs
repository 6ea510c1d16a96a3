//! A report on many sessions: a person over time, a group, a scenario; in every form.

use crate::{
    outcome::{GroupFigures, PersonFigures, ScenarioFigures, Standing},
    report::{
        figures_outline::{Sketch, sketch},
        figures_page::figures_page,
        markdown::markdown,
        outline::Block,
        plain::plain,
        session_report::Form,
        table::table,
    },
    scenario::EndingKind,
    words::Words,
};

/// What is reported on.
#[derive(Debug, Clone, Copy)]
pub enum Figures<'a> {
    /// A person over time.
    Person(&'a PersonFigures),
    /// People by criteria.
    Group(&'a GroupFigures),
    /// A scenario in use.
    Scenario(&'a ScenarioFigures),
}

/// The words that such a report needs.
#[derive(Debug, Clone, Copy)]
pub struct FiguresWording<'a> {
    /// The words of the screen.
    pub words: &'a Words,
    /// The criteria in the order in which they are told, each with its name for people.
    pub titles: &'a [(String, String)],
}

/// The report in the form that was asked for.
///
/// # Errors
/// When the figures cannot be written as JSON.
pub fn figures_report(
    wording: FiguresWording<'_>,
    figures: Figures<'_>,
    form: Form,
) -> serde_json::Result<String> {
    let sketch = sketch(wording, figures);
    Ok(match form {
        Form::Text(width) => plain(&blocks(&sketch), width),
        Form::Markdown => markdown(&blocks(&sketch)),
        Form::Html => figures_page(wording, figures, &sketch),
        Form::Json => json(figures)? + "\n",
        Form::Table(style) => table(style, &sketch.main),
    })
}

fn json(figures: Figures<'_>) -> serde_json::Result<String> {
    match figures {
        Figures::Person(figures) => serde_json::to_string_pretty(figures),
        Figures::Group(figures) => serde_json::to_string_pretty(figures),
        Figures::Scenario(figures) => serde_json::to_string_pretty(figures),
    }
}

fn blocks(sketch: &Sketch) -> Vec<Block> {
    let mut blocks = vec![
        Block::Heading(1, sketch.title.clone()),
        Block::Text(sketch.goal.clone()),
        Block::List(sketch.about.clone()),
        Block::Heading(2, sketch.main_title.clone()),
        Block::Table(sketch.main.clone()),
    ];
    blocks.extend(sketch.rest.iter().cloned());
    blocks
}

impl FiguresWording<'_> {
    pub(super) fn say(&self, id: &str) -> String {
        self.words.say(id)
    }

    /// A criterion's name for people.
    pub(super) fn criterion<'t>(&'t self, name: &'t str) -> &'t str {
        let known = self.titles.iter().find(|it| it.0 == name);
        known.map_or(name, |it| &it.1)
    }

    /// The place of a criterion among others; those of a rubric that is no longer there come last.
    pub fn place(&self, name: &str) -> usize {
        let known = self.titles.iter().position(|it| it.0 == name);
        known.unwrap_or(self.titles.len())
    }

    /// How a conversation ended.
    pub(super) fn ending(&self, ending: Option<EndingKind>) -> String {
        let name = ending.map_or("unfinished", EndingKind::name);
        self.say(&format!("ending-{name}"))
    }

    /// Hundredths with one digit behind the sign of the language, rounded half up.
    pub(super) fn tenths(&self, hundredths: u32) -> String {
        let tenths = (hundredths + 5) / 10;
        let values = [
            ("whole", (tenths / 10).to_string().into()),
            ("tenths", (tenths % 10).to_string().into()),
        ];
        self.words.with("figures-number", &values)
    }

    /// A correlation.
    pub(super) fn correlation(&self, hundredths: Option<i32>) -> String {
        let Some(hundredths) = hundredths else {
            return self.say("figures-none");
        };
        let size = hundredths.unsigned_abs();
        let values = [
            ("sign", if hundredths < 0 { "−" } else { "" }.into()),
            ("whole", (size / 100).to_string().into()),
            ("hundredths", format!("{:02}", size % 100).into()),
        ];
        self.words.with("figures-hundredths", &values)
    }

    /// A mean level, and from how many sessions.
    pub(super) fn standing(&self, standing: Option<Standing>) -> String {
        standing.map_or_else(
            || self.say("figures-none"),
            |it| format!("{} ({})", self.tenths(it.mean), it.sessions),
        )
    }

    /// A whole number, or a dash.
    pub(super) fn number(&self, number: Option<u32>) -> String {
        number.map_or_else(|| self.say("figures-none"), |it| it.to_string())
    }
}
