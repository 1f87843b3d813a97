-- title: Customer lifetime value to date
-- formula: contribution margin of the customers won in the period, up to the last day in the data ÷
--    customers won
-- meaning: What a customer has left so far, advertising not taken off. It is observed, not projected:
--    the horizon is the last day in the data, so customers won lately have had less time.
-- unit: money
-- direction: up
-- aggregate: ratio
-- needs: orders
-- settings: goods_share
-- optional: payment_share, fulfilment_per_order
-- interval: mean
-- source: Landfall's own; past customer value as in Kumar (2008), Managing Customers for Profit,
--    without discounting
SELECT
    acquired.day,
    acquired.market,
    acquired.channel,
    acquired.device,
    SUM(margins.margin) AS numerator,
    CASE WHEN SUM(margins.margin) IS NOT NULL THEN 1 END AS denominator,
    acquired.customer_key AS entity
FROM acquired
JOIN margins
    ON margins.customer_key = acquired.customer_key
GROUP BY
    acquired.customer_key,
    acquired.day,
    acquired.market,
    acquired.channel,
    acquired.device
