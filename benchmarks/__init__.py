"""How fast and how right: `python -m benchmarks`, or `make bench`."""
