//! `oefenlijn report`: what a session, or many, came to.

use std::fs;

use crate::{
    cli::{
        arguments::{ReportArguments, ReportFormat, ReportNames},
        failure::Failure,
        found::Found,
        masking::{masker, pseudonyms},
        store,
        world::World,
    },
    outcome::ScenarioFigures,
    report::{
        self, CoachLevel, Figures, FiguresWording, Form, Look, SessionSheet, TableStyle, Wording,
    },
    review::{ReviewEvent, Reviewed, Subject},
    session::{Folder, Kept, Opened, Play as _},
    transcript::Speaker,
    words::Ui,
    xapi::Naming,
};

pub(super) fn run(world: &mut World, arguments: &ReportArguments) -> Result<(), Failure> {
    let text = match &arguments.session {
        Some(name) => session(world, arguments, name)?,
        None => many(world, arguments)?,
    };
    write(world, arguments, &text)
}

/// The report of a person, a group or a scenario.
fn many(world: &World, arguments: &ReportArguments) -> Result<String, Failure> {
    let folder = Folder::of_the_user()?;
    let mut store = store::up_to_date(world, &folder)?;
    let titles = world.library.criterion_titles();
    let titles = titles.into_iter();
    let titles: Vec<(String, String)> = titles
        .map(|(name, title)| (name, world.words.of(&title).to_owned()))
        .collect();
    let wording = FiguresWording {
        words: &world.words,
        titles: &titles,
    };
    let naming = arguments.naming(&folder)?;
    let (mut person, mut group, mut scenario);
    let figures = if let Some(name) = &arguments.trainee {
        person = store.person(name)?;
        person.person = naming.name(name);
        Figures::Person(&person)
    } else if let Some(name) = &arguments.group {
        group = store.group(name)?;
        group.put_in_order(|it| wording.place(it));
        if naming != Naming::Keep {
            group.call_by(|it| naming.name(it));
        }
        Figures::Group(&group)
    } else {
        scenario = store.scenario(arguments.scenario.as_deref().unwrap_or_default())?;
        if naming != Naming::Keep {
            mask_unheard(world, &mut scenario, &store.people()?)?;
        }
        Figures::Scenario(&scenario)
    };
    report::figures_report(wording, figures, form(world, arguments))
        .map_err(|it| Failure::Data(it.to_string()))
}

/// Masks the replies that were not understood, whoever typed them.
fn mask_unheard(
    world: &World,
    scenario: &mut ScenarioFigures,
    people: &[String],
) -> Result<(), Failure> {
    let name = &scenario.scenario;
    // of a scenario that is not here any more the language is not known
    let language = world.library.language_of(name);
    let language = language.unwrap_or_else(|_| {
        let screen = match world.words.ui() {
            Ui::Nl => "nl",
            Ui::En => "en",
        };
        screen.to_owned()
    });
    let people = people.iter().map(String::as_str);
    let mut masker = masker(world, &language, name, people)?;
    for unheard in &mut scenario.unheard {
        unheard.reply = masker.mask(&unheard.reply);
    }
    Ok(())
}

/// The report of one session.
fn session(world: &World, arguments: &ReportArguments, name: &str) -> Result<String, Failure> {
    let found = Found::open(world, name)?;
    let mut sheet = sheet(world, &found.opened);
    correct(&found.opened, &found.said.lines, &mut sheet);
    let naming = arguments.naming(&Folder::of_the_user()?)?;
    if naming != Naming::Keep {
        let trainee = sheet.trainee.as_deref();
        let mut masker = masker(world, &sheet.language, &sheet.scenario, trainee)?;
        sheet.mask(&mut masker, |it| naming.name(it));
    }
    let speakers = world.library.speakers()?;
    let role = |it| speakers.name(&sheet.language, it).unwrap_or_default();
    let (customer, agent) = (role(Speaker::Customer), role(Speaker::Agent));
    let wording = Wording::new(&world.words, customer, agent);
    let form = form(world, arguments);
    report::session_report(&wording, &sheet, form).map_err(|it| Failure::Data(it.to_string()))
}

