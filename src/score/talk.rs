//! A builder of conversations for tests.
