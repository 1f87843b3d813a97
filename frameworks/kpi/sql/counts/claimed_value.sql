-- title: Value claimed
-- formula: conversion value of campaigns that cost
-- meaning: What the claimed conversions are worth, as the advertising platforms say.
-- unit: money
-- direction: up
-- aggregate: sum
-- needs: spend
-- dimensions: market, channel
-- source: The advertising platforms (conversion value)
SELECT
    day,
    last_day AS last_day,
    market,
    channel,
    CAST(NULL AS VARCHAR) AS device,
    campaign AS item,
    conversion_value AS numerator,
    1 AS denominator
FROM spend
WHERE spend > 0 AND conversion_value IS NOT NULL