/// Puts what coaches made of the levels beside the program's.
fn correct(opened: &Opened, said: &[ReviewEvent], sheet: &mut SessionSheet) {
    let Ok(subject) = Subject::of(opened) else {
        // a call that is not scored has no levels
        return;
    };
    for (conversation, reviewed) in subject.reviewed(said).iter().enumerate() {
        let criteria = reviewed.human.card.criteria.iter();
        let mut any = false;
        for (human, machine) in criteria.zip(&reviewed.machine.card.criteria) {
            if human.level != machine.level {
                let coach = coach(reviewed, &human.criterion, human.level);
                sheet.correct(conversation, &human.criterion, coach);
                any = true;
            }
        }
        if any {
            sheet.correct_total(conversation, reviewed.human.card.total);
        }
    }
}

/// Who set the level of a criterion, and why: the correction of the level itself, else the last one of
/// an act, from which the level follows.
fn coach(reviewed: &Reviewed, criterion: &str, level: Option<u8>) -> CoachLevel {
    let set = reviewed
        .levels
        .iter()
        .find(|it| it.what.criterion == criterion);
    let last = reviewed.acts.iter().max_by_key(|it| it.at);
    let said = set.map(|it| (&it.who, &it.what.reason));
    let (by, why) = said
        .or(last.map(|it| (&it.who, &it.what.reason)))
        .map(|(by, why)| (by.clone(), why.clone()))
        .unwrap_or_default();
    CoachLevel { level, by, why }
}

fn sheet(world: &World, opened: &Opened) -> SessionSheet {
    let cards = world.library.cards();
    let look = Look {
        header: &opened.contents.header,
        drift: opened.drift.clone(),
        damaged: opened.contents.damaged.clone(),
        cards: &cards,
    };
    match &opened.kept {
        Kept::Call(practice, assessment) => SessionSheet::of(look, practice, Some(assessment)),
        Kept::Caller(practice) => SessionSheet::of(look, practice, None),
        Kept::Desk(floor, assessment) => {
            SessionSheet::of_desk(look, floor.card(), floor, assessment)
        }
    }
}

fn form(world: &World, arguments: &ReportArguments) -> Form {
    match arguments.format {
        ReportFormat::Text => Form::Text(world.width),
        ReportFormat::Md => Form::Markdown,
        ReportFormat::Html => Form::Html,
        ReportFormat::Json => Form::Json,
        ReportFormat::Csv => Form::Table(arguments.table_style(world.words.ui())),
    }
}

/// To the file that was named, else to standard output.
fn write(world: &mut World, arguments: &ReportArguments, text: &str) -> Result<(), Failure> {
    let Some(path) = &arguments.output else {
        return Ok(world.write(text)?);
    };
    let plain = match arguments.format {
        ReportFormat::Text => anstream::adapter::strip_str(text).to_string(),
        _ => text.to_owned(),
    };
    fs::write(path, plain).map_err(|it| Failure::Data(format!("{}: {it}", path.display())))
}

impl ReportArguments {
    /// What becomes of code names; where they go, what was typed is masked too.
    fn naming(&self, folder: &Folder) -> Result<Naming, Failure> {
        let for_programs = matches!(self.format, ReportFormat::Json | ReportFormat::Csv);
        let typed = self.session.is_some() || self.scenario.is_some();
        match self.names {
            Some(ReportNames::Mask) => pseudonyms(folder),
            None if for_programs && typed => pseudonyms(folder),
            Some(ReportNames::Keep) | None => Ok(Naming::Keep),
        }
    }

    /// How a table is written for a spreadsheet in this language.
    fn table_style(&self, ui: crate::words::Ui) -> TableStyle {
        let usual = TableStyle::of(ui);
        TableStyle {
            separator: self.separator.unwrap_or(usual.separator),
            byte_order_mark: self.bom,
        }
    }
}
