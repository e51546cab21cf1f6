"""What `plan` and `own_question` raise when what is asked of them cannot be done.

ValueError
└── PlanRefused      a sentence, and a hint at what to do next
    ├── PlanDoesNotFit   the pins or bans leave no plan
    └── UnknownQuestion  an id that neither the bank nor the own questions have
"""


class PlanRefused(ValueError):
    """A sentence that says what is the case, and a hint at what to do next."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class PlanDoesNotFit(PlanRefused):
    """The pins (or the bans) leave no plan; the hint says which of them to drop."""


class UnknownQuestion(PlanRefused):
    """An id is neither in the bank nor among the own questions."""
