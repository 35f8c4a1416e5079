"""How everything looks: one style sheet and one icon."""
