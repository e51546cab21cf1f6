"""Every rule, one file each, in the order in which a person should read them."""

from whoelse.engine.outreach.rule import Rule
from whoelse.engine.outreach.rules import (
    asks_for_a_favour,
    asks_for_a_job,
    attaches_resume,
    impersonal_greeting,
    no_self_introduction,
    no_time_asked,
    placeholder_left,
    pressure,
    subject_missing,
    time_too_long,
    too_long,
    wrong_name,
)

RULES: tuple[Rule, ...] = (
    asks_for_a_job.RULE,
    asks_for_a_favour.RULE,
    attaches_resume.RULE,
    wrong_name.RULE,
    placeholder_left.RULE,
    impersonal_greeting.RULE,
    no_self_introduction.RULE,
    no_time_asked.RULE,
    time_too_long.RULE,
    too_long.RULE,
    pressure.RULE,
    subject_missing.RULE,
)
