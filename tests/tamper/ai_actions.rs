//! Rows of AI actions, which lie beside the ledger and are bound to it by their batch's entry.

use desk::SeededChance;
use desk::operations::Fault;
use rusqlite::params;

use crate::attacker;
use crate::table::Table;
use crate::workspace::{Workspace, must_hold};

#[test]
fn every_byte_of_a_batch_s_rows_is_held_by_its_entry() {
    let workspace = Workspace::made(SeededChance::new(7));
    must_hold(&workspace.attacked(|_| {}));
    let conn = attacker::open(&workspace.copy("rows.countersign"));
    let runs = "SELECT place, rows FROM ai_action";
    let (place, rows): (i64, Vec<u8>) =
        conn.query_row(runs, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let names = |fault: &Fault| {
        fault.place.as_deref().is_some_and(|place| place.starts_with("ai_action BAT-0001"))
    };
    let mut table = Table::new("rows of AI actions");
    for at in 0..rows.len() {
        let mut changed = rows.clone();
        changed[at] ^= 1;
        let answer = workspace.attacked(|conn| {
            let set = "UPDATE ai_action SET rows = ?2 WHERE place = ?1";
            conn.execute(set, params![place, changed]).unwrap();
        });
        table.tried("a byte changed", &format!("byte {at}"), &answer, names);
    }
    let answer = workspace.attacked(|conn| {
        conn.execute("DELETE FROM ai_action WHERE place = ?1", [place]).unwrap();
    });
    table.tried("rows deleted without a recorded purge", "the run", &answer, names);
    let answer = workspace.attacked(|conn| {
        let more = "UPDATE ai_action SET count = count * 2, rows = CAST(rows || rows AS BLOB) WHERE place = ?1";
        conn.execute(more, [place]).unwrap();
    });
    table.tried("rows added", "the run", &answer, names);
    table.finish();
}
