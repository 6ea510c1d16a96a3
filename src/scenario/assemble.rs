//! Joining a scenario with the common moves: names become numbers, patterns are compiled.

use std::collections::BTreeMap;

use toml::Spanned;

use crate::{
    acts::Language,
    ground::{
        diagnostic::{Diagnostic, Source},
        span::Span,
    },
    scenario::{
        condition::{Bounds, Clause, Condition, Turns},
        file::{
            ChangeTable, ConditionTable, CustomerTable, EndingTable, FactTable, LinesShape,
            MoodFile, MoveTable, OneOrMany, ScenarioFile, ShiftTable, SolutionTable, StageTable,
            WorryTable,
        },
        heading::Heading,
        lines::{LineStore, Lines},
        model::{
            Card, CueName, Customer, Desk, Ending, EndingKind, Example, Fact, Follows, Move, Part,
            Polarity, Role, Scenario, Shift, Shows, Solution, Stage, StageExit, Worry,
        },
        mood::{Mood, MoodChange},
    },
    text::{PatternSetBuilder, Utterance},
};

/// A table with the file it stands in and whether that file holds common moves.
struct Item<'a, T> {
    table: &'a T,
    source: &'a Source,
    common: bool,
}

/// The words of a name, as the reader sees them.
fn folded(name: &str, language: &Language) -> Vec<Box<str>> {
    let read = Utterance::parse(name, language.orthography());
    read.tokens()
        .iter()
        .map(|it| read.word(it).into())
        .collect()
}

