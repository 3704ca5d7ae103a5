//! The rows of the sponsor page.

use super::model::{
    Ask, Change, DayState, Month, Moved, Proof, Rhythm, Section, Shift, Tiers, Wrong,
};
use super::quarter::to_rows;
use crate::error::Result;
use crate::figure::dash;
use crate::layout::{Beats, Density, Drawing, Flow, Links, Mark, Row, Rung, Scale};
use crate::typeset::{Look, Rich};

/// Words beside what is drawn.
const BESIDE: Look = Look::regular(7.0).soft();

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

/// A workflow on the ladder, and beside that what happened to it and by what.
pub(super) fn moved(moved: &Moved, flow: &mut Flow<'_>, density: Density) -> Result<Row> {
    let mark = match moved.shift {
        Shift::Stopped => Some(Mark::Square),
        Shift::Paused => Some(Mark::Bars),
        Shift::Launched | Shift::Restarted | Shift::Found => Some(Mark::Disc),
        Shift::Registered => Some(Mark::Ring),
        Shift::Retired => Some(Mark::Dash),
        Shift::Up | Shift::Down => None,
    };
    let by = if moved.by.is_empty() { &moved.workflow } else { &moved.by };
    let by = flow.links.find(&format!("{}, {by}", moved.shift.word()), BESIDE);
    let arrow = moved.from.is_some() && moved.to.is_some() && moved.from != moved.to;
    let words = match mark {
        Some(mark) if arrow || moved.from.or(moved.to).is_none() => {
            Rich::empty().mark(mark, BESIDE).then(by)
        }
        Some(_) | None => by,
    };
    let rung = Rung::of(moved.from, moved.to, mark, flow.width_of(&words)?, density.half_row());
    let apart = if rung.breaks() { "\n" } else { "" };
    let drawn = Rich::empty().drawing(Drawing::Rung(rung), density.look());
    let name = Rich::new(&moved.name, density.key());
    Ok(Row::Spanning(vec![(name, 1), (drawn.words(apart, BESIDE).then(words), 5)]))
}

/// How many workflows stood at which tier on a day; `now` on the last.
pub(super) fn tiers(tiers: &Tiers, now: bool, density: Density) -> Row {
    let look = if now {
        Look { face: Look::semibold(8.0).face, ..density.look() }
    } else {
        density.look().soft()
    };
    let [.., without] = tiers.counts;
    let all: u32 = tiers.counts.iter().sum();
    let mut says = format!("{}: {all}", tiers.day);
    if without > 0 {
        says.push_str(&format!(", {without} without a tier"));
    }
    let counts = tiers.counts.iter().take(4).map(|count| (Rich::new(count.to_string(), look), 1));
    Row::Spanning(std::iter::once((Rich::new(says, look), 1)).chain(counts).collect())
}

pub(super) fn wrong(wrong: &Wrong, density: Density, links: &Links) -> Row {
    let look = density.look();
    let what = links.find(&format!("{} ", wrong.what), look);
    let stands = Rich::empty()
        .mark(wrong.clock.mark(), look)
        .words(format!("{} ", wrong.stands), look.soft());
    let reference = links.find(&wrong.reference, look);
    Row::cells(vec![
        Rich::new(&wrong.day, look.soft()),
        what.then(Rich::new("\n", look)).then(stands).then(reference),
    ])
}

/// What samples of a process prove, drawn over the figures of a scale.
pub(super) fn proof(proof: &Proof, density: Density, scale: Scale) -> Row {
    let look = density.look();
    let drawn = match proof.shares {
        Some([found, at_most]) => {
            Rich::empty().drawing(Drawing::Proof { found, at_most, scale }, look)
        }
        None => Rich::new("–", look.soft()),
    };
    let bold = Look { face: Look::semibold(8.0).face, ..look };
    let name = Rich::new(format!("{}\n", proof.of), density.key()).words(&proof.found, look.soft());
    let figures = scale.figures().count();
    Row::Spanning(vec![(name, 1), (drawn, figures), (Rich::new(&proof.at_most, bold), 1)])
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
        late: bits(DayState::Late),
        waiting: bits(DayState::Waiting),
    }
}

fn rows(section: &str, links: &Links) -> Rich {
    let section: Section = section.to_owned();
    to_rows(&section, &section, Look::regular(6.5), links)
}
