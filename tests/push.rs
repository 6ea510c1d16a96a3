//! Statements sent to a store: one that fails in every way, and a real one.

use std::{
    collections::{BTreeMap, VecDeque},
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{
    support::{Home, Ran, run},
    xapi::REPLIES,
};

/// How a fault-injecting store meets a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Unavailable,
    Busy,
    StoresThenCuts,
    Slow,
    Forbidden,
    /// Stores, and never answers.
    Hangs,
}

#[derive(Default)]
struct Shelf {
    statements: BTreeMap<String, Value>,
    posts: usize,
    headers: Vec<String>,
    faults: VecDeque<Fault>,
}

/// A store on this machine, which ends with the test's process.
struct FaultyStore {
    shelf: Arc<Mutex<Shelf>>,
    address: SocketAddr,
}

impl FaultyStore {
    /// `beyond`: a real store to hand requests on to, instead of keeping statements here.
    fn new(faults: &[Fault], beyond: Option<SocketAddr>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let shelf = Arc::new(Mutex::new(Shelf {
            faults: faults.iter().copied().collect(),
            ..Shelf::default()
        }));
        let kept = Arc::clone(&shelf);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shelf = Arc::clone(&kept);
                thread::spawn(move || meet(stream, &shelf, beyond));
            }
        });
        Self { shelf, address }
    }

    fn url(&self) -> String {
        format!("http://{}/xAPI", self.address)
    }

    fn count(&self) -> usize {
        self.shelf.lock().unwrap().statements.len()
    }

    fn posts(&self) -> usize {
        self.shelf.lock().unwrap().posts
    }
}

