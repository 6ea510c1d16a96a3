//! When two names are those of the same person.

/// Whether two names differ in nothing but capitals: whoever types "sanne" today and "Sanne" tomorrow is one person,
/// and wants to be found, and forgotten, as one.
pub fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}
