//! The use cases: one door for every change, one view per screen.
