//! Every entry, signature, leaf, text, salt and checkpoint; entries dropped, swapped, repeated and
//! cut off.

use desk::SeededChance;
use desk::operations::{Fault, Verify};
use rusqlite::{Connection, params};
use serde_json::Value;
use store::Store;

use crate::attacker;
use crate::table::Table;
use crate::workspace::{Workspace, must_hold};

/// An entry or a text of the file.
struct Words {
    seq: i64,
    path: String,
    says: String,
}

#[test]
fn every_byte_that_was_signed_is_held_by_its_signature() {
    let workspace = Workspace::made(SeededChance::new(7));
    let bodies = bodies(&workspace);
    let last = bodies.len() as i64;
    let mut table = Table::new("entries");
    for Words { seq, says, .. } in &bodies {
        let (n, place) = (*seq, format!("entry {seq}"));
        let names = |fault: &Fault| fault.entry == Some(n as u64);
        let mut each = |attack, sql: &str, value: &dyn rusqlite::ToSql| {
            let answer =
                workspace.attacked(|c| assert_eq!(c.execute(sql, params![n, value]).unwrap(), 1));
            table.tried(attack, &place, &answer, names);
        };
        let body = "UPDATE entry SET body = ?2 WHERE seq = ?1";
        each("a byte of a body changed", body, &one_byte_off(says, n as usize * 31));
        each("the root in a body changed", body, &one_byte_off_in(says, "\"prev\":\"", 9));
        each("a body that says the same in other bytes", body, &format!("{says} "));
        each("a signature changed by a bit", SIGNATURE, &flipped(&workspace, n, "signature"));
        let neighbour = cell(&workspace, n % last + 1, "signature");
        each("a signature taken from the next entry", SIGNATURE, &neighbour);
        let cut = vec![7_u8; 63];
        each("a signature cut short", SIGNATURE, &cut);
        if n == 1 {
            continue;
        }
        each("a body set to nothing", body, &rusqlite::types::Null);
        let answer = workspace.attacked(|c| {
            c.execute(body, params![n, says.as_bytes()]).unwrap();
        });
        table.tried("a body that is no text", &place, &answer, |fault| {
            fault.place.as_deref() == Some(&place)
        });
    }
    let leaves = bodies.iter().map(|entry| (entry.seq, flipped(&workspace, entry.seq, "leaf")));
    let leaves: Vec<_> = leaves.collect();
    let answer = workspace.attacked(|c| {
        for leaf in &leaves {
            let sql = "UPDATE entry SET leaf = ?2 WHERE seq = ?1";
            assert_eq!(c.execute(sql, params![leaf.0, leaf.1]).unwrap(), 1);
        }
    });
    for (seq, _) in &leaves {
        let place = format!("entry {seq}");
        table.tried("a leaf changed by a bit", &place, &answer, |fault| {
            fault.place.as_deref() == Some(&place) && fault.says.contains(", leaf: ")
        });
    }
    let answer = workspace.attacked(|c| {
        c.execute("UPDATE edge SET frontier = zeroblob(length(frontier))", []).unwrap();
    });
    table.tried("the kept edge of the tree changed", "edge", &answer, |fault| {
        fault.place.as_deref() == Some("edge 1")
    });
    for seq in [-1, 0, (1 << 53) + 1, i64::MAX] {
        let answer = workspace.attacked(|c| {
            let copy =
                "INSERT INTO entry SELECT ?1, body, signature, leaf FROM entry WHERE seq = 3";
            c.execute(copy, [seq]).unwrap();
        });
        let place = format!("entry {seq}");
        let names = |fault: &Fault| fault.place.as_deref() == Some(&place);
        table.tried("an entry added under a number that cannot be", &place, &answer, names);
    }
    table.finish();
}

