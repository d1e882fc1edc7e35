"""The ways to the values of a report: how each is called, and what is called so."""
