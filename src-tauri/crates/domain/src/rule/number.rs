//! The numbers that rules count with.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Rule;

/// Which way a number lets more through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looser {
    /// The higher the looser.
    Higher,
    /// The lower the looser.
    Lower,
}

macro_rules! numbers {
    ($($number:ident $id:literal of $rule:ident: $words:literal,
        $usual:literal in $least:literal to $most:literal, looser $looser:ident;)*) => {
        /// A number that a rule counts with.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
        )]
        #[allow(missing_docs, reason = "each has its words")]
        pub enum Number {
            $(#[serde(rename = $id)] $number,)*
        }

        impl Number {
            /// All of them, in the order of their rules.
            pub const ALL: &[Self] = &[$(Self::$number,)*];

            /// Its identifier, which never changes.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$number => $id,)* }
            }

            /// The rule that counts with it.
            pub const fn rule(self) -> Rule {
                match self { $(Self::$number => Rule::$rule,)* }
            }

            /// What it counts, in words.
            pub const fn words(self) -> &'static str {
                match self { $(Self::$number => $words,)* }
            }

            /// What it is until a decision sets it.
            pub const fn usual(self) -> u32 {
                match self { $(Self::$number => $usual,)* }
            }

            /// The least and the most it may be.
            pub const fn bounds(self) -> (u32, u32) {
                match self { $(Self::$number => ($least, $most),)* }
            }

            /// Which way it lets more through.
            pub const fn looser(self) -> Looser {
                match self { $(Self::$number => Looser::$looser,)* }
            }
        }
    };
}

numbers! {
    OverrideTimes "repeated-overrides.times" of RepeatedOverrides:
        "overrides by one team of one workflow", 3 in 2 to 50, looser Higher;
    OverrideDays "repeated-overrides.days" of RepeatedOverrides:
        "days in which they are counted", 14 in 1 to 92, looser Lower;
    CriticalHours "exception-in-time.critical-hours" of ExceptionInTime:
        "hours for a critical exception", 4 in 1 to 72, looser Higher;
    HighHours "exception-in-time.high-hours" of ExceptionInTime:
        "hours for a high exception", 24 in 1 to 240, looser Higher;
    NormalHours "exception-in-time.normal-hours" of ExceptionInTime:
        "hours for a normal exception", 48 in 1 to 480, looser Higher;
    PostmortemDays "postmortem-written.days" of PostmortemWritten:
        "days after it was resolved", 5 in 0 to 60, looser Higher;
    DrillDays "drill-held.days" of DrillHeld:
        "days between two drills", 90 in 1 to 366, looser Higher;
    CertificationDays "certification-lasts.days" of CertificationLasts:
        "days before the last one", 60 in 1 to 365, looser Lower;
    AttestationDays "policy-attested.days" of PolicyAttested:
        "days to attest from when somebody is first asked", 14 in 1 to 90, looser Higher;
}

impl Number {
    /// Whether `after` lets more through than `before`.
    pub fn is_looser(self, before: u32, after: u32) -> bool {
        match self.looser() {
            Looser::Higher => after > before,
            Looser::Lower => after < before,
        }
    }
}