#[test]
fn every_text_and_salt_is_held_by_its_commitment() {
    let workspace = Workspace::made(SeededChance::new(7));
    let mut table = Table::new("texts");
    let texts = texts(&workspace);
    // Each attack on all texts at once: every one has to be named for itself.
    let mut each = |attack, sql: &str, value: fn(&str) -> String, more: &str| {
        let answer = workspace.attacked(|c| {
            for Words { seq, path, says } in &texts {
                assert_eq!(c.execute(sql, params![seq, path, value(says)]).unwrap(), 1);
            }
        });
        for Words { seq, path, .. } in &texts {
            let path = format!("{path}{more}");
            table.tried(attack, &format!("entry {seq} {path}"), &answer, |fault| {
                fault.entry == Some(*seq as u64) && fault.place.as_ref() == Some(&path)
            });
        }
    };
    let text = "UPDATE text SET text = ?3 WHERE seq = ?1 AND path = ?2";
    each("a text changed", text, |says| format!("{says}!"), "");
    each("a text emptied", text, |says| if says.is_empty() { "x" } else { "" }.to_owned(), "");
    let salt = "UPDATE text SET salt = CAST(?3 AS BLOB) WHERE seq = ?1 AND path = ?2";
    each("a salt changed", salt, |_| "sixteen bytes...".to_owned(), "");
    let delete = "DELETE FROM text WHERE seq = ?1 AND path = ?2 AND ?3 = ''";
    each("a salt cut short", salt, |_| "short".to_owned(), "");
    let nothing = "UPDATE text SET text = NULL WHERE seq = ?1 AND path = ?2 AND ?3 = ''";
    each("a text set to nothing", nothing, |_| String::new(), "");
    each("a text deleted", delete, |_| String::new(), "");
    let moved = "UPDATE text SET path = path || ?3 WHERE seq = ?1 AND path = ?2";
    each("a text moved to another place", moved, |_| "/more".to_owned(), "");
    let added = "INSERT INTO text SELECT seq, path || ?3, salt, text FROM text
        WHERE seq = ?1 AND path = ?2";
    each("a text added that nobody signed", added, |_| "/more".to_owned(), "/more");
    for seq in [-1, 0, (1_i64 << 53) + 1] {
        let answer = workspace.attacked(|c| {
            let added = "INSERT INTO text VALUES (?1, '/event/name', zeroblob(16), 'x')";
            c.execute(added, [seq]).unwrap();
        });
        let place = format!("text {seq} /event/name");
        let names = |fault: &Fault| fault.place.as_deref() == Some(&place);
        table.tried("a text added to an entry that cannot be", &place, &answer, names);
    }
    let (seq, path) = erased(&workspace);
    let answer = workspace.attacked(|c| {
        let back = "INSERT INTO text VALUES (?1, ?2, zeroblob(16), 'salome@example.org')";
        c.execute(back, params![seq, path]).unwrap();
    });
    table.tried("an erased text put back", &path, &answer, |f| f.entry == Some(seq as u64));
    table.finish();
}

#[test]
fn every_checkpoint_is_held_by_its_entry_and_its_own_signatures() {
    let workspace = Workspace::made(SeededChance::new(7));
    let mut table = Table::new("checkpoints");
    for Words { seq, says, .. } in bodies(&workspace) {
        let mut body: Value = serde_json::from_str(&says).unwrap();
        let Some(note) = body.pointer("/event/note").and_then(Value::as_str).map(str::to_owned)
        else {
            continue;
        };
        for line in 0..note.lines().count() {
            let changed: Vec<String> = note
                .lines()
                .enumerate()
                .map(|(n, l)| {
                    if n == line {
                        one_byte_off(l, l.len().saturating_sub(6))
                    } else {
                        l.to_owned()
                    }
                })
                .collect();
            let changed = format!("{}\n", changed.join("\n"));
            if changed == note {
                continue;
            }
            body["event"]["note"] = Value::String(changed);
            let answer = workspace.attacked(|c| {
                let sql = "UPDATE entry SET body = ?2 WHERE seq = ?1";
                c.execute(sql, params![seq, body.to_string()]).unwrap();
            });
            table.tried("a line of a checkpoint changed", &format!("entry {seq}"), &answer, |f| {
                f.entry == Some(seq as u64)
                    && (f.code.starts_with("checkpoint.") || f.code == "entry.signature")
            });
        }
    }
    table.finish();
}

