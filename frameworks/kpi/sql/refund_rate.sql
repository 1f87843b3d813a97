-- title: Refund rate
-- formula: amounts paid back ÷ amounts charged, over orders sold
-- meaning: How much of the money charged went back to buyers, on the day of the order.
-- unit: share
-- direction: down
-- aggregate: ratio
-- needs: orders
-- interval: mean
-- source: Landfall's own; returns by value, as in ECDB's return rate
SELECT
    day,
    market,
    channel,
    device,
    order_id AS item,
    CASE WHEN gross IS NOT NULL THEN COALESCE(refunded, 0) END AS numerator,
    gross AS denominator
FROM sold
