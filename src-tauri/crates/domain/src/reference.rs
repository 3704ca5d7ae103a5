//! The short human references that never change.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was written is no reference of the kind asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{written}” is not a reference like {example}")]
pub struct NotAReference {
    /// What stood there.
    pub written: String,
    /// What would have been right.
    pub example: &'static str,
}

macro_rules! numbered {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(try_from = "String", into = "String")]
        #[ts(type = "string")]
        pub struct $name(u32);

        impl $name {
            /// The reference with this number, counted from 1.
            pub const fn new(number: u32) -> Self {
                Self(number)
            }

            /// The number behind the letters.
            pub const fn number(self) -> u32 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "-{:04}"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotAReference;

            fn from_str(written: &str) -> Result<Self, NotAReference> {
                // One spelling each: at least four digits, and no zero before a fifth.
                written
                    .strip_prefix(concat!($prefix, "-"))
                    .filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))
                    .filter(|digits| digits.len() == 4 || digits.len() > 4 && !digits.starts_with('0'))
                    .and_then(|digits| digits.parse().ok())
                    .filter(|number| *number > 0)
                    .map(Self)
                    .ok_or_else(|| NotAReference {
                        written: written.to_owned(),
                        example: concat!($prefix, "-0001"),
                    })
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAReference;

            fn try_from(written: String) -> Result<Self, NotAReference> {
                written.parse()
            }
        }

        impl From<$name> for String {
            fn from(reference: $name) -> Self {
                reference.to_string()
            }
        }
    };
}

numbered!(/// A person, `PER-0003`.
    PersonRef, "PER");
numbered!(/// An AI workflow, `WF-0007`.
    WorkflowRef, "WF");
numbered!(/// A piece of evidence, `EVD-0120`.
    EvidenceRef, "EVD");
numbered!(/// A metric, `MET-0005`.
    MetricRef, "MET");
numbered!(/// A batch of AI actions, `BAT-0007`.
    BatchRef, "BAT");
numbered!(/// An action item, `ACT-0044`.
    ActionRef, "ACT");
numbered!(/// A pull of the kill switch or a drill, `STOP-0003`.
    StopRef, "STOP");
numbered!(/// An exception, `EXC-0012`.
    ExceptionRef, "EXC");
numbered!(/// An override, `OVR-0102`.
    OverrideRef, "OVR");
numbered!(/// A team, `TEAM-0002`.
    TeamRef, "TEAM");
numbered!(/// An absence, `ABS-0005`.
    AbsenceRef, "ABS");
numbered!(/// A decision, `DEC-0031`.
    DecisionRef, "DEC");
numbered!(/// A check of AI actions or of what was promised, `CHK-0004`.
    CheckRef, "CHK");
numbered!(/// A sample of AI actions, `SMP-0009`.
    SampleRef, "SMP");
numbered!(/// A policy, `POL-0002`.
    PolicyRef, "POL");
numbered!(/// A permit that a decision issued, `PRM-0004`.
    PermitRef, "PRM");

macro_rules! named {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(String);

        impl $name {
            /// The identifier as written.
            pub fn new(written: impl Into<String>) -> Self {
                Self(written.into())
            }

            /// The identifier as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

named!(/// A review by cadence and period, `WEEKLY-2026-W47`.
    ReviewRef);
named!(/// A role, `executive-sponsor`.
    RoleId);
named!(/// A cadence, `weekly`.
    CadenceId);
named!(/// A checklist item within its cadence, `overrides-and-repeats`.
    ItemId);
named!(/// A figure the desk counts itself, `workflows.live`.
    FigureId);
named!(/// A RACI matrix, `decisions`.
    RaciId);
named!(/// A row of a RACI matrix, its matrix and its own name: `decisions/icp-scoring-change`.
    RaciRowId);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_has_one_spelling() {
        for (written, ok) in [
            ("WF-0007", true),
            ("WF-12345", true),
            ("WF-7", false),
            ("WF-00007", false),
            ("wf-0007", false),
            ("WF-0000", false),
            ("PER-0007", false),
            ("WF-+007", false),
        ] {
            assert_eq!(written.parse::<WorkflowRef>().is_ok(), ok, "{written}");
        }
    }
}
