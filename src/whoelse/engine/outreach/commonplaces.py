"""Words that may be said to anybody, by what they do in a sentence.

"Your career inspires me" and "you work in my field" hold nothing else, so they name nobody.
"""

from whoelse.engine.outreach.lexicon import COMMON
from whoelse.engine.text import word_set

ANYBODYS = word_set(
    "time experience experiences career careers work job field fields advice insight insights "
    "profile profiles background path paths journey story industry industries company role roles "
    "position expertise perspective perspectives knowledge help success successes accomplishments "
    "achievements schedule convenience consideration team response reply life opinion opinions "
    "contact name email e mail message mind brain day days week weeks calendar area areas "
    "profession website webpage page linkedin guidance support feedback wisdom thoughts questions "
    "availability generosity kindness office earliest organization organisation firm line answer "
    "answers patience understanding own situation trajectory professional valuable precious busy "
    "great impressive amazing inspiring esteemed kind reputed very current attention information "
    "details view views input sector world interest interests education degree history skills "
    "choice choices vision passion dedication number phone address inbox side end part favor "
    "favour permission people colleagues network business group lab laboratory laboratories "
    "department institution university school alma college workplace employer honest general "
    "inspirational successful interesting incredible wonderful unique personal long research "
    "outstanding excellent remarkable distinguished renowned prestigious reputed valued vast rich "
    "extensive brilliant exceptional extraordinary admirable notable immense noble innovative "
    "pioneering groundbreaking fascinating leading respected reputation track record contribution "
    "contributions achievement accomplishment publication publications papers articles faculty "
    "institute agency centre center wealth guidance mentorship skill standing kindest humble ease "
    "reference perusal favourable favorable excellence brand products services values mission"
)
SCHEDULING = word_set(
    "time side end convenience availability earliest calendar schedule reply response answer inbox "
    "consideration attention permission help ease perusal favourable favorable reference"
)
LINKS = word_set("on from at with about to into in as behind between of inside near during after")
EMPTY = word_set(
    "this the that your these a an my our and or this it what which such any industry field past "
    "future general life work world career company organization area sector years how in order"
    "experienced professional professionals expert experts leader person people someone"
)
OFFERED = word_set(
    "could would can will may might do did does if thank thanks with to for of from at about "
    "whether whenever hope appreciate let time like as than please should wish asking ask "
    "bother see contact meet contacting call hear believe think know sure imagine are were have "
    "had on by send sending tell give showing telling unless until or either hoping"
)
ANYBODY_DOES = COMMON | word_set(
    "do have can could would might may will be like think know want need get find had did see feel "
    "spend say recommend suggest enjoy love share help give take tell choose chose accomplished "
    "achieved succeeded are were must should shall also really all guys so and to in for about at "
    "with on as is am please very much again too a the decide decided wish prefer consider agree "
    "reply respond answer allow permit provide spare accept feel happen ever got became started "
    "ended were faced worked"
)
ANYBODY_DOES_SOMEHOW = word_set("make use handle manage perform apply face solve develop run")
PASSED = word_set("got went came became ended started chose switched moved turned fell")
NO_THINGS = COMMON | word_set(
    "inspires inspired interests sounds looks seems stood stands made makes caught fascinates "
    "impressed impresses means really looked sounded seemed appealed appeals showed shows gives "
    "gave matches matched attract attracts attracted align aligns aligned fits suits resonates "
    "resonate motivates motivated intrigues intrigued captivates drew draws drives speaks exceeds "
    "enjoys has remains deserves inspire impress interest fully perfectly deeply greatly truly via "
    "through once when while since because if whenever soon please thanks"
)
NOTHING = (  # said of so many that it says nothing of this one
    ANYBODYS
    | EMPTY
    | ANYBODY_DOES
    | NO_THINGS
    | word_set(
        "physics physicist physicists physicist's engineering engineer engineers science sciences "
        "scientist scientists astronomy industry industries academia alumni alumnus alumna alumnae "
        "graduated graduate graduates study studied studies student students studying major "
        "majored minor exactly looking seem seems seemed come comes came go goes went going gone "
        "through "
        "learn learned learnt along started job jobs work works working good things thing heard "
        "list listed others many most top big large great several everything seen see else not "
        "know knows well surely must certainly lot possible same now today one day years year "
        "after before during while until only even still already where there here those these "
        "like liked follow following recommended highly accomplished successful success cool "
        "among between same similar sort kind type way ways used wanted hoping trying able right "
        "person man woman expert somebody something anything been being getting made making done "
        "doing they them their were into over under then than both each every who whose whom "
        "hear read saw watched you your precedes precede first last field topic subject choose "
        "chosen impressed impressive careers career "
        "decide decided decision happened look looks looked lot share shared led what how carry "
        "university college school schools class degree degrees bachelor bachelors masters phd "
        "company companies employer organisation position title big small local real typical"
    )
)
