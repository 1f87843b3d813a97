"""What must be fast, measured against what a user would reach for instead."""
