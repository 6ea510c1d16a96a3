//! `oefenlijn`: practise difficult contact-centre conversations, in your own words, with a scripted
//! customer, and see what you did well.
//!
//! The rooms, each using only those above it (`docs/architecture.md`):
//!
//! * [`ground`]: spans, diagnostics, dice, fingerprints, the clock;
//! * [`text`]: words, sentences, patterns;
//! * [`acts`]: what people do in what they say;
//! * [`transcript`]: recorded conversations;
//! * [`scenario`]: cases to practise; [`rubric`]: what is asked of a conversation;
//! * [`score`]: how good a conversation is;
//! * [`rehearsal`]: what no play of a scenario reaches;
//! * [`exploration`]: what can become of a scenario;
//! * [`outcome`]: what sessions came to; [`store`]: their figures in a database.
//! * [`calibration`]: how far coaches agree;
//! * [`rehearsal`]: what no play of a scenario reaches.
//! * [`exploration`]: what can become of a scenario;
//! * [`review`]: what people say of a session afterwards;
//! * [`trust`]: whose certificates are believed.

pub mod acts;
pub mod agreement;
pub mod calibration;
pub mod cli;
pub mod comparison;
pub mod content;
pub mod customer;
pub mod exploration;
pub mod ground;
pub mod library;
pub mod outbound;
pub mod outcome;
pub mod privacy;
pub mod rehearsal;
pub mod report;
pub mod review;
pub mod rubric;
pub mod scenario;
pub mod score;
pub mod session;
pub mod store;
pub mod text;
pub mod transcript;
pub mod trust;
pub mod words;
pub mod xapi;
