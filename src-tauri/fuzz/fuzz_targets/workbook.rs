#![no_main]
// The reader of workbooks catches what the library below it panics at, and answers that the file is
// broken. Only what gets past it is a fault, so the hook that ends the process at any panic gives way.
libfuzzer_sys::fuzz_target!(
    init: std::panic::set_hook(Box::new(|_| {})),
    |bytes: &[u8]| readers::workbook(bytes)
);
