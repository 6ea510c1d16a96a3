//! Each table of a scenario as the part that it stands for.

use toml::Spanned;

use crate::{
    ground::diagnostic::{Diagnostic, Source},
    scenario::{
        assemble::{Assembler, Item, succession::Successor},
        example::{Example, Likely, Shows},
        file::{
            ChangeTable, EndingTable, FactTable, MoveTable, ShiftTable, SolutionTable, StageTable,
            WorryTable,
        },
        lines::Lines,
        model::{
            Ending, Fact, Follows, Move, Part, Polarity, Role, Shift, Solution, Stage, StageExit,
            Worry,
        },
        mood::MoodChange,
    },
    text::{LongNumber, Values},
};

impl<'a> Assembler<'a> {
    pub(super) fn facts(&mut self) -> Vec<Fact> {
        let successors = self.facts.iter().map(Successor::of_fact).collect();
        let mut facts = self.each(|it| &mut it.facts, Self::fact);
        for item in std::mem::take(&mut self.overridden) {
            if let Some(number) = self.names.facts.get(item.table.id.get_ref()).copied() {
                self.fact_patterns(&item, number);
            }
        }
        for (other, number) in self.succession("fact", successors, |it| &it.facts) {
            facts[other].later.push(number);
            facts[number].instead_of = Some(other);
        }
        facts
    }

