//! `oefenlijn agree`: how well the program, or another rater, agrees with labelled conversations.

use crate::{
    agreement::{self, Agreement, Labelled},
    cli::{
        arguments::AgreeArguments,
        failure::Failure,
        score::{Judge, bytes},
        world::World,
    },
    ground::diagnostic::{Source, has_errors},
    report,
    score::{self, Conversation, Record},
    transcript,
};

pub(super) fn run(world: &mut World, arguments: &AgreeArguments) -> Result<(), Failure> {
    let gold_text = text(&arguments.gold)?;
    let gold = labelled(world, &arguments.gold, &gold_text)?;
    let mut others: Vec<(String, Vec<Labelled>)> = Vec::new();
    for path in arguments.other.iter().chain(&arguments.rater) {
        let other = text(path)?;
        others.push((path.clone(), labelled(world, path, &other)?));
    }
    if arguments.other.is_none() {
        let own = read_by_the_program(world, arguments, &gold_text)?;
        others.insert(0, (world.words.say("agree-program"), own));
    }
    for (number, (name, other)) in others.iter().enumerate() {
        let agreement = Agreement::of(&gold, other);
        let text = report::agreement(&world.words, &agreement, name, arguments.most, world.width);
        let between = if number > 0 { "\n" } else { "" };
        world.write(&format!("{between}{text}"))?;
    }
    Ok(())
}

/// The text of a file, or of standard input for `-`.
pub(super) fn text(path: &str) -> Result<String, Failure> {
    let bytes =
        bytes(path).map_err(|error| Failure::Data(format!("cannot read {path}: {error}")))?;
    String::from_utf8(bytes).map_err(|_| Failure::Data(format!("{path} is not UTF-8 text")))
}

fn labelled(world: &World, path: &str, text: &str) -> Result<Vec<Labelled>, Failure> {
    let (labelled, found) = agreement::read(&Source::new(path, text));
    if has_errors(&found) {
        anstream::eprint!("{}", report::findings(&found, world.width));
        let values = [("count", found.len().into())];
        return Err(Failure::Data(world.words.with("agree-faulty", &values)));
    }
    Ok(labelled)
}

/// What the program makes of the conversations of the gold file, without a look at their labels.
fn read_by_the_program(
    world: &World,
    arguments: &AgreeArguments,
    gold: &str,
) -> Result<Vec<Labelled>, Failure> {
    let speakers = world.library.speakers()?;
    let (transcripts, found) = transcript::read(&arguments.gold, gold.as_bytes(), &speakers);
    if has_errors(&found) {
        anstream::eprint!("{}", report::findings(&found, world.width));
        let values = [("count", found.len().into())];
        return Err(Failure::Data(world.words.with("agree-faulty", &values)));
    }
    let mut scored = String::new();
    let mut judges = std::collections::BTreeMap::new();
    for transcript in &transcripts {
        let language = &transcript.language;
        if !judges.contains_key(language) {
            let judge = Judge::new(world, &arguments.rubric, language)?;
            judges.insert(language.clone(), judge);
        }
        let judge: &Judge = &judges[language];
        let conversation = Conversation::read(transcript, &judge.reader);
        let card = score::score(&conversation, &judge.rubric, &judge.better);
        let record = Record::new(&transcript.id, &conversation, &card);
        let line = serde_json::to_string(&record).map_err(std::io::Error::from)?;
        scored.push_str(&line);
        scored.push('\n');
    }
    labelled(world, &arguments.gold, &scored)
}
