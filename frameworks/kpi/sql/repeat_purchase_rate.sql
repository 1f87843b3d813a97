-- title: Repeat purchase rate
-- formula: customers with an order that is not their first ÷ customers who ordered
-- meaning: Of the customers who bought, how many bought at least for the second time, in the period or
--    since an earlier one. A customer who bought first and again in the period is both new and
--    repeating.
-- unit: share
-- direction: up
-- aggregate: share_of_entities
-- needs: orders
-- interval: share
-- source: Landfall's own; follows the returning customer rate of shop platforms
SELECT
    purchases.day,
    purchases.market,
    purchases.channel,
    purchases.device,
    purchases.order_id AS item,
    CASE WHEN purchases.ordered_at > firsts.first_at THEN 1 ELSE 0 END AS numerator,
    1 AS denominator,
    purchases.customer_key AS entity
FROM purchases
JOIN firsts
    ON firsts.customer_key = purchases.customer_key
