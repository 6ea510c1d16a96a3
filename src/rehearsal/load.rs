//! From a file to its trainees, and what is wrong with it.

use std::collections::BTreeSet;

use toml::Spanned;

use crate::{
    ground::{
        diagnostic::{Diagnostic, Source},
        span::Span,
    },
    rehearsal::{
        file::{GroupTable, TraineeTable, TraineesFile},
        trainee::{Group, MOST_REPLIES, Phase, Replies, Trainee},
    },
};

/// The format that this program reads.
const FORMAT: u32 = 1;

/// Loads the trainees of one language. With an error among the diagnostics they are of no use.
pub fn load(source: &Source) -> (Vec<Trainee>, Vec<Diagnostic>) {
    let mut loader = Loader {
        source,
        diagnostics: Vec::new(),
    };
    let trainees = match toml::from_str::<TraineesFile>(&source.text) {
        Ok(file) => loader.file(file),
        Err(error) => {
            let finding = Diagnostic::from_toml("trainees-file", source, &error);
            loader.diagnostics.push(finding);
            Vec::new()
        }
    };
    (trainees, loader.diagnostics)
}

struct Loader<'a> {
    source: &'a Source,
    diagnostics: Vec<Diagnostic>,
}

impl Loader<'_> {
    fn file(&mut self, file: TraineesFile) -> Vec<Trainee> {
        if *file.format.get_ref() != FORMAT {
            let message = format!("this program reads format {FORMAT}");
            self.report("format", message, file.format.span().into());
        }
        let mut names = BTreeSet::new();
        let mut trainees = Vec::new();
        for table in file.trainees {
            let name = table.name.get_ref().clone();
            if !names.insert(name.clone()) {
                let message = format!("the trainee `{name}` stands twice in the file");
                self.report("trainee-name", message, table.name.span().into());
            }
            trainees.push(self.trainee(table));
        }
        trainees
    }

    fn trainee(&mut self, table: TraineeTable) -> Trainee {
        for (key, range) in [("closes", &table.closes), ("turns", &table.turns)] {
            if let Some(it) = range.as_ref().filter(|it| !is_range(*it.get_ref())) {
                let message = format!(
                    "`{key}` is a first and a last reply, from 2 to {MOST_REPLIES}, in order"
                );
                self.report("trainee-range", message, it.span().into());
            }
        }
        Trainee {
            name: table.name.into_inner().into(),
            title: table.title,
            plays: table.plays,
            closes: table.closes.map(Spanned::into_inner),
            turns: table.turns.map_or((1, 1), Spanned::into_inner),
            opening: self.phase(table.opening),
            middle: self.phase(table.middle),
            closing: self.phase(table.closing),
        }
    }

    fn phase(&mut self, groups: Spanned<Vec<Spanned<GroupTable>>>) -> Phase {
        if groups.get_ref().is_empty() {
            let message = "a phase needs at least one group of replies".to_owned();
            self.report("trainee-phase", message, groups.span().into());
        }
        let groups = groups.into_inner().into_iter();
        groups.map(|it| self.group(it)).collect()
    }

    fn group(&mut self, table: Spanned<GroupTable>) -> Group {
        let span = table.span().into();
        let table = table.into_inner();
        if table.weight == 0 {
            let message = "a group without weight is never drawn".to_owned();
            self.report("trainee-weight", message, span);
        }
        if table.say.is_empty() == table.from.is_none() {
            let message = "a group has either `say` with replies or `from`".to_owned();
            self.report("trainee-replies", message, span);
        }
        Group {
            weight: table.weight,
            replies: table.from.map_or(Replies::Said(table.say), Replies::Drawn),
        }
    }

    fn report(&mut self, code: &'static str, message: String, span: Span) {
        let finding = Diagnostic::error(code, message).at(self.source, span);
        self.diagnostics
            .push(finding.help("docs/scenarios.md describes the file of trainees"));
    }
}

const fn is_range((first, last): (u32, u32)) -> bool {
    2 <= first && first <= last && last <= MOST_REPLIES
}
