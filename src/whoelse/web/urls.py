"""The table of contents of the site."""

from django.urls import include, path

from whoelse.web.core import views
from whoelse.web.scheduling.views import feed

urlpatterns = [
    path("careers/", include("whoelse.web.careers.urls")),  # before the areas, which are any word
    path("", include("whoelse.web.desk.urls")),
    path("", include("whoelse.web.accounts.urls")),
    path("", include("whoelse.web.guests.urls")),
    path("data/", include("whoelse.web.archive.urls")),
    path("reports/", include("whoelse.web.reports.urls")),
    path("roadmap/", include("whoelse.web.roadmap.urls")),
    path("feed/<str:token>.ics", feed, name="scheduling-feed"),
    path("people/", include("whoelse.web.contacts.urls")),
    path("mail/", include("whoelse.web.mail.urls")),
    path("messages/", include("whoelse.web.outreach.urls")),
    path("appointments/", include("whoelse.web.scheduling.urls")),
    path("interviews/", include("whoelse.web.interviews.urls")),
    path("discoveries/", include("whoelse.web.discoveries.urls")),
]

handler400 = views.bad_request
handler403 = views.forbidden
handler404 = views.not_found
handler500 = views.broken
