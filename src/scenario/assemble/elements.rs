//! What all tables are made of: patterns, lines, conditions, names.

use std::collections::BTreeMap;

use toml::Spanned;

use crate::{
    ground::diagnostic::{Diagnostic, Source},
    scenario::{
        assemble::{Assembler, Names},
        condition::{Bounds, Clause, Condition, HeardId, Turns},
        file::{ConditionTable, CountsShape, LinesShape, OneOrMany},
        lines::Lines,
        model::{Added, Role},
    },
};

impl Assembler<'_> {
    pub(super) fn pattern(&mut self, source: &Source, pattern: &Spanned<String>, role: Role) {
        match self.patterns.add(pattern.get_ref()) {
            Ok(_) => self.roles.push(role),
            Err(error) => self.diagnostics.push(
                Diagnostic::error("pattern", error.to_string())
                    .at(source, pattern.span().into())
                    .help("docs/patterns.md describes the pattern language"),
            ),
        }
    }

    pub(super) fn lines(&mut self, shape: &LinesShape) -> Lines {
        shape.put_into(&mut self.lines)
    }

    pub(super) fn required_lines(
        &mut self,
        source: &Source,
        id: &Spanned<String>,
        shape: &LinesShape,
    ) -> Lines {
        let lines = self.lines(shape);
        if lines.is_empty() {
            let message = format!("`{}` has nothing to say", id.get_ref());
            let finding = Diagnostic::error("no-lines", message);
            self.diagnostics.push(finding.at(source, id.span().into()));
        }
        lines
    }

    pub(super) fn condition(
        &mut self,
        source: &Source,
        shape: &OneOrMany<ConditionTable>,
    ) -> Condition {
        Condition {
            any: shape
                .as_slice()
                .iter()
                .map(|it| self.clause(source, it))
                .collect(),
        }
    }

    pub(super) fn clause(&mut self, source: &Source, table: &ConditionTable) -> Clause {
        let heard = self.phrases(source, &table.heard);
        let not_heard = self.phrases(source, &table.not_heard);
        let bounds = |from: Option<u8>, below: Option<u8>| {
            Bounds(from.unwrap_or(0), below.unwrap_or(u8::MAX))
        };
        let stage = table.stage.as_slice();
        Clause {
            acts: table.acts,
            all_acts: table.all_acts,
            no_acts: table.no_acts,
            heard,
            not_heard,
            last: self.find_all(source, "fact", &table.last, |it| &it.facts),
            promised: table.promised.clone(),
            goodwill_over: table.goodwill_over,
            transfer: table.transfer,
            leaked: table.leaked,
            after: table.after,
            done: table.done,
            not_done: table.not_done,
            told: self.find_all(source, "fact", &table.told, |it| &it.facts),
            untold: self.find_all(source, "fact", &table.untold, |it| &it.facts),
            open: self.find_all(source, "worry", &table.open, |it| &it.worries),
            settled: self.find_all(source, "worry", &table.settled, |it| &it.worries),
            unsettled: self.find_all(source, "worry", &table.unsettled, |it| &it.worries),
            accepted: self.find_all(source, "solution", &table.accepted, |it| &it.solutions),
            not_accepted: self
                .find_all(source, "solution", &table.not_accepted, |it| &it.solutions),
            offered: self.find_all(source, "solution", &table.offered, |it| &it.solutions),
            moods: table
                .mood
                .as_ref()
                .map(|it| it.as_slice().to_vec())
                .unwrap_or_default(),
            tension: bounds(table.tension_from, table.tension_below),
            trust: bounds(table.trust_from, table.trust_below),
            patience: bounds(table.patience_from, table.patience_below),
            turns: Turns(
                table.turn_from.unwrap_or(0),
                table.turn_below.unwrap_or(u32::MAX),
            ),
            strikes_from: table.strikes_from.unwrap_or(0),
            quiet_from: table.quiet_from.unwrap_or(0),
            asks: table.asks,
            farewell: table.farewell,
            worn: table.worn,
            counted: self.added(source, &table.counted),
            stage: self
                .find_all(source, "stage", stage, |it| &it.stages)
                .first()
                .copied(),
        }
    }

    /// A list of phrases to listen for; `None` where there are none.
    pub(super) fn phrases(
        &mut self,
        source: &Source,
        patterns: &[Spanned<String>],
    ) -> Option<HeardId> {
        (!patterns.is_empty()).then(|| {
            let list = self.heard;
            self.heard += 1;
            for pattern in patterns {
                self.pattern(source, pattern, Role::Heard(list));
            }
            list
        })
    }

    /// What is added to which counts.
    pub(super) fn added(&mut self, source: &Source, counts: &CountsShape) -> Vec<Added> {
        let mut added = Vec::with_capacity(counts.len());
        for (name, by) in counts {
            let name = Spanned::new(by.span(), name.clone());
            let count = self.find_all(source, "count", &[name], |it| &it.counts);
            added.extend(count.into_iter().map(|count| Added {
                count,
                by: *by.get_ref(),
            }));
        }
        added
    }

    pub(super) fn stages(&mut self, source: &Source, names: &[Spanned<String>]) -> Box<[usize]> {
        self.find_all(source, "stage", names, |it| &it.stages)
            .into()
    }

    /// The numbers of these names; a diagnostic for each that leads nowhere.
    pub(super) fn find_all(
        &mut self,
        source: &Source,
        kind: &str,
        wanted: &[Spanned<String>],
        names: impl Fn(&Names) -> &BTreeMap<String, usize>,
    ) -> Vec<usize> {
        let mut found = Vec::with_capacity(wanted.len());
        for name in wanted {
            let known = names(&self.names);
            if let Some(number) = known.get(name.get_ref()) {
                found.push(*number);
                continue;
            }
            let all: Vec<&str> = known.keys().map(String::as_str).collect();
            self.diagnostics.push(
                Diagnostic::error(
                    "unknown-name",
                    format!("there is no {kind} `{}`", name.get_ref()),
                )
                .at(source, name.span().into())
                .help(format!("the names are: {}", all.join(", "))),
            );
        }
        found
    }
}
