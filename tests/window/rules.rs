//! What axe-core checks of WCAG 2.2 AA, on whatever screens a journey meets.

use std::fs;

use journeys::{Person, built};

/// Collects what every screen breaks, so that one look shows all of it.
pub struct Rules<'a> {
    person: &'a Person,
    axe: String,
    broken: Vec<String>,
}

impl<'a> Rules<'a> {
    /// Nothing looked at yet.
    pub fn of(person: &'a Person) -> Self {
        let axe = fs::read_to_string(built::project("ui/node_modules/axe-core/axe.min.js"));
        let axe = axe.expect("the ui's packages are installed");
        Self { person, axe, broken: Vec::new() }
    }

    /// Looks at a screen, light and dark.
    pub fn check_both(&mut self, screen: &str) {
        for theme in ["light", "dark"] {
            let words = format!("Theme: {theme}");
            self.person.finds_and_takes(&words).settles();
            self.person.takes_a_picture(&format!("{}-{theme}", screen.replace([' ', ':'], "-")));
            self.check(&format!("{screen}, {theme}"));
        }
    }

    /// Looks at what is on screen.
    pub fn check(&mut self, screen: &str) {
        self.person.asks(&self.axe);
        let tags = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";
        let broken = self.person.asks(&format!(
            "return axe.run({{ runOnly: {tags} }}).then(({{ violations }}) => violations.map(
                ({{ id, nodes }}) => `${{id}}: ${{nodes.map((node) => node.html).join(' ')}}`
            ).join('\\n'))"
        ));
        let broken = broken.as_str().expect("axe answers in words");
        if !broken.is_empty() {
            self.broken.push(format!("{screen}\n{broken}"));
        }
    }

    /// Says what broke.
    #[track_caller]
    pub fn hold(self) {
        assert!(self.broken.is_empty(), "screens break rules:\n{}", self.broken.join("\n\n"));
    }
}
