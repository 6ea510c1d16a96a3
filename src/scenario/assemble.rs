//! Joining a scenario with the common moves: names become numbers, patterns are compiled.

mod desk;
mod elements;
mod parts;
mod succession;
mod wordings;

use std::{collections::BTreeMap, sync::Arc};

use toml::Spanned;

use crate::{
    acts::Language,
    ground::{
        diagnostic::{Diagnostic, Source},
        span::Span,
    },
    scenario::{
        condition::Clause,
        cue::CueName,
        example::Example,
        file::{
            CustomerTable, FactTable, MoodFile, MoveTable, ScenarioFile, ShiftTable, SolutionTable,
            WorryTable,
        },
        heading::Heading,
        here::Scopes,
        lines::LineStore,
        model::{
            Card, Channel, Count, Customer, Ending, EndingKind, Move, MoveId, Part, Role, Scenario,
            Trainee,
        },
        mood::Mood,
        weights::Weights,
        wordings::{WordingsBuilder, WordingsFile},
    },
    text::{PatternSetBuilder, Utterance},
};

/// A table with the file it stands in and whether that file holds common moves.
pub(super) struct Item<'a, T> {
    pub(super) table: &'a T,
    pub(super) source: &'a Source,
    pub(super) common: bool,
}

/// The words of a name, as the reader sees them.
fn folded(name: &str, language: &Language) -> Vec<Box<str>> {
    let read = Utterance::parse(name, language.orthography());
    read.tokens()
        .iter()
        .map(|it| read.word(it).into())
        .collect()
}

/// Where a scenario plays: common tables may be for one channel or region alone.
struct Here<'a> {
    channel: Channel,
    region: &'a str,
}

impl Here<'_> {
    fn holds(&self, channel: Option<Channel>, region: Option<&str>) -> bool {
        channel.is_none_or(|it| it == self.channel) && region.is_none_or(|it| it == self.region)
    }
}

/// Where the names of a scenario lead.
#[derive(Default)]
struct Names {
    facts: BTreeMap<String, usize>,
    worries: BTreeMap<String, usize>,
    solutions: BTreeMap<String, usize>,
    moves: BTreeMap<String, usize>,
    stages: BTreeMap<String, usize>,
    counts: BTreeMap<String, usize>,
}

