//! The ledger's own tables: entries with their texts, files and AI actions, and the edge of the tree over them.

mod ai_action;
mod content;
mod edge;
mod entry;
mod head;
mod rows;
mod text;

use rusqlite::Connection;

pub use ai_action::Part;
pub(crate) use ai_action::{
    DDL as AI_ACTION, batches as batches_with_ai_actions, copy as copy_ai_actions,
    insert as insert_ai_actions, purge as purge_ai_actions, rows as ai_actions,
};
pub(crate) use content::{
    DDL as CONTENT, erase as erase_content, find as find_content, insert as insert_content,
    names as contents,
};
pub(crate) use edge::{load as load_edge, save as save_edge};
pub use entry::{Entry, Slice};
pub(crate) use entry::{count, each, first_body, insert, last, one};
pub use text::TextRow;
pub(crate) use text::{erase, find as find_text, insert as insert_text};

use crate::error::StoreError;

pub(crate) fn create(conn: &Connection) -> Result<(), StoreError> {
    conn.execute_batch(entry::DDL)?;
    conn.execute_batch(text::DDL)?;
    conn.execute_batch(content::DDL)?;
    conn.execute_batch(ai_action::DDL)?;
    conn.execute_batch(edge::DDL)?;
    Ok(())
}
