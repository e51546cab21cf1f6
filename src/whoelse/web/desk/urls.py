"""Paths of the app, as nouns."""

from django.urls import path

from whoelse.web.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.today, name="today"),
    path("welcome/", views.welcome, name="welcome"),
    path("welcome/<slug:step>/", views.welcome, name="welcome-step"),
    path("settings/", views.settings, name="settings"),
    path("network/", views.network, name="network"),
]
