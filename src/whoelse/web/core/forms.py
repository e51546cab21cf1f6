"""How forms behave: every field goes through `components/field.html`, with our classes."""

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting

AREA, CHECK, CHOICE, SLIDER = (
    "field__input field__input--area",
    "option__input",
    "",
    "slider__input",
)


class FieldRenderer(TemplatesSetting):
    """Django's renderer with our field template; widgets come from Django."""

    field_template_name = "components/field.html"


class PlainForm(forms.Form):
    """A form without colons after its labels and without the browser's own error bubbles."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            css = class_of(field.widget)
            if css:
                field.widget.attrs.setdefault("class", css)


def class_of(widget: forms.Widget) -> str:
    """The CSS class of a widget, by its kind."""
    if isinstance(widget, forms.Textarea):
        return AREA
    if isinstance(widget, forms.CheckboxInput | forms.RadioSelect | forms.CheckboxSelectMultiple):
        return CHECK
    if isinstance(widget, forms.HiddenInput):
        return ""
    return SLIDER if widget.attrs.get("type") == "range" else "field__input"
