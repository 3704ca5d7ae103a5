//! Prints the TypeScript client of the desk's operations, for `cargo xtask bindings`.

fn main() {
    print!("{}", desk::operations::typescript());
}