    pub(super) fn moves(&mut self) -> Vec<Move> {
        let successors = self.moves.iter().map(Successor::of_move).collect();
        let mut moves: Vec<Move> = self.each(|it| &mut it.moves, Self::r#move);
        for (other, number) in self.succession("move", successors, |it| &it.moves) {
            moves[other].later.push(number);
            moves[number].instead_of = Some(other);
            if let Ok([of, later]) = moves.get_disjoint_mut([other, number]) {
                later.take_the_place(of);
            }
        }
        moves
    }

    pub(super) fn fact(&mut self, item: &Item<'a, FactTable>, number: usize) -> Fact {
        self.fact_patterns(item, number);
        let table = item.table;
        for example in &table.examples {
            self.example(item.source, Some(example), Shows::Asks(number));
        }
        self.likes(&table.examples, Likely::Asks(number, Polarity::Asked));
        let noted = self.phrases(item.source, &table.noted);
        let says = self.required_lines(item.source, &table.id, &table.says);
        let yes_says = self.lines(&table.yes_says);
        let no_says = self.lines(&table.no_says);
        let again = self.lines(&table.again);
        Fact {
            id: table.id.get_ref().as_str().into(),
            about: table.about.as_str().into(),
            key: table.key,
            common: item.common,
            identity: item.common
                || self.is_identity(&table.id)
                || self
                    .overridden
                    .iter()
                    .any(|it| it.table.id.get_ref() == table.id.get_ref()),
            numbers: self.numbers(&[&says, &yes_says, &no_says, &again]),
            // what is said after "no" may name what is not so
            values: self.values(&[&says, &yes_says, &again]),
            says,
            yes_says,
            no_says,
            again,
            noted,
            unasked: table.unasked,
            is_final: table.is_final,
            instead_of: None,
            later: Vec::new(),
            since: self
                .find_all(item.source, "solution", &table.since, |it| &it.solutions)
                .into(),
            reversed: table.reversed,
            stages: self.stages(item.source, &table.stages),
        }
    }

    fn texts(&self, lines: &[&Lines]) -> impl Iterator<Item = &str> {
        let lines = lines.iter().flat_map(|it| it.all());
        lines.map(|it| &*self.lines.texts[it as usize])
    }

    fn values(&self, lines: &[&Lines]) -> Values {
        let mut values = Values::default();
        self.texts(lines).for_each(|it| values.add(it));
        values
    }

    /// The long numbers in these lines, each once.
    fn numbers(&self, lines: &[&Lines]) -> Box<[LongNumber]> {
        let mut numbers: Vec<LongNumber> = Vec::new();
        for number in self.texts(lines).flat_map(LongNumber::all_in) {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        numbers.into()
    }

    /// Whether the desk knows customers by this fact.
    fn is_identity(&self, id: &Spanned<String>) -> bool {
        let desk = self.file.desk.as_ref();
        desk.is_some_and(|it| it.identity.iter().any(|own| own.get_ref() == id.get_ref()))
    }

    pub(super) fn fact_patterns(&mut self, item: &Item<'a, FactTable>, number: usize) {
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

    pub(super) fn example(
        &mut self,
        source: &Source,
        text: Option<&Spanned<String>>,
        shows: Shows,
    ) {
        self.examples.extend(text.map(|text| Example {
            text: text.get_ref().as_str().into(),
            shows,
            place: (source.clone(), text.span().into()),
        }));
    }

    /// What is like these examples is taken for the same.
    pub(super) fn likes(&mut self, examples: &[Spanned<String>], likely: Likely) {
        let texts = examples.iter().map(|it| it.get_ref().as_str());
        self.wordings.add(texts, likely);
    }

    pub(super) fn worry(&mut self, item: &Item<'a, WorryTable>, number: usize) -> Worry {
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

    pub(super) fn solution(&mut self, item: &Item<'a, SolutionTable>, number: usize) -> Solution {
        let table = item.table;
        for pattern in &table.offered {
            self.pattern(item.source, pattern, Role::Offers(number));
        }
        self.example(item.source, table.better.as_ref(), Shows::Offers(number));
        for example in &table.examples {
            self.example(item.source, Some(example), Shows::Offers(number));
        }
        self.likes(&table.examples, Likely::Offers(number));
        let replaces: Box<[usize]> = self
            .find_all(item.source, "solution", &table.replaces, |it| &it.solutions)
            .into();
        if replaces.contains(&number) {
            let message = format!("the solution `{}` replaces itself", table.id.get_ref());
            self.diagnostics.push(
                Diagnostic::error("solution-replaces", message)
                    .at(item.source, table.id.span().into()),
            );
        }
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
            at_once: table.at_once,
            verdict: self.required_lines(item.source, &table.id, verdict),
            chosen: self.lines(&table.chooses),
            early: self.lines(&table.early),
            again: self.lines(&table.again),
            replaces,
            instead: self.lines(&table.instead),
            mood: change(table.mood),
            better: table.better.as_ref().map(|it| it.get_ref().as_str().into()),
            stages: self.stages(item.source, &table.stages),
        }
    }

    pub(super) fn r#move(&mut self, item: &Item<'a, MoveTable>, number: usize) -> Move {
        let table = item.table;
        let called = table.when.is_some() || !table.examples.is_empty();
        let takes_a_place = table.instead_of.is_some();
        if called == (table.part == Part::Cue || takes_a_place) {
            let message = format!(
                "the move `{}` needs `when` or `examples`, unless its part is cue or it is said instead of another",
                table.id.get_ref()
            );
            self.diagnostics.push(
                Diagnostic::error("move-when", message).at(item.source, table.id.span().into()),
            );
        }
        for example in &table.examples {
            self.example(item.source, Some(example), Shows::Calls(number));
        }
        let when = table
            .when
            .as_ref()
            .map(|it| self.condition(item.source, it));
        let when = when.unwrap_or_default();
        let fallback = table.last || table.story || table.repeats || takes_a_place;
        if table.part == Part::Answer && table.examples.is_empty() && !fallback && when.is_deaf() {
            let message = format!(
                "the move `{}` answers whatever nothing else answers: its `when` asks neither for words nor for acts",
                table.id.get_ref()
            );
            self.diagnostics.push(
                Diagnostic::warning("deaf-move", message)
                    .at(item.source, table.id.span().into())
                    .help("give it `heard` or `examples`, or `last = true` if that is meant"),
            );
        }
        self.likes(&table.examples, Likely::Calls(number));
        let follows = if table.story {
            Some(Follows::Story)
        } else {
            table.repeats.then_some(Follows::LastLine)
        };
        Move {
            id: table.id.get_ref().as_str().into(),
            part: table.part,
            last: table.last,
            by_example: !table.examples.is_empty() || takes_a_place,
            when,
            says: if follows.is_some() {
                self.lines(&table.says)
            } else {
                self.required_lines(item.source, &table.id, &table.says)
            },
            mood: change(table.mood),
            follows,
            rejects: table.rejects,
            to: self
                .find_all(item.source, "stage", table.to.as_slice(), |it| &it.stages)
                .first()
                .copied(),
            counts: self.added(item.source, &table.counts).into(),
            tells: self
                .find_all(item.source, "fact", &table.tells, |it| &it.facts)
                .into(),
            once: table.once,
            is_final: table.is_final,
            common: item.common,
            instead_of: None,
            later: Vec::new(),
            since: self
                .find_all(item.source, "solution", &table.since, |it| &it.solutions)
                .into(),
            stages: self.stages(item.source, &table.stages),
        }
    }

    pub(super) fn shift(&mut self, item: &Item<'a, ShiftTable>, _: usize) -> Shift {
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

    pub(super) fn ending(&mut self, table: &EndingTable) -> Ending {
        if table.is_final && !table.kind.is_bad() {
            let message = format!(
                "the ending `{}` is final, which only a bad one can be",
                table.id.get_ref()
            );
            self.diagnostics.push(
                Diagnostic::error("final-ending", message)
                    .at(self.source, table.id.span().into())
                    .help("`final` marks a loss that is meant: given-up or hung-up"),
            );
        }
        Ending {
            id: table.id.get_ref().as_str().into(),
            kind: table.kind,
            when: self.condition(self.source, &table.when),
            says: self.required_lines(self.source, &table.id, &table.says),
            why: table.why.clone(),
            is_final: table.is_final,
        }
    }

    pub(super) fn stage(&mut self, table: &StageTable) -> Stage {
        let exits = table.exits.iter().filter_map(|exit| {
            let to = self.find_all(self.source, "stage", std::slice::from_ref(&exit.to), |it| {
                &it.stages
            });
            let when = self.condition(self.source, &exit.when);
            let says = self.lines(&exit.says);
            let counts = self.added(self.source, &exit.counts).into();
            to.first().map(|to| StageExit {
                to: *to,
                when,
                says,
                counts,
            })
        });
        Stage {
            id: table.id.get_ref().as_str().into(),
            role: table.role.as_deref().map(Into::into),
            exits: exits.collect(),
            enters: self.lines(&table.enters),
            otherwise: self.lines(&table.otherwise),
            common: table.common.unwrap_or(true),
            says_one_thing: table.says_one_thing,
            mood: table.mood,
            counts: self.added(self.source, &table.counts).into(),
        }
    }
}

const fn change(table: ChangeTable) -> MoodChange {
    MoodChange {
        tension: table.tension,
        trust: table.trust,
        patience: table.patience,
    }
}
