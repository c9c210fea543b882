// Room of its own; see ARCHITECTURE.md.
