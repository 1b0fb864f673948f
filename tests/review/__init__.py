"""The review of this repository, built and looked at as its readers meet it."""
