//! The `oefenlijn` binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    oefenlijn::cli::run()
}