/// The request's first line, its head and its body; `None` at the end of the connection.
fn request(stream: &mut BufReader<TcpStream>) -> Option<(String, String, Vec<u8>)> {
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

fn chunks(stream: &mut BufReader<TcpStream>) -> Option<Vec<u8>> {
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

fn meet(stream: TcpStream, shelf: &Mutex<Shelf>, beyond: Option<SocketAddr>) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut stream = stream;
    while let Some((first, head, body)) = request(&mut reader) {
        let fault = {
            let mut shelf = shelf.lock().unwrap();
            shelf.headers.push(head.clone());
            shelf.posts += usize::from(first.starts_with("POST"));
            shelf.faults.pop_front()
        };
        match fault {
            Some(Fault::Unavailable) => say(&mut stream, "503 Service Unavailable", "later", ""),
            Some(Fault::Busy) => say(
                &mut stream,
                "429 Too Many Requests",
                "busy",
                "Retry-After: 1\r\n",
            ),
            Some(Fault::Forbidden) => say(&mut stream, "403 Forbidden", "no such scope", ""),
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
                say(&mut stream, &status, &text, "");
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

fn say(stream: &mut TcpStream, status: &str, body: &str, more: &str) {
    let length = body.len();
    let _ = write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Length: {length}\r\n{more}\r\n{body}"
    );
}

/// A plain request to a store, as `oefenlijn` with the password `secret`.
fn ask(store: SocketAddr, method: &str, path: &str, body: &str) -> (u16, String) {
    let mut stream = TcpStream::connect_timeout(&store, Duration::from_secs(5)).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: {store}\r\nConnection: close\r\n\
         Authorization: Basic b2VmZW5saWpuOnNlY3JldA==\r\nX-Experience-API-Version: 1.0.3\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head[9..12].parse().unwrap(), body.to_owned())
}

fn home(sessions: usize) -> Home {
    let home = Home::new();
    for seed in 0..sessions {
        let seed = seed.to_string();
        let play = ["play", "two-letters", "--seed", &seed, "--trainee", "wilma"];
        home.run(&play, format!("{REPLIES}/end\n")).ok();
    }
    home
}

fn pushing(home: &Home, url: &str) -> Command {
    let arguments = [
        "export",
        "--xapi",
        "--all",
        "--replies",
        "--push",
        url,
        "--ui",
        "en",
    ];
    let mut command = home.command(&arguments);
    command.env("OEFENLIJN_LRS_USER", "oefenlijn");
    command.env("OEFENLIJN_LRS_PASSWORD", "secret");
    command
}

fn push(home: &Home, url: &str) -> Ran {
    run(pushing(home, url), b"")
}

fn written(home: &Home) -> Vec<Value> {
    home.run(&["export", "--xapi", "--all", "--replies"], "")
        .ok()
        .json()
}

fn forget_what_was_sent(home: &Home) {
    std::fs::remove_dir_all(home.path().join("oefenlijn/outbox")).unwrap();
}

#[test]
fn a_store_that_is_away_busy_slow_or_cut_off_gets_everything_once() {
    let home = home(1);
    let all = written(&home).len();
    let faults = [
        Fault::Unavailable,
        Fault::Busy,
        Fault::StoresThenCuts,
        Fault::Slow,
    ];
    for fault in faults {
        let store = FaultyStore::new(&[fault], None);
        let ran = push(&home, &store.url()).ok();
        assert_eq!(store.count(), all, "{fault:?} {ran:?}");
        let posts = store.posts();
        let again = push(&home, &store.url()).ok();
        assert!(
            again
                .out
                .contains(&format!("0 statements sent, {all} were")),
            "{again:?}"
        );
        assert_eq!(store.posts(), posts, "the outbox knows, {fault:?}");
        let headers = store.shelf.lock().unwrap().headers.join("").to_lowercase();
        assert!(
            headers.contains("x-experience-api-version: 1.0.3"),
            "{headers}"
        );
        assert!(
            headers.contains("authorization: basic b2vmzw5sawpuonnly3jlda=="),
            "{headers}"
        );
    }
}

#[test]
fn a_conflict_is_what_is_there_already() {
    let home = home(1);
    let all = written(&home).len();
    let store = FaultyStore::new(&[], None);
    push(&home, &store.url()).ok();
    forget_what_was_sent(&home);
    let again = push(&home, &store.url()).ok();
    assert!(
        again
            .out
            .contains(&format!("0 statements sent, {all} were")),
        "{again:?}"
    );
    assert_eq!(store.count(), all);
}

#[test]
fn a_refusal_stops_at_once_with_what_the_store_said_and_no_password() {
    let home = home(1);
    let store = FaultyStore::new(&[Fault::Forbidden], None);
    let ran = push(&home, &store.url());
    assert_eq!((ran.code, store.posts()), (1, 1), "{ran:?}");
    assert!(ran.err.contains("403: no such scope"), "{ran:?}");
    assert!(!ran.err.contains("secret"), "{ran:?}");
}

#[test]
fn tries_are_bounded() {
    let home = home(1);
    let store = FaultyStore::new(&[Fault::Unavailable; 20], None);
    let ran = push(&home, &store.url());
    assert_eq!((ran.code, store.posts()), (1, 6), "{ran:?}");
    assert!(ran.err.contains("after 6 tries"), "{ran:?}");
}

#[test]
fn only_https_or_this_machine_and_never_without_a_password() {
    let home = home(1);
    for url in [
        "http://lrs.example/xapi",
        "http://127.0.0.1.lrs.example",
        "http://a:b@127.0.0.1/",
        "http://localhost@lrs.example/",
        "ftp://localhost/",
        "localhost",
    ] {
        let ran = push(&home, url);
        assert_eq!(ran.code, 2, "{url} {ran:?}");
        assert!(ran.err.contains("https://"), "{ran:?}");
    }
    let ran = home.run(
        &["export", "--xapi", "--all", "--push", "http://127.0.0.1:9/"],
        "",
    );
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("OEFENLIJN_LRS_PASSWORD"), "{ran:?}");
}

#[test]
#[cfg(unix)]
fn the_outbox_and_the_salt_are_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = home(1);
    push(&home, &FaultyStore::new(&[], None).url()).ok();
    let data = home.path().join("oefenlijn");
    let sent = std::fs::read_dir(data.join("outbox")).unwrap();
    let mut files: Vec<_> = sent.map(|it| it.unwrap().path()).collect();
    files.push(data.join("pseudonym-salt"));
    assert_eq!(files.len(), 2);
    for file in files {
        assert_eq!(
            file.metadata().unwrap().permissions().mode() & 0o777,
            0o600,
            "{file:?}"
        );
    }
}

