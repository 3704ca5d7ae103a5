//! How wide each column gets.
//!
//! Fixed columns first, the rest shared by weight. Then a column whose longest word does
//! not fit takes room from the widest column of words; when there is none left to take,
//! the word is broken.

use super::balance::{balance, is_long};
use super::{Align, Column, Row, Table, Width};
use crate::error::Result;
use crate::typeface::face;
use crate::typeset::{Inline, Kind, Look, Paragraph, Rich, Typesetter, is_simple};

/// Columns with their places.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fitted {
    /// Left edge and width of each, the padding inside the width.
    pub columns: Vec<(f32, f32)>,
    /// What stands right of the decimal point, at most, in each.
    pub fractions: Vec<f32>,
}

/// How far a column grows for a long word's sake, as a share of the table and as a multiple
/// of what it was meant to have; beyond both, the word is broken.
const MOST_OF_THE_TABLE: f32 = 0.2;
const MOST_OF_ITSELF: f32 = 1.6;

/// The same of a table that runs over pages: one row's long word must not take the room of every
/// other row.
const MOST_OF_A_LONG_TABLE: f32 = 0.12;

/// What a head of one upright line needs across.
const TURNED_HEAD: f32 = 12.0;

pub(super) fn fit(
    typesetter: &mut Typesetter,
    table: &Table,
    rows: impl Iterator<Item = Row> + Clone,
    left: f32,
    measure: f32,
) -> Result<Fitted> {
    let mut widths = share(&table.columns, measure);
    let mut needs = vec![0.0_f32; widths.len()];
    let mut fractions = vec![0.0_f32; widths.len()];
    for (need, column) in needs.iter_mut().zip(&table.columns) {
        *need = match column.turned {
            true => TURNED_HEAD,
            false => widest(typesetter, &column.head)? + column.pad,
        };
        *need = need.max(column.least);
    }
    let mut count = 0;
    for row in rows.clone() {
        let cells = match row {
            Row::Cells { cells, .. } => cells,
            Row::Total(cells) => {
                total(typesetter, &table.columns, &cells, &mut needs)?;
                continue;
            }
            Row::Spanning(_) | Row::Group { .. } => continue,
        };
        count += 1;
        for (place, (cell, column)) in cells.iter().zip(&table.columns).enumerate() {
            let word = widest(typesetter, cell)? + column.pad;
            if let Some(need) = needs.get_mut(place) {
                *need = need.max(word);
            }
            if column.align == Align::Decimal
                && let Some(fraction) = fractions.get_mut(place)
            {
                *fraction = fraction.max(fraction_width(&typesetter.set(cell)?));
            }
        }
    }
    for (need, (column, fraction)) in needs.iter_mut().zip(table.columns.iter().zip(&fractions)) {
        if column.align == Align::Decimal {
            *need += fraction;
        }
    }
    let most = if is_long(count) { MOST_OF_A_LONG_TABLE } else { MOST_OF_THE_TABLE };
    give_and_take(&mut widths, &needs, &table.columns, measure * most);
    balance(typesetter, &table.columns, rows, count, &mut widths, &needs)?;
    let columns = widths.iter().scan(left, |at, width| {
        let x = *at;
        *at += width;
        Some((x, *width))
    });
    Ok(Fitted { columns: columns.collect(), fractions })
}

/// A total is wider than what it sums up; words over several columns choose no width.
fn total(
    typesetter: &mut Typesetter,
    columns: &[Column],
    cells: &[(Rich, usize)],
    needs: &mut [f32],
) -> Result<()> {
    let mut place = 0;
    for (cell, across) in cells {
        let at = columns.get(place).zip(needs.get_mut(place)).filter(|_| *across == 1);
        if let Some((column, need)) = at {
            *need = need.max(widest(typesetter, cell)? + column.pad);
        }
        place += across;
    }
    Ok(())
}

