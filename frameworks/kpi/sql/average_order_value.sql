-- title: Average order value
-- formula: amounts charged ÷ orders sold
-- meaning: What a buyer is charged in one order, tax and shipping included and before anything is paid
--    back.
-- unit: money
-- direction: up
-- aggregate: ratio
-- needs: orders
-- interval: mean
-- source: Farris, Bendle, Pfeifer & Reibstein (2016). Marketing Metrics, 3rd ed. Pearson (average order
--    value), on amounts charged
SELECT
    day,
    market,
    channel,
    device,
    order_id AS item,
    gross AS numerator,
    CASE WHEN gross IS NOT NULL THEN 1 END AS denominator
FROM purchases
