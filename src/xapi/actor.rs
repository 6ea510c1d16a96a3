//! Whose statements they are.

use serde_json::{Value, json};

use crate::{ground::fingerprint::Fingerprint, xapi::iri::HOME};

/// What becomes of the trainee's code name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Naming {
    /// It stays as it is.
    Keep,
    /// It becomes a hash with this salt: the same for one machine, told by nobody else.
    Pseudonym(String),
}

impl Naming {
    /// What this code name becomes.
    pub fn name(&self, name: &str) -> String {
        match self {
            Self::Keep => name.to_owned(),
            Self::Pseudonym(salt) => {
                let hash = Fingerprint::of(format!("{salt}\n{name}").as_bytes());
                format!("p-{}", hash.as_str().get(..16).unwrap_or_default())
            }
        }
    }
}

/// An account, the only thing that is told about a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor(String);

impl Actor {
    /// The account of this trainee; `None` is somebody without a code name.
    pub fn new(trainee: Option<&str>, naming: &Naming) -> Self {
        let name = trainee
            .filter(|it| !it.trim().is_empty())
            .unwrap_or("anonymous");
        Self(naming.name(name))
    }

    pub(super) fn json(&self) -> Value {
        json!({
            "objectType": "Agent",
            "account": { "homePage": HOME, "name": self.0 },
        })
    }
}
