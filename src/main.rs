//! The `oefenlijn` binary.
use oefenlijn::{acts::*, content::Content, ground::diagnostic::*, text::RealWords};
use std::sync::Arc;
fn show(ds: &[Diagnostic]) {
    for d in ds {
        let at = d
            .source
            .as_ref()
            .map(|(s, span)| {
                format!(
                    "{}:{}",
                    s.path,
                    s.text[..span.start.min(s.text.len())].matches('\n').count() + 1
                )
            })
            .unwrap_or_default();
        let piece = d
            .source
            .as_ref()
            .map(|(s, span)| span.of(&s.text).chars().take(150).collect::<String>())
            .unwrap_or_default();
        println!(
            "{:?} {} [{}] {}   {} ",
            d.severity, at, d.code, d.message, piece
        );
    }
}
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let mut c = Content::embedded();
    if let Ok(d) = std::env::var("CONTENT") {
        c.overlay(std::path::Path::new(&d)).unwrap();
    }
    let files = c.files("lexicon/nl/", ".toml");
    let real = c
        .file("lexicon/nl/real-words.txt")
        .map(|s| RealWords::parse(&s.text))
        .unwrap_or_default();
    let t = std::time::Instant::now();
    let (lex, ds) = Lexicon::load(&files, real);
    eprintln!("loaded in {:?}: {} patterns", t.elapsed(), lex.patterns());
    let reader = Reader::new(Arc::new(lex));
    match args.get(1).map(String::as_str) {
        Some("check") => {
            show(&ds);
            let p = prove(&reader, &files);
            let f = args.get(2).cloned().unwrap_or_default();
            let p: Vec<_> = p
                .into_iter()
                .filter(|d| d.source.as_ref().is_none_or(|(s, _)| s.path.contains(&f)))
                .collect();
            show(&p);
            println!("{} problems", p.len() + ds.len());
        }
        Some("words") => {
            for w in reader.lexicon().repair_words() {
                println!("{w}")
            }
        }
        Some("score") => {
            let text = std::fs::read_to_string(&args[2]).unwrap();
            let mut n = 0;
            let t = std::time::Instant::now();
            for line in text.lines() {
                let v: serde_json::Value = serde_json::from_str(line).unwrap();
                let mut agent = vec![];
                let mut customer = vec![];
                let mut why = vec![];
                let mut pa: ActSet<AgentAct> = ActSet::EMPTY;
                let mut pc: ActSet<CustomerAct> = ActSet::EMPTY;
                let (mut fa, mut fc) =
                    (v["position"].as_str().is_none_or(|p| p == "opening"), true);
                for t in v["turns"].as_array().unwrap() {
                    let text = t["text"].as_str().unwrap();
                    n += 1;
                    if t["speaker"] == "agent" {
                        let r = reader.read_agent(
                            text,
                            Previous {
                                acts: pc,
                                first: fa,
                            },
                        );
                        fa = false;
                        pa = r.acts;
                        agent.push(serde_json::json!(
                            r.acts
                                .iter()
                                .filter(|a| a.is_codebook())
                                .map(|a| a.name())
                                .collect::<Vec<_>>()
                        ));
                        why.push(serde_json::json!(
                            r.evidence
                                .iter()
                                .map(|e| format!(
                                    "{}: {} = {}",
                                    e.entry
                                        .map(|i| reader.lexicon().agent_entries()[i].id.to_string())
                                        .unwrap_or_default(),
                                    e.act.name(),
                                    e.span.of(text)
                                ))
                                .collect::<Vec<_>>()
                        ));
                    } else {
                        let r = reader.read_customer(
                            text,
                            Previous {
                                acts: pa,
                                first: fc,
                            },
                        );
                        fc = false;
                        pc = r.acts;
                        customer.push(r.flag());
                        why.push(serde_json::json!(
                            r.evidence
                                .iter()
                                .map(|e| format!(
                                    "{}: {} = {}",
                                    e.entry
                                        .map(|i| reader.lexicon().customer_entries()[i]
                                            .id
                                            .to_string())
                                        .unwrap_or_default(),
                                    e.act.name(),
                                    e.span.of(text)
                                ))
                                .collect::<Vec<_>>()
                        ));
                    }
                }
                println!(
                    "{}",
                    serde_json::json!({"id": v["id"], "agent": agent, "customer": customer, "scores": {}, "why": why})
                );
            }
            eprintln!("{n} utterances in {:?}", t.elapsed());
        }
        _ => eprintln!("check [part of path] | score FILE | words"),
    }
}
