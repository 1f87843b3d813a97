-- title: Discount rate
-- formula: discounts ÷ (amounts charged + discounts), over orders sold whose file states discounts
-- meaning: How much of the price before discounts was given away.
-- unit: share
-- direction: down
-- aggregate: ratio
-- needs: orders
-- interval: mean
-- source: Landfall's own; discounts over the value before them, as in ECDB's discount rate
SELECT
    day,
    market,
    channel,
    device,
    order_id AS item,
    discount AS numerator,
    CASE WHEN discount IS NOT NULL THEN gross + discount END AS denominator
FROM sold
