"""WhoElse: informational interviewing, from the first name to the decision."""

__version__ = "0.1.0"
