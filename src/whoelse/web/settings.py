"""Django's settings, one module: paths, security, apps, middleware, database, pages, ours.

What differs between hosts comes from the environment (`env.py`) and from nowhere else.
"""

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from whoelse.web import env

# paths
WEB = Path(__file__).resolve().parent
DATA_DIR = env.env_folder(
    "WHOELSE_DATA_DIR", meaning="Everything that WhoElse writes is below this folder."
)

# security
DEBUG = env.env_bool("WHOELSE_DEBUG", meaning="Django's debug pages; for development only.")
SECRET_KEY = env.env_secret(
    "WHOELSE_SECRET_KEY", meaning="Signs sessions and links.", key_file=DATA_DIR / "secret-key"
)
SECRET_KEY_FALLBACKS = env.env_list(
    "WHOELSE_SECRET_KEY_FALLBACKS",
    meaning="Earlier keys, with commas: what they signed and sealed is still opened.",
)
ALLOWED_HOSTS = env.env_list(
    "WHOELSE_HOSTS",
    meaning="Host names under which WhoElse may be opened, with commas between them.",
    default="127.0.0.1,localhost",
)
PUBLIC_ADDRESS = env.env_address(
    "WHOELSE_PUBLIC_ADDRESS",
    meaning="Where interviewees reach WhoElse, such as https://whoelse.example; its host name is"
    " allowed with it. Empty: requests have no private page.",
)
ALLOWED_HOSTS += [urlsplit(PUBLIC_ADDRESS).hostname] if PUBLIC_ADDRESS else []
PROXIES = env.env_number(
    "WHOELSE_PROXIES",
    meaning="How many proxies stand in front and write X-Forwarded-For.",
    most=9,
)
CSRF_TRUSTED_ORIGINS = env.env_list(
    "WHOELSE_ORIGINS", meaning="Origins of a proxy in front, such as https://whoelse.example."
)
IS_BEHIND_TLS = env.env_bool("WHOELSE_TLS", meaning="Served over https: cookies are marked secure.")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_BEHIND_TLS
SESSION_COOKIE_NAME = "whoelse_session"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
CSRF_COOKIE_NAME = "whoelse_csrf"
CSRF_FAILURE_VIEW = "whoelse.web.core.views.form_too_old"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "worker-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

# apps, the lowest first
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "whoelse.web.core",
    "whoelse.web.accounts",
    "whoelse.web.activity",
    "whoelse.web.careers",
    "whoelse.web.contacts",
    "whoelse.web.mail",
    "whoelse.web.outreach",
    "whoelse.web.scheduling",
    "whoelse.web.interviews",
    "whoelse.web.discoveries",
    "whoelse.web.desk",
    "whoelse.web.reports",
    "whoelse.web.roadmap",
    "whoelse.web.guests",
    "whoelse.web.archive",
]
AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "accounts:door"
LOGIN_REDIRECT_URL = "desk:today"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# middleware
MIDDLEWARE = [
    "whoelse.web.core.middleware.OwnOrigin",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "whoelse.web.core.middleware.LostSession",
    "whoelse.web.accounts.middleware.StudentZone",
    "whoelse.web.core.middleware.ToldErrors",
]
ROOT_URLCONF = "whoelse.web.urls"
WSGI_APPLICATION = "whoelse.web.wsgi.application"

# database
DATABASES = {
    "default": env.database_from_url(
        "WHOELSE_DATABASE_URL",
        meaning="A PostgreSQL address: postgres://user:password@host:port/name.",
        sqlite_file=DATA_DIR / "whoelse.sqlite3",
    )
}

# mail
MAIL_CA_FILE = env.env_text(
    "WHOELSE_MAIL_CA_FILE",
    meaning="A file with the certificates by which mail servers are trusted, instead of the usual.",
)
MAY_REACH_PRIVATE = env.env_bool(
    "WHOELSE_PRIVATE_NETWORK",
    meaning="Mail servers and calendars of students may lie on this machine or in its network.",
)

# pages
_LOADERS = [
    (
        "template_partials.loader.Loader",
        [
            (
                "django.template.loaders.cached.Loader",
                [
                    "django.template.loaders.filesystem.Loader",
                    "django.template.loaders.app_directories.Loader",
                ],
            )
        ],
    )
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "OPTIONS": {
            "loaders": _LOADERS,
            "builtins": [
                "template_partials.templatetags.partials",
                "whoelse.web.core.templatetags.ui",
                "django.templatetags.static",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "whoelse.web.accounts.context.student",
            ],
        },
    }
]
FORM_RENDERER = "whoelse.web.core.forms.FieldRenderer"
STATIC_URL = "static/"
STATICFILES_DIRS = [WEB / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
LANGUAGE_CODE = "en-us"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
