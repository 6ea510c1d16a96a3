//! Folding a word to the form that patterns are written in.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// The folded form of any text.
pub(crate) fn fold(raw: &str) -> String {
    let mut folded = String::with_capacity(raw.len());
    fold_into(raw, &mut folded);
    folded
}

/// Appends the folded form of `raw` to `out`: lower case, no diacritics, plain apostrophes,
/// ligatures taken apart, no invisible marks.
pub(super) fn fold_into(raw: &str, out: &mut String) {
    if raw.is_ascii() && !raw.contains('`') {
        let from = out.len();
        out.push_str(raw);
        if let Some(added) = out.get_mut(from..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    // accents that stand alone would come apart into a space and a mark
    let upright = |it| if is_apostrophe(it) { '\'' } else { it };
    for letter in raw.chars().map(upright).nfkd() {
        match letter {
            'ß' => out.push_str("ss"),
            'æ' | 'Æ' => out.push_str("ae"),
            'ø' | 'Ø' => out.push('o'),
            'œ' | 'Œ' => out.push_str("oe"),
            _ if is_combining_mark(letter) || is_invisible(letter) => {}
            _ => out.extend(letter.to_lowercase().filter(|it| !is_combining_mark(*it))),
        }
    }
}

/// Whether it is written for an apostrophe.
pub(super) const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '´' | '`')
}

/// Marks that have no width: direction marks, joiners, soft hyphens, the byte-order mark,
/// variation selectors.
pub(super) const fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
    )
}

/// `word` with every run of three or more equal letters cut to `keep` letters, or `None` where it
/// has no such run. Stretching ("heeeel", "jaaa") is emphasis, not spelling.
pub(super) fn unstretch(word: &str, keep: usize) -> Option<String> {
    // cheap test first: nearly no word is stretched
    let repeats = |[one, two, three]: &[u8; 3]| one == two && two == three;
    if word.is_ascii() && !word.as_bytes().array_windows().any(repeats) {
        return None;
    }
    let mut out = String::with_capacity(word.len());
    let mut stretched = false;
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut run = 1;
        while letters.peek() == Some(&letter) {
            letters.next();
            run += 1;
        }
        if run >= 3 && letter.is_alphabetic() {
            stretched = true;
            run = keep;
        }
        out.extend(std::iter::repeat_n(letter, run));
    }
    stretched.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_ligatures_and_typography_fold() {
        assert_eq!(fold("Privé"), "prive");
        assert_eq!(fold("ﬁjn"), "fijn");
        assert_eq!(fold("Ĳsje"), "ijsje");
        for apostrophe in ["auto’s", "auto´s", "auto`s"] {
            assert_eq!(fold(apostrophe), "auto's");
        }
        assert_eq!(fold("coe\u{301}fficient"), "coefficient");
        assert_eq!(fold("ge\u{200b}woon"), "gewoon");
    }

    #[test]
    fn only_long_runs_are_stretched() {
        assert_eq!(unstretch("heeeel", 2).as_deref(), Some("heel"));
        assert_eq!(unstretch("jaaaa", 1).as_deref(), Some("ja"));
        assert_eq!(unstretch("heel", 1), None);
        assert_eq!(unstretch("1000", 1), None);
    }
}
