//! Names taken out of what coaches read.

use std::collections::BTreeMap;

/// The names that coaches do not read, and what stands where they stood.
#[derive(Debug, Clone, Default)]
pub struct Hiding {
    /// The names, of one word or more.
    pub names: Vec<String>,
    /// By language, what reads as a name, to the machine too; nothing where the language is missing.
    pub stand_ins: BTreeMap<String, String>,
}

impl Hiding {
    /// `text` in this language without the names, wherever one stands as words of its own, in capitals or
    /// not.
    pub fn hide(&self, text: &str, language: &str) -> String {
        let stand_in = self.stand_ins.get(language).map_or("", String::as_str);
        let names = self.names.iter().map(|it| it.trim());
        names
            .filter(|it| !it.is_empty())
            .fold(text.to_owned(), |text, name| without(&text, name, stand_in))
    }
}

fn without(text: &str, name: &str, stand_in: &str) -> String {
    let (mut kept, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(letter) = rest.chars().next() {
        let begins = !kept.chars().next_back().is_some_and(char::is_alphanumeric);
        let length = length_of(name, rest).filter(|_| begins);
        if let Some(length) = length {
            kept.push_str(stand_in);
            rest = rest.get(length..).unwrap_or_default();
        } else {
            kept.push(letter);
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        }
    }
    kept
}

/// How many bytes of `text` are `name`, where it begins with that name as a whole word.
fn length_of(name: &str, text: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    for wanted in name.chars() {
        let (_, letter) = letters.next()?;
        letter
            .to_lowercase()
            .eq(wanted.to_lowercase())
            .then_some(())?;
    }
    match letters.next() {
        Some((_, after)) if after.is_alphanumeric() => None,
        Some((at, _)) => Some(at),
        None => Some(text.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hiding(names: &[&str]) -> Hiding {
        Hiding {
            names: names.iter().map(|it| (*it).to_owned()).collect(),
            stand_ins: BTreeMap::from([("nl".to_owned(), "Naam".to_owned())]),
        }
    }

    #[test]
    fn a_name_goes_as_a_word_only() {
        let hiding = hiding(&["sanne", "Élise de Wit", " "]);
        let hidden = |text: &str| hiding.hide(text, "nl");
        assert_eq!(
            hidden("Met SANNE. Sannes bureau"),
            "Met Naam. Sannes bureau"
        );
        assert_eq!(hidden("élise de wit, sanne"), "Naam, Naam");
        assert_eq!(hidden("Susanne"), "Susanne");
        assert_eq!(hidden("sanne"), "Naam");
    }

    proptest::proptest! {
        #[test]
        fn no_name_is_left(before in "[a-z .,é]{0,20}", name in "[a-zé]{3,8}", after in "[a-z .,é]{0,20}") {
            let text = format!("{before} {} {after}", name.to_uppercase());
            let hidden = hiding(&[&name]).hide(&text, "nl").to_lowercase();
            let words: Vec<&str> = hidden.split(|it: char| !it.is_alphanumeric()).collect();
            proptest::prop_assert!(name == "naam" || !words.contains(&&*name), "{hidden}");
        }
    }
}
