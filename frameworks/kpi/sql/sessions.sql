-- title: Sessions
-- formula: number of visits
-- meaning: Visits as the analytics tool counts them.
-- unit: count
-- direction: up
-- aggregate: sum
-- needs: sessions
-- interval: count
-- source: Google Analytics 4 (sessions)
SELECT
    day,
    last_day AS last_day,
    market,
    channel,
    device,
    sessions AS numerator,
    1 AS denominator
FROM sessions
