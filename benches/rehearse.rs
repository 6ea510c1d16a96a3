//! A rehearsal: played and scored by all trainees, on all cores. The aim is 2,000 conversations a
//! second on two cores, in a release build.
//!
//! ```sh
//! cargo bench --bench rehearse
//! ```

use divan::{Bencher, counter::ItemsCount};
use oefenlijn::{content::Content, library::Library, rehearsal::Cast};

fn main() {
    divan::main();
}

/// Conversations of each trainee.
const RUNS: u32 = 20;

#[divan::bench(args = names(), sample_count = 20)]
fn conversations(bencher: Bencher<'_, '_>, name: &str) {
    let cast = Cast::load(&Library::new(Content::embedded()), name).expect("a scenario");
    let conversations = cast.trainees().len() * RUNS as usize;
    bencher
        .counter(ItemsCount::new(conversations))
        .bench(|| cast.rehearse(RUNS, 1, &|| ()));
}

fn names() -> Vec<String> {
    Library::new(Content::embedded()).case_names()
}
