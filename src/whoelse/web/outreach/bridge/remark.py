"""One finding, as a page can show it and a form can speak of it."""

from dataclasses import dataclass

from whoelse.engine.findings import Severity
from whoelse.engine.outreach.draft import JOB_ASK


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding with its number, and a key by which a form can speak of it.

    The key holds the words it is about: after a change of these words it is another finding.
    """

    number: int
    key: str
    rule: str
    severity: str
    field: str
    start: int
    end: int
    drawn_end: int  # with the full stop behind it
    message: str
    advice: str
    instead: str
    is_underlined: bool
    can_be_taken_out: bool

    @property
    def title(self) -> str:
        """ "Error: asks for a job" """
        return f"{self.severity.capitalize()}: {self.rule.replace('-', ' ')}"

    @property
    def use_words(self) -> str:
        """What the button says that puts `instead` in its place."""
        if self.field == "subject":
            return "Use this subject"
        return "Use this sentence" if self.instead.endswith((".", "?", "!")) else "Use this"

    @property
    def is_job_ask(self) -> bool:
        return self.rule == JOB_ASK and self.severity == Severity.ERROR

    @property
    def may_be_kept(self) -> bool:
        """An error that the student may send anyway, after having read it."""
        return self.severity == Severity.ERROR and not self.is_job_ask
