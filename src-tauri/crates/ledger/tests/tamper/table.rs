//! What was tried, and what was found.

/// Counts what was tried and what was found, and fails where the two differ.
pub struct Table {
    rows: Vec<(&'static str, usize, usize, String)>,
}

impl Table {
    pub fn new() -> Self {
        Self { rows: Vec::new() }
    }

    /// Tries every variant; `found` says whether it was, and a missed one is named.
    pub fn row<V>(
        &mut self,
        what: &'static str,
        variants: impl IntoIterator<Item = (String, V)>,
        found: impl Fn(&V) -> bool,
    ) {
        let (mut tried, mut caught, mut missed) = (0, 0, String::new());
        for (name, variant) in variants {
            tried += 1;
            if found(&variant) {
                caught += 1;
            } else {
                missed = name;
            }
        }
        self.rows.push((what, tried, caught, missed));
    }

    pub fn done(self) {
        println!("{:<64} {:>6} {:>6}", "tampering", "tried", "found");
        for (what, tried, found, _) in &self.rows {
            println!("{what:<64} {tried:>6} {found:>6}");
        }
        for (what, tried, found, missed) in self.rows {
            assert!(tried > 0, "{what}: nothing was tried");
            assert_eq!(found, tried, "{what}: {missed} was not found");
        }
    }
}
