"""What a report is turned into: flat tables, JSON, CSV, a summary for people."""