#[test]
fn entries_dropped_swapped_repeated_or_cut_off_are_missed() {
    let workspace = Workspace::made(SeededChance::new(7));
    let last = bodies(&workspace).len() as i64;
    let mut table = Table::new("the order of entries");
    for n in 1..last {
        let place = format!("entry {n}");
        let near = |seqs: std::ops::RangeInclusive<i64>| {
            move |fault: &Fault| fault.entry.is_some_and(|seq| seqs.contains(&(seq as i64)))
        };
        if n > 1 {
            let answer = workspace.attacked(|c| drop_entry(c, n));
            table.tried("an entry dropped", &place, &answer, near(n..=n + 1));
            let answer = workspace.attacked(|c| {
                drop_entry(c, n);
                move_all(c, n + 1, -1);
            });
            table.tried("an entry dropped, the gap closed", &place, &answer, near(n..=n + 1));
        }
        let answer = workspace.attacked(|c| swap(c, n));
        table.tried("two entries swapped", &place, &answer, near(n..=n + 1));
        let answer = workspace.attacked(|c| {
            move_all(c, n + 1, 1);
            copy(c, n, n + 1);
        });
        table.tried("an entry repeated behind itself", &place, &answer, near(n..=n + 1));
        let answer = workspace.attacked(|c| copy(c, n, last + 1));
        table.tried("an entry repeated at the end", &place, &answer, near(n..=last + 1));
    }
    let whole = workspace.copy("whole.countersign");
    must_hold(&workspace.judged_here(&whole));
    let store = Store::read(&whole).unwrap();
    let kept = Verify { keys: None, seen: vec![workspace.head.clone()] };
    for n in 1..last {
        let path = workspace.place(&format!("cut-{n}.countersign"));
        // The attacker makes the tables fit what is left.
        drop(store.replay_to(n as u64, &path).unwrap());
        let place = format!("after entry {n}");
        let here = workspace.judged_here(&path);
        table.tried("cut off; the machine remembers", &place, &here, |f| f.code == "memory.cut");
        let outside = workspace.judged(&path, &kept);
        table.tried("cut off; somebody kept the head", &place, &outside, |f| f.code == "seen.cut");
    }
    table.finish();
}

#[test]
fn the_shape_of_the_file_is_held_too() {
    let workspace = Workspace::made(SeededChance::new(7));
    let mut table = Table::new("the shape of the file");
    let mut tried = |attack, place: &str, act: &dyn Fn(&Connection)| {
        let path = workspace.copy("shape.countersign");
        let conn = attacker::open(&path);
        conn.execute_batch("PRAGMA legacy_alter_table = ON").unwrap();
        act(&conn);
        conn.close().unwrap();
        let answer = workspace.judged(&path, &Verify::default());
        table.tried(attack, place, &answer, |f| {
            f.place.as_deref().is_some_and(|found| found.ends_with(place))
        });
    };
    let conn = attacker::open(&workspace.copy("whole.countersign"));
    for (kind, name, _) in attacker::schema(&conn) {
        let place = format!("{kind} {name}");
        match kind.as_str() {
            "trigger" => tried("a trigger dropped", &place, &|c| {
                c.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
            }),
            "table" => {
                tried("a trigger added that changes what comes later", "trigger later", &|c| {
                    let sql = format!(
                        "CREATE TRIGGER later AFTER INSERT ON {name} BEGIN DELETE FROM change; END"
                    );
                    c.execute_batch(&sql).unwrap();
                });
                tried("a column added", &place, &|c| {
                    c.execute_batch(&format!("ALTER TABLE {name} ADD COLUMN more TEXT")).unwrap();
                });
                if !["entry", "text", "edge"].contains(&name.as_str()) {
                    tried("a table made anew without its key, a row doubled", &place, &|c| {
                        let sql = format!(
                            "CREATE TABLE anew AS SELECT * FROM {name};
                             INSERT INTO anew SELECT * FROM {name} LIMIT 1;
                             DROP TABLE {name}; ALTER TABLE anew RENAME TO {name}"
                        );
                        c.execute_batch(&sql).unwrap();
                    });
                    tried("a table replaced by a view", &format!("view {name}"), &|c| {
                        let sql = format!(
                            "ALTER TABLE {name} RENAME TO real_{name};
                             CREATE VIEW {name} AS SELECT * FROM real_{name}"
                        );
                        c.execute_batch(&sql).unwrap();
                    });
                }
            }
            _ => {}
        }
    }
    table.finish();
}

