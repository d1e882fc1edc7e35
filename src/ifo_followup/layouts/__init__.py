"""Layouts declared as data, and the one mechanism that reads documents by them."""
