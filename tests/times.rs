//! Times as people say them, read with the language packs that ship.

use jiff::civil::{Weekday, time};
use oefenlijn::acts::{Bound, Day, DayPart, Reader, SaidTime, TimePhrase, Unit, WeekPart};

use crate::support::library;

fn told(reader: &Reader, text: &str) -> Vec<SaidTime> {
    let read = reader.read_agent(text, &oefenlijn::acts::History::default());
    let times = reader.lexicon().language().times(&read.utterance);
    times.iter().map(|it: &TimePhrase| it.said).collect()
}

const fn on(day: Day) -> SaidTime {
    SaidTime::On {
        day,
        part: None,
        time: None,
        bound: Bound::At,
    }
}

fn at(day: Day, part: Option<DayPart>, bound: Bound, hour: i8, minute: i8) -> SaidTime {
    SaidTime::On {
        day,
        part,
        time: Some((bound, time(hour, minute, 0, 0))),
        bound: Bound::At,
    }
}

#[test]
fn dutch_times_are_read_as_they_are_said() {
    let reader = library().reader("nl").unwrap();
    let friday = Day::Named(Weekday::Friday);
    for (text, said) in [
        (
            "U hoort binnen 24 uur van mij.",
            SaidTime::Within(24, Unit::Hour),
        ),
        (
            "Ik bel u binnen de twee werkdagen.",
            SaidTime::Within(2, Unit::WorkingDay),
        ),
        (
            "Over drie dagen is het geregeld.",
            SaidTime::After(3, Unit::Day),
        ),
        ("Over een week heeft u het.", SaidTime::After(1, Unit::Week)),
        (
            "Ik bel u morgen voor twaalven.",
            at(Day::Ahead(1), None, Bound::Before, 12, 0),
        ),
        (
            "Vrijdag voor 12.00 uur weet u meer.",
            at(friday, None, Bound::Before, 12, 0),
        ),
        (
            "U heeft het vrijdag om half drie.",
            at(friday, None, Bound::At, 14, 30),
        ),
        (
            "Ik bel u maandagvoormiddag zelf.",
            SaidTime::On {
                day: Day::Named(Weekday::Monday),
                part: Some(DayPart::Morning),
                time: None,
                bound: Bound::At,
            },
        ),
        (
            "Morgenavond hoort u meer.",
            SaidTime::On {
                day: Day::Ahead(1),
                part: Some(DayPart::Evening),
                time: None,
                bound: Bound::At,
            },
        ),
        (
            "Dat doe ik voor vier uur.",
            at(Day::Ahead(0), None, Bound::Before, 16, 0),
        ),
        (
            "Om kwart over negen bel ik.",
            at(Day::Ahead(0), None, Bound::At, 9, 15),
        ),
        (
            "Ik mail u begin volgende week.",
            SaidTime::InWeek(1, WeekPart::Begin),
        ),
        (
            "In de loop van volgende week.",
            SaidTime::InWeek(1, WeekPart::Whole),
        ),
        (
            "Na het weekend hoort u het.",
            SaidTime::InWeek(1, WeekPart::Begin),
        ),
        (
            "Eind deze week is het klaar.",
            SaidTime::InWeek(0, WeekPart::End),
        ),
        ("Overmorgen krijgt u bericht.", on(Day::Ahead(2))),
        ("Komende maandag bel ik.", on(Day::Named(Weekday::Monday))),
        ("Dat komt zo snel mogelijk.", SaidTime::Vague),
    ] {
        assert_eq!(told(&reader, text), [said], "{text}");
    }
    let late = SaidTime::On {
        day: Day::Named(Weekday::Monday),
        part: None,
        time: None,
        bound: Bound::Before,
    };
    for text in [
        "Ten laatste maandag.",
        "Uiterlijk op maandag heeft u antwoord.",
    ] {
        assert_eq!(told(&reader, text), [late], "{text}");
    }
    for text in [
        "Ik heb een vraag over de brief.",
        "Voor u zoek ik dat uit.",
        "Het gaat om twee letters.",
        "Wat een week was dat.",
    ] {
        assert_eq!(told(&reader, text), [], "{text}");
    }
}

