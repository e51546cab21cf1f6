"""Paths of the app, as nouns."""

from django.urls import path

from whoelse.web.mail import views

app_name = "mail"
urlpatterns = [
    path("account/", views.account, name="account"),
    path("account/test/", views.account_test, name="account-test"),
    path("account/read/", views.read_now, name="read-now"),
    path("account/disconnect/", views.disconnect, name="disconnect"),
    path("digest/", views.digest, name="digest"),
    path("digest/<str:token>/stop/", views.digest_stop, name="digest-stop"),
    path("<uuid:public_id>/", views.letter, name="letter"),
    path("<uuid:public_id>/take-back/", views.take_back, name="take-back"),
    path("<uuid:public_id>/now/", views.now, name="now"),
    path("<uuid:public_id>/did-leave/", views.did_leave, name="did-leave"),
    path("<uuid:public_id>/again/", views.again, name="again"),
    path("<uuid:public_id>/give-up/", views.give_up, name="give-up"),
    path("<uuid:public_id>/seen/", views.seen, name="seen"),
    path("<uuid:public_id>/look/", views.look, name="look"),
    path("incoming/<uuid:public_id>/seen/", views.incoming_seen, name="incoming-seen"),
    path("incoming/<uuid:public_id>/forget/", views.incoming_forget, name="incoming-forget"),
]
