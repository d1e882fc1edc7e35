"""The kit that formats are tested with: made-up reports, comparison, conformance, goldens."""
