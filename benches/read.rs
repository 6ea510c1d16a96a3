//! Reading alone: the aim is 100,000 replies a second and core in a release build.
//!
//! ```sh
//! cargo bench --bench read
//! ```

use divan::{Bencher, counter::ItemsCount};
use oefenlijn::{
    acts::{History, Reader},
    content::Content,
    library::Library,
};

fn main() {
    divan::main();
}

const REPLIES: [&str; 8] = [
    "Goedemiddag, u spreekt met Sanne van de klantenservice. Waarmee kan ik u helpen?",
    "Wat vervelend dat u daar zo van geschrokken bent. Wat ziet u precies?",
    "En sinds wanneer is dat zo?",
    "Dus als ik het goed begrijp was het gisteren nog in orde. Klopt dat?",
    "Ik neem uw dossier erbij. Mag ik uw geboortedatum en uw postcode?",
    "Dat kan niet, dat staat gewoon in de voorwaarden.",
    "Ik zoek het nu meteen voor u uit en bel u morgen voor twaalf uur terug.",
    "Kan ik verder nog iets voor u betekenen? Dan wens ik u een fijne dag.",
];

fn reader() -> Reader {
    Library::new(Content::embedded())
        .reader("nl")
        .expect("the Dutch lexicon loads")
}

#[divan::bench]
fn agent(bencher: Bencher<'_, '_>) {
    let reader = reader();
    bencher
        .counter(ItemsCount::new(REPLIES.len()))
        .bench(|| REPLIES.map(|it| reader.read_agent(it, &History::default()).evidence.len()));
}

#[divan::bench]
fn customer(bencher: Bencher<'_, '_>) {
    let reader = reader();
    bencher
        .counter(ItemsCount::new(REPLIES.len()))
        .bench(|| REPLIES.map(|it| reader.read_customer(it, &History::default()).evidence.len()));
}
