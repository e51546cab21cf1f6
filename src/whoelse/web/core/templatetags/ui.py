"""How single things look: icons, a person's mark, moments in words. Built into every template."""

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

STAGES = {
    "open": ("mark--open", ""),
    "asked": ("mark--asked", "clip-third"),
    "scheduled": ("mark--scheduled", "clip-two"),
    "held": ("mark--held", ""),
    "no": ("mark--no", ""),
}


@register.simple_tag
def icon(name: str, size: str = "small") -> SafeString:
    """An icon of the sprite. It never stands without words beside it."""
    extra = " icon--small" if size == "small" else ""
    return format_html(
        '<svg class="icon{}" viewBox="0 0 24 24" aria-hidden="true"><use href="#i-{}"/></svg>',
        extra,
        name,
    )


@register.simple_tag
def mark_shape(circle: str, stage: str = "open") -> SafeString:
    """The inside of a person's mark, for pictures that place it themselves."""
    clip = STAGES.get(stage, STAGES["open"])[1]
    fill = slash = SafeString("")
    if clip:
        fill = format_html(
            '<use class="mark__fill" href="#c-{}" clip-path="url(#{})"/>', circle, clip
        )
    if stage == "no":
        slash = SafeString('<path class="mark__slash" d="M-9 9 9 -9"/>')
    return format_html('<use href="#c-{}"/>{}{}', circle, fill, slash)


@register.simple_tag
def mark(circle: str, stage: str = "open") -> SafeString:
    """A person's mark: the shape tells the circle, the filling the stage. Words stand beside it."""
    return format_html(
        '<svg class="mark {}" viewBox="-10 -10 20 20" aria-hidden="true">{}</svg>',
        STAGES.get(stage, STAGES["open"])[0],
        mark_shape(circle, stage),
    )


@register.filter
def clock(value: datetime | None) -> str:
    """ "4:00 pm" in the student's zone."""
    if not value:
        return ""
    local = timezone.localtime(value)
    return f"{local.hour % 12 or 12}:{local:%M} {'am' if local.hour < 12 else 'pm'}"


@register.filter
def day(value: datetime | date | None) -> str:
    """ "today", "yesterday", "tomorrow", "4 Nov", "4 Nov 2025", in the student's zone."""
    if not value:
        return ""
    on = timezone.localtime(value).date() if isinstance(value, datetime) else value
    today = timezone.localdate()
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((on - today).days)
    if near:
        return near
    return f"{on.day} {on:%b}" if on.year == today.year else f"{on.day} {on:%b %Y}"


@register.filter
def long_day(value: datetime | date | None) -> str:
    """ "Thursday, 5 November", in the student's zone."""
    if not value:
        return ""
    on = timezone.localtime(value).date() if isinstance(value, datetime) else value
    return f"{on:%A}, {on.day} {on:%B}"


@register.filter
def moment(value: datetime | None) -> str:
    """ "tomorrow, 4:00 pm" """
    return f"{day(value)}, {clock(value)}" if value else ""


@register.filter
def number_word(value: int) -> str:
    """Small whole numbers as words, at the beginning of a sentence or within one."""
    words = [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ]
    return words[value] if isinstance(value, int) and 0 <= value < len(words) else str(value)


@register.simple_tag(takes_context=True)
def current(context: template.Context, *apps: str) -> SafeString:
    """`aria-current` for the rail when the page belongs to one of these sections."""
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    here = {match.app_name, match.view_name} if match else set()
    return SafeString('aria-current="page"' if here & set(apps) else "")
