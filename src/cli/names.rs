//! Names that people type: acts and criteria, in the screen's language or the codebook's.

use crate::{
    acts::{Act as _, AgentAct},
    report,
    rubric::Rubric,
    words::Words,
};

/// A name that differs in more than so many hundredths of its letters is another word.
const FAR: usize = 60;

/// What names stand for, whatever their capitals.
pub(super) struct Names<T> {
    /// In lower case; the first of each value is what it is called in an answer.
    known: Vec<(String, T)>,
}

/// A name that nobody knows.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct UnknownName {
    /// As typed.
    pub(super) typed: String,
    /// The known name most like it.
    pub(super) nearest: String,
}

impl Names<AgentAct> {
    pub(super) fn acts(words: &Words) -> Self {
        let mut known = Vec::new();
        for act in AgentAct::ALL {
            known.push((act.name().to_owned(), *act));
            known.push((act.name().replace('_', "-"), *act));
            known.push((act.name().replace('_', " "), *act));
            let shown = report::act_name(words, *act).to_lowercase();
            known.push((shown.replace('"', ""), *act));
            known.push((shown, *act));
        }
        Self { known }
    }
}

impl Names<String> {
    pub(super) fn criteria(words: &Words, rubric: &Rubric) -> Self {
        let names = rubric.criteria.iter().flat_map(|it| {
            let id = it.id.to_string();
            let title = words.of(&it.title).to_lowercase();
            [(id.clone(), id.clone()), (title, id)]
        });
        Self {
            known: names.collect(),
        }
    }
}

impl Names<&'static str> {
    /// Names that stand for themselves.
    pub(super) fn of(names: &[&'static str]) -> Self {
        Self {
            known: names.iter().map(|it| ((*it).to_owned(), *it)).collect(),
        }
    }
}

impl<T: Clone> Names<T> {
    /// The longest known name that `text` begins with, and what comes after it; a name in quotation
    /// marks is taken as it is.
    pub(super) fn take<'t>(&self, text: &'t str) -> Result<(T, &'t str), UnknownName> {
        let text = text.trim();
        let begins = self.known.iter().filter_map(|(name, value)| {
            let rest = after(text, name)?;
            Some((name.chars().count(), value, rest))
        });
        let longest = begins.max_by_key(|it| it.0);
        if let Some((_, value, rest)) = longest {
            return Ok((value.clone(), rest.trim()));
        }
        if let Some((name, rest)) = text.strip_prefix('"').and_then(|it| it.split_once('"')) {
            return self.find(name).map(|it| (it, rest.trim()));
        }
        Err(self.unknown(text))
    }

    /// What the whole of `text` stands for.
    pub(super) fn find(&self, text: &str) -> Result<T, UnknownName> {
        let wanted = text.trim().to_lowercase();
        let known = self.known.iter().find(|it| it.0 == wanted);
        known.map_or_else(|| Err(self.unknown(text)), |it| Ok(it.1.clone()))
    }

    fn unknown(&self, text: &str) -> UnknownName {
        let head = text.split('"').next().unwrap_or_default();
        let words: Vec<&str> = head.split_whitespace().collect();
        let as_many = |name: &str| {
            let count = name.split(' ').count().min(words.len());
            words.get(..count).unwrap_or_default().join(" ")
        };
        // how unlike, in hundredths of the length, so that long names are not at a disadvantage
        let unlike = |name: &str| {
            let typed = as_many(name).to_lowercase();
            let longest = name.chars().count().max(typed.chars().count()).max(1);
            // of two that are as unlike, the one of fewer words
            (
                distance(name, &typed) * 100 / longest,
                name.split(' ').count(),
            )
        };
        let nearest = self.known.iter().min_by_key(|it| unlike(&it.0));
        let nearest = nearest.map(|it| it.0.clone()).unwrap_or_default();
        let typed = if unlike(&nearest).0 > FAR {
            words.first().copied().unwrap_or_default().to_owned()
        } else {
            as_many(&nearest)
        };
        UnknownName { typed, nearest }
    }
}

/// What of `text` comes after `name`, where it begins with it and the word ends there.
fn after<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let mut letters = text.char_indices();
    for wanted in name.chars() {
        let (_, letter) = letters.next()?;
        letter.to_lowercase().eq([wanted]).then_some(())?;
    }
    let rest = letters.as_str();
    let goes_on = |it: char| it.is_alphanumeric() || it == '_' || it == '-';
    (!rest.starts_with(goes_on)).then_some(rest)
}

/// How many letters must be added, left out or changed to make one of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (number, letter) in (1..).zip(one.chars()) {
        let mut next = vec![number];
        for (at, wanted) in other.iter().enumerate() {
            let change = row
                .get(at)
                .map_or(0, |it| it + usize::from(letter != *wanted));
            let leave = row.get(at + 1).map_or(0, |it| it + 1);
            let add = next.last().map_or(0, |it| it + 1);
            next.push(change.min(leave).min(add));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Ui;

    #[test]
    fn acts_are_known_by_both_their_names() {
        let names = Names::acts(&Words::new(Ui::Nl));
        for typed in [
            "name_feeling \"ach\" zo",
            "Name-Feeling \"ach\" zo",
            "het gevoel benoemen \"ach\" zo",
        ] {
            let taken = names.take(typed);
            assert_eq!(taken, Ok((AgentAct::NameFeeling, "\"ach\" zo")), "{typed}");
        }
        for typed in ["\"ja, maar\" zeggen want", "ja, maar zeggen want"] {
            assert_eq!(names.take(typed), Ok((AgentAct::YesBut, "want")));
        }
    }

    #[test]
    fn a_typing_error_is_answered_with_the_nearest() {
        let names = Names::acts(&Words::new(Ui::Nl));
        let nearest = |typed| names.take(typed).unwrap_err().nearest;
        assert_eq!(nearest("explian \"omdat\" reden"), "explain");
        assert_eq!(nearest("het gevol benoemen reden"), "het gevoel benoemen");
        assert_eq!(
            names.take("samenvaten want").unwrap_err().typed,
            "samenvaten"
        );
    }
}
