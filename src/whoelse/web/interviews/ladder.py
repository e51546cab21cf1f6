"""The rehearsal: what to say in the opening minute, and the ladder from a teacher to a stranger.

The order is the method's: people one knows are practice, and everybody else comes after them. The
texts are our own; how long each part of the minute takes is an own estimate.
"""

from dataclasses import dataclass

from whoelse.web.accounts.models import Student


@dataclass(frozen=True, slots=True)
class Step:
    """One rung: whom to talk with, and what is practised there."""

    code: str
    whom: str
    what: str


STEPS = (
    Step("alone", "Nobody: say the opening minute aloud", "Until it sounds like you."),
    Step("friend", "A friend who plays the other side", "Let somebody answer, and only listen."),
    Step(
        "teacher", "A teacher or professor who knows you", "Ask about their path; fifteen minutes."
    ),
    Step(
        "family", "A parent of a friend, or a friend of the family", "Somebody at work elsewhere."
    ),
    Step("named", "Somebody whom one of these named", "Use the name, with permission."),
    Step("alum", "An alum of your school", "You share one place; start there."),
    Step("stranger", "A stranger whose work you would like to know", "By now you have done this."),
)
CODES = frozenset(step.code for step in STEPS)


@dataclass(frozen=True, slots=True)
class Line:
    """What to say, and about how many seconds it takes."""

    seconds: int
    what: str
    words: str


def opening_minute(student: Student, *, minutes: int = 20) -> tuple[Line, ...]:
    """The scaffold of the first minute, made of what is known of the student and nothing else."""
    who = student.full_name.strip()
    about = student.introduction
    me = ", ".join(part for part in (f"I am {who}" if who else "", about) if part)
    return (
        Line(10, "Who you are", f"Hello, {me}." if me else "Hello: your name, and what you study."),
        Line(10, "Thanks", f"Thank you for giving me {minutes} minutes."),
        Line(
            20,
            "Why this person",
            "One sentence that could only be said to them: what they do, or who named them.",
        ),
        Line(
            15,
            "What for",
            "I would like to hear what your work is like. I am not asking about a job.",
        ),
        Line(5, "The first question", "Is this still a good moment? Then: how did you get here?"),
    )
