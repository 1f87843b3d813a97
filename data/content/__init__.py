"""Files of texts: tables, catalogues and translation memories, read into items and translations and written again."""

from data.content.model import KINDS, Content, Kind
from data.content.reading import read_content
from data.content.writing import write_content

__all__ = ["KINDS", "Content", "Kind", "read_content", "write_content"]
