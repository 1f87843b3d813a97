-- title: Orders claimed
-- formula: conversions of campaigns that cost
-- meaning: Conversions as the advertising platforms attribute them to themselves.
-- unit: count
-- direction: up
-- aggregate: sum
-- needs: spend
-- dimensions: market, channel
-- source: The advertising platforms (conversions, results)
SELECT
    day,
    last_day AS last_day,
    market,
    channel,
    CAST(NULL AS VARCHAR) AS device,
    campaign AS item,
    conversions AS numerator,
    1 AS denominator
FROM spend
WHERE spend > 0 AND conversions IS NOT NULL
