"""Paths of the app, as nouns."""

from django.urls import path

from whoelse.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("door/", views.door, name="door"),
    path("door/<str:key>/", views.door_with_key, name="door-with-key"),
]