fn share(columns: &[Column], measure: f32) -> Vec<f32> {
    let points = |column: &Column| match column.width {
        Width::Points(points) => points,
        Width::Share(_) => 0.0,
    };
    let weight = |column: &Column| match column.width {
        Width::Points(_) => 0.0,
        Width::Share(weight) => weight,
    };
    let fixed: f32 = columns.iter().map(points).sum();
    let weights: f32 = columns.iter().map(weight).sum::<f32>().max(f32::MIN_POSITIVE);
    let free = (measure - fixed).max(0.0);
    columns.iter().map(|column| points(column) + free * weight(column) / weights).collect()
}

fn give_and_take(widths: &mut [f32], needs: &[f32], columns: &[Column], most: f32) {
    let most: Vec<f32> = widths.iter().map(|width| most.max(width * MOST_OF_ITSELF)).collect();
    for (taker, most) in most.into_iter().enumerate() {
        loop {
            let width = widths.get(taker).copied().unwrap_or_default();
            let need = needs.get(taker).copied().unwrap_or_default().min(most);
            let lacks = need - width;
            if lacks <= 0.01 {
                break;
            }
            let Some((giver, spare)) = widest_giver(widths, needs, columns, taker) else { break };
            let given = lacks.min(spare);
            if let Some(width) = widths.get_mut(taker) {
                *width += given;
            }
            if let Some(width) = widths.get_mut(giver) {
                *width -= given;
            }
        }
    }
}

/// The widest column of words with room to spare, and how much it can spare.
fn widest_giver(
    widths: &[f32],
    needs: &[f32],
    columns: &[Column],
    taker: usize,
) -> Option<(usize, f32)> {
    let spare = |place: usize| {
        let width = widths.get(place).copied().unwrap_or_default();
        width - needs.get(place).copied().unwrap_or_default()
    };
    (0..widths.len())
        .filter(|place| *place != taker && spare(*place) > 0.01)
        .filter(|place| columns.get(*place).is_some_and(|c| c.align == Align::Left && !c.gutter))
        .max_by(|a, b| {
            widths.get(*a).partial_cmp(&widths.get(*b)).unwrap_or(std::cmp::Ordering::Equal)
        })
        .map(|place| (place, spare(place)))
}

/// The widest stretch of a cell that no line may break, in points.
fn widest(typesetter: &mut Typesetter, cell: &Rich) -> Result<f32> {
    if let [Inline::Words { text, look, .. }] = cell.0.as_slice()
        && is_simple(text)
    {
        return widest_simple(text, *look);
    }
    Ok(typesetter.set(cell)?.widest_word())
}

/// The same without shaping: a bound from above, since a figure and its unit count apart
/// only when they are read closely.
fn widest_simple(text: &str, look: Look) -> Result<f32> {
    let face = face(look.face)?;
    let (mut widest, mut word) = (0.0_f32, 0.0_f32);
    let mut after_figure = false;
    for letter in text.chars() {
        let keeps = letter == ' ' && after_figure && word > 0.0;
        if matches!(letter, '\n' | ' ') && !keeps {
            word = 0.0;
        } else {
            let tabular = (look.tabular && letter.is_ascii_digit())
                .then(|| face.tabular(letter as u8))
                .flatten();
            word += tabular.or_else(|| face.glyph(letter)).map_or(1.0, |(_, advance)| advance);
        }
        if !keeps {
            widest = widest.max(word);
        }
        after_figure = letter.is_ascii_digit();
    }
    Ok(widest * look.size + 0.01)
}

/// Width of what stands from the last decimal point on, zero without one.
pub(super) fn fraction_width(paragraph: &Paragraph) -> f32 {
    let text = paragraph.text.trim_end();
    let figures = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
    if figures.len() == text.len() || !figures.ends_with('.') {
        return 0.0;
    }
    let point = figures.len() as u32 - 1;
    let words = paragraph.pieces.iter().filter(|piece| piece.kind == Kind::Word);
    words
        .flat_map(|piece| {
            let size = paragraph.spans.get(usize::from(piece.span)).map_or(0.0, |s| s.look.size);
            paragraph.glyphs_of(piece).iter().map(move |glyph| (glyph, size))
        })
        .filter(|(glyph, _)| glyph.text.0 >= point)
        .map(|(glyph, size)| glyph.advance * size)
        .sum()
}
