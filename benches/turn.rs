//! A turn: read, react, answer. The figures: 100 µs at the median, under 1 ms at the 99th
//! percentile, in a release build.
//!
//! ```sh
//! cargo bench --bench turn
//! ```

use std::sync::Arc;

use divan::{Bencher, counter::ItemsCount};
use oefenlijn::{
    content::Content,
    customer::{self, State},
    library::Library,
    scenario::Scenario,
};

fn main() {
    divan::main();
}

/// Replies of a plausible conversation, short and long.
const REPLIES: [&str; 8] = [
    "Goedemiddag, u spreekt met Sanne van de klantenservice. Waarmee kan ik u helpen?",
    "Wat vervelend dat u daar zo van geschrokken bent. Vertelt u eens, wat ziet u precies?",
    "En sinds wanneer is dat zo?",
    "Dus als ik het goed begrijp was het gisteren nog in orde en is het vandaag anders. Klopt dat?",
    "Ik neem uw dossier erbij, een ogenblikje. Mag ik uw geboortedatum en uw postcode?",
    "Dat kan niet, dat staat gewoon in de voorwaarden.",
    "U heeft gelijk, dat had ik anders moeten zeggen. Ik zoek het nu meteen voor u uit en bel u \
     morgen voor twaalf uur terug. Kunt u zich daarin vinden?",
    "Kan ik verder nog iets voor u betekenen? Dan wens ik u een fijne dag.",
];

#[divan::bench(args = names())]
fn conversation(bencher: Bencher<'_, '_>, name: &str) {
    let library = Library::new(Content::embedded());
    let reader = library
        .reader(&library.language_of(name).expect("it has a language"))
        .expect("a reader");
    let scenario: Arc<Scenario> = Arc::new(library.scenario(name, &reader).expect("a scenario"));
    // the wordings are read once, at the first reply
    customer::step(
        &scenario,
        &reader,
        &mut State::new(&scenario),
        REPLIES[1],
        7,
    );
    bencher.counter(ItemsCount::new(REPLIES.len())).bench(|| {
        let mut state = State::new(&scenario);
        let mut said = 0;
        for reply in REPLIES {
            said += customer::step(&scenario, &reader, &mut state, reply, 7)
                .line
                .len();
        }
        said
    });
}

fn names() -> Vec<String> {
    Library::new(Content::embedded()).case_names()
}
