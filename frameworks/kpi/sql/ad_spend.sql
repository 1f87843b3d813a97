-- title: Ad spend
-- formula: amounts paid for advertising
-- meaning: What campaigns cost, as the platforms bill it.
-- unit: money
-- direction: neutral
-- aggregate: sum
-- needs: spend
-- dimensions: market, channel
-- interval: count
-- source: The advertising platforms (cost, amount spent)
SELECT
    day,
    last_day AS last_day,
    market,
    channel,
    CAST(NULL AS VARCHAR) AS device,
    campaign AS item,
    spend AS numerator,
    1 AS denominator
FROM spend
WHERE spend IS NOT NULL
