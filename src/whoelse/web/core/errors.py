"""What may not be done now, said so that a person knows what to do next."""


class UserError(Exception):
    """Something that cannot be done now. Subclasses live beside the action that raises them.

    `message` says what is the case, `hint` what to do next; `back` is the path of the way on.
    """

    def __init__(self, message: str, hint: str = "", *, back: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.back = back
