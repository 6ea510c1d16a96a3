//! How the customer behaves: the behaviours that the cases are there to teach.

use oefenlijn::scenario::EndingKind;

use crate::support::Case;

const WARM: &str =
    "Goedemorgen, u spreekt met Sanne van de klantenservice. Waarmee kan ik u helpen?";
const COLD: &str = "Zeg het maar.";

#[test]
fn the_first_words_are_answered_with_why_they_call() {
    for name in ["two-letters", "missing-contacts", "two-letters-second-call"] {
        for words in [
            WARM,
            COLD,
            "hallo",
            "Klantnummer?",
            "asdfgh",
            "Wat moet je?",
        ] {
            let case = Case::scenario(name).says(words);
            let first = &case.case().facts[case.case().customer.story[0]].id.clone();
            let _ = case.speaks_of(&format!("fact:{first}"));
        }
    }
}

#[test]
fn a_warm_opening_buys_patience_that_lasts() {
    for name in ["two-letters", "missing-contacts", "two-letters-second-call"] {
        let (warm, cold) = (
            Case::scenario(name).says(WARM),
            Case::scenario(name).says(COLD),
        );
        assert!(warm.patience() > cold.patience(), "{warm:?} {cold:?}");
        assert!(warm.trust() > cold.trust());
        let later = "Een ogenblik, ik zoek het even op.";
        assert!(warm.says(later).patience() > cold.says(later).patience());
    }
}

#[test]
fn listening_calms_by_steps() {
    for name in ["two-letters", "missing-contacts", "two-letters-second-call"] {
        let mut case = Case::scenario(name);
        let mut before = case.tension();
        let replies = [
            WARM,
            "Wat vervelend voor u. Wat is er precies gebeurd?",
            "Ik kan me voorstellen dat u daarvan schrikt. Vertelt u eens wat u ziet?",
            "Dus als ik het goed begrijp is het vanmorgen misgegaan. Klopt dat?",
        ];
        let mut fell = 0;
        for reply in replies {
            case = case.says(reply);
            let now = case.tension();
            assert!(before.saturating_sub(now) <= 10, "{case:?}");
            fell += u32::from(now < before);
            before = now;
        }
        assert!(fell >= 3, "{case:?}");
    }
}

#[test]
fn contradiction_and_orders_raise_the_hackles_and_the_third_time_ends_it() {
    for name in ["two-letters", "missing-contacts", "two-letters-second-call"] {
        let mut case = Case::scenario(name).says(WARM);
        for reply in [
            "Nee hoor, dat klopt gewoon niet.",
            "Luistert u nou eens even!",
        ] {
            let before = case.tension();
            case = case.says(reply).goes_on();
            assert!(case.tension() > before || before == 100, "{case:?}");
        }
        let _ = case
            .says("U moet gewoon antwoord geven!")
            .ends(EndingKind::HungUp);
    }
}

#[test]
fn insults_end_the_call_too() {
    let case = Case::scenario("two-letters").says(WARM);
    let rude = ["Wat een sukkel bent u.", "Idioot!", "Hou je bek!"];
    let _ = case.says_all(&rude).ends(EndingKind::HungUp);
}

#[test]
fn closed_questions_are_answered_from_the_facts_with_yes_or_no_and_a_reason() {
    let case = Case::scenario("two-letters").says(WARM);
    let case = case.says("Heeft u dat abonnement misschien zelf afgesloten?");
    let _ = case.speaks_of("cue:no").speaks_of("fact:never-ordered");
    let case = Case::scenario("two-letters").says(WARM);
    let case = case.says("Heeft u de brieven bij de hand?");
    let _ = case
        .speaks_of("cue:yes")
        .speaks_of("fact:have-letters-here");
}

