//! What leaves this machine is encrypted, and goes only to whom one trusts: a database server and a
//! store of statements with certificates of an authority of the test's own.

use std::{fs, path::Path, process::Command};

use crate::{
    support::{Authority, FaultyStore, Home, Ran, Server, run},
    xapi::REPLIES,
};

/// The names by which this machine calls itself.
const HERE: &str = "DNS:localhost,IP:127.0.0.1";

/// Somebody at a machine, and whom they trust.
struct Somebody<'a> {
    home: Home,
    trusts: Option<&'a Path>,
}

impl<'a> Somebody<'a> {
    fn who_trusts(authorities: &'a Path) -> Self {
        Self {
            home: Home::new(),
            trusts: Some(authorities),
        }
    }

    fn who_trusts_nobody() -> Self {
        Self {
            home: Home::new(),
            trusts: None,
        }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.home.command(arguments);
        if let Some(file) = self.trusts {
            command.env("OEFENLIJN_CA_FILE", file);
        }
        command
    }

    /// Plays a session, with this database.
    fn plays(&self, database: &str) -> Ran {
        let play = ["play", "two-letters", "--seed", "5", "--trainee", "sanne"];
        let mut command = self.command(&[&play[..], &["--ui", "en"]].concat());
        command.env("OEFENLIJN_DATABASE_URL", database);
        run(command, format!("{REPLIES}/end\n").as_bytes())
    }

    /// The figures in this database.
    fn looks(&self, database: &str) -> Ran {
        let report = ["report", "--trainee", "sanne", "--format", "csv"];
        let mut command = self.command(&report);
        command.env("OEFENLIJN_DATABASE_URL", database);
        run(command, b"")
    }

    /// Pushes all sessions to this store.
    fn pushes(&self, store: &str) -> Ran {
        let export = ["export", "--xapi", "--all", "--ui", "en", "--push", store];
        let mut command = self.command(&export);
        command.env("OEFENLIJN_LRS_USER", "oefenlijn");
        command.env("OEFENLIJN_LRS_PASSWORD", "secret");
        run(command, b"")
    }
}

/// The URL by another host and with more settings.
fn by(url: &str, host: &str, settings: &str) -> String {
    assert!(url.contains("@127.0.0.1:"), "{url}");
    format!("{}{settings}", url.replace("127.0.0.1", host))
}

/// The same as words, for what a URL cannot say.
fn in_words(url: &str, settings: &str) -> String {
    let (port, name) = url.rsplit_once(':').unwrap().1.split_once('/').unwrap();
    format!("user=trainer port={port} dbname={name} {settings}")
}

/// How often the program came in over TLS, by what the server wrote.
fn came_in(server: &Server) -> usize {
    let told = server.told();
    let mut lines = told
        .lines()
        .filter(|it| it.contains("connection authorized"));
    assert!(lines.all(|it| it.contains("SSL enabled")), "{told}");
    told.matches("application_name=oefenlijn SSL enabled (protocol=TLSv1.")
        .count()
}

#[test]
fn a_database_server_that_proves_who_it_is_gets_the_sessions_encrypted() {
    let authority = Authority::new();
    let server = Server::encrypting(&authority.certificate(&format!("{HERE},DNS:db.example")));
    let url = server.database();
    let file = authority.file();
    let sanne = Somebody::who_trusts(&file);
    let wanted = [
        by(&url, "127.0.0.1", "?sslmode=require"),
        by(&url, "localhost", "?sslmode=verify-full"),
        by(&url, "localhost", "?sslmode=prefer"),
        in_words(&url, "host=localhost sslmode='verify-ca'"),
        in_words(&url, "host=db.example hostaddr=127.0.0.1 sslmode=require"),
        in_words(&url, "hostaddr=127.0.0.1 sslmode=require"),
    ];
    for (number, url) in wanted.iter().enumerate() {
        let played = sanne.plays(url).ok();
        assert_eq!(played.err, "", "{url}");
        let figures = sanne.looks(url).ok().out;
        assert_eq!(figures.lines().count(), number + 2, "{url}: {figures}");
    }
    assert!(came_in(&server) >= 2 * wanted.len(), "{}", server.told());
    the_server_lets_nobody_in_in_the_clear(&sanne, &url);
    who_is_not_trusted_gets_nothing(&url, &wanted[0]);
    a_certificate_for_another_name_is_none(&sanne, &url);
}

fn the_server_lets_nobody_in_in_the_clear(sanne: &Somebody<'_>, url: &str) {
    for plain in [url.to_owned(), by(url, "127.0.0.1", "?sslmode=disable")] {
        let refused = sanne.looks(&plain);
        assert_eq!(refused.code, 1, "{refused:?}");
        assert!(refused.err.contains("write sslmode=require"), "{refused:?}");
    }
}

fn who_is_not_trusted_gets_nothing(plain: &str, url: &str) {
    let other = Authority::new();
    let file = other.file();
    for bram in [Somebody::who_trusts_nobody(), Somebody::who_trusts(&file)] {
        // the session is kept all the same
        let played = bram.plays(url).ok();
        assert!(played.err.contains("is not trusted"), "{played:?}");
        assert_eq!(bram.home.logs().len(), 1);
        for url in [url, &by(plain, "127.0.0.1", "?sslmode=prefer")] {
            let refused = bram.looks(url);
            assert_eq!((refused.code, &*refused.out), (1, ""), "{refused:?}");
            for said in ["invalid peer certificate", "OEFENLIJN_CA_FILE"] {
                assert!(refused.err.contains(said), "{refused:?}");
            }
        }
    }
}

