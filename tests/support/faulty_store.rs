//! A learning record store that fails in every way.

use std::{
    collections::{BTreeMap, VecDeque},
    io::{BufRead as _, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use rustls::{ServerConfig, ServerConnection, StreamOwned};
use serde_json::Value;

use crate::support::{Certificate, real_store::ask};

/// How a fault-injecting store meets a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    Unavailable,
    Busy,
    StoresThenCuts,
    Slow,
    Forbidden,
    /// Stores, and never answers.
    Hangs,
}

#[derive(Default)]
pub(crate) struct Shelf {
    statements: BTreeMap<String, Value>,
    posts: usize,
    pub(crate) headers: Vec<String>,
    pub(crate) faults: VecDeque<Fault>,
}

/// A store on this machine, which ends with the test's process.
pub(crate) struct FaultyStore {
    pub(crate) shelf: Arc<Mutex<Shelf>>,
    address: SocketAddr,
    scheme: &'static str,
}

/// What a request comes in on, and its answer goes out on.
trait Wire: Read + Write {}

impl<T: Read + Write> Wire for T {}

impl FaultyStore {
    /// `beyond`: a real store to hand requests on to, instead of keeping statements here.
    pub(crate) fn new(faults: &[Fault], beyond: Option<SocketAddr>) -> Self {
        Self::begin(faults, beyond, None)
    }

    /// A store that is spoken to over https and shows this certificate.
    pub(crate) fn encrypting(faults: &[Fault], certificate: &Certificate) -> Self {
        Self::begin(faults, None, Some(Arc::new(certificate.server())))
    }

    fn begin(faults: &[Fault], beyond: Option<SocketAddr>, tls: Option<Arc<ServerConfig>>) -> Self {
        let scheme = if tls.is_some() { "https" } else { "http" };
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let shelf = Arc::new(Mutex::new(Shelf {
            faults: faults.iter().copied().collect(),
            ..Shelf::default()
        }));
        let kept = Arc::clone(&shelf);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (shelf, tls) = (Arc::clone(&kept), tls.clone());
                thread::spawn(move || meet(wire(stream, tls), &shelf, beyond));
            }
        });
        Self {
            shelf,
            address,
            scheme,
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("{}://{}/xAPI", self.scheme, self.address)
    }

    /// The same store by the name of this machine.
    pub(crate) fn url_by_name(&self) -> String {
        format!("{}://localhost:{}/xAPI", self.scheme, self.address.port())
    }

    pub(crate) fn count(&self) -> usize {
        self.shelf.lock().unwrap().statements.len()
    }

    pub(crate) fn posts(&self) -> usize {
        self.shelf.lock().unwrap().posts
    }
}

fn wire(stream: TcpStream, tls: Option<Arc<ServerConfig>>) -> Box<dyn Wire> {
    match tls {
        Some(tls) => Box::new(StreamOwned::new(
            ServerConnection::new(tls).unwrap(),
            stream,
        )),
        None => Box::new(stream),
    }
}

/// The request's first line, its head and its body; `None` at the end of the connection.
fn request(stream: &mut BufReader<Box<dyn Wire>>) -> Option<(String, String, Vec<u8>)> {
    let mut head = String::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line.trim().is_empty() {
            break;
        }
        head.push_str(&line);
    }
    let lower = head.to_lowercase();
    let length = lower
        .split("content-length:")
        .nth(1)
        .map_or(0, |it| it.lines().next().unwrap().trim().parse().unwrap());
    let mut body = vec![0; length];
    if lower.contains("transfer-encoding: chunked") {
        body = chunks(stream)?;
    } else {
        stream.read_exact(&mut body).ok()?;
    }
    Some((head.lines().next()?.to_owned(), head, body))
}

fn chunks(stream: &mut BufReader<Box<dyn Wire>>) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).ok()?;
        let length = usize::from_str_radix(line.trim(), 16).ok()?;
        let mut chunk = vec![0; length + 2];
        stream.read_exact(&mut chunk).ok()?;
        if length == 0 {
            return Some(body);
        }
        body.extend(&chunk[..length]);
    }
}

fn meet(wire: Box<dyn Wire>, shelf: &Mutex<Shelf>, beyond: Option<SocketAddr>) {
    let mut wire = BufReader::new(wire);
    while let Some((first, head, body)) = request(&mut wire) {
        let stream = wire.get_mut();
        let fault = {
            let mut shelf = shelf.lock().unwrap();
            shelf.headers.push(head.clone());
            shelf.posts += usize::from(first.starts_with("POST"));
            shelf.faults.pop_front()
        };
        match fault {
            Some(Fault::Unavailable) => say(stream, "503 Service Unavailable", "later", ""),
            Some(Fault::Busy) => say(
                stream,
                "429 Too Many Requests",
                "busy",
                "Retry-After: 1\r\n",
            ),
            Some(Fault::Forbidden) => say(stream, "403 Forbidden", "no such scope", ""),
            fault => {
                let (status, text) = match beyond {
                    Some(beyond) => handed_on(beyond, &first, &body),
                    None => kept(shelf, &first, &body),
                };
                match fault {
                    Some(Fault::StoresThenCuts) => return,
                    Some(Fault::Hangs) => thread::sleep(Duration::from_mins(1)),
                    Some(Fault::Slow) => thread::sleep(Duration::from_secs(2)),
                    _ => {}
                }
                say(stream, &status, &text, "");
            }
        }
    }
}

/// A batch of which one statement is known is refused whole.
fn kept(shelf: &Mutex<Shelf>, first: &str, body: &[u8]) -> (String, String) {
    let mut shelf = shelf.lock().unwrap();
    if first.starts_with("GET") {
        let known = shelf
            .statements
            .keys()
            .any(|it| first.contains(it.as_str()));
        let status = if known { "200 OK" } else { "404 Not Found" };
        return (status.to_owned(), String::new());
    }
    let batch: Vec<Value> = serde_json::from_slice(body).unwrap();
    let id = |it: &Value| it["id"].as_str().unwrap().to_owned();
    if batch
        .iter()
        .any(|it| shelf.statements.contains_key(&id(it)))
    {
        return ("409 Conflict".to_owned(), String::new());
    }
    for it in batch {
        shelf.statements.insert(id(&it), it);
    }
    ("200 OK".to_owned(), "[]".to_owned())
}

fn handed_on(beyond: SocketAddr, first: &str, body: &[u8]) -> (String, String) {
    let path = first.split(' ').nth(1).unwrap();
    let (method, body) = (
        first.split(' ').next().unwrap(),
        String::from_utf8_lossy(body),
    );
    let (status, text) = ask(beyond, method, path, &body);
    (format!("{status} -"), text)
}

fn say(stream: &mut dyn Write, status: &str, body: &str, more: &str) {
    let length = body.len();
    let _ = write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Length: {length}\r\n{more}\r\n{body}"
    );
    let _ = stream.flush();
}
