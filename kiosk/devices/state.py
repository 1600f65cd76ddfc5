"""What a device tells staff about itself: a code of the words catalogue, never a sentence."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DeviceState:
    """`code` (with `params`) is what `core.words.say` turns into a sentence; `detail` is for the log only.

    `works` is `None` while the device has not been needed yet.
    """

    code: str
    works: bool | None = None
    params: dict[str, str] = field(default_factory=dict)
    detail: str = ""
