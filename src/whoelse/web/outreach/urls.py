"""Paths of the app, as nouns."""

from django.urls import path

from whoelse.web.outreach import views

app_name = "outreach"
urlpatterns = [
    path("to/<uuid:contact_id>/<slug:kind>/", views.write, name="write"),
    path("to/<uuid:contact_id>/<slug:kind>/findings/", views.findings, name="findings"),
    path("to/<uuid:contact_id>/<slug:kind>/words/", views.words, name="words"),
    path("to/<uuid:contact_id>/<slug:kind>/instead/", views.instead, name="instead"),
    path("to/<uuid:contact_id>/<slug:kind>/without/", views.without, name="without"),
    path("to/<uuid:contact_id>/<slug:kind>/release/", views.release, name="release"),
    path("<uuid:public_id>/", views.message, name="message"),
    path("<uuid:public_id>/message.eml", views.eml, name="eml"),
    path("<uuid:public_id>/send/", views.send, name="send"),
    path("<uuid:public_id>/take-back/", views.take_back, name="take-back"),
    path("answers/<uuid:public_id>/", views.answer, name="answer"),
    path("<uuid:public_id>/sent/", views.sent, name="sent"),
    path("<uuid:public_id>/address/", views.address, name="address"),
    path("<uuid:public_id>/discard/", views.discard, name="discard"),
    path("<uuid:public_id>/reply/", views.reply, name="reply"),
    path("<uuid:public_id>/reply/remove/", views.reply_remove, name="reply-remove"),
]
