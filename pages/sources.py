"""Being built."""

from pages.desk import open_desk

open_desk()
