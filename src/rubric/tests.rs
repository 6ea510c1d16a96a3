//! A rubric file and what can be wrong with it.

use crate::{
    acts::{Lexicon, LexiconFiles},
    content::Content,
    ground::diagnostic::{Diagnostic, Source},
    rubric::{MomentKind, load, load_better},
};

/// A rubric of one criterion.
const SMALL: &str = r#"
format = 1
name = "small"
title = { nl = "a", en = "a" }

[[sign]]
id = "polite"
title = { nl = "a", en = "a" }
patterns = { nl = ["if you please"] }

[[measure]]
id = "questions"
title = { nl = "a", en = "a" }
count = "replies"
where = "conversation"
any = ["ask_open"]
signs = ["polite"]

[[criterion]]
id = "asking"
title = { nl = "a", en = "a" }
advice = { nl = "a", en = "a" }
level = [
  { level = 0, meaning = { nl = "a", en = "a" } },
  { level = 1, meaning = { nl = "a", en = "a" }, when = [{ at_least = { questions = 1 } }] },
  { level = 2, meaning = { nl = "a", en = "a" }, when = [{ at_least = { questions = 2 } }] },
  { level = 3, meaning = { nl = "a", en = "a" }, when = [{ at_least = { questions = 3 } }] },
  { level = 4, meaning = { nl = "a", en = "a" }, when = [{ at_least = { questions = 4 } }] },
]
cap = [{ acts = ["rush"], where = "story", to = 2 }]
want = [{ at = "story", acts = [["ask_open"]] }]
"#;

fn findings(text: &str) -> Vec<Diagnostic> {
    let (lexicon, _) = Lexicon::load(&LexiconFiles::default());
    let (rubric, found) = load(
        &Source::new("rubrics/small.toml", text),
        "nl",
        lexicon.language(),
    );
    assert_eq!(rubric.is_none(), !found.is_empty());
    found
}

/// The one finding of the small rubric with `from` replaced by `to`: its code, the text it points
/// at, and its help.
fn spoilt(from: &str, to: &str) -> (&'static str, String, String) {
    assert!(SMALL.contains(from));
    let mut found = findings(&SMALL.replace(from, to));
    assert_eq!(found.len(), 1, "{found:?}");
    let found = found.remove(0);
    let at = found
        .source
        .map(|it| *it)
        .map(|(source, span)| span.of(&source.text).to_owned());
    (
        found.code,
        at.unwrap_or_default(),
        found.help.unwrap_or_default(),
    )
}

#[test]
fn a_sound_rubric_has_no_findings() {
    assert_eq!(findings(SMALL), []);
}

#[test]
fn what_is_wrong_is_pointed_at_with_the_valid_names() {
    let (code, at, help) = spoilt("{ questions = 1 }", "{ answers = 1 }");
    assert_eq!((code, at.as_str()), ("unknown-measure", "answers"));
    assert_eq!(help, "the measures are questions");
    let (code, at, help) = spoilt(r#"signs = ["polite"]"#, r#"signs = ["rude"]"#);
    assert_eq!((code, at.as_str()), ("unknown-sign", "\"rude\""));
    assert_eq!(help, "the signs are polite");
    let (code, _, help) = spoilt(r#"where = "conversation""#, r#"where = "somewhere""#);
    assert_eq!(code, "unknown-place");
    assert!(help.contains("conversation, answers, opening, closing, last, need, story"));
    let (code, at, help) = spoilt(r#"at = "story""#, r#"at = "lunch""#);
    assert_eq!((code, at.as_str()), ("unknown-moment", "\"lunch\""));
    assert!(help.starts_with("the kinds are opening, story, feeling"));
    assert_eq!(spoilt("if you please", "a..b(").0, "pattern");
}

#[test]
fn numbers_and_names_are_checked() {
    assert_eq!(spoilt("format = 1", "format = 2").0, "rubric-format");
    assert_eq!(
        spoilt(r#"name = "small""#, r#"name = "large""#).0,
        "rubric-name"
    );
    assert_eq!(spoilt("{ level = 3,", "{ level = 4,").0, "levels");
    assert_eq!(spoilt("to = 2", "to = 4").0, "cap");
    let (code, at, _) = spoilt(r#"count = "replies""#, r#"count = "percent""#);
    assert_eq!((code, at.as_str()), ("count-where", "\"conversation\""));
    let kinds = "count = \"kinds\"\nwhere = \"opening\"\nany = []";
    let replies = "count = \"replies\"\nwhere = \"conversation\"\nany = [\"ask_open\"]";
    assert_eq!(spoilt(replies, kinds).0, "count-kinds");
    assert_eq!(
        spoilt(", when = [{ at_least = { questions = 4 } }]", "").0,
        "level-when"
    );
}

#[test]
fn an_unknown_act_or_key_is_a_finding_of_the_file() {
    let mut found = findings(&SMALL.replace(r#"["rush"]"#, r#"["hurry"]"#));
    let found = found.remove(0);
    assert_eq!(found.code, "rubric-file");
    assert!(
        found
            .message
            .starts_with("there is no act `hurry`; the acts are greet, introduce")
    );
    assert_eq!(findings("nonsense").len(), 1);
    assert_eq!(
        findings(&format!("colour = 1\n{SMALL}"))[0].code,
        "rubric-file"
    );
}

#[test]
fn every_want_of_the_default_rubric_has_a_better_reply() {
    let content = Content::embedded();
    let source = content.file("rubrics/better-replies.nl.toml").unwrap();
    let (replies, found) = load_better(source);
    assert_eq!(found, []);
    let (lexicon, _) = Lexicon::load(&LexiconFiles::default());
    let rubric = content.file("rubrics/service-call.toml").unwrap();
    let rubric = load(rubric, "en", lexicon.language()).0.unwrap();
    for criterion in &rubric.criteria {
        for want in &criterion.wants {
            assert!(
                replies.find(&criterion.id, want.kind, 3).is_some(),
                "{} at {}",
                criterion.id,
                want.kind.name()
            );
        }
    }
    assert!(
        replies
            .iter()
            .all(|(criterion, ..)| rubric.criterion(criterion).is_some())
    );
    let wrong = Source::new("b.toml", "[greeting]\nlunch = []\n");
    assert_eq!(load_better(&wrong).1[0].code, "unknown-moment");
    assert!(replies.find("greeting", MomentKind::Goodbye, 0).is_none());
}
