"""What an archive leaves out, and why: whole tables, and single fields of the others.

A test reads every model: what is neither carried nor named here fails it.
"""

TABLES = {
    "accounts.user": "the login belongs to the installation, and a password to nobody else",
    "accounts.doorkey": "one-time keys of this installation",
    "contacts.stagedimport": "a file of which nobody was chosen yet; it is forgotten in a day",
    "discoveries.searchentry": "copies for searching, made anew from what they are copies of",
    "guests.knock": "counts of tries within the hour, of nobody in particular",
    "scheduling.busycalendar": "its link or password is a secret; connect the calendar again",
    "scheduling.busytime": "read anew from the calendars",
    "scheduling.calendarfeed": "the key of a private address; make a new one",
}
FIELDS = {
    "accounts.student.public_id": "the account into which it comes has its own",
    "accounts.student.user": "the account into which it comes has its own",
    "contacts.contact.search_text": "made anew from the other fields",
    "mail.mailaccount.secret": "the password; enter it again",
    "mail.mailaccount.trouble": "about this installation's last try",
    "mail.mailaccount.trouble_at": "about this installation's last try",
    "mail.mailaccount.poll_claim": "which worker reads the mailbox now",
    "mail.mailaccount.poll_until": "which worker reads the mailbox now",
    "mail.mailaccount.confirms_by_itself": "what leaves by itself is chosen where it leaves",
    "mail.outgoing.claim": "which worker sends the letter now",
    "mail.outgoing.claimed_until": "which worker sends the letter now",
}
