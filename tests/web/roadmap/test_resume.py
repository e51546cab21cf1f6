"""The block of a résumé is made of evidence, and everything else is said to be missing."""

from tests.web.roadmap.worksheets import add, add_evidence, on_sheet
from whoelse.web.roadmap.resume import block_of


def block(student):
    return block_of(on_sheet(student, "skills"), on_sheet(student, "evidence"))


def test_skills_stand_in_their_groups_with_what_shows_them(ana):
    laboratory = add(ana, "experiences", period="Fall 2025")
    alignment = add(ana, "skills")
    add_evidence(ana, "Aligned it to a fringe.", skill=alignment, experience=laboratory)
    add_evidence(ana, "Kept the log", skill=alignment, experience=laboratory)
    python = add(ana, "skills", name="Python", group="computing")
    add_evidence(ana, "Fitted decays", skill=python, experience=laboratory)

    assert block(ana).text == (
        "Instruments\n"
        "- Alignment: Aligned it to a fringe (Optics laboratory, Fall 2025);"
        " Kept the log (Optics laboratory, Fall 2025)\n\n"
        "Hardware and software\n"
        "- Python: Fitted decays (Optics laboratory, Fall 2025)"
    )


def test_what_nothing_shows_and_what_is_left_out_is_named(ana):
    bare = add(ana, "skills", name="Bare")
    ahead = add(ana, "experiences", is_ahead=True)
    planned = add(ana, "skills", name="Planned")
    add_evidence(ana, skill=planned, experience=ahead)
    hidden = add(ana, "skills", name="Hidden", is_on_resume=False)

    made = block(ana)

    assert (made.text, made.unshown, made.left_out) == ("", (bare, planned), (hidden,))
