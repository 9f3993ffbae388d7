"""Strategies and samples for the tests of packages that build on this one."""
