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
        "corporation facility site studio mill plant factory planetarium museum station bank "
        "reactor desk outfit workshop farm expedition mission force bureau department ministry "
        "group_at office_at"
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
        "talent_scouts talent_scout head_of_department head_of_your_department campus_recruiter "
        "head_of_hiring people_team hiring_department hr_people hr_colleagues selection_committee "
        "recruiting_people internship_coordinator"
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
        "reply respond revert answer get_back let_me_know confirm write_back hear_from_you "
        "hear_back your_answer your_reply your_response a_response a_reply an_answer tell_me "
        "call_me email_me write_to_me contact_me get_in_touch your_decision decide replies "
        "back_to_me"
    ),
    "paper": word_set(
        "resume resumes cv transcript transcripts cover_letter cover_letters application "
        "applications personal_statement essay essays statement_of_purpose portfolio profile "
        "file forms form papers lab_report homework application_letter scholarship assignment "
        "problem_set thesis proposal paper report manuscript code poster linkedin draft "
        "writing_sample credentials materials details resumee statement"
    ),
    "cv": word_set(
        "resume resumes cv cvs vita vitae transcript transcripts bio_data biodata cover_letter "
        "portfolio letter_of_interest lebenslauf resumee curriculum_vitae grade_report"
    ),
    # places, and the words around them
    "vac": _SURE_OPENING
    | word_set(
        "summer_hires summer_hire industrial_attachment traineeship residency_place residency_spot "
        "industrial_training practicum internship_place summer_student summer_students "
        "summer_intern summer_interns student_job student_jobs summer_position summer_positions "
        "practical_semester working_student graduate_scheme work_placement research_position "
        "research_positions research_opportunity research_opportunities phd_position "
        "student_position postdoc_position technician_position apprenticeship_place paid_position "
        "open_position open_positions open_role open_roles open_spot summer_role summer_spot "
        "summer_project summer_job"
    ),
    "loosevac": word_set(
        "position positions role roles post posts slot slots spot spots place places seat seats "
        "opportunity opportunities assignment assignments practice attachment residency "
        "residencies fellowship fellowships traineeship program programme scheme chance chances "
        "gig gigs billet billets something anything future space room possibility possibilities "
        "thing"
    ),
    "person": word_set(
        "student students undergrad undergrads undergraduate undergraduates intern interns "
        "assistant assistants volunteer volunteers trainee trainees someone somebody anyone "
        "anybody hand hands help brain person graduate graduates newcomer newcomers analyst "
        "technician technicians helper helpers apprentice apprentices beginner beginners "
        "freshman sophomore junior senior ra ras researcher researchers worker workers employee "
        "employees manpower support pair_of_hands physicist programmer coder grads new_grads "
        "new_grad man woman guy gal lad pair"
    ),
    "mod": word_set(
        "could can may might would will should shall hope hoping wish want like love dream happy "
        "happily glad gladly eager ready willing keen plan intend able grateful appreciate chance "
        "opportunity allowed possible possibility way interested honored honoured honor honour "
        "thrilled delighted aim goal excited looking trying ambition prepared need pleasure "
        "privilege amazing great aspire hopes determined longing dying ideal wonderful moon "
        "ideally eventually hopefully best someday request"
    ),
    "join": word_set(
        "work working intern interning join joining volunteer volunteering contribute contributing "
        "assist assisting help_out helping_out pitch_in lend_a_hand do_research doing_research "
        "do_my do_an_internship train training get_involved getting_involved take_part be_part "
        "being_part become_part becoming_part be_a_part being_a_part become_a_part be_a_member "
        "become_a_member be_hired being_hired "
        "be_employed get_hired getting_hired be_taken be_taken_on get_in end_up land fit_in fit "
        "fit_right_in find_a_place find_a_home get_practice get_experience gain_experience "
        "gain_practical gain_hands_on get_hands_on get_some get_some_experience get_training "
        "spend_the spend_a spend_my spend_next spend_them spend_some spend_it come_on_board "
        "come_aboard come_work come_to_work serve stay_on step_in fill_in start_my begin_my "
        "start_out start_at begin start make_a_contribution be_mentored be_supervised write_my "
        "earn break_into be_accepted be_placed be_considered become_one be_one work_on participate "
        "collaborate transition jump_in fill_the_gap fill_the be_around call_you_a be_your be_on "
        "be_involved being_involved develop_my grow_my pursue_my continue_my do_a do_some "
        "carry_out conduct learn_the apprentice be_selected get_selected enroll complete_my "
        "get_into getting_into do_something follow_you put_my use_my offer_my invest_my be_trained"
    ),
    "in": word_set("in at with for under on to into of within alongside inside onto by"),
    "theirs": word_set(
        "your you yours there here their a_lab_like a_company_like a_team_like a_group_like "
        "a_place_like a_lab_such a_group_such a_company_such a_firm_like a_team_such such_a"
    ),
    "notorg": word_set(
        "field fields area areas industry industries calendar calendars schedule career time "
        "talk talks opinion view experience profession line footsteps shoes paper papers book "
        "sector world kind life story path question questions schedules agenda diary week day "
        "call public lecture lectures course courses class seminar webinar newsletter convenience "
        "position role job end_of answer answers advice help number email message inbox head mind "
        "patience kindness generosity discipline subject topic webpage website page city town"
    ),
    "generic": word_set(
        "career careers experience experiences work job field fields industry industries life "
        "company journey background path role profession physics science business future world "
        "area success story success_story everything"
    ),
    # questions
    "valued": word_set(
        "terrible awful great amazing wonderful bad horrible boring toxic dull crazy insane "
        "miserable exciting fun rewarding brutal stupid overrated underpaid overworked dishonest "
        "corrupt fantastic incredible glamorous soulless depressing frustrating unfair lazy "
        "arrogant incompetent pointless useless greedy inefficient annoying tedious exhausting"
    ),
    "awful": word_set(
        "terrible awful horrible boring toxic dull crazy insane miserable brutal stupid dishonest "
        "corrupt soulless depressing unfair lazy arrogant incompetent pointless useless greedy "
        "tedious ridiculous absurd dreadful hopeless broken outdated mindless endless silly "
        "ignorant hostile crushing senseless petty cruel ruthless mediocre overpriced"
    ),
    "occupation": word_set(
        "physicist physicists engineer engineers scientist scientists analyst analysts consultant "
        "consultants actuary actuaries dosimetrist dosimetrists astronomer astronomers teacher "
        "teachers programmer programmers developer developers quant quants technician technicians "
        "researcher researchers attorney lawyer patent_agent patent_attorney manager postdoc "
        "professor meteorologist geophysicist statistician radiologist optician"
    ),
    "subject": word_set(
        "physics engineering science dosimetry consulting optics acoustics modelling modeling law "
        "finance astronomy astrophysics metrology photonics analytics geophysics meteorology "
        "biophysics research calibration radiology policy actuarial_science data_science"
    ),
    "pay": word_set(
        "salary pay income wage wages bonus compensation earnings net_worth savings pension "
        "paycheck raise salaries stock_options"
    ),
    # who writes
    "who": word_set(
        "student students soph frosh medic major majors undergrad undergraduate undergraduates "
        "freshman sophomore junior senior graduate grad alum alumnus alumna veteran intern "
        "assistant tutor teacher researcher physicist astronomer engineer candidate daughter son "
        "niece nephew cousin neighbor neighbour roommate advisee member president treasurer "
        "officer friend sister brother classmate mentee trainee technician nurse sailor marine "
        "soldier airman apprentice participant scholar fellow minor transfer postdoc freshmen "
        "newcomer learner parent mom dad grandson granddaughter player teammate volunteer"
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
    "of hunters ceremony act hours remarks line sentence night function functions label labels "
    "name names interview interviews stability loss"
)

# A gap of any words does not leap over these: behind them begins a question about the field.
NOT_LEAPT = word_set(
    "what how why who whom whose which where ask asked asking hear heard hearing learn learned "
    "learning understand understanding about_how than nor because but whereas"
)

# Classes whose words mean a place to work, unless one of `NOT_AFTER_OPENING` follows.
OPENING_CLASSES = frozenset({"opening", "sure", "vac"})
