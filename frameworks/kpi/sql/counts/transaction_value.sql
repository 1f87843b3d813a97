-- title: Value of purchases seen by analytics
-- formula: revenue of the purchases
-- meaning: Revenue as the analytics tool counts it.
-- unit: money
-- direction: up
-- aggregate: sum
-- needs: sessions
-- source: Google Analytics 4 (purchase revenue)
SELECT
    day,
    last_day AS last_day,
    market,
    channel,
    device,
    revenue AS numerator,
    1 AS denominator
FROM sessions
WHERE revenue IS NOT NULL
