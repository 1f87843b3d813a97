-- title: Return on ad spend
-- formula: conversion value ÷ ad spend, over campaigns that cost
-- meaning: What a unit of advertising brings in sales, as the platforms attribute them; platforms count
--    each for itself, so do not add them to revenue.
-- unit: ratio
-- direction: up
-- aggregate: ratio
-- needs: spend
-- dimensions: market, channel
-- source: Google Ads (conversion value / cost)
SELECT
    day,
    last_day AS last_day,
    market,
    channel,
    CAST(NULL AS VARCHAR) AS device,
    campaign AS item,
    CASE WHEN spend IS NOT NULL THEN conversion_value END AS numerator,
    CASE WHEN conversion_value IS NOT NULL THEN spend END AS denominator
FROM spend
