"""Paths of the app, as nouns."""

from django.urls import path, register_converter

from whoelse.web.core.document_files import FormatConverter
from whoelse.web.reports import views

register_converter(FormatConverter, "a_file")

app_name = "reports"
urlpatterns = [
    path("", views.report, name="report"),
    path("report.<a_file:form>", views.report_file, name="report-file"),
    path("interviews/<uuid:public_id>/", views.record, name="record"),
    path("interviews/<uuid:public_id>.<a_file:form>", views.record_file, name="record-file"),
]
