-- title: Items per order
-- formula: units in the lines of orders sold ÷ orders sold that have lines
-- meaning: How many units a buyer takes at once. Orders whose file has no product lines are left out.
-- unit: number
-- direction: up
-- aggregate: ratio
-- needs: orders, order_lines
-- interval: mean
-- source: Landfall's own; the retail trade's units per transaction
SELECT
    purchases.day,
    purchases.market,
    purchases.channel,
    purchases.device,
    purchases.order_id AS item,
    lines.units AS numerator,
    1 AS denominator
FROM purchases
JOIN (
    SELECT
        source,
        account,
        order_id,
        SUM(quantity) AS units
    FROM order_lines
    WHERE quantity IS NOT NULL
    GROUP BY source, account, order_id
) AS lines
    ON lines.order_id = purchases.order_id
    AND lines.source = purchases.source
    AND lines.account = purchases.account
