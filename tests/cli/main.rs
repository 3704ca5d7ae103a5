//! The same work by command line.
