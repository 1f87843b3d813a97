-- title: Key events
-- formula: number of key events
-- meaning: Events the team marked as key, as the analytics tool counts them; one visit can hold several.
-- unit: count
-- direction: up
-- aggregate: sum
-- needs: sessions
-- interval: count
-- source: Google Analytics 4 (key events)
SELECT
    day,
    last_day AS last_day,
    market,
    channel,
    device,
    key_events AS numerator,
    1 AS denominator
FROM sessions
WHERE key_events IS NOT NULL
