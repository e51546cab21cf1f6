"""What is new in a reply: introductions, blocks, signatures and what firms put around a text."""

import pytest

from whoelse.engine.mail import sort_mail


def new(text):
    head = b"From: a@b.example\nIn-Reply-To: <q@b.example>\nContent-Type: text/plain; charset=utf-8"
    return sort_mail(head + b"\n\n" + text.encode()).reply_text


@pytest.mark.parametrize(
    "introduction",
    [
        "On Mon, Nov 2, 2026 at 2:02 PM Maya Lindqvist <maya@a.example> wrote:",
        "On Mon, Nov 2, 2026 at 2:02 PM Maya Lindqvist\n<maya@a.example> wrote:",
        "On 02.11.26 14:02, Maya Lindqvist wrote:",
        "Am 02.11.2026 um 14:02 schrieb Maya Lindqvist:",
        "Am Mo., 2. Nov. 2026 um 14:02 Uhr schrieb Maya <\nmaya@a.example>:",
        "Le lun. 2 nov. 2026 à 14:02, Maya <maya@a.example> a écrit :",
        "El lun, 2 nov 2026 a las 14:02, Maya (<maya@a.example>) escribió:",
        "Em seg., 2 de nov. de 2026 às 14:02, Maya <maya@a.example> escreveu:",
        "Il giorno lun 2 nov 2026 alle ore 14:02 Maya <maya@a.example> ha scritto:",
        "Op ma 2 nov 2026 om 14:02 schreef Maya <maya@a.example>:",
        "Den mån 2 nov. 2026 kl 14:02 skrev Maya <maya@a.example>:",
        "Den man. 2. nov. 2026 kl. 14.02 skrev Maya <maya@a.example>:",
        "ma 2. marrask. 2026 klo 14.02 Maya (maya@a.example) kirjoitti:",
        "pon., 2 lis 2026 o 14:02 Maya <maya@a.example> napisał(a):",
        "po 2. 11. 2026 v 14:02 odesílatel Maya <maya@a.example> napsal:",
        "Maya <maya@a.example> ezt írta (időpont: 2026. nov. 2., H, 14:02):",
        "пн, 2 нояб. 2026 г. в 14:02, Maya <maya@a.example>:",
        "2 Kas 2026 Pzt, 14:02 tarihinde Maya <maya@a.example> şunu yazdı:",
        "Στις Δευ 2 Νοε 2026 στις 14:02, ο χρήστης Maya <maya@a.example> έγραψε:",
        "2026年11月2日(月) 14:02 Maya <maya@a.example>:",
        "Maya <maya@a.example> 于2026年11月2日周一 14:02写道：",
        "2026년 11월 2일 (월) 오후 2:02, Maya <maya@a.example>님이 작성:",
        "Vào Th 2, 2 thg 11, 2026 lúc 14:02 Maya <maya@a.example> đã viết:",
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----",
        "________________________________\nFrom: Maya\nSent: Monday\nTo: Karen",
        "From: Maya\nSent: Monday\nTo: Karen\nSubject: A question",
        "De : Maya\nEnvoyé : lundi 2 novembre\nÀ : Karen\nObjet : Une question",
        "Da: Maya\nInviato: lunedì\nA: Karen\nOggetto: Una domanda",
        "Från: Maya\nSkickat: måndag\nTill: Karen\nÄmne: En fråga",
        "差出人: Maya\n送信日時: 2026年11月2日\n宛先: Karen\n件名: 質問",
        "Begin forwarded message:",
        "##- Please type your reply above this line -##",
    ],
)
def test_everything_from_an_introduction_on_is_old(introduction):
    assert new(f"Yes, Tuesday.\n\n{introduction}\n\nMay I ask you something?\n") == "Yes, Tuesday."


def test_a_person_who_speaks_of_writing_introduces_nothing():
    text = "She wrote:\nyes.\n\nOn Monday we meet at 10:30. I will bring:\n- the book"
    assert new(text) == text


def test_text_right_above_an_introduction_stays():
    assert new("Hi,\nOn Mon, Nov 2, 2026 at 2:02 PM Maya wrote:\n> May I?\nYes.") == "Hi,\n\nYes."
    assert new("At 10:30?\nOn Mon, Nov 2, 2026 at 2:02 PM M wrote:\n> May I?") == "At 10:30?"


def test_lines_that_only_look_like_introductions_stay():
    text = "Here is the plan for 2026:\n\n" + "word " * 100 + "at 10:30 she wrote:"
    assert new(text) == text


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my iPhone",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Enviado desde mi móvil Samsung",
        "Inviato da iPhone",
        "Verstuurd vanaf mijn iPhone",
        "Skickat från min iPhone",
        "Wysłane z iPhone'a",
        "Отправлено с iPhone",
        "iPhoneから送信",
        "发自我的iPhone",
        "Get Outlook for Android<https://aka.example/x>",
        "*Sent from my Pixel*",
    ],
)
def test_the_line_of_a_telephone_goes(line):
    assert new(f"Yes.\n\n{line}") == "Yes."


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my desk, is easier than from my phone.",
        "Sent from my heart. And with love.",
        "Sent via post, fax, and pigeon",
    ],
)
def test_a_sentence_about_sending_stays(line):
    assert new(f"Yes.\n\n{line}") == f"Yes.\n\n{line}"


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ("\n-- \nKaren Liu\nOrbital", ""),
        ("\n--\nKaren", ""),
        ("\n-Karen", ""),
        ("\n- Karen", "\n- Karen"),
        ("\n_______________\nlist mailing list\nhttps://a.example/mailman/listinfo/list", ""),
        ("\n_______________\nmine", "\n_______________\nmine"),
        (
            "\nThis e-mail is confidential and meant for the intended recipient alone, thank you.",
            "",
        ),
        ("\nShort and confidential.", "\nShort and confidential."),
        (
            "\nThe meeting is confidential, which is why I would rather not name the company here.",
            "\nThe meeting is confidential, which is why I would rather not name the company here.",
        ),
        ("\nBest,\nKaren\nHead of Data\n+1 555 010 2030", "\nBest,\nKaren"),
        (
            "\nBest,\nKaren\nP.S. Call +1 555 010 2030.",
            "\nBest,\nKaren\nP.S. Call +1 555 010 2030.",
        ),
        ("\nBest,\nKaren", "\nBest,\nKaren"),
        ("\n==========", ""),
    ],
)
def test_what_stands_below_the_text(below, kept):
    assert new(f"Yes, gladly.\n{below}") == f"Yes, gladly.\n{kept}".rstrip()


def test_a_message_of_small_print_alone_stays():
    text = "Confidential: tell nobody, not even the intended recipient of my other letters, please."
    assert new(text) == text


def test_only_a_quote_says_nothing():
    assert new("> May I ask you something?\n> Maya") == ""


def test_a_warning_of_the_firm_above_the_text_goes():
    assert new("CAUTION: External sender.\n\nYes.") == "Yes."


def test_long_gaps_are_closed():
    assert new("One\n\n\n\n\n\nTwo") == "One\n\n\nTwo"


def test_a_very_long_run_of_lines_keeps_its_end():
    text = "\n".join(["line"] * 500)
    assert new(f"{text}\n> quote\nEnd") == f"{text}\n\nEnd"
