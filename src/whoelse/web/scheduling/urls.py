"""Paths of the app, as nouns."""

from django.urls import path

from whoelse.web.scheduling import views

app_name = "scheduling"
urlpatterns = [
    path("<uuid:public_id>/interview.ics", views.invitation, name="invitation"),
]
