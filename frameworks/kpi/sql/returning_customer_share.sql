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
    sold.day,
    sold.market,
    sold.channel,
    sold.device,
    sold.order_id AS item,
    CASE WHEN sold.ordered_at = firsts.first_at THEN 1 ELSE 0 END AS numerator,
    1 AS denominator,
    sold.customer_key AS entity
FROM sold
JOIN firsts
    ON firsts.customer_key = sold.customer_key
