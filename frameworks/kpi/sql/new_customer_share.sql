-- title: Share of new customers
-- formula: customers whose first order ever is among the orders ÷ customers who ordered
-- meaning: Of the customers who bought, how many bought for the first time ever. Orders without a known
--    customer are left out.
-- unit: share
-- direction: neutral
-- aggregate: share_of_entities
-- needs: orders
-- interval: share
-- source: Landfall's own; the complement of the share of returning customers
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
