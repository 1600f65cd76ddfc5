"""The colours of every screen: those that a brand may give, and the shades that follow from them.

`Theme.qml` has the same colours for when nobody has given any. Contrast is that of WCAG 2.2: 1 to 21.
"""

import colorsys
from collections.abc import Iterator, Mapping
from functools import cache

LEAST = 4.5
COLOURS = {
    "night": "#1B2A4A",
    "dusk": "#34507A",
    "water": "#24466B",
    "glow": "#F2A65A",
    "glowLight": "#F7C98B",
    "lantern": "#E4573D",
    "light": "#FFD27A",
    "paper": "#FFF6E6",
    "ink": "#2B2A33",
    "jade": "#1F8A63",
    "coral": "#C9482F",
    "sky": "#2E86C1",
    "lilac": "#8E7CC3",
}
"""What a brand may give, and what it is by default."""
SHADES = {
    "paperShade": ("paper", "#C9AE7C"),
    "staffGround": ("paper", "#F4E8D2"),
    "lightShade": ("lantern", "#C2492F"),
    "onShade": ("light", "#C98B2E"),
    "ink2": ("ink", "#5A5560"),
    "deepest": ("night", "#121D35"),
    "veil": ("night", "#141F3A"),
    "deckShade": ("night", "#16233F"),
    "deck": ("dusk", "#2C4570"),
    "off": ("dusk", "#46618C"),
    "disabled": ("dusk", "#56648A"),
    "pillEdge": ("dusk", "#4C6CA0"),
    "mist": ("dusk", "#AFC0DC"),
    "jadeDeep": ("jade", "#156B4B"),
    "jadeSoft": ("jade", "#DCF0E4"),
    "coralDeep": ("coral", "#A93A25"),
    "coralSoft": ("coral", "#FBE1D8"),
    "rose": ("coral", "#FFE9E3"),
    "roseShade": ("coral", "#D99C8B"),
    "skyDeep": ("sky", "#1D6396"),
    "skySoft": ("sky", "#DCEBF6"),
    "skyShade": ("sky", "#6FA8D1"),
    "messageHead": ("sky", "#E6ECF4"),
    "noteGround": ("sky", "#D5DFEC"),
    "headLine": ("sky", "#C3D0E2"),
    "lilacDeep": ("lilac", "#5F4D99"),
    "lilacSoft": ("lilac", "#E9E3F6"),
    "glowSoft": ("glow", "#FFE8C2"),
    "glowShade": ("glow", "#D99A45"),
}
"""Each shade, the colour whose shade it is, and what it is by default."""
WHITE = "#FFFFFF"
PAIRS = (
    *(("ink", ground) for ground in ("paper", "light", "rose", "glowSoft", "skySoft", "jadeSoft", "coralSoft")),
    *(("ink", ground) for ground in ("lilacSoft", "staffGround", "messageHead", "noteGround")),
    *(("ink2", ground) for ground in ("paper", "staffGround", "glowSoft")),
    *(("paper", ground) for ground in ("night", "dusk", "water", "deck", "veil", "deepest")),
    *(("glowLight", ground) for ground in ("night", "dusk")),
    *(("light", ground) for ground in ("night", "deepest")),
    *(("mist", ground) for ground in ("night", "deepest")),
    *(("white", ground) for ground in ("off", "disabled", "deepest")),
    *(("jadeDeep", ground) for ground in ("paper", "jadeSoft", "staffGround")),
    *(("coralDeep", ground) for ground in ("paper", "coralSoft", "staffGround")),
    *(("skyDeep", ground) for ground in ("paper", "skySoft", "staffGround")),
    *(("lilacDeep", ground) for ground in ("paper", "lilacSoft")),
    *(("white", ground) for ground in ("jadeDeep", "coralDeep", "skyDeep", "lilacDeep")),
)
"""Words and the ground on which they stand."""
_STEPS = 24


def palette(given: Mapping[str, str]) -> dict[str, str]:
    """All colours by name, `#RRGGBB`: `given` takes the place of `COLOURS`, and shades follow their colour."""
    colours = COLOURS | {name: colour.upper() for name, colour in given.items()}
    shades = {name: shade(COLOURS[of], usual, colours[of]) for name, (of, usual) in SHADES.items()}
    return colours | shades


def weak_pairs(given: Mapping[str, str]) -> Iterator[tuple[str, str, float]]:
    """Words and ground whose contrast falls short of `LEAST`, with it."""
    colours = palette(given) | {"white": WHITE}
    for words, ground in PAIRS:
        if (found := contrast(colours[words], colours[ground])) < LEAST:
            yield words, ground, found


@cache
def shade(usual_colour: str, usual_shade: str, colour: str) -> str:
    """The shade of `colour` that is to it as `usual_shade` is to `usual_colour`: in tone, and in contrast."""
    if colour == usual_colour:
        return usual_shade
    old, deep, new = (colorsys.rgb_to_hls(*_parts(one)) for one in (usual_colour, usual_shade, colour))
    hue = (new[0] + deep[0] - old[0]) % 1
    saturation = min(1.0, new[2] * (deep[2] / old[2] if old[2] else 1.0))
    wanted = (luminance(colour) + 0.05) * (luminance(usual_shade) + 0.05) / (luminance(usual_colour) + 0.05) - 0.05
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if luminance(_named(colorsys.hls_to_rgb(hue, middle, saturation))) < wanted:
            low = middle
        else:
            high = middle
    return _named(colorsys.hls_to_rgb(hue, high, saturation))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, whichever is the lighter."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """How bright a colour is, 0 to 1."""
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255


def _named(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(255 * part):02X}" for part in parts)
