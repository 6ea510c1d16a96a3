//! General better replies: what could have been said, where the scenario gives nothing of its own.

use std::collections::BTreeMap;

use crate::{
    ground::diagnostic::{Diagnostic, Source},
    rubric::model::MomentKind,
};

/// Replies per criterion and kind of moment, from `rubrics/better-replies.<language>.toml`.
#[derive(Debug, Clone, Default)]
pub struct GeneralReplies {
    by_criterion: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

/// Loads a file of better replies: per criterion a table, per kind of moment (or `any`) a list.
pub fn load_better(source: &Source) -> (GeneralReplies, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let by_criterion: BTreeMap<String, BTreeMap<String, Vec<String>>> =
        toml::from_str(&source.text).unwrap_or_else(|error| {
            diagnostics.push(Diagnostic::from_toml("better-replies", source, &error));
            BTreeMap::new()
        });
    for (criterion, kinds) in &by_criterion {
        for kind in kinds.keys() {
            if kind != "any" && MomentKind::from_name(kind).is_none() {
                let names: Vec<&str> = MomentKind::ALL.iter().map(|it| it.name()).collect();
                let message = format!("`{criterion}` has replies for `{kind}`, which is no moment");
                let at = source.text.find(kind.as_str()).unwrap_or_default();
                diagnostics.push(
                    Diagnostic::error("unknown-moment", message)
                        .at(source, (at..at + kind.len()).into())
                        .help(format!("the kinds are any, {}", names.join(", "))),
                );
            }
        }
    }
    (GeneralReplies { by_criterion }, diagnostics)
}

impl GeneralReplies {
    /// A reply for this criterion at this kind of moment; `turn` chooses among several, so that a
    /// scorecard does not say the same twice.
    pub fn find(&self, criterion: &str, kind: MomentKind, turn: usize) -> Option<&str> {
        let kinds = self.by_criterion.get(criterion)?;
        let lists = [kinds.get(kind.name()), kinds.get("any")];
        let list = lists.into_iter().flatten().find(|it| !it.is_empty())?;
        list.get(turn % list.len()).map(String::as_str)
    }

    /// All replies with their criterion and kind of moment, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.by_criterion.iter().flat_map(|(criterion, kinds)| {
            kinds.iter().flat_map(move |(kind, replies)| {
                let replies = replies.iter();
                replies.map(move |it| (criterion.as_str(), kind.as_str(), it.as_str()))
            })
        })
    }
}
