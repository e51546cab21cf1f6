"""Classes of words that the phrase tables of several rules share, in plain form.

A class is written `<name>` in a table. Words of one rule only stand beside that rule.
"""

from whoelse.engine.text import word_set

_SURE_OPENING = word_set(
    "job jobs internship internships opening openings vacancy vacancies placement placements co_op "
    "co_ops coop coops traineeship traineeships apprenticeship apprenticeships employment "
    "studentship studentships assistantship assistantships externship externships reu "
    "summer_work paid_work part_time_work interships internhip intership internshp stage_position "
    "jobb summer_research_experience research_experience lab_experience work_experience"
)
CLASSES: dict[str, frozenset[str]] = {
    # what a job ask is about; the sure words mean nothing else
    "sure": _SURE_OPENING,
    "opening": _SURE_OPENING
    | word_set(
        "position positions role roles opportunity opportunities oportunity oportunities "
        "fellowship fellowships gig gigs post_doc work_opportunity vacant_post vacant_posts "
        "possition possitions"
    ),
    "org": word_set(
        "team teams group groups lab labs laboratory laboratories company firm department office "
        "organization organisation startup start_up institute institution observatory program "
        "programme division unit agency center centre section crew shop practice employer "
        "business clinic hospital university school college lab's branch outfit project "
        "corporation facility site studio"
    ),
    "hire": word_set("hire hires hiring recruit recruits recruiting"),
    "student": word_set(
        "student students undergrad undergrads undergraduate undergraduates intern interns "
        "trainee trainees apprentice volunteers volunteer assistant assistants major majors "
        "freshman freshmen sophomore sophomores junior juniors senior seniors helper helpers "
        "ra ras co_ops newcomers beginners freshers graduates graduate grads applicants candidates"
    ),
    "me": word_set(
        "me myself someone_like_me somebody_like_me a_student_like_me students_like_me "
        "people_like_me a_person_like_me a_physics_student_like_me someone_with_my_background "
        "somebody_with_my_background someone_with_my_profile someone_in_my_position "
        "a_physics_major_like_me someone_at_my_stage one_more_student another_student "
        "a_physics_student an_undergraduate an_undergrad a_student"
    ),
    "gatekeeper": word_set(
        "hiring_manager hiring_managers recruiter recruiters recruiting_team hr hr_department "
        "human_resources talent_team talent_acquisition recruitment hiring_team hiring_committee "
        "recruiting_department personnel_department personnel_office recruiting_contact "
        "recruiting_office hr_team hr_manager hr_person hr_contact recruitment_team hr_office "
        "recruiting_manager head_of_recruiting hiring_people hiring_person hiring_contact "
        "campus_recruiter head_of_hiring people_team hiring_department hr_people hr_colleagues "
        "selection_committee recruiting_people internship_coordinator"
    ),
    "you": word_set("you u ya yourself"),
    "they": word_set("you they it we anyone somebody someone anybody"),
    "be": word_set("is are was were be been am"),
    "is": word_set("is are will_be might_be may_be could_be would_be"),
    "can": word_set("can could would will may might should do does did shall must"),
    "when": word_set(
        "monday tuesday wednesday thursday friday saturday sunday tomorrow tonight today noon eod "
        "midnight end the_end cob close_of_business next_week the_weekend this_week the_week mon "
        "tue tues wed thu thurs fri 5 24 48 72 week weekend then_at_the_latest"
    ),
    # what the reader is to do with a message
    "reply": word_set(
        "reply respond answer get_back let_me_know confirm write_back hear_from_you hear_back "
        "your_answer your_reply your_response a_response a_reply an_answer tell_me call_me "
        "email_me write_to_me contact_me get_in_touch your_decision decide replies back_to_me"
    ),
    "paper": word_set(
        "resume resumes cv transcript transcripts cover_letter cover_letters application "
        "applications personal_statement essay essays statement_of_purpose portfolio profile "
        "linkedin draft writing_sample credentials materials details resumee statement"
    ),
    "cv": word_set(
        "resume resumes cv cvs vita vitae transcript transcripts bio_data biodata cover_letter "
        "portfolio letter_of_interest lebenslauf resumee curriculum_vitae grade_report"
    ),
    # who writes
    "who": word_set(
        "student students major majors undergrad undergraduate undergraduates freshman sophomore "
        "junior senior graduate grad alum alumnus alumna veteran intern assistant tutor teacher "
        "researcher physicist astronomer engineer candidate daughter son niece nephew cousin "
        "neighbor neighbour roommate advisee member president treasurer officer friend sister "
        "brother classmate mentee trainee technician nurse sailor marine soldier airman apprentice "
        "participant scholar fellow minor transfer postdoc freshmen newcomer learner parent mom "
        "dad grandson granddaughter player teammate volunteer"
    ),
    "year": word_set(
        "first_year second_year third_year fourth_year final_year fifth_year 1st_year 2nd_year "
        "3rd_year 4th_year freshman sophomore junior senior last_year rising_junior rising_senior "
        "rising_sophomore"
    ),
    "i": word_set("i i_myself"),
    # time
    "season": word_set(
        "summer winter spring fall autumn semester term year month january february "
        "march april may june july august september october november december"
    ),
}

# Function words: bad anchors, since nearly every sentence holds one of them.
COMMON = word_set(
    "a an the i you me my your we us our he she they them their it its this that these those of in "
    "on at to for from by with as and or but if is are am was were be been have has had do does "
    "did not no so can could would will may might should there here any some about what how when "
    "who which where why please just also very much more one all up out"
)

# A describing word between a determiner and its noun is none of these.
NOT_DESCRIBING = word_set(
    "about on in of at to for how what which who whom whose why where when whether if your his her "
    "their its that than not no from by with as but because like into is are was were am be been "
    "have has had do does did can could would will may might should must you i we they he she it "
    "me us them people others anyone someone everyone without instead rather nor never 's"
)

# Behind an opening, these words make another thing of it: "job title", "internship programme".
NOT_AFTER_OPENING = word_set(
    "title titles market markets description descriptions search searching searches hunt hunting "
    "fair fairs model models ad ads talk talks satisfaction security seeker seekers prospects "
    "outlook growth board boards site sites advice hopping option options path paths duties "
    "responsibilities requirements requirement category categories family families paper papers "
    "shadow shadowing program programs programme programmes report reports applicants hunter "
    "hunters function functions label labels name names interview interviews stability loss"
)

# A gap of any words does not leap over these: behind them begins a question about the field.
NOT_LEAPT = word_set(
    "what how why who whom whose which where ask asked asking hear heard hearing learn learned "
    "learning understand understanding about_how than nor because but whereas"
)
