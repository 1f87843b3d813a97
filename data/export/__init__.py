"""Taking results away: tables as CSV and XLSX, charts as PNG and SVG, under sensible names.

The heavy libraries behind these load at the first export, not with the page.
"""

from data.export.charts import ChartError, chart_png, chart_svg
from data.export.names import filename
from data.export.spreadsheet import table_csv, table_xlsx

__all__ = ["ChartError", "chart_png", "chart_svg", "filename", "table_csv", "table_xlsx"]
