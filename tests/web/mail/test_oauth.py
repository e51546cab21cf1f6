"""Signing in by OAuth (SASL XOAUTH2), prepared for hosts that register a client."""

import base64

from aiosmtpd.smtp import AuthResult

from tests.mail_servers import recording_smtp
from tests.web.mail.makers import make_account, make_letter, send_round, state_of
from whoelse.web.mail.smtp import Login, xoauth2


def test_the_first_answer_is_user_and_token():
    answer = base64.b64decode(xoauth2(Login("ana@norhaven.example", "ya29.token", "xoauth2")))

    assert answer == b"user=ana@norhaven.example\x01auth=Bearer ya29.token\x01\x01"


def test_a_letter_leaves_with_a_token(ana):
    given = []

    async def auth_XOAUTH2(server, args):  # noqa: N802
        given.append(base64.b64decode(args[1]))
        is_good = given[-1].split(b"\x01")[1] == b"auth=Bearer good"
        return AuthResult(success=is_good, handled=is_good)

    with recording_smtp(mechanisms={"auth_XOAUTH2": auth_XOAUTH2}) as smtp:
        account = make_account(ana, smtp_port=smtp.port, secret="bad", sign_in="xoauth2")
        letter = make_letter(ana)
        send_round()
        refused = state_of(letter)
        account.secret, account.sign_in = "good", "xoauth2"
        account.save()
        type(letter).objects.update(send_after=letter.queued_at)
        send_round()

    assert refused[1].startswith("127.0.0.1 refuses the user name or the password.")
    assert state_of(letter) == ("sent", "")
    assert len(smtp.accepted) == 1
