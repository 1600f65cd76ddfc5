"""The right voice is chosen from what Linux, Windows and macOS list."""

import pytest

from kiosk.devices.voices import Voice, choose_voice, language_of

LINUX = [
    Voice("sit/yue", ("yue",), "Chinese (Cantonese)"),
    Voice("sit/cmn-latn-pinyin", ("cmn-latn-pinyin",), "Chinese (Mandarin, latin as Pinyin)"),
    Voice("sit/cmn", ("cmn",), "Chinese (Mandarin, latin as English)"),
    Voice("gmw/en-029", ("en-029",), "English (Caribbean)"),
    Voice("gmw/en-us", ("en-us",), "English (America)"),
]
TOKENS = r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Speech\Voices\Tokens"
WINDOWS = [
    Voice(rf"{TOKENS}\TTS_MS_EN-US_ZIRA_11.0", ("en-US",), "Microsoft Zira Desktop - English (United States)"),
    Voice(rf"{TOKENS}\TTS_MS_ZH-HK_TRACY_11.0", ("zh-HK",), "Microsoft Tracy Desktop - Chinese(Hong Kong SAR)"),
    Voice(rf"{TOKENS}\TTS_MS_ZH-CN_HUIHUI_11.0", ("zh-CN",), "Microsoft Huihui Desktop - Chinese (Simplified)"),
]
MAC = [
    Voice("com.apple.voice.compact.zh-HK.Sinji", ("zh_HK",), "Sinji"),
    Voice("com.apple.voice.compact.zh-CN.Tingting", ("zh_CN",), "Tingting"),
    Voice("com.apple.voice.compact.en-US.Samantha", ("en_US",), "Samantha"),
]


@pytest.mark.parametrize(
    ("voices", "language", "part"),
    [
        (LINUX, "zh", "sit/cmn"),
        (LINUX, "en", "gmw/en-us"),
        (WINDOWS, "zh", "HUIHUI"),
        (WINDOWS, "en", "ZIRA"),
        (MAC, "zh", "Tingting"),
        (MAC, "en", "Samantha"),
    ],
)
def test_each_system_has_its_voice(voices: list[Voice], language: str, part: str) -> None:
    """Mandarin is Mandarin everywhere."""
    chosen = choose_voice(voices, language)
    assert chosen and part in chosen.id
    assert language == "en" or "pinyin" not in chosen.id


def test_cantonese_is_no_mandarin() -> None:
    """A machine that only has Cantonese stays silent in Chinese."""
    assert choose_voice([LINUX[0], WINDOWS[1], MAC[0]], "zh") is None


def test_any_chinese_character_makes_a_text_chinese() -> None:
    """Mixed texts are read by the Chinese voice, which knows Latin words."""
    assert language_of("加QQ群 12345") == "zh"
    assert language_of("Ask first!") == "en"
