-- title: Conversion rate
-- formula: purchases ÷ visits, where a report has both
-- meaning: How many visits end in a purchase, both as the analytics tool counts them.
-- unit: share
-- direction: up
-- aggregate: ratio
-- needs: sessions
-- interval: share
-- source: Farris, Bendle, Pfeifer & Reibstein (2016). Marketing Metrics, 3rd ed. Pearson (conversion
--    rate), by session
SELECT
    day,
    last_day AS last_day,
    market,
    channel,
    device,
    CASE WHEN sessions IS NOT NULL THEN transactions END AS numerator,
    CASE WHEN transactions IS NOT NULL THEN sessions END AS denominator
FROM sessions
