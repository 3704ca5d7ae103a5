//! What a version says otherwise than the one in force, section by section.

use domain::policy::{PolicyAdopted, Section};

use super::asks::{again, whom};
use crate::decisions::Difference;
use crate::people::Names;
use crate::register::words;

/// Everything that `after` says otherwise than `before`; all of it where nothing is in force.
pub(crate) fn difference(
    before: Option<&PolicyAdopted>,
    after: &PolicyAdopted,
    names: &Names,
) -> Vec<Difference> {
    lines(before, after, names).into_iter().filter(|line| line.before != line.after).collect()
}

/// What stays as it is in force: whoever signs the version signs that too.
pub(crate) fn stays(
    before: Option<&PolicyAdopted>,
    after: &PolicyAdopted,
    names: &Names,
) -> Vec<Difference> {
    lines(before, after, names).into_iter().filter(|line| line.before == line.after).collect()
}

fn lines(before: Option<&PolicyAdopted>, after: &PolicyAdopted, names: &Names) -> Vec<Difference> {
    let line = |field: &str, say: &dyn Fn(&PolicyAdopted) -> Option<String>| Difference {
        field: field.to_owned(),
        before: before.and_then(say),
        after: say(after),
        outside: false,
    };
    let mut all = vec![
        line("Version", &|one| Some(one.version.to_string())),
        line("SHA-256", &|one| Some(one.hash.clone())),
        line("Title", &|one| words(Some(&one.terms.title))),
        line("Sort", &|one| Some(one.terms.kind.words().to_owned())),
        line("Attested by", &|one| Some(whom(&one.terms, names))),
        line("Attested again", &|one| Some(again(one.terms.again_days))),
        line("Sections in order", &|one| {
            Some(one.terms.sections.iter().map(heading).collect::<Vec<_>>().join("\n"))
        }),
    ];
    let was = before.map_or(&[][..], |before| &before.terms.sections);
    let is = &after.terms.sections;
    all.extend(is.iter().map(|section| {
        let old = was.iter().find(|old| heading(old) == heading(section));
        section_line(section, old, Some(section))
    }));
    let gone = was.iter().filter(|old| !is.iter().any(|new| heading(new) == heading(old)));
    all.extend(gone.map(|old| section_line(old, Some(old), None)));
    all
}

fn section_line(named: &Section, before: Option<&Section>, after: Option<&Section>) -> Difference {
    let says = |section: Option<&Section>| section.and_then(|one| words(Some(&one.body)));
    Difference { field: heading(named), before: says(before), after: says(after), outside: false }
}

fn heading(section: &Section) -> String {
    words(Some(&section.heading)).unwrap_or_else(|| "–".to_owned())
}
