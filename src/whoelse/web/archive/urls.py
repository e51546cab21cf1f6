"""Paths of the app, as nouns."""

from django.urls import path

from whoelse.web.archive import views

app_name = "archive"
urlpatterns = [
    path("", views.data, name="data"),
    path("whoelse.zip", views.file, name="file"),
]
