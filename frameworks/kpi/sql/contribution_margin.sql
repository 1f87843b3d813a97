-- title: Contribution margin
-- formula: net sales × (1 − cost of goods) − fees − fulfilment, over orders sold
-- meaning: What orders leave to pay for advertising, service and the rest. Undefined until the cost of
--    goods is entered.
-- unit: money
-- direction: up
-- aggregate: sum
-- needs: orders
-- settings: goods_share
-- optional: payment_share, fulfilment_per_order
-- interval: count
-- source: Farris, Bendle, Pfeifer & Reibstein (2016). Marketing Metrics, 3rd ed. Pearson (contribution
--    margin), before marketing
SELECT
    day,
    market,
    channel,
    device,
    order_id AS item,
    margin AS numerator,
    1 AS denominator
FROM margins
