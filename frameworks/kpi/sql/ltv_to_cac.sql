-- title: Lifetime value to acquisition cost
-- formula: contribution margin of the customers won in the period, up to the last day in the data ÷ ad
--    spend of the period
-- meaning: How many times over new customers have paid back what it cost to win them. Above 3 is the
--    usual target; below 1 each new customer loses money so far.
-- unit: ratio
-- direction: up
-- aggregate: ratio
-- needs: orders, spend
-- settings: goods_share
-- optional: payment_share, fulfilment_per_order
-- dimensions: market, channel
-- target: 3
-- source: Landfall's own; lifetime value to date over acquisition cost, target 3 as in the benchmarks
SELECT
    acquired.day,
    acquired.day AS last_day,
    acquired.market,
    acquired.channel,
    CAST(NULL AS VARCHAR) AS device,
    margins.order_id AS item,
    margins.margin AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM acquired
JOIN margins
    ON margins.customer_key = acquired.customer_key
UNION ALL
SELECT
    day,
    last_day AS last_day,
    market,
    channel,
    CAST(NULL AS VARCHAR) AS device,
    campaign AS item,
    CAST(NULL AS DOUBLE) AS numerator,
    spend AS denominator
FROM spend
