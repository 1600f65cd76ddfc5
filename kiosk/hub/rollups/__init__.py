"""Roll-ups: what pages show, added up from the events as they arrive. Pages read nothing else.

`rolling` walks the events, `tally` adds up those of some batches (pure), `writing` adds that to the tables. All of it
is a function of the batches in their order: `rolling.rebuild` comes to the same.
"""
