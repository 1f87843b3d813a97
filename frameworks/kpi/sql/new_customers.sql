-- title: New customers
-- formula: customers whose first order ever was sold in the period
-- meaning: First is first over all the data, not only in the period, and over all sources joined by the
--    customer's key. By channel: where the customer came from, see the step named acquired.
-- unit: count
-- direction: up
-- aggregate: sum
-- needs: orders
-- interval: count
-- source: Landfall's own; follows the first-order rule of shop platforms
SELECT
    day,
    market,
    channel,
    device,
    1 AS numerator,
    1 AS denominator,
    customer_key AS entity
FROM acquired
