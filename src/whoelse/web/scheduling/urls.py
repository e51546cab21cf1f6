"""Paths of the app, as nouns."""

from django.urls import path

from whoelse.web.scheduling import views

app_name = "scheduling"
urlpatterns = [
    path("<uuid:public_id>/interview.ics", views.invitation, name="invitation"),
    path("<uuid:public_id>/invitation/", views.invitation_send, name="invitation-send"),
    path("hours/", views.hours, name="hours"),
    path("calendars/link/", views.calendar_link, name="calendar-link"),
    path("calendars/file/", views.calendar_file, name="calendar-file"),
    path("calendars/account/", views.calendar_account, name="calendar-account"),
    path("calendars/<uuid:public_id>/read/", views.calendar_read, name="calendar-read"),
    path("calendars/<uuid:public_id>/remove/", views.calendar_remove, name="calendar-remove"),
    path("feed/", views.feed_make, name="feed-make"),
    path("feed/remove/", views.feed_remove, name="feed-remove"),
    path("with/<uuid:contact_id>/offer/", views.offer, name="offer"),
    path("with/<uuid:contact_id>/offer/text/", views.offer_text, name="offer-text"),
    path("proposals/<uuid:public_id>/decline/", views.proposal_decline, name="proposal-decline"),
]
