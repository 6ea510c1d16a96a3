//! The wordings of all cases, as the learner sees them.

use std::collections::BTreeMap;

use anyhow::Context as _;
use oefenlijn::{
    content::Content,
    library::Library,
    text::{Features, Orthography, Utterance},
};

/// The wordings of every customer, which stand beside those of each case.
const COMMON: &str = "common.toml";

/// The wordings of a language, case by case.
pub(crate) struct Corpus {
    pub(crate) cases: Vec<Case>,
}

/// The wordings that a reply in one case is compared with.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) topics: usize,
    pub(crate) wordings: Vec<Wording>,
}

/// A wording: what it calls for, by number, and the rows of its features.
#[derive(Clone)]
pub(crate) struct Wording {
    pub(crate) topic: usize,
    pub(crate) features: Vec<(usize, f32)>,
}

/// By what they call for: its kind and name.
type ByTopic = BTreeMap<(String, String), Vec<String>>;

impl Corpus {
    /// All that stand in `scenarios/<language>/wordings/`.
    pub(crate) fn read(language: &str) -> anyhow::Result<Self> {
        let content = Content::embedded();
        let folder = format!("scenarios/{language}/wordings/");
        let mut common = ByTopic::new();
        let mut own = Vec::new();
        for source in content.files(&folder, ".toml") {
            let wordings = by_topic(&source.text).with_context(|| source.path.to_string())?;
            if source.path.ends_with(COMMON) {
                common = wordings;
            } else {
                own.push(wordings);
            }
        }
        let reader = Library::new(content).reader(language)?;
        let orthography = reader.lexicon().language().orthography();
        let cases = own.into_iter().map(|mut wordings| {
            for (topic, texts) in &common {
                wordings
                    .entry(topic.clone())
                    .or_default()
                    .extend(texts.iter().cloned());
            }
            Case::new(&wordings, orthography)
        });
        Ok(Self {
            cases: cases.collect(),
        })
    }
}

impl Case {
    fn new(wordings: &ByTopic, orthography: &Orthography) -> Self {
        let each = wordings.values().enumerate();
        let wordings_of = |(topic, texts): (usize, &Vec<String>)| {
            let wording = |text: &String| Wording {
                topic,
                features: Features::of(&Utterance::parse(text, orthography))
                    .rows()
                    .collect(),
            };
            texts.iter().map(wording).collect::<Vec<_>>()
        };
        Self {
            topics: wordings.len(),
            wordings: each.flat_map(wordings_of).collect(),
        }
    }

    /// The same with but so many wordings.
    pub(crate) fn first(&self, many: usize) -> Self {
        Self {
            topics: self.topics,
            wordings: self.wordings.iter().take(many).cloned().collect(),
        }
    }
}

/// The texts of a file by what they call for, whether the answer is yes, no or something else.
fn by_topic(text: &str) -> anyhow::Result<ByTopic> {
    let mut by_topic = ByTopic::new();
    for (kind, table) in toml::from_str::<toml::Table>(text)? {
        let table = table.as_table().context("a kind of topic")?;
        for (name, value) in table {
            let topic = by_topic.entry((kind.clone(), name.clone())).or_default();
            match value {
                // `[nothing]` has no names
                toml::Value::Array(texts) => add(texts, topic),
                toml::Value::Table(forms) => {
                    for texts in forms.values() {
                        add(texts.as_array().context("a list of wordings")?, topic);
                    }
                }
                _ => anyhow::bail!("{kind}.{name} is no list of wordings"),
            }
        }
    }
    Ok(by_topic)
}

fn add(texts: &[toml::Value], topic: &mut Vec<String>) {
    topic.extend(texts.iter().filter_map(|it| it.as_str()).map(str::to_owned));
}
