"""The measurements; never a timed test."""
