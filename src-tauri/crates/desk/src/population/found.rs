//! How a test came out, and what it could not judge.

use domain::population::{Held, Untold};

use super::TestResult;
use super::test::Found;

impl Found {
    /// Counts an action of which the test asks something.
    pub(super) fn count(&mut self, held: Held) {
        match held {
            Held::Passes => self.judged += 1,
            Held::Fails => {
                self.judged += 1;
                self.count += 1;
            }
            Held::Untold(why) => self.not_told(why),
        }
    }

    fn not_told(&mut self, why: Untold) {
        match self.untold.iter_mut().find(|(one, _)| *one == why) {
            Some((_, count)) => *count += 1,
            None => self.untold.push((why, 1)),
        }
    }

    pub(super) fn not_judged(&self) -> u64 {
        self.untold.iter().map(|(_, count)| count).sum()
    }

    pub(super) fn result(&self) -> TestResult {
        match (self.count, self.untold.is_empty(), self.judged) {
            (1.., _, _) => TestResult::Fails,
            (0, true, _) => TestResult::Clean,
            (0, false, 0) => TestResult::NotTested,
            (0, false, 1..) => TestResult::InPart,
        }
    }

    /// Why not every action of `rows` that it asks something of was judged; none where all were.
    pub(super) fn why_not(&self, rows: u64) -> Option<String> {
        let mut untold = self.untold.clone();
        untold.sort_unstable();
        let reasons: Vec<String> = untold.iter().map(|(why, count)| says(*why, *count)).collect();
        let reasons = reasons.join("; ");
        match self.judged {
            _ if untold.is_empty() => None,
            0 => Some(format!("Not tested: {reasons}.")),
            1.. => Some(format!(
                "Of {} rows, {} not judged: {reasons}.",
                report::grouped(rows),
                report::grouped(self.not_judged())
            )),
        }
    }
}

/// A reason with the rows it holds for, unless it is one of the whole log.
fn says(why: Untold, count: u64) -> String {
    let reason = match why {
        Untold::Absent(field) => return format!("the log as taken in has no “{}”", field.words()),
        Untold::Masked(field) => format!("“{}” was masked", field.words()),
        Untold::Hashed(field) => format!("“{}” was hashed", field.words()),
        Untold::Blank(field) => format!("without “{}”", field.words()),
        Untold::Stranger(field) => format!("“{}” names nobody known", field.words()),
        Untold::Kind => "kind of action not recognised".to_owned(),
        Untold::Workflow => "agent or workflow not on the register".to_owned(),
    };
    let rows = if count == 1 { "row" } else { "rows" };
    format!("{reason} ({} {rows})", report::grouped(count))
}
