//! What people do in what they say: acts with evidence, read from free text by a lexicon.
//!
//! This room knows nothing of scenarios or rubrics.

mod act;
mod evidence;
mod examples;
mod features;
mod history;
mod language;
mod lexicon;
mod lexicon_file;
mod model;
mod proof;
mod question;
mod reader;
mod recogniser;
mod surroundings;
mod times;

pub use act::{Act, ActSet, AgentAct, CustomerAct, Family, Feeling};
pub use evidence::{AgentReading, CustomerReading, Emotion, Evidence};
pub use examples::agent_examples;
pub use history::History;
pub use language::Language;
pub use lexicon::{Entry, Lexicon, LexiconFiles, ParsedLexicon, UNREADABLE};
pub use model::{Column, DOUBT, LARGEST_NUMBER, LARGEST_WEIGHT, Model};
pub use proof::prove;
pub use question::{PolarKind, QuestionAim, QuestionForm, QuestionShape};
pub use reader::{Feature, Reader};
pub use surroundings::{BLOCKS, Levels, SURE, Surroundings, level};
pub use times::{Bound, Day, DayPart, SaidTime, TimePhrase, Unit, WeekPart};
