"""What tests of a format are made with. Nothing else in the package imports it."""
