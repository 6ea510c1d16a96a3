//! The names that statements use: verbs of ADL, activity types, our own extensions.

/// What our own IRIs begin with; the home page of accounts too.
pub const HOME: &str = "https://oefenlijn.example/xapi";

pub(super) const VERB: &str = "http://adlnet.gov/expapi/verbs";
pub(super) const SIMULATION: &str = "http://adlnet.gov/expapi/activities/simulation";
pub(super) const OBJECTIVE: &str = "http://adlnet.gov/expapi/activities/objective";
pub(super) const INTERACTION: &str = "http://adlnet.gov/expapi/activities/interaction";

/// An extension of ours.
pub(super) fn extension(name: &str) -> String {
    format!("{HOME}/extensions/{name}")
}

/// An activity of ours. What may not stand in a path is left out.
pub(super) fn activity(path: &str) -> String {
    let fits = |it: &char| it.is_ascii_alphanumeric() || "-_/.".contains(*it);
    format!(
        "{HOME}/activities/{}",
        path.chars().filter(fits).collect::<String>()
    )
}
