"""Paths of the app, as nouns. The atlas, its areas and its occupations are answered by `desk`."""

from django.urls import path

from whoelse.web.careers import views

app_name = "careers"
urlpatterns = [
    path("search/", views.search, name="search"),
    path("figures/", views.figures, name="figures"),
    path("onet/", views.onet, name="onet"),
    path("onet/remove/", views.onet_remove, name="onet-remove"),
    path("<slug:code>/curious/", views.curious, name="curious"),
]
