//! What a version says otherwise than another, section by section.

use domain::Text;
use domain::policy::{PolicyAdopted, Section, Terms};

use super::asks::{again, whom};
use crate::decisions::Difference;
use crate::erased::or_erased;
use crate::people::Names;

/// Everything that `after` says otherwise than `before`; all of it where nothing is in force, and that it
/// is adopted anew where it is in force already.
pub(crate) fn difference(
    before: Option<&PolicyAdopted>,
    after: &PolicyAdopted,
    names: &Names,
) -> Vec<Difference> {
    if let Some(before) = before.filter(|before| before.version == after.version) {
        let in_force = format!("Version {} in force", before.version);
        return vec![Difference {
            field: before.policy.to_string(),
            after: Some(format!("{in_force}, adopted anew as it stands")),
            before: Some(in_force),
            outside: false,
        }];
    }
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

/// Everything that the terms of a version say otherwise than those of the one before.
pub(crate) fn otherwise(before: &Terms, after: &Terms, names: &Names) -> Vec<Difference> {
    let all = said(Some(before), after, names).into_iter();
    all.filter(|line| line.before != line.after).collect()
}

fn lines(before: Option<&PolicyAdopted>, after: &PolicyAdopted, names: &Names) -> Vec<Difference> {
    let line = |field: &str, say: &dyn Fn(&PolicyAdopted) -> String| Difference {
        field: field.to_owned(),
        before: before.map(say),
        after: Some(say(after)),
        outside: false,
    };
    let mut all = vec![
        line("Version", &|one| one.version.to_string()),
        line("SHA-256", &|one| one.hash.clone()),
    ];
    all.extend(said(before.map(|one| &one.terms), &after.terms, names));
    all
}

/// What terms say, line by line, beside what those before them do.
fn said(before: Option<&Terms>, after: &Terms, names: &Names) -> Vec<Difference> {
    let line = |field: &str, say: &dyn Fn(&Terms) -> String| Difference {
        field: field.to_owned(),
        before: before.map(say),
        after: Some(say(after)),
        outside: false,
    };
    let mut all = vec![
        line("Title", &|one| words(&one.title)),
        line("Sort", &|one| one.kind.words().to_owned()),
        line("Attested by", &|one| whom(one, names)),
        line("Attested again", &|one| again(one.again_days)),
        line("Sections in order", &|one| {
            one.sections.iter().map(heading).collect::<Vec<_>>().join("\n")
        }),
    ];
    let was = before.map_or(&[][..], |before| &before.sections);
    let is = &after.sections;
    all.extend(is.iter().map(|section| {
        let old = was.iter().find(|old| heading(old) == heading(section));
        section_line(section, old, Some(section))
    }));
    let gone = was.iter().filter(|old| !is.iter().any(|new| heading(new) == heading(old)));
    all.extend(gone.map(|old| section_line(old, Some(old), None)));
    all
}

fn section_line(named: &Section, before: Option<&Section>, after: Option<&Section>) -> Difference {
    let says = |section: Option<&Section>| section.map(|one| words(&one.body));
    Difference { field: heading(named), before: says(before), after: says(after), outside: false }
}

fn heading(section: &Section) -> String {
    words(&section.heading)
}

/// What was erased says so: nothing would mean that it was never there.
fn words(text: &Text) -> String {
    or_erased(text.words())
}
