"""Failures with two texts: a sentence for the person (by code, from `core.words`) and detail for the log."""


class KioskError(Exception):
    """Something a person can do something about.

    `code` names an entry of the words catalogue whose sentence says what happened and what to do; `params` fill
    its places; `detail` is for the log only.
    """

    def __init__(self, code: str, detail: str = "", **params: object) -> None:
        super().__init__(f"{code} {params} {detail}".strip())
        self.code = code
        self.detail = detail
        self.params = params
