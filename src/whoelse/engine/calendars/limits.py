"""How much of a calendar is read. All are own estimates, far above what a person's calendar holds.

A feed is written by strangers: one rule of forty letters may mean a million events, and a rule
that matches no day at all is searched for until the year 9999 if nobody counts.
"""

MOST_BYTES = 10_000_000
MOST_EVENTS = 20_000
MOST_LINE = 200_000  # characters: some thousand dates in one line
MOST_KEPT = 400_000  # components and properties that are kept
MOST_DEPTH = 8  # components within components
MOST_DAYS = 800  # of the time that is asked about
MOST_STEPS = 1_000_000  # days and times looked at for all rules together, about a second
MOST_STEPS_OF_ONE = 100_000
MOST_TIMES_A_DAY = 24
MOST_CHANGES_ON = 50  # changes of one series that go for all that follows
MOST_DATES = 5_000  # RDATE and EXDATE of one event
MOST_OBSERVANCES = 400  # changes of the clock in one VTIMEZONE
MOST_SKIPPED = 200  # reasons that are told one by one
LONGEST_NAME = 120  # characters of a UID in a reason