/// A scenario being put together.
pub(super) struct Assembler<'a> {
    source: &'a Source,
    file: &'a ScenarioFile,
    facts: Vec<Item<'a, FactTable>>,
    /// Common facts that the scenario gives lines of its own: their patterns still count.
    overridden: Vec<Item<'a, FactTable>>,
    worries: Vec<Item<'a, WorryTable>>,
    solutions: Vec<Item<'a, SolutionTable>>,
    moves: Vec<Item<'a, MoveTable>>,
    shifts: Vec<Item<'a, ShiftTable>>,
    wordings_files: Vec<Item<'a, WordingsFile>>,
    language: &'a Arc<Language>,
    names: Names,
    lines: LineStore,
    patterns: PatternSetBuilder<'a>,
    roles: Vec<Role>,
    heard: usize,
    wordings: WordingsBuilder,
    examples: Vec<Example>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Assembler<'a> {
    pub(super) fn new(
        source: &'a Source,
        file: &'a ScenarioFile,
        common: &[(&'a Source, &'a ScenarioFile)],
        wordings: Vec<Item<'a, WordingsFile>>,
        mood: Option<&'a (&'a Source, MoodFile)>,
        language: &'a Arc<Language>,
    ) -> Self {
        let here = Here {
            channel: file.channel.unwrap_or(Channel::Phone),
            region: file.region.as_deref().unwrap_or("nl"),
        };
        let own = std::iter::once((source, file, false));
        let files: Vec<(&Source, &ScenarioFile, bool)> = own
            .chain(common.iter().map(|(source, file)| (*source, *file, true)))
            .collect();
        let (facts, overridden) = merge(
            &files,
            |it| &it.facts,
            |it| it.id.get_ref(),
            |it| here.holds(it.channel, it.region.as_deref()),
        );
        let (worries, _) = merge(&files, |it| &it.worries, |it| it.id.get_ref(), |_| true);
        let (solutions, _) = merge(&files, |it| &it.solutions, |it| it.id.get_ref(), |_| true);
        let (moves, _) = merge(
            &files,
            |it| &it.moves,
            |it| it.id.get_ref(),
            |it| here.holds(it.channel, it.region.as_deref()),
        );
        let shifts = mood.into_iter().flat_map(|(source, file)| {
            file.shifts.iter().map(|table| Item {
                table,
                source,
                common: true,
            })
        });
        Self {
            source,
            file,
            facts,
            overridden,
            worries,
            solutions,
            moves,
            shifts: shifts.collect(),
            wordings_files: wordings,
            language,
            names: Names::default(),
            lines: LineStore::default(),
            patterns: PatternSetBuilder::new(language.word_lists()),
            roles: Vec::new(),
            heard: 0,
            wordings: WordingsBuilder::default(),
            examples: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn run(mut self) -> (Option<Scenario>, Vec<Diagnostic>) {
        self.gather_names();
        let Some(customer) = self.customer() else {
            return (None, self.diagnostics);
        };
        let card = self.card();
        let desk = self.desk();
        let facts = self.facts();
        let worries = self.each(|it| &mut it.worries, Self::worry);
        let solutions = self.each(|it| &mut it.solutions, Self::solution);
        let moves = self.moves();
        let shifts = self.each(|it| &mut it.shifts, Self::shift);
        let endings = self
            .file
            .endings
            .iter()
            .map(|it| self.ending(it))
            .collect::<Vec<_>>();
        let stages = self.file.stages.iter().map(|it| self.stage(it)).collect();
        let cues = self.cues(&moves);
        self.check_endings(&endings);
        self.wordings(&moves);
        let counts = self.counts();
        let mut scenario = Scenario {
            company: folded(&desk.company, self.language),
            called: folded(&customer.name, self.language),
            card,
            desk,
            customer,
            facts,
            worries,
            solutions,
            endings,
            answering: answering(&moves, self.heard),
            moves,
            shifts,
            stages,
            counts,
            reflections: self.file.reflections.clone(),
            better: self.file.better.clone(),
            cues,
            lines: self.lines.texts,
            patterns: self.patterns.build(self.language.real_words().clone()),
            roles: self.roles,
            scopes: Scopes::default(),
            heard: self.heard,
            wordings: self.wordings.build(self.language),
            weights: Weights::default(),
            examples: self.examples,
        };
        scenario.scope_stages();
        (Some(scenario), self.diagnostics)
    }

    /// Builds every item of one kind, in order.
    fn each<T: 'a, U>(
        &mut self,
        items: impl Fn(&mut Self) -> &mut Vec<Item<'a, T>>,
        build: impl Fn(&mut Self, &Item<'a, T>, usize) -> U,
    ) -> Vec<U> {
        let taken = std::mem::take(items(self));
        taken
            .iter()
            .enumerate()
            .map(|(number, item)| build(self, item, number))
            .collect()
    }

    fn gather_names(&mut self) {
        let number = |names: Vec<&String>| {
            names
                .into_iter()
                .cloned()
                .enumerate()
                .map(|(at, it)| (it, at))
                .collect()
        };
        self.names = Names {
            facts: number(self.facts.iter().map(|it| it.table.id.get_ref()).collect()),
            worries: number(
                self.worries
                    .iter()
                    .map(|it| it.table.id.get_ref())
                    .collect(),
            ),
            solutions: number(
                self.solutions
                    .iter()
                    .map(|it| it.table.id.get_ref())
                    .collect(),
            ),
            moves: number(self.moves.iter().map(|it| it.table.id.get_ref()).collect()),
            stages: number(self.file.stages.iter().map(|it| it.id.get_ref()).collect()),
            counts: number(self.file.counts.iter().map(|it| it.id.get_ref()).collect()),
        };
        let (source, file) = (self.source, self.file);
        self.unique("fact", source, file.facts.iter().map(|it| &it.id));
        self.unique("worry", source, file.worries.iter().map(|it| &it.id));
        self.unique("solution", source, file.solutions.iter().map(|it| &it.id));
        self.unique("move", source, file.moves.iter().map(|it| &it.id));
        self.unique("ending", source, file.endings.iter().map(|it| &it.id));
        self.unique("count", source, file.counts.iter().map(|it| &it.id));
        self.unique("stage", source, file.stages.iter().map(|it| &it.id));
    }

    fn unique<'t>(
        &mut self,
        kind: &str,
        source: &Source,
        ids: impl Iterator<Item = &'t Spanned<String>>,
    ) {
        let mut seen = std::collections::BTreeSet::new();
        for id in ids {
            if !seen.insert(id.get_ref()) {
                let message = format!("the {kind} `{}` stands twice in the scenario", id.get_ref());
                self.diagnostics
                    .push(Diagnostic::error("id-twice", message).at(source, id.span().into()));
            }
        }
    }

    fn card(&mut self) -> Card {
        let mut heading = Heading::new(self.source, self.file);
        let card = heading.card();
        self.diagnostics.extend(heading.diagnostics);
        card
    }

    fn customer(&mut self) -> Option<Customer> {
        let Some(table) = &self.file.customer else {
            self.wrong("the table [customer] is missing");
            return None;
        };
        let CustomerTable {
            name,
            role,
            about,
            tension,
            trust,
            patience,
            opens,
            ..
        } = table;
        if [tension, trust, patience].iter().any(|it| **it > 100) {
            self.wrong("tension, trust and patience are whole numbers from 0 to 100");
        }
        if table.story.is_empty() && self.file.trainee == Trainee::Agent {
            self.wrong("`story` of the customer must name at least one fact");
        }
        Some(Customer {
            name: name.as_str().into(),
            role: role.as_deref().map(Into::into),
            about: about.as_str().into(),
            mood: Mood {
                tension: *tension,
                trust: *trust,
                patience: *patience,
            },
            opens: *opens,
            opening: self.lines(&table.opening),
            story: self.find_all(self.source, "fact", &table.story, |it| &it.facts),
            pushes: self.lines(&table.pushes),
        })
    }

    fn counts(&self) -> Vec<Count> {
        let counts = self.file.counts.iter().map(|it| Count {
            id: it.id.get_ref().as_str().into(),
            label: it.label.clone(),
        });
        counts.collect()
    }

    fn wrong(&mut self, message: &str) {
        let finding = Diagnostic::error("heading", message);
        self.diagnostics
            .push(finding.at(self.source, Span::new(0, 0)));
    }

    fn cues(&mut self, moves: &[Move]) -> BTreeMap<CueName, usize> {
        let mut cues = BTreeMap::new();
        for cue in CueName::ALL {
            if let Some(at) = moves
                .iter()
                .position(|it| it.part == Part::Cue && *it.id == *cue.id())
            {
                cues.insert(*cue, at);
            } else {
                let message = format!("the common moves lack the cue `{}`", cue.id());
                self.diagnostics
                    .push(Diagnostic::error("cue-missing", message));
            }
        }
        cues
    }

    fn check_endings(&mut self, endings: &[Ending]) {
        let bare = Clause {
            farewell: Some(true),
            ..Clause::default()
        };
        if !endings.last().is_some_and(|it| it.when.any.contains(&bare)) {
            self.diagnostics.push(
                Diagnostic::error(
                    "ending-missing",
                    "the last ending must have `when = { farewell = true }` and nothing more",
                )
                .at(self.source, Span::new(0, 0))
                .help("an agent may say goodbye at any moment; that ending says what comes of it"),
            );
        }
        let hangs_up = endings.iter().any(|it| it.kind == EndingKind::HungUp);
        if !hangs_up {
            let message = "no ending of kind hung-up: what if the agent insults the customer?";
            self.diagnostics
                .push(Diagnostic::warning("no-hang-up", message).at(self.source, Span::new(0, 0)));
        }
    }
}

