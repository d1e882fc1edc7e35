"""PDF tables whose cells are known: made by seed, in the styles of Swedish follow-up reports."""