#[test]
fn questions_that_no_pattern_foresaw_are_known_by_their_wordings_with_yes_or_no_where_it_is_clear()
{
    let case = Case::scenario("two-letters").says(WARM);
    let case = case.says("Ben je al heel wat jaren klant bij ons bedrijf?");
    let _ = case.speaks_of("fact:customer-since");
    for (question, word) in [
        ("Zaten ze allebei in een eigen envelop?", "cue:yes"),
        ("Zaten ze soms samen in een envelop?", "cue:no"),
    ] {
        let case = Case::scenario("two-letters").says(WARM).says(question);
        let _ = case.speaks_of(word).speaks_of("fact:envelopes");
    }
}

#[test]
fn every_question_of_a_reply_is_answered() {
    let case = Case::scenario("two-letters").says(WARM);
    let case = case.says("Mag ik uw naam en uw geboortedatum?");
    let _ = case.speaks_of("fact:name").speaks_of("fact:birth-date");
}

#[test]
fn a_question_that_the_customer_cannot_answer_gets_a_human_dont_know() {
    for (name, question, cue) in [
        (
            "two-letters",
            "Welke kleur heeft uw fiets?",
            "cue:unknown-question",
        ),
        ("two-letters", "Wie is uw huisarts?", "cue:unknown-who"),
        (
            "file-number",
            "Welke schoenmaat hebt u?",
            "cue:unknown-question",
        ),
        (
            "file-number",
            "Hoe oud is uw schuur?",
            "cue:unknown-how-much",
        ),
    ] {
        let case = Case::scenario(name).says(WARM).says(question);
        let _ = case.speaks_of(cue);
    }
}

#[test]
fn a_question_word_that_does_not_ask_gets_no_answer_of_its_own() {
    for (name, said, cue) in [
        (
            "missing-contacts",
            "Is er iets waar u nu direct last van heeft?",
            "cue:unknown-where",
        ),
        (
            "missing-contacts",
            "Heeft u een plek waar het rustig is?",
            "cue:unknown-where",
        ),
        (
            "discount-fishing",
            "Wat ik kan doen is iets voor u uitzoeken.",
            "cue:unknown-question",
        ),
    ] {
        let case = Case::scenario(name).says(WARM).says(said);
        let _ = case.says_nothing_of(cue);
    }
}

#[test]
fn a_question_behind_a_comma_is_answered_for_what_it_asks() {
    for (name, said, topic) in [
        (
            "missing-contacts",
            "Laten we bij het begin beginnen: wanneer merkte u het?",
            "fact:noticed",
        ),
        (
            "missing-contacts",
            "Laten we bij het begin beginnen: wanneer heeft u het gemerkt?",
            "fact:noticed",
        ),
        (
            "code-fails",
            "Oke, we gaan dat samen oplossen, welke melding krijg je?",
            "fact:message",
        ),
        (
            "blocked-gate",
            "Ik wil het graag goed begrijpen, wat staat er juist voor uw poort?",
            "fact:container",
        ),
    ] {
        let _ = Case::scenario(name).says(WARM).says(said).speaks_of(topic);
    }
}

#[test]
fn whoever_is_asked_to_agree_agrees() {
    for (said, topic) in [
        ("Dat is wel een vreemde zaak, vindt u niet?", "cue:echo-yes"),
        // the case has words of its own for that
        ("U zult wel geschrokken zijn, nietwaar?", "move:thought-so"),
    ] {
        let case = Case::scenario("two-letters").says(WARM).says(said);
        let _ = case.speaks_of(topic);
    }
}

#[test]
fn whether_there_is_anything_else_asks_for_no_fact() {
    for asked in [
        "Is er nog iets waar u mee zit?",
        "Is er verder nog iets wat u kwijt wilt?",
    ] {
        let case = Case::scenario("file-number").says(WARM).says(asked);
        let _ = case.says_nothing_of("fact:uses");
    }
}

#[test]
fn a_blunder_beside_a_question_still_gives_offence() {
    let plain = Case::scenario("two-letters").says(WARM);
    let plain = plain.says("Wat is uw klantnummer?");
    let rude = Case::scenario("two-letters").says(WARM);
    let rude = rude.says("Dat is niet mijn probleem. Wat is uw klantnummer?");
    assert!(
        rude.topics().len() > plain.topics().len(),
        "{:?}",
        rude.line()
    );
    let _ = rude.speaks_of("fact:customer-number");
}

