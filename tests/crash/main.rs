//! Power cuts and full disks: what was confirmed is there, and the file opens.
