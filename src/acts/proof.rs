//! A lexicon proves itself: every example must fire its entry, no counter-example may show the act.

use crate::{
    acts::{
        act::{Act, ActSet},
        history::{History, Memory},
        lexicon_file::{
            ContextExample, EntryTable, ExampleShape, LexiconFile, Place, SpeakerName, VeilTable,
        },
        reader::Reader,
        recogniser::{Recogniser, Setting},
    },
    ground::diagnostic::{Diagnostic, Source},
    text::Utterance,
};

/// The fewest examples, and the fewest counter-examples, that an entry may have.
const FEWEST: usize = 3;

/// Runs all examples and counter-examples in `sources`, the files that `reader`'s lexicon was
/// loaded from.
pub fn prove(reader: &Reader, sources: &[Source]) -> Vec<Diagnostic> {
    let mut prover = Prover {
        reader,
        diagnostics: Vec::new(),
    };
    for source in sources {
        // a file that does not parse was reported when the lexicon was loaded
        let Ok(file) = toml::from_str::<LexiconFile>(&source.text) else {
            continue;
        };
        for table in &file.veils {
            prover.veil(source, table);
        }
        for table in &file.entries {
            match table.speaker {
                SpeakerName::Agent => prover.entry(source, table, &reader.lexicon().agent),
                SpeakerName::Customer => prover.entry(source, table, &reader.lexicon().customer),
            }
        }
    }
    prover.diagnostics
}

struct Prover<'a> {
    reader: &'a Reader,
    diagnostics: Vec<Diagnostic>,
}

impl Prover<'_> {
    fn veil(&mut self, source: &Source, table: &VeilTable) {
        let id = table.id.get_ref();
        for (examples, veiled) in [(&table.examples, true), (&table.counter, false)] {
            for example in examples {
                let lexicon = self.reader.lexicon();
                let utterance =
                    Utterance::parse(example.get_ref(), lexicon.language().orthography());
                if lexicon.agent.veils(&utterance) == veiled {
                    continue;
                }
                let (code, message) = if veiled {
                    (
                        "example-missed",
                        format!("no veil lies over an example of `{id}`"),
                    )
                } else {
                    (
                        "counter-example-hit",
                        format!("a veil lies over a counter-example of `{id}`"),
                    )
                };
                let finding = Diagnostic::error(code, message);
                self.diagnostics
                    .push(finding.at(source, example.span().into()));
            }
        }
    }

    fn entry<A: Act>(&mut self, source: &Source, table: &EntryTable, recogniser: &Recogniser<A>) {
        let id = table.id.get_ref();
        let Some(number) = recogniser.entries.iter().position(|it| *it.id == **id) else {
            return;
        };
        let act = recogniser.entries[number].act;
        for (examples, kind) in [
            (&table.examples, "examples"),
            (&table.counter, "counter-examples"),
        ] {
            if examples.len() < FEWEST {
                let message = format!(
                    "`{id}` has {} {kind}; give at least {FEWEST}",
                    examples.len()
                );
                let finding = Diagnostic::warning("few-examples", message);
                self.diagnostics
                    .push(finding.at(source, table.id.span().into()));
            }
        }
        for example in &table.examples {
            let fired = self.fired(example.get_ref(), table, recogniser);
            if !fired.iter().any(|(entry, _)| *entry == number) {
                let message = format!("`{id}` does not fire on its example");
                let finding = Diagnostic::error("example-missed", message);
                self.diagnostics
                    .push(finding.at(source, example.span().into()));
            }
        }
        for example in &table.counter {
            let fired = self.fired(example.get_ref(), table, recogniser);
            if let Some((entry, _)) = fired.iter().find(|(_, it)| *it == act) {
                let by = &recogniser.entries[*entry].id;
                let message = format!(
                    "`{}` is found in a counter-example of `{id}`, by `{by}`",
                    act.name()
                );
                let finding = Diagnostic::error("counter-example-hit", message);
                self.diagnostics
                    .push(finding.at(source, example.span().into()));
            }
        }
    }

    /// The entries that fire on an example, with their acts.
    fn fired<A: Act>(
        &self,
        example: &ExampleShape,
        table: &EntryTable,
        recogniser: &Recogniser<A>,
    ) -> Vec<(usize, A)> {
        let example = match example {
            ExampleShape::InContext(example) => example.clone(),
            ExampleShape::Bare(text) => ContextExample {
                text: text.clone(),
                previous: String::new(),
                place: None,
            },
        };
        let place = example.place.or(table.place).unwrap_or(Place::Later);
        let setting = Setting {
            previous: self.previous_acts(table.speaker, &example.previous),
            first: place == Place::First,
            heard: &Memory::default(),
            own: &Memory::default(),
        };
        let utterance = Utterance::parse(
            &example.text,
            self.reader.lexicon().language().orthography(),
        );
        let fired = recogniser.fire(&utterance, setting);
        fired
            .iter()
            .filter_map(|it| it.entry.map(|entry| (entry, it.act)))
            .collect()
    }

    /// What the other speaker did in `previous`, by names, since the kinds differ.
    fn previous_acts<B: Act>(&self, speaker: SpeakerName, previous: &str) -> ActSet<B> {
        let names: Vec<&str> = match speaker {
            SpeakerName::Agent => {
                let reading = self.reader.read_customer(previous, &History::default());
                reading.acts.iter().map(Act::name).collect()
            }
            SpeakerName::Customer => {
                let reading = self.reader.read_agent(previous, &History::default());
                reading.acts.iter().map(Act::name).collect()
            }
        };
        names.into_iter().filter_map(B::from_name).collect()
    }
}
