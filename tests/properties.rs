//! What must hold whatever is typed.

use oefenlijn::acts::{Act as _, History};
use proptest::prelude::*;

use crate::support::{Case, case_names, library};

/// Anything: letters of any script, signs, marks, words of the trade.
fn reply() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "ik",
        "u",
        "niet",
        "wat",
        "vervelend",
        "begrijp",
        "goedemiddag",
        "help",
        "naam",
        "code",
        "brief",
        "contacten",
        "Waarom",
        "terug",
        "excuses",
        "!",
        "?",
        "…",
        ",",
        "\"",
        "'",
        "30",
        "€30",
        "12.00",
        "moet",
        "half",
        "kwart",
        "voor",
        "over",
        "om",
        "binnen",
        "werkdagen",
        "uur",
        "morgen",
        "maart",
        "0",
        "24",
        "31",
        "65535",
        "99999999999",
        "luister",
        "even",
        "dank",
        "dag",
        "😀",
        "\u{202e}",
        "e\u{301}",
    ]);
    prop_oneof![
        ".{0,80}",
        "\\PC{0,120}",
        prop::collection::vec(words, 0..40).prop_map(|it| it.join(" ")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn reading_never_fails_and_spans_fit_the_text(text in reply()) {
        let reader = library().reader("nl").unwrap();
        let agent = reader.read_agent(&text, &History::default());
        for evidence in &agent.evidence {
            let span = evidence.span;
            prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
            prop_assert!(span.start < span.end, "{}", evidence.act.name());
            prop_assert!(evidence.sentence < agent.utterance.sentences().len());
            let (start, end) = span.to_chars(&text);
            let shown: String = text.chars().skip(start).take(end - start).collect();
            prop_assert_eq!(&shown, span.of(&text));
        }
        let customer = reader.read_customer(&text, &History::default());
        for evidence in &customer.evidence {
            prop_assert!(!evidence.span.of(&text).is_empty());
        }
    }

    #[test]
    fn reading_looks_at_meaning_not_at_form(text in "[a-z ]{0,60}") {
        let reader = library().reader("nl").unwrap();
        let plain = reader.read_agent(&text, &History::default()).acts;
        let spaced = reader.read_agent(&format!("  {text}\t "), &History::default()).acts;
        prop_assert_eq!(plain, spaced);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn the_customer_always_answers_and_repeats_nothing_while_lines_are_left(
        replies in prop::collection::vec(reply(), 1..14),
        seed in 0u64..1000,
        which in 0usize..100,
    ) {
        let names = case_names();
        let mut case = Case::seeded(&names[which % names.len()], seed);
        let mut tension = case.tension();
        for reply in &replies {
            if case.practice().is_over() {
                break;
            }
            case = case.says(reply);
            prop_assert!(!case.line().trim().is_empty(), "{case:?}");
            prop_assert!(!case.line().contains("  "), "{case:?}");
            let now = case.tension();
            prop_assert!(i32::from(now) - i32::from(tension) <= 33, "{case:?}");
            prop_assert!(i32::from(tension) - i32::from(now) <= 14, "{case:?}");
            tension = now;
        }
    }
}
