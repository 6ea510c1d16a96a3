//! Where a store is.

/// The address of a store that may be sent to: over https, or this machine itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// Reads an address; `None` where it is neither https nor http to this machine, or carries a
    /// user's name or password.
    pub fn new(url: &str) -> Option<Self> {
        let url = url.trim_end_matches('/');
        let (scheme, rest) = url.split_once("://")?;
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if authority.is_empty() || authority.contains('@') {
            return None;
        }
        let allowed = scheme.eq_ignore_ascii_case("https")
            || scheme.eq_ignore_ascii_case("http") && is_loopback(authority);
        allowed.then(|| Self(url.to_owned()))
    }

    /// Where statements go.
    pub fn statements(&self) -> String {
        format!("{}/statements", self.0)
    }

    /// The address as given.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_loopback(authority: &str) -> bool {
    if let Some(rest) = authority.strip_prefix('[') {
        return rest.split(']').next() == Some("::1");
    }
    let host = authority.split(':').next().unwrap_or_default();
    let address: Result<std::net::Ipv4Addr, _> = host.parse();
    host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|it| it.is_loopback())
}
