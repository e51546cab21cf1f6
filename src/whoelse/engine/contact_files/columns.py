"""The names of columns, in the languages in which exports are written.

English, German, French, Spanish, Portuguese, Italian, Dutch, and a few more where they are
unmistakable. Which fields they stand for is decided over the whole header, because “Nom” is
a family name beside “Prénom” and a full name alone.
"""

import re
from collections.abc import Sequence
from unicodedata import combining, normalize

FIELDS = (
    "name",
    "given",
    "middle",
    "family",
    "email",
    "phone",
    "employer",
    "job_title",
    "profile_url",
    "connected_on",
)

_NAMES = {
    "name": "full name|fullname|name|display name|contact name|person|alumni name|student name"
    "|vollstandiger name|nom complet|nombre completo|nome completo|volledige naam",
    "given": "first name|given name|firstname|givenname|first|forename|preferred name|vorname"
    "|prenom|nombre de pila|primeiro nome|voornaam|fornavn|fornamn|etunimi|imie|jmeno|ad",
    "middle": "middle name|middle|additional name|weitere vornamen|deuxieme prenom|segundo nombre"
    "|tweede naam",
    "family": "last name|family name|lastname|familyname|surname|last|nachname|familienname"
    "|nom de famille|apellidos|apellido|sobrenome|apelido|ultimo nome|cognome|achternaam"
    "|efternavn|efternamn|etternavn|sukunimi|nazwisko|prijmeni|soyad",
    "email": "email address|e-mail address|email|e-mail|mail|work email|business email"
    "|primary email|contact email|e-mail-adresse|emailadresse|mailadresse|adresse e-mail"
    "|adresse email|adresse electronique|courriel|direccion de correo electronico"
    "|correo electronico|correo|endereco de e-mail|endereco de email|indirizzo e-mail"
    "|indirizzo email|e-mailadres|emailadres|e-postadress|e-mailadresse|e-postadresse",
    "phone": "phone|phone number|mobile|mobile phone|mobile number|cell|cell phone|telephone"
    "|work phone|business phone|telefon|telefonnummer|handy|mobiltelefon|telefono|movil"
    "|telefono movil|telefone|celular|cellulare|telefoon|telefoonnummer|mobiele telefoon"
    "|numero de telephone|portable",
    "employer": "company|company name|current company|organization|organisation|employer"
    "|current employer|organization name|firm|firma|unternehmen|arbeitgeber|entreprise|societe"
    "|employeur|empresa|empresa actual|azienda|societa|bedrijf|organisatie|werkgever"
    "|virksomhed|foretag|bedrift",
    "job_title": "job title|position|current position|current role|current title|role"
    "|occupation|profession|stelle|berufsbezeichnung|jobtitel|poste|fonction|intitule du poste"
    "|cargo|puesto|posizione|qualifica|ruolo|functie|functietitel|stilling|befattning",
    "profile_url": "url|linkedin url|linkedin|linkedin profile|linkedin profile url|profile url"
    "|profile|profile link|public profile url|profil-url|profil|perfil|profilo|profiel"
    "|url de profil|url del perfil|url do perfil|url del profilo|profiel-url",
    "connected_on": "connected on|connection date|date connected|connected|verbunden am"
    "|verbunden seit|kontakt seit|vernetzt am|date de connexion|connecte le|connexion le"
    "|en relation depuis|conectado el|conectado desde|fecha de conexion|conectado em"
    "|conexao em|data de conexao|data da conexao|collegato il|data di collegamento"
    "|data del collegamento|data collegamento|verbonden op|verbonden sinds|connectie sinds"
    "|datum connectie|forbundet den|ansluten den|kontakt siden",
}
_FIELD_OF = {alias: field for field, names in _NAMES.items() for alias in names.split("|")}

# Alone a full name; beside a family or a given name the other half.
_GIVEN_OR_FULL = frozenset({"nombre", "nome"})
_FAMILY_OR_FULL = frozenset({"nom", "name", "naam", "navn", "namn"})

