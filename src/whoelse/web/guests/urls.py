"""Paths of the app, as nouns. A token stands in a path, never in a query."""

from django.urls import path

from whoelse.web.guests import views

app_name = "guests"
urlpatterns = [
    path("requests/<uuid:public_id>/page/", views.request_page, name="request"),
    path("requests/<uuid:public_id>/page/link/", views.link, name="link"),
    path("requests/<uuid:public_id>/page/withdrawal/", views.withdrawal, name="withdrawal"),
    path("ask/<str:token>/", views.page, name="page"),
    path("ask/<str:token>/calendar.ics", views.calendar, name="calendar"),
    path("ask/<str:token>/stored/", views.stored, name="stored"),
    path("ask/<str:token>/zone/", views.zone, name="zone"),
    path("ask/<str:token>/<slug:slug>/", views.answer, name="answer"),
]
