"""Generated demo content: what a first visitor sees before entering anything."""
