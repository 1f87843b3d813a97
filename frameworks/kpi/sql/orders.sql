-- title: Orders
-- formula: number of orders sold
-- meaning: Orders that were paid for, also those paid back later. Pending, cancelled and test orders do
--    not count.
-- unit: count
-- direction: up
-- aggregate: sum
-- needs: orders
-- interval: count
-- source: Landfall's own; what shop platforms count as orders, without those never paid
SELECT
    day,
    market,
    channel,
    device,
    order_id AS item,
    1 AS numerator,
    1 AS denominator
FROM purchases
