//! From a file to a rubric, and what is wrong with it.

use std::collections::BTreeMap;

use toml::Spanned;

use crate::{
    acts::Language,
    ground::{
        diagnostic::{Diagnostic, Source, has_errors},
        span::Span,
    },
    rubric::{
        file::{CapTable, CriterionTable, LevelTable, MeasureTable, RubricFile, WantTable},
        model::{
            Cap, Count, Criterion, Level, Measure, MeasureId, MomentKind, Place, Rubric, Sign,
            Want, Way,
        },
    },
    text::PatternSetBuilder,
};

/// The one format that there is.
const FORMAT: u32 = 1;

/// The highest level.
const HIGHEST: usize = 4;

/// Loads a rubric for conversations in `language`, which is written as `words` says. With an error among the
/// diagnostics there is no rubric.
pub fn load(
    source: &Source,
    language: &str,
    words: &Language,
) -> (Option<Rubric>, Vec<Diagnostic>) {
    let file: RubricFile = match toml::from_str(&source.text) {
        Ok(file) => file,
        Err(error) => {
            return (
                None,
                vec![Diagnostic::from_toml("rubric-file", source, &error)],
            );
        }
    };
    let mut loader = Loader {
        source,
        signs: file
            .signs
            .iter()
            .map(|it| it.id.get_ref().as_str())
            .collect(),
        measures: file
            .measures
            .iter()
            .map(|it| it.id.get_ref().as_str())
            .collect(),
        diagnostics: Vec::new(),
    };
    loader.check_head(&file);
    let (patterns, sign_of) = loader.patterns(&file, language, words);
    let measures = file.measures.iter().map(|it| loader.measure(it)).collect();
    let criteria = file
        .criteria
        .iter()
        .map(|it| loader.criterion(it))
        .collect();
    let signs = file.signs.iter().map(|it| Sign {
        id: it.id.get_ref().as_str().into(),
        title: it.title.clone(),
    });
    let rubric = Rubric {
        name: file.name.get_ref().as_str().into(),
        title: file.title.clone(),
        criteria,
        measures,
        signs: signs.collect(),
        patterns: patterns.build(words.real_words().clone()),
        sign_of,
    };
    let usable = !has_errors(&loader.diagnostics);
    (usable.then_some(rubric), loader.diagnostics)
}

struct Loader<'a> {
    source: &'a Source,
    signs: Vec<&'a str>,
    measures: Vec<&'a str>,
    diagnostics: Vec<Diagnostic>,
}

