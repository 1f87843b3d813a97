-- title: Purchases seen by analytics
-- formula: number of purchases
-- meaning: Purchases as the analytics tool counts them; buyers who refuse tracking are not among them.
-- unit: count
-- direction: up
-- aggregate: sum
-- needs: sessions
-- interval: count
-- source: Google Analytics 4 (transactions)
SELECT
    day,
    last_day AS last_day,
    market,
    channel,
    device,
    transactions AS numerator,
    1 AS denominator
FROM sessions
WHERE transactions IS NOT NULL
