"""The digest: what is due today, in one plain mail to the student, in the words of Today."""

from collections.abc import Sequence

from whoelse.web.desk.steps import Step

MOST = 7  # own setting: as many as Today shows at once


def subject_of(steps: Sequence[Step]) -> str:
    return f"Today: {steps[0].duty.what}" + (f", and {len(steps) - 1} more" if steps[1:] else "")


def body_of(steps: Sequence[Step], *, stop: str) -> str:
    """The steps with their reasons; no names but those of the student's own list."""
    lines = ["What is due today:", ""]
    for step in steps[:MOST]:
        lines += [f"* {step.duty.what} ({step.duty.left})", f"  {step.duty.why}", ""]
    if len(steps) > MOST:
        lines += [f"And {len(steps) - MOST} more, which can wait.", ""]
    ways = "Settings, Mail account"
    lines += ["-- ", f"You asked WhoElse for this mail. To end it: {stop or ways}"]
    return "\n".join(lines)
