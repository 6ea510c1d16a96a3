//! What keeps others from reading along between this machine and a database server.
//!
//! An encrypted connection is one to a server that proved who it is. `require`, `verify-ca` and
//! `verify-full` are therefore the same here.

use std::{error::Error as _, net::IpAddr};

use postgres::{
    Config,
    config::{Host, SslMode},
    error::SqlState,
};
use rustls::ClientConfig;

use crate::{
    store::{error::StoreError, postgres::message},
    trust::{Authorities, Distrust},
};

/// What the library of PostgreSQL says of a server that cannot encrypt.
const NO_TLS: &str = "server does not support TLS";

/// The settings of a URL or of words like `host=… user=…`. Where nothing is said of `sslmode`, only a
/// server of this machine may be spoken to in the clear.
pub(super) fn settings(url: &str) -> Result<Config, postgres::Error> {
    let mut config = parsed(url)?;
    if config.get_hosts().is_empty() {
        // an address is a name too, for which a certificate can stand
        for address in config.get_hostaddrs().to_vec() {
            config.host(&address.to_string());
        }
    }
    if only_sockets(&config) {
        config.ssl_mode(SslMode::Disable);
    } else if !says_sslmode(url) {
        config.ssl_mode(if is_here(&config) {
            SslMode::Disable
        } else {
            SslMode::Require
        });
    }
    Ok(config)
}

/// What connections are encrypted with.
pub(super) fn client() -> Result<ClientConfig, StoreError> {
    let mut client = Authorities::of_the_environment()?
        .client()
        .map_err(|error| StoreError::Server(error.to_string()))?;
    client.alpn_protocols = vec![b"postgresql".to_vec()];
    Ok(client)
}

/// Why there is no connection.
pub(super) fn refused(error: &postgres::Error, mode: SslMode) -> StoreError {
    if let Some(distrust) = Distrust::of(error) {
        return StoreError::Untrusted(distrust);
    }
    if error.source().is_some_and(|it| it.to_string() == NO_TLS) {
        return StoreError::NotEncrypted;
    }
    let said = message(error);
    if mode == SslMode::Disable
        && error.code() == Some(&SqlState::INVALID_AUTHORIZATION_SPECIFICATION)
    {
        return StoreError::Server(format!(
            "{said} (if it takes encrypted connections only, write sslmode=require)"
        ));
    }
    StoreError::Server(said)
}

/// The library knows no `verify-full` and no `verify-ca`: they are tried as `require`, one place after
/// the other, as a password may look like them.
fn parsed(url: &str) -> Result<Config, postgres::Error> {
    let first = url.parse::<Config>();
    if first.is_ok() {
        return first;
    }
    for stricter in ["verify-full", "verify-ca"] {
        for (at, _) in url.match_indices(stricter) {
            let (before, rest) = url.split_at(at);
            let after = rest.strip_prefix(stricter).unwrap_or_default();
            if let Ok(config) = format!("{before}require{after}").parse() {
                return Ok(config);
            }
        }
    }
    first
}

/// Whether it says something of `sslmode`: what is said first then makes no difference.
fn says_sslmode(url: &str) -> bool {
    let with = |mode: &str| {
        let config = parsed(&preceded(url, &format!("sslmode={mode}")));
        config.ok().map(|it| it.get_ssl_mode())
    };
    with("disable") == with("require")
}

/// The same with another setting before all others.
fn preceded(url: &str, setting: &str) -> String {
    let schemes = ["postgres://", "postgresql://"];
    if !schemes.iter().any(|it| url.starts_with(it)) {
        return format!("{setting} {url}");
    }
    // as the library reads it: whatever stands before an @ is a name and a password
    let from = url.find('@').unwrap_or(0);
    match url.get(from..).and_then(|it| it.find('?')) {
        Some(at) => {
            let (before, after) = url.split_at(from + at);
            let after = after.strip_prefix('?').unwrap_or_default();
            format!("{before}?{setting}&{after}")
        }
        None => format!("{url}?{setting}"),
    }
}

/// Files are not a network.
fn only_sockets(config: &Config) -> bool {
    let mut hosts = config.get_hosts().iter();
    config.get_hostaddrs().is_empty() && hosts.all(|it| !matches!(it, Host::Tcp(_)))
}

