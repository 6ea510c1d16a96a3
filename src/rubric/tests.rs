//! A rubric file and what can be wrong with it.
