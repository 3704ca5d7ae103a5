#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::key_file(bytes));
