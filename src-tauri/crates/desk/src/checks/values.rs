//! What a column says, so that a check can be asked of it.

use std::collections::HashMap;

use super::asked::rows;
use super::count::{cell, each, number};
use super::{CheckValues, CheckValuesQuery, ValueCount};
use crate::{Desk, Problem};

/// Different things that are counted, at most.
const COUNTED: usize = 10_000;
/// Of those, listed.
const LISTED: usize = 100;

impl Desk {
    /// See the list of operations.
    pub fn check_values(&mut self, query: CheckValuesQuery) -> Result<CheckValues, Problem> {
        let work = self.begin("check_values");
        let open = self.open()?;
        let (view, zone) = (open.view(), open.zone);
        let asked = rows(&query.rows, zone)?;
        let mut found = CheckValues {
            rows: 0,
            blank: 0,
            numbers: true,
            span: None,
            values: Vec::new(),
            more: false,
        };
        let mut counts: HashMap<String, u64> = HashMap::new();
        each(&view, &asked, &[query.field], &|done, of| work.step(done, of), |cells| {
            let says = cell(cells, query.field);
            found.rows += 1;
            if says.is_empty() {
                found.blank += 1;
                return Ok(());
            }
            match number(says) {
                Some(number) => {
                    let [least, most] = found.span.unwrap_or([number, number]);
                    found.span = Some([least.min(number), most.max(number)]);
                }
                None => found.numbers = false,
            }
            if let Some(count) = counts.get_mut(says) {
                *count += 1;
            } else if counts.len() < COUNTED {
                counts.insert(says.to_owned(), 1);
            } else {
                found.more = true;
            }
            Ok(())
        })?;
        found.numbers &= found.span.is_some();
        found.span = found.span.filter(|_| found.numbers);
        let mut values: Vec<ValueCount> =
            counts.into_iter().map(|(says, count)| ValueCount { says, count }).collect();
        values.sort_by(|a, b| (b.count, &a.says).cmp(&(a.count, &b.says)));
        found.more |= values.len() > LISTED;
        values.truncate(LISTED);
        found.values = values;
        Ok(found)
    }
}