/// All tables of one kind that belong here, the scenario's own first; a common one of a name that is
/// given already, by the scenario or by a file read before, is set aside.
fn merge<'a, T>(
    files: &[(&'a Source, &'a ScenarioFile, bool)],
    tables: impl Fn(&'a ScenarioFile) -> &'a Vec<T>,
    id: impl Fn(&T) -> &String,
    belongs: impl Fn(&T) -> bool,
) -> (Vec<Item<'a, T>>, Vec<Item<'a, T>>) {
    let (mut kept, mut aside): (Vec<Item<'a, T>>, Vec<Item<'a, T>>) = (Vec::new(), Vec::new());
    for (source, file, common) in files {
        for table in tables(file).iter().filter(|it| belongs(it)) {
            let item = Item {
                table,
                source,
                common: *common,
            };
            if *common && kept.iter().any(|it| id(it.table) == id(table)) {
                aside.push(item);
            } else {
                kept.push(item);
            }
        }
    }
    (kept, aside)
}

/// By list of phrases, the moves that answer what it hears.
fn answering(moves: &[Move], lists: usize) -> Vec<Vec<MoveId>> {
    let mut answering = vec![Vec::new(); lists];
    // what takes the place of another is called for by that
    let answers = moves
        .iter()
        .enumerate()
        .filter(|(_, it)| it.part == Part::Answer && it.instead_of.is_none());
    for (number, made) in answers {
        for list in made.when.heard_lists() {
            let all: &mut Vec<MoveId> = &mut answering[list];
            if all.last() != Some(&number) {
                all.push(number);
            }
        }
    }
    answering
}
