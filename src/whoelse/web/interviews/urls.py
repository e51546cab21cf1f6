"""Paths of the app, as nouns."""

from django.urls import path

from whoelse.web.interviews import views

app_name = "interviews"
urlpatterns = [
    path("", views.interviews, name="interviews"),
    path("with/<uuid:contact_id>/agree/", views.agree, name="agree"),
    path("proposals/<uuid:public_id>/agree/", views.proposal_agree, name="proposal-agree"),
    path("confirmations/", views.confirmations, name="confirmations"),
    path("confirmations/remove/", views.confirmations_remove, name="confirmations-remove"),
    path("<uuid:public_id>/move/", views.move, name="move"),
    path("<uuid:public_id>/cancel/", views.cancel, name="cancel"),
    path("<uuid:public_id>/missed/", views.missed, name="missed"),
    path("<uuid:public_id>/confirmation/", views.confirmation, name="confirmation"),
    path("<uuid:public_id>/confirmed/", views.confirmed, name="confirmed"),
    # preparing
    path("<uuid:public_id>/prepare/", views.prepare, name="prepare"),
    path("<uuid:public_id>/prepared/", views.prepared, name="prepared"),
    path("<uuid:public_id>/sheet/", views.sheet, name="sheet"),
    path("<uuid:public_id>/plan/", views.plan, name="plan"),
    path("priorities/", views.priorities, name="priorities"),
    path("<uuid:public_id>/plan/priorities/", views.priorities, name="plan-priorities"),
    path("<uuid:public_id>/plan/bans/remove/", views.bans_remove, name="bans-remove"),
    path("<uuid:public_id>/plan/questions/", views.question_in, name="question-in"),
    path("<uuid:public_id>/plan/own/", views.question_own, name="question-own"),
    path("<uuid:public_id>/plan/own/check/", views.question_own_check, name="question-own-check"),
    path("questions/<uuid:public_id>/pin/", views.question_pin, name="question-pin"),
    path("questions/<uuid:public_id>/move/", views.question_move, name="question-move"),
    path("questions/<uuid:public_id>/swap/", views.question_swap, name="question-swap"),
    path("questions/<uuid:public_id>/out/", views.question_out, name="question-out"),
    # the room; the worker below "room/" answers where there is no network, and nowhere else
    path("room/", views.rooms, name="rooms"),
    path("room/worker.js", views.worker, name="room-worker"),
    path("room/<uuid:public_id>/", views.room, name="room"),
    path("room/<uuid:public_id>/state/", views.room_state, name="room-state"),
    path("room/<uuid:public_id>/operations/", views.operations, name="operations"),
    path("room/<uuid:public_id>/begin/", views.begin, name="begin"),
    path("room/<uuid:public_id>/begin/remove/", views.begin_remove, name="begin-remove"),
    path("room/<uuid:public_id>/pause/", views.pause, name="pause"),
    path("room/<uuid:public_id>/pause/remove/", views.pause_remove, name="pause-remove"),
    path("room/<uuid:public_id>/minutes/", views.more_time, name="more-time"),
    path("room/<uuid:public_id>/note/", views.note, name="note"),
    path("room/<uuid:public_id>/marks/", views.mark, name="mark"),
    path("room/<uuid:public_id>/marks/remove/", views.mark_remove, name="mark-remove"),
    path("room/<uuid:public_id>/names/", views.name, name="name"),
    path("room/<uuid:public_id>/end/", views.end, name="end"),
    path("names/<uuid:public_id>/remove/", views.name_remove, name="name-remove"),
    path("notes/<uuid:public_id>/merge/", views.copy_merge, name="copy-merge"),
    path("notes/<uuid:public_id>/remove/", views.copy_remove, name="copy-remove"),
    # rehearsing
    path("rehearse/", views.rehearse, name="rehearse"),
    path("rehearse/plan/", views.rehearse_plan, name="rehearse-plan"),
    path("rehearse/<uuid:public_id>/", views.rehearse_talk, name="rehearse-talk"),
    path("rehearse/ladder/<slug:step>/", views.ladder_step, name="ladder-step"),
    path(
        "rehearse/ladder/<slug:step>/remove/", views.ladder_step_remove, name="ladder-step-remove"
    ),
    # afterwards
    path("<uuid:public_id>/write-up/", views.write_up, name="write-up"),
    path("<uuid:public_id>/thanks/", views.thanks, name="thanks"),
    path("promises/<uuid:public_id>/kept/", views.promise_kept, name="promise-kept"),
]
