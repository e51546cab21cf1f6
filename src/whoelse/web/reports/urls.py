"""Paths of the app, as nouns."""

from django.urls import path, register_converter

from whoelse.web.reports import views


class FormatConverter:
    """A format that a report can have as a file."""

    regex = "|".join(views.FORMATS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FormatConverter, "report_format")

app_name = "reports"
urlpatterns = [
    path("", views.report, name="report"),
    path("report.<report_format:form>", views.report_file, name="report-file"),
    path("interviews/<uuid:public_id>/", views.record, name="record"),
    path("interviews/<uuid:public_id>.<report_format:form>", views.record_file, name="record-file"),
]
