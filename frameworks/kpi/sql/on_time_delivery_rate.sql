-- title: On-time delivery
-- formula: orders delivered within the promised days ÷ orders delivered
-- meaning: How many orders arrive within the days that buyers are promised, counted in calendar days.
--    Orders without a delivery day are left out.
-- unit: share
-- direction: up
-- aggregate: ratio
-- needs: orders
-- settings: promised_days
-- interval: share
-- source: Landfall's own; the on-time part of on-time in-full (OTIF)
SELECT
    day,
    market,
    channel,
    device,
    order_id AS item,
    CASE WHEN DATE_DIFF('day', day, delivered_day) <= promised_days THEN 1 ELSE 0 END AS numerator,
    1 AS denominator
FROM sold
CROSS JOIN costs
WHERE promised_days IS NOT NULL AND delivered_day IS NOT NULL
