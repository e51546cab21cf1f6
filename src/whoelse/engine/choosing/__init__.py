"""Whom to ask next, and why: expected value of a request, with its reasons as data."""
