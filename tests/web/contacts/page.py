"""What a page says: its headings, links, buttons, fields and the rows of its table."""

from html.parser import HTMLParser

VOID = {"input", "meta", "link", "br", "hr", "img", "use", "path", "circle", "rect"}


class Page(HTMLParser):
    """Reads one response; scripts and styles have no text."""

    def __init__(self, response):
        super().__init__()
        self.h1, self.rows, self.errors = "", [], []
        self.links, self.buttons, self.values, self.ticked = {}, {}, {}, []
        self.tags = set()
        self._open = []
        self.feed(response.content.decode())

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.add(tag)
        if tag == "input":
            self._field(attributes)
        if tag not in VOID:
            self._open.append((tag, attributes, []))

    def handle_data(self, data):
        for _, _, text in self._open:
            text.append(data)

    def handle_endtag(self, tag):
        if not any(name == tag for name, _, _ in self._open):
            return
        while self._open:
            name, attributes, pieces = self._open.pop()
            self._close(name, attributes, " ".join("".join(pieces).split()))
            if name == tag:
                return

    def _field(self, attributes):
        self.values[attributes.get("name")] = attributes.get("value", "")
        if attributes.get("type") == "checkbox" and "checked" in attributes:
            self.ticked.append(attributes["value"])

    def _close(self, tag, attributes, text):
        if tag == "h1":
            self.h1 = text
        elif tag == "a":
            self.links[text] = attributes.get("href")
        elif tag == "button":
            self.buttons[text] = attributes
        elif tag in ("th", "td") and self._open:
            row = next((each for each in reversed(self._open) if each[0] == "tr"), None)
            row[1].setdefault("cells", []).append(text)
        elif tag == "tr":
            self.rows.append(tuple(attributes.get("cells", ())))
        elif "field__error" in attributes.get("class", "") or attributes.get("role") == "alert":
            self.errors.append(text)

    @property
    def body_rows(self):
        return self.rows[1:]
