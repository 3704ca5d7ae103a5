//! What axe-core checks of WCAG 2.2 AA, on whatever screens a journey meets.

use std::fs;

use journeys::{Person, built};

/// Every rule of WCAG 2.2, A and AA.
const ALL: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";
/// Those of them that look at colours: all that another theme can break.
const COLOURS: &str = "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";

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
        for (theme, rules) in [("light", ALL), ("dark", COLOURS)] {
            let words = format!("Theme: {theme}");
            self.person.finds_and_takes(&words).settles();
            self.person.takes_a_picture(&format!("{}-{theme}", screen.replace([' ', ':'], "-")));
            self.look(&format!("{screen}, {theme}"), rules);
        }
    }

    /// Looks at what is on screen.
    pub fn check(&mut self, screen: &str) {
        self.look(screen, ALL);
    }

    fn look(&mut self, screen: &str, rules: &str) {
        // Half a megabyte: it stays in the window once it is there.
        if self.person.asks("return typeof axe").as_str() != Some("object") {
            self.person.asks(&self.axe);
        }
        let broken = self.person.asks(&format!(
            "return axe.run({{ runOnly: {rules}, resultTypes: ['violations'], preload: false }}).then(
                ({{ violations }}) => violations.map(
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
