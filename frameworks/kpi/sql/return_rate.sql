-- title: Return rate
-- formula: orders sold with money paid back ÷ orders sold
-- meaning: How many orders were paid back, wholly or in part. A return that was exchanged without money
--    is not seen.
-- unit: share
-- direction: down
-- aggregate: ratio
-- needs: orders
-- interval: share
-- source: Landfall's own; returns by number of orders, refunds standing for returns
SELECT
    day,
    market,
    channel,
    device,
    order_id AS item,
    CASE WHEN refunded > 0 OR status IN ('refunded', 'partially_refunded') THEN 1 ELSE 0 END AS numerator,
    CASE WHEN gross IS NULL OR gross <> 0 OR COALESCE(refunded, 0) = 0 THEN 1 END AS denominator
FROM sold
