"""How much a file may bring. Everything beyond is refused or reported with a sentence, never cut silently."""

FILE_BYTES = 48 * 1024 * 1024
"""The file itself."""
XML_CHARACTERS = 16 * 1024 * 1024
"""A text of XML: its tree takes ten times as much."""
UNPACKED_BYTES = 192 * 1024 * 1024
"""All members of a zip together, unpacked."""
ZIP_MEMBERS = 2_000
SHEET_CELLS = 1_500_000
"""Width times height of one sheet: readers fill the whole rectangle, so two far corners are a bomb."""
ITEMS = 50_000
PROBLEMS = 2_000
"""Problems told one by one; what is wrong beyond that is still counted."""

STEM = 500
OPTION = 120
WHY = 300
EXPLANATION = 600
TITLE = 60
OPTIONS = 8
PARTS = 8
CUES = 8
