//! What a matrix says of a row.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Matrix, Row};
use crate::{RaciId, RoleId};

/// Any of R, A, C and I; written in that order, each at most once.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Letters {
    /// Does it.
    pub responsible: bool,
    /// Answers for it.
    pub accountable: bool,
    /// Is asked before.
    pub consulted: bool,
    /// Is told after.
    pub informed: bool,
}

/// What was written is no combination of R, A, C and I.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{written}” is not made of R, A, C and I")]
pub struct NotLetters {
    /// What stood there.
    pub written: String,
}

impl Letters {
    /// Whether none is set.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl fmt::Display for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letters = [
            (self.responsible, "R"),
            (self.accountable, "A"),
            (self.consulted, "C"),
            (self.informed, "I"),
        ];
        letters.iter().filter(|(set, _)| *set).try_for_each(|(_, letter)| f.write_str(letter))
    }
}

impl FromStr for Letters {
    type Err = NotLetters;

    /// Reads letters in any order and case, with spaces, commas, slashes, plus and ampersand signs
    /// between them: spreadsheets write `R/A`, `A, R` and `ra`.
    fn from_str(written: &str) -> Result<Self, NotLetters> {
        let mut letters = Self::default();
        for letter in written.chars() {
            match letter.to_ascii_uppercase() {
                'R' => letters.responsible = true,
                'A' => letters.accountable = true,
                'C' => letters.consulted = true,
                'I' => letters.informed = true,
                '/' | ',' | ';' | '+' | '&' | '.' => {}
                space if space.is_whitespace() => {}
                _ => return Err(NotLetters { written: written.to_owned() }),
            }
        }
        Ok(letters)
    }
}

impl TryFrom<String> for Letters {
    type Error = NotLetters;

    fn try_from(written: String) -> Result<Self, NotLetters> {
        written.parse()
    }
}

impl From<Letters> for String {
    fn from(letters: Letters) -> Self {
        letters.to_string()
    }
}

/// Cells are written as a list: as names of fields, roles could be taken for the marks of a text.
pub(super) mod cells {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Letters;
    use crate::RoleId;

    #[derive(Serialize, Deserialize)]
    struct Cell {
        role: RoleId,
        letters: Letters,
    }

    pub fn serialize<S: Serializer>(
        cells: &BTreeMap<RoleId, Letters>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let cell =
            |(role, letters): (&RoleId, &Letters)| Cell { role: role.clone(), letters: *letters };
        serializer.collect_seq(cells.iter().map(cell))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<RoleId, Letters>, D::Error> {
        let cells = Vec::<Cell>::deserialize(deserializer)?;
        Ok(cells.into_iter().map(|cell| (cell.role, cell.letters)).collect())
    }
}

impl Matrix {
    /// For how many activities one person may be accountable before lint says so.
    pub fn at_most(&self) -> u32 {
        self.accountable_at_most.unwrap_or(super::ACCOUNTABLE_AT_MOST)
    }
}

impl Row {
    /// The letters of `role`.
    pub fn letters(&self, role: &RoleId) -> Letters {
        self.cells.get(role).copied().unwrap_or_default()
    }

    /// The roles that carry an A.
    pub fn accountable_roles(&self) -> impl Iterator<Item = &RoleId> {
        self.cells.iter().filter(|(_, letters)| letters.accountable).map(|(role, _)| role)
    }

    /// The roles that carry an R.
    pub fn responsible_roles(&self) -> impl Iterator<Item = &RoleId> {
        self.cells.iter().filter(|(_, letters)| letters.responsible).map(|(role, _)| role)
    }

    /// The one role that is accountable; none where there is none or more than one.
    pub fn accountable_role(&self) -> Option<&RoleId> {
        let mut roles = self.accountable_roles();
        roles.next().filter(|_| roles.next().is_none())
    }
}

/// The identifier of a new matrix, given those that ever were.
pub fn fresh(known: &[RaciId]) -> RaciId {
    (1..)
        .map(|number| RaciId::new(format!("matrix-{number}")))
        .find(|id| !known.contains(id))
        .unwrap_or_else(|| RaciId::new("matrix"))
}
