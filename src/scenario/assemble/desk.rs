//! The desk: what the agent reads, and what their words are held against.

use jiff::civil::DateTime;
use toml::Spanned;

use crate::{
    ground::{calendar::Calendar, diagnostic::Diagnostic, span::Span},
    scenario::{
        assemble::Assembler,
        desk::{Desk, Mandate, NextStep, Secret},
        file::{DeskTable, MandateTable, SecretTable, StepTable},
    },
};

impl Assembler<'_> {
    pub(super) fn desk(&mut self) -> Desk {
        let (source, file) = (self.source, self.file);
        let Some(table) = &file.desk else {
            self.wrong("the table [desk] is missing");
            return Desk::default();
        };
        let clock = table.clock.parse().unwrap_or_else(|_| {
            self.wrong(&not_a_moment("clock", &table.clock));
            DateTime::default()
        });
        Desk {
            company: table.company.clone(),
            clock,
            hours: table.hours.clone(),
            file: table.file.clone(),
            notes: table.notes.clone(),
            policy: table.policy.clone(),
            mandate: table.mandate.clone(),
            calendar: self.calendar(table),
            identity: self
                .find_all(source, "fact", &table.identity, |it| &it.facts)
                .into(),
            secrets: table
                .secrets
                .iter()
                .filter_map(|it| self.secret(it))
                .collect(),
            step: table.step.as_ref().and_then(|it| self.step(it)),
            goodwill: table.goodwill.as_ref().map(|it| self.mandate(it)),
        }
    }

    fn calendar(&mut self, table: &DeskTable) -> Option<Calendar> {
        if table.open.is_empty() {
            return None;
        }
        match Calendar::parse(&table.open, &table.closed) {
            Ok(calendar) => Some(calendar),
            Err(error) => {
                self.wrong(&error.to_string());
                None
            }
        }
    }

    fn secret(&mut self, table: &SecretTable) -> Option<Secret> {
        let heard = self.phrases(self.source, &table.heard);
        if heard.is_none() {
            self.wrong("a `desk.secret` needs `heard`: the words by which an agent tells it");
        }
        Some(Secret {
            about: table.about.as_str().into(),
            heard: heard?,
            known: self
                .find_all(self.source, "fact", &table.known, |it| &it.facts)
                .into(),
        })
    }

    fn step(&mut self, table: &StepTable) -> Option<NextStep> {
        let step = NextStep {
            about: table.about.as_str().into(),
            earliest: self.moment("earliest", &table.earliest)?,
            latest: self.moment("latest", &table.latest)?,
        };
        if step.latest < step.earliest {
            self.wrong("`latest` of `desk.step` lies before `earliest`");
        }
        Some(step)
    }

    fn mandate(&mut self, table: &MandateTable) -> Mandate {
        Mandate {
            most: table.most,
            after: self
                .find_all(self.source, "fact", &table.after, |it| &it.facts)
                .into(),
        }
    }

    fn moment(&mut self, key: &str, text: &Spanned<String>) -> Option<DateTime> {
        let moment = text.get_ref().parse().ok();
        if moment.is_none() {
            let message = not_a_moment(key, text.get_ref());
            let span: Span = text.span().into();
            let finding = Diagnostic::error("heading", message);
            self.diagnostics.push(finding.at(self.source, span));
        }
        moment
    }
}

fn not_a_moment(key: &str, text: &str) -> String {
    format!("`{key}` is `{text}`, but must be a date and time such as 2026-03-10T10:40")
}
