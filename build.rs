//! Puts the content files into the binary, each with its fingerprint, so that the program need not
//! take them at each start.

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use sha2::{Digest as _, Sha256};

/// The folders of content.
const FOLDERS: [&str; 7] = [
    "lexicon",
    "scenarios",
    "rubrics",
    "rehearsal",
    "exploration",
    "cases",
    "privacy",
];

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut paths = Vec::new();
    for folder in FOLDERS {
        println!("cargo:rerun-if-changed={folder}");
        gather(&root, folder, &mut paths)?;
    }
    paths.sort_unstable();
    // the folders are named here alone: `src/content.rs` lays others over the same ones
    let mut code = format!("const ROOTS: [&str; {}] = {FOLDERS:?};\n", FOLDERS.len());
    code.push_str("static EMBEDDED: &[Embedded] = &[\n");
    for path in paths {
        let file = root.join(&path);
        let fingerprint = fingerprint(&file)?;
        writeln!(
            code,
            "Embedded {{ path: {path:?}, text: include_str!({:?}), fingerprint: {fingerprint:?} }},",
            file.display().to_string()
        )?;
    }
    code.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("embedded.rs"), code)?;
    Ok(())
}

/// The content files below `folder`, with `/` between the parts of their paths.
fn gather(root: &Path, folder: &str, paths: &mut Vec<String>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            gather(root, &path, paths)?;
        } else if is_content(&path) {
            paths.push(path);
        }
    }
    Ok(())
}

/// As `src/content.rs` has it for folders that are laid over these files.
fn is_content(path: &str) -> bool {
    let ending = Path::new(path).extension().and_then(|it| it.to_str());
    matches!(ending, Some("toml" | "txt" | "ftl"))
}

/// The SHA-256 of a file, as 64 hexadecimal digits.
fn fingerprint(file: &Path) -> Result<String, Box<dyn Error>> {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(fs::read(file)?) {
        write!(digits, "{byte:02x}")?;
    }
    Ok(digits)
}
