"""Paths of the app, as nouns."""

from django.urls import path

from whoelse.web.contacts.views import imports, people, person

app_name = "contacts"
urlpatterns = [
    path("", people.people, name="people"),
    path("new/", people.contact_new, name="contact-new"),
    path("import/", imports.import_file, name="import"),
    path("import/<uuid:public_id>/", imports.import_staged, name="import-staged"),
    path("import/<uuid:public_id>/ticks/", imports.import_ticks, name="import-ticks"),
    path("import/<uuid:public_id>/columns/", imports.import_columns, name="import-columns"),
    path("import/<uuid:public_id>/cancel/", imports.import_cancel, name="import-cancel"),
    path("import/<uuid:public_id>/undo/", imports.import_undo, name="import-undo"),
    path("<uuid:public_id>/", person.contact, name="contact"),
    path("<uuid:public_id>/edit/", person.contact_edit, name="contact-edit"),
    path("<uuid:public_id>/do-not-contact/", person.do_not_contact, name="do-not-contact"),
    path("<uuid:public_id>/export/", person.contact_export, name="contact-export"),
    path("<uuid:public_id>/card.vcf", person.contact_card, name="contact-card"),
    path("<uuid:public_id>/erase/", person.contact_erase, name="contact-erase"),
]
