"""What may be typed in about people: the filters of the list, a person, a block.

Forms of the import stand in `import_forms`.
"""

import zoneinfo
from typing import Any
from urllib.parse import urlencode

from django import forms

from whoelse.web.accounts.models import Student
from whoelse.web.careers import bridge as careers
from whoelse.web.contacts import queries
from whoelse.web.contacts.models import Audience, Circle, Contact, Permission, Stage
from whoelse.web.core.forms import PlainForm

MOST_REFERRERS = 500  # own setting: a longer menu is none
PILL = {"class": "choice__input"}


class PeopleFilter(PlainForm):
    """Search and filters of the list. What makes no sense filters nothing."""

    q = forms.CharField(
        label="Search names, work and notes",
        required=False,
        max_length=100,
        widget=forms.TextInput(
            attrs={"type": "search", "placeholder": "Name, work, employer, note"}
        ),
    )
    stage = forms.ChoiceField(
        label="Stage", required=False, choices=[("", "Every stage"), *Stage.choices]
    )
    by = forms.ChoiceField(label="Named by", required=False)
    circle = forms.ChoiceField(
        label="Circle",
        required=False,
        choices=[("", "All"), *Circle.choices],
        widget=forms.RadioSelect(attrs=PILL),
    )

    def __init__(self, data: Any, *, student: Student) -> None:
        super().__init__({name: data.get(name, "") for name in self.base_fields})
        self.referrers = {str(one.public_id): one for one in queries.people_who_named(student)}
        names = [(key, one.name) for key, one in self.referrers.items()]
        self.fields["by"].choices = [("", "By anyone"), *names]
        self.is_valid()

    @property
    def chosen(self) -> dict[str, Any]:
        """The keyword arguments of `queries.people_found`."""
        said = self.cleaned_data
        return {
            "words": said.get("q", ""),
            "stage": said.get("stage", ""),
            "circle": said.get("circle", ""),
            "named_by": self.referrers.get(said.get("by", "")),
        }

    @property
    def as_query(self) -> str:
        """The filters for the links of the pages, "" or "&stage=open"."""
        said = {name: value for name, value in self.cleaned_data.items() if value}
        return f"&{urlencode(said)}" if said else ""


class ContactForm(PlainForm):
    """A person. Only the name is needed; everything else makes a better first message."""

    full_name = forms.CharField(
        label="Name", max_length=160, help_text="With a title if there is one: Dr. Samuel Okafor."
    )
    circle = forms.ChoiceField(
        label="How near", choices=Circle.choices, widget=forms.RadioSelect(attrs=PILL)
    )
    relation = forms.CharField(
        label="How you know each other",
        max_length=160,
        required=False,
        help_text="Taught me optics. A friend of my aunt.",
    )
    found_through = forms.CharField(
        label="Found through",
        max_length=160,
        required=False,
        help_text="The physics colloquium on 22 October, the alumni list.",
    )
    job_title = forms.CharField(label="Job title", max_length=160, required=False)
    employer = forms.CharField(label="Employer", max_length=160, required=False)
    occupation = forms.ChoiceField(
        label="Occupation",
        required=False,
        help_text="WhoElse reads it from the job title. Choose another if that is wrong.",
    )
    email = forms.EmailField(label="Mail address", required=False, max_length=254)
    phone = forms.CharField(label="Phone", max_length=40, required=False)
    profile_url = forms.URLField(
        label="Profile page",
        max_length=300,
        required=False,
        assume_scheme="https",
        help_text="A page about their work, or their LinkedIn profile.",
    )
    time_zone = forms.ChoiceField(label="Time zone", required=False)
    audience = forms.ChoiceField(
        label="Who they are",
        required=False,
        choices=[("", "As it looks from the rest"), *Audience.choices],
        help_text="Decides which questions fit.",
    )
    notes = forms.CharField(
        label="Notes", max_length=10_000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(
        self, data: Any = None, *, student: Student, contact: Contact | None = None
    ) -> None:
        initial = _initial(contact) if contact else {"circle": Circle.KNOWN}
        super().__init__(data, initial=initial)
        self.student, self.contact = student, contact
        self.fields["occupation"].choices = occupation_choices()
        self.fields["time_zone"].choices = zone_choices()

    def clean_profile_url(self) -> str:
        link = self.cleaned_data["profile_url"]
        if link and not link.startswith(("http://", "https://")):
            raise forms.ValidationError("A link begins with https://.")
        return link

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        others = queries.contacts_of(self.student).filter(email__iexact=email)
        if self.contact:
            others = others.exclude(pk=self.contact.pk)
        other = others.first() if email else None
        if other:
            raise forms.ValidationError(f"{other.name} is in your list with this address.")
        return email


class NewContactForm(ContactForm):
    """A new person, perhaps with who named them."""

    named_by = forms.ChoiceField(
        label="Named by",
        required=False,
        help_text="Who said that you should talk to this person? The circle is then Referred.",
    )
    permission = forms.ChoiceField(
        label="What you may do with the name",
        choices=[("", "Nothing was said"), *Permission.choices],
        required=False,
    )

    def __init__(self, data: Any = None, *, student: Student) -> None:
        super().__init__(data, student=student)
        self.referrers = {
            str(one.public_id): one
            for one in queries.people_to_be_named_by(student)[:MOST_REFERRERS]
        }
        names = [(key, one.name) for key, one in self.referrers.items()]
        self.fields["named_by"].choices = [("", "Nobody"), *names]

    def clean_named_by(self) -> Contact | None:
        return self.referrers.get(self.cleaned_data["named_by"])

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("circle") == Circle.REFERRED and not said.get("named_by"):
            self.add_error("named_by", "Say who named this person, or choose another circle.")
        return said


class DoNotContactForm(PlainForm):
    """Who decided, and what was said."""

    who = forms.ChoiceField(label="What happened", widget=forms.RadioSelect, initial="they")
    reason = forms.CharField(
        label="What was said",
        max_length=200,
        required=False,
        help_text="Only for you. It goes when you erase the person; the block stays.",
    )

    def __init__(self, data: Any = None, *, contact: Contact) -> None:
        super().__init__(data)
        self.fields["who"].choices = [
            ("they", f"{contact.name} asked not to be contacted"),
            ("me", "I decided not to"),
        ]


def occupation_choices() -> list[Any]:
    """The title families, by area."""
    groups = {area.code: (area.name, []) for area in careers.areas()}
    for each in careers.occupations():
        groups[each.area][1].append((each.code, each.name))
    return [("", "As the job title says"), *((name, found) for name, found in groups.values())]


def zone_choices() -> list[tuple[str, str]]:
    """Zones that carry the name of a place."""
    names = sorted(n for n in zoneinfo.available_timezones() if "/" in n and "Etc/" not in n)
    return [("", "Not known"), *((name, name.replace("_", " ")) for name in names)]


def _initial(contact: Contact) -> dict[str, Any]:
    names = ContactForm.base_fields
    return {name: getattr(contact, name) for name in names} | {"full_name": contact.name}
