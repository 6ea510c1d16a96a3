//! Sends in batches, tries again where that may help, and stops where it may not.

use std::{fmt::Write as _, io, thread, time::Duration};

use serde_json::Value;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

use crate::{
    ground::fingerprint::Fingerprint,
    outbound::{address::Address, outbox::Outbox},
    trust::{Authorities, Distrust},
};

/// Statements in one request.
const BATCH: usize = 50;
/// How often a request is tried.
const TRIES: u32 = 6;
/// The first pause; each next one is twice as long.
const PAUSE: Duration = Duration::from_millis(250);
/// No pause is longer, whatever the server asks.
const LONGEST: Duration = Duration::from_secs(30);
/// How long a request may take.
const TIMEOUT: Duration = Duration::from_secs(20);

/// A learning record store and who asks.
pub struct Store {
    address: Address,
    authorization: String,
    agent: ureq::Agent,
}

/// What a push came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sent {
    /// Statements that the store took now.
    pub new: usize,
    /// Statements that it had.
    pub known: usize,
}

/// Why a push stopped. What was sent before is in the outbox.
#[derive(Debug)]
pub enum PushError {
    /// The store refused: status and what it said.
    Refused(u16, String),
    /// It could not be reached, or was not able to answer, however often it was tried.
    Unreached(u32, String),
    /// It does not prove who it is. Nothing was sent.
    Untrusted(Distrust),
    /// The outbox cannot be written.
    Outbox(io::Error),
}

/// How one request went.
enum Answer {
    Taken,
    Conflict,
    Later(Option<Duration>, String),
    No(u16, String),
    Untrusted(Distrust),
}

impl Store {
    /// The store at `address`, with a user's name and password; over https it must show a certificate
    /// of one of these authorities.
    pub fn new(address: Address, user: &str, password: &str, trusted: &Authorities) -> Self {
        let known = trusted.certificates();
        let roots: RootCerts = known.map(|it| Certificate::from_der(it).to_owned()).into();
        let agent = ureq::Agent::config_builder()
            .timeout_global(Some(TIMEOUT))
            .http_status_as_error(false)
            .max_redirects(0)
            .tls_config(TlsConfig::builder().root_certs(roots).build())
            .build();
        Self {
            address,
            authorization: format!("Basic {}", base64(format!("{user}:{password}").as_bytes())),
            agent: agent.into(),
        }
    }

    /// Sends what the outbox does not know of.
    ///
    /// # Errors
    /// See [`PushError`].
    pub fn push(&self, statements: &[Value], outbox: &mut Outbox) -> Result<Sent, PushError> {
        let new = statements.iter().filter(|it| !outbox.has(id(it)));
        let new: Vec<&Value> = new.collect();
        let mut sent = Sent {
            new: 0,
            known: statements.len() - new.len(),
        };
        for batch in new.chunks(BATCH) {
            if self.deliver(batch)? {
                sent.new += batch.len();
                let ids: Vec<&str> = batch.iter().map(|it| id(it)).collect();
                outbox.add(&ids).map_err(PushError::Outbox)?;
                continue;
            }
            // a store refuses the whole batch where it has one of it: each by itself, then
            for statement in batch {
                if self.deliver(&[*statement])? {
                    sent.new += 1;
                } else {
                    self.confirm(id(statement))?;
                    sent.known += 1;
                }
                outbox.add(&[id(statement)]).map_err(PushError::Outbox)?;
            }
        }
        Ok(sent)
    }

    /// Whether the store took them now; `false` where it had one of them.
    fn deliver(&self, batch: &[&Value]) -> Result<bool, PushError> {
        let mut last = String::new();
        for attempt in 0..TRIES {
            match self.request(batch) {
                Answer::Taken => return Ok(true),
                Answer::Conflict => return Ok(false),
                Answer::No(status, message) => return Err(PushError::Refused(status, message)),
                // a certificate is the same the next time
                Answer::Untrusted(distrust) => return Err(PushError::Untrusted(distrust)),
                Answer::Later(asked, message) => {
                    last = message;
                    if attempt + 1 < TRIES {
                        thread::sleep(pause(attempt, asked, batch.first().map_or("", |it| id(it))));
                    }
                }
            }
        }
        Err(PushError::Unreached(TRIES, last))
    }

    /// Makes sure that a statement which the store calls a conflict is there: the first version of
    /// it stands.
    fn confirm(&self, id: &str) -> Result<(), PushError> {
        let mut last = String::new();
        for attempt in 0..TRIES {
            let asked = self
                .agent
                .get(self.address.statements())
                .query("statementId", id)
                .header("X-Experience-API-Version", "1.0.3")
                .header("Authorization", &self.authorization)
                .call();
            match asked.map(|it| it.status().as_u16()) {
                Ok(200) => return Ok(()),
                Ok(status @ (429 | 500..=599)) => last = status.to_string(),
                Ok(status) => return Err(PushError::Refused(409, format!("{id}: {status}"))),
                Err(error) => last = error.to_string(),
            }
            if attempt + 1 < TRIES {
                thread::sleep(pause(attempt, None, id));
            }
        }
        Err(PushError::Unreached(TRIES, last))
    }

    fn request(&self, batch: &[&Value]) -> Answer {
        let sent = self
            .agent
            .post(self.address.statements())
            .header("X-Experience-API-Version", "1.0.3")
            .header("Authorization", &self.authorization)
            .send_json(batch);
        let mut response = match sent {
            Ok(response) => response,
            Err(error) => return failed(&error),
        };
        let status = response.status().as_u16();
        let asked = response.headers().get("retry-after");
        let asked = asked.and_then(|it| it.to_str().ok()?.trim().parse().ok());
        let message = response.body_mut().read_to_string().unwrap_or_default();
        let message: String = message.chars().take(500).collect();
        match status {
            200..=299 => Answer::Taken,
            409 => Answer::Conflict,
            429 | 500..=599 => Answer::Later(
                asked.map(Duration::from_secs),
                format!("{status}: {message}"),
            ),
            _ => Answer::No(status, message),
        }
    }
}

fn failed(error: &ureq::Error) -> Answer {
    let distrust = match error {
        ureq::Error::Io(error) => Distrust::of(error),
        ureq::Error::Rustls(error) => Distrust::of(error),
        _ => None,
    };
    distrust.map_or_else(|| Answer::Later(None, error.to_string()), Answer::Untrusted)
}

fn id(statement: &Value) -> &str {
    statement
        .get("id")
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// Twice as long each time, and up to half as long again, by the statement, so that many machines do
/// not come back at once.
fn pause(attempt: u32, asked: Option<Duration>, seed: &str) -> Duration {
    let base = PAUSE * 2u32.saturating_pow(attempt);
    let hash = Fingerprint::of(format!("{seed}/{attempt}").as_bytes());
    let jitter = u32::from_str_radix(hash.short().get(..2).unwrap_or("0"), 16).unwrap_or(0);
    let pause = base + base * jitter / 512;
    pause.max(asked.unwrap_or_default()).min(LONGEST)
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let at = |it: usize| u32::from(chunk.get(it).copied().unwrap_or(0));
        let all = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            let index = usize::try_from(all >> (18 - 6 * place) & 63).unwrap_or(0);
            let letter = LETTERS.get(index).copied().unwrap_or(b'A');
            let _ = write!(
                text,
                "{}",
                if place <= chunk.len() {
                    char::from(letter)
                } else {
                    '='
                }
            );
        }
    }
    text
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // never the password
        f.debug_tuple("Store").field(&self.address).finish()
    }
}
