//! What most journeys begin with: a workspace with two people, each with a key.

use journeys::{Home, Person, inventory};

pub const FILE: &str = "team.countersign";
pub const FOUNDER: &str = "Ada Okafor-Lindqvist";
pub const PASSPHRASE: &str = "correct horse battery";
const SPONSOR: &str = "Bruno Salvatierra";
const SPONSORS_PASSPHRASE: &str = "staple of another kind";

/// Starts it from the first screen; it ends on an empty register. The keyboard does it all.
pub fn start_a_workspace(person: &Person, home: &Home) {
    home.will_choose("new-workspace", FILE);
    person.sees("Start a workspace").presses("N");
    person.fills("Name of the workspace", "Revenue desk").fills("Your name", FOUNDER);
    person.fills("Your passphrase", PASSPHRASE).fills("Your passphrase again", PASSPHRASE);
    person.fills("Sponsor’s name", SPONSOR).fills("Sponsor’s passphrase", SPONSORS_PASSPHRASE);
    person.takes_a_picture("1-new-workspace");
    person.presses("Ctrl+Enter").sees_no_more("Your passphrase").settles();
    person.takes_a_picture("2-started");
    person.finds_and_takes("Register").sees("No workflows yet");
}

/// Chooses the inventory and stops where it is about to be taken in.
pub fn preview_the_inventory(person: &Person, home: &Home) {
    inventory::put(home, "inventory.csv");
    home.will_choose("read-inventory", "inventory.csv");
    person.presses("I").sees("Import an inventory").presses("Ctrl+Enter");
    person.sees(&format!("Take in {} workflows", inventory::WORKFLOWS));
}

/// How many workflows the file holds, as the command line sees it.
pub fn workflows_in_the_file(home: &Home) -> usize {
    let register = home.countersign(&["register", FILE, "--json"]).done().json();
    register["workflows"].as_array().map_or(0, Vec::len)
}