#[test]
fn dutch_dates_and_months_are_read_as_they_are_said() {
    let reader = library().reader("nl").unwrap();
    for (text, said) in [
        (
            "Het loopt tot eind volgende maand.",
            SaidTime::InMonth(1, WeekPart::End),
        ),
        (
            "Aan het eind van de maand staat het geld erop.",
            SaidTime::InMonth(0, WeekPart::End),
        ),
        (
            "Volgende maand gaat het in.",
            SaidTime::InMonth(1, WeekPart::Whole),
        ),
        ("Het gaat in op 1 mei.", on(Day::Dated { month: 5, day: 1 })),
        (
            "U hoort dinsdag 3 maart voor twaalf uur van mij.",
            at(Day::Dated { month: 3, day: 3 }, None, Bound::Before, 12, 0),
        ),
    ] {
        assert_eq!(told(&reader, text), [said], "{text}");
    }
    for text in [
        "U bent een maand klant.",
        "Mei was een natte maand.",
        "In april een brief.",
        "U kreeg in mei 30 euro.",
        "Op 30 februari.",
    ] {
        assert_eq!(told(&reader, text), [], "{text}");
    }
}

#[test]
fn english_times_are_read_as_they_are_said() {
    let reader = library().reader("en").unwrap();
    for (text, said) in [
        (
            "You will hear from me within 24 hours.",
            SaidTime::Within(24, Unit::Hour),
        ),
        (
            "I will call you in two working days.",
            SaidTime::After(2, Unit::WorkingDay),
        ),
        (
            "I will call you tomorrow before noon.",
            at(Day::Ahead(1), None, Bound::Before, 12, 0),
        ),
        (
            "I will ring you at 3 pm.",
            at(Day::Ahead(0), None, Bound::At, 15, 0),
        ),
        (
            "Expect an answer early next week.",
            SaidTime::InWeek(1, WeekPart::Begin),
        ),
        ("It starts on 1 May.", on(Day::Dated { month: 5, day: 1 })),
        (
            "You have it by the end of next month.",
            SaidTime::InMonth(1, WeekPart::End),
        ),
        ("We will do it as soon as possible.", SaidTime::Vague),
    ] {
        assert_eq!(told(&reader, text), [said], "{text}");
    }
}

#[test]
fn no_hour_is_too_odd_to_be_read() {
    let reader = library().reader("nl").unwrap();
    for (text, hour, minute) in [
        ("Ik bel om half 0.", 23, 30),
        ("Ik bel om half 1.", 12, 30),
        ("Ik bel om kwart voor 0.", 23, 45),
        ("Ik bel om kwart over 0.", 0, 15),
        ("Ik bel om half 23.", 22, 30),
    ] {
        let Some(SaidTime::On { time: told, .. }) = told(&reader, text).first().copied() else {
            panic!("{text}");
        };
        assert_eq!(told, Some((Bound::At, time(hour, minute, 0, 0))), "{text}");
    }
    for text in [
        "half 24",
        "om half 99",
        "kwart voor 65535",
        "om 25 uur",
        "op 31 februari",
    ] {
        told(&reader, text);
    }
}

#[test]
fn words_with_accents_are_told_like_those_without() {
    let reader = library().reader("nl").unwrap();
    let before_noon = at(Day::Ahead(1), None, Bound::Before, 12, 0);
    for text in [
        "Ik bel u morgen vóór twaalven.",
        "Ik bel u morgen voor twaalven.",
    ] {
        assert_eq!(told(&reader, text), [before_noon], "{text}");
    }
}

#[test]
fn an_amount_of_money_is_no_time() {
    for (language, text, amounts) in [
        ("nl", "U krijgt 10.50 euro van ons.", vec![10]),
        ("nl", "U krijgt € 10.50 van ons.", vec![10]),
        ("nl", "U krijgt €12,50 terug.", vec![12]),
        ("nl", "U krijgt 1.500 euro.", vec![1_500]),
        (
            "nl",
            "U krijgt € 1.500,- en een bon van vijftig euro.",
            vec![1_500, 50],
        ),
        ("nl", "Honderd euro, is dat goed?", vec![100]),
        ("nl", "Ik bel u om 10.50 uur.", vec![]),
        ("en", "You get 1,500 euros.", vec![1_500]),
        ("en", "We give you £20 or thirty pounds.", vec![20, 30]),
    ] {
        let reader = library().reader(language).unwrap();
        let read = reader.read_agent(text, &oefenlijn::acts::History::default());
        let language = reader.lexicon().language();
        let words = 0..read.utterance.tokens().len();
        assert_eq!(language.amounts(&read.utterance, words), amounts, "{text}");
        let times = language.times(&read.utterance);
        assert_eq!(times.is_empty(), !amounts.is_empty(), "{text}");
    }
}