/// Where the names of a scenario lead.
#[derive(Default)]
struct Names {
    facts: BTreeMap<String, usize>,
    worries: BTreeMap<String, usize>,
    solutions: BTreeMap<String, usize>,
    stages: BTreeMap<String, usize>,
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
    language: &'a Language,
    names: Names,
    lines: LineStore,
    patterns: PatternSetBuilder<'a>,
    roles: Vec<Role>,
    heard: usize,
    examples: Vec<Example>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Assembler<'a> {
    pub(super) fn new(
        source: &'a Source,
        file: &'a ScenarioFile,
        common: &'a [(&'a Source, ScenarioFile)],
        mood: Option<&'a (&'a Source, MoodFile)>,
        language: &'a Language,
    ) -> Self {
        let own = std::iter::once((source, file, false));
        let files: Vec<(&Source, &ScenarioFile, bool)> = own
            .chain(common.iter().map(|(source, file)| (*source, file, true)))
            .collect();
        let (facts, overridden) = merge(&files, |it| &it.facts, |it| it.id.get_ref());
        let (worries, _) = merge(&files, |it| &it.worries, |it| it.id.get_ref());
        let (solutions, _) = merge(&files, |it| &it.solutions, |it| it.id.get_ref());
        let (moves, _) = merge(&files, |it| &it.moves, |it| it.id.get_ref());
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
            language,
            names: Names::default(),
            lines: LineStore::default(),
            patterns: PatternSetBuilder::new(language.word_lists()),
            roles: Vec::new(),
            heard: 0,
            examples: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn run(mut self) -> (Option<Scenario>, Vec<Diagnostic>) {
        self.gather_names();
        let Some(customer) = self.customer() else {
            return (None, self.diagnostics);
        };
        let (card, desk) = self.heading();
        let facts = self.facts();
        let worries = self.each(|it| &mut it.worries, Self::worry);
        let solutions = self.each(|it| &mut it.solutions, Self::solution);
        let moves: Vec<Move> = self.each(|it| &mut it.moves, Self::r#move);
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
        let scenario = Scenario {
            company: folded(&desk.company, self.language),
            card,
            desk,
            customer,
            facts,
            worries,
            solutions,
            endings,
            moves,
            shifts,
            stages,
            better: self.file.better.clone(),
            cues,
            lines: self.lines.texts,
            patterns: self.patterns.build(self.language.real_words().clone()),
            roles: self.roles,
            heard: self.heard,
            examples: self.examples,
        };
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
            stages: number(self.file.stages.iter().map(|it| it.id.get_ref()).collect()),
        };
        let (source, file) = (self.source, self.file);
        self.unique("fact", source, file.facts.iter().map(|it| &it.id));
        self.unique("worry", source, file.worries.iter().map(|it| &it.id));
        self.unique("solution", source, file.solutions.iter().map(|it| &it.id));
        self.unique("move", source, file.moves.iter().map(|it| &it.id));
        self.unique("ending", source, file.endings.iter().map(|it| &it.id));
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

    fn heading(&mut self) -> (Card, Desk) {
        let mut heading = Heading::new(self.source, self.file);
        let made = (heading.card(), heading.desk());
        self.diagnostics.extend(heading.diagnostics);
        made
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
        if table.story.is_empty() {
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

    fn wrong(&mut self, message: &str) {
        let finding = Diagnostic::error("heading", message);
        self.diagnostics
            .push(finding.at(self.source, Span::new(0, 0)));
    }

    fn facts(&mut self) -> Vec<Fact> {
        let facts = self.each(|it| &mut it.facts, Self::fact);
        for item in std::mem::take(&mut self.overridden) {
            if let Some(number) = self.names.facts.get(item.table.id.get_ref()).copied() {
                self.fact_patterns(&item, number);
            }
        }
        facts
    }

    fn fact(&mut self, item: &Item<'a, FactTable>, number: usize) -> Fact {
        self.fact_patterns(item, number);
        let table = item.table;
        for example in &table.examples {
            self.example(item.source, Some(example), Shows::Asks(number));
        }
        Fact {
            id: table.id.get_ref().as_str().into(),
            about: table.about.as_str().into(),
            key: table.key,
            common: item.common,
            identity: item.common
                || self
                    .overridden
                    .iter()
                    .any(|it| it.table.id.get_ref() == table.id.get_ref()),
            says: self.required_lines(item.source, &table.id, &table.says),
            yes_says: self.lines(&table.yes_says),
            no_says: self.lines(&table.no_says),
            again: self.lines(&table.again),
            unasked: table.unasked,
            stages: self.stages(item.source, &table.stages),
        }
    }

    fn fact_patterns(&mut self, item: &Item<'a, FactTable>, number: usize) {
        let table = item.table;
        let kinds = [
            (&table.asked, Polarity::Asked),
            (&table.yes, Polarity::Yes),
            (&table.no, Polarity::No),
        ];
        for (patterns, polarity) in kinds {
            for pattern in patterns {
                self.pattern(item.source, pattern, Role::Asks(number, polarity));
            }
        }
        for pattern in &table.mentioned {
            self.pattern(item.source, pattern, Role::Mentions(number));
        }
    }

    fn example(&mut self, source: &Source, text: Option<&Spanned<String>>, shows: Shows) {
        self.examples.extend(text.map(|text| Example {
            text: text.get_ref().as_str().into(),
            shows,
            place: (source.clone(), text.span().into()),
        }));
    }

    fn worry(&mut self, item: &Item<'a, WorryTable>, number: usize) -> Worry {
        let table = item.table;
        self.example(item.source, table.better.as_ref(), Shows::Settles(number));
        Worry {
            id: table.id.get_ref().as_str().into(),
            about: table.about.as_str().into(),
            raise: self.condition(item.source, &table.raise),
            settle: self.condition(item.source, &table.settle),
            kind: table.kind,
            urgent: table.urgent,
            says: self.required_lines(item.source, &table.id, &table.says),
            presses: self.lines(&table.presses),
            settled: self.lines(&table.settled),
            better: table.better.as_ref().map(|it| it.get_ref().as_str().into()),
            stages: self.stages(item.source, &table.stages),
        }
    }

    fn solution(&mut self, item: &Item<'a, SolutionTable>, number: usize) -> Solution {
        let table = item.table;
        for pattern in &table.offered {
            self.pattern(item.source, pattern, Role::Offers(number));
        }
        self.example(item.source, table.better.as_ref(), Shows::Offers(number));
        let verdict = if table.refused {
            &table.refuses
        } else {
            &table.accepts
        };
        Solution {
            id: table.id.get_ref().as_str().into(),
            about: table.about.as_str().into(),
            needs: self
                .find_all(item.source, "fact", &table.needs, |it| &it.facts)
                .into(),
            after: self
                .find_all(item.source, "worry", &table.after, |it| &it.worries)
                .into(),
            refused: table.refused,
            verdict: self.required_lines(item.source, &table.id, verdict),
            early: self.lines(&table.early),
            again: self.lines(&table.again),
            mood: change(table.mood),
            better: table.better.as_ref().map(|it| it.get_ref().as_str().into()),
            stages: self.stages(item.source, &table.stages),
        }
    }

    fn r#move(&mut self, item: &Item<'a, MoveTable>, _: usize) -> Move {
        let table = item.table;
        if table.when.is_none() != (table.part == Part::Cue) {
            let message = format!(
                "the move `{}` needs `when`, unless its part is cue, which has none",
                table.id.get_ref()
            );
            self.diagnostics.push(
                Diagnostic::error("move-when", message).at(item.source, table.id.span().into()),
            );
        }
        let follows = if table.story {
            Some(Follows::Story)
        } else {
            table.repeats.then_some(Follows::LastLine)
        };
        Move {
            id: table.id.get_ref().as_str().into(),
            part: table.part,
            when: table
                .when
                .as_ref()
                .map(|it| self.condition(item.source, it))
                .unwrap_or_default(),
            says: if follows.is_some() {
                self.lines(&table.says)
            } else {
                self.required_lines(item.source, &table.id, &table.says)
            },
            mood: change(table.mood),
            follows,
            tells: self
                .find_all(item.source, "fact", &table.tells, |it| &it.facts)
                .into(),
            once: table.once,
            common: item.common,
            stages: self.stages(item.source, &table.stages),
        }
    }

    fn shift(&mut self, item: &Item<'a, ShiftTable>, _: usize) -> Shift {
        let table = item.table;
        Shift {
            id: table.id.get_ref().as_str().into(),
            when: self.condition(item.source, &table.when),
            change: MoodChange {
                tension: table.tension,
                trust: table.trust,
                patience: table.patience,
            },
            strike: table.strike,
            once: table.once,
            cause: table.cause.clone(),
        }
    }

    fn ending(&mut self, table: &EndingTable) -> Ending {
        Ending {
            id: table.id.get_ref().as_str().into(),
            kind: table.kind,
            when: self.condition(self.source, &table.when),
            says: self.required_lines(self.source, &table.id, &table.says),
            why: table.why.clone(),
        }
    }

    fn stage(&mut self, table: &StageTable) -> Stage {
        let exits = table.exits.iter().filter_map(|exit| {
            let to = self.find_all(self.source, "stage", std::slice::from_ref(&exit.to), |it| {
                &it.stages
            });
            let when = self.condition(self.source, &exit.when);
            to.first().map(|to| StageExit { to: *to, when })
        });
        Stage {
            id: table.id.get_ref().as_str().into(),
            role: table.role.as_deref().map(Into::into),
            exits: exits.collect(),
            enters: self.lines(&table.enters),
        }
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

    fn pattern(&mut self, source: &Source, pattern: &Spanned<String>, role: Role) {
        match self.patterns.add(pattern.get_ref()) {
            Ok(_) => self.roles.push(role),
            Err(error) => self.diagnostics.push(
                Diagnostic::error("pattern", error.to_string())
                    .at(source, pattern.span().into())
                    .help("docs/patterns.md describes the pattern language"),
            ),
        }
    }

    fn lines(&mut self, shape: &LinesShape) -> Lines {
        let mut any = shape.any.clone();
        any.extend(shape.by_band.any.iter().cloned());
        let by_band = [
            &*shape.by_band.calm,
            &*shape.by_band.tense,
            &*shape.by_band.panicked,
        ];
        self.lines.add(&any, by_band)
    }

    fn required_lines(
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

    fn condition(&mut self, source: &Source, shape: &OneOrMany<ConditionTable>) -> Condition {
        Condition {
            any: shape
                .as_slice()
                .iter()
                .map(|it| self.clause(source, it))
                .collect(),
        }
    }

    fn clause(&mut self, source: &Source, table: &ConditionTable) -> Clause {
        let heard = (!table.heard.is_empty()).then(|| {
            let list = self.heard;
            self.heard += 1;
            for pattern in &table.heard {
                self.pattern(source, pattern, Role::Heard(list));
            }
            list
        });
        let bounds = |from: Option<u8>, below: Option<u8>| {
            Bounds(from.unwrap_or(0), below.unwrap_or(u8::MAX))
        };
        let stage = table.stage.as_slice();
        Clause {
            acts: table.acts,
            all_acts: table.all_acts,
            no_acts: table.no_acts,
            heard,
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
            farewell: table.farewell,
            worn: table.worn,
            stage: self
                .find_all(source, "stage", stage, |it| &it.stages)
                .first()
                .copied(),
        }
    }

    fn stages(&mut self, source: &Source, names: &[Spanned<String>]) -> Box<[usize]> {
        self.find_all(source, "stage", names, |it| &it.stages)
            .into()
    }

    /// The numbers of these names; a diagnostic for each that leads nowhere.
    fn find_all(
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

/// All tables of one kind, the scenario's own first; a common one of a name that the scenario gives
/// is set aside.
fn merge<'a, T>(
    files: &[(&'a Source, &'a ScenarioFile, bool)],
    tables: impl Fn(&'a ScenarioFile) -> &'a Vec<T>,
    id: impl Fn(&T) -> &String,
) -> (Vec<Item<'a, T>>, Vec<Item<'a, T>>) {
    let (mut kept, mut aside): (Vec<Item<'a, T>>, Vec<Item<'a, T>>) = (Vec::new(), Vec::new());
    for (source, file, common) in files {
        for table in tables(file) {
            let item = Item {
                table,
                source,
                common: *common,
            };
            if *common
                && kept
                    .iter()
                    .any(|it| !it.common && id(it.table) == id(table))
            {
                aside.push(item);
            } else {
                kept.push(item);
            }
        }
    }
    (kept, aside)
}

const fn change(table: ChangeTable) -> MoodChange {
    MoodChange {
        tension: table.tension,
        trust: table.trust,
        patience: table.patience,
    }
}
