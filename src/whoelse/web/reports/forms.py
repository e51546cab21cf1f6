"""What a report is about and whose names stand in it. All of it is in the address."""

from collections.abc import Sequence
from uuid import UUID

from django import forms

from whoelse.web.accounts.models import Term
from whoelse.web.contacts.models import Contact
from whoelse.web.core.forms import PlainForm

ALL = "all"


class ReportForm(PlainForm):
    """The choices; whatever does not fit is taken as if it were not there."""

    term = forms.ChoiceField(label="About", required=False)
    name = forms.MultipleChoiceField(
        label="Whose names may stand in it",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="The others stand as numbers, with their kind of work.",
    )
    records = forms.BooleanField(label="With the record of each conversation", required=False)
    rubric = forms.BooleanField(label="With a rubric, to hand in for a course", required=False)

    def __init__(self, data: object, *, terms: Sequence[Term], people: Sequence[Contact]) -> None:
        super().__init__(data)
        self._terms = {str(term.public_id): term for term in terms}
        choices = [(key, term.name) for key, term in self._terms.items()]
        self.fields["term"].choices = [(ALL, "Everything so far"), *choices]
        self.fields["name"].choices = [(str(p.public_id), p.name) for p in people]
        self.is_valid()

    @property
    def chosen_term(self) -> Term | None:
        return self._terms.get(self.cleaned_data.get("term", ""))

    @property
    def named(self) -> frozenset[UUID]:
        return frozenset(map(UUID, self.cleaned_data.get("name", ())))

    @property
    def has_records(self) -> bool:
        return bool(self.cleaned_data.get("records"))

    @property
    def has_rubric(self) -> bool:
        return bool(self.cleaned_data.get("rubric"))