/// Whether every server that may be spoken to is this machine. Where there are addresses, they say
/// where the connection goes, whatever the names are.
fn is_here(config: &Config) -> bool {
    let addresses = config.get_hostaddrs();
    if !addresses.is_empty() {
        return addresses.iter().all(is_loopback);
    }
    config.get_hosts().iter().all(|it| match it {
        Host::Tcp(name) => {
            let address: Result<IpAddr, _> = name.parse();
            name.eq_ignore_ascii_case("localhost") || address.is_ok_and(|it| is_loopback(&it))
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    })
}

fn is_loopback(address: &IpAddr) -> bool {
    address.to_canonical().is_loopback()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(url: &str) -> SslMode {
        settings(url).unwrap().get_ssl_mode()
    }

    #[test]
    fn a_server_elsewhere_is_spoken_to_in_the_clear_only_where_one_says_so() {
        for elsewhere in [
            "postgres://u@db.example/p",
            "postgresql://u:x@10.0.0.5:5432/p",
            "postgres://u@localhost.example/p",
            "postgres://u@[2001:db8::1]/p",
            "postgres://u@127.0.0.1,db.example/p",
            "postgres://u:sslmode=disable@db.example/p",
            "postgres://u:a?sslmode=disable&b@db.example/p",
            "postgres://u@db.example/p?application_name=sslmode%3Ddisable",
            "host=db.example user=u password='sslmode=disable'",
            "host=localhost hostaddr=10.0.0.5 user=u",
            "hostaddr=10.0.0.5 user=u",
        ] {
            assert_eq!(mode(elsewhere), SslMode::Require, "{elsewhere}");
        }
        for said in [
            "postgres://u@db.example/p?sslmode=disable",
            "postgres://u@db.example?connect_timeout=3&sslmode=disable",
            "host=db.example sslmode = 'disable' user=u",
        ] {
            assert_eq!(mode(said), SslMode::Disable, "{said}");
        }
    }

    #[test]
    fn a_server_of_this_machine_is_spoken_to_in_the_clear_unless_one_says_otherwise() {
        for here in [
            "postgres://u@localhost/p",
            "postgres://u@LOCALHOST:5433/p",
            "postgres://u@127.0.0.1/p",
            "postgres://u@127.3.2.1/p",
            "postgres://u@[::1]/p",
            "host=::ffff:127.0.0.1 user=u",
            "host=db.example hostaddr=127.0.0.1 user=u",
            "postgres://u@127.0.0.1,localhost/p?connect_timeout=3",
        ] {
            assert_eq!(mode(here), SslMode::Disable, "{here}");
        }
        assert_eq!(
            mode("postgres://u@localhost/p?sslmode=require"),
            SslMode::Require
        );
        assert_eq!(mode("host=localhost sslmode=prefer"), SslMode::Prefer);
    }

    #[test]
    #[cfg(unix)]
    fn a_socket_is_no_network() {
        for socket in [
            "host=/run/postgresql user=u",
            "host=/run/postgresql user=u sslmode=require",
            "postgres://u@%2Frun%2Fpostgresql/p",
        ] {
            assert_eq!(mode(socket), SslMode::Disable, "{socket}");
        }
        // a server elsewhere decides
        assert_eq!(
            mode("host=/run/postgresql,db.example user=u"),
            SslMode::Require
        );
    }

    #[test]
    fn stricter_words_are_taken_and_no_password_changes() {
        for strict in [
            "postgres://u:verify-ca@db.example/p?sslmode=verify-full",
            "postgres://u:verify-ca@localhost/p?sslmode=verify-ca",
            "host=localhost user=u password=verify-ca sslmode='verify-full'",
        ] {
            let config = settings(strict).unwrap();
            assert_eq!(config.get_ssl_mode(), SslMode::Require, "{strict}");
            assert_eq!(config.get_password(), Some(&b"verify-ca"[..]), "{strict}");
        }
        assert!(settings("host=localhost sslmode=sometimes").is_err());
        assert!(settings("host=localhost sslmode=verify-fully").is_err());
    }

    #[test]
    fn an_address_alone_is_the_name_that_a_certificate_must_have() {
        let config = settings("hostaddr=10.0.0.5 user=u").unwrap();
        assert_eq!(config.get_hosts(), [Host::Tcp("10.0.0.5".to_owned())]);
    }
}