const SIGNATURE: &str = "UPDATE entry SET signature = ?2 WHERE seq = ?1";

fn bodies(workspace: &Workspace) -> Vec<Words> {
    read(workspace, "SELECT seq, '', body FROM entry ORDER BY seq")
}

fn texts(workspace: &Workspace) -> Vec<Words> {
    read(workspace, "SELECT seq, path, text FROM text")
}

fn read(workspace: &Workspace, sql: &str) -> Vec<Words> {
    let conn = attacker::open(&workspace.copy("read.countersign"));
    let mut all = conn.prepare(sql).unwrap();
    let rows = all
        .query_map([], |row| Ok(Words { seq: row.get(0)?, path: row.get(1)?, says: row.get(2)? }));
    rows.unwrap().map(Result::unwrap).collect()
}

fn erased(workspace: &Workspace) -> (i64, String) {
    let conn = attacker::open(&workspace.copy("read.countersign"));
    let sql = "SELECT of_seq, path FROM erasure";
    conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
}

fn cell(workspace: &Workspace, seq: i64, column: &str) -> Vec<u8> {
    let conn = attacker::open(&workspace.copy("read.countersign"));
    let sql = format!("SELECT {column} FROM entry WHERE seq = ?1");
    conn.query_row(&sql, [seq], |row| row.get(0)).unwrap()
}

fn flipped(workspace: &Workspace, seq: i64, column: &str) -> Vec<u8> {
    let mut bytes = cell(workspace, seq, column);
    let at = seq as usize % bytes.len();
    bytes[at] ^= 1 << (seq % 8);
    bytes
}

/// The words with one letter or digit changed, the first at or after a byte.
fn one_byte_off(words: &str, from: usize) -> String {
    let mut bytes = words.as_bytes().to_vec();
    let count = bytes.len();
    let found =
        (0..count).map(|n| (from + n) % count).find(|at| bytes[*at].is_ascii_alphanumeric());
    let Some(at) = found else { return words.to_owned() };
    bytes[at] = if bytes[at] == b'5' { b'6' } else { b'5' };
    String::from_utf8(bytes).unwrap()
}

fn one_byte_off_in(words: &str, field: &str, at: usize) -> String {
    one_byte_off(words, words.find(field).unwrap() + field.len() + at)
}

fn drop_entry(conn: &Connection, seq: i64) {
    conn.execute("DELETE FROM entry WHERE seq = ?1", [seq]).unwrap();
}

fn move_all(conn: &Connection, from: i64, by: i64) {
    for sql in [
        "UPDATE entry SET seq = -(seq + ?2) WHERE seq >= ?1",
        "UPDATE entry SET seq = -seq WHERE seq < 0 AND ?1 AND ?2",
    ] {
        conn.execute(sql, [from, by]).unwrap();
    }
}

fn copy(conn: &Connection, from: i64, to: i64) {
    let sql = "INSERT INTO entry SELECT ?2, body, signature, leaf FROM entry WHERE seq = ?1";
    conn.execute(sql, [from, to]).unwrap();
}

fn swap(conn: &Connection, seq: i64) {
    for (from, to) in [(seq, -1), (seq + 1, seq), (-1, seq + 1)] {
        conn.execute("UPDATE entry SET seq = ?2 WHERE seq = ?1", [from, to]).unwrap();
    }
}
