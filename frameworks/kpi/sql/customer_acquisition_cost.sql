-- title: Customer acquisition cost
-- formula: ad spend ÷ new customers
-- meaning: What it costs to win a customer. By channel, each customer counts where he or she came from,
--    and customers won without paid advertising have no cost of their own; over all channels every new
--    customer counts.
-- unit: money
-- direction: down
-- aggregate: ratio
-- needs: orders, spend
-- dimensions: market, channel
-- source: Farris, Bendle, Pfeifer & Reibstein (2016). Marketing Metrics, 3rd ed. Pearson (average
--    acquisition cost), advertising as the only cost
SELECT
    day,
    last_day AS last_day,
    market,
    channel,
    CAST(NULL AS VARCHAR) AS device,
    campaign AS item,
    spend AS numerator,
    CAST(NULL AS INTEGER) AS denominator
FROM spend
UNION ALL
SELECT
    day,
    day AS last_day,
    market,
    channel,
    CAST(NULL AS VARCHAR) AS device,
    CAST(NULL AS VARCHAR) AS item,
    CAST(NULL AS DOUBLE) AS numerator,
    1 AS denominator
FROM acquired
