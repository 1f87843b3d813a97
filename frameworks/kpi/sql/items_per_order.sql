-- title: Items per order
-- formula: units in the lines of orders sold ÷ orders sold that have lines
-- meaning: How many units a buyer takes at once. Orders whose file has no product lines are left out.
-- unit: ratio
-- direction: up
-- aggregate: ratio
-- needs: orders, order_lines
-- interval: mean
-- source: Landfall's own; the retail trade's units per transaction
SELECT
    sold.day,
    sold.market,
    sold.channel,
    sold.device,
    sold.order_id AS item,
    lines.units AS numerator,
    1 AS denominator
FROM sold
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
    ON lines.order_id = sold.order_id
    AND lines.source = sold.source
    AND lines.account = sold.account
