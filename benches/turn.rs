//! A turn: read, react, answer. The figures: 100 µs at the median, under 1 ms at the 99th
//! percentile, in a release build. First the turns of one conversation in every case; then single turns of
//! the replies that the built-in trainees say.
//!
//! ```sh
//! cargo bench --bench turn
//! ```

use std::{
    env,
    io::{self, Write as _},
    sync::Arc,
    time::{Duration, Instant},
};

use divan::{Bencher, black_box, counter::ItemsCount};
use mimalloc::MiMalloc;
use oefenlijn::{
    content::Content,
    customer::{self, State},
    library::Library,
    rehearsal::Cast,
    scenario::Scenario,
    session::Practice,
};

/// As the program has it.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> io::Result<()> {
    divan::main();
    // only where nothing else is asked for: no list, no single bench
    if env::args().skip(1).eq(["--bench"]) {
        single_turns()?;
    }
    Ok(())
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

/// Makes replies that nobody has said before: what was found in a reply is kept for when it comes again.
#[derive(Default)]
struct Afresh(u32);

impl Afresh {
    /// The same reply with blanks after it that no other has.
    fn say(&mut self, reply: &str) -> String {
        self.0 += 1;
        let blanks = (0..u32::BITS - self.0.leading_zeros())
            .map(|bit| [' ', '\t'][(self.0 >> bit & 1) as usize]);
        reply.chars().chain(blanks).collect()
    }
}

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
    let mut afresh = Afresh::default();
    let bencher = bencher.counter(ItemsCount::new(REPLIES.len()));
    bencher
        .with_inputs(|| REPLIES.map(|it| afresh.say(it)))
        .bench_local_values(|replies| {
            let mut state = State::new(&scenario);
            let mut said = 0;
            for reply in replies {
                said += customer::step(&scenario, &reader, &mut state, &reply, 7)
                    .line
                    .len();
            }
            said
        });
}

fn names() -> Vec<String> {
    Library::new(Content::embedded()).case_names()
}

/// Conversations of each trainee.
const RUNS: u32 = 50;

/// How often a turn is taken; its time is the median.
const TIMES: usize = 5;

/// How long single turns take, in every case.
fn single_turns() -> io::Result<()> {
    let mut out = io::stdout();
    writeln!(
        out,
        "single turns (each the median of {TIMES}), of what the built-in trainees say:"
    )?;
    for name in names() {
        let cast = Cast::load(&Library::new(Content::embedded()), &name).expect("a scenario");
        let conversations = cast.conversations(RUNS, 1);
        let mut afresh = Afresh::default();
        let times = conversations.flat_map(|it| turn_times(&it, &mut afresh));
        let mut times: Vec<Duration> = times.collect();
        times.sort_unstable();
        let part = |of_a_thousand: usize| times[(times.len() - 1) * of_a_thousand / 1000];
        writeln!(
            out,
            "{name:<24} {:>6} replies, median {:>8.1?}, 99th percentile {:>8.1?}, longest {:>8.1?}",
            times.len(),
            part(500),
            part(990),
            part(1000),
        )?;
    }
    Ok(())
}

/// How long each turn of a conversation takes when it is taken again.
fn turn_times(practice: &Practice, afresh: &mut Afresh) -> Vec<Duration> {
    let exchanges = practice.exchanges().iter().enumerate();
    let times = exchanges.map(|(at, exchange)| {
        let mut times = [Duration::ZERO; TIMES];
        for time in &mut times {
            let mut state = practice.before(at).clone();
            let (scenario, reader) = (practice.scenario(), practice.reader());
            let reply = afresh.say(&exchange.reply);
            let begin = Instant::now();
            let turn = customer::step(scenario, reader, &mut state, &reply, practice.seed());
            *time = begin.elapsed();
            black_box(turn);
        }
        times.sort_unstable();
        times[TIMES / 2]
    });
    times.collect()
}
