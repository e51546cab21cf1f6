"""What a device needs to keep the room without network: where it starts, and how it tells."""

from pathlib import Path
from uuid import UUID

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from whoelse.web.core.htmx import render_page
from whoelse.web.interviews import access, actions, queries
from whoelse.web.interviews.forms import Unreadable, read_operations
from whoelse.web.interviews.room_state import state_of


@never_cache
@require_safe
def rooms(request: HttpRequest) -> HttpResponse:
    """Where the app on the home screen opens: the next rooms, and what this device holds."""
    context = {
        "coming": list(queries.coming(request.student)[:10]),
        "to_write_up": list(queries.to_write_up(request.student)[:10]),
    }
    return render_page(request, "interviews/rooms.html", context)


@require_safe
def worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The script that answers without network. Served from here, it reaches no other page."""
    script = Path(finders.find("js/room-worker.js")).read_bytes()
    response = HttpResponse(script, content_type="text/javascript")
    response["Cache-Control"] = "no-cache"
    return response


@never_cache
@require_safe
def room_state(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What the server knows, and a token for a page that was opened long ago."""
    interview = access.interview_for(request.user, public_id)
    state = state_of(interview, at=timezone.now())
    return JsonResponse({"state": state, "token": get_token(request)})


@never_cache
@require_POST
def operations(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What was done on a device, in order; what was told before is answered as before."""
    interview = access.interview_for(request.user, public_id)
    try:
        wanted = read_operations(request.body)
    except Unreadable:
        return JsonResponse({"error": "This is not a list of operations."}, status=422)
    now = timezone.now()
    answers = actions.apply_operations(interview, wanted, at=now)
    return JsonResponse({"answers": answers, "state": state_of(interview, at=now)})
