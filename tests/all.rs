//! All integration tests, in one binary.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop there and say so"
)]

mod support;

mod bad_input;
mod behaviour;
mod beside;
mod browser;
mod calibration;
mod carried_on;
mod cases;
mod changes;
mod chat_desk;
mod clauses;
mod comparison;
mod content;
mod data_asked;
mod documents;
mod encryption;
mod exploration;
mod forget;
mod gaming;
mod goodbyes;
mod interfaces;
mod layers;
mod misreadings;
mod mix_ups;
mod models;
mod not_asked;
mod offers;
mod privacy;
mod properties;
mod push;
mod rehearsal;
mod report;
mod report_data;
mod report_names;
mod review;
mod review_commands;
mod sessions;
mod shared;
mod shared_content;
mod store;
mod terminal;
mod times;
mod unforeseen;
mod unwritable;
mod xapi;
