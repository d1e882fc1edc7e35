"""The built-in format that reads any follow-up report by the words they have in common."""
