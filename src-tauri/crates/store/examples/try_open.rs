//! Says how a workspace file opens: `try_open FILE` prints `write: ok` or the refusal's code, then
//! `read: ` and the number of entries or the code. A test runs it as somebody who may not write.

use std::path::Path;

use store::Store;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args_os().nth(1).ok_or("say which file")?;
    let path = Path::new(&path);
    match Store::open(path) {
        Ok(_) => println!("write: ok"),
        Err(error) => println!("write: {}", error.code()),
    }
    match Store::read(path).and_then(|store| store.size()) {
        Ok(size) => println!("read: {size}"),
        Err(error) => println!("read: {}", error.code()),
    }
    Ok(())
}
