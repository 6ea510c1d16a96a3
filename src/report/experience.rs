//! What a call was like for whoever made it: counted, not scored.

use std::fmt::Write as _;

use crate::{
    report::style::{bold, wrapped},
    session::Practice,
    words::Words,
};

/// The counts of the conversation and the questions to think about, with the answers given so far.
pub fn experience(words: &Words, practice: &Practice, width: usize) -> String {
    let scenario = practice.scenario();
    let mut text = String::new();
    if !scenario.counts.is_empty() {
        let _ = writeln!(text, "{}", bold(&words.say("experience-title")));
        for (number, count) in scenario.counts.iter().enumerate() {
            let counted = practice.state().counted(number);
            let _ = writeln!(text, "  {counted:>4}  {}", words.of(&count.label));
        }
    }
    if !scenario.reflections.is_empty() {
        let _ = writeln!(text, "\n{}", bold(&words.say("experience-reflect")));
        for question in &scenario.reflections {
            let question = words.of(question);
            let _ = writeln!(text, "{}", wrapped(question, width, "  - ", "    "));
            let answers = practice.reflections().iter();
            for (_, answer) in answers.filter(|it| it.0 == question) {
                let answer = [("answer", answer.as_str().into())];
                let answer = words.with("experience-answer", &answer);
                let _ = writeln!(text, "{}", wrapped(&answer, width, "    ", "    "));
            }
        }
    }
    text
}
