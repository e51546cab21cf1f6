"""The tools of the Careers Toolbox: numbers, names and order in both editions.

Names, order and sections are those of the Careers Toolbox of AIP and the Society of Physics
Students (first editions 2013-16; fourth edition 2017, NSF award 1011829). The words are ours.
"""

from dataclasses import dataclass, replace

FIRST = "Careers Toolbox of AIP and the Society of Physics Students, first editions, 2013–16"
FOURTH = "Careers Toolbox of AIP and the Society of Physics Students, fourth edition, 2017"


@dataclass(frozen=True, slots=True)
class Tool:
    """One worksheet: its place in the toolbox and what it is for."""

    slug: str
    name: str
    lead: str
    section: str
    kinds: tuple[str, ...]  # of rows that stand on it
    number: int = 0


EXPLORE, SKILLS, WORK = "Explore", "What I know and can do", "Get to work"

_TITLES = Tool(
    "titles",
    "Common job titles",
    "The same work has many titles, and one title means different work at different employers."
    " Collect those that you want to know more about.",
    EXPLORE,
    ("titles",),
)
_INTERVIEWS = Tool(
    "interviews",
    "Informational interviews",
    "Twenty minutes with somebody who does the work. This sheet shows how far you are and what"
    " comes next.",
    EXPLORE,
    (),
)
_EXPERIENCE = Tool(
    "experience",
    "Gaining experience",
    "What you mean to do next, so that a skill you lack becomes one that you can show.",
    EXPLORE,
    ("experiences",),
)
_NETWORKING = Tool(
    "networking",
    "Networking",
    "What you say in half a minute to a minute when somebody asks who you are and what you do.",
    EXPLORE,
    ("pitches",),
)
_SKILLS = Tool(
    "skills",
    "Knowing your skills",
    "First what you did, then what it taught you, then one sentence that shows it.",
    SKILLS,
    ("experiences", "skills", "evidence"),
)
_SEARCH = Tool(
    "search",
    "Effective job searching",
    "Hardly anybody advertises for “physics”. Look for your titles, in a few places that you"
    " know well.",
    WORK,
    ("places",),
)
_RESUME = Tool(
    "resume",
    "Building the résumé",
    "A block of knowledge and skills, made of the evidence on the skills sheet.",
    WORK,
    (),
)
_LETTER = Tool(
    "letters",
    "Writing a cover letter",
    "An outline for each employer: points now, sentences later.",
    WORK,
    ("letters", "letter-parts"),
)
_STORIES = Tool(
    "stories",
    "Acing the interview",
    "Stories that show a skill: situation, task, action, result.",
    WORK,
    ("stories",),
)
_FOURTH_EDITION_NAMES = {
    "skills": "Identifying your skill sets",
    "search": "The job search strategy",
    "resume": "Putting you on paper: the résumé",
}


def _numbered(tools: tuple[Tool, ...]) -> tuple[Tool, ...]:
    return tuple(replace(tool, number=number) for number, tool in enumerate(tools, start=1))


EIGHT = _numbered((_TITLES, _INTERVIEWS, _NETWORKING, _SKILLS, _SEARCH, _RESUME, _LETTER, _STORIES))
NINE = _numbered(
    tuple(
        replace(tool, name=_FOURTH_EDITION_NAMES.get(tool.slug, tool.name))
        for tool in (
            _TITLES, _INTERVIEWS, _EXPERIENCE, _NETWORKING,
            _SKILLS, _SEARCH, _RESUME, _LETTER, _STORIES,
        )
    )
)  # fmt: skip
# Where a row of a kind is worked on, whichever the edition.
SHEET_OF = {
    "titles": "titles",
    "experiences": "skills",
    "skills": "skills",
    "evidence": "skills",
    "pitches": "networking",
    "places": "search",
    "letters": "letters",
    "letter-parts": "letters",
    "stories": "stories",
}
SLUGS = tuple(tool.slug for tool in NINE)


def tools_of(*, has_nine_tools: bool) -> tuple[Tool, ...]:
    return NINE if has_nine_tools else EIGHT


def source_of(*, has_nine_tools: bool) -> str:
    return FOURTH if has_nine_tools else FIRST
