//! Matches the header of a table to fields.

use super::{Column, ColumnMap, Fate, Field, LeftOut, Mapping};
use crate::Error;
use crate::words::plain;

/// Says for every column which field it fills: first what the map tells, then, for the other
/// columns, what their headers suggest. Of several columns that suggest one field the surest
/// header wins, then the first; the others are left out by name.
///
/// # Errors
/// When the map names a column or field that is not there, one field twice, or a header that
/// stands over several columns.
pub fn match_columns<F: Field>(header: &[String], told: &ColumnMap) -> Result<Mapping<F>, Error> {
    let mut fates: Vec<Option<Fate<F>>> = vec![None; header.len()];
    for (index, field) in as_told::<F>(header, told)? {
        let fate = match field {
            Some(field) => Fate::Used { field, told: true },
            None => Fate::LeftOut { because: LeftOut::Unwanted },
        };
        if let Some(slot) = fates.get_mut(index) {
            *slot = Some(fate);
        }
    }
    for (field, index) in by_sureness::<F>(header) {
        let taken = holder(&fates, field);
        if let Some(slot) = fates.get_mut(index).filter(|slot| slot.is_none()) {
            *slot = Some(match taken {
                None => Fate::Used { field, told: false },
                Some(other) => Fate::LeftOut { because: repeated(header, index, other, field) },
            });
        }
    }
    let columns = header.iter().zip(fates).enumerate().map(|(index, (header_cell, fate))| Column {
        position: index + 1,
        header: header_cell.clone(),
        fate: fate.unwrap_or_else(|| Fate::LeftOut { because: nameless(header, index) }),
    });
    Ok(Mapping { columns: columns.collect() })
}

fn as_told<F: Field>(
    header: &[String],
    told: &ColumnMap,
) -> Result<Vec<(usize, Option<F>)>, Error> {
    let mut chosen: Vec<(usize, Option<F>, &str)> = Vec::new();
    for (name, field) in told.entries() {
        let index = column_named(header, name)?;
        let field = field.map(|word| field_named(name, word)).transpose()?;
        if let Some((_, _, first)) = chosen.iter().find(|(other, _, _)| *other == index) {
            let (first, second) = ((*first).to_owned(), name.to_owned());
            return Err(Error::MapColumnTwice { position: index + 1, first, second });
        }
        let clash = chosen.iter().find(|(_, taken, _)| field.is_some() && *taken == field);
        if let (Some((_, _, first)), Some(field)) = (clash, field) {
            let (first, second) = ((*first).to_owned(), name.to_owned());
            return Err(Error::MapFieldTwice { field: field.name(), first, second });
        }
        chosen.push((index, field, name));
    }
    Ok(chosen.into_iter().map(|(index, field, _)| (index, field)).collect())
}

/// The column a map names: by the exact header, by its place (`#7`), or by the header's words.
fn column_named(header: &[String], name: &str) -> Result<usize, Error> {
    let place = name.strip_prefix('#').and_then(|number| number.parse::<usize>().ok());
    let by_place = place.and_then(|place| place.checked_sub(1)).filter(|i| *i < header.len());
    let alike = |same: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let matching = header.iter().enumerate().filter(|(_, cell)| same(cell));
        matching.map(|(index, _)| index).collect()
    };
    let exact = alike(&|cell| cell.trim() == name.trim());
    let words = plain(name);
    let found = match (exact.is_empty(), by_place) {
        (false, _) => exact,
        (true, Some(index)) => vec![index],
        (true, None) => alike(&|cell| !words.is_empty() && plain(cell) == words),
    };
    match found.as_slice() {
        [index] => Ok(*index),
        [] => Err(Error::MapUnknownColumn { column: name.to_owned(), columns: header.to_vec() }),
        several => Err(Error::MapColumnUnclear {
            column: name.to_owned(),
            positions: several.iter().map(|index| index + 1).collect(),
        }),
    }
}

fn field_named<F: Field>(column: &str, word: &str) -> Result<F, Error> {
    let words = plain(word);
    let found = F::ALL.iter().find(|field| plain(field.name()) == words);
    found.copied().ok_or_else(|| Error::MapUnknownField {
        column: column.to_owned(),
        field: word.to_owned(),
        fields: F::ALL.iter().map(|field| field.name()).collect(),
    })
}

/// Every guess, as field and column, the surest first.
fn by_sureness<F: Field>(header: &[String]) -> Vec<(F, usize)> {
    let mut guesses: Vec<(usize, usize, F)> = Vec::new();
    for (index, cell) in header.iter().enumerate() {
        let guessed = F::ALL.iter().filter_map(|field| Some((sureness(*field, cell)?, *field)));
        if let Some((rank, field)) = guessed.min_by_key(|(rank, _)| *rank) {
            guesses.push((rank, index, field));
        }
    }
    guesses.sort_by_key(|(rank, index, _)| (*rank, *index));
    guesses.into_iter().map(|(_, index, field)| (field, index)).collect()
}

fn sureness<F: Field>(field: F, cell: &str) -> Option<usize> {
    spelled(cell, field.headers())
}

/// Place of a header among known ones in plain words; without its brackets, a little less sure.
pub(crate) fn spelled(cell: &str, known: &[&str]) -> Option<usize> {
    let position = |words: &str| known.iter().position(|one| *one == words);
    let spaced = split_camel(cell);
    let before_bracket = cell.split(['(', '[']).next().unwrap_or_default();
    position(&plain(cell))
        .or_else(|| position(&plain(&spaced)))
        .or_else(|| position(&plain(before_bracket)).map(|rank| rank + known.len()))
}

/// `killSwitchOwner` as words.
pub(crate) fn split_camel(cell: &str) -> String {
    let mut words = String::with_capacity(cell.len() + 4);
    let mut before = ' ';
    for character in cell.chars() {
        if before.is_lowercase() && character.is_uppercase() {
            words.push(' ');
        }
        words.push(character);
        before = character;
    }
    words
}

fn holder<F: Field>(fates: &[Option<Fate<F>>], field: F) -> Option<usize> {
    let holds = |fate: &Option<Fate<F>>| matches!(fate, Some(Fate::Used { field: taken, .. }) if *taken == field);
    fates.iter().position(holds)
}

fn repeated<F: Field>(header: &[String], index: usize, other: usize, field: F) -> LeftOut<F> {
    let column = other + 1;
    if header.get(index).map(|cell| plain(cell)) == header.get(other).map(|cell| plain(cell)) {
        LeftOut::SameHeader { column }
    } else {
        LeftOut::FieldTaken { field, column }
    }
}

fn nameless<F: Field>(header: &[String], index: usize) -> LeftOut<F> {
    let name = header.get(index).map(|cell| cell.trim()).unwrap_or_default();
    let earlier = header.iter().take(index).position(|cell| cell.trim() == name);
    match (name.is_empty(), earlier) {
        (true, _) => LeftOut::NoHeader,
        (false, Some(earlier)) => LeftOut::SameHeader { column: earlier + 1 },
        (false, None) => LeftOut::Unknown,
    }
}
