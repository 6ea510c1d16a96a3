//! Recorded conversations, read from JSON Lines or from plain text.
//!
//! Labels that a transcript may carry (acts, flags, scores) are never looked at: what is scored is
//! what was said. This room knows nothing of acts.

mod json_lines;
mod model;
mod plain;
mod speakers;

pub use model::{Channel, Speaker, Transcript, Turn};
pub use speakers::Speakers;

use crate::ground::{
    diagnostic::{Diagnostic, Source},
    span::Span,
};

/// Reads the transcripts in `bytes`, in the order of the file. What is wrong with some of them
/// comes back beside the others.
///
/// A file whose first character is `{` is JSON Lines, anything else plain text.
pub fn read(path: &str, bytes: &[u8], speakers: &Speakers) -> (Vec<Transcript>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            diagnostics.push(not_text(path, bytes, error.valid_up_to()));
            return (Vec::new(), diagnostics);
        }
    };
    let source = Source::new(path, text);
    let transcripts = match text.trim_start().chars().next() {
        None => {
            diagnostics.push(
                Diagnostic::error("empty-transcript", "there is no conversation in the file")
                    .at(&source, Span::new(0, 0)),
            );
            Vec::new()
        }
        Some('{') => json_lines::read(&source, &mut diagnostics),
        Some(_) => plain::read(&source, speakers, &mut diagnostics),
    };
    (transcripts, diagnostics)
}

/// The finding for bytes that are no text, with the line on which they stand.
fn not_text(path: &str, bytes: &[u8], at: usize) -> Diagnostic {
    let readable = String::from_utf8_lossy(&bytes[..at]);
    let line = 1 + readable.matches('\n').count();
    let message = format!("line {line} is not text in UTF-8");
    Diagnostic::error("not-utf8", message)
        .at(&Source::new(path, &readable), Span::new(at, at))
        .help("save the file as UTF-8, as JSON Lines or plain text")
}

/// The name of a file without folders and extension, from which unnamed conversations are named.
fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name);
    if stem.is_empty() || stem == "-" {
        "conversation"
    } else {
        stem
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speakers() -> Speakers {
        let text = "agent: Medewerker, Agent\ncustomer: Klant, Customer\n";
        Speakers::load(&[Source::new("lexicon/nl/speakers.txt", text)]).0
    }

    fn read_text(text: &str) -> (Vec<Transcript>, Vec<Diagnostic>) {
        read("some/calls.txt", text.as_bytes(), &speakers())
    }

    fn codes(text: &str) -> Vec<&'static str> {
        read_text(text).1.iter().map(|it| it.code).collect()
    }

    #[test]
    fn json_lines_give_one_conversation_each() {
        let (found, wrong) = read_text(concat!(
            "\u{feff}{\"id\":\"t1\",\"lang\":\"nl\",\"channel\":\"chat\",\"scores\":7,\"turns\":",
            "[{\"speaker\":\"agent\",\"text\":\"hoi\",\"acts\":[\"greet\"]}]}\r\n\r\n",
            "{\"turns\":[{\"speaker\":\"customer\",\"text\":\"\u{200f}dag\"}]}\n",
        ));
        assert_eq!(wrong, []);
        assert_eq!(found[0].id, "t1");
        assert_eq!(found[0].channel, Channel::Chat);
        assert_eq!(found[1].id, "calls-3");
        assert_eq!(found[1].turns[0].text, "\u{200f}dag");
    }

    #[test]
    fn plain_text_with_prefixes() {
        let (found, wrong) = read_text(
            "KLANT: hallo?\r\nis daar iemand\r\n\nmedewerker : Goedemiddag.\n\n---\nAgent: dag\n",
        );
        assert_eq!(wrong, []);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].id, "calls");
        assert_eq!(found[1].id, "calls-2");
        assert_eq!(found[0].language, "nl");
        assert_eq!(found[0].turns[0].speaker, Speaker::Customer);
        assert_eq!(found[0].turns[0].text, "hallo?\nis daar iemand");
        assert_eq!(found[0].turns[1].text, "Goedemiddag.");
    }

    #[test]
    fn what_is_wrong_is_said_and_the_rest_is_read() {
        assert_eq!(codes(""), ["empty-transcript"]);
        assert_eq!(codes(" \r\n\u{feff}"), ["no-speaker", "no-turns"]);
        assert_eq!(codes("{\"id\":1}"), ["transcript-line"]);
        assert_eq!(codes("{\"turns\":[]}"), ["no-turns"]);
        assert_eq!(codes("{\"turns\":[{\"text\":\"a\"}]}"), ["transcript-line"]);
        assert_eq!(
            codes("{\"turns\":[{\"speaker\":\"boss\",\"text\":\"a\"}]}"),
            ["unknown-speaker"]
        );
        let (found, wrong) =
            read_text("{nonsense\n{\"turns\":[{\"speaker\":\"agent\",\"text\":\"a\"}]}");
        assert_eq!((found.len(), wrong.len()), (1, 1));
        let (found, wrong) = read("x", &[b'a', b'\n', 0xff, 0xfe, 0], &speakers());
        assert!(found.is_empty());
        assert_eq!(wrong[0].message, "line 2 is not text in UTF-8");
    }

    #[test]
    fn a_diagnostic_points_at_the_place() {
        let (_, wrong) = read_text("{\"turns\":[]}\n{\"turns\": 12}\n");
        let (source, span) = *wrong[1].source.clone().unwrap();
        assert_eq!(source.text[..span.start].matches('\n').count(), 1);
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_fall(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            let _ = read("x", &bytes, &speakers());
        }

        #[test]
        fn no_text_makes_it_fall(text in "[{\\[\"a-zK:\\-\\n\\u{200f}]{0,80}") {
            let _ = read_text(&text);
        }
    }
}
