"""Messages that come in, as mail programs and servers write them."""

from email.message import EmailMessage
from email.policy import SMTP

BOUNCE = """\
From: Mail Delivery System <MAILER-DAEMON@mx.norhaven.example>
To: ana@norhaven.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <bounce-{n}@mx.norhaven.example>
Date: Thu, 05 Nov 2026 15:05:00 +0000
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

This is the mail system. I could not deliver your message.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.norhaven.example

Final-Recipient: rfc822; {to}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} no such person

--b
Content-Type: text/rfc822-headers

Message-ID: <{original}>
From: ana@norhaven.example
To: {to}
Subject: Your talk

--b--
"""


def reply(letter=None, *, text="Yes, Friday at four is fine.", sender="s.okafor@harrowbay.example",
          n=1, **headers):  # fmt: skip
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"Samuel Okafor <{sender}>"
    mail["To"] = "ana@norhaven.example"
    mail["Subject"] = "Re: Your talk about dose planning"
    mail["Message-ID"] = f"<reply-{n}@harrowbay.example>"
    mail["Date"] = "Thu, 05 Nov 2026 15:20:00 +0000"
    if letter is not None:
        mail["In-Reply-To"] = mail["References"] = f"<{letter.message_id}>"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    quoted = (
        "\n\nOn Thu, Nov 5, 2026 at 10:00 AM Ana Brandt <ana@norhaven.example> wrote:\n"
        "> Could we talk for 20 minutes?\n"
    )
    mail.set_content(text + (quoted if letter is not None else ""))
    return mail.as_bytes()


def bounce(letter, *, action="failed", status="5.1.1", n=1, original=None):
    text = BOUNCE.format(
        n=n,
        to=letter.to_address,
        action=action,
        status=status,
        original=original or letter.message_id,
    )
    return text.replace("\n", "\r\n").encode()
