"""Automatic answers, programs and lists, told apart from people."""

import pytest

from whoelse.engine.mail import sort_mail


def kind(*fields, text="I am away.", sender="Karen Liu <karen@orbital.example>"):
    return sort_mail("\n".join([f"From: {sender}", *fields, "", text]).encode()).kind


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: A question", "Auto: A question", "Out of Office: A question",
        "Out of office", "OOO until Monday", "[OOO] A question", "[Staff] Out of office",
        "Abwesenheitsnotiz: Frage", "Absence du bureau : question", "Fuera de la oficina",
        "Fora do escritório: pergunta", "Fuori ufficio", "Automatisch antwoord: vraag",
        "Frånvaro: fråga", "Autosvar: spørgsmål", "Automaattinen vastaus: kysymys",
        "Automatyczna odpowiedź: pytanie", "Automatická odpověď: dotaz", "Automatikus válasz: x",
        "Автоответ: вопрос", "Otomatik yanıt: soru", "Αυτόματη απάντηση: ερώτηση", "自動返信",
        "自动答复: 问题", "자동 회신: 질문", "מענה אוטומטי: שאלה", "Please confirm your message",
    ],
)  # fmt: skip
def test_subjects_of_automatic_answers(subject):
    assert kind(f"Subject: {subject}") == "auto_reply"


@pytest.mark.parametrize(
    "subject", ["Re: Out of office", "Absences in class", "Vacationing", "Re: Automatic reply: x"]
)
def test_subjects_of_people(subject):
    assert kind(f"Subject: {subject}", "In-Reply-To: <q@a.example>") == "reply"


@pytest.mark.parametrize(
    "field",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-replied (vacation)",
        "Precedence: auto_reply",
        "Return-Path: <>",
        "X-Precedence: auto_reply",
        "X-Autoreply: yes",
        "X-Autorespond: A question",
        "Delivered-To: Autoresponder",
        "X-POST-MessageClass: 9; Autoresponder",
    ],
)
def test_fields_of_automatic_answers(field):
    assert kind("Subject: Re: A question", "In-Reply-To: <q@a.example>", field) == "auto_reply"


@pytest.mark.parametrize(
    ("fields", "sender"),
    [
        (("Return-Path: <>",), "karen@orbital.example"),
        (("X-Auto-Response-Suppress: All",), "karen@orbital.example"),
        (("X-Auto-Response-Suppress: OOF",), "karen@orbital.example"),
        (("Auto-Submitted: auto-generated",), "karen@orbital.example"),
        (("X-A: b",), "no-reply@orbital.example"),
    ],
)
def test_what_a_program_says_is_an_answer_only_if_it_tells_of_absence(fields, sender):
    assert kind(*fields, text="I am out of the office.", sender=sender) == "auto_reply"
    assert kind(*fields, text="Your parcel left.", sender=sender) == "other"
    lists = "List-Id: <l.orbital.example>"
    assert kind(*fields, lists, text="I am out of the office.", sender=sender) == "other"


@pytest.mark.parametrize(
    "field",
    ["List-Id: <l.a.example>", "List-Unsubscribe: <https://a.example>", "Precedence: bulk"],
)
def test_lists_are_other_even_if_they_answer(field):
    assert kind("Subject: Re: x", "In-Reply-To: <q@a.example>", field, text="Yes.") == "other"


@pytest.mark.parametrize("field", ["Auto-Submitted: no", "X-Autoreply: no", "Precedence: normal"])
def test_fields_that_say_it_is_a_person(field):
    assert kind("In-Reply-To: <q@a.example>", field) == "reply"


@pytest.mark.parametrize(
    "subject",
    ["Re: x", "RE: x", "AW: x", "Antw: x", "SV: x", "VS: x", "Odp: x", "Re[2]: x", "回复：x",
     "[list] Re: x", "Fwd: x", "RIF: x", "YNT: x"],
)  # fmt: skip
def test_subjects_of_replies(subject):
    assert kind(f"Subject: {subject}") == "reply"


def test_who_quotes_answers():
    quoting = "Yes.\n\nOn Mon, Nov 2, 2026 at 2:02 PM M wrote:\n> May I?"
    assert kind("Subject: Hello", text=quoting) == "reply"
    assert kind("Subject: Hello", text="> a saying\n\nMay I ask?") == "other"
