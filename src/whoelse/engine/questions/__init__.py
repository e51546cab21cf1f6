"""What to ask in these minutes: a bank of questions and an exact plan."""

from whoelse.engine.questions.bank import BrokenBank, check_bank, load_bank, topic_names
from whoelse.engine.questions.fitting import hindrance, may_be_asked
from whoelse.engine.questions.near_misses import replacements
from whoelse.engine.questions.planner import beside, own_question, plan
from whoelse.engine.questions.question import NearMiss, Need, Plan, Planned, Question
from whoelse.engine.questions.refusals import PlanDoesNotFit, PlanRefused, UnknownQuestion
from whoelse.engine.questions.worth import FILL

__all__ = [
    "FILL",
    "BrokenBank",
    "NearMiss",
    "Need",
    "Plan",
    "PlanDoesNotFit",
    "PlanRefused",
    "Planned",
    "Question",
    "UnknownQuestion",
    "beside",
    "check_bank",
    "hindrance",
    "load_bank",
    "may_be_asked",
    "own_question",
    "plan",
    "replacements",
    "topic_names",
]
