//! Builds anew when embedded content changes, which the compiler does not see by itself.

fn main() {
    for folder in [
        "lexicon",
        "scenarios",
        "rubrics",
        "rehearsal",
        "exploration",
        "privacy",
        "locales",
    ] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
