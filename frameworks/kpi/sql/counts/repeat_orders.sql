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
    sold.day,
    sold.market,
    sold.channel,
    sold.device,
    sold.order_id AS item,
    CASE WHEN sold.ordered_at > firsts.first_at THEN 1 ELSE 0 END AS numerator,
    1 AS denominator
FROM sold
JOIN firsts
    ON firsts.customer_key = sold.customer_key
