//! The `oefenlijn` binary.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// A case is some hundred thousand small pieces that are all made before the first line: with this
/// allocator that takes a fifth less than with the system's. It is its second version: the third spreads
/// blocks so far that half of the memory which the system clears for it is never used.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    oefenlijn::cli::run()
}
