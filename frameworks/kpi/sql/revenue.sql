-- title: Revenue
-- formula: amounts charged − amounts paid back, over orders sold
-- meaning: What buyers paid and did not get back, tax and shipping included. A refund counts on the day
--    of its order.
-- unit: money
-- direction: up
-- aggregate: sum
-- needs: orders
-- interval: count
-- source: Landfall's own; follows what shop platforms call total sales, with refunds dated to their
--    order
SELECT
    day,
    market,
    channel,
    device,
    order_id AS item,
    gross - COALESCE(refunded, 0) AS numerator,
    1 AS denominator
FROM sold
