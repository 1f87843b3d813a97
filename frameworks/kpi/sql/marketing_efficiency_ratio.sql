-- title: Marketing efficiency ratio
-- formula: revenue ÷ ad spend
-- meaning: What the whole business sells for a unit of advertising, whoever claims the sale.
-- unit: ratio
-- direction: up
-- aggregate: ratio
-- needs: orders, spend
-- dimensions: market, channel
-- source: Landfall's own; the trade's blended return on ad spend
SELECT
    day,
    day AS last_day,
    market,
    channel,
    CAST(NULL AS VARCHAR) AS device,
    order_id AS item,
    gross - COALESCE(refunded, 0) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM sold
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
