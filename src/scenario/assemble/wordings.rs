//! The files of wordings, joined with what they call for.

use std::{collections::BTreeMap, slice};

use toml::Spanned;

use crate::{
    ground::diagnostic::Diagnostic,
    scenario::{
        assemble::{Assembler, Item, Names},
        example::Likely,
        model::{Move, Part, Polarity},
        wordings::{FactWordings, SaidWordings, WordingsFile},
    },
};

impl<'a> Assembler<'a> {
    /// Takes in the wordings of the case, and those of all cases as far as what they call for is part of
    /// this one.
    pub(super) fn wordings(&mut self, moves: &[Move]) {
        for item in std::mem::take(&mut self.wordings_files) {
            for (name, wordings) in &item.table.facts {
                if let Some(fact) = self.worded(&item, "fact", name, |it| &it.facts) {
                    self.questions(fact, wordings);
                }
            }
            for (name, wordings) in &item.table.moves {
                if let Some(made) = self.worded(&item, "move", name, |it| &it.moves) {
                    if moves[made].part == Part::Answer {
                        self.said(wordings, Likely::Calls(made));
                    } else if !item.common {
                        self.not_an_answer(&item, name);
                    }
                }
            }
            for (name, wordings) in &item.table.solutions {
                if let Some(it) = self.worded(&item, "solution", name, |it| &it.solutions) {
                    self.said(wordings, Likely::Offers(it));
                }
            }
            self.said(&item.table.nothing, Likely::Nothing);
        }
    }

    fn questions(&mut self, fact: usize, wordings: &FactWordings) {
        let kinds = [
            (&wordings.asked, Polarity::Asked),
            (&wordings.yes, Polarity::Yes),
            (&wordings.no, Polarity::No),
        ];
        for (texts, polarity) in kinds {
            self.wordings
                .add(texts.iter(), Likely::Asks(fact, polarity));
        }
    }

    fn said(&mut self, wordings: &SaidWordings, likely: Likely) {
        self.wordings.add(wordings.said.iter(), likely);
    }

    /// What a name in a file of wordings leads to. The wordings of all cases name much that a case may
    /// lack.
    fn worded(
        &mut self,
        item: &Item<'a, WordingsFile>,
        kind: &str,
        name: &Spanned<String>,
        names: impl Fn(&Names) -> &BTreeMap<String, usize>,
    ) -> Option<usize> {
        if item.common {
            return names(&self.names).get(name.get_ref()).copied();
        }
        let found = self.find_all(item.source, kind, slice::from_ref(name), names);
        found.first().copied()
    }

    fn not_an_answer(&mut self, item: &Item<'a, WordingsFile>, name: &Spanned<String>) {
        let message = format!(
            "the move `{}` is no answer, so nothing can be worded for it",
            name.get_ref()
        );
        let finding = Diagnostic::error("wordings-part", message);
        self.diagnostics
            .push(finding.at(item.source, name.span().into()));
    }
}
