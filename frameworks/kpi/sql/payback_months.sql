-- title: Payback
-- formula: first month in which the contribution margin of the customers won reaches the ad spend of
--    the period
-- meaning: How many months after their first order new customers have paid for the advertising that won
--    them: 1 is within the first month. Observed, so what later orders will bring is not counted;
--    undefined until it is paid back.
-- unit: months
-- direction: down
-- aggregate: payback
-- needs: orders, spend
-- settings: goods_share
-- optional: payment_share, fulfilment_per_order
-- dimensions: market, channel
-- source: Landfall's own; cumulated margin of the acquired against the cost of acquiring them, see
--    Farris, Bendle, Pfeifer & Reibstein (2016). Marketing Metrics, 3rd ed. Pearson (payback)
SELECT
    day,
    last_day AS last_day,
    market,
    channel,
    CAST(NULL AS VARCHAR) AS device,
    campaign AS item,
    CAST(NULL AS INTEGER) AS step,
    spend AS numerator,
    CAST(NULL AS DOUBLE) AS denominator,
    CAST(NULL AS VARCHAR) AS entity
FROM spend
UNION ALL
SELECT
    acquired.day,
    acquired.day AS last_day,
    acquired.market,
    acquired.channel,
    CAST(NULL AS VARCHAR) AS device,
    CAST(NULL AS VARCHAR) AS item,
    CAST(FLOOR(DATE_DIFF('day', acquired.day, margins.day) / CAST(30.4375 AS DOUBLE)) AS INTEGER) + 1 AS step,
    CAST(NULL AS DOUBLE) AS numerator,
    margins.margin AS denominator,
    acquired.customer_key AS entity
FROM acquired
JOIN margins
    ON margins.customer_key = acquired.customer_key
