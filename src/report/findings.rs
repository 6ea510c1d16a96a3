//! What is wrong with files: what, where, and what to do.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::ground::diagnostic::{Diagnostic, Severity};

/// All findings, each with the line it is about, in at most `width` columns.
pub fn findings(diagnostics: &[Diagnostic], width: usize) -> String {
    let renderer = Renderer::styled().term_width(width);
    let texts: Vec<String> = diagnostics
        .iter()
        .map(|it| renderer.render(&groups(it)))
        .collect();
    let mut all = texts.join("\n\n");
    if !all.is_empty() {
        all.push('\n');
    }
    all
}

fn groups(finding: &Diagnostic) -> Vec<Group<'_>> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(finding.message.as_str())
        .id(finding.code);
    let mut group = match finding.source.as_deref() {
        Some((source, span)) => {
            let end = span.end.clamp(span.start, source.text.len());
            let place = AnnotationKind::Primary.span(span.start.min(end)..end);
            title.element(
                Snippet::source(&*source.text)
                    .path(&*source.path)
                    .annotation(place),
            )
        }
        None => Group::with_title(title),
    };
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    vec![group]
}
