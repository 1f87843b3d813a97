-- title: Net sales
-- formula: (amounts charged − amounts paid back) × (1 − tax ÷ amount charged), over orders sold
-- meaning: Revenue without the tax in it. What was paid back takes its part of the tax with it.
-- unit: money
-- direction: up
-- aggregate: sum
-- needs: orders
-- interval: count
-- source: Landfall's own; the revenue of IFRS 15 holds no tax collected for the state either, but parts
--    shipping otherwise
SELECT
    day,
    market,
    channel,
    device,
    order_id AS item,
    (gross - COALESCE(refunded, 0)) * COALESCE((gross - COALESCE(tax, 0)) / NULLIF(gross, 0), 1) AS numerator,
    1 AS denominator
FROM sold
