"""The app's name."""

from django.apps import AppConfig


class RoadmapConfig(AppConfig):
    name = "whoelse.web.roadmap"
    label = "roadmap"
