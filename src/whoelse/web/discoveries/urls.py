"""Paths of the app, as nouns."""

from django.urls import path

from whoelse.web.discoveries import views

app_name = "discoveries"
urlpatterns = [
    path("", views.discoveries, name="discoveries"),
]
