//! The head of a scenario file: what a trainee reads before choosing.

use crate::{
    ground::{
        diagnostic::{Diagnostic, Source},
        localised::Localised,
        span::Span,
    },
    scenario::{
        file::ScenarioFile,
        model::{Card, Channel},
    },
};

/// The only format there is so far.
const FORMAT: u32 = 1;

/// The head of one file, and what is wrong with it.
pub(super) struct Heading<'a> {
    source: &'a Source,
    file: &'a ScenarioFile,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'a> Heading<'a> {
    pub(super) const fn new(source: &'a Source, file: &'a ScenarioFile) -> Self {
        Self {
            source,
            file,
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn card(&mut self) -> Card {
        let file = self.file;
        if file.format != Some(FORMAT) {
            let found = file
                .format
                .map_or_else(|| "missing".to_owned(), |it| it.to_string());
            self.wrong(format!(
                "`format` is {found}; this program reads format {FORMAT}"
            ));
        }
        let level = file.level.unwrap_or_default();
        if !(1..=3).contains(&level) {
            self.wrong("`level` must be 1, 2 or 3".to_owned());
        }
        let text = |it: &Option<String>, otherwise: &str| it.as_deref().unwrap_or(otherwise).into();
        Card {
            name: self.name().into(),
            language: text(&file.language, "nl"),
            region: text(&file.region, "nl"),
            channel: file.channel.unwrap_or(Channel::Phone),
            trainee: file.trainee,
            level,
            rubric: text(&file.rubric, "service-call"),
            title: self.localised("title", file.title.as_ref()),
            summary: self.localised("summary", file.summary.as_ref()),
            goal: self.localised("goal", file.goal.as_ref()),
        }
    }

    fn name(&mut self) -> &'a str {
        let name = self.file.name.as_ref().map_or("", |it| it.get_ref());
        if name.is_empty() || !self.source.path.ends_with(&format!("/{name}.toml")) {
            self.wrong(format!("`name` is `{name}`, but must be that of the file"));
        }
        name
    }

    fn localised(&mut self, key: &str, text: Option<&Localised>) -> Localised {
        text.cloned().unwrap_or_else(|| {
            self.wrong(format!(
                "`{key}` is missing: a text in Dutch (nl) and English (en)"
            ));
            Localised::default()
        })
    }

    fn wrong(&mut self, message: String) {
        let span = self
            .file
            .name
            .as_ref()
            .map_or(Span::new(0, 0), |it| it.span().into());
        self.diagnostics
            .push(Diagnostic::error("heading", message).at(self.source, span));
    }
}

/// The channel and the region that a scenario file names in its head, as words; found without reading
/// the whole file.
pub fn place(source: &Source) -> Vec<String> {
    let head = source.text.lines().take_while(|it| !it.starts_with('['));
    let value = |key: &str| {
        let mut values = head.clone().filter_map(|it| it.split_once('='));
        let (_, value) = values.find(|(name, _)| name.trim() == key)?;
        Some(value.trim().trim_matches(['"', '\'']).to_owned())
    };
    [value("channel"), value("region")]
        .into_iter()
        .flatten()
        .collect()
}

/// The agent's organisation that a scenario file names; found without reading the whole file.
pub fn company(source: &Source) -> Option<String> {
    let desk = source.text.lines().skip_while(|it| it.trim() != "[desk]");
    let own = desk.skip(1).take_while(|it| !it.starts_with('['));
    let mut values = own.filter_map(|it| it.split_once('='));
    let (_, value) = values.find(|(name, _)| name.trim() == "company")?;
    Some(value.trim().trim_matches(['"', '\'']).to_owned())
}
