//! `oefenlijn score`: scorecards for conversations recorded elsewhere.

use std::{
    collections::BTreeMap,
    io::{self, Read as _, Write as _},
};

use crate::{
    acts::Reader,
    cli::{arguments::ScoreArguments, failure::Failure, world::World},
    ground::diagnostic::{Severity, has_errors},
    report,
    rubric::Rubric,
    score::{self, BetterReplies, Conversation, Record},
    transcript::{self, Transcript},
};

/// What conversations in one language are scored with.
pub(super) struct Judge {
    pub(super) reader: Reader,
    pub(super) rubric: Rubric,
    pub(super) better: BetterReplies,
}

impl Judge {
    pub(super) fn new(world: &World, rubric: &str, language: &str) -> Result<Self, Failure> {
        let reader = world.library.reader(language)?;
        Ok(Self {
            rubric: world.library.rubric(rubric, language, &reader)?,
            better: BetterReplies::new(world.library.better_replies(language)?),
            reader,
        })
    }
}

pub(super) fn run(world: &mut World, arguments: &ScoreArguments) -> Result<(), Failure> {
    let transcripts = read_all(world, &arguments.files, "score-faulty")?;
    let mut judges: BTreeMap<String, Judge> = BTreeMap::new();
    for transcript in &transcripts {
        let language = arguments.lang.as_deref().unwrap_or(&transcript.language);
        if !judges.contains_key(language) {
            judges.insert(
                language.to_owned(),
                Judge::new(world, &arguments.rubric, language)?,
            );
        }
        if let Some(judge) = judges.get(language) {
            show(world, transcript, judge, arguments.json)?;
        }
    }
    Ok(())
}

fn show(
    world: &mut World,
    transcript: &Transcript,
    judge: &Judge,
    json: bool,
) -> Result<(), Failure> {
    let conversation = Conversation::read(transcript, &judge.reader);
    let card = score::score(&conversation, &judge.rubric, &judge.better);
    if json {
        let record = Record::new(&transcript.id, &conversation, &card);
        serde_json::to_writer(&mut world.out, &record).map_err(io::Error::from)?;
        writeln!(world.out)?;
        return Ok(());
    }
    let text = report::scorecard(
        &world.words,
        &conversation,
        &judge.rubric,
        &card,
        world.width,
    );
    world.write(&format!("{}\n{text}\n", report::bold(&transcript.id)))?;
    Ok(())
}

/// All transcripts of all files, in order. What is wrong with a file is said before anything is
/// done with any of them; with an error nothing is, so that no conversation is left out unnoticed:
/// the message `faulty` says that.
pub(super) fn read_all(
    world: &World,
    files: &[String],
    faulty: &str,
) -> Result<Vec<Transcript>, Failure> {
    let speakers = world.library.speakers()?;
    let (mut transcripts, mut findings) = (Vec::new(), Vec::new());
    for path in files {
        let bytes =
            bytes(path).map_err(|error| Failure::Data(format!("cannot read {path}: {error}")))?;
        let (found, wrong) = transcript::read(path, &bytes, &speakers);
        transcripts.extend(found);
        findings.extend(wrong);
    }
    anstream::eprint!("{}", report::findings(&findings, world.width));
    if has_errors(&findings) {
        let errors = findings
            .iter()
            .filter(|it| it.severity == Severity::Error)
            .count();
        let values = [("count", errors.into())];
        return Err(Failure::Data(world.words.with(faulty, &values)));
    }
    Ok(transcripts)
}

/// What a file, or standard input for `-`, holds.
pub(super) fn bytes(path: &str) -> io::Result<Vec<u8>> {
    if path != "-" {
        return std::fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}