#[test]
fn a_name_told_along_the_way_is_no_greeting() {
    for (said, topic) in [
        ("Mijn naam is Karin trouwens.", "move:agent-name-said"),
        ("Ik heet overigens Tim.", "move:name-of-agent"),
    ] {
        let case = Case::scenario("two-letters").says(WARM).says(said);
        let case = case.says_nothing_of("cue:greet-back");
        let _ = case.speaks_of(topic);
    }
}

#[test]
fn a_short_question_in_other_words_is_answered_rather_than_not_known() {
    for (name, question, topic) in [
        (
            "file-number",
            "Maar waarover ging het dan?",
            "fact:the-number",
        ),
        (
            "blocked-gate",
            "Wat zeiden die andere vier?",
            "fact:what-they-said",
        ),
        (
            "code-fails",
            "Hoe laat moet het klaar zijn?",
            "fact:time-he-has",
        ),
        ("late-reply", "Welk model?", "fact:model"),
    ] {
        let case = Case::scenario(name).says(WARM).says(question);
        let _ = case.speaks_of(topic);
    }
}

#[test]
fn a_question_after_what_it_is_for_is_a_question_of_its_own() {
    for question in [
        "Om goed te kunnen zoeken: op welke datum heeft u de stoel teruggestuurd?",
        "Zodat ik het kan nakijken, op welke dag hebt u hem ingeleverd?",
        "Voor het systeem wanneer heeft u de stoel teruggebracht?",
    ] {
        let case = Case::scenario("refund-in-capitals")
            .says(WARM)
            .says(question);
        let case = case.speaks_of("fact:returned-when");
        let _ = case.says_nothing_of("cue:yes");
    }
}

#[test]
fn codes_in_capitals_are_no_shouting() {
    let case = Case::scenario("blocked-gate").says(WARM);
    let _ = case.says("TVLU of TLVU?").says_nothing_of("cue:shout");
}

#[test]
fn who_answers_or_consents_says_only_of_what_is_asked_last_that_they_have_no_idea() {
    let odd = "Wie is uw huisarts?";
    for sentence in [
        "Mag ik uw naam en uw geboortedatum?",
        "Ik annuleer het abonnement meteen voor u.",
        "Dus u kreeg vanmorgen twee brieven die elkaar tegenspreken, klopt dat?",
    ] {
        let reply = format!("{odd} {sentence}");
        let case = Case::scenario("two-letters").says(WARM).says(&reply);
        let _ = case.says_nothing_of("cue:unknown-who");
    }
    for question in [
        "Mag ik uw naam en uw geboortedatum?",
        "Wat is uw klantnummer?",
        "Bent u Henk Verhagen?",
    ] {
        let reply = format!("{question} {odd}");
        let case = Case::scenario("two-letters").says(WARM).says(&reply);
        let _ = case.speaks_of("cue:unknown-who");
    }
}

#[test]
fn whether_it_is_really_so_or_not_is_said_again() {
    let asked = || {
        Case::scenario("two-letters")
            .says(WARM)
            .says("Hebt u het zelf besteld?")
    };
    for no in ["Nee?", "Oh nee?", "Niet?", "Echt niet?"] {
        let _ = asked().says(no).speaks_of("cue:echo-no");
    }
    let _ = asked().says("O ja?").says_nothing_of("cue:echo-no");
}

#[test]
fn a_repeated_question_is_noticed() {
    let question = "Wat is uw geboortedatum?";
    let case = Case::scenario("two-letters")
        .says(WARM)
        .says(question)
        .says(question);
    let _ = case.speaks_of("cue:repeat-question");
}

#[test]
fn what_is_unclear_is_queried_once_or_twice_then_the_customer_goes_on() {
    let case = Case::scenario("two-letters")
        .says(WARM)
        .says("blurp flonk")
        .speaks_of("cue:unclear");
    let case = case
        .says("flonk blurp blurp")
        .speaks_of("cue:unclear-again");
    let case = case.says("krapuul wimpie");
    let _ = case
        .says_nothing_of("cue:unclear")
        .says_nothing_of("cue:unclear-again");
}

