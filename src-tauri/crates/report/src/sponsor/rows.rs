//! The rows of the sponsor page.

use super::model::{
    Ask, Change, DayState, Month, Moved, Proof, Rhythm, Section, Shift, Tiers, Wrong,
};
use super::quarter::to_rows;
use crate::figure::dash;
use crate::layout::{Beats, Density, Drawing, Links, Mark, Row};
use crate::typeset::{Look, Rich};

pub(super) fn ask(ask: &Ask, density: Density, links: &Links) -> Row {
    let look = density.look();
    let what = links.find(&format!("{} ", ask.what), density.key());
    Row::cells(vec![
        links.find(&ask.reference, look),
        what.then(links.find(&ask.more, look)),
        Rich::new(dash(&ask.until), look),
        rows(&ask.rows, links),
    ])
}

pub(super) fn change(change: &Change, density: Density, links: &Links) -> Row {
    let look = density.look();
    let what = if change.part { format!("\u{2003}{}", change.what) } else { change.what.clone() };
    let now = Look { face: Look::semibold(8.0).face, ..look };
    Row::cells(vec![
        Rich::new(what, look),
        Rich::new(dash(&change.before), look.soft()),
        Rich::new(dash(&change.now), now),
        rows(&change.rows, links),
    ])
}

pub(super) fn moved(moved: &Moved, density: Density, links: &Links) -> Row {
    let look = density.look();
    let tier = |tier: Option<u8>| match tier {
        Some(tier) => Rich::empty().tier(tier, look).words(tier.to_string(), look),
        None => Rich::new("–", look.soft()),
    };
    let by = if moved.by.is_empty() { String::new() } else { format!("\n{}", moved.by) };
    let mark = match moved.shift {
        Shift::Stopped => Some(Mark::Square),
        Shift::Paused => Some(Mark::Bars),
        Shift::Launched => Some(Mark::Disc),
        Shift::Registered => Some(Mark::Ring),
        Shift::Retired => Some(Mark::Dash),
        Shift::Up | Shift::Down => None,
    };
    let what = match mark {
        Some(mark) => density.marked(mark, moved.shift.word()),
        None => Rich::new(moved.shift.word(), look),
    };
    let name = links.find(&moved.workflow, look.soft());
    Row::cells(vec![
        Rich::new(format!("{} ", moved.name), density.key()).then(name),
        tier(moved.from),
        tier(moved.to),
        what.then(links.find(&by, look)),
    ])
}

/// How many workflows stood at which tier on a day, in words.
pub(super) fn tiers(tiers: &Tiers, density: Density) -> Row {
    let [suggest, draft, approval, autonomous, without] = tiers.counts;
    let all: u32 = tiers.counts.iter().sum();
    let bold = Look { face: Look::semibold(8.0).face, ..density.look() };
    let mut says =
        format!("{suggest} Suggest, {draft} Draft, {approval} Approval, {autonomous} Autonomous");
    if without > 0 {
        says.push_str(&format!(", {without} without a tier"));
    }
    let words = Rich::new(format!("{}: {all} workflows. ", tiers.day), bold);
    Row::Total(vec![(words.words(says, density.look()), 4)])
}

pub(super) fn wrong(wrong: &Wrong, density: Density, links: &Links) -> Row {
    let look = density.look();
    let mark = if wrong.kept { Mark::Tick } else { Mark::Diamond };
    let what = links.find(&format!("{} ", wrong.what), look);
    let stands = Rich::empty().mark(mark, look).words(format!("{} ", wrong.stands), look.soft());
    let reference = links.find(&wrong.reference, look);
    Row::cells(vec![
        Rich::new(&wrong.day, look.soft()),
        what.then(Rich::new("\n", look)).then(stands).then(reference),
    ])
}

/// `most` is where the axis ends, in percent.
pub(super) fn proof(proof: &Proof, density: Density, most: f32) -> Row {
    let look = density.look();
    let drawn = match proof.shares {
        Some([found, at_most]) => {
            Rich::empty().drawing(Drawing::Proof { found, at_most, most }, look)
        }
        None => Rich::new("–", look.soft()),
    };
    let bold = Look { face: Look::semibold(8.0).face, ..look };
    Row::cells(vec![
        Rich::new(format!("{}\n", proof.of), density.key()).words(&proof.found, look.soft()),
        drawn,
        Rich::new(&proof.at_most, bold),
    ])
}

pub(super) fn rhythm(rhythm: &Rhythm, density: Density, links: &Links) -> Row {
    /// More reviews a month than this are strokes: discs would touch.
    const DISCS: usize = 10;
    let look = density.look();
    let daily = rhythm.months.iter().any(|month| month.days.len() > DISCS);
    let month = |month: &Month| Rich::empty().drawing(Drawing::Month(beats(month, daily)), look);
    let [first, second, third] = &rhythm.months;
    let held = Look { face: Look::semibold(8.0).face, ..look };
    Row::cells(vec![
        Rich::new(&rhythm.name, look),
        month(first),
        month(second),
        month(third),
        Rich::new(format!("{} of {}", rhythm.held, rhythm.expected), held),
        rows("4.1", links),
    ])
}

fn beats(month: &Month, daily: bool) -> Beats {
    let bits = |state: DayState| {
        let days = month.days.iter().filter(|day| day.state == state);
        days.fold(0_u32, |bits, day| bits | 1 << (day.day.clamp(1, 32) - 1))
    };
    Beats {
        daily,
        held: bits(DayState::Held),
        missed: bits(DayState::Missed),
        waiting: bits(DayState::Waiting),
    }
}

fn rows(section: &str, links: &Links) -> Rich {
    let section: Section = section.to_owned();
    to_rows(&section, &section, Look::regular(6.5), links)
}
