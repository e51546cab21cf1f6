"""The field as pure functions over frozen dataclasses: true on paper, without a computer.

No Django, no clock, no network, no randomness that was not given.

    outreach       is this message fit to send?            lint(draft), scaffold(facts)
    questions      what to ask in these minutes?           plan(need, minutes, bank)
    choosing       whom to ask next, and why?              suggest(student, contacts, history, k)
    duties         what is due, are we on pace?            duties(state, now), pace(terms, ...)
    learning       what do the findings add up to?         compare, saturation, growth, clarity
    careers        which work is this title?               atlas(), classify(title, employer)
    contact_files  who is in this file?                    read_contacts(file)
    calendars      when could two people talk?             read_busy, open_slots, choose_times

`words`, `findings` and `text` are the floor that they share. This module imports nothing.
"""
