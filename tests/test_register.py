"""The register: names in any spelling, look-alikes told apart, gaps said, nothing guessed in silence."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from mentorat import register
from mentorat.cli.console import Console
from mentorat.cli.exits import Stop
from mentorat.cli.places import place_of
from mentorat.cli.settings import Settings
from mentorat.founding import Answers, Place, organisation_file, pairing_files
from mentorat.guide import countries
from mentorat.guide.vocabulary import DEGREE_OF_URBANISATION, STATE_FORM
from mentorat.i18n import translator
from mentorat.nodes import Document, Node
from mentorat.register import table
from mentorat.register.names import plain
from mentorat.source.reader import read

EN = translator("en")


def codes(name: str, country: str = "") -> list[str]:
    return [place.code for place in register.find(name, country)]


def organisation(**values: object) -> Node:
    return Document("organisations/x.yaml", "organisation", "x", "", {"kind": "organisation", **values}).root


class TestNames:
    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("Capaci", "082020"),
            ("CAPACI", "082020"),
            ("Malines", "12025"),
            ("Mecheln", "12025"),
            ("Schaarbeek", "21015"),
            ("Bruxelles/Brussel", "21004"),
            ("City of Brussels", "21004"),
            ("st jean de la ruelle", "45285"),
            ("Saint-Jean-de-la-Ruelle", "45285"),
            ("Fuenlabrada", "28058"),
            ("Jelgava", "0090000"),
            ("Koln", "05315000"),
            ("A Coruña", "15030"),
            ("Bozen", "021008"),
            ("Łódź", "1005101166101"),
            ("Sofia", "SOF46"),
            ("Zürich", "CH0261"),
        ],
    )
    def test_any_spelling_leads_to_the_city(self, name: str, code: str) -> None:
        assert codes(name)[0] == code

    @pytest.mark.parametrize("name", ["Λιβαδειά", "ΛΙΒΑΔΕΙΑ", "Λιβαδεια", "Livadia", "Levadia", "Λεβάδεια"])
    def test_livadia_by_any_name(self, name: str) -> None:
        first = register.find(name)[0]
        assert (first.country, first.code, first.nuts3) == ("GR", "", "EL641")
        assert first.local_context()["population"] == {
            "value": 31315,
            "year": 2011,
            "source": "ELSTAT, census of 2011 (secondary source)",
        }

    @pytest.mark.parametrize(
        ("slip", "code"),
        [
            ("Mechlen", "12025"),
            ("Fuenlabrda", "28058"),
            ("Saint Jean de la Ruele", "45285"),
            ("Jelgva", "0090000"),
        ],
    )
    def test_a_slip_of_the_pen_still_finds_it(self, slip: str, code: str) -> None:
        found = register.search(slip)
        assert not found.exact
        assert found.sure is None
        assert found.alike[0].code == code

    def test_a_shortened_name_finds_it(self) -> None:
        assert "E06000010" in codes("Hull")

    @pytest.mark.parametrize("name", ["", "  ", "-", "|", "\t", "x", "%s", "\x00", "a" * 500, "|capaci|"])
    def test_odd_names_do_no_harm(self, name: str) -> None:
        assert isinstance(register.find(name), list)

    def test_only_in_one_country(self) -> None:
        assert codes("Roma", "RO") == ["38811", *codes("Roma", "RO")[1:]]
        assert {place.country for place in register.find("Saint-Denis", "IT")} == {"IT"}
        assert codes("Athens", "EL") == codes("Athens", "GR") != []

    def test_plain_is_what_is_stored(self) -> None:
        row = table.by_code("FR", "45285")
        assert row
        assert row.names == (plain("St-Jean de la RUELLE"),)


class TestLookAlikes:
    def test_the_city_and_the_district_around_it(self) -> None:
        city, district = register.find("Jelgava")
        assert (city.name, city.population, city.nuts3) == ("Jelgava", 55972, "LV009")
        assert (district.name, district.population, district.nuts3) == ("Jelgavas novads", 22011, "LV009")
        assert city.degree_of_urbanisation == "city"
        assert district.degree_of_urbanisation == "rural"

    def test_a_longer_name(self) -> None:
        assert [place.name for place in register.find("Fuenlabrada")] == [
            "Fuenlabrada",
            "Fuenlabrada de los Montes",
        ]

    def test_namesakes_begin_with_the_largest(self) -> None:
        assert [place.country for place in register.search("Roma").exact] == ["IT", "RO"]

    @pytest.mark.parametrize(
        "name", ["Roma", "Saint-Denis", "Tartu", "Frankfurt", "Livadia", "Bratislava", "Athens"]
    )
    def test_what_could_be_another_is_never_sure(self, name: str) -> None:
        assert register.search(name).sure is None

    @pytest.mark.parametrize("name", ["Capaci", "Jelgava", "Malines", "Λιβαδειά", "Saint-Jean-de-la-Ruelle"])
    def test_what_is_clear_is_sure(self, name: str) -> None:
        assert register.search(name).sure


class TestCodes:
    def test_old_and_new_code_of_jelgava(self) -> None:
        old, new = register.by_code("LV", "0090000"), register.by_code("LV", "LV0003000")
        assert old == new
        assert old
        assert (old.code, old.other_code) == ("0090000", "LV0003000")

    def test_countries_as_eurostat_writes_them(self) -> None:
        assert register.by_code("UK", "E06000010") == register.by_code("GB", "E06000010") is not None
        assert register.by_code("el", "28010101") == register.by_code("GR", "28010101") is not None

    @pytest.mark.parametrize(
        ("country", "code"), [("IT", ""), ("IT", "999999"), ("", "082020"), ("XX", "1"), ("GR", "")]
    )
    def test_unknown_codes(self, country: str, code: str) -> None:
        assert register.by_code(country, code) is None

    def test_every_line_is_found_by_its_code_and_its_names(self) -> None:
        lines = table._table().decode().splitlines()[1:]
        assert len(lines) == 99_140
        assert lines == sorted(lines, key=str.encode)
        for line in (lines[0], *lines[500::9001], lines[-1]):
            country, code = line.split("\t")[:2]
            row = table.by_code(country, code)
            assert row
            assert (row.country, row.code) == (country, code)
            assert all(row in table.named(name) for name in row.names)

    def test_degrees_are_words_of_the_vocabulary(self) -> None:
        assert set(register.DEGREES.values()) == set(DEGREE_OF_URBANISATION.terms)


class TestGaps:
    @pytest.mark.parametrize("country", ["CY", "FR"])
    def test_no_population(self, country: str) -> None:
        lines = [line.split("\t") for line in table._table().decode().splitlines()[1:]]
        assert not any(line[6] for line in lines if line[0] == country)
        assert "no population" in register.GAPS[country]

    def test_france_is_said(self) -> None:
        place = register.find("Brux", "FR")[0]
        assert place.population is None
        assert place.gap
        assert "population" not in place.local_context()

    def test_a_commune_is_no_municipality(self) -> None:
        commune = register.by_code("GR", "28010101")
        assert commune
        assert not commune.whole
        assert commune.local_context() == {}

    def test_old_counts_keep_their_year(self) -> None:
        zagreb = register.by_code("HR", "01333")
        assert zagreb
        assert zagreb.local_context()["population"]["year"] == 2011


class TestCountries:
    def test_the_table_is_whole(self) -> None:
        assert len(countries.codes()) == 39
        for code in countries.codes():
            country = countries.country(code)
            assert country
            assert country.state_form in STATE_FORM.terms
            assert 1 <= country.tiers <= 3
            assert 0 < country.autonomy < 100
            assert "2014.CE.16.BAT.031" in country.autonomy_source

    def test_forms_of_state(self) -> None:
        forms = {
            code: country.state_form
            for code in ["BE", "DE", "ES", "FR", "IT", "LV"]
            if (country := countries.country(code))
        }
        assert forms == {
            "BE": "federal", "DE": "federal", "ES": "regionalised", "FR": "unitary", "IT": "regionalised", "LV": "unitary",
        }  # fmt: skip

    def test_an_unknown_country(self) -> None:
        assert countries.country("XX") is None


class TestContext:
    def test_a_city_by_its_code(self) -> None:
        known = register.context_for(organisation(country="IT", codes={"lau": "082020"}))
        assert known["population"] == register.Known(11604, 2019, "Eurostat, LAU 2019")
        assert known["degree_of_urbanisation"].value == "town"
        assert known["state_form"].value == "regionalised"
        assert known["tiers"].value == 3
        assert known["lai"].value == 64.65
        assert all(fact.year and fact.source for fact in known.values())

    def test_the_eight_cities_by_name(self) -> None:
        known = register.context_for(organisation(country="GR", names={"el": "Λιβαδειά"}))
        assert known["population"].year == 2011
        assert "degree_of_urbanisation" not in known

    def test_france_from_the_added_figures(self) -> None:
        known = register.context_for(organisation(country="FR", codes={"lau": "45285"}))
        assert known["population"].value == 16608
        assert known["population"].year == 2022

    def test_the_only_one_of_its_name_in_a_country(self) -> None:
        assert register.context_for(organisation(country="IT", names={"it": "Roma"}))["population"]

    @pytest.mark.parametrize(
        ("country", "name"),
        [("FR", "Saint-Denis"), ("LV", "Jelgava"), ("EE", "Tartu"), ("PT", "Lisboa"), ("", "Roma")],
    )
    def test_nothing_is_guessed_from_a_name(self, country: str, name: str) -> None:
        known = register.context_for(organisation(country=country, names={"en": name}))
        assert not known.keys() & {"population", "degree_of_urbanisation"}

    def test_choices_are_named(self) -> None:
        city, district = register.meant("LV", "", ["Jelgava"]).choices
        assert (city.code, district.code) == ("0090000", "0540200")
        for own, name in (("0090000", "City of Jelgava"), ("0540200", "Jelgavas novads")):
            sure = register.meant("LV", "", [name]).sure
            assert sure
            assert sure.code == own

    def test_a_code_without_its_leading_zero_is_asked_about(self) -> None:
        found = register.meant("IT", "82020", ["Capaci"])
        assert (found.sure, [place.code for place in found.choices]) == (None, ["082020"])
        assert register.meant("IT", "99", ["Capaci"]) == register.Meant()

    def test_the_year_is_cited_where_the_source_does_not_say_it(self) -> None:
        assert register.Known(1, 2019, "Eurostat, LAU 2019").cited == "Eurostat, LAU 2019"
        assert register.Known(1, 2011, "Eurostat, LAU 2019").cited == "Eurostat, LAU 2019, 2011"

    @pytest.mark.parametrize(
        "values", [{}, {"country": 7}, {"codes": []}, {"country": "XX", "codes": {"lau": 1}}]
    )
    def test_drafts_and_faults(self, values: dict[str, object]) -> None:
        assert register.context_for(organisation(**values)) == {}


class TestFiles:
    def test_codes_are_quoted_and_their_origin_said(self) -> None:
        place = register.search("Capaci").sure
        assert place
        text = organisation_file("capaci", EN, {"names": {"en": "Capaci"}}, Place(place, chosen=False)).text
        assert 'lau: "082020"' in text
        assert 'nuts3: "ITG12"' in text
        assert "# Country and codes are those of Capaci, the only municipality" in text
        value = read(text).value
        assert (value["country"], value["codes"]["lau"]) == ("IT", "082020")

    def test_only_a_persons_choice_answers_the_annex(self) -> None:
        place = register.search("Mechelen").sure
        assert place
        answers = Answers(name="A", theme="B", mentee="Malines", mentee_association="VVSG")
        for chosen in (True, False):
            files = pairing_files(answers, EN, None, {"mentee": Place(place, chosen)})
            needs = next(read(file.text).value for file in files if file.path.endswith("needs.yaml"))
            population = needs["local_context"]["population"]
            assert (population["value"] == 86616) == chosen
            city = next(read(file.text).value for file in files if file.path.endswith("malines.yaml"))
            assert "Mechelen" in city["aliases"]

    def test_a_missing_code_stays_open(self) -> None:
        place = register.find("Livadia")[0]
        text = organisation_file("livadia", EN, {"names": {"en": "Livadia"}}, Place(place, chosen=True)).text
        assert read(text).value["codes"]["lau"] is None
        assert "knows communes only" in " ".join(line.removeprefix("# ") for line in text.splitlines())


def test_commands_that_need_no_register_do_not_read_it(programme: Path) -> None:
    code = (
        "import sys; from mentorat.cli.app import run; "
        "run(['check', '-C', sys.argv[1]]); "
        "assert 'mentorat.register.table' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code, str(programme)], capture_output=True, check=False)
    assert b"AssertionError" not in done.stderr, done.stderr


def test_it_stays_small() -> None:
    assert table.FILE.stat().st_size < 2_000_000


class Person(Console):
    """Somebody at the terminal who gives some answers; what they read is kept."""

    def __init__(self, *answers: str) -> None:
        self.read, self.remarks = io.StringIO(), io.StringIO()
        super().__init__(self.read, self.remarks)
        self.answers = list(answers)

    def ask(self, question: str, default: str = "") -> str:
        self.say(f"{question} [{default}]")
        if not self.answers:
            raise EOFError
        return self.answers.pop(0) or default


class TestChoosing:
    def choose(self, name: str, *answers: str, city: bool = True) -> tuple[Place | None, str]:
        person = Person(*answers)
        place = place_of(name, Settings(lang="en", console=person), asking=True, city=city)
        return place, person.read.getvalue()

    def test_the_first_is_proposed(self) -> None:
        place, read_ = self.choose("Jelgava", "")
        assert place == Place(register.find("Jelgava")[0], chosen=True)
        assert "  1  Jelgava · Latvia · LV009 · 55,972 inhabitants (2019) · city · 0090000\n" in read_
        assert (
            "  2  Jelgavas novads · Latvia · LV009 · 22,011 inhabitants (2019) · rural area · 0540200\n"
            in read_
        )

    def test_another_and_none(self) -> None:
        place, _ = self.choose("Jelgava", "2")
        assert place
        assert place.municipality.code == "0540200"
        assert self.choose("Jelgava", "0")[0] is None

    def test_a_wrong_number_is_asked_again(self) -> None:
        place, read_ = self.choose("Jelgava", "7", "Jelgava", "-1", "1")
        assert place
        assert read_.count("Please write a number from 0 to 2.") == 3

    def test_a_close_spelling_is_not_taken_by_default(self) -> None:
        place, read_ = self.choose("Mechlen", "")
        assert place is None
        assert "Mechelen (Malines) · Belgium · BE212" in read_

    def test_gaps_are_said(self) -> None:
        assert "For Greece the list knows communes only" in self.choose("Livadia", "0")[1]
        assert "For France the list gives no population." in self.choose("Saint-Denis", "0")[1]
        assert "knows districts only" in self.choose("Bratislava", "0")[1]
        assert "knows districts only" not in self.choose("Žilina", "0")[1]

    def test_stopping(self) -> None:
        with pytest.raises(Stop):
            self.choose("Jelgava")

    def test_another_organisation_is_no_city(self) -> None:
        assert self.choose("brulocalis", city=False) == (None, "")

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("Capaci", "Please check them."),
            ("Saint-Denis", "may be one of several municipalities"),
            ("Atlantis-sur-Mer", "knows no “Atlantis-sur-Mer”"),
        ],
    )
    def test_nobody_there(self, name: str, said: str) -> None:
        person = Person()
        place = place_of(name, Settings(lang="en", console=person), asking=False)
        assert said in person.remarks.getvalue()
        assert (place is not None) == (name == "Capaci")
        assert not (place and place.chosen)
