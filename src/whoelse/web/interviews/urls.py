"""Paths of the app, as nouns."""

from django.urls import path

from whoelse.web.interviews import views

app_name = "interviews"
urlpatterns = [
    path("", views.interviews, name="interviews"),
    path("with/<uuid:contact_id>/agree/", views.agree, name="agree"),
    path("<uuid:public_id>/move/", views.move, name="move"),
    path("<uuid:public_id>/cancel/", views.cancel, name="cancel"),
    path("<uuid:public_id>/prepare/", views.prepare, name="prepare"),
    path("<uuid:public_id>/sheet/", views.sheet, name="sheet"),
    path("<uuid:public_id>/room/", views.room, name="room"),
    path("<uuid:public_id>/write-up/", views.write_up, name="write-up"),
]
