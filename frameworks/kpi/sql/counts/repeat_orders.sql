-- title: Repeat orders
-- formula: orders sold that are not their customer's first
-- meaning: Orders of customers who had bought before; first is first over all the data.
-- unit: count
-- direction: up
-- aggregate: sum
-- needs: orders
-- interval: count
-- source: Landfall's own; follows the first-order rule of shop platforms
SELECT
    purchases.day,
    purchases.market,
    purchases.channel,
    purchases.device,
    purchases.order_id AS item,
    CASE WHEN purchases.ordered_at > firsts.first_at THEN 1 ELSE 0 END AS numerator,
    1 AS denominator
FROM purchases
JOIN firsts
    ON firsts.customer_key = purchases.customer_key
