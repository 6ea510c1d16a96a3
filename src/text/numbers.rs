//! Numbers as people write them down: long ones ("0499 55 01 88", "TK17-40928") and amounts ("1.500,00").

use crate::text::edit::one_edit_apart;

/// Fewer digits are an amount, a time or a day: nobody reads them back one by one.
const LONG: usize = 4;

/// How many digits stand between two signs that part thousands.
const THOUSANDS: usize = 3;

/// A long number: its digits alone, however they were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LongNumber(Box<str>);

impl LongNumber {
    /// Those in `text`: groups of digits with a single space, hyphen, full stop or slash between them, of
    /// four digits and more together.
    pub fn all_in(text: &str) -> Vec<Self> {
        let mut found = Vec::new();
        let mut digits = String::new();
        let mut apart = false;
        // the end of the text ends a number too
        for letter in text.chars().chain(std::iter::once('\n')) {
            if letter.is_ascii_digit() {
                digits.push(letter);
                apart = false;
            } else if matches!(letter, ' ' | '-' | '.' | '/') && !apart {
                apart = true;
            } else {
                if digits.len() >= LONG {
                    found.push(Self(digits.as_str().into()));
                }
                digits.clear();
                apart = false;
            }
        }
        found
    }

    /// Whether this is the other, or a piece of it; all but one digit are no piece.
    pub fn is_part_of(&self, other: &Self) -> bool {
        self == other || !self.is_nearly(other) && other.0.contains(&*self.0)
    }

    /// Whether this is the other but for one digit wrong, left out or too many, or for two that are swapped.
    pub fn is_nearly(&self, other: &Self) -> bool {
        one_edit_apart(&self.0, &other.0)
    }
}

/// The whole part of a number as written: `12,50`, `1.500`, `€30`; `None` where it is none, or more than
/// four thousand million.
pub fn whole_units(word: &str) -> Option<u32> {
    let digits = word.trim_start_matches(|it: char| !it.is_ascii_digit());
    let mut whole = String::new();
    for (nth, part) in digits.split(['.', ',']).enumerate() {
        let run = part.find(|it: char| !it.is_ascii_digit());
        let run = &part[..run.unwrap_or(part.len())];
        if nth > 0 && run.len() != THOUSANDS {
            break;
        }
        whole.push_str(run);
        if run.len() < part.len() {
            break;
        }
    }
    whole.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str) -> Vec<String> {
        let all = LongNumber::all_in(text).into_iter();
        all.map(|it| it.0.into()).collect()
    }

    #[test]
    fn groups_of_digits_are_one_number() {
        assert_eq!(
            digits("0499 55 01 88, of TK17-40928."),
            ["0499550188", "1740928"]
        );
        assert_eq!(digits("vier mei 1961"), ["1961"]);
        assert_eq!(digits("12 mei, om 14:30 uur, 30 euro"), [""; 0]);
        assert_eq!(digits("88.204.517"), ["88204517"]);
    }

    #[test]
    fn one_slip_is_nearly_the_same() {
        let number = |text: &str| LongNumber::all_in(text).remove(0);
        let told = number("88 204 517");
        for slip in ["88 204 571", "88 204 51", "88 204 518", "88 2004 517"] {
            assert!(number(slip).is_nearly(&told), "{slip}");
        }
        for other in ["88204517", "12 345 678", "2026"] {
            assert!(!number(other).is_nearly(&told), "{other}");
        }
        assert!(number("4517").is_part_of(&told));
        assert!(!number("88 204 51").is_part_of(&told));
    }

    #[test]
    fn thousands_belong_to_a_number_and_cents_do_not() {
        for (word, whole) in [
            ("30", Some(30)),
            ("€30", Some(30)),
            ("12,50", Some(12)),
            ("10.50", Some(10)),
            ("1.500", Some(1_500)),
            ("1,500", Some(1_500)),
            ("1.500.000", Some(1_500_000)),
            ("1.500,00", Some(1_500)),
            ("4x", Some(4)),
            ("", None),
            ("euro", None),
            ("99999999999", None),
        ] {
            assert_eq!(whole_units(word), whole, "{word}");
        }
    }
}
