//! Prints the TypeScript client, for `cargo xtask bindings`.
fn main() {
    print!("{}", desk::operations::typescript());
}
