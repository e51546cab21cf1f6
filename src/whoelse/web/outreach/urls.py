"""Paths of the app, as nouns."""

from django.urls import path

from whoelse.web.outreach import views

app_name = "outreach"
urlpatterns = [
    path("to/<uuid:contact_id>/<slug:kind>/", views.write, name="write"),
    path("<uuid:public_id>/", views.message, name="message"),
    path("<uuid:public_id>/findings/", views.findings, name="findings"),
    path("<uuid:public_id>/message.eml", views.eml, name="eml"),
    path("<uuid:public_id>/sent/", views.sent, name="sent"),
    path("<uuid:public_id>/reply/", views.reply, name="reply"),
]
