"""The town's own telephone number beside 110 and 96110. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from kiosk.core.words import say


def local_number(files: Iterable[Mapping[str, Any]], service_number: str, language: str) -> dict[str, str]:
    """`number`, `who`, `how`: of the newest pack that brings one (`files` are of the kind `numbers`), else the base's
    `service_number`; empty where there is none."""
    for data in files:
        texts = {name: str(data[name].get(language) or data[name]["zh"]) for name in ("who", "how")}
        return {"number": str(data["number"]), **texts}
    if not service_number:
        return {}
    texts = {name: say(f"shell.base_number_{name}", language) for name in ("who", "how")}
    return {"number": service_number, **texts}