#[test]
fn a_remark_that_is_no_business_of_theirs_is_heard_out() {
    for remark in [
        "mijn buurvrouw had vroeger ook zoiets met haar poes",
        "Ik ga zelf altijd op de fiets naar mijn werk.",
        "Dat had mijn oma nou nooit gedacht.",
    ] {
        let case = Case::scenario("two-letters").says(WARM).says(remark);
        let _ = case
            .says_nothing_of("cue:unclear")
            .says_nothing_of("cue:unknown-question");
    }
}

#[test]
fn a_summary_that_is_right_is_confirmed_and_nothing_more() {
    let summary = "Als ik het goed begrijp maakt u zich zorgen, omdat de ene brief klopt en de andere \
                   een abonnement noemt dat u nooit besteld hebt. Klopt dat zo?";
    let case = Case::scenario("two-letters").says(WARM).says(summary);
    let _ = case
        .confirms()
        .says_nothing_of("move:react-feeling")
        .says_nothing_of("move:react-acknowledge");
    let done = "Dan heb ik alles genoteerd. Kan ik verder nog iets voor u doen?";
    let case = Case::scenario("two-letters").says(WARM).says(done);
    let _ = case.says_nothing_of("cue:confirm-summary");
}

#[test]
fn a_summary_that_denies_what_is_not_so_is_right_and_one_that_claims_it_is_not() {
    for right in [
        "Dus de ene brief klopt en de andere hebt u nooit besteld, klopt dat?",
        "Dus dat tweede abonnement heeft u niet besteld, klopt dat?",
    ] {
        let case = Case::scenario("two-letters").says(WARM).says(right);
        let _ = case.says_nothing_of("cue:no");
    }
    let wrong = "Dus u hebt het tweede abonnement zelf besteld, klopt dat?";
    let case = Case::scenario("two-letters").says(WARM).says(wrong);
    let _ = case.speaks_of("cue:no").speaks_of("fact:never-ordered");
}

#[test]
fn a_kind_word_is_taken_for_an_answer_to_what_was_just_said_not_to_a_fear_of_long_ago() {
    let worried = || {
        let case = Case::seeded("two-letters-second-call", 7).says(WARM);
        let case = case.says("Die brieven gaan we bekijken.");
        case.speaks_of("raised:sent-away-again")
    };
    let kind = "Maakt u zich geen zorgen, het komt goed.";
    let _ = worried().says(kind).speaks_of("settled:sent-away-again");
    let case = worried()
        .says("Van wie is die tablet?")
        .says("Hoe lang bent u al klant?");
    let _ = case.says(kind).says_nothing_of("settled:sent-away-again");
}

#[test]
fn silence_small_talk_and_waiting_get_an_answer_that_fits() {
    let case = || Case::scenario("two-letters").says(WARM);
    let _ = case()
        .says("")
        .speaks_of("cue:silence")
        .says("  ")
        .speaks_of("cue:silence-again");
    let _ = case().says("😀").speaks_of("cue:emoji");
    let _ = case()
        .says("Hoe gaat het met u?")
        .speaks_of("move:how-are-you");
    let _ = case()
        .says("Bent u daar nog?")
        .speaks_of("move:still-there");
    let held = case().says("Een ogenblikje alstublieft.");
    let _ = held
        .speaks_of("move:hold-asked")
        .says("")
        .speaks_of("cue:wait");
}

#[test]
fn a_formula_works_once() {
    let formula = "Wat vervelend voor u.";
    let case = Case::scenario("two-letters").says(WARM).says(formula);
    let before = case.tension();
    let case = case.says(formula);
    assert!(case.tension() >= before, "{case:?}");
}

