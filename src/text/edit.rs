//! One-edit neighbours, for repairing typing errors.

/// Whether `left` and `right` differ by exactly one insertion, deletion, substitution or swap of
/// neighbouring letters (optimal string alignment distance 1), counted in bytes: folded words are
/// ASCII but for foreign scripts, where a repair is not attempted anyway.
pub(super) fn one_edit_apart(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let (short, long) = if left.len() <= right.len() {
        (left, right)
    } else {
        (right, left)
    };
    let head = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (short, long) = (&short[head..], &long[head..]);
    let tail = short
        .iter()
        .rev()
        .zip(long.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let (short, long) = (&short[..short.len() - tail], &long[..long.len() - tail]);
    match (short, long) {
        ([] | [_], [_]) => true,
        ([one, two], [first, second]) => one == second && two == first,
        _ => false,
    }
}

/// The word itself and every form with one letter left out, each handed to `each`.
///
/// Two words within one edit always share one of these forms, so an index over them finds all
/// candidates without comparing against every word (the symmetric-delete method).
pub(super) fn deletions(word: &str, scratch: &mut String, mut each: impl FnMut(&str)) {
    each(word);
    for (at, letter) in word.char_indices() {
        scratch.clear();
        scratch.push_str(&word[..at]);
        scratch.push_str(&word[at + letter.len_utf8()..]);
        each(scratch);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_kinds_of_edit() {
        assert!(one_edit_apart("vervelend", "verveelend"));
        assert!(one_edit_apart("vervelend", "vervlend"));
        assert!(one_edit_apart("vervelend", "verbelend"));
        assert!(one_edit_apart("vervelend", "vervleend"));
        assert!(!one_edit_apart("vervelend", "vervelend"));
        assert!(!one_edit_apart("vervelend", "vrvelnd"));
        assert!(!one_edit_apart("", "ab"));
    }
}
