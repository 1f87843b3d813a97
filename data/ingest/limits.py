"""How large what a person hands over may be, so that a hostile file costs bounded memory, disk and time."""

#: Bytes of text or workbook content, after unpacking, from one file.
TOTAL_LIMIT = 8 << 30
#: Bytes a workbook may unpack to: it is held in memory, unlike text.
WORKBOOK_LIMIT = 768 << 20
#: Cells of a workbook's sheet, from its first to its last row and column.
CELL_LIMIT = 20_000_000
#: How many times larger than its packed form content may be, once it is more than ``RATIO_FROM`` bytes.
RATIO_LIMIT = 250
RATIO_FROM = 32 << 20
#: Files in an archive.
MEMBER_LIMIT = 200
#: Tables in one file.
TABLE_LIMIT = 200
#: Columns of a table.
COLUMN_LIMIT = 2000
#: Bytes of one line; no export has longer ones.
LINE_LIMIT = 8 << 20
#: Text files up to this size, in bytes, are looked at as a whole.
WHOLE_LIMIT = 32 << 20
#: Of larger ones this much is looked at, at the beginning and at the end.
HEAD = 1 << 20
TAIL = 64 << 10