#[test]
fn a_corrected_promise_earns_trust() {
    let promise = "Ik bel u binnen een uur terug.";
    let case = Case::scenario("two-letters").says(WARM).says(promise);
    let before = case.trust();
    let case =
        case.says("Dat zei ik net te snel, ik vergiste me: het wordt morgen voor twaalf uur.");
    assert!(case.trust() > before, "{case:?}");
}

#[test]
fn two_letters_can_end_well_by_listening_and_withdrawing() {
    let _ = Case::scenario("two-letters")
        .says(WARM)
        .says("Dat is verwarrend, dat begrijp ik. Wat staat er in de tweede brief?")
        .says("Dus u heeft alleen iets voor uw tablet besteld en nooit een abonnement van dertig euro. Klopt dat?")
        .says("Ik trek dat abonnement van dertig euro nu meteen in, u betaalt er niets voor.")
        .speaks_of("accepted:withdraw")
        .says("Ik stuur u vandaag nog een bevestiging per e-mail.")
        .says("Een fijne dag nog, meneer Verhagen.")
        .ends(EndingKind::Resolved);
}

#[test]
fn a_refused_name_costs_trust() {
    let case = Case::scenario("two-letters").says(COLD);
    let before = case.trust();
    let case = case.says("Mijn naam geef ik niet.");
    assert!(case.trust() + 10 <= before, "{case:?}");
}

#[test]
fn identity_questions_are_accepted() {
    let case = Case::scenario("two-letters").says(WARM);
    let before = case.tension();
    let case = case.says("Ter controle, wat is uw adres en uw geboortedatum?");
    assert!(case.tension() <= before + 4, "{case:?}");
    assert!(case.line().contains("Kastanjelaan") && case.line().contains("1961"));
}

#[test]
fn two_questions_in_one_sentence_are_both_answered() {
    for (name, both) in [
        (
            "two-letters",
            "Wat staat er in de tweede brief en wanneer hebt u dat abonnement voor de tablet afgesloten?",
        ),
        (
            "missing-contacts",
            "Wat ziet u nu op het scherm en wanneer had u ze voor het laatst?",
        ),
    ] {
        let case = Case::scenario(name).says(WARM).says(both);
        let topics = case.topics();
        let answers = |it: &&String| it.starts_with("fact:") || it.starts_with("move:");
        assert!(
            topics.iter().filter(answers).count() >= 2,
            "{name}: {topics:?}"
        );
    }
}

#[test]
fn questions_that_leave_a_choice_or_ask_when_get_neither_yes_nor_no() {
    for question in [
        "Welke brief klopt er niet, de eerste of de tweede?",
        "Gaat het om de eerste of om de tweede brief?",
        "Wanneer gaat dat abonnement van 30 euro in?",
        "Waarom staat er 30 euro op die brief?",
    ] {
        let case = Case::scenario("two-letters").says(WARM).says(question);
        let line = case.line().to_lowercase();
        let first = line.split(|it: char| !it.is_alphabetic()).next();
        assert!(
            !matches!(first, Some("ja" | "jazeker" | "nee")),
            "{question} → {line}"
        );
    }
}

#[test]
fn what_is_long_past_is_no_vague_promise() {
    let case =
        || Case::scenario("refund-in-capitals").says("Hallo, met Marieke. Wat is uw bestelnummer?");
    for words in [
        "Uw stoel is op 19 februari gescand en daarna is de controle open blijven staan.",
        "Op 17 februari bracht u hem weg, en sindsdien is er niets mee gedaan.",
        "Ik zie dat het pakket 19 februari binnenkwam, maar niemand heeft het afgerond.",
    ] {
        let _ = case()
            .says(words)
            .says_nothing_of("move:react-promise-vague");
    }
}

#[test]
fn a_greeting_that_is_only_that_is_answered_with_one() {
    for name in ["code-fails", "cancel-subscription", "late-reply"] {
        for greeting in ["Hallo!", "hoi", "Dag!", "Goedemiddag"] {
            let case = Case::scenario(name).says(greeting);
            let _ = case.speaks_of("cue:greet-back");
        }
    }
}
