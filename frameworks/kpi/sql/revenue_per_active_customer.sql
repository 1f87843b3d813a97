-- title: Revenue per active customer
-- formula: revenue of orders with a known customer ÷ customers who ordered
-- meaning: What a customer who bought in the period brought in it, after what was paid back.
-- unit: money
-- direction: up
-- aggregate: per_entity
-- needs: orders
-- source: Landfall's own; average revenue per customer over those active, see Farris, Bendle, Pfeifer &
--    Reibstein (2016). Marketing Metrics, 3rd ed. Pearson
SELECT
    day,
    market,
    channel,
    device,
    order_id AS item,
    gross - COALESCE(refunded, 0) AS numerator,
    1 AS denominator,
    customer_key AS entity
FROM sold
WHERE customer_key IS NOT NULL AND gross IS NOT NULL
