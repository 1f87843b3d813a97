-- title: Share of returning customers
-- formula: customers who ordered and whose first order ever is not among the orders ÷ customers who
--    ordered
-- meaning: Of the customers who bought, how many had bought before the period began. With the share of
--    new customers it makes one.
-- unit: share
-- direction: up
-- aggregate: rest_of_entities
-- needs: orders
-- interval: share
-- source: Landfall's own; follows what web analytics calls new against returning
SELECT
    purchases.day,
    purchases.market,
    purchases.channel,
    purchases.device,
    purchases.order_id AS item,
    CASE WHEN purchases.ordered_at = firsts.first_at THEN 1 ELSE 0 END AS numerator,
    1 AS denominator,
    purchases.customer_key AS entity
FROM purchases
JOIN firsts
    ON firsts.customer_key = purchases.customer_key
