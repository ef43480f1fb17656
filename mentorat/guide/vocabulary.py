"""The controlled lists of the method: every id that a document may use, with its label.

Ids are English and stable, so that cities share files; labels are shown in the reader's language.
Source: guide, chapters 2 to 6 and Annexes 2 to 6; what the sources lack is marked in `guide/items.csv`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentorat.guide.parties import PARTIES
from mentorat.guide.steps import STEPS
from mentorat.i18n import N_


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """One controlled list: its name, and id -> label in the order in which people read it."""

    name: str
    terms: Mapping[str, str]


def _list(name: str, **terms: str) -> Vocabulary:
    vocabulary = Vocabulary(name, terms)
    VOCABULARIES[name] = vocabulary
    return vocabulary


VOCABULARIES: dict[str, Vocabulary] = {}

STEP = _list("step", **{step.id: step.label for step in STEPS})
PARTY = _list("party", **PARTIES)

PROVENANCE = _list("provenance", public=N_("public facts"), invented=N_("invented for the example"))
VISIBILITY = _list(
    "visibility", public=N_("public"), programme=N_("programme"), pairing=N_("pairing"), private=N_("private"),
)
PURPOSE = _list(
    "purpose", action_planning=N_("planning actions"), needs_analysis=N_("analysing needs"),
    review=N_("reviewing existing work"), evaluation=N_("evaluating initiatives"),
)
ENDS_AT = _list("ends_at", plan=N_("ends with the plan"), implementation=N_("goes on into implementation"))
FORMAT = _list("format", mentoring=N_("mentoring"), community_of_practice=N_("community of practice"))
SETTING = _list(
    "setting", network=N_("network of cities"), association=N_("association of municipalities"), project=N_("project"),
    informal=N_("informal setting"),
)
LEVEL = _list(
    "level", within_association=N_("within one association"), national=N_("national"), transnational=N_("transnational"),
)
PAIRING_STATE = _list("pairing_state", active=N_("active"), ended=N_("ended"), abandoned=N_("abandoned"))
ORGANISATION_TYPE = _list(
    "organisation_type", municipality=N_("municipality"),
    association=N_("association of local and regional governments"), facilitator=N_("facilitator"),
    network=N_("network of cities"), member=N_("member of a local network"),
    government=N_("regional or national government"), other=N_("other organisation"),
)

# --- needs and context (Annexes 2 and 3) ---
SECTOR = _list(
    "sector", housing=N_("housing"), employment=N_("employment"), education=N_("education and training"),
    language=N_("language learning"), health=N_("health"), basic_services=N_("access to basic services"),
    participation=N_("active participation"), social_inclusion=N_("social inclusion"),
    reception=N_("reception of newcomers"), entrepreneurship=N_("entrepreneurship"),
    anti_discrimination=N_("anti-discrimination"), gender=N_("gender equality"), other=N_("other sector"),
)
CROSS_CUTTING_TOPIC = _list(
    "cross_cutting_topic", communication=N_("communication"), evaluation=N_("evaluation"),
    participation=N_("participation"), coordination=N_("coordination"), other=N_("other topic"),
)
NEED_KIND = _list(
    "need_kind", policy_gap=N_("policy gap"), support_gap=N_("support gap"), coordination=N_("coordination problem"),
)
NEED_RESPONSE = _list("need_response", new_policy=N_("a new policy"), revision=N_("a revision"), both=N_("both"))
OBSTACLE_KIND = _list(
    "obstacle_kind", funding=N_("funding"), knowledge=N_("knowledge"), political_commitment=N_("political commitment"),
    cooperation=N_("cooperation"), coordination=N_("coordination"), staff=N_("staff"), other=N_("other obstacle"),
)
EVIDENCE_SOURCE = _list(
    "evidence_source", migrants=N_("migrants"), general_population=N_("general population"),
    researchers=N_("researchers"), city_staff=N_("city staff"), other=N_("other source"),
)
ACTOR_TYPE = _list(
    "actor_type", other_department=N_("another department"), other_government_level=N_("another level of government"),
    private=N_("private sector"), civil_society=N_("civil society"), migrant_group=N_("migrant group"),
    employers=N_("employers' organisation"), trade_union=N_("trade union"), other=N_("other actor"),
)
OTHER_FACTOR = _list(
    "other_factor", sensitivity=N_("sensitivities about the work done"), public_attitudes=N_("public attitudes"),
    agency_competition=N_("rivalry between agencies"), funding=N_("funding and budget"),
    city_powers=N_("powers of the city administration"), legislation=N_("legislation"), other=N_("other factor"),
)
HORIZON = _list("horizon", now=N_("in force now"), future=N_("to come"))
SUPPORT_LEVEL = _list("support_level", none=N_("none"), low=N_("low"), medium=N_("medium"), high=N_("high"))
FRAMEWORK_DIMENSION = _list(
    "framework_dimension", consultation=N_("consultation"), coordination=N_("coordination"),
    information_sharing=N_("sharing of information"), capacity_building=N_("capacity building"), funding=N_("funding"),
    other=N_("other dimension"),
)
TYPICALITY = _list("typicality", typical=N_("typical"), partly=N_("partly typical"), atypical=N_("atypical"))
SHARED_GOALS = _list("shared_goals", none=N_("none"), few=N_("few"), some=N_("some"), most=N_("most"), all=N_("all"))
GOVERNMENT_LEVEL = _list("government_level", regional=N_("regional"), national=N_("national"), european=N_("European"))
RELATION_NATURE = _list(
    "relation_nature", formal_competence=N_("formal powers"), formal=N_("formal relation"),
    informal=N_("informal relation"),
)
MIGRANT_DEFINITION = _list(
    "migrant_definition", foreign_nationals=N_("foreign nationals"), foreign_born=N_("born abroad"),
    migration_background=N_("migration background"), ethnic_minorities=N_("ethnic minorities"),
    not_collected=N_("not collected, by law"), other=N_("something else"),
)
NGO_RELATION = _list(
    "ngo_relation", advisory_body=N_("advisory body"), service_provider=N_("provider of services"), grant=N_("grant"),
    agreement=N_("agreement"), other=N_("other relation"),
)
BENEFIT_KIND = _list(
    "benefit_kind", profile=N_("a higher local profile for the work"), political_commitment=N_("political commitment"),
    other=N_("another benefit"),
)
DOCUMENT_STATUS = _list("document_status", draft=N_("draft"), revised=N_("revised"), final=N_("final"))
EXPERIENCE = _list(
    "experience", **{"0": N_("none"), "1": N_("planned"), "2": N_("pilot"),
    "3": N_("established for three years or more"), "4": N_("evaluated or taken up elsewhere")},
)
DEGREE_OF_URBANISATION = _list("degree_of_urbanisation", city=N_("city"), town=N_("town or suburb"), rural=N_("rural area"))
MIGRATION_KIND = _list(
    "migration_kind", labour=N_("labour migration"), family=N_("family reunification"),
    asylum=N_("asylum and protection"), study=N_("study"), eu_mobility=N_("mobility within the European Union"),
    long_settled=N_("long-settled minorities"), transit=N_("transit"),
    **{"return": N_("return")}, other=N_("other migration"),
)
COMPETENCE = _list("competence", local=N_("local"), shared=N_("shared"), regional=N_("regional"), national=N_("national"))
STATE_FORM = _list(
    "state_form", unitary=N_("unitary state"), regionalised=N_("regionalised state"), federal=N_("federal state"),
)

# --- matching ---
MATCH_SETTING = _list(
    "match_setting", funding_application=N_("application for funding"), network_call=N_("call within a network"),
    other=N_("other setting"),
)
CRITERION = _list(
    "criterion", correspondence=N_("fit of needs and experience"), experience=N_("difference of experience"),
    profile=N_("similar profile"), governance=N_("similar governance"), other=N_("other criterion"),
)
WEIGHT_WORD = _list(
    "weight_word", decisive=N_("decisive"), important=N_("important"), useful=N_("useful"), ignored=N_("ignored"),
)
EXPERIENCE_GAP = _list("experience_gap", none=N_("none"), some=N_("some"), marked=N_("marked"))

# --- good practice (Annex 4) ---
PRACTICE_KIND = _list(
    "practice_kind", policy=N_("policy"), project=N_("project"), service=N_("service"), activity=N_("activity"),
)
LINK_KIND = _list("link_kind", website=N_("website"), report=N_("report"), video=N_("video"), other=N_("other link"))

# --- local support network (Annex 5) ---
MEMBER_TYPE = _list(
    "member_type", community_association=N_("residents' or community association"),
    ngo=N_("non-governmental organisation"), private=N_("private sector"), public_body=N_("public body"),
    council_officer=N_("council officer"), trade_union=N_("trade union"), academia=N_("academia"),
    other=N_("other member"),
)
REPRESENTS = _list(
    "represents", migrants=N_("migrants"), ethnic_minorities=N_("ethnic minorities"), residents=N_("residents"),
    service_users=N_("users of services"), business=N_("business"), workers=N_("workers"), research=N_("research"),
    administration=N_("administration"), civil_society=N_("civil society"),
)
MEMBER_POSITION = _list(
    "member_position", inside_municipality=N_("inside city hall"), outside_municipality=N_("outside city hall"),
)
DECISION_ROLE = _list(
    "decision_role", included=N_("usually takes part in decisions"), excluded=N_("usually left out of decisions"),
)
NETWORK_TASK = _list("network_task", draft_plan=N_("help to draft the plan"), follow_progress=N_("follow the progress"))
NETWORK_ROLE = _list(
    "network_role", identify_contributions=N_("find what the city can bring"),
    disseminate=N_("spread the results in the city"), end_user_voice=N_("give a say to those concerned"),
    take_part=N_("take part in the exchanges"), prepare_visits=N_("help to prepare the visits"),
    draft_plan=N_("help to draft the plan with the mentor"),
)
CONTRIBUTION_KIND = _list(
    "contribution_kind", practice=N_("practice"), tool=N_("tool"), site=N_("place to visit"), policy=N_("policy"),
    experience=N_("experience"),
)
NETWORK_BENEFIT = _list(
    "network_benefit", transparency=N_("decisions are open and many voices are heard"),
    staff_recognition=N_("the work of those in city hall is recognised"), funders=N_("funders take notice"),
    example=N_("other cities see a good example"), residents_trust=N_("residents are interested and gain trust"),
)

# --- benchmark ---
BENCHMARK_PURPOSE = _list(
    "benchmark_purpose", set_scope=N_("set the scope"), shared_standard=N_("give a shared standard"),
    checklist=N_("serve as a checklist"), menu=N_("serve as a menu of options"),
)
SOURCE_KIND = _list(
    "source_kind", expert=N_("experts"), practitioner=N_("practitioners"), report=N_("report"), survey=N_("survey"),
    policy_paper=N_("policy paper"), case_study=N_("case study"), practice_database=N_("database of practices"),
    other=N_("other source"),
)
CONTEXT_FACTOR_KIND = _list(
    "context_factor_kind", legislation=N_("legislation"), budget=N_("budget set elsewhere"),
    migration_trend=N_("migration trend"), other=N_("other factor"),
)
ASSESSMENT_LEVEL = _list(
    "assessment_level", absent=N_("absent"), partial=N_("partly present"), present=N_("present"),
    unknown=N_("not known"),
)

# --- training, charter, commitment, adaptations ---
MODE = _list("mode", in_person=N_("in person"), online=N_("online"), hybrid=N_("hybrid"))
TRAINING_TOPIC = _list(
    "training_topic", what_and_benefits=N_("what this mentoring is and what it brings"),
    responsibilities=N_("who is responsible for what"), steps=N_("the main steps"),
    documents=N_("the documents that help"), expectations=N_("what every partner expects"),
    acquaintance=N_("getting to know each other"), benchmark=N_("finishing the benchmark"),
    scope=N_("setting the scope"),
)
COMMITMENT_COVERS = _list(
    "commitment_covers", development=N_("drafting the plan"), implementation=N_("carrying out the plan"),
)
AGREEMENT_KIND = _list(
    "agreement_kind", exchange=N_("exchange"), support=N_("support"), long_term_learning=N_("long-term learning"),
    short_problem_solving=N_("short problem solving"),
)
ADAPTATION_KIND = _list(
    "adaptation_kind", purpose=N_("another purpose"), visits=N_("another number or order of visits"),
    no_benchmark=N_("no benchmark"), association_led=N_("led by an association"),
    community_of_practice=N_("community of practice"), tool_left_out=N_("a tool left out"),
    rule_waiver=N_("a rule set aside"),
)
TEAM_KIND = _list(
    "team_kind", municipality=N_("municipality"), association=N_("association"), civil_society=N_("civil society"),
)

COMMUNITY_TOOL = _list(
    "community_tool", benchmark=N_("benchmark"), study_visit=N_("study visit"), plan=N_("development of plans"),
    other=N_("other tool"),
)

# --- visits ---
PHASE = _list(
    "phase", setting_scene=N_("setting the scene"), inspiration=N_("inspiration"), consolidation=N_("consolidation"),
    other=N_("further visit"),
)
HOST = _list("host", mentee=N_("mentee city"), mentor=N_("mentor city"), other=N_("another place"))
PARTICIPANT_PARTY = _list(
    "participant_party", mentee_city=N_("Mentee city"), mentee_association=N_("Mentee association"),
    mentor_city=N_("Mentor city"), mentor_association=N_("Mentor association"),
    local_network=N_("Local support network"), mentor_network=N_("Mirror group of the mentor city"),
    facilitator=N_("Facilitator"), politician=N_("Politicians"), department=N_("Municipal department"),
    external=N_("Outside partner"),
)
AGENDA_KIND = _list(
    "agenda_kind", needs_summary=N_("key points of the needs analysis"), interviews=N_("interviews and focus groups"),
    mentor_practices=N_("the mentor's good practices"), plan_workshop=N_("workshop on the plan"),
    mentor_context=N_("context of the mentor city"), practice_visits=N_("visits to good practices"),
    plan_revision=N_("revision of the plan"), open_questions=N_("open questions on the plan"),
    implementation_interviews=N_("interviews on carrying out the plan"),
    final_presentation=N_("presentation of the final plan"), other=N_("other item"),
)
MEETING_PURPOSE = _list(
    "meeting_purpose", logistics=N_("practical preparation of visits"), plan_draft=N_("drafts of the plan"),
    other=N_("other purpose"),
)
TRANSFERABLE = _list("transferable", yes=N_("yes"), partly=N_("partly"), no=N_("no"))

# --- plan and after (Annex 6) ---
ACTION_STATUS = _list(
    "action_status", proposed=N_("proposed"), planned=N_("planned"), started=N_("started"), done=N_("done"),
    paused=N_("paused"), dropped=N_("dropped"),
)
FUNDING_STATUS = _list("funding_status", secured=N_("secured"), requested=N_("requested"), to_find=N_("to be found"))
VIABILITY = _list("viability", viable=N_("viable"), doubtful=N_("doubtful"), not_viable=N_("not viable"))
CONSULTATION_KIND = _list("consultation_kind", department=N_("municipal department"), external=N_("outside partner"))
OPTION_ORIGIN = _list(
    "option_origin", mentee=N_("mentee city"), mentor=N_("mentor city"), network=N_("local support network"),
    together=N_("found together"),
)
APPROVAL_DECISION = _list(
    "approval_decision", pending=N_("pending"), approved=N_("approved"),
    approved_with_changes=N_("approved with changes"), rejected=N_("rejected"),
)
RHYTHM = _list("rhythm", monthly=N_("monthly"), quarterly=N_("quarterly"), half_yearly=N_("half-yearly"))
ISSUE_STATUS = _list("issue_status", noted=N_("noted"), raised=N_("raised"), answered=N_("answered"), closed=N_("closed"))
POSITIVE_KIND = _list(
    "positive_kind", mobilising_effect=N_("mobilising effect in the mentee city"),
    experimentation_frame=N_("a frame for trying things out"), mentor_commitment=N_("commitment of the mentor teams"),
    other=N_("other"),
)
IMPROVE_KIND = _list(
    "improve_kind", theme_definition=N_("hard to choose the theme"),
    imposed_deliverables=N_("imposed deliverables of unclear use"),
    virtual_meetings=N_("online meetings, late personal ties"), other=N_("other"),
)
CHANGE_ANSWER = _list("change_answer", yes=N_("yes"), partly=N_("partly"), no=N_("no"), too_early=N_("too early to say"))
TOOL = _list(
    "tool", needs_analysis=N_("needs analysis"), strengths=N_("inventory of strengths"),
    practice_sheet=N_("good-practice sheet"), benchmark=N_("benchmark"), training=N_("training"),
    network=N_("local support network"), plan=N_("action plan"), other=N_("other tool"),
)
