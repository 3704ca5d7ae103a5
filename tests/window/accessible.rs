//! Each screen in the real web view holds what axe-core checks of WCAG 2.2 AA.

use journeys::{Home, Person, built};

use crate::workspace::start_a_workspace;

#[test]
fn the_screens_hold_the_accessibility_rules() {
    let home = Home::new();
    let person = Person::opens_the_desk("accessible", &home);
    person.sees("Start a workspace");
    assert_holds(&person, "the first start");
    start_a_workspace(&person, &home);
    for (screen, words) in [("Register", "No workflows yet"), ("Reviews", "WEEKLY-")] {
        person.clicks(screen).sees(words).settles();
        assert_holds(&person, screen);
    }
    person.leaves();
}

fn assert_holds(person: &Person, screen: &str) {
    let axe = std::fs::read_to_string(built::project("ui/node_modules/axe-core/axe.min.js"));
    person.asks(&axe.expect("the ui's packages are installed"));
    let tags = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";
    let broken = person.asks(&format!(
        "return axe.run({{ runOnly: {tags} }}).then(({{ violations }}) => violations.map(
            ({{ id, nodes }}) => `${{id}}: ${{nodes.map((node) => node.html).join(' ')}}`).join('\\n'))"
    ));
    assert_eq!(broken, "", "{screen} breaks rules");
}
