"""The index over the words of search entries: FTS5 on SQLite, GIN on PostgreSQL.

SQLite's triggers hang on the table of the entries: a migration that makes that table anew has to
make them anew as well.
"""

from django.db import migrations

SQLITE = [
    """CREATE VIRTUAL TABLE discoveries_search USING fts5(
        words, content='discoveries_searchentry', content_rowid='id', tokenize='ascii', prefix='2 3')""",
    """CREATE TRIGGER discoveries_search_insert AFTER INSERT ON discoveries_searchentry BEGIN
        INSERT INTO discoveries_search(rowid, words) VALUES (new.id, new.words); END""",
    """CREATE TRIGGER discoveries_search_delete AFTER DELETE ON discoveries_searchentry BEGIN
        INSERT INTO discoveries_search(discoveries_search, rowid, words)
        VALUES ('delete', old.id, old.words); END""",
    """CREATE TRIGGER discoveries_search_update AFTER UPDATE ON discoveries_searchentry BEGIN
        INSERT INTO discoveries_search(discoveries_search, rowid, words)
        VALUES ('delete', old.id, old.words);
        INSERT INTO discoveries_search(rowid, words) VALUES (new.id, new.words); END""",
]
SQLITE_BACK = [
    "DROP TRIGGER discoveries_search_update",
    "DROP TRIGGER discoveries_search_delete",
    "DROP TRIGGER discoveries_search_insert",
    "DROP TABLE discoveries_search",
]
POSTGRESQL = [
    """CREATE INDEX discoveries_search ON discoveries_searchentry
        USING gin (array_to_tsvector(string_to_array(words, ' ')))"""
]
POSTGRESQL_BACK = ["DROP INDEX discoveries_search"]


def make(apps, schema_editor):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in SQLITE if is_sqlite else POSTGRESQL:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in SQLITE_BACK if is_sqlite else POSTGRESQL_BACK:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("discoveries", "0002_search")]
    operations = [migrations.RunPython(make, drop)]
