"""Paths of the app, as nouns."""

from django.urls import path, register_converter

from whoelse.web.core.document_files import FormatConverter
from whoelse.web.roadmap import views

register_converter(FormatConverter, "file_format")

app_name = "roadmap"
urlpatterns = [
    path("", views.roadmap, name="roadmap"),
    path("all/", views.all_sheets, name="all"),
    path("all.<file_format:form>", views.all_sheets_file, name="all-file"),
    path("heard/<uuid:public_id>/", views.heard, name="heard"),
    path("rows/<slug:kind>/", views.rows, name="rows"),
    path("rows/<slug:kind>/<uuid:public_id>/", views.row, name="row"),
    path("rows/<slug:kind>/<uuid:public_id>/remove/", views.row_remove, name="row-remove"),
    path("rows/<slug:kind>/<uuid:public_id>/restore/", views.row_restore, name="row-restore"),
    path("rows/<slug:kind>/<uuid:public_id>/settle/", views.row_settle, name="row-settle"),
    path("<slug:slug>/", views.tool, name="tool"),
]
