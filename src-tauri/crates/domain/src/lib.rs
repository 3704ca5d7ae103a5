//! What governance is: types, rules and events. No I/O, no clock, no SQL, no crypto.
