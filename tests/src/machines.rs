//! Two machines: the operator's, where the workspace lies, and the sponsor's, where nothing lies but
//! their own key. Between the two go small files.

use std::fs;
use std::path::Path;

use crate::{Answer, Home};

/// The workspace, on the operator's machine.
pub const FILE: &str = "team.countersign";
/// Holds RevOps: PER-0001.
pub const OPERATOR: &str = "Ada Okafor-Lindqvist";
/// Seals the operator's key.
pub const OPERATORS: &str = "correct horse battery";
/// Seals the sponsor's key, PER-0002.
pub const SPONSORS: &str = "staple of another kind";
/// The one workflow, WF-0001: it sends to customers on tier 2, that is, it drafts.
pub const WORKFLOW: &str = "Renewal outreach";

/// Describes it so that nothing keeps it from its launch, and too little for a step up.
const INVENTORY: &str = "\
Workflow,Status,Kind,Permissions,Write stage,Owner,Approver,Kill switch,Data risks,Logs,System of record
Renewal outreach,Draft,Outreach,Send external message: tier 2 (400 a day),Draft mode,\
Ada Okafor-Lindqvist,Executive sponsor,Ada Okafor-Lindqvist,Personal data,The sequencer's own log,\
Salesforce
";

/// The two machines.
pub struct Machines {
    /// The operator's.
    pub operators: Home,
    /// The sponsor's.
    pub sponsors: Home,
}

impl Machines {
    /// A workspace with an operator, a sponsor, and a workflow that was launched by DEC-0001; the
    /// sponsor has carried their key to their own machine.
    pub fn with_a_live_workflow() -> Self {
        let machines = Self { operators: Home::new(), sponsors: Home::new() };
        machines.operator_starts();
        machines.workflow_goes_live();
        machines.sponsor_moves();
        machines
    }

    /// `countersign` on the operator's machine, by the operator.
    pub fn operator(&self, words: &[&str]) -> Answer {
        self.operators.countersign_with(OPERATORS, words)
    }

    /// `countersign` on the sponsor's machine, by the sponsor.
    pub fn sponsor(&self, words: &[&str]) -> Answer {
        self.sponsors.countersign_with(SPONSORS, words)
    }

    fn operator_starts(&self) {
        let new = ["new", FILE, "--name", "Revenue desk", "--founder", OPERATOR];
        let sponsor = ["--sponsor", "Bruno Salvatierra", "--zone", "Europe/Lisbon"];
        self.operators.countersign_founds(OPERATORS, &[&new[..], &sponsor].concat()).done();
        let enrol = ["key", "enrol", FILE, "PER-0002"];
        self.operators.countersign_with_new([OPERATORS, SPONSORS], &enrol).done();
        self.operators.put("inventory.csv", INVENTORY);
        self.operator(&["import", "workflows", FILE, "inventory.csv"]).done();
    }

    fn workflow_goes_live(&self) {
        let launch = ["decide", "propose", FILE, "--kind", "launch", "--workflow", "WF-0001"];
        let why = ["--title", "Launch it", "--rationale", "The pilot went well."];
        let back = ["--rollback-plan", "Switch drafting off; templates stay."];
        self.operator(&[&launch[..], &why, &back].concat()).done();
        let vote = ["decide", "vote", FILE, "DEC-0001", "--verdict", "approve", "--as", "PER-0002"];
        self.operators.countersign_with(SPONSORS, &vote).done();
    }

    /// A key is brought beside the workspace it is for, which then goes again.
    fn sponsor_moves(&self) {
        let save = ["key", "save", FILE, "--as", "PER-0002", "--out", "sponsor.pem"];
        self.operators.countersign_with(SPONSORS, &save).done();
        for file in [FILE, "sponsor.pem"] {
            self.operators.sends(file, &self.sponsors);
        }
        self.sponsor(&["key", "bring", FILE, "sponsor.pem"]).done();
        for home in [&self.sponsors, &self.operators] {
            fs::remove_file(home.path("sponsor.pem")).expect("the key file was there");
        }
        fs::remove_file(self.sponsors.path(FILE)).expect("the workspace was there");
        forget_key(&self.operators.path("profile/keys"), "PER-0002");
    }
}

fn forget_key(keys: &Path, person: &str) {
    let inside = |folder: &Path| fs::read_dir(folder).expect("a folder of keys").flatten();
    for file in inside(keys).flat_map(|workspace| inside(&workspace.path())) {
        if file.file_name().to_string_lossy().starts_with(person) {
            fs::remove_file(file.path()).expect("a key file can go");
        }
    }
}
