//! Facts and moves that take the place of others once things have changed.

use std::{collections::BTreeMap, slice};

use toml::Spanned;

use crate::{
    ground::diagnostic::{Diagnostic, Source},
    scenario::{
        assemble::{Assembler, Item, Names},
        file::{FactTable, MoveTable},
    },
};

/// A fact or move as far as it takes the place of another, if it does.
pub(super) struct Successor<'a> {
    source: &'a Source,
    id: &'a Spanned<String>,
    instead_of: Option<&'a Spanned<String>>,
    since: &'a [Spanned<String>],
    stages: &'a [Spanned<String>],
}

impl<'a> Successor<'a> {
    pub(super) fn of_fact(item: &Item<'a, FactTable>) -> Self {
        let (source, table) = (item.source, item.table);
        Self {
            source,
            id: &table.id,
            instead_of: table.instead_of.as_ref(),
            since: &table.since,
            stages: &table.stages,
        }
    }

    pub(super) fn of_move(item: &Item<'a, MoveTable>) -> Self {
        let (source, table) = (item.source, item.table);
        Self {
            source,
            id: &table.id,
            instead_of: table.instead_of.as_ref(),
            since: &table.since,
            stages: &table.stages,
        }
    }
}

impl<'a> Assembler<'a> {
    /// Whose place is taken by whom, in the order of the files; `successors` are all facts or moves, which are what `names`
    /// knows.
    pub(super) fn succession(
        &mut self,
        kind: &str,
        successors: Vec<Successor<'a>>,
        names: impl Fn(&Names) -> &BTreeMap<String, usize>,
    ) -> Vec<(usize, usize)> {
        let mut succession = Vec::new();
        for (number, it) in successors.into_iter().enumerate() {
            let Some(of) = it.instead_of else {
                self.needs_a_place(kind, &it);
                continue;
            };
            let found = self.find_all(it.source, kind, slice::from_ref(of), &names);
            let Some(other) = found.first().copied() else {
                continue;
            };
            let since = it.since.first();
            if other == number {
                self.no_successor(kind, &it, of, "takes its own place");
            } else if since.is_none() && it.stages.is_empty() {
                let faulty = "needs `since`, or `stages`: when does it take the other's place?";
                self.no_successor(kind, &it, of, faulty);
            } else if let Some(since) = since.filter(|_| self.are_all_refused(it.since)) {
                self.no_successor(kind, &it, since, "comes since what is never accepted");
            } else {
                succession.push((other, number));
            }
        }
        succession
    }

    /// `since` without `instead_of` says nothing.
    fn needs_a_place(&mut self, kind: &str, it: &Successor<'_>) {
        if let Some(since) = it.since.first() {
            self.no_successor(kind, it, since, "has `since` without `instead_of`");
        }
    }

    /// Whether all these solutions are refused.
    fn are_all_refused(&self, since: &[Spanned<String>]) -> bool {
        let refused = |id: &Spanned<String>| {
            let mut solutions = self.file.solutions.iter();
            solutions.any(|it| it.refused && it.id.get_ref() == id.get_ref())
        };
        since.iter().all(refused)
    }

    fn no_successor(&mut self, kind: &str, it: &Successor<'_>, at: &Spanned<String>, faulty: &str) {
        let message = format!("the {kind} `{}` {faulty}", it.id.get_ref());
        let finding = Diagnostic::error("instead-of", message);
        self.diagnostics
            .push(finding.at(it.source, at.span().into()));
    }
}
