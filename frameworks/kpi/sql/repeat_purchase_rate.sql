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
    sold.day,
    sold.market,
    sold.channel,
    sold.device,
    sold.order_id AS item,
    CASE WHEN sold.ordered_at > firsts.first_at THEN 1 ELSE 0 END AS numerator,
    1 AS denominator,
    sold.customer_key AS entity
FROM sold
JOIN firsts
    ON firsts.customer_key = sold.customer_key
