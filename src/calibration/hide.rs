//! Names taken out of what coaches read.

/// What stands where a name stood: it reads as a name, to the machine too.
const INSTEAD: &str = "Naam";

/// `text` without `names`, wherever one stands as words of its own, in capitals or not.
pub fn hide(text: &str, names: &[String]) -> String {
    let mut text = text.to_owned();
    for name in names.iter().map(|it| it.trim()).filter(|it| !it.is_empty()) {
        text = without(&text, name);
    }
    text
}

fn without(text: &str, name: &str) -> String {
    let (mut kept, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(letter) = rest.chars().next() {
        let begins = !kept.chars().next_back().is_some_and(char::is_alphanumeric);
        let length = length_of(name, rest).filter(|_| begins);
        if let Some(length) = length {
            kept.push_str(INSTEAD);
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

    #[test]
    fn a_name_goes_as_a_word_only() {
        let names = [
            "sanne".to_owned(),
            "Élise de Wit".to_owned(),
            " ".to_owned(),
        ];
        let hidden = |text: &str| hide(text, &names);
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
            let hidden = hide(&text, std::slice::from_ref(&name)).to_lowercase();
            let words: Vec<&str> = hidden.split(|it: char| !it.is_alphanumeric()).collect();
            proptest::prop_assert!(name == "naam" || !words.contains(&&*name), "{hidden}");
        }
    }
}