fn a_certificate_for_another_name_is_none(sanne: &Somebody<'_>, url: &str) {
    let other = in_words(
        url,
        "host=other.example hostaddr=127.0.0.1 sslmode=verify-ca",
    );
    let refused = sanne.looks(&other);
    assert_eq!(refused.code, 1, "{refused:?}");
    for said in [
        "other.example",
        "name it in the URL as its certificate does",
    ] {
        assert!(refused.err.contains(said), "{refused:?}");
    }
}

#[test]
fn a_database_server_that_cannot_encrypt_is_used_only_where_one_says_so() {
    let server = Server::start();
    let url = server.database();
    let sanne = Somebody::who_trusts_nobody();
    // by this name the library of the system finds this machine, and the program does not know it
    let elsewhere = by(&url, "127.1", "");
    for url in [by(&url, "127.0.0.1", "?sslmode=require"), elsewhere] {
        let refused = sanne.looks(&url);
        assert_eq!(refused.code, 1, "{refused:?}");
        for said in ["does not encrypt", "sslmode=disable", "ssl = on"] {
            assert!(refused.err.contains(said), "{refused:?}");
        }
    }
    for url in [
        url.clone(),
        by(&url, "127.1", "?sslmode=disable"),
        by(&url, "127.1", "?sslmode=prefer"),
        by(&url, "localhost", "?sslmode=disable"),
    ] {
        assert_eq!(sanne.plays(&url).ok().err, "", "{url}");
    }
}

#[test]
fn a_server_that_says_nothing_is_not_waited_for_without_end() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("postgres://trainer@{}/none", silent.local_addr().unwrap());
    let bram = Somebody::who_trusts_nobody();
    let begun = std::time::Instant::now();
    let refused = bram.looks(&by(&url, "127.0.0.1", "?sslmode=require"));
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("it does not answer"), "{refused:?}");
    assert!(begun.elapsed() < std::time::Duration::from_mins(1));
}

#[test]
fn statements_go_to_a_store_that_proves_who_it_is_and_to_no_other() {
    let authority = Authority::new();
    let file = authority.file();
    let store = FaultyStore::encrypting(&[], &authority.certificate(HERE));
    let sanne = Somebody::who_trusts(&file);
    sanne.plays("").ok();
    let pushed = sanne.pushes(&store.url()).ok();
    let count = store.count();
    assert!(count > 3, "{pushed:?}");
    assert!(pushed.out.contains(&format!("{count} statements sent")));
    let again = sanne.pushes(&store.url_by_name()).ok();
    assert!(again.out.contains(&format!("{count} were")), "{again:?}");

    let bram = Somebody::who_trusts_nobody();
    bram.plays("").ok();
    let posts = store.posts();
    let refused = bram.pushes(&store.url());
    assert_eq!((refused.code, store.posts()), (1, posts), "{refused:?}");
    for said in ["UnknownIssuer", "OEFENLIJN_CA_FILE"] {
        assert!(refused.err.contains(said), "{refused:?}");
    }
    assert!(
        !refused.err.contains("tries"),
        "once is enough: {refused:?}"
    );
    assert_eq!(store.count(), count);
}

#[test]
fn what_is_wrong_with_a_certificate_is_said() {
    let authority = Authority::new();
    let file = authority.file();
    let sanne = Somebody::who_trusts(&file);
    sanne.plays("").ok();
    for (certificate, said) in [
        (authority.certificate("DNS:lrs.example"), "lrs.example"),
        (authority.expired(HERE), "expired"),
    ] {
        let store = FaultyStore::encrypting(&[], &certificate);
        let refused = sanne.pushes(&store.url());
        assert_eq!((refused.code, store.count()), (1, 0), "{refused:?}");
        assert!(refused.err.to_lowercase().contains(said), "{refused:?}");
        assert!(!refused.err.contains("OEFENLIJN_CA_FILE"), "{refused:?}");
    }
}

#[test]
fn a_file_of_authorities_that_is_none_is_named() {
    let authority = Authority::new();
    let folder = tempfile::TempDir::new().unwrap();
    let good = fs::read_to_string(authority.file()).unwrap();
    let half: String = good.lines().take(4).collect::<Vec<_>>().join("\n");
    let wrong = good.replacen("MII", "QQQ", 1);
    let cases = [
        ("missing.pem", None, "cannot be read"),
        ("empty.pem", Some(String::new()), "holds no certificate"),
        (
            "key.pem",
            Some(String::from_utf8(authority.certificate(HERE).key).unwrap()),
            "holds no certificate",
        ),
        (
            "half.pem",
            Some(format!("{good}{half}")),
            "certificate 2 in",
        ),
        ("wrong.pem", Some(wrong), "certificate 1 in"),
    ];
    for (name, text, said) in cases {
        let file = folder.path().join(name);
        if let Some(text) = text {
            fs::write(&file, text).unwrap();
        }
        let bram = Somebody::who_trusts(&file);
        let pushed = bram.pushes("https://127.0.0.1:9/xAPI");
        let looked = bram.looks("postgres://trainer@127.0.0.1:9/none?sslmode=require");
        for ran in [pushed, looked] {
            assert_eq!(ran.code, 1, "{ran:?}");
            for said in [said, name, "OEFENLIJN_CA_FILE"] {
                assert!(ran.err.contains(said), "{said}: {ran:?}");
            }
        }
        // whoever sends nothing needs nobody's certificate
        bram.plays("").ok();
    }
}
