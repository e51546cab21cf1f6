"""Paths of the app, as nouns."""

from django.urls import path

from whoelse.web.contacts import views

app_name = "contacts"
urlpatterns = [
    path("", views.people, name="people"),
    path("new/", views.contact_new, name="contact-new"),
    path("import/", views.import_file, name="import"),
    path("import/<uuid:public_id>/", views.import_staged, name="import-staged"),
    path("import/<uuid:public_id>/undo/", views.import_undo, name="import-undo"),
    path("<uuid:public_id>/", views.contact, name="contact"),
    path("<uuid:public_id>/edit/", views.contact_edit, name="contact-edit"),
    path("<uuid:public_id>/do-not-contact/", views.do_not_contact, name="do-not-contact"),
    path("<uuid:public_id>/export/", views.contact_export, name="contact-export"),
    path("<uuid:public_id>/erase/", views.contact_erase, name="contact-erase"),
]