/// A real learning record store, ended with the test.
struct RealStore {
    process: Child,
    address: SocketAddr,
    _folder: Home,
}

impl RealStore {
    fn start() -> Self {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let program = root.join("target/lrs-venv/bin/python");
        assert!(
            program.is_file(),
            "no store to test with: run scripts/setup"
        );
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let (folder, address) = (Home::new(), SocketAddr::from(([127, 0, 0, 1], port)));
        let store = folder.path().join("store");
        std::fs::create_dir_all(&store).unwrap();
        let process = Command::new("timeout")
            .args(["--signal=TERM", "300"])
            .arg(program)
            .arg(root.join("tests/lrs/serve.py"))
            .arg(port.to_string())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", folder.path())
            .env("LC_ALL", "C.UTF-8")
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("RALPH_RUNSERVER_BACKEND", "fs")
            .env("RALPH_APP_DIR", folder.path())
            .env("RALPH_AUTH_FILE", root.join("tests/lrs/auth.json"))
            .env("RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH", store)
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let store = Self {
            process,
            address,
            _folder: folder,
        };
        store.wait();
        store
    }

    fn wait(&self) {
        let begun = Instant::now();
        while TcpStream::connect(self.address).is_err() {
            assert!(
                begun.elapsed() < Duration::from_mins(2),
                "the store does not start"
            );
            thread::sleep(Duration::from_millis(100));
        }
    }

    fn url(&self) -> String {
        format!("http://{}/xAPI", self.address)
    }

    /// All statements, page by page.
    fn statements(&self) -> Vec<Value> {
        let (mut all, mut path) = (Vec::new(), "/xAPI/statements".to_owned());
        loop {
            let (status, body) = ask(self.address, "GET", &path, "");
            assert_eq!(status, 200, "{body}");
            let mut page: Value = serde_json::from_str(&body).unwrap();
            all.append(page["statements"].as_array_mut().unwrap());
            match page["more"].as_str().filter(|it| !it.is_empty()) {
                Some(more) => more.clone_into(&mut path),
                None => return all,
            }
        }
    }
}

impl Drop for RealStore {
    fn drop(&mut self) {
        // `timeout` hands the signal on to the store that it started
        let _ = Command::new("kill")
            .arg(self.process.id().to_string())
            .status();
        let _ = self.process.wait();
    }
}

/// What a store adds to a statement is left out.
fn as_sent(mut all: Vec<Value>) -> BTreeMap<String, Value> {
    for it in &mut all {
        for added in ["stored", "authority", "version"] {
            it.as_object_mut().unwrap().remove(added);
        }
    }
    let count = all.len();
    let by_id = all
        .into_iter()
        .map(|it| (it["id"].as_str().unwrap().to_owned(), it));
    let by_id: BTreeMap<String, Value> = by_id.collect();
    assert_eq!(by_id.len(), count, "no statement twice");
    by_id
}

#[test]
fn a_real_store_takes_everything_once() {
    let store = RealStore::start();
    let home = home(2);
    push(&home, &store.url()).ok();
    assert_eq!(as_sent(store.statements()), as_sent(written(&home)));
    push(&home, &store.url()).ok();
    forget_what_was_sent(&home);
    push(&home, &store.url()).ok();
    assert_eq!(as_sent(store.statements()), as_sent(written(&home)));
}

#[test]
fn a_push_killed_half_way_goes_on_and_a_real_store_has_everything_once() {
    let store = RealStore::start();
    let home = home(12);
    let expected = as_sent(written(&home));
    assert!(expected.len() > 110, "several batches: {}", expected.len());
    let between = FaultyStore::new(&[], Some(store.address));
    // the first batch is answered, the second stored without an answer
    between
        .shelf
        .lock()
        .unwrap()
        .faults
        .extend([Fault::Slow, Fault::Hangs]);
    let mut child = pushing(&home, &between.url())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while store.statements().len() < 100 {
        assert!(
            begun.elapsed() < Duration::from_mins(1),
            "the second batch never came"
        );
        thread::sleep(Duration::from_millis(100));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(store.statements().len() < expected.len(), "half-way");
    push(&home, &between.url()).ok();
    assert_eq!(as_sent(store.statements()), expected);
}
