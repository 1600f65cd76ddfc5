"""The hub's pages: rendered here, of their own style sheet, without scripts, useful on a phone.

`site.Site` makes routes of functions and sees to sessions, rights, CSRF, headers and failures; each other file is a
page or two: `routes(site)` names paths, rights and functions. A function gets an `asked.Asked` and gives a response;
what it reads it reads by `kiosk.hub.queries`, which take the person's scope. `routes/pages.py` lists the files.
Sentences are in `core/words/hub_pages.toml`, in templates as `t("name")`.
"""
