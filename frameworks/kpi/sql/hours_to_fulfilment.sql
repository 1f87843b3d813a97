-- title: Hours to fulfilment
-- formula: median hours from order to dispatch, over orders sold that were sent
-- meaning: How long a buyer waits until the order leaves. The median: half wait less.
-- unit: hours
-- direction: down
-- aggregate: median
-- needs: orders
-- source: Landfall's own; order cycle time up to dispatch
SELECT
    day,
    market,
    channel,
    device,
    order_id AS item,
    CAST(
        DATE_DIFF('second', DATE_TRUNC('second', ordered_at), DATE_TRUNC('second', fulfilled_at)) AS DOUBLE
    ) / 3600 AS numerator,
    1 AS denominator
FROM sold
WHERE fulfilled_at >= ordered_at
