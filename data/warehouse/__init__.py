"""Keeps the canonical tables and works out KPIs over them.

>>> from data.warehouse import compute
>>> compute("revenue", by=["market"], where={"period": ("2026-01-01", "2026-03-31")}).empty
True
"""

from data.warehouse.adding import Added
from data.warehouse.refusals import WarehouseBusy
from data.warehouse.schema import NewerWarehouse, WarehouseError
from data.warehouse.uploads import Upload
from data.warehouse.warehouse import Warehouse, compute

__all__ = ["Added", "NewerWarehouse", "Upload", "Warehouse", "WarehouseBusy", "WarehouseError", "compute"]
