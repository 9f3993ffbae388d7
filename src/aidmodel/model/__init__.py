"""The frozen classes of the field: projects, results chains, indicators, budgets."""
