"""The shared domain core for aid projects and results chains."""
__version__ = "0.1.0"
