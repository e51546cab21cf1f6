"""Paths of the app, as nouns."""

from django.urls import path

from whoelse.web.discoveries.views import occupation, overview, same_things, search

app_name = "discoveries"
urlpatterns = [
    path("", overview.discoveries, name="discoveries"),
    path("search/", search.search, name="search"),
    path("findings/<uuid:public_id>/", same_things.finding, name="finding"),
    path("occupations/<str:code>/", occupation.occupation, name="occupation"),
    path("occupations/<str:code>/actions/", occupation.occupation_actions, name="actions"),
    path("actions/<uuid:public_id>/", occupation.action, name="action"),
]
