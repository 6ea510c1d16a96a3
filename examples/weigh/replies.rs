//! The labelled replies, sentence by sentence, with all that the program thinks they may call for.

use std::collections::BTreeSet;

use anyhow::Context as _;
use oefenlijn::{
    content::Content,
    customer::{State, WeighedSentence, step, weigh},
    library::Library,
    scenario::Signs,
};
use serde::Deserialize;

const FILE: &str = "training/answers/nl.jsonl";

/// What is played is the same each time.
const SEED: u64 = 1;

/// A reply with what raters said of its pieces, in the order of its play.
#[derive(Deserialize)]
pub(crate) struct Reply {
    case: String,
    /// Replies of one play share it.
    play: String,
    text: String,
    pieces: Vec<Piece>,
}

/// A piece of a reply, and what it calls for: names of which each would do; none where a piece calls for
/// nothing in particular.
#[derive(Deserialize)]
struct Piece {
    text: String,
    calls_for: Vec<String>,
    /// Names of what other raters, who saw what the program proposed, took for a fitting answer, too.
    #[serde(default)]
    would_do: Vec<String>,
    /// Whether it only makes sense with what was said before, so that nothing is learned from it.
    #[serde(default)]
    bound: bool,
}

/// A sentence, and what it calls for.
pub(crate) struct Labelled {
    pub(crate) case: String,
    pub(crate) text: String,
    pub(crate) asks: bool,
    /// The names of what raters want to hear.
    pub(crate) wanted: Vec<String>,
    pub(crate) options: Vec<Choice>,
}

/// Something that a sentence may call for.
pub(crate) struct Choice {
    pub(crate) name: String,
    pub(crate) signs: Signs,
    /// Whether raters want it: from this is learned.
    pub(crate) right: bool,
    /// Whether raters want it or took it for a fitting answer: by this is measured.
    pub(crate) fits: bool,
}

/// The replies as they stand in the file.
pub(crate) fn read() -> anyhow::Result<Vec<Reply>> {
    let text = std::fs::read_to_string(FILE).context(FILE)?;
    let replies: Result<Vec<Reply>, _> = text.lines().map(serde_json::from_str).collect();
    replies.context(FILE)
}

/// All sentences of all plays, as they come about with this content.
pub(crate) fn play(replies: &[Reply], content: Content) -> anyhow::Result<Vec<Labelled>> {
    let library = Library::new(content);
    let reader = library.reader("nl")?;
    let mut sentences = Vec::new();
    for play in replies.chunk_by(|one, next| (&one.case, &one.play) == (&next.case, &next.play)) {
        let Some(first) = play.first() else { continue };
        let scenario = library.scenario(&first.case, &reader)?;
        let mut state = State::new(&scenario);
        oefenlijn::customer::open(&scenario, &reader, &mut state, SEED);
        for reply in play {
            let weighed = weigh(&scenario, &reader, &state, &reply.text);
            sentences.extend(weighed.into_iter().filter_map(|it| labelled(reply, it)));
            step(&scenario, &reader, &mut state, &reply.text, SEED);
        }
    }
    Ok(sentences)
}

/// The sentence with what the pieces call for that share its words.
fn labelled(reply: &Reply, sentence: WeighedSentence) -> Option<Labelled> {
    let own = words(&sentence.text);
    let pieces = reply.pieces.iter().filter(|it| {
        let others = words(&it.text);
        let shared = own.intersection(&others).count();
        shared > 0 && 2 * shared >= own.len().min(others.len())
    });
    if pieces.clone().any(|it| it.bound) {
        return None;
    }
    let would_do: Vec<&String> = pieces.clone().flat_map(|it| &it.would_do).collect();
    let wanted: Vec<String> = pieces.flat_map(|it| it.calls_for.iter().cloned()).collect();
    let options = sentence.candidates.into_iter().map(|it| Choice {
        right: wanted.contains(&it.name),
        fits: wanted.contains(&it.name) || would_do.contains(&&it.name),
        name: it.name,
        signs: it.signs,
    });
    Some(Labelled {
        case: reply.case.clone(),
        options: options.collect(),
        text: sentence.text,
        asks: sentence.asks,
        wanted,
    })
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|it: char| !it.is_alphanumeric());
    words
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect()
}
