"""Texts and forms that several tests of messages share."""

from django.urls import reverse

from tests.factories import make_contact, make_message

GOOD = (
    "Dear Dr. Okafor,\n\n"
    "I am a third-year physics major at Norhaven College, and I am finding out what people with a"
    " physics degree do all day.\n\n"
    "Your talk about dose planning was the first time that I heard of your work. I would most"
    " like to hear what an ordinary week holds.\n\n"
    "Could we talk for 20 minutes by phone in the next three weeks?\n\n"
    "Kind regards,\nAna Brandt"
)
JOB_ASK = "Could you tell me whether your team has an internship for me next summer?"
ASKING = GOOD.replace("Could we talk", f"{JOB_ASK} Could we talk")
WRONG_NAME = GOOD.replace("Dr. Okafor", "Karen")
SUBJECT = "Your talk about dose planning"


def make_okafor(student, **fields):
    defaults = {"honorific": "Dr.", "email": "s.okafor@harrowbay.example"}
    return make_contact(student, "Samuel Okafor", **(defaults | fields))


def make_draft(contact, body=GOOD, **fields):
    return make_message(contact, **({"subject": SUBJECT, "body": body} | fields))


def write_path(contact, part="write", kind="request"):
    return reverse(f"outreach:{part}", args=[contact.public_id, kind])


def message_path(message, part="message"):
    return reverse(f"outreach:{part}", args=[message.public_id])
