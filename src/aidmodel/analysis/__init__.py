"""What can be computed from a project; nothing of it is stored."""
