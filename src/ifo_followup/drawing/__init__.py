"""Pictures of what was read: pages with the marks of the report over them, for eyes to check.

`pieces` finds out which value each printed piece went into; `paper` makes pictures of pages with
the extra [draw], `sheet` and `overlay` what is drawn over them, and `web` one HTML page where there
are no pages.
"""
