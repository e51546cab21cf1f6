"""Paths of the app, as nouns."""

from django.urls import path

from whoelse.web.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.today, name="today"),
    path("promises/<uuid:public_id>/kept/", views.promise_kept, name="promise-kept"),
    path("actions/<uuid:public_id>/done/", views.action_done, name="action-done"),
    path("referrals/<uuid:public_id>/reported/", views.referral_reported, name="referral-reported"),
    path("keeping-in-touch/", views.touching, name="touching"),
    path("welcome/", views.welcome, name="welcome"),
    path("welcome/people/<uuid:public_id>/remove/", views.welcome_remove, name="welcome-remove"),
    path("welcome/<slug:step>/", views.welcome, name="welcome-step"),
    path("settings/", views.settings, name="settings"),
    # The paths of `contacts`, answered first by the app that also knows findings and messages.
    path("people/<uuid:public_id>/", views.person, name="person"),
    path("people/<uuid:public_id>/export/", views.person_export, name="person-export"),
    path("careers/", views.careers, name="careers"),
    path("careers/occupations/<slug:code>/", views.careers_occupation, name="careers-occupation"),
    path("careers/<slug:code>/", views.careers_area, name="careers-area"),
    path("network/", views.network, name="network"),
    path("network/table.csv", views.network_table, name="network-table"),
]
