"""Local mode: one student, one process, their own machine. Everything but the pages themselves."""
