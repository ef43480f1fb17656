"""Addresses and numbers of people are found; figures, dates, codes and references are left in peace."""

from __future__ import annotations

import time

import pytest

from mentorat.personal import masked, personal_data

PERSONAL = """
a.person@ville.example | <a.b+c@x-y.example> | mailto:x@y.example | d'a.person@ville.example
+33 1 23 45 67 89 | +33 (0)1 23 45 67 89 | 0033 1 23 45 67 89 | 01 23 45 67 89 | 01.23.45.67.89 | Tél. : 0123456789
(+32) 2 123 45 67 | +32 470 12 34 56 | 02 123 45 67 | 02/123.45.67 | 015 12 34 56 | 0470/12.34.56 | 0470/123456
+39 091 867 4111 | 091 8674111 | 06 1234 5678 | 333 1234567 | 349-1234567 | +39 333 123 4567
+30 22610 12345 | +302261350100 | 22613 50100 | 210 1234567 | 6912 345678 | τηλ. 2261350100
+34 916497000 | 916 49 70 00 | 91 649 70 00
+371 63005522 | 6300 5522 | tālr. 63005522 | tel. 63 005 522
+31 6 12345678 | 06-12345678 | 010-1234567 | 0341-123456 | phone: "0123456789" | tel:+33123456789 | +352 26 12 34 56
"""
HARMLESS = """
2021-05-03 | 03.05.2021 | 2020-2021 | 2021 2022 | 01/02/2021 - 03/04/2021 | 2021-05-03 10:00-12:30 | 09:30 10:15
mobile 2021-2027 | tel 2021-05-03 | 0090000 | 45285 | 082020 | "45285" | 1 250 000 | 12 500 000 EUR | +12 500 000 EUR
916 497 000 euros | 600 000 000 | 23 000 000 | 1.234.567,89 | 25000-30000 | 2500-100000 | 350-1000000 | 2500 3000
BE 0207.526.455 | 0465.123.456 | SIREN 215 402 856 | 215 402 856 00015 | W123456789 | 00000012345678
978-2-01-234567-8 | 978-84-08-12345-6 | 0-306-40615-2 | 0317-8471 | 10.1000/0123-456789 | 2021-0045-000123
045/2021 | 012/20210503 | 2022/0123/456 | n° 2022-117 | L. 2121-29 | AMIF-2019-AG-CALL-01 | 48.8566, 2.3522
https://site.example/01 23 | https://site.example/06-12345678 | https://site.example/@desk | IBAN BE68 5390 0754 7034
"""


def cases(table: str) -> list[str]:
    return [case.strip() for line in table.strip().splitlines() for case in line.split("|")]


@pytest.mark.parametrize("text", cases(PERSONAL))
def test_personal_data_is_found(text: str) -> None:
    assert list(personal_data(f"see {text}, please"))


@pytest.mark.parametrize("text", cases(HARMLESS))
def test_figures_dates_and_references_are_left(text: str) -> None:
    assert not list(personal_data(text))
    assert masked(text) == text


def test_masking_keeps_the_length_and_hides_the_inside() -> None:
    line = "  contact: a.person@ville.example # 01 23 45 67 89"
    hidden = masked(line)
    assert len(hidden) == len(line)
    assert "person" not in hidden
    assert "ville" not in hidden
    assert "23" not in hidden


def test_a_hint_names_no_one() -> None:
    hints = [found.hint for found in personal_data("a.person@ville.example, +33 1 23 45 67 89")]
    assert hints == ["a…@…example", "+33…"]


@pytest.mark.parametrize("part", ["a", "0", "a@", "0 ", "+3", "12 34 56 78 ", "tel ", "www.", "a.b@c."])
def test_hostile_text_takes_no_time(part: str) -> None:
    text = part * (500_000 // len(part))
    start = time.process_time()
    assert sum(1 for _ in personal_data(text)) >= 0
    assert time.process_time() - start < 1
