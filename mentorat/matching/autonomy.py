"""How far local government decides for itself: the Local Autonomy Index by country.

Source: Ladner, Keuffer and Baldersheim (2015), Local Autonomy Index for European countries, release 1.0
(European Commission, tender 2014.CE.16.BAT.031), values of 2014 on a scale from 0 to 100.
"""

from __future__ import annotations

LOCAL_AUTONOMY = {
    "AL": 47.89, "AT": 62.2, "BE": 58.33, "BG": 63.31, "CH": 77.1, "CY": 40.41, "CZ": 61.98, "DE": 71.62,
    "DK": 71.95, "EE": 61.08, "ES": 51.77, "FI": 75.96, "FR": 63.56, "GB": 44.71, "GE": 36.62, "GR": 45.08,
    "HR": 53.83, "HU": 48.75, "IE": 33.1, "IS": 74.58, "IT": 64.65, "LI": 67.29, "LT": 62.52, "LU": 53.2,
    "LV": 52.24, "MD": 34.51, "MK": 56.83, "MT": 35.59, "NL": 57.46, "NO": 70.23, "PL": 71.6, "PT": 58.4,
    "RO": 56.7, "RS": 64.3, "SE": 71.51, "SI": 47.23, "SK": 58.71, "TR": 36.91, "UA": 46.42,
}  # fmt: skip
"""Country (ISO 3166-1) to its index; a country that is not here cannot be compared on it."""
