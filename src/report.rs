//! Texts for people, and JSON for programs: scorecards, desks, findings. This room knows neither
//! files nor terminals; it writes text with styles, and who prints it decides whether they show.

mod agreement;
mod calibration;
mod calibration_json;
mod coach;
mod comparison;
mod comparison_json;
mod comparison_layout;
mod comparison_words;
mod desk;
mod desk_record;
mod ending;
mod experience;
mod exploration;
mod figure;
mod figures;
mod figures_outline;
mod figures_page;
mod findings;
mod floor;
mod json;
mod markdown;
mod outline;
mod page;
mod parts;
mod plain;
mod pulse;
mod rating;
mod rehearsal;
mod rehearsal_json;
mod review;
mod review_json;
mod scorecard;
mod session;
mod session_report;
mod session_table;
mod sheet;
mod style;
mod table;
mod wording;

pub use agreement::agreement;
pub use calibration::{calibration, calibration_drift};
pub use calibration_json::{CalibrationJson, calibration_csv};
pub use coach::{act_name, coach_line, hint, mood};
pub use comparison::{Compared, Page, comparison};
pub use comparison_json::comparison_json;
pub use desk::{card, desk};
pub use desk_record::desk_record;
pub use ending::ending;
pub use experience::experience;
pub use exploration::exploration;
pub use figures::{Figures, FiguresWording, figures_report};
pub use findings::findings;
pub use floor::{DeskNames, FloorJson, MessageJson, desk_status, floor, message};
pub use json::{CardJson, EndJson, ExperienceJson, SessionJson, TurnJson};
pub use parts::Sheet;
pub use pulse::{beats_per_minute, pulse_chart};
pub use rating::{
    rating_acts, rating_intro, rating_item, rating_left, rating_meaning, rating_question,
    rating_refused,
};
pub use rehearsal::rehearsal;
pub use rehearsal_json::RehearsalJson;
pub use review::{ReviewText, Roles};
pub use review_json::ReviewJson;
pub use scorecard::scorecard;
pub use session::{damaged, drift, notes, session, session_line};
pub use session_report::{Form, session_report};
pub use sheet::{
    AnswerSheet, By, CapSheet, CauseSheet, ChangeSheet, CoachLevel, ConversationSheet, CountSheet,
    CriterionSheet, DeskSheet, DriftSheet, FeelingSheet, GapSheet, Look, Mark, MissedSheet,
    PractiseSheet, ProofSheet, ReflectionSheet, Said, SessionSheet, StepSheet, TurnSheet,
    WaitingSheet,
};
pub use style::{bold, dim, indent, painted, wrapped};
pub use table::{TableStyle, table};
pub use wording::Wording;