impl Loader<'_> {
    fn error(
        &mut self,
        code: &'static str,
        message: String,
        span: std::ops::Range<usize>,
        help: impl Into<String>,
    ) {
        let finding = Diagnostic::error(code, message).at(self.source, Span::from(span));
        self.diagnostics.push(finding.help(help));
    }

    fn check_head(&mut self, file: &RubricFile) {
        if *file.format.get_ref() != FORMAT {
            let message = format!("format {} is not known", file.format.get_ref());
            self.error(
                "rubric-format",
                message,
                file.format.span(),
                "write `format = 1`",
            );
        }
        let name = self.source.path.rsplit('/').next().unwrap_or_default();
        let name = name.strip_suffix(".toml").unwrap_or(name);
        if file.name.get_ref() != name {
            let message = format!(
                "the file is `{name}.toml` but names itself `{}`",
                file.name.get_ref()
            );
            self.error(
                "rubric-name",
                message,
                file.name.span(),
                format!("write `name = \"{name}\"`"),
            );
        }
        if file.criteria.is_empty() {
            let message = "the rubric has no criterion".to_owned();
            self.error("no-criterion", message, 0..0, "add a `[[criterion]]`");
        }
        let ids = file.signs.iter().map(|it| ("sign", &it.id));
        let ids = ids.chain(file.measures.iter().map(|it| ("measure", &it.id)));
        let ids = ids.chain(file.criteria.iter().map(|it| ("criterion", &it.id)));
        let mut seen = Vec::new();
        for (kind, id) in ids {
            let key = (kind, id.get_ref());
            if seen.contains(&key) {
                let message = format!("there are two of {kind} `{}`", id.get_ref());
                self.error("twice", message, id.span(), "give one of them another id");
            }
            seen.push(key);
        }
    }

    fn patterns<'b>(
        &mut self,
        file: &RubricFile,
        language: &str,
        words: &'b Language,
    ) -> (PatternSetBuilder<'b>, Vec<usize>) {
        let mut builder = PatternSetBuilder::new(words.word_lists());
        let mut sign_of = Vec::new();
        for (number, sign) in file.signs.iter().enumerate() {
            for pattern in sign.patterns.get(language).into_iter().flatten() {
                match builder.add(pattern.get_ref()) {
                    Ok(_) => sign_of.push(number),
                    Err(error) => {
                        let help = "docs/patterns.md describes the pattern language";
                        self.error("pattern", error.to_string(), pattern.span(), help);
                    }
                }
            }
        }
        (builder, sign_of)
    }

    fn place(&mut self, name: &Spanned<String>) -> Place {
        Place::from_name(name.get_ref()).unwrap_or_else(|| {
            let message = format!("there is no place `{}`", name.get_ref());
            let help = format!("the places are {}", Place::names().join(", "));
            self.error("unknown-place", message, name.span(), help);
            Place::Conversation
        })
    }

    fn kind(&mut self, name: &Spanned<String>) -> MomentKind {
        MomentKind::from_name(name.get_ref()).unwrap_or_else(|| {
            let message = format!("there is no kind of moment `{}`", name.get_ref());
            let names: Vec<&str> = MomentKind::ALL.iter().map(|it| it.name()).collect();
            let help = format!("the kinds are {}", names.join(", "));
            self.error("unknown-moment", message, name.span(), help);
            MomentKind::Opening
        })
    }

    fn measure(&mut self, table: &MeasureTable) -> Measure {
        let mut signs = Vec::new();
        for name in &table.signs {
            if let Some(number) = self.signs.iter().position(|it| it == name.get_ref()) {
                signs.push(number);
            } else {
                let message = format!("there is no sign `{}`", name.get_ref());
                let help = format!("the signs are {}", self.signs.join(", "));
                self.error("unknown-sign", message, name.span(), help);
            }
        }
        let place = self.place(&table.place);
        self.check_count(table, place);
        Measure {
            id: table.id.get_ref().as_str().into(),
            title: table.title.clone(),
            count: table.count,
            place,
            any: table.any,
            all: table.all,
            none: table.none,
            signs,
            after: table.after,
            not_after: table.not_after,
        }
    }

    fn check_count(&mut self, table: &MeasureTable, place: Place) {
        let of_moments = matches!(table.count, Count::Moments | Count::Percent);
        if of_moments && !matches!(place, Place::At(_)) {
            let message = format!("there are no moments at `{}`", table.place.get_ref());
            let help = "moments are at story, feeling, objection, question or goodbye";
            self.error("count-where", message, table.place.span(), help);
        }
        if table.count == Count::Kinds && table.any.is_empty() {
            let message = format!(
                "`{}` counts kinds of acts but names none",
                table.id.get_ref()
            );
            self.error("count-kinds", message, table.id.span(), "give `any`");
        }
    }

    fn criterion(&mut self, table: &CriterionTable) -> Criterion {
        let levels = self.levels(table);
        let caps = table.caps.iter().map(|it| self.cap(it, &table.id));
        let caps = caps.collect();
        Criterion {
            id: table.id.get_ref().as_str().into(),
            title: table.title.clone(),
            weight: table.weight,
            only_with: table.only_with.as_ref().map(|it| self.kind(it)),
            levels,
            caps,
            repaired_by: table.repaired_by,
            wants: table.wants.iter().map(|it| self.want(it)).collect(),
            advice: table.advice.clone(),
        }
    }

    fn levels(&mut self, table: &CriterionTable) -> Vec<Level> {
        let numbers: Vec<usize> = table
            .levels
            .iter()
            .map(|it| usize::from(*it.level.get_ref()))
            .collect();
        if numbers != (0..=HIGHEST).collect::<Vec<_>>() {
            let message = format!(
                "`{}` does not have the levels 0 to 4 in order",
                table.id.get_ref()
            );
            let help = "give `[[criterion.level]]` five times, with level = 0 first";
            self.error("levels", message, table.id.span(), help);
        }
        table.levels.iter().map(|it| self.level(it)).collect()
    }

    fn level(&mut self, table: &LevelTable) -> Level {
        let lowest = *table.level.get_ref() == 0;
        if lowest != table.when.is_empty() {
            let (message, help) = if lowest {
                (
                    "level 0 has conditions",
                    "level 0 is what is left; take its `when` away",
                )
            } else {
                ("the level can never be earned", "say `when` it is earned")
            };
            self.error("level-when", message.to_owned(), table.level.span(), help);
        }
        let ways = table.when.iter().map(|way| Way {
            at_least: self.demands(&way.at_least),
            below: self.demands(&way.below),
        });
        Level {
            ways: ways.collect(),
            meaning: table.meaning.clone(),
        }
    }

    fn demands(&mut self, table: &BTreeMap<Spanned<String>, u32>) -> Vec<(MeasureId, u32)> {
        let mut demands = Vec::new();
        for (name, number) in table {
            let known = self.measures.iter().position(|it| it == name.get_ref());
            if let Some(measure) = known {
                demands.push((measure, *number));
            } else {
                let message = format!("there is no measure `{}`", name.get_ref());
                let help = format!("the measures are {}", self.measures.join(", "));
                self.error("unknown-measure", message, name.span(), help);
            }
        }
        demands
    }

    fn cap(&mut self, table: &CapTable, criterion: &Spanned<String>) -> Cap {
        if usize::from(table.to) >= HIGHEST {
            let message = format!("a cap of `{}` limits nothing", criterion.get_ref());
            self.error("cap", message, criterion.span(), "`to` is 0, 1, 2 or 3");
        }
        Cap {
            acts: table.acts,
            place: self.place(&table.place),
            to: table.to,
        }
    }

    fn want(&mut self, table: &WantTable) -> Want {
        Want {
            kind: self.kind(&table.at),
            groups: table.acts.clone(),
        }
    }
}