_SENSITIVE = re.compile(
    r"birth|\bb-?day\b|\bdob\b|\bage\b|geburt|naissance|anniversa|nacimiento|nascimento|cumplean"
    r"|compleanno|nascita|geboorte|verjaardag|\balter\b|\bidade\b|\bedad\b|^event \d"
    r"|gender|\bsex\b|\bsexe\b|\bsexo\b|\bsesso\b|geslacht|geschlecht|\bgenero\b|\bgenere\b"
    r"|\bgenre\b|pronoun|pronomen|\borient(?:ation|ierung|acion|acao)"
    r"|\bethni|\brace\b|\bracial|\betnia|\bnationalit|\bnazionalit|\bnaciona|citizen|staatsangeh"
    r"|immigra|\bvisa\b|opt cpt|passport|reisepass|pasaporte"
    r"|\breligi|konfession|\bchurch|\bfaith\b|\bpolit"
    r"|\bgpa\b|grade point|\bgrades?\b|transcript|notendurchschnitt"
    r"|photo|\bpicture\b|\bimage\b|avatar|headshot|\bfoto\b|\bbild\b"
    r"|spouse|\bpartner$|husband|\bwife\b|children|\bkids\b|marital|married|\behe(?:partner|frau)"
    r"|\behemann|conjoint|conyuge|conjuge|coniuge|echtgeno|\bkinder\b|enfants|\bhijos|\bfilhos"
    r"|\bfigli\b|disab|handicap|behinder|discapaci|deficien|beperking|veteran|military"
    r"|\bhealth|medical|gesundheit|\bsante\b|\bsalud\b|\bsaude\b|\bsalute\b|\bblood"
    r"|\bssn\b|social security|government id|national id|tax id|\bcpf\b|\bdni\b|work study"
    r"|salary|\bincome\b|\bgehalt|salaire|salario|stipendio"
    r"|^home (?!phone|fax)|hometown|^address|^street|^mailing|postal address"
    r"|^other (?:street|city|state|postal|country|address)|residen|wohnort|domicil"
    r"|privat(?:adresse|anschrift)|\bprivat$|\bparticular$|adresse personnelle|\babitazione\b"
    r"|thuisadres|huisadres|\bthuis$"
)
_SENSITIVE_EXCEPT = re.compile(
    r"e-?mail|phone|telefon|telefoon|\bfax\b|\btype$|\blabel$|\bpagina\b"
)


def plain(name: str) -> str:
    """Return the name of a column as it is compared: no case, accents, underscores, remarks."""
    text = normalize("NFKD", name.strip().strip("\ufeff*: ").casefold())
    text = "".join(character for character in text if not combining(character))
    text = re.sub(r"\((?:required|optional|pflichtfeld)\)", " ", text).replace("_", " ")
    return " ".join(re.sub(r"(?<!\S)[:*]|[:*](?!\S)", " ", text).split())


def is_sensitive(name: str) -> bool:
    """Say whether a column holds what WhoElse never keeps about a person.

    Birthday, home address, gender, ethnicity, religion, marks, picture, family, health, papers.
    """
    text = re.sub(r"[:.]", " ", plain(name))
    return _SENSITIVE.search(text) is not None and _SENSITIVE_EXCEPT.search(text) is None


def fields_of(names: Sequence[str]) -> dict[str, list[int]]:
    """Return the indexes of the columns for each field, in the order of the header.

    `names` are already `plain`. When nothing else is a post, a “title” may be one, or “Dr.”
    """
    found: dict[str, list[int]] = {}
    unsure: list[int] = []
    for index, name in enumerate(names):
        if name in _GIVEN_OR_FULL | _FAMILY_OR_FULL:
            unsure.append(index)
        elif field := _FIELD_OF.get(name, ""):
            found.setdefault(field, []).append(index)
    for index in unsure:
        found.setdefault(_half_of_a_name(names[index], found), []).append(index)
    if "job_title" not in found and "title" in names:
        found["title"] = [names.index("title")]
    return found


def _half_of_a_name(name: str, found: dict[str, list[int]]) -> str:
    if name in _GIVEN_OR_FULL and "family" in found and "given" not in found:
        return "given"
    if name in _FAMILY_OR_FULL and "given" in found and "family" not in found:
        return "family"
    return "name"
