"""How much a file may bring. Everything beyond is refused or reported with a sentence, never cut silently."""

FILE_BYTES = 48 * 1024 * 1024
"""The file itself."""
XML_CHARACTERS = 16 * 1024 * 1024
"""A text of XML: its tree takes ten times as much."""
UNPACKED_BYTES = 192 * 1024 * 1024
"""All members of a zip together, unpacked."""
ZIP_MEMBERS = 2_000
ZIP_DIRECTORY = ZIP_MEMBERS * 400
"""Bytes of a zip's directory."""
NAME = 100
"""Characters of a member's name in a pack file."""
RATIO = 200
"""How many times larger than packed a member of a pack may be, once it is larger than `RATIO_FROM` bytes."""
RATIO_ALL = 60
"""The same for all members together: workbooks of 50,000 rows and packs of as many items have 15."""
RATIO_FROM = 4 * 1024 * 1024
SHEET_CELLS = 1_500_000
"""Width times height of one sheet: readers fill the whole rectangle, so two far corners are a bomb."""
ITEMS = 50_000
PART_BYTES = 2 * 1024 * 1024
"""One JSON file of content that is no bank."""
PART_PROBLEMS = 100
"""Problems of one such file that are told."""
PICTURE_BYTES = 8 * 1024 * 1024
PICTURE_SIDE = 8_192
"""Pixels; a picture's longer side."""
PICTURE_PIXELS = 16 * 1024 * 1024
"""64 MiB once it is unpacked."""
SOUND_BYTES = 16 * 1024 * 1024
NEAR_ITEMS = 3_000
"""Items of one file that are compared with each other for being nearly the same."""
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

# Lengths of what must fit into one look, in full-width characters: of half-width ones there may be twice as many.
CUE_TITLE = 7
CUE_WHY = 22
STEP = 16
REPLY = 20
SAYS = 40
STEPS = (4, 6)
REPLIES = 3
NODES = 40
TURNS = (3, 6)
"""Replies on each way through a chat, fewest and most."""
